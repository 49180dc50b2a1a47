#include "examples.h"

using namespace selaras::test;

TEST_CASE("the examples of policy/wrong-party do what the rule and its page say") { check_examples("policy/wrong-party"); }

TEST_CASE("a finding of policy/wrong-party names the party that the rule binds") {
  const auto found = findings_of("policy/wrong-party", project().checks().find("policy/wrong-party")->flag.front());
  REQUIRE(found.size() == 1);
  CHECK(found.front().claim.bearer != "employer");
  CHECK(found.front().message.find("Employers must") != std::string::npos);
  CHECK_FALSE(found.front().repair.has_value());
}
