// Frames: the words of their slots, the concepts they name, and quantities as people read them.
#include "frame/frame.h"

#include <doctest/doctest.h>

#include <limits>

using namespace selaras;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

Quantity quantity(QuantityRole role, double lo, double hi, const std::string& unit, const std::string& per = "") {
  Quantity q;
  q.role = role;
  q.lo = lo;
  q.hi = hi;
  q.unit = unit;
  q.per = per;
  return q;
}

Quantity text(QuantityRole role, const std::string& words) {
  Quantity q;
  q.role = role;
  q.text = words;
  return q;
}

Quantity date(const std::string& first, const std::string& last) {
  Quantity q;
  q.role = QuantityRole::date;
  q.date = DateRange{parse_date_range(first)->first, parse_date_range(last)->last};
  return q;
}

}  // namespace

TEST_CASE("a quantity is told by its role") {
  const std::vector<std::pair<Quantity, std::string>> quantities = {
      {quantity(QuantityRole::value, 1700, 1700, "MYR", "month"), "1,700 MYR per month"},
      {quantity(QuantityRole::value, 12.6, 12.6, "percent"), "12.6 percent"},
      {quantity(QuantityRole::value, 999, 999, "MYR"), "999 MYR"},
      {quantity(QuantityRole::value, 1000, 1000, "MYR"), "1,000 MYR"},
      {quantity(QuantityRole::value, 1234567.5, 1234567.5, "BDT"), "1,234,567.5 BDT"},
      {quantity(QuantityRole::value, 42000000000, 42000000000, "BDT"), "42,000,000,000 BDT"},
      {quantity(QuantityRole::value, 0, 0, "MYR"), "0 MYR"},
      {quantity(QuantityRole::value, 3, 3, "number"), "3"},
      {quantity(QuantityRole::value, 3, 3, ""), "3"},
      {quantity(QuantityRole::cap, 0, 78990, "BDT"), "at most 78,990 BDT"},
      {quantity(QuantityRole::penalty_max, 0, 5, "year"), "at most 5 year"},
      {quantity(QuantityRole::floor, 18, kInfinity, "year"), "at least 18 year"},
      {quantity(QuantityRole::penalty_min, 10000, kInfinity, "MYR"), "at least 10,000 MYR"},
      {quantity(QuantityRole::range, 18, 45, "year"), "18 to 45 year"},
      {quantity(QuantityRole::approx, 42000, 42000, "person", "year"), "about 42,000 person per year"},
      {text(QuantityRole::identifier, "+60380008000"), "+60380008000"},
      {text(QuantityRole::clock, "08:30-16:30"), "08:30-16:30"},
      {text(QuantityRole::life, "life"), "life"},
      {date("2026-04-30", "2026-04-30"), "2026-04-30"},
      {date("2026-04", "2026-04"), "2026-04-01 to 2026-04-30"},
      {date("2026", "2027"), "2026-01-01 to 2027-12-31"},
  };
  for (const auto& [q, words] : quantities) CHECK(describe(q) == words);
}

TEST_CASE("words of modalities, roles and slots are those of docs/formats/policy.md") {
  CHECK(name(Modality::must_not) == "must-not");
  CHECK(name(Modality::not_entitled) == "not-entitled");
  CHECK(name(Modality::is) == "is");
  CHECK(name(QuantityRole::penalty_max) == "penalty-max");
  CHECK(name(QuantityRole::clock) == "clock");
  CHECK(name(Slot::any) == "any");
  CHECK(name(Slot::sex) == "sex");
}

TEST_CASE("the concepts of a frame are those of its slots, conditions, exceptions and quantities, in that order") {
  Frame frame;
  frame.bearer = {1};
  frame.action = {2};
  frame.counterparty = {3};
  frame.conditions = {{Atom{Slot::any, {{4}, {5}}, {}, false}}, {Atom{Slot::sex, {{6}}, {}, true}}};
  Quantity bound;
  bound.attribute = {7};
  frame.exceptions = {{Atom{Slot::any, {}, bound, false}}};
  Quantity wage;
  wage.attribute = {8};
  wage.of = {Atom{Slot::any, {{9}}, {}, false}};
  frame.quantities = {wage};
  std::vector<uint32_t> found;
  for (const ConceptId id : concepts_of(frame)) found.push_back(id.index);
  CHECK(found == std::vector<uint32_t>{1, 2, 3, 4, 5, 6, 7, 8, 9});
  CHECK(concepts_of(Frame()).empty());
}
