// A waiver that a message names beside its words: `<!-- selaras-waive: W-12 -->`. It names the record and gives no reason of its own.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/source_file.h"
#include "base/span.h"

namespace selaras {

struct InlineWaiver {
  std::string waiver;  // the id of its record
  std::string message_id;
  std::shared_ptr<const SourceFile> file;
  Span comment;
  Span covers;  // the lines it stands among up to the next blank one; alone, also those below that blank line
};

/// In the order of the text.
std::vector<InlineWaiver> inline_waivers(const std::shared_ptr<const SourceFile>& file, Span body, const std::string& message_id);

}  // namespace selaras
