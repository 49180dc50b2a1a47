#include <fmt/format.h>

#include <cmath>

#include "value/value.h"

namespace selaras {
namespace {

std::string grouped(double amount) {
  const double rounded = std::round(amount * 100) / 100;
  std::string digits = fmt::format("{:.0f}", std::floor(rounded));
  for (size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  const double rest = rounded - std::floor(rounded);
  if (rest < 0.005) return digits;
  std::string decimals = fmt::format("{:.2f}", rest).substr(1);
  while (decimals.ends_with('0')) decimals.pop_back();
  return digits + decimals;
}

std::string plural(std::string unit, double amount) {
  for (char& c : unit) c = c == '-' ? ' ' : c;
  return amount == 1 ? unit : unit + "s";
}

/// 58 months as "4 years and 10 months".
std::optional<std::string> long_months(const Value& value, double amount) {
  const double years = std::floor(amount / 12);
  const double months = amount - years * 12;
  if (value.kind != ValueKind::duration || value.unit != "month" || years < 1 || months == 0) return std::nullopt;
  return fmt::format("{} {} and {} {}", years, plural("year", years), months, plural("month", months));
}

std::string number_part(const Value& value, double amount) {
  if (value.kind == ValueKind::money) {
    const std::string& unit = value.unit.empty() ? value.unit_word : value.unit;
    return unit.empty() ? grouped(amount) : unit + " " + grouped(amount);
  }
  return grouped(amount);
}

std::string unit_part(const Value& value, double amount) {
  switch (value.kind) {
    case ValueKind::money: return "";
    case ValueKind::percent: return "%";
    case ValueKind::age: return value.unit == "month" ? " months old" : " years old";
    case ValueKind::share: return " " + plural(value.unit, amount) + "' wages";
    default: return value.unit.empty() ? "" : " " + plural(value.unit, amount);
  }
}

std::string one(const Value& value, double amount) {
  if (const auto months = long_months(value, amount)) return *months;
  return number_part(value, amount) + unit_part(value, amount);
}

std::string between(const Value& value) {
  if (value.kind == ValueKind::money) return number_part(value, value.lo) + " to " + grouped(value.hi);
  return grouped(value.lo) + " to " + grouped(value.hi) + unit_part(value, value.hi);
}

std::string bounded(const Value& value) {
  switch (value.bound) {
    case Bound::exact: return one(value, value.lo);
    case Bound::at_most: return "at most " + one(value, value.hi);
    case Bound::less_than: return "less than " + one(value, value.hi);
    case Bound::at_least: return "at least " + one(value, value.lo);
    case Bound::more_than: return "more than " + one(value, value.lo);
    case Bound::about: return "about " + one(value, value.lo);
    case Bound::range: return between(value);
    case Bound::unbounded: return "without limit";
  }
  return {};
}

bool is_whole_month(const DateRange& days) {
  return days.first.day() == 1 && days.last.plus_days(1).day() == 1 && days.first.month() == days.last.month() &&
         days.first.year() == days.last.year();
}

bool is_whole_year(const DateRange& days) {
  return days.first.year() == days.last.year() && days.first.month() == 1 && days.first.day() == 1 && days.last.month() == 12 &&
         days.last.day() == 31;
}

std::string day_text(Date day, bool year_missing) { return year_missing ? day.iso().substr(5) : day.iso(); }

std::string date_text(const Value& value) {
  if (!value.date) return {};
  const DateRange& days = *value.date;
  const bool no_year = value.year_missing;
  if (is_whole_year(days)) return fmt::format("{}", days.first.year());
  if (is_whole_month(days) && days.first != days.last) return no_year ? days.first.iso().substr(5, 2) : days.first.iso().substr(0, 7);
  if (days.first == days.last) return day_text(days.first, no_year);
  return day_text(days.first, no_year) + " to " + day_text(days.last, no_year);
}

std::string bounded_date(const Value& value) {
  const std::string date = date_text(value);
  switch (value.bound) {
    case Bound::at_most: return "until " + date;
    case Bound::less_than: return "before " + date;
    case Bound::at_least: return "from " + date;
    case Bound::more_than: return "after " + date;
    case Bound::about: return "about " + date;
    default: return date;
  }
}

}  // namespace

std::string describe(const Value& value) {
  switch (value.kind) {
    case ValueKind::contact:
    case ValueKind::link: return value.text;
    case ValueKind::clock: return value.text == "24h" ? "24 hours a day" : value.text;
    case ValueKind::date: return bounded_date(value);
    case ValueKind::life: return "for life";
    case ValueKind::ordinal: return fmt::format("no. {}", value.lo);
    default: break;
  }
  std::string text = bounded(value);
  if (!value.per.empty()) text += " per " + value.per;
  return text;
}

}  // namespace selaras
