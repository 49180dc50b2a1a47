#include "examples.h"

using namespace selaras;
using namespace selaras::test;

TEST_CASE("the examples of policy/statistic do what the rule and its page say") { check_examples("policy/statistic"); }

TEST_CASE("a finding of policy/statistic has no evidence and says a whole sentence") {
  const auto found = findings_of("policy/statistic", project().checks().find("policy/statistic")->flag.front());
  REQUIRE(found.size() == 1);
  CHECK(found.front().evidence.empty());
  CHECK(found.front().strength != Strength::proven);
  CHECK(found.front().message.find('{') == std::string::npos);
}

TEST_CASE("a rate that is paid on wages is no statistic about people") {
  CHECK(findings_of("policy/statistic", {"The employer and the worker each pay 2 percent of wages into the fund.",
                                         "issuer: MY-JTK\ncountry: MY\ncorridor: [BD, MY]"})
            .empty());
}
