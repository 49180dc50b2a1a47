// Numbers that are names, not quantities: "Article 22", "section 6(3)", "the 2012 Act", "Convention 189", "PRM 2.0", "Order 1/2558",
// "subclass 482 or 457", list numbers, letters with digits ("COVID-19", "B2").
#pragma once

#include "value/pieces.h"

namespace selaras::values {

/// The piece after the name's number that begins at `at`, or `at` when the number there is not part of a name.
size_t end_of_label(const Pieces& pieces, size_t at);

}  // namespace selaras::values
