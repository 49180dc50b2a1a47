// A unified diff, as patch(1) and git apply read it.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/source_file.h"
#include "base/span.h"

namespace selaras {

/// What stands in the place of some bytes.
struct TextEdit {
  Span replaces;
  std::string_view text;
};

/// From `file` to the same file with the edits, which are in order and do not overlap; three lines of context. Empty without edits.
std::string unified_diff(const SourceFile& file, std::span<const TextEdit> edits);

}  // namespace selaras
