// The fields above a message's text, and the same fields as a folder's defaults (campaign.yaml): found, typed and checked. Which of
// them must be there is the reader's business, once defaults have been filled in.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.h"
#include "data/fields.h"
#include "message/message.h"

namespace selaras {

/// Where front matter and body lie in a file.
struct Outline {
  Span front;  // the YAML between the two --- lines
  Span body;   // from the byte after the closing --- line to the last non-blank byte
};
enum class OutlineFault : uint8_t { none_written, empty_file, not_first, not_closed };
std::variant<Outline, OutlineFault> find_outline(const SourceFile& file);

/// Fields that campaign.yaml may give for all messages below it.
struct SharedFields {
  std::optional<std::string> campaign, issuer, country, language;
  std::optional<Role> role;
  std::optional<std::vector<std::string>> corridor;
  std::optional<Channel> channel;
  std::optional<Audience> audience;
  std::optional<Date> expires;

  /// Takes from `other` what is missing here.
  void fill_from(const SharedFields& other);
};

/// Fields that belong to one message.
struct OwnFields {
  std::string id;
  Span id_span;
  std::optional<Date> publish;
  std::optional<int> version, source_version;
  std::string translation_of;
};

/// Reads and checks; what is wrong is reported and left out. Neither reports unknown keys: call `fields.finish()` after both.
SharedFields read_shared_fields(Fields& fields);
OwnFields read_own_fields(Fields& fields);

/// A BCP 47 tag in its usual case (`en`, `zh-Hant`, `pt-BR`), with `tl` read as `fil`; nullopt when it is none.
std::optional<std::string> language_tag(std::string_view written);

}  // namespace selaras
