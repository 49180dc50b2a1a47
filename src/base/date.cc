#include "base/date.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

namespace selaras {
namespace {

std::chrono::year_month_day civil(Date date) {
  return std::chrono::sys_days{std::chrono::days{date.days()}};
}

std::optional<int> digits(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool only_digits = !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
  if (!only_digits || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

Date Date::from_days(int32_t days) {
  Date date;
  date.days_ = days;
  return date;
}

std::optional<Date> Date::from_civil(int year, unsigned month, unsigned day) {
  const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
  if (!ymd.ok()) return std::nullopt;
  return from_days(static_cast<int32_t>(std::chrono::sys_days{ymd}.time_since_epoch().count()));
}

std::optional<Date> Date::parse_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return from_civil(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

int Date::year() const { return static_cast<int>(civil(*this).year()); }
unsigned Date::month() const { return static_cast<unsigned>(civil(*this).month()); }
unsigned Date::day() const { return static_cast<unsigned>(civil(*this).day()); }
std::string Date::iso() const { return fmt::format("{:04}-{:02}-{:02}", year(), month(), day()); }

std::optional<DateRange> parse_date_range(std::string_view text) {
  if (const auto day = Date::parse_iso(text)) return DateRange{*day, *day};
  if (text.size() != 4 && !(text.size() == 7 && text[4] == '-')) return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  if (!year) return std::nullopt;
  if (text.size() == 4) return DateRange{*Date::from_civil(*year, 1, 1), *Date::from_civil(*year, 12, 31)};
  const auto month = digits(text.substr(5));
  if (!month) return std::nullopt;
  const auto first = Date::from_civil(*year, static_cast<unsigned>(*month), 1);
  if (!first) return std::nullopt;
  const auto next = *month == 12 ? Date::from_civil(*year + 1, 1, 1)
                                 : Date::from_civil(*year, static_cast<unsigned>(*month) + 1, 1);
  return DateRange{*first, next->plus_days(-1)};
}

}  // namespace selaras
