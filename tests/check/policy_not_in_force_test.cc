#include "examples.h"

using namespace selaras::test;

TEST_CASE("the examples of policy/not-in-force do what the rule and its page say") { check_examples("policy/not-in-force"); }

TEST_CASE("a finding of policy/not-in-force has no repair: what to say instead is the author's decision") {
  for (const auto& finding : findings_of("policy/not-in-force", project().checks().find("policy/not-in-force")->flag.front())) {
    CHECK_FALSE(finding.repair.has_value());
  }
}
