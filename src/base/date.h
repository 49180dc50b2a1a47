// Civil dates of the Gregorian calendar, as written in policies and front matter. A date may be known to the day, the month or
// the year only; comparisons are made at the coarser of the two granularities (logic.md 6.4).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace selaras {

class Date {
 public:
  Date() = default;
  /// Days since 1970-01-01.
  static Date from_days(int32_t days);
  /// nullopt when there is no such day (30 February).
  static std::optional<Date> from_civil(int year, unsigned month, unsigned day);
  /// Exactly `YYYY-MM-DD`.
  static std::optional<Date> parse_iso(std::string_view text);

  int32_t days() const { return days_; }
  int year() const;
  unsigned month() const;
  unsigned day() const;
  std::string iso() const;
  Date plus_days(int32_t days) const { return from_days(days_ + days); }

  auto operator<=>(const Date&) const = default;

 private:
  template <typename Archive>
  friend void archive(Archive& a, Date& date) {
    a(date.days_);
  }
  int32_t days_ = 0;
};

/// The days that a written date stands for: one day, a month, or a year. Both ends inclusive.
struct DateRange {
  Date first;
  Date last;

  bool contains(Date day) const { return first <= day && day <= last; }
  bool overlaps(const DateRange& other) const { return first <= other.last && other.first <= last; }
  auto operator<=>(const DateRange&) const = default;
};

template <typename Archive>
void archive(Archive& a, DateRange& value) {
  auto& [first, last] = value;
  a(first, last);
}

/// `2026`, `2026-04` or `2026-04-30`.
std::optional<DateRange> parse_date_range(std::string_view text);

/// A rule's life: from (nullopt: since before any message) to (nullopt: still in force), both days inclusive.
struct Validity {
  std::optional<Date> from;
  std::optional<Date> to;

  bool covers(Date day) const { return (!from || *from <= day) && (!to || day <= *to); }
  bool ended_before(Date day) const { return to && *to < day; }
  bool begins_after(Date day) const { return from && day < *from; }
};

template <typename Archive>
void archive(Archive& a, Validity& value) {
  auto& [from, to] = value;
  a(from, to);
}

}  // namespace selaras
