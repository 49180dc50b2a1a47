#include "examples.h"

using namespace selaras;
using namespace selaras::test;

TEST_CASE("the examples of policy/practice-gap do what the rule and its page say") { check_examples("policy/practice-gap"); }

TEST_CASE("a finding of policy/practice-gap rests on a record of practice and is no contradiction") {
  for (const auto& example : project().checks().find("policy/practice-gap")->flag) {
    for (const auto& finding : findings_of("policy/practice-gap", example)) {
      CAPTURE(example.text);
      REQUIRE_FALSE(finding.evidence.empty());
      CHECK(finding.evidence.front()->kind == ProvisionKind::practice);
      CHECK(finding.evidence.front()->holds_on(finding.as_of));
      CHECK(finding.kind == "unsupported");
    }
  }
}
