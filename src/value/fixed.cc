#include "value/fixed.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

#include "value/clocks.h"

namespace selaras::values {
namespace {

std::array<std::string_view, 3> words_of(std::string_view text) {
  std::array<std::string_view, 3> words;
  for (std::string_view& word : words) {
    const size_t end = std::min(text.find(' '), text.size());
    word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

std::optional<ValueKind> kind_named(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, ValueKind>, 9> kKinds = {{
      {"number", ValueKind::number}, {"money", ValueKind::money}, {"share", ValueKind::share}, {"percent", ValueKind::percent},
      {"age", ValueKind::age}, {"duration", ValueKind::duration}, {"clock", ValueKind::clock}, {"ordinal", ValueKind::ordinal},
      {"life", ValueKind::life},
  }};
  for (const auto& [known, kind] : kKinds) {
    if (known == name) return kind;
  }
  return std::nullopt;
}

void make_unbounded(Value& value) {
  value.bound = Bound::unbounded;
  value.lo = 0;
  value.hi = std::numeric_limits<double>::infinity();
}

Reading unbounded(const Pieces& pieces, size_t at, std::string_view kind) {
  Reading reading = reading_over(pieces, at, at + 1, kind_named(kind).value_or(ValueKind::number));
  make_unbounded(reading.value);
  return reading;
}

}  // namespace

std::optional<Reading> read_fixed(const Pieces& pieces, size_t at) {
  const Entry* entry = pieces.entry(at, EntryKind::fixed_value);
  if (entry == nullptr) {
    const Entry* bound = pieces.bound(at, BoundCue::unbounded);
    return bound == nullptr ? std::nullopt : std::optional(unbounded(pieces, at, bound->symbol));
  }
  const auto [name, amount, unit] = words_of(entry->symbol);
  const auto kind = kind_named(name);
  if (!kind) return std::nullopt;
  Reading reading = reading_over(pieces, at, at + 1, *kind);
  reading.value.in_words = true;
  if (amount == "24h") {
    set_always_open(reading.value);
  } else if (*kind == ValueKind::clock) {
    reading.value.text = std::string(amount);
  } else if (amount == "unbounded") {
    make_unbounded(reading.value);
  } else {
    double number = 0;
    std::from_chars(amount.data(), amount.data() + amount.size(), number);
    set_amount(reading, number);
    reading.value.unit = std::string(unit);
  }
  return reading;
}

}  // namespace selaras::values
