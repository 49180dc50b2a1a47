// The identity of a finding over versions of a file: what is wrong with which words by which rule, not on which line.
#pragma once

#include <vector>

#include "check/finding.h"

namespace selaras {

/// Gives every finding its id: SHA-256 of check, first evidence id, the quote with white space folded, and the how-many-eth such
/// finding of its message it is. `findings` are those of one message, in order.
void set_fingerprints(std::vector<Finding>& findings);

}  // namespace selaras
