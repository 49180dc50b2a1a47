// Dates in the usual forms: "Thursday, 30 April 2026", "April 30, 2026", "April 2026", "30 April", "30/4/2026", "2026-04-30", a year
// alone, and ranges of them that share a month or a year. Years of the Buddhist era are turned into common ones. A date without a
// year stands for that day of year 0; the caller finds the year.
#pragma once

#include <optional>

#include "value/bounds.h"
#include "value/reading.h"

namespace selaras::values {

/// Dates that name a month, and numeric dates with all three parts.
std::optional<Reading> read_full_date(const Pieces& pieces, size_t at);
/// What only looks like a date when nothing else claims it: a year alone, "04/2026", a month alone after "since".
std::optional<Reading> read_loose_date(const Pieces& pieces, size_t at, const Lead& lead);

/// A range from two dates, the first taking month and year from the second where it lacks them.
std::optional<Reading> join_dates(const Pieces& pieces, const Reading& first, const Reading& last);

/// The second reading of a numeric date whose day could be the month; nullopt when only one order is possible.
std::optional<DateRange> other_order(const Reading& date);

/// A plain four-digit number that is a year of our time, in common years.
std::optional<int> year_at(const Pieces& pieces, size_t at);

}  // namespace selaras::values
