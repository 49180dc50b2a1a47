#include "examples.h"

using namespace selaras::test;

TEST_CASE("the examples of policy/foreign-promise do what the rule and its page say") { check_examples("policy/foreign-promise"); }

TEST_CASE("where no provision of the other state comes near, policy/foreign-promise still says a whole sentence") {
  const auto found = findings_of("policy/foreign-promise", project().checks().find("policy/foreign-promise")->flag.back());
  REQUIRE(found.size() == 1);
  CHECK(found.front().evidence.empty());
  CHECK(found.front().message.find('{') == std::string::npos);
  CHECK(found.front().message.ends_with("no provision of that state bears it out."));
}

TEST_CASE("what a state says of itself is no foreign promise") {
  CHECK(findings_of("policy/foreign-promise", {"Malaysia will surely open its gates to new workers next month.",
                                               "issuer: MY-JTK\ncountry: MY\ncorridor: [BD, MY]"})
            .empty());
}
