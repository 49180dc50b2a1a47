#include "examples.h"

using namespace selaras::test;

TEST_CASE("the examples of policy/strength do what the rule and its page say") { check_examples("policy/strength"); }

TEST_CASE("told with the force that the rule has, the same is left alone by policy/strength") {
  const std::string front = "issuer: MY-JTK\ncountry: MY\ncorridor: [BD, MY]";
  CHECK(findings_of("policy/strength", {"Victims of trafficking must go about freely and work.", front}).size() == 1);
  CHECK(findings_of("policy/strength", {"Victims of trafficking may go about freely and work.", front}).empty());
}
