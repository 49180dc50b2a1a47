// How findings look: colour only where it is wanted, lines as wide as the terminal, carets under what they mean in every script.
#include "base/utf8.h"
#include "small_workspace.h"
#include "text/characters.h"

using namespace selaras::test;

namespace {

bool coloured(std::string_view text) { return has(text, "\033["); }

std::string body(const std::string& text) {
  std::string message = wage_message("shown", "RM1,200");
  return message.substr(0, message.rfind("---\n") + 4) + text + "\n";
}

/// The line of carets, and the part of the line above it that stands over them.
struct Marked {
  std::string over;
  size_t carets = 0;
};

Marked marked(const std::string& out) {
  const auto lines = lines_of(out);
  for (size_t i = 1; i < lines.size(); ++i) {
    const size_t first = lines[i].find('^');
    if (first == std::string::npos || lines[i].find_first_not_of(" ^") != std::string::npos) continue;
    const size_t count = lines[i].size() - first;
    Marked found{{}, count};
    size_t column = 0;
    const std::string& line = lines[i - 1];
    for (size_t at = 0; at < line.size();) {
      const auto length = selaras::code_point_at(line, at).length;
      const std::string character = line.substr(at, length);
      if (column >= first && column < first + count) found.over += character;
      column += selaras::display_width(character);
      at += length;
    }
    return found;
  }
  return {};
}

}  // namespace

TEST_CASE("colour: not in a pipe, unless it is forced; --color is above the environment") {
  struct Case {
    std::string option;
    std::map<std::string, std::string> environment;
    bool colour;
  };
  const std::vector<Case> cases = {
      {"auto", {}, false},
      {"auto", {{"CLICOLOR_FORCE", "1"}}, true},
      {"auto", {{"CLICOLOR_FORCE", "0"}}, false},
      {"auto", {{"FORCE_COLOR", "1"}}, true},
      {"auto", {{"CLICOLOR_FORCE", "1"}, {"NO_COLOR", "1"}}, false},
      {"auto", {{"CLICOLOR_FORCE", "1"}, {"NO_COLOR", ""}}, true},
      {"auto", {{"TERM", "dumb"}}, false},
      {"always", {}, true},
      {"always", {{"NO_COLOR", "1"}}, true},
      {"always", {{"TERM", "dumb"}}, true},
      {"never", {{"CLICOLOR_FORCE", "1"}}, false},
  };
  const House house;
  for (const Case& c : cases) {
    CAPTURE(c.option);
    const Ran ran = house.run(Call{{"check", "--color", c.option}, "", c.environment});
    CHECK(coloured(ran.out) == c.colour);
    CHECK(coloured(house.run(Call{{"check", "--color", c.option, "-f", "json"}, "", c.environment}).out) == false);
  }
}

TEST_CASE("no line of prose is wider than the terminal") {
  const House house;
  house.write("messages/thai.md", body("Employers must pay foreign workers ค่าจ้างขั้นต่ำสำหรับแรงงานต่างด้าวทุกคนในประเทศมาเลเซียตามกฎหมาย a minimum wage of at least RM1,200 a month."));
  house.write("messages/bulky.md", body("Employers must pay foreign workers a minimum wage of " + std::string(300, 'x') + " at least RM1,200 a month."));
  for (const size_t width : {40, 60, 80, 132}) {
    for (const std::vector<std::string>& command : {std::vector<std::string>{"check"}, {"policies", "show", "MY-WAGE-01"}, {"policies", "list"}, {"explain", "A7"}, {"claims"}}) {
      const Ran ran = house.run(Call{command, "", {{"COLUMNS", std::to_string(width)}}});
      for (const std::string& line : lines_of(ran.out)) {
        const bool link_or_path = has(line, "://") || line.starts_with("messages/");
        CHECK_MESSAGE((link_or_path || selaras::display_width(line) <= width), width, ": ", line);
      }
    }
  }
}

TEST_CASE("a width that makes no sense is 80, and never under 40") {
  const House house;
  const std::string usual = house.run({"check"}).out;
  for (const char* columns : {"", "0", "-5", "wide", "80"}) CHECK(house.run(Call{{"check"}, "", {{"COLUMNS", columns}}}).out == usual);
  CHECK(house.run(Call{{"check"}, "", {{"COLUMNS", "1"}}}).out == house.run(Call{{"check"}, "", {{"COLUMNS", "40"}}}).out);
  CHECK(house.run(Call{{"check"}, "", {{"COLUMNS", "99999999999999999999999"}}}).code == 1);
}

TEST_CASE("carets stand under the span in every script") {
  const std::string claim = "Employers in Malaysia must pay foreign workers a minimum wage of at least RM1,200 a month.";
  for (const std::string& before : {"", "ข่าว ", "ขั้นต่ำ กำลัง ", "নিয়ম ", "😀 👩‍👩‍👧 ", "\t\t", "最低工资 ", "e\xCC\x81 ", "\xE2\x80\x8Bx "}) {
    CAPTURE(before);
    const House house;
    house.write("messages/shown.md", body(before + claim));
    for (const char* width : {"40", "80", "200"}) {
      const Ran ran = house.run(Call{{"check", "messages/shown.md"}, "", {{"COLUMNS", width}}});
      const Marked found = marked(ran.out);
      CHECK(has("at least RM1,200 a month", found.over));
      CHECK(found.over.starts_with("at least RM1,200"));
      CHECK(found.carets == selaras::display_width(found.over));
    }
  }
}

TEST_CASE("CRLF and a span over two lines leave the carets on their line") {
  const House house;
  std::string crlf;
  for (const char c : body("Employers in Malaysia must pay foreign workers a minimum wage of at least\nRM1,200 a month.")) crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
  house.write("messages/shown.md", crlf);
  const Ran ran = house.run({"check", "messages/shown.md"});
  CHECK_FALSE(has(ran.out, "\r"));
  CHECK(marked(ran.out).carets > 0);
}

TEST_CASE("control characters of a message never reach the terminal") {
  const House house;
  house.write("messages/shown.md", body("\033]0;title\007\033[31m\xC2\x9B" "2J Employers in Malaysia must pay foreign workers a minimum wage of at least RM1,200 a month."));
  house.write("messages/named.md", "---\nid: \"\\e[31mred\"\nfoo\\e: 1\n\"\\e[31m\": 1\n---\nText\n");
  for (const char* format : {"pretty", "compact"}) {
    const Ran ran = house.run({"check", "messages", "-f", format});
    CHECK_FALSE(coloured(ran.out + ran.err));
    CHECK_FALSE(has(ran.out, "\xC2\x9B"));
    CHECK_FALSE(has(ran.out, "\007"));
  }
}

TEST_CASE("LC_ALL=C changes no byte") {
  const House house;
  house.write("messages/shown.md", body("ขั้นต่ำ Employers in Malaysia must pay foreign workers a minimum wage of at least RM1,200 a month."));
  CHECK(house.run(Call{{"check"}, "", {{"LC_ALL", "C"}}}).out == house.run(Call{{"check"}, "", {{"LC_ALL", "C.UTF-8"}}}).out);
}
