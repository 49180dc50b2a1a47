#include "examples.h"

using namespace selaras::test;

TEST_CASE("the examples of policy/quantity do what the rule and its page say") { check_examples("policy/quantity"); }

TEST_CASE("a finding of policy/quantity carries its proof and a repair of exactly its span") {
  const auto found = findings_of("policy/quantity", project().checks().find("policy/quantity")->flag.front());
  REQUIRE(found.size() == 1);
  const auto& finding = found.front();
  CHECK(finding.code == "A10");
  CHECK(finding.id.size() == 16);
  REQUIRE_FALSE(finding.evidence.empty());
  CHECK(finding.evidence.front()->holds_on(finding.as_of));
  CHECK_FALSE(finding.derivation.empty());
  REQUIRE(finding.repair.has_value());
  CHECK(finding.repair->replaces == finding.span);
  CHECK_FALSE(finding.message.empty());
}
