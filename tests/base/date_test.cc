#include "base/date.h"

#include <doctest/doctest.h>

#include <string>

using namespace selaras;

namespace {

Date day(std::string_view iso) {
  const auto date = Date::parse_iso(iso);
  REQUIRE_MESSAGE(date.has_value(), std::string(iso));
  return *date;
}

}  // namespace

TEST_CASE("a date is the days since 1970-01-01") {
  CHECK(Date().iso() == "1970-01-01");
  CHECK(day("1970-01-02").days() == 1);
  CHECK(day("1969-12-31").days() == -1);
  CHECK(day("2026-11-15").days() == 20772);
}

TEST_CASE("every day of four centuries survives writing and reading") {
  const int32_t last = day("2300-01-01").days();
  for (int32_t days = day("1900-01-01").days(); days < last; ++days) {
    const Date date = Date::from_days(days);
    const auto read = Date::parse_iso(date.iso());
    REQUIRE(read.has_value());
    REQUIRE(*read == date);
    REQUIRE(*Date::from_civil(date.year(), date.month(), date.day()) == date);
  }
}

TEST_CASE("days that the calendar lacks are no dates") {
  for (const char* text : {"2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00"}) {
    CAPTURE(text);
    CHECK_FALSE(Date::parse_iso(text));
  }
  CHECK(Date::parse_iso("2024-02-29"));
  CHECK(Date::parse_iso("2000-02-29"));
}

TEST_CASE("only YYYY-MM-DD is a day") {
  for (const char* text : {"", "2026", "2026-4-30", "26-04-30", "2026-04-30 ", " 2026-04-30", "2026/04/30", "2026-04-3x",
                           "-026-04-30", "+026-04-30", "2026-04-30T00:00", "2026-+4-30", "२०२६-04-30"}) {
    CAPTURE(text);
    CHECK_FALSE(Date::parse_iso(text));
  }
}

TEST_CASE("dates are ordered by day and count over month and year ends") {
  CHECK(day("2025-12-31") < day("2026-01-01"));
  CHECK(day("2025-12-31").plus_days(1) == day("2026-01-01"));
  CHECK(day("2024-03-01").plus_days(-1) == day("2024-02-29"));
}

TEST_CASE("a written date stands for a day, a month or a year") {
  const struct {
    const char *text, *first, *last;
  } rows[] = {{"2026-04-30", "2026-04-30", "2026-04-30"},
              {"2026-04", "2026-04-01", "2026-04-30"},
              {"2024-02", "2024-02-01", "2024-02-29"},
              {"2026-12", "2026-12-01", "2026-12-31"},
              {"2026", "2026-01-01", "2026-12-31"}};
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const auto range = parse_date_range(row.text);
    REQUIRE(range.has_value());
    CHECK(range->first.iso() == row.first);
    CHECK(range->last.iso() == row.last);
  }
}

TEST_CASE("other writings stand for no dates") {
  for (const char* text : {"", "26", "20266", "2026-", "2026-0", "2026-00", "2026-13", "2026-4", "abcd", "2026-ab", "2026-04-31"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date_range(text));
  }
}

TEST_CASE("a date range holds both its ends") {
  const DateRange april = *parse_date_range("2026-04");
  CHECK(april.contains(day("2026-04-01")));
  CHECK(april.contains(day("2026-04-30")));
  CHECK_FALSE(april.contains(day("2026-05-01")));
  CHECK(april.overlaps(*parse_date_range("2026")));
  CHECK_FALSE(april.overlaps(*parse_date_range("2026-05")));
}

TEST_CASE("a validity covers both its ends, and open ends cover everything") {
  const Validity year{day("2026-01-01"), day("2026-12-31")};
  CHECK(year.covers(day("2026-01-01")));
  CHECK(year.covers(day("2026-12-31")));
  CHECK(year.ended_before(day("2027-01-01")));
  CHECK_FALSE(year.ended_before(day("2026-12-31")));
  CHECK(year.begins_after(day("2025-12-31")));
  CHECK_FALSE(year.begins_after(day("2026-01-01")));

  const Validity always;
  CHECK(always.covers(day("1900-01-01")));
  CHECK_FALSE(always.ended_before(day("2300-01-01")));
  CHECK_FALSE(always.begins_after(day("1900-01-01")));
}
