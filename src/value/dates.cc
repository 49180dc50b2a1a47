#include "value/dates.h"

#include <string>

namespace selaras::values {
namespace {

constexpr int kFirstYear = 1900, kLastYear = 2100;
constexpr int kBuddhistOffset = 543;
constexpr int kFirstBuddhistYear = 2440, kLastBuddhistYear = 2640;
constexpr int kNoYear = 0;

struct Parts {
  std::optional<int> year;
  unsigned month = 0;  // 0: the year alone
  unsigned day = 0;    // 0: the month alone
};

std::optional<DateRange> days_of(const Parts& parts) {
  const int year = parts.year.value_or(kNoYear);
  if (parts.month == 0) return DateRange{*Date::from_civil(year, 1, 1), *Date::from_civil(year, 12, 31)};
  if (parts.day > 0) {
    const bool leap_day = !parts.year && parts.month == 2 && parts.day == 29;
    const auto day = leap_day ? Date::from_civil(kNoYear, 2, 29) : Date::from_civil(year, parts.month, parts.day);
    if (!day) return std::nullopt;
    return DateRange{*day, *day};
  }
  const auto first = Date::from_civil(year, parts.month, 1);
  const auto next = parts.month == 12 ? Date::from_civil(year + 1, 1, 1) : Date::from_civil(year, parts.month + 1, 1);
  if (!first || !next) return std::nullopt;
  return DateRange{*first, next->plus_days(-1)};
}

std::optional<Reading> date(const Pieces& pieces, size_t begin, size_t end, const Parts& parts) {
  const auto days = days_of(parts);
  if (!days) return std::nullopt;
  Reading reading = reading_over(pieces, begin, end, ValueKind::date);
  reading.value.date = *days;
  reading.value.year_missing = !parts.year;
  return reading;
}

std::optional<unsigned> day_at(const Pieces& pieces, size_t at) {
  if (!pieces.is_digits(at)) return std::nullopt;
  const DigitNumber& number = pieces.number(at);
  if (!number.plain || number.count > 2 || number.value < 1 || number.value > 31) return std::nullopt;
  return static_cast<unsigned>(number.value);
}

/// A month's name, unless the word has another sense and nothing here makes it a month.
std::optional<unsigned> month_at(const Pieces& pieces, size_t at, bool beyond_doubt) {
  const Entry* month = pieces.entry(at, EntryKind::month);
  if (month == nullptr) return std::nullopt;
  const bool doubtful = pieces[at].has_other_sense && !pieces[at].capital;
  if (doubtful && !beyond_doubt) return std::nullopt;
  return static_cast<unsigned>(month->amount);
}

/// The year behind a day and month: "2026", ", 2026", also of the Buddhist era, also behind its era's name.
std::optional<int> year_behind(const Pieces& pieces, size_t& at) {
  size_t i = at;
  if (pieces.is_symbol(i, U",")) ++i;
  bool era = false;
  if (pieces.is_unit(i, "buddhist-year") || pieces.is_unit(i, "common-year") || pieces.is_unit(i, "year")) {
    era = true;
    ++i;
    if (pieces.is_symbol(i, U".")) ++i;
  }
  if (!pieces.is_digits(i) || !pieces.number(i).plain || pieces.number(i).count != 4) return std::nullopt;
  int year = static_cast<int>(pieces.number(i).value);
  if (year >= kFirstBuddhistYear && year <= kLastBuddhistYear) year -= kBuddhistOffset;
  const bool amount_follows = !era && (pieces.has(i + 1, EntryKind::currency) || pieces.has(i + 1, EntryKind::magnitude));
  if (year < kFirstYear || year > kLastYear || amount_follows) return std::nullopt;
  at = i + 1;
  return year;
}

/// Past "st", "nd", "th" and one short linking word ("of", "de").
size_t past_day_suffix(const Pieces& pieces, size_t at) {
  const bool ordinal = pieces.is_cue(at, CueClass::ordinal) && pieces.glued(at);
  if (ordinal) ++at;
  if (pieces.is(at, PieceKind::word) && pieces[at].span.size() <= 2 && pieces.has(at + 1, EntryKind::month)) ++at;
  if (pieces.is_dash(at) && pieces.glued(at) && pieces.has(at + 1, EntryKind::month)) ++at;
  return at;
}

size_t past_weekday(const Pieces& pieces, size_t at) {
  if (!pieces.has(at, EntryKind::weekday)) return at;
  ++at;
  if (pieces.is_symbol(at, U",.")) ++at;
  if (pieces.is_cue(at, CueClass::article)) ++at;
  return at;
}

std::optional<Reading> day_month(const Pieces& pieces, size_t begin) {
  size_t at = past_weekday(pieces, begin);
  const auto day = day_at(pieces, at);
  if (!day) return std::nullopt;
  at = past_day_suffix(pieces, at + 1);
  size_t year_at = at + 1;
  if (pieces.is_dash(year_at) && pieces.glued(year_at)) ++year_at;
  if (pieces.is_symbol(year_at, U".") && pieces.glued(year_at) && pieces.is_digits(year_at + 1)) ++year_at;
  const auto year = year_behind(pieces, year_at);
  const auto month = month_at(pieces, at, year.has_value());
  if (!month) return std::nullopt;
  return date(pieces, begin, year ? year_at : at + 1, {year, *month, *day});
}

std::optional<Reading> month_first(const Pieces& pieces, size_t begin) {
  size_t at = past_weekday(pieces, begin);
  if (!pieces.has(at, EntryKind::month)) return std::nullopt;
  size_t end = at + 1;
  if (pieces.is_symbol(end, U".") && pieces.glued(end) && pieces.is_digits(end + 1)) ++end;
  if (const auto year = year_behind(pieces, end)) {
    const auto month = month_at(pieces, at, true);
    return date(pieces, begin, end, {year, *month, 0});
  }
  const auto day = day_at(pieces, end);
  const auto month = month_at(pieces, at, false);
  if (!day || !month || pieces.has(end + 1, EntryKind::unit) || pieces.has(end + 1, EntryKind::currency)) return std::nullopt;
  end = past_day_suffix(pieces, end + 1);
  const auto year = year_behind(pieces, end);
  return date(pieces, begin, end, {year, *month, *day});
}

struct NumericDate {
  unsigned first = 0, second = 0;
  int year = 0;
  bool year_first = false;
};

std::optional<NumericDate> numeric_parts(const Pieces& pieces, size_t at) {
  const auto mark = [&](size_t i) { return pieces.is_symbol(i, U"/-.") && pieces.glued(i) && pieces.glued(i + 1); };
  if (!pieces.is_digits(at) || !mark(at + 1) || !pieces.is_digits(at + 2) || !mark(at + 3) || !pieces.is_digits(at + 4)) {
    return std::nullopt;
  }
  if (pieces[at + 1].symbol != pieces[at + 3].symbol || (mark(at + 5) && pieces.is_digits(at + 6))) return std::nullopt;
  const DigitNumber& a = pieces.number(at);
  const DigitNumber& b = pieces.number(at + 2);
  const DigitNumber& c = pieces.number(at + 4);
  if (!a.plain || !b.plain || !c.plain || b.count > 2) return std::nullopt;
  if (a.count == 4 && c.count <= 2) {
    return NumericDate{static_cast<unsigned>(c.value), static_cast<unsigned>(b.value), static_cast<int>(a.value), true};
  }
  if (a.count > 2 || (c.count != 4 && c.count != 2)) return std::nullopt;
  const int year = static_cast<int>(c.value) + (c.count == 2 ? 2000 : 0);
  return NumericDate{static_cast<unsigned>(a.value), static_cast<unsigned>(b.value), year, false};
}

std::optional<Reading> numeric_date(const Pieces& pieces, size_t at) {
  auto parts = numeric_parts(pieces, at);
  if (!parts) return std::nullopt;
  if (parts->year >= kFirstBuddhistYear && parts->year <= kLastBuddhistYear) parts->year -= kBuddhistOffset;
  if (parts->year < kFirstYear || parts->year > kLastYear) return std::nullopt;
  const bool month_leads = !parts->year_first && parts->second > 12 && parts->first <= 12;
  if (month_leads) std::swap(parts->first, parts->second);
  if (parts->first < 1 || parts->second < 1 || parts->second > 12) return std::nullopt;
  auto reading = date(pieces, at, at + 5, {parts->year, parts->second, parts->first});
  const bool either = !parts->year_first && !month_leads && parts->first <= 12 && parts->first != parts->second;
  if (reading && either) reading->other = 1;
  return reading;
}

/// "1 to 15 July 2025", "1–15 July": the first day before a date that has the rest.
std::optional<Reading> day_before_date(const Pieces& pieces, size_t at) {
  const auto day = day_at(pieces, at);
  if (!day) return std::nullopt;
  size_t next = at + 1;
  if (pieces.is_cue(next, CueClass::ordinal)) ++next;
  if (!pieces.is_dash(next) && pieces.bound(next, BoundCue::to) == nullptr) return std::nullopt;
  const auto last = day_month(pieces, next + 1);
  if (!last || last->value.date->first.day() <= *day) return std::nullopt;
  const Date end = last->value.date->first;
  Reading range = *last;
  range.begin = at;
  range.value.span = range.value.core = pieces.cover(at, last->end);
  range.value.date = DateRange{*Date::from_civil(end.year(), end.month(), *day), end};
  range.value.bound = Bound::range;
  return range;
}

/// "March to June 2025".
std::optional<Reading> month_before_date(const Pieces& pieces, size_t at) {
  const auto month = month_at(pieces, at, true);
  if (!month || (!pieces.is_dash(at + 1) && pieces.bound(at + 1, BoundCue::to) == nullptr)) return std::nullopt;
  const auto last = month_first(pieces, at + 2);
  const auto first = date(pieces, at, at + 1, {std::nullopt, *month, 0});
  if (!last || last->value.year_missing) return std::nullopt;
  return join_dates(pieces, *first, *last);
}

/// A month told alone: capitalised inside a sentence, or after a word of time; a word with another sense needs the latter.
bool stands_as_month(const Pieces& pieces, size_t at, const Lead& lead) {
  const std::string_view written = pieces.written(at);
  const bool script_without_case = static_cast<unsigned char>(written.front()) >= 0x80;
  const bool timed = lead.time.has_value() || lead.from || lead.between || lead.bound.has_value();
  if (timed || (script_without_case && !pieces[at].has_other_sense)) return pieces[at].capital || script_without_case || timed;
  if (!pieces[at].capital || pieces.starts_sentence(at)) return false;
  return !pieces[at].has_other_sense || (at > 0 && pieces.is(at - 1, PieceKind::word) && !pieces[at - 1].capital);
}

bool can_be_year_alone(const Pieces& pieces, size_t at) {
  return !pieces.has(at + 1, EntryKind::currency) && !pieces.has(at + 1, EntryKind::unit) &&
         !pieces.has(at + 1, EntryKind::magnitude) && !pieces.is_symbol(at + 1, U"%") &&
         (at == 0 || !pieces.has(at - 1, EntryKind::currency));
}

/// "2024/25", "2023-24": two years in a row.
std::optional<Reading> double_year(const Pieces& pieces, size_t at, int year) {
  if (!pieces.is_symbol(at + 1, U"/-\u2013") || !pieces.glued(at + 1) || !pieces.is_digits(at + 2) || !pieces.glued(at + 2)) return std::nullopt;
  const DigitNumber& second = pieces.number(at + 2);
  if (!second.plain || second.count != 2 || static_cast<int>(second.value) != (year + 1) % 100) return std::nullopt;
  auto reading = date(pieces, at, at + 3, {year, 0, 0});
  reading->value.date->last = *Date::from_civil(year + 1, 12, 31);
  reading->value.bound = Bound::range;
  return reading;
}

/// "04/2026", "06-2025".
std::optional<Reading> month_slash_year(const Pieces& pieces, size_t at) {
  if (!pieces.is_digits(at) || pieces.number(at).count > 2 || !pieces.is_symbol(at + 1, U"/-") || !pieces.glued(at + 1)) return std::nullopt;
  const auto year = pieces.glued(at + 2) ? year_at(pieces, at + 2) : std::nullopt;
  const double month = pieces.number(at).value;
  if (!year || month < 1 || month > 12) return std::nullopt;
  return date(pieces, at, at + 3, {year, static_cast<unsigned>(month), 0});
}

}  // namespace

std::optional<int> year_at(const Pieces& pieces, size_t at) {
  if (!pieces.is_digits(at) || !pieces.number(at).plain || pieces.number(at).count != 4) return std::nullopt;
  const int year = static_cast<int>(pieces.number(at).value);
  if (year < kFirstYear || year > kLastYear) return std::nullopt;
  return year;
}

std::optional<Reading> read_full_date(const Pieces& pieces, size_t at) {
  if (auto reading = numeric_date(pieces, at)) return reading;
  if (auto reading = day_before_date(pieces, at)) return reading;
  if (auto reading = month_before_date(pieces, at)) return reading;
  if (auto reading = day_month(pieces, at)) return reading;
  return month_first(pieces, at);
}

std::optional<Reading> read_loose_date(const Pieces& pieces, size_t at, const Lead& lead) {
  if (const auto year = year_at(pieces, at)) {
    if (auto both = double_year(pieces, at, *year)) return both;
    if (!can_be_year_alone(pieces, at)) return std::nullopt;
    return date(pieces, at, at + 1, {year, 0, 0});
  }
  if (pieces.is_unit(at, "buddhist-year") || pieces.is_unit(at, "common-year")) {
    size_t end = at;
    if (const auto year = year_behind(pieces, end)) return date(pieces, at, end, {year, 0, 0});
  }
  if (auto reading = month_slash_year(pieces, at)) return reading;
  const Entry* month = pieces.entry(at, EntryKind::month);
  if (month == nullptr || !stands_as_month(pieces, at, lead)) return std::nullopt;
  return date(pieces, at, at + 1, {std::nullopt, static_cast<unsigned>(month->amount), 0});
}

std::optional<Reading> join_dates(const Pieces& pieces, const Reading& first, const Reading& last) {
  if (!first.value.date || !last.value.date) return std::nullopt;
  Date begin = first.value.date->first;
  const Date end = last.value.date->last;
  if (first.value.year_missing && !last.value.year_missing) {
    const bool previous_year = begin.month() > end.month();
    const auto dated = Date::from_civil(end.year() - (previous_year ? 1 : 0), begin.month(), begin.day());
    if (!dated) return std::nullopt;
    begin = *dated;
  }
  if (end < begin) return std::nullopt;
  Reading range = last;
  range.begin = first.begin;
  range.other.reset();
  range.value.span = range.value.core = pieces.cover(first.begin, last.end);
  range.value.date = DateRange{begin, end};
  range.value.bound = Bound::range;
  return range;
}

std::optional<DateRange> other_order(const Reading& reading) {
  if (reading.value.kind != ValueKind::date || !reading.other) return std::nullopt;
  const Date day = reading.value.date->first;
  const auto swapped = Date::from_civil(day.year(), day.day(), day.month());
  if (!swapped) return std::nullopt;
  return DateRange{*swapped, *swapped};
}

}  // namespace selaras::values
