// `selaras policies`: what it shows, lists, compares and finds, and how it ends.
#include <doctest/doctest.h>

#include "small_workspace.h"

namespace selaras::test {

TEST_CASE("show tells statement, norm, source and what was replaced") {
  const House house;
  const auto ran = house.run({"policies", "show", "MY-WAGE-01"});
  CHECK(ran.code == 0);
  for (const char* part : {"statement", "norm       employer must pay wage", "Minimum Wages Order, section 2", "replaced   MY-WAGE-02"}) CHECK(has(ran.out, part));
  const auto unknown = house.run({"policies", "show", "MY-WAGE-11"});
  CHECK(unknown.code == 2);
  CHECK(has(unknown.err, "no provision 'MY-WAGE-11' (did you mean 'MY-WAGE-01'?)"));
}

TEST_CASE("list selects by topic, state, status and day") {
  const House house;
  const auto listed = [&](const std::vector<std::string>& options) {
    std::vector<std::string> arguments = {"policies", "list"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const auto ran = house.run(arguments);
    CHECK(ran.code == 0);
    std::string ids;
    for (const char* id : {"BD-FEE-01", "MY-WAGE-01", "MY-WAGE-02"}) ids += has(ran.out, id) ? std::string(id) + " " : "";
    return ids;
  };
  CHECK(listed({}) == "BD-FEE-01 MY-WAGE-01 MY-WAGE-02 ");
  CHECK(listed({"--topic", "recruitment.fee"}) == "BD-FEE-01 ");
  CHECK(listed({"--state", "MY"}) == "MY-WAGE-01 MY-WAGE-02 ");
  CHECK(listed({"--status", "ended"}) == "MY-WAGE-02 ");
  CHECK(listed({"--state", "MY", "--as-of", "2024-01-01"}) == "MY-WAGE-02 ");
  CHECK(has(house.run({"policies", "list", "--topic", "work.wages"}).err, "did you mean 'work.wage'?"));
}

TEST_CASE("diff tells what gave way to what, with the values") {
  const House house;
  const auto ran = house.run({"policies", "diff", "2025-01-01", "2026-01-01"});
  CHECK(ran.code == 0);
  CHECK(has(ran.out, "MY-WAGE-02 gave way to MY-WAGE-01"));
  CHECK(has(ran.out, "minimum-wage at least 1,700 MYR per month"));
  CHECK_FALSE(has(ran.out, "BD-FEE-01"));
  CHECK(house.run({"policies", "diff", "2025-01-01", "soon"}).code == 2);
}

TEST_CASE("lint fails on errors and not on warnings") {
  const House house;
  const auto lint = [&](const std::string& rule, const std::string& day = "2026-11-24") {
    return house.run({"policies", "lint", "--rule", rule, "--as-of", day});
  };
  CHECK(lint("statement-number").code == 0);
  CHECK(lint("review-missing").code == 1);
  CHECK(lint("source-missing").code == 1);
  house.change("policies/BD/fees.yaml", "at most 78,990 taka", "at most 88,990 taka");
  const auto number = lint("statement-number");
  CHECK(number.code == 1);
  CHECK(has(number.out, "policies/BD/fees.yaml:8:16: error: the statement of BD-FEE-01 says '88,990 taka', which no norm carries"));
  CHECK(has(number.out, "[statement-number]"));
  house.change("policies/BD/fees.yaml", "    confidence: high", "    confidence: high\n    review_by: 2026-06-30");
  CHECK(lint("review-past").code == 0);
  CHECK(has(lint("review-past").out, "1 warning"));
  CHECK(has(lint("review-past", "2026-01-01").out, "0 warnings"));
}

}  // namespace selaras::test
