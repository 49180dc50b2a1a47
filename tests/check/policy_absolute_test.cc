#include "examples.h"

using namespace selaras::test;

TEST_CASE("the examples of policy/absolute do what the rule and its page say") { check_examples("policy/absolute"); }

TEST_CASE("without its absolute word the sentence is left alone by policy/absolute") {
  const std::string front = "issuer: MY-JTK\ncountry: MY\ncorridor: [BD, MY]";
  CHECK(findings_of("policy/absolute", {"Every foreign worker must be 18 to 45 years old, without exception.", front}).size() == 1);
  CHECK(findings_of("policy/absolute", {"A foreign worker must be 18 to 45 years old.", front}).empty());
}
