// Typed values read in text: numbers, money, percentages, ages, durations, dates, clock times, phone numbers, links. A value is an
// interval with a unit, what it is counted per, and the span it was read from. Reading knows no language: words come from the
// lexicon's mentions, digits from Unicode.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/span.h"
#include "language/lexicon.h"

namespace selaras {

enum class ValueKind : uint8_t {
  number,    // a bare count or a count of something: unit "" or the concept id of what is counted
  money,     // unit: ISO 4217, or "" with the shared word in `unit_word` when the country must decide
  share,     // a multiple of an amount that is named, not given: "two months' wages"; lo = 2, unit = "month"
  percent,
  age,       // years unless the unit says month
  duration,  // unit: hour day working-day week month year
  date,      // dates
  clock,     // opening hours: unit "24h", or text "08:30-16:30"
  contact,   // text: normal form (+ and digits, or a short code), an e-mail address
  link,      // text: lower-case host and path without scheme and trailing slash
  ordinal,   // first, 2nd: a rank, never a quantity
  life,      // life imprisonment, for life
};

enum class Bound : uint8_t { exact, at_most, less_than, at_least, more_than, about, range, unbounded };

struct Value {
  ValueKind kind = ValueKind::number;
  Span span;                 // the value with its bounds and period ("at least RM1,700 a month"), in the block's text
  Span core;                 // the number with its unit word, without bounds and period
  double lo = 0;             // exact: lo == hi; at_most: lo = 0 or -inf; at_least: hi = +inf
  double hi = 0;
  Bound bound = Bound::exact; // dates too: since/from at_least, until/by at_most, before less_than, after more_than
  std::string unit;
  std::string unit_word;     // as written, when the unit is ambiguous
  std::string per;           // "", hour, day, week, month, year, person, worker, …
  std::string text;          // contact, link, clock: the normal form
  std::optional<DateRange> date;   // date: the days it stands for; a range of dates: both ends
  bool year_missing = false; // "30 April": `date` is in year 0; resolved against the message's date by the caller
  bool in_words = false;     // written in words
  ConceptId counted;         // number: the concept whose phrase stands right behind it ("five passports")
  std::optional<uint32_t> ambiguous_with;  // another reading of the same bytes ("1.500"), index in the result; the likelier comes first
};

struct ReadingPlace {
  std::string country;                    // ISO 3166-1 of the issuer: decides local phone numbers
  std::vector<std::string> countries;     // corridor: decides shared currency words and local numbers
};

/// All values of one block, in order of their start, not overlapping except alternative readings.
std::vector<Value> find_values(std::string_view text, const Segmentation& segmentation, std::span<const Mention> mentions,
                               const LanguagePack& pack, const ReadingPlace& place);

/// One normal form for a phone number or short code: `+` and digits, or the bare digits of a short code (up to 6 digits, or one
/// that carries no trunk prefix). Native digits are folded. Empty when it is not a number one can call.
std::string normal_contact(std::string_view written, std::string_view country);

/// Both name the same line: equal normal forms, or the national part of one is the other.
bool same_contact(std::string_view a, std::string_view b);

/// "RM1,700 a month", "18 to 45 years": a value as a person writes it in a report.
std::string describe(const Value& value);

}  // namespace selaras
