// `selaras init`: what it makes can be checked at once, and nothing is ever overwritten.
#include <doctest/doctest.h>

#include "small_workspace.h"

namespace selaras::test {

TEST_CASE("a new workspace checks clean") {
  const House house;
  const auto made = house.run({"init", "new"});
  CHECK(made.code == 0);
  for (const char* file : {"new/selaras.yaml", "new/messages/first-message.md"}) CHECK(has(made.out, file));
  const auto checked = house.run({"check", "new/messages/first-message.md", "-c", "selaras.yaml"});
  CHECK(checked.code == 0);
  CHECK(checked.err.empty());
}

TEST_CASE("init overwrites nothing") {
  const House house;
  CHECK(house.run({"init", "new"}).code == 0);
  const auto again = house.run({"init", "new"});
  CHECK(again.code == 2);
  CHECK(has(again.err, "exists already"));
}

}  // namespace selaras::test
