#include "base/source_file.h"

#include <doctest/doctest.h>

#include <string>

using namespace selaras;

namespace {

void check_position(const SourceFile& file, uint32_t offset, uint32_t line, uint32_t column) {
  CAPTURE(offset);
  const Position position = file.position(offset);
  CHECK(position.line == line);
  CHECK(position.column == column);
}

}  // namespace

TEST_CASE("lines and columns count from one") {
  const SourceFile file("a.md", "ab\ncd\n");
  check_position(file, 0, 1, 1);
  check_position(file, 1, 1, 2);
  check_position(file, 2, 1, 3);  // the line break belongs to the line that it ends
  check_position(file, 3, 2, 1);
  check_position(file, 6, 3, 1);
}

TEST_CASE("columns count code points, offsets count bytes") {
  const SourceFile file("a.md", "é ก😀x");  // 2 + 1 + 3 + 4 + 1 bytes
  check_position(file, 2, 1, 2);
  check_position(file, 3, 1, 3);
  check_position(file, 6, 1, 4);
  check_position(file, 10, 1, 5);
  check_position(file, 11, 1, 6);
}

TEST_CASE("an offset past the end stands at the end") {
  const SourceFile file("a.md", "ab\ncd");
  check_position(file, 999, 2, 3);
  CHECK(file.position(999).offset == 5);
}

TEST_CASE("an empty file has one empty line") {
  const SourceFile file("a.md", "");
  CHECK(file.line_count() == 1);
  CHECK(file.line(1).empty());
  check_position(file, 0, 1, 1);
}

TEST_CASE("a line comes without its line break, in either convention") {
  const SourceFile file("a.md", "one\r\ntwo\n\nfour");
  REQUIRE(file.line_count() == 4);
  CHECK(file.line(1) == "one");
  CHECK(file.line(2) == "two");
  CHECK(file.line(3).empty());
  CHECK(file.line(4) == "four");
  CHECK(file.line_start(2) == 5);
  CHECK(file.line_start(4) == 10);
}

TEST_CASE("a line that is not there is empty and starts at the end") {
  const SourceFile file("a.md", "one\ntwo");
  CHECK(file.line(0).empty());
  CHECK(file.line(3).empty());
  CHECK(file.line_start(3) == 7);
}

TEST_CASE("positions agree with counting from the start") {
  std::string text;
  for (int i = 0; i < 200; ++i) text += i % 7 == 0 ? "\n" : i % 3 == 0 ? "ស" : i % 5 == 0 ? "\r\n" : "a";
  const SourceFile file("a.md", text);
  uint32_t line = 1;
  uint32_t column = 1;
  for (uint32_t at = 0; at < text.size(); ++at) {
    const bool starts = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    if (starts) {
      check_position(file, at, line, column);
      ++column;
    }
    if (text[at] == '\n') {
      ++line;
      column = 1;
    }
  }
}

TEST_CASE("a file keeps its path") { CHECK(SourceFile("messages/a.md", "x").path() == "messages/a.md"); }
