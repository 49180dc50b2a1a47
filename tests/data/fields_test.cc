// Reading fields by name and type, and what is said when they are not as they should be.
#include "data/fields.h"

#include <doctest/doctest.h>

using namespace selaras;

namespace {

/// What reading `text` as a mapping complains of.
template <typename Read>
std::vector<std::string> told(const std::string& text, Read read) {
  const SourceFile file("a.yaml", text);
  Diagnostics diagnostics;
  const auto root = yaml::parse(file, diagnostics);
  REQUIRE(root.has_value());
  Fields fields(file, *root, "the thing", diagnostics);
  if (fields.valid()) read(fields);
  std::vector<std::string> lines;
  for (const auto& d : diagnostics.all()) lines.push_back(to_line(d));
  return lines;
}

using Lines = std::vector<std::string>;
constexpr std::array<std::string_view, 3> kColours = {"red", "green", "blue"};

}  // namespace

TEST_CASE("good fields are read and nothing is said") {
  CHECK(told("name: x\nsize: 2.5\nready: yes\nday: 2026-11-15\nwords: [a, b]\none: a\ncolour: green\nlist: [{}, {}]\nx-mine: 1\n", [](Fields& fields) {
          CHECK(fields.required_text("name") == "x");
          CHECK(fields.number("size") == 2.5);
          CHECK(fields.boolean("ready") == true);
          CHECK(fields.date("day")->iso() == "2026-11-15");
          CHECK(fields.texts("words") == std::vector<std::string>{"a", "b"});
          CHECK(fields.texts("one") == std::vector<std::string>{"a"});
          CHECK(fields.choice("colour", kColours) == 1U);
          CHECK(fields.items("list").size() == 2);
          fields.finish();
        }) == Lines{});
}

TEST_CASE("what is absent or null is nothing, and no fault unless it is required") {
  CHECK(told("a: null\nb: ~\n", [](Fields& fields) {
          CHECK_FALSE(fields.text("a").has_value());
          CHECK_FALSE(fields.number("b").has_value());
          CHECK_FALSE(fields.date("c").has_value());
          CHECK(fields.texts("d").empty());
          CHECK(fields.items("e").empty());
          fields.require("f");
        }) == Lines{"a.yaml:1:1: error: the thing has no 'f' (add `f:`)"});
}

TEST_CASE("a value of the wrong type is told where it stands") {
  CHECK(told("name: [x]\nsize: big\nready: maybe\nday: 2026-02-30\nwords: {a: b}\ncolour: gren\nlist: x\n", [](Fields& fields) {
          fields.text("name");
          fields.number("size");
          fields.boolean("ready");
          fields.date("day");
          fields.texts("words");
          fields.choice("colour", kColours);
          fields.items("list");
        }) == Lines{"a.yaml:1:7: error: 'name' of the thing must be text (write one value)",
                    "a.yaml:2:7: error: 'size' of the thing must be a number, not 'big' (write digits without separators)",
                    "a.yaml:3:8: error: 'ready' of the thing must be yes or no, not 'maybe' (write yes or no)",
                    "a.yaml:4:6: error: 'day' of the thing is not a day: '2026-02-30' (write a day of the calendar as YYYY-MM-DD)",
                    "a.yaml:5:12: error: 'words' of the thing must be a list of words (write `[a, b]`)",
                    "a.yaml:6:9: error: 'gren' is no colour of the thing (did you mean 'green'?)",
                    "a.yaml:7:7: error: 'list' of the thing must be a list (start each item with `- `)"});
}

TEST_CASE("a key that nobody asked for is told with the nearest that somebody did") {
  CHECK(told("nmae: x\nzzzzzz: 1\n", [](Fields& fields) {
          fields.text("name");
          fields.text("colour");
          fields.finish();
        }) == Lines{"a.yaml:1:1: error: unknown field 'nmae' in the thing (did you mean 'name'?)",
                    "a.yaml:2:1: error: unknown field 'zzzzzz' in the thing (known are: colour, name)"});
}

TEST_CASE("what is no mapping is told once") {
  CHECK(told("- a\n", [](Fields&) { FAIL("not valid"); }) == Lines{"a.yaml:1:1: error: the thing must be a mapping of fields (write it as `key: value` lines)"});
}

TEST_CASE("a file that is wrong in every line is told a hundred times, not a hundred thousand") {
  std::string text;
  for (int i = 0; i < 100000; ++i) text += "k" + std::to_string(i) + ": 1, ";
  const Lines lines = told("{" + text + "}", [](Fields& fields) {
    fields.finish();
    CHECK(fields.diagnostics().error_count() > 100000);
  });
  CHECK(lines.size() == 100);
  CHECK(lines.back() == "a.yaml: error: more is wrong with this file than is told here (mend what is told, then run again)");
}

TEST_CASE("the nearest word is near, or there is none") {
  constexpr std::array<std::string_view, 4> known = {"channel", "country", "corridor", "id"};
  const std::vector<std::pair<std::string, std::string>> words = {
      {"chanel", "channel"}, {"cuontry", "country"}, {"corridors", "corridor"}, {"di", "id"}, {"xylophone", ""}, {"", "id"}};
  for (const auto& [word, near] : words) CHECK(nearest(word, known) == near);
}
