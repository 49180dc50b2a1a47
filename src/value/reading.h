// A value while it is being read: the value so far and the pieces it took. Readers take pieces from the left and never look back
// past `begin`; bounds and periods are added by scan.cc.
#pragma once

#include <optional>

#include "value/pieces.h"
#include "value/value.h"

namespace selaras::values {

struct Reading {
  Value value;
  size_t begin = 0;
  size_t end = 0;               // pieces
  std::optional<double> other;  // the second reading of ambiguous separators
  bool bare = false;            // a number without currency or unit
  bool plain = false;           // bare digits without separators
  bool unit_before = false;     // the currency stands before the number
  bool lone_one = false;        // the word for 1, which may be a pronoun
  double magnitude = 0;         // see NumberReading
  double coefficient = 0;
};

inline Reading reading_over(const Pieces& pieces, size_t begin, size_t end, ValueKind kind) {
  Reading reading;
  reading.begin = begin;
  reading.end = end;
  reading.value.kind = kind;
  reading.value.span = reading.value.core = pieces.cover(begin, end);
  return reading;
}

inline void set_amount(Reading& reading, double amount) { reading.value.lo = reading.value.hi = amount; }

inline void extend(Reading& reading, const Pieces& pieces, size_t end) {
  reading.end = end;
  reading.value.span = reading.value.core = pieces.cover(reading.begin, end);
}

}  // namespace selaras::values
