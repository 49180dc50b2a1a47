// Money: a number with a currency before or behind it ("RM1,700", "1,700 ringgit", "26 dollars 44", "50 sen"). A word or sign that
// several countries share is decided by the country that speaks, else by the corridor; undecided it stays as written.
#pragma once

#include <optional>

#include "value/numbers.h"
#include "value/reading.h"

namespace selaras::values {

/// A currency that stands before its number.
std::optional<Reading> read_money_with_currency_first(const Pieces& pieces, size_t at, const ReadingPlace& place);
/// The currency behind a number that was read; nullopt when there is none.
std::optional<Reading> read_money_behind(const Pieces& pieces, const NumberReading& number, const ReadingPlace& place);

}  // namespace selaras::values
