#include "base/span.h"

#include <doctest/doctest.h>

using namespace selaras;

TEST_CASE("a span is half open") {
  const Span span{2, 5};
  CHECK(span.size() == 3);
  CHECK(slice("abcdefg", span) == "cde");
  CHECK(Span{4, 4}.empty());
}

TEST_CASE("spans that only touch do not overlap") {
  CHECK_FALSE(Span{0, 2}.overlaps({2, 4}));
  CHECK(Span{0, 3}.overlaps({2, 4}));
  CHECK(Span{0, 4}.contains({4, 4}));
  CHECK_FALSE(Span{0, 4}.contains({3, 5}));
}

TEST_CASE("a cover is the smallest span over both") {
  CHECK(cover({4, 6}, {1, 2}) == Span{1, 6});
  CHECK(cover({1, 6}, {2, 3}) == Span{1, 6});
}
