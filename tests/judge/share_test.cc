#include <doctest/doctest.h>

#include "judge/share.h"

namespace selaras {

TEST_CASE("a share is the set of quantities that it allows") {
  CHECK(Share::all().denied().describe() == "none few some many");
  CHECK(Share::some().mirrored().describe() == "none few some many");
  CHECK(Share::none().mirrored() == Share::all());
  CHECK(Share::most().mirrored().describe() == "none few");
  CHECK(Share::many().denied().without_none() == Share::few());
  CHECK(Share::all().within(Share::some()));
  CHECK(Share::none().apart(Share::some()));
  CHECK_FALSE(Share::some().within(Share::all()));
}

TEST_CASE("of a part at most as much is known, of a whole at least as much") {
  CHECK(Share::some().at_most() == Share::anything());
  CHECK(Share::none().at_most() == Share::none());
  CHECK(Share::few().at_least() == Share::some());
  CHECK(Share::none().at_least() == Share::anything());
  CHECK(Share::all().at_least() == Share::all());
}

}  // namespace selaras
