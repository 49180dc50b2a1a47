// What each check gives the sentence that its rule words: the names that a wording may write in braces. Names that only some findings of a
// check have are not among them, for a name without a value would stand in the sentence as it is. docs/formats/check.md tells what they
// are; a check that gives its wording another name is entered here too.
#pragma once

#include <span>
#include <string_view>

namespace selaras {

/// Empty when the program has no check of this id.
std::span<const std::string_view> wording_arguments(std::string_view check);

}  // namespace selaras
