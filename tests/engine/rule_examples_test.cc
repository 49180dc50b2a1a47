// An example of a rule as a message.
#include "engine/rule_examples.h"

#include <doctest/doctest.h>

using namespace selaras;

TEST_CASE("an example gets the front matter that it does not have") {
  CHECK(
      message_of({"Bring a photo.", ""}) ==
      "---\nid: example\nissuer: XX-TEST\ncountry: XX\nlanguage: en\npublish: 2026-11-15\nchannel: leaflet\n---\nBring a photo.\n");
}

TEST_CASE("what an example says of itself stands above the defaults") {
  CHECK(
      message_of({"Bring a photo.", "issuer: MY-JTK\ncountry: MY\npublish: 2024-01-01"}) ==
      "---\nissuer: MY-JTK\ncountry: MY\npublish: 2024-01-01\nid: example\nlanguage: en\nchannel: leaflet\n---\nBring a photo.\n");
}
