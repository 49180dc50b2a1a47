// YAML as a tree that knows its bytes, and what of YAML is refused.
#include "data/yaml.h"

#include <doctest/doctest.h>

using namespace selaras;

namespace {

struct Parsed {
  std::shared_ptr<SourceFile> file;
  std::optional<yaml::Node> root;
  Diagnostics diagnostics;

  std::string first() const { return diagnostics.all().empty() ? "" : to_line(diagnostics.all().front()); }
  std::string text(const yaml::Node& node) const { return std::string(slice(file->text(), node.span)); }
};

Parsed parse(const std::string& text) {
  Parsed parsed{std::make_shared<SourceFile>("a.yaml", text), {}, {}};
  parsed.root = yaml::parse(*parsed.file, parsed.diagnostics);
  return parsed;
}

std::string nested(size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

}  // namespace

TEST_CASE("every node has the bytes it was written with") {
  const Parsed parsed = parse("ชื่อ: 'ข้อ ก'\nlist: [a, \"b c\"]\nplain: two words\n");
  REQUIRE(parsed.root.has_value());
  const auto& root = *parsed.root;
  CHECK(parsed.text(root.keys[0]) == "ชื่อ");
  CHECK(parsed.text(root.items[0]) == "'ข้อ ก'");
  CHECK(root.items[0].scalar == "ข้อ ก");
  CHECK(parsed.text(*root.find("list")) == "[a, \"b c\"]");
  CHECK(parsed.text(root.find("list")->items[1]) == "\"b c\"");
  CHECK(parsed.text(*root.find("plain")) == "two words");
  CHECK(root.find("other") == nullptr);
}

TEST_CASE("scalars stay text: no country becomes a truth value, no number loses its zero") {
  const Parsed parsed = parse("[NO, yes, 08123, 1e3, 0x10, 2026-11-15, ~, null, '', \"null\", Null]");
  REQUIRE(parsed.root.has_value());
  const std::vector<std::string> written = {"NO", "yes", "08123", "1e3", "0x10", "2026-11-15"};
  for (size_t i = 0; i < written.size(); ++i) {
    CHECK(parsed.root->items[i].scalar == written[i]);
    CHECK(parsed.root->items[i].is_scalar());
  }
  CHECK(parsed.root->items[6].is_null());
  CHECK(parsed.root->items[7].is_null());
  CHECK(parsed.root->items[8].is_scalar());
  CHECK(parsed.root->items[9].is_scalar());
  CHECK(parsed.root->items[10].is_scalar());
}

TEST_CASE("an empty document is null") {
  for (const char* text : {"", "\n\n", "# only a comment\n", "---\n"}) {
    const Parsed parsed = parse(text);
    REQUIRE(parsed.root.has_value());
    CHECK(parsed.root->is_null());
  }
}

TEST_CASE("CRLF and a byte order mark are passed over") {
  const Parsed parsed = parse("\xEF\xBB\xBF" "a: 1\r\nb: 2\r\n");
  REQUIRE(parsed.root.has_value());
  CHECK(parsed.root->find("a")->scalar == "1");
  CHECK(parsed.root->find("b")->scalar == "2");
}

TEST_CASE("what is refused is told with its place and a remedy") {
  struct Fault {
    std::string text;
    std::string line;
  };
  const std::vector<Fault> faults = {
      {"a: 1\na: 2\n", "a.yaml:2:1: error: the key 'a' stands here a second time (keep one of the two)"},
      {"ก: 1\nข: {ค: 1, ค: 2}\n", "a.yaml:2:11: error: the key 'ค' stands here a second time (keep one of the two)"},
      {"a: &x 1\n", "a.yaml:1:4: error: anchors and aliases are not allowed (write the value out where it is used)"},
      {"a: *x\n", "a.yaml:1:4: error: anchors and aliases are not allowed (write the value out where it is used)"},
      {"a: &x [1]\n", "a.yaml:1:4: error: anchors and aliases are not allowed (write the value out where it is used)"},
      {"[a]: 1\n", "a.yaml:1:1: error: a key must be a plain word (write the key as text)"},
      {"a: 1\n---\nb: 2\n", "a.yaml:2:1: error: a second document starts here (keep one document in a file)"},
      {"a: [1, 2\n", "a.yaml:2:1: error: broken YAML: while parsing a flow sequence, did not find expected ',' or ']' (check quotes, brackets and indentation near this place)"},
      {"a:\n\tb: 1\n", "a.yaml:2:1: error: broken YAML: while scanning for the next token, found character that cannot start any token (indent with spaces: a tab is not allowed there)"},
      {"a: \"open\n", "a.yaml:2:1: error: broken YAML: while scanning a quoted scalar, found unexpected end of stream (check quotes, brackets and indentation near this place)"},
      {nested(65), "a.yaml:1:65: error: nested deeper than 64 levels (flatten the structure)"},
      {"กก: \xFF\n", "a.yaml:1:5: error: these bytes are not UTF-8 (save the file as UTF-8)"},
      {std::string("ก: \0\n", 7), "a.yaml:1:4: error: a NUL byte: this is not a text file (save it as UTF-8 text)"},
      {"ก: \x01\n", "a.yaml:1:4: error: broken YAML: control characters are not allowed (check quotes, brackets and indentation near this place)"},
  };
  for (const Fault& fault : faults) {
    const Parsed parsed = parse(fault.text);
    CHECK_FALSE(parsed.root.has_value());
    CHECK(parsed.first() == fault.line);
    CHECK(parsed.diagnostics.error_count() == 1);
  }
}

TEST_CASE("64 levels are read") { CHECK(parse(nested(64)).root.has_value()); }

TEST_CASE("brackets without end are refused at the limit, however many there are") {
  const Parsed parsed = parse(std::string(1000000, '['));
  CHECK(parsed.first() == "a.yaml:1:65: error: nested deeper than 64 levels (flatten the structure)");
}

TEST_CASE("a part of a file is parsed with the offsets of the file") {
  const SourceFile file("m.md", "---\nชื่อ: x\nb: [\n---\n");
  Diagnostics diagnostics;
  const auto root = yaml::parse(file, {4, 19}, diagnostics);
  REQUIRE(root.has_value());
  CHECK(slice(file.text(), root->items[0].span) == "x");
}
