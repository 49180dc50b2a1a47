// Findings and gold made by hand over one text.
#pragma once

#include <doctest/doctest.h>

#include <memory>

#include "engine/fingerprint.h"
#include "engine/gold.h"
#include "engine/report_model.h"
#include "engine/scoreboard.h"

namespace selaras::test {

/// A finding on the first place of `quote` in the file.
inline Finding finding(const std::shared_ptr<const SourceFile>& file, const std::string& code, const std::string& quote, const Provision* evidence = nullptr,
                       const std::string& message_id = "m") {
  Finding made;
  made.code = code;
  made.check = "policy/" + code;
  made.message_id = message_id;
  made.file = file;
  const size_t at = file->text().find(quote);
  REQUIRE(at != std::string_view::npos);
  made.span = {static_cast<uint32_t>(at), static_cast<uint32_t>(at + quote.size())};
  if (evidence != nullptr) made.evidence = {evidence};
  return made;
}

inline std::shared_ptr<const SourceFile> text_file(const std::string& text) { return std::make_shared<const SourceFile>("m.md", text); }

}  // namespace selaras::test
