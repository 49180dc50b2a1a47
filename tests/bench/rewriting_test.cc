#include "rewriting.h"

#include <doctest/doctest.h>

using namespace selaras;

namespace {

/// A value of one amount that stands as `core` in `text`, with what belongs to it up to the end.
Value value_in(std::string_view text, std::string_view core, ValueKind kind, double amount, const std::string& unit = "") {
  const size_t at = text.find(core);
  REQUIRE(at != std::string_view::npos);
  Value value;
  value.kind = kind;
  value.core = {static_cast<uint32_t>(at), static_cast<uint32_t>(at + core.size())};
  value.span = {static_cast<uint32_t>(at), static_cast<uint32_t>(text.size())};
  value.lo = value.hi = amount;
  value.unit = unit;
  return value;
}

std::vector<std::string> all(std::string_view text, const std::vector<Rewriting>& candidates) {
  std::vector<std::string> sentences;
  for (const auto& candidate : candidates) sentences.push_back(rewritten(text, candidate));
  return sentences;
}

using Sentences = std::vector<std::string>;

}  // namespace

TEST_CASE("a rewriting takes the place of its bytes and of no others") {
  CHECK(rewritten("wait 15 days", {{5, 7}, "30"}) == "wait 30 days");
  CHECK(rewritten("15", {{0, 2}, ""}).empty());
}

TEST_CASE("amounts nearby lie on the asked side, and the given one is not among them") {
  for (const double amount : {0.0, 1.0, 2.0, 2.5, 20.0, 21.0, 1700.0, 78990.0}) {
    for (uint64_t turn = 0; turn < 5; ++turn) {
      CAPTURE(amount);
      for (const double more : near_amounts(amount, Direction::more, turn)) CHECK(more > amount);
      for (const double less : near_amounts(amount, Direction::less, turn)) CHECK((less < amount && less > 0));
    }
  }
  CHECK(near_amounts(3, Direction::more, 0) == std::vector<double>{4, 5, 6});
  CHECK(near_amounts(1700, Direction::more, 0) == std::vector<double>{2600, 3400, 2000, 5100});
  CHECK(near_amounts(1, Direction::less, 0) == std::vector<double>{0.5});
  CHECK(near_amounts(0, Direction::less, 0).empty());
}

TEST_CASE("the turn decides which amount comes first, and leaves out none") {
  CHECK(near_amounts(3, Direction::more, 1) == std::vector<double>{5, 6, 4});
  CHECK(near_amounts(3, Direction::more, 3) == near_amounts(3, Direction::more, 0));
}

TEST_CASE("an amount is written as the one before it was: groups, lakhs, leading zeros") {
  const auto with = [](std::string_view text, std::string_view core, double amount) {
    return all(text, with_amount(text, value_in(text, core, ValueKind::money, 1, "MYR"), amount));
  };
  CHECK(with("pay RM1,700", "RM1,700", 2600) == Sentences{"pay RM2,600"});
  CHECK(with("pay RM1700", "RM1700", 2600) == Sentences{"pay RM2600"});
  CHECK(with("pay Rs 1,00,000", "Rs 1,00,000", 2500000) == Sentences{"pay Rs 25,00,000"});
  CHECK(with("pay RM1,700.50", "RM1,700.50", 2600) == Sentences{"pay RM2,600"});
  CHECK(with("from 10 to 20 ringgit", "10 to 20 ringgit", 30).empty());  // which of the two?
}

TEST_CASE("words give way to digits, and the noun follows the number") {
  const auto with = [](std::string_view text, std::string_view core, ValueKind kind, double amount) {
    return all(text, with_amount(text, value_in(text, core, kind, 1), amount));
  };
  CHECK(with("wait fifteen days", "fifteen days", ValueKind::duration, 1) == Sentences{"wait 1 day"});
  CHECK(with("wait a year", "a year", ValueKind::duration, 3) == Sentences{"wait 3 years"});
  CHECK(with("pay two hundred", "two hundred", ValueKind::number, 1500) == Sentences{"pay 1,500"});
  CHECK(with("pay twelve", "twelve", ValueKind::number, 15) == Sentences{"pay 15"});
}

TEST_CASE("a phone number changes by one digit, links and life change not at all") {
  const std::string_view text = "call 999";
  CHECK(all(text, other_amounts(text, value_in(text, "999", ValueKind::contact, 0), Direction::more, 0)) ==
        Sentences{"call 998", "call 989", "call 899"});
  CHECK(other_amounts(text, value_in(text, "999", ValueKind::link, 0), Direction::more, 0).empty());
  CHECK(other_amounts(text, value_in(text, "999", ValueKind::life, 0), Direction::more, 0).empty());
}

TEST_CASE("units are taken for those that they are confused with, whole words only") {
  const auto units = [](std::string_view text, std::string_view core, ValueKind kind, const std::string& unit) {
    return all(text, other_units(text, value_in(text, core, kind, 15, unit)));
  };
  CHECK(units("within 15 days", "15 days", ValueKind::duration, "day") == Sentences{"within 15 months"});
  CHECK(units("within 15 Mondays", "15 Mondays", ValueKind::duration, "week").empty());
  CHECK(units("pay RM15", "RM15", ValueKind::money, "MYR") == Sentences{"pay USD 15"});
  CHECK(units("pay 15 dollars", "15 dollars", ValueKind::money, "USD") == Sentences{"pay 15 EUR"});
  CHECK(units("aged 15 years", "15 years", ValueKind::age, "year").empty());
}

TEST_CASE("a period is swapped outside the amount, and only where there is one") {
  const std::string_view text = "pay RM15 a month";
  Value value = value_in(text, "RM15", ValueKind::money, 15, "MYR");
  CHECK(other_periods(text, value).empty());
  value.per = "month";
  CHECK(all(text, other_periods(text, value)) == Sentences{"pay RM15 a week"});
}

TEST_CASE("what a unit and a period are confused with is another one, or nothing") {
  for (const std::string_view unit : {"hour", "day", "week", "month", "year", "working-day"})
    CHECK((!confused_unit(unit).empty() && confused_unit(unit) != unit));
  CHECK(confused_unit("percent").empty());
  CHECK(confused_period("monthly") == "weekly");
  CHECK(confused_period("worker").empty());
}
