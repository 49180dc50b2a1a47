#include "value/money.h"

#include <cmath>

#include "text/fold.h"

namespace selaras::values {
namespace {

/// The code that `country` uses a shared word for; empty when it does not use it.
std::string_view code_for(const std::vector<std::pair<std::string, std::string>>& codes, std::string_view country) {
  for (const auto& [user, code] : codes) {
    if (user == country) return code;
  }
  return {};
}

std::string resolve(const LanguagePack& pack, std::string_view written, const ReadingPlace& place) {
  const std::string key = fold_key(written);
  for (const auto& [word, codes] : pack.shared_currencies) {
    if (word != key) continue;  // the pack holds them folded
    if (const auto code = code_for(codes, place.country); !code.empty()) return std::string(code);
    for (const std::string& country : place.countries) {
      if (const auto code = code_for(codes, country); !code.empty()) return std::string(code);
    }
  }
  return {};
}

void set_currency(Reading& reading, const Pieces& pieces, size_t at, const Entry& currency, const ReadingPlace& place) {
  reading.value.unit = currency.symbol;
  if (!currency.symbol.empty()) return;
  reading.value.unit_word = std::string(pieces.written(at));
  reading.value.unit = resolve(pieces.pack(), pieces.written(at), place);
  if (!reading.value.unit.empty()) reading.value.unit_word.clear();
}

bool is_part(const Entry& currency) { return currency.amount > 0 && currency.amount < 1; }

/// Three decimals of money are three grouped digits in the other convention far more often.
void prefer_groups(Reading& reading) {
  if (!reading.other) return;
  const double first = reading.value.lo;
  set_amount(reading, *reading.other);
  reading.other = first;
}

Reading money(const Pieces& pieces, const NumberReading& number, size_t begin, size_t end) {
  Reading reading = reading_over(pieces, begin, end, ValueKind::money);
  set_amount(reading, number.value);
  reading.value.in_words = number.in_words;
  reading.other = number.other;
  reading.magnitude = number.magnitude;
  reading.coefficient = number.coefficient;
  prefer_groups(reading);
  return reading;
}

/// "26 dollars 44", "26 dollars and 44 cents".
void add_smaller_coin(Reading& reading, const Pieces& pieces) {
  if (std::fmod(reading.value.lo, 1) != 0) return;
  size_t at = reading.end;
  const bool joined = pieces.is_cue(at, CueClass::conjunction);
  if (joined) ++at;
  const auto coins = read_number(pieces, at);
  if (!coins || coins->value <= 0 || coins->value >= 100 || coins->lone_one) return;
  const Entry* coin = pieces.entry(coins->end, EntryKind::currency);
  if (coin != nullptr && is_part(*coin)) {
    set_amount(reading, reading.value.lo + coins->value * coin->amount);
    extend(reading, pieces, coins->end + 1);
    return;
  }
  const bool two_digits = pieces.is_digits(at) && coins->end == at + 1 && coins->plain && pieces.number(at).count == 2;
  if (joined || coin != nullptr || !two_digits || pieces.has(coins->end, EntryKind::unit) ||
      pieces.has(coins->end, EntryKind::month) || pieces.is_symbol(coins->end, U"%") || pieces.is_dash(coins->end) ||
      pieces.is(coins->end, PieceKind::word)) {
    return;
  }
  set_amount(reading, reading.value.lo + coins->value / 100);
  extend(reading, pieces, coins->end);
}

/// The South Asian "50,000/-" and "50,000/=".
void add_closing_stroke(Reading& reading, const Pieces& pieces) {
  if (!pieces.is_symbol(reading.end, U"/") || !pieces.glued(reading.end)) return;
  if (!pieces.is_symbol(reading.end + 1, U"-=") || !pieces.glued(reading.end + 1) || pieces.is_digits(reading.end + 2)) return;
  extend(reading, pieces, reading.end + 2);
}

}  // namespace

std::optional<Reading> read_money_with_currency_first(const Pieces& pieces, size_t at, const ReadingPlace& place) {
  const Entry* currency = pieces.entry(at, EntryKind::currency);
  if (currency == nullptr) return std::nullopt;
  size_t first = at + 1;
  if (pieces.is_symbol(first, U".") && pieces.glued(first)) ++first;
  const bool doubled = pieces.has(first, EntryKind::currency);  // "RM (MYR)" never, "US $" sometimes
  if (doubled) ++first;
  const auto number = read_number(pieces, first);
  if (!number || number->lone_one) return std::nullopt;
  Reading reading = money(pieces, *number, at, number->end);
  reading.unit_before = true;
  set_currency(reading, pieces, at, *currency, place);
  if (is_part(*currency)) set_amount(reading, reading.value.lo * currency->amount);
  const Entry* behind = pieces.entry(reading.end, EntryKind::currency);
  if (behind != nullptr && !pieces.is_digits(reading.end + 1) && behind->symbol == currency->symbol) {
    extend(reading, pieces, reading.end + 1);
  }
  add_closing_stroke(reading, pieces);
  return reading;
}

std::optional<Reading> read_money_behind(const Pieces& pieces, const NumberReading& number, const ReadingPlace& place) {
  size_t at = number.end;
  const bool stroke = pieces.is_symbol(at, U"/") && pieces.is_symbol(at + 1, U"-") && pieces.glued(at) && pieces.glued(at + 1);
  if (stroke) at += 2;
  if (pieces.is_symbol(at, U"-\u2010\u2011") && pieces.glued(at) && pieces.glued(at + 1)) ++at;
  const Entry* currency = pieces.entry(at, EntryKind::currency);
  if (currency == nullptr) return std::nullopt;
  Reading reading = money(pieces, number, number.begin, at + 1);
  set_currency(reading, pieces, at, *currency, place);
  if (is_part(*currency)) set_amount(reading, reading.value.lo * currency->amount);
  else add_smaller_coin(reading, pieces);
  add_closing_stroke(reading, pieces);
  return reading;
}

}  // namespace selaras::values
