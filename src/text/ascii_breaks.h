// Words and sentences of plain ASCII by the rules of Unicode's annex 29, cut exactly where ICU's root rules cut them and several times
// faster: most texts in Latin script are ASCII, and half of the reading time went into ICU. tests/text/ascii_breaks_test.cc holds it
// against ICU. Private to text/; Segmenter is the way in.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/segment.h"

namespace selaras {

/// The tokens of a text that is all ASCII.
std::vector<Token> ascii_tokens(std::string_view text);

/// Ends of the sentences of a text that is all ASCII, ascending, the last one the end of the text; as ICU finds them, not yet mended.
std::vector<uint32_t> ascii_sentence_ends(std::string_view text);

}  // namespace selaras
