// What a number with a unit behind it is: a duration ("three working days", "four years and ten months"), a share of a wage ("two
// months' wages"), an age ("eighteen years old"), a percentage, or a count ("five workers"). The unit ids that mean more than their
// name are: minute hour day working-day week month year (durations), wage, percent, age-year, age-month, am, pm, oclock.
#pragma once

#include <optional>

#include "value/numbers.h"
#include "value/reading.h"

namespace selaras::values {

bool is_time_unit(std::string_view unit);

/// The unit behind a number that was read; nullopt when there is none.
std::optional<Reading> read_measure_behind(const Pieces& pieces, const NumberReading& number);

/// "a month's wages", "at least a year": an article for one before a unit. Only where it cannot be a period ("RM5 a day").
std::optional<Reading> read_article_measure(const Pieces& pieces, size_t at);

/// `amount` of `from` in `to`; nullopt when the units do not convert exactly.
std::optional<double> convert_time(double amount, std::string_view from, std::string_view to);

}  // namespace selaras::values
