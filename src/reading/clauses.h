// Cuts a sentence into clauses, the reach of its cues, and reads of which time each speaks.
#pragma once

#include <string_view>
#include <vector>

#include "reading/reading.h"

namespace selaras {

/// `read` holds the block's mentions and values; a value is never cut. At least one clause; they cover the sentence without gaps.
std::vector<Clause> split_clauses(std::string_view text, Span sentence, const ReadBlock& read);

}  // namespace selaras
