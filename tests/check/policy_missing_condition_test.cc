#include "examples.h"

using namespace selaras::test;

TEST_CASE("the examples of policy/missing-condition do what the rule and its page say") { check_examples("policy/missing-condition"); }

TEST_CASE("a condition that is named anywhere in the message is not missed") {
  const std::string front = "issuer: BD-BMET\ncountry: BD\ncorridor: [BD, MY]";
  const std::string promise = "You can get a loan at nine per cent from the expatriates' bank for the journey.";
  CHECK(findings_of("policy/missing-condition", {promise, front}).size() == 1);
  CHECK(findings_of("policy/missing-condition", {promise + " The work visa has to be there first.", front}).empty());
}
