// The words around a value: bounds before it ("up to", "no more than", "aged under") and behind it ("or more", ", at the very most"),
// the period or head it is counted on ("a month", "/hour", ", every year"), and the two ends of a range.
#pragma once

#include <optional>

#include "value/reading.h"

namespace selaras::values {

/// What stands before the pieces from `at` on, nearest first.
struct Lead {
  size_t begin = 0;              // the first piece of the lead; `at` when there is none
  std::optional<BoundCue> bound;
  bool between = false;
  bool from = false;
  bool age = false;              // "aged", "the age of"
  std::optional<CueClass> time;  // until since before after time_before
  std::string per;               // a period told before the amount
};
Lead read_lead(const Pieces& pieces, size_t at);

/// Sets lo, hi and bound of a value that was read as exact.
void apply_bound(Value& value, BoundCue bound);

/// "a month", ", every year", "/hour" at `at`: its unit and the piece after it.
struct Period {
  std::string unit;
  size_t end = 0;
};
std::optional<Period> read_period(const Pieces& pieces, size_t at);

/// A bound behind a value, and the piece after it; a bound that belongs to a following number is not one.
struct Trailer {
  BoundCue bound;
  bool age = false;  // "or older"
  size_t end = 0;
};
std::optional<Trailer> read_trailer(const Pieces& pieces, size_t at);

/// The piece after what joins two ends of a range (a dash, "to", the "and" of "between"); nullopt when nothing does.
std::optional<size_t> past_range_joint(const Pieces& pieces, size_t at, const Lead& lead);

/// One value from its two ends, sharing a unit or a magnitude that is written once; nullopt when they make no range.
std::optional<Reading> join_range(const Pieces& pieces, Reading low, Reading high);

}  // namespace selaras::values
