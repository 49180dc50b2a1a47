#include "examples.h"

using namespace selaras::test;

TEST_CASE("the examples of policy/contradiction do what the rule and its page say") { check_examples("policy/contradiction"); }

TEST_CASE("a finding of policy/contradiction rests on a rule in force, and goes to the state whose rule it is") {
  const auto& examples = project().checks().find("policy/contradiction")->flag;
  const auto own = findings_of("policy/contradiction", examples.front());
  REQUIRE(own.size() == 1);
  REQUIRE_FALSE(own.front().evidence.empty());
  CHECK(own.front().evidence.front()->holds_on(own.front().as_of));
  CHECK(own.front().route == "policy");
}

TEST_CASE("between two states policy/contradiction says that they differ, and no more") {
  const auto found = findings_of("policy/contradiction", {"In Malaysia your employer may keep your passport.",
                                                          "issuer: BD-BMET\ncountry: BD\ncorridor: [BD, MY]"});
  REQUIRE(found.size() == 1);
  CHECK(found.front().route == "partner:MY");
  CHECK(found.front().message.find("differs from the rule of Malaysia") != std::string::npos);
  CHECK(found.front().message.find("contra") == std::string::npos);
}
