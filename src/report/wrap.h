// Fitting text to a terminal: breaking lines at spaces, and cutting a long line down to the part around a span, in columns that are
// right for every script.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/span.h"

namespace selaras {

/// `text` as a terminal may show it: control characters, which could move the cursor or change colours, become spaces. Any bytes may
/// go in.
std::string printable(std::string_view text);

/// `text` in lines of at most `width` columns, each after the first beginning with `indent`. A word that is longer than a line is cut
/// between characters, a link never. Colour codes have no width.
std::string wrapped(std::string_view text, size_t width, const std::string& indent);

/// A line and the carets under a span of it.
struct Excerpt {
  std::string line;
  std::string carets;
};
/// `line` cut to `width` columns around the span, with an ellipsis where it was cut; of a span that is longer than that, its beginning.
/// Tabs and other control characters become spaces.
Excerpt excerpt(std::string_view line, Span span, size_t width);

}  // namespace selaras
