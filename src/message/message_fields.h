// A message whose fields and text do not lie in one file: a row of a table, a line of NDJSON, a sidecar.
#pragma once

#include <memory>

#include "message/reader.h"

namespace selaras {

/// `fields` is YAML with the fields of the front matter and nothing else, `body` the text, Markdown; the message's spans are those of `body`.
/// nullopt after an error, which is then in `diagnostics`. No campaign.yaml gives defaults.
std::optional<Message> message_of(std::shared_ptr<const SourceFile> fields, std::shared_ptr<const SourceFile> body, const BlockLabels& labels,
                                  Diagnostics& diagnostics);

}  // namespace selaras
