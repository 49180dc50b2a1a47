#include "value/measures.h"

#include <array>

namespace selaras::values {
namespace {

struct TimeUnit {
  std::string_view name;
  int family;      // units of one family convert exactly
  double smaller;  // in the family's smallest unit
};
constexpr std::array<TimeUnit, 7> kTimeUnits = {{
    {"minute", 0, 1}, {"hour", 0, 60}, {"day", 1, 1}, {"week", 1, 7}, {"month", 2, 1}, {"year", 2, 12},
    {"working-day", 3, 1},
}};

const TimeUnit* time_unit(std::string_view name) {
  for (const TimeUnit& unit : kTimeUnits) {
    if (unit.name == name) return &unit;
  }
  return nullptr;
}

/// The unit behind a number: across a hyphen ("15-day"), or across one word that qualifies it ("30 paid hours").
size_t find_unit(const Pieces& pieces, size_t at) {
  if (pieces.has(at, EntryKind::unit)) return at;
  if (pieces.is_symbol(at, U"-\u2010\u2011") && pieces.glued(at) && pieces.glued(at + 1) && pieces.has(at + 1, EntryKind::unit)) {
    return at + 1;
  }
  if (pieces.is(at, PieceKind::word) && pieces[at].space_before && !pieces[at].capital && !pieces[at].starts_sentence) {
    const Entry* unit = pieces.entry(at + 1, EntryKind::unit);
    if (unit != nullptr && is_time_unit(unit->symbol)) return at + 1;
  }
  return SIZE_MAX;
}

/// "and ten months", "6 months", "and a half" behind "four years".
void add_smaller_units(Reading& reading, const Pieces& pieces) {
  const TimeUnit* outer = time_unit(reading.value.unit);
  if (outer == nullptr) return;
  size_t at = reading.end;
  if (pieces.is_cue(at, CueClass::conjunction)) {
    ++at;
    const bool article = pieces.is_cue(at, CueClass::article);
    const Entry* half = pieces.entry(at + (article ? 1 : 0), EntryKind::number_word);
    if (half != nullptr && half->amount > 0 && half->amount < 1) {
      set_amount(reading, reading.value.lo + half->amount);
      extend(reading, pieces, at + (article ? 2 : 1));
      return;
    }
  }
  const auto number = read_number(pieces, at);
  if (!number) return;
  const Entry* unit = pieces.entry(number->end, EntryKind::unit);
  const TimeUnit* inner = unit == nullptr ? nullptr : time_unit(unit->symbol);
  if (inner == nullptr || inner->family != outer->family || inner->smaller >= outer->smaller) return;
  if (number->value * inner->smaller >= outer->smaller) return;
  set_amount(reading, reading.value.lo * outer->smaller / inner->smaller + number->value);
  reading.value.unit = std::string(inner->name);
  extend(reading, pieces, number->end + 1);
}

/// "two months' wages", "three months of salary": a share of what is not named in money.
void make_share(Reading& reading, const Pieces& pieces) {
  size_t at = reading.end;
  if (pieces.is_symbol(at, U"'\u2019") && pieces.glued(at)) ++at;
  if (pieces.is(at, PieceKind::word) && !pieces[at].starts_sentence && pieces.is_unit(at + 1, "wage")) ++at;
  if (!pieces.is_unit(at, "wage")) return;
  reading.value.kind = ValueKind::share;
  extend(reading, pieces, at + 1);
}

void set_unit(Reading& reading, const Entry& entry) {
  const std::string& unit = entry.symbol;
  reading.value.unit = unit;
  if (entry.amount > 0) set_amount(reading, reading.value.lo * entry.amount);
  if (unit == "percent") {
    reading.value.kind = ValueKind::percent;
  } else if (unit == "age-year" || unit == "age-month") {
    reading.value.kind = ValueKind::age;
    reading.value.unit = unit == "age-year" ? "year" : "month";
  } else if (is_time_unit(unit)) {
    reading.value.kind = ValueKind::duration;
  }
}

Reading measure(const Pieces& pieces, size_t begin, size_t end, double amount, const Entry& unit) {
  Reading reading = reading_over(pieces, begin, end, ValueKind::number);
  set_amount(reading, amount);
  set_unit(reading, unit);
  if (reading.value.kind == ValueKind::duration) {
    add_smaller_units(reading, pieces);
    make_share(reading, pieces);
  }
  return reading;
}

/// Units that say what another number is, and are not counted themselves.
bool counts(std::string_view unit) { return unit != "wage" && unit != "am" && unit != "pm" && unit != "oclock"; }

}  // namespace

bool is_time_unit(std::string_view unit) { return time_unit(unit) != nullptr; }

std::optional<Reading> read_measure_behind(const Pieces& pieces, const NumberReading& number) {
  static const Entry percent{.kind = EntryKind::unit, .symbol = "percent"};
  const bool percent_sign = pieces.is_symbol(number.end, U"%\u066A\uFF05");
  const size_t at = percent_sign ? number.end : find_unit(pieces, number.end);
  if (at == SIZE_MAX) return std::nullopt;
  const Entry& unit = percent_sign ? percent : *pieces.entry(at, EntryKind::unit);
  if (!counts(unit.symbol)) return std::nullopt;
  const size_t end = at + 1;
  Reading reading = measure(pieces, number.begin, end, number.value, unit);
  reading.value.in_words = number.in_words;
  reading.other = number.other;
  reading.magnitude = number.magnitude;
  reading.coefficient = number.coefficient;
  return reading;
}

std::optional<Reading> read_article_measure(const Pieces& pieces, size_t at) {
  if (!pieces.is_cue(at, CueClass::article)) return std::nullopt;
  const Entry* unit = pieces.entry(at + 1, EntryKind::unit);
  if (unit == nullptr || !is_time_unit(unit->symbol)) return std::nullopt;
  Reading reading = measure(pieces, at, at + 2, 1, *unit);
  reading.value.in_words = true;
  const bool more_than_a_unit = reading.end > at + 2;
  const bool bounded = at > 0 && (pieces.has(at - 1, EntryKind::bound) || pieces.is_cue(at - 1, CueClass::after) ||
                                  pieces.is_cue(at - 1, CueClass::before) ||
                                  pieces.is_cue(at - 1, CueClass::time_before));
  const bool per = at > 0 && pieces.bound(at - 1, BoundCue::per) != nullptr;
  if ((!more_than_a_unit && !bounded) || per) return std::nullopt;
  return reading;
}

std::optional<double> convert_time(double amount, std::string_view from, std::string_view to) {
  const TimeUnit* a = time_unit(from);
  const TimeUnit* b = time_unit(to);
  if (a == nullptr || b == nullptr || a->family != b->family) return std::nullopt;
  return amount * a->smaller / b->smaller;
}

}  // namespace selaras::values
