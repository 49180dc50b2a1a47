#include <doctest/doctest.h>

#include "message/message.h"

using namespace selaras;

TEST_CASE("a span of mapped text covers the file bytes behind it and no more") {
  MappedText text;
  text.append("pay", 10);
  text.append_for("&", {13, 18});
  text.append("no one", 18);
  CHECK(text.text() == "pay&no one");
  CHECK(text.to_file({0, 3}) == Span{10, 13});
  CHECK(text.to_file({1, 2}) == Span{11, 12});
  CHECK(text.to_file({3, 4}) == Span{13, 18});
  CHECK(text.to_file({2, 5}) == Span{12, 19});
  CHECK(text.to_file({4, 10}) == Span{18, 24});
}

TEST_CASE("an empty span is a place") {
  MappedText text;
  text.append("abc", 5);
  CHECK(text.to_file({1, 1}) == Span{6, 6});
  CHECK(text.to_file({3, 3}) == Span{8, 8});
  CHECK(MappedText().to_file({0, 0}) == Span{0, 0});
}

TEST_CASE("a part keeps its way back") {
  MappedText text;
  text.append("one", 0);
  text.append_for("\n", {3, 5});
  text.append("two", 5);
  const MappedText part = text.part({2, 6});
  CHECK(part.text() == "e\ntw");
  CHECK(part.to_file({0, 4}) == Span{2, 7});
  CHECK(part.is_verbatim({0, 1}));
  CHECK_FALSE(part.is_verbatim({0, 2}));
}
