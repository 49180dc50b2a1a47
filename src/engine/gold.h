// What an expert reviewer would raise and what he would leave alone: the gold files beside labelled messages (tests/eval/FORMAT.md).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "base/span.h"

namespace selaras {

struct GoldFinding {
  std::string code;
  std::vector<std::string> also_ok, provisions;
  std::optional<Span> span;  // nullopt: about the message as a whole
  std::string quote, why;

  bool accepts(std::string_view given) const;
};

struct GoldClear {
  Span span;
  std::string quote;
  std::vector<std::string> provisions;
};

struct GoldMessage {
  std::string id, path, language;
  std::vector<GoldFinding> findings;
  std::vector<GoldClear> clear;
};

/// The labelled messages below a folder, by message id. A quote that its message does not hold is an error.
std::map<std::string, GoldMessage> load_gold(const FileSystem& files, const std::string& folder, Diagnostics& diagnostics);

}  // namespace selaras
