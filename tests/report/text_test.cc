// The forms that people and editors read.
#include "report/formats.h"
#include "report/wrap.h"
#include "sample_report.h"
#include "text/characters.h"

using namespace selaras;
using namespace selaras::test;

TEST_CASE("a compact line is path, line, column, outward level, message and check") {
  SampleReport sample;
  CHECK(to_compact(sample.report) ==
        "messages/a.md:1:7: error: The message says RM1,200; the rule says 1,700 MYR. [policy/quantity]\n"
        "messages/a.md:1:7: note: The message says RM1,200; the rule says 1,700 MYR. [policy/quantity]\n");
  const std::vector<std::pair<Severity, std::string>> levels = {
      {Severity::blocker, "error"}, {Severity::major, "error"}, {Severity::minor, "warning"}, {Severity::note, "note"}};
  for (const auto& [severity, level] : levels) {
    sample.report.findings[0].severity = severity;
    CHECK(to_compact(sample.report).starts_with("messages/a.md:1:7: " + level + ": "));
  }
  CHECK(to_compact(Report()).empty());
}

TEST_CASE("a finding for people has its place, its carets, its rule, its source and its repair") {
  const SampleReport sample;
  const std::string text = to_pretty(sample.report, {});
  CHECK(text.starts_with(
      "messages/a.md:1:7\n"
      "  blocker A10 policy/quantity (likely)\n"
      "\n"
      "    ค่า 😀 RM1,200\n"
      "          ^^^^^^^\n"
      "  why     The message says RM1,200; the rule says 1,700 MYR.\n"
      "  rule    MY-WAGE-01: The minimum wage is RM1,700 a month.\n"
      "  source  Minimum Wages Order, section 2\n"
      "          in force from 2025-08-01; confidence high\n"
      "          https://example.org/order\n"
      "  repair  RM1,200 -> RM1,700\n"));
  CHECK(text.find("2 findings in 2 messages: 1 blocker, 0 major, 0 minor, 0 note, 1 to ask\n") != std::string::npos);
  CHECK(text.find("no policies are held for: AE\n") != std::string::npos);
}

TEST_CASE("text is broken at spaces, long words between characters, links never") {
  struct Case {
    const char* text;
    size_t width;
    const char* wrapped;
  };
  const std::vector<Case> cases = {
      {"", 10, ""},
      {"one two three", 10, "one two\n  three"},
      {"exactly ten", 11, "exactly ten"},
      {"abcdefghijklmnop", 10, "abcdefghij\n  klmnop"},
      {"a abcdefghijklmnop b", 10, "a\n  abcdefghij\n  klmnop b"},
      {"see https://example.org/long/path now", 10, "see\n  https://example.org/long/path\n  now"},
      {"\033[31mred\033[0m word", 8, "\033[31mred\033[0m word"},
      {"最低工资最低工资", 10, "最低工资最\n  低工资"},
  };
  for (const Case& c : cases) CHECK(wrapped(c.text, c.width, "  ") == c.wrapped);
}

TEST_CASE("every wrapped line fits and no word is lost, at any width") {
  const std::string text = "Employers ค่าจ้างขั้นต่ำสำหรับแรงงานต่างด้าว must 👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧 pay নিয়মনিয়মনিয়মনিয়মনিয়ম workers";
  for (size_t width = 8; width < 60; ++width) {
    std::string put_together;
    std::string line;
    for (const char c : wrapped(text, width, "") + "\n") {
      if (c != '\n') {
        line += c;
        continue;
      }
      CHECK(display_width(line) <= width);
      for (const char l : line) {
        if (l != ' ') put_together += l;
      }
      line.clear();
    }
    std::string without_spaces = text;
    std::erase(without_spaces, ' ');
    CHECK(put_together == without_spaces);
  }
}

TEST_CASE("an excerpt is the span with as much around it as fits") {
  const std::string line = "aaaaaaaaaa bbbbbbbbbb SPAN cccccccccc dddddddddd";
  CHECK(excerpt(line, {22, 26}, 80).line == line);
  CHECK(excerpt(line, {22, 26}, 80).carets == std::string(22, ' ') + "^^^^");
  for (size_t width = 10; width < 60; ++width) {
    const Excerpt cut = excerpt(line, {22, 26}, width);
    CHECK(display_width(cut.line) <= width);
    const size_t first = cut.carets.find('^');
    CHECK(display_width(cut.line.substr(0, cut.line.find("SPAN"))) == first);
    CHECK(cut.carets.size() == first + 4);
  }
}

TEST_CASE("of a span wider than the terminal its beginning is shown") {
  const Excerpt cut = excerpt("before " + std::string(100, 'x') + " after", {7, 107}, 20);
  CHECK(cut.line == "…" + std::string(18, 'x') + "…");
  CHECK(cut.carets == " " + std::string(18, '^'));
}

TEST_CASE("an empty span, and one past the end of its line, have one caret") {
  CHECK(excerpt("abc", {1, 1}, 80).carets == " ^");
  CHECK(excerpt("abc", {9, 12}, 80).carets == "   ^");
  CHECK(excerpt("", {0, 0}, 80).carets == "^");
}

TEST_CASE("control characters become spaces, whatever bytes stand around them") {
  CHECK(printable("a\tb\033[31m\x7F") == "a b [31m ");
  CHECK(printable("x\xC2\x9By") == "x y");
  CHECK(printable("\xC2\xA0\xFF\xC2") == "\xC2\xA0\xFF\xC2");
}
