// The comparison table of logic.md 6.4, row by row.
#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <vector>

#include "judge/quantity_relation.h"

namespace selaras {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

Ontology small_ontology() {
  MemoryFileSystem files;
  files.add("o/a.yaml", R"(area: a
concepts:
  - {id: price, kind: attribute, parents: [], dimension: money, gloss: g}
  - {id: term, kind: attribute, parents: [], dimension: duration, gloss: g}
  - {id: age, kind: attribute, parents: [], dimension: age, gloss: g}
  - {id: share, kind: attribute, parents: [], dimension: percent, gloss: g}
  - {id: line, kind: attribute, parents: [], dimension: contact, gloss: g}
  - {id: hours, kind: attribute, parents: [], dimension: clock, gloss: g}
  - {id: closing, kind: attribute, parents: [], dimension: date, gloss: g}
)");
  Diagnostics diagnostics;
  auto ontology = Ontology::load(files, "o", diagnostics);
  REQUIRE(diagnostics.all().empty());
  return ontology;
}

Value claim(ValueKind kind, Bound bound, double lo, double hi, std::string unit, std::string per = "") {
  Value value;
  value.kind = kind;
  value.bound = bound;
  value.lo = lo;
  value.hi = hi;
  value.unit = std::move(unit);
  value.per = std::move(per);
  return value;
}

Value money(double amount, std::string per = "") { return claim(ValueKind::money, Bound::exact, amount, amount, "EUR", std::move(per)); }
Value years(Bound bound, double lo, double hi) { return claim(ValueKind::duration, bound, lo, hi, "year"); }

struct Row {
  const char* what;
  Value told;
  QuantityRole role;
  double lo, hi;
  const char* unit;
  const char* per;
  QuantityRelation expected;
};

using R = QuantityRelation;
using Q = QuantityRole;
const std::vector<Row>& money_rows() {
  static const std::vector<Row> rows = {
      {"a fixed price told right", money(100), Q::value, 100, 100, "EUR", "", R::agrees},
      {"a fixed price told wrong", money(90), Q::value, 100, 100, "EUR", "", R::differs},
      {"a price in another currency", money(100), Q::value, 100, 100, "USD", "", R::incomparable},
      {"the very figure, in another currency", money(78990), Q::cap, 0, 78990, "USD", "", R::differs},
      {"a round figure, in another currency", money(50000), Q::cap, 0, 50000, "USD", "", R::incomparable},
      {"another figure, in another currency", money(78990), Q::cap, 0, 78000, "USD", "", R::incomparable},
      {"a price per month told per year, converted", money(1200, "year"), Q::value, 100, 100, "EUR", "month", R::agrees},
      {"a price per person told per month", money(100, "month"), Q::value, 100, 100, "EUR", "person", R::incomparable},
      {"at most more than the price is true but loose", claim(ValueKind::money, Bound::at_most, 0, 150, "EUR"), Q::value, 100, 100, "EUR", "", R::loose},
      {"at most less than the price", claim(ValueKind::money, Bound::at_most, 0, 50, "EUR"), Q::value, 100, 100, "EUR", "", R::differs},
      {"about the price", claim(ValueKind::money, Bound::about, 98, 98, "EUR"), Q::value, 100, 100, "EUR", "", R::agrees},
      {"free told of a price", money(0), Q::value, 100, 100, "EUR", "", R::differs},
      {"a ceiling told right", claim(ValueKind::money, Bound::at_most, 0, 100, "EUR"), Q::cap, 0, 100, "EUR", "", R::agrees},
      {"another ceiling", claim(ValueKind::money, Bound::at_most, 0, 90, "EUR"), Q::cap, 0, 100, "EUR", "", R::differs},
      {"a price below a ceiling is unsettled", money(90), Q::cap, 0, 100, "EUR", "", R::unsettled},
      {"a price above a ceiling", money(110), Q::cap, 0, 100, "EUR", "", R::differs},
      {"free told of a lawful capped fee", money(0), Q::cap, 0, 100, "EUR", "", R::differs},
      {"free told of a fee capped at nothing", money(0), Q::cap, 0, 0, "EUR", "", R::agrees},
      {"a ceiling turned into a least", claim(ValueKind::money, Bound::at_least, 100, kInfinity, "EUR"), Q::cap, 0, 100, "EUR", "", R::differs},
      {"a least told right", claim(ValueKind::money, Bound::at_least, 100, kInfinity, "EUR"), Q::floor, 100, kInfinity, "EUR", "", R::agrees},
      {"another least", claim(ValueKind::money, Bound::at_least, 90, kInfinity, "EUR"), Q::floor, 100, kInfinity, "EUR", "", R::differs},
      {"an amount below the least", money(90), Q::floor, 100, kInfinity, "EUR", "", R::differs},
      {"an amount above the least is unsettled", money(120), Q::floor, 100, kInfinity, "EUR", "", R::unsettled},
      {"a least turned into a most", claim(ValueKind::money, Bound::at_most, 0, 100, "EUR"), Q::penalty_min, 100, kInfinity, "EUR", "", R::differs},
      {"no limit told of a ceiling", claim(ValueKind::money, Bound::unbounded, 0, kInfinity, "EUR"), Q::cap, 0, 100, "EUR", "", R::differs},
      {"a shared currency word that differs proves nothing", claim(ValueKind::money, Bound::exact, 90, 90, ""), Q::value, 100, 100, "EUR", "", R::unsettled},
  };
  return rows;
}

const std::vector<Row>& time_rows() {
  static const std::vector<Row> rows = {
      {"the whole range", years(Bound::range, 2, 5), Q::range, 2, 5, "year", "", R::agrees},
      {"a narrower range", years(Bound::range, 3, 4), Q::range, 2, 5, "year", "", R::loose},
      {"a range that reaches outside", years(Bound::range, 3, 8), Q::range, 2, 5, "year", "", R::differs},
      {"up to the most of a range", years(Bound::at_most, 0, 5), Q::range, 2, 5, "year", "", R::agrees},
      {"at least the least of a range", years(Bound::at_least, 2, kInfinity), Q::range, 2, 5, "year", "", R::agrees},
      {"at least more than the least", years(Bound::at_least, 4, kInfinity), Q::range, 2, 5, "year", "", R::differs},
      {"one value inside a range is told as certain", years(Bound::exact, 3, 3), Q::range, 2, 5, "year", "", R::stronger},
      {"one value outside a range", years(Bound::exact, 9, 9), Q::range, 2, 5, "year", "", R::differs},
      {"months told in years", claim(ValueKind::duration, Bound::exact, 24, 24, "month"), Q::value, 2, 2, "year", "", R::agrees},
      {"a month told as thirty days", claim(ValueKind::duration, Bound::exact, 30, 30, "day"), Q::value, 1, 1, "month", "", R::agrees},
      {"two months told as thirty days", claim(ValueKind::duration, Bound::exact, 30, 30, "day"), Q::value, 2, 2, "month", "", R::differs},
      {"working days are not days", claim(ValueKind::duration, Bound::exact, 7, 7, "working-day"), Q::value, 7, 7, "day", "", R::incomparable},
  };
  return rows;
}

void run(const std::vector<Row>& rows, const char* attribute) {
  const auto ontology = small_ontology();
  for (const auto& row : rows) {
    CAPTURE(row.what);
    Quantity rule;
    rule.attribute = ontology.find(attribute);
    rule.role = row.role;
    rule.lo = row.lo;
    rule.hi = row.hi;
    rule.unit = row.unit;
    rule.per = row.per;
    CHECK(name(relate(row.told, rule, ontology)) == name(row.expected));
  }
}

TEST_CASE("money compares by the role of the rule's quantity") { run(money_rows(), "price"); }
TEST_CASE("time compares by role and converts only inside its family") { run(time_rows(), "term"); }

TEST_CASE("nobody under an age is the least age told from below") {
  const auto ontology = small_ontology();
  Quantity least;
  least.attribute = ontology.find("age");
  least.role = Q::floor;
  least.lo = 18;
  least.hi = kInfinity;
  least.unit = "year";
  CHECK(relate(claim(ValueKind::number, Bound::less_than, 0, 18, ""), least, ontology) == R::agrees);
  CHECK(relate(claim(ValueKind::number, Bound::less_than, 0, 15, ""), least, ontology) == R::differs);
  CHECK(relate(claim(ValueKind::age, Bound::exact, 16, 16, "year"), least, ontology) == R::differs);
}

TEST_CASE("another number is another line, a slip of the pen is not") {
  const auto ontology = small_ontology();
  Quantity line;
  line.attribute = ontology.find("line");
  line.role = Q::identifier;
  line.text = "4711";
  Value told;
  told.kind = ValueKind::contact;
  const std::vector<std::pair<const char*, R>> rows = {
      {"4711", R::agrees}, {"4171", R::differs}, {"4712", R::differs}, {"471", R::differs}, {"47110", R::differs}, {"9922", R::unsettled}, {"7411", R::differs}, {"1174", R::unsettled}};
  for (const auto& [written, expected] : rows) {
    CAPTURE(written);
    told.text = written;
    CHECK(name(relate(told, line, ontology)) == name(expected));
  }
}

TEST_CASE("dates compare at the coarser granularity, and without a year in the rule's own") {
  const auto ontology = small_ontology();
  Quantity closing;
  closing.attribute = ontology.find("closing");
  closing.role = Q::date;
  closing.date = parse_date_range("2026-04-30");
  Value told;
  told.kind = ValueKind::date;
  told.date = parse_date_range("2026-04");
  CHECK(relate(told, closing, ontology) == R::agrees);
  told.date = parse_date_range("2026-03-31");
  CHECK(relate(told, closing, ontology) == R::differs);
  told.date = DateRange{*Date::from_civil(0, 4, 30), *Date::from_civil(0, 4, 30)};
  told.year_missing = true;
  CHECK(relate(told, closing, ontology) == R::agrees);
}

TEST_CASE("round the clock differs from opening hours") {
  const auto ontology = small_ontology();
  Quantity hours;
  hours.attribute = ontology.find("hours");
  hours.role = Q::clock;
  hours.text = "08:30-16:30";
  Value told;
  told.kind = ValueKind::clock;
  told.text = "24h";
  CHECK(relate(told, hours, ontology) == R::differs);
  told.text = "08:30-16:30";
  CHECK(relate(told, hours, ontology) == R::agrees);
}

}  // namespace
}  // namespace selaras
