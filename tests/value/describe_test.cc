#include <doctest/doctest.h>

#include <limits>

#include "value/value.h"

using namespace selaras;

namespace {

Value value(ValueKind kind, double lo, double hi, Bound bound, std::string unit, std::string per = "") {
  Value result;
  result.kind = kind;
  result.lo = lo;
  result.hi = hi;
  result.bound = bound;
  result.unit = std::move(unit);
  result.per = std::move(per);
  return result;
}

constexpr double kInfinity = std::numeric_limits<double>::infinity();

}  // namespace

TEST_CASE("a value is described as a person writes it") {
  CHECK(describe(value(ValueKind::money, 1700, 1700, Bound::exact, "MYR", "month")) == "MYR 1,700 per month");
  CHECK(describe(value(ValueKind::money, 0, 78990, Bound::at_most, "BDT")) == "at most BDT 78,990");
  CHECK(describe(value(ValueKind::money, 337, 380, Bound::range, "THB", "day")) == "THB 337 to 380 per day");
  CHECK(describe(value(ValueKind::money, 26.44, 26.44, Bound::exact, "AUD", "hour")) == "AUD 26.44 per hour");
  CHECK(describe(value(ValueKind::age, 18, 45, Bound::range, "year")) == "18 to 45 years old");
  CHECK(describe(value(ValueKind::age, 18, kInfinity, Bound::at_least, "year")) == "at least 18 years old");
  CHECK(describe(value(ValueKind::duration, 58, 58, Bound::exact, "month")) == "4 years and 10 months");
  CHECK(describe(value(ValueKind::duration, 1, 1, Bound::exact, "day", "week")) == "1 day per week");
  CHECK(describe(value(ValueKind::duration, 10, 10, Bound::exact, "working-day")) == "10 working days");
  CHECK(describe(value(ValueKind::duration, 0, kInfinity, Bound::unbounded, "")) == "without limit");
  CHECK(describe(value(ValueKind::percent, 50, 50, Bound::exact, "percent")) == "50%");
  CHECK(describe(value(ValueKind::share, 2, 2, Bound::exact, "month")) == "2 months' wages");
}

TEST_CASE("a date is described at the precision it was told") {
  Value date = value(ValueKind::date, 0, 0, Bound::exact, "");
  date.date = parse_date_range("2026-04-30");
  CHECK(describe(date) == "2026-04-30");
  date.date = parse_date_range("2026-04");
  CHECK(describe(date) == "2026-04");
  date.date = parse_date_range("2026");
  date.bound = Bound::at_most;
  CHECK(describe(date) == "until 2026");
}
