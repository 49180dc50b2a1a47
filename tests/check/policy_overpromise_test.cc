#include "examples.h"

using namespace selaras;
using namespace selaras::test;

TEST_CASE("the examples of policy/overpromise do what the rule and its page say") { check_examples("policy/overpromise"); }

TEST_CASE("a finding of policy/overpromise has no evidence and says a whole sentence") {
  const auto found = findings_of("policy/overpromise", project().checks().find("policy/overpromise")->flag.front());
  REQUIRE(found.size() == 1);
  CHECK(found.front().evidence.empty());
  CHECK(found.front().strength != Strength::proven);
  CHECK(found.front().message.find('{') == std::string::npos);
}

TEST_CASE("what somebody else guarantees is no promise of the message") {
  CHECK(findings_of("policy/overpromise", {"Brokers guarantee you a visa.", "issuer: BD-BMET\ncountry: BD\ncorridor: [BD, MY]"})
            .empty());
}
