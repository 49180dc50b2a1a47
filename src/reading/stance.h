// Whether a message stands behind a sentence: a question asks, a myth is denied, reported speech belongs to somebody else.
#pragma once

#include <string_view>

#include "reading/reading.h"

namespace selaras {

Stance stance_of(const Block& block, std::string_view text, const Sentence& sentence, const ReadBlock& read);

}  // namespace selaras
