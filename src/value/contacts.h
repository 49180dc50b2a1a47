// Phone numbers and short codes in running text. A long number proves itself by its shape (a plus, a leading zero, a numbering plan);
// a short code needs a word beside it that speaks of calling, else it is a number or a year.
#pragma once

#include <optional>

#include "value/reading.h"

namespace selaras::values {

/// A phone number of six digits or more that begins at `at` (a digit, "+" or an opening bracket).
std::optional<Reading> read_phone(const Pieces& pieces, size_t at, const ReadingPlace& place);

/// Three to six plain digits, or digits spelled out, where the words around speak of calling, or `after_contact`: joined to a
/// contact by "or" or a comma.
std::optional<Reading> read_short_code(const Pieces& pieces, size_t at, bool after_contact);
std::optional<Reading> read_spelled_code(const Pieces& pieces, size_t at);

/// Whether the words before or behind pieces [begin, end) speak of calling.
bool is_dialled(const Pieces& pieces, size_t begin, size_t end);

}  // namespace selaras::values
