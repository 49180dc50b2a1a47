// What people get wrong in a message file, and what they are told: file, line, column, the fault, the remedy.
#include <filesystem>
#include <fstream>

#include "helper.h"

using namespace selaras;
using namespace selaras::test;

namespace {

struct Fault {
  const char* what;
  std::string text;
  std::string line;
};

std::string with(const std::string& field) {
  return "---\nid: t-1\nissuer: BD-BMET\ncountry: BD\nlanguage: en\npublish: 2026-11-15\n" + field + "\n---\nText.\n";
}

std::string without(const std::string& field) {
  std::string text = with("channel: sms");
  const size_t begin = text.find("\n" + field + ":") + 1;
  return text.erase(begin, text.find('\n', begin) + 1 - begin);
}

std::string replaced(const std::string& old_part, const std::string& new_part) {
  std::string text = with("channel: sms");
  return text.replace(text.find(old_part), old_part.size(), new_part);
}

std::string nested(size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

}  // namespace

TEST_CASE("every fault of the front matter is told with its place and a remedy") {
  const std::vector<Fault> faults = {
      {"no id", without("id"), "m.md:2:1: error: the front matter has no 'id' (add a line `id: <one word>`)"},
      {"no issuer", without("issuer"),
       "m.md:2:1: error: the front matter has no 'issuer' (add a line `issuer: <country>-<agency>`)"},
      {"no country", without("country"),
       "m.md:2:1: error: the front matter has no 'country' (add a line `country: <ISO 3166-1 code>`)"},
      {"no language", without("language"),
       "m.md:2:1: error: the front matter has no 'language' (add a line `language: <BCP 47 tag>`)"},
      {"no publish", without("publish"), "m.md:2:1: error: the front matter has no 'publish' (add a line `publish: YYYY-MM-DD`)"},
      {"unknown field", with("chanel: sms"),
       "m.md:7:1: error: unknown field 'chanel' in the front matter (did you mean 'channel'?)"},
      {"bad date", replaced("2026-11-15", "2026-02-30"),
       "m.md:6:10: error: 'publish' of the front matter is not a day: '2026-02-30' (write a day of the calendar as YYYY-MM-DD)"},
      {"expired early", with("expires: 2026-11-14"),
       "m.md:7:10: error: the message expires (2026-11-14) before it is published (2026-11-15) (correct one of the two days)"},
      {"country", replaced("country: BD", "country: UK"),
       "m.md:4:10: error: 'UK' in 'country' is no country code (use the two capital letters of ISO 3166-1, or XX for an "
       "international body)"},
      {"country in small letters", replaced("country: BD", "country: bd"),
       "m.md:4:10: error: 'bd' in 'country' is no country code (write BD)"},
      {"country in corridor", with("corridor: [BD, MYS]"),
       "m.md:7:16: error: 'MYS' in 'corridor' is no country code (use the two capital letters of ISO 3166-1, or XX for an "
       "international body)"},
      {"empty corridor", with("corridor: []"),
       "m.md:7:11: error: the corridor names no country (write them in order of travel: `[origin, …, destination]`)"},
      {"role", with("role: orign"), "m.md:7:7: error: 'orign' is no role of the front matter (did you mean 'origin'?)"},
      {"channel", with("channel: facebook"),
       "m.md:7:10: error: 'facebook' is no channel of the front matter (known are: sms, radio, poster, leaflet, social, web, "
       "video, speech, qa)"},
      {"language name", replaced("language: en", "language: english"),
       "m.md:5:11: error: 'english' is no language tag (use a BCP 47 tag such as en, bn, fil or zh-Hant)"},
      {"language with underscore", replaced("language: en", "language: en_gb"),
       "m.md:5:11: error: 'en_gb' is no language tag (write en-GB)"},
      {"audience is text", with("audience: workers"),
       "m.md:7:11: error: audience must be a mapping of fields (write it as `key: value` lines)"},
      {"unknown field of audience", with("audience: {grup: workers}"),
       "m.md:7:12: error: unknown field 'grup' in audience (did you mean 'group'?)"},
      {"version", with("version: 1.5"),
       "m.md:7:10: error: 'version' of the front matter must be a whole number from 1 (count versions 1, 2, 3 …)"},
      {"list for a text", replaced("id: t-1", "id: [t-1]"),
       "m.md:2:5: error: 'id' of the front matter must be text (write one value)"},
      {"id with a space", replaced("id: t-1", "id: t 1"),
       "m.md:2:5: error: 'id' of the front matter has a space in it: 't 1' (write one word, with `-` between its parts)"},
      {"duplicate key", with("country: MY"), "m.md:7:1: error: the key 'country' stands here a second time (keep one of the two)"},
      {"anchor", with("channel: &c sms"),
       "m.md:7:10: error: anchors and aliases are not allowed (write the value out where it is used)"},
      {"not a mapping", "---\n- id\n---\nText.\n",
       "m.md:2:1: error: the front matter must be a mapping of fields (write it as `key: value` lines)"},
      {"empty front matter", "---\n---\nText.\n",
       "m.md:2:1: error: the front matter is empty (write id, issuer, country, language and publish)"},
      {"not closed", "---\nid: t-1\nText.\n",
       "m.md:1:1: error: the front matter is not closed (write a line `---` between the fields and the text)"},
      {"blank line before", "\n" + with("channel: sms"),
       "m.md:1:1: error: the front matter does not start on the first line (delete the blank lines before the first `---`)"},
      {"empty file", "", "m.md:1:1: error: the file is empty (write front matter and a text, or delete the file)"},
      {"no text", replaced("Text.\n", " \n\n"),
       "m.md:9:1: error: the message has no text (write the text below the closing `---`)"},
      {"only a comment", replaced("Text.", "<!-- later -->"),
       "m.md:9:1: error: the message has no text (write more than comments and rules)"},
      {"UTF-8", replaced("Text.", "Te\xFFxt"), "m.md:9:3: error: these bytes are not UTF-8 (save the file as UTF-8)"},
      {"NUL", replaced("Text.", std::string("T\0xt", 4)),
       "m.md:9:2: error: a NUL byte: this is not a text file (save it as UTF-8 text)"},
      {"deep Markdown", replaced("Text.", std::string(100, '>') + " deep"),
       "m.md:9:1: error: lists, quotes or emphasis nested deeper than 64 levels (flatten the text)"},
  };
  for (const Fault& fault : faults) {
    CAPTURE(fault.what);
    const Reading reading = read_text(fault.text);
    CHECK_FALSE(reading.result.message.has_value());
    CHECK(reading.result.is_message);
    CHECK(reading.first() == fault.line);
  }
}

TEST_CASE("broken YAML is told with its line") {
  for (const std::string& field : {std::string("audience: {group: x"), std::string("\tchannel: sms"), "brief: " + nested(100)}) {
    CAPTURE(field);
    const Reading reading = read_text(with(field));
    CHECK_FALSE(reading.result.message.has_value());
    CHECK(reading.diagnostics.has_errors());
    CHECK(reading.diagnostics.all().front().start.line >= 7);
    CHECK_FALSE(reading.diagnostics.all().front().remedy.empty());
  }
}

TEST_CASE("all faults of one message are told at once") {
  const Reading reading = read_text("---\nid: t-1\ncountry: UK\nlanguage: english\nfoo: 1\n---\nText.\n");
  CHECK(reading.diagnostics.error_count() == 5);  // country, language, foo; issuer and publish missing
}

TEST_CASE("reserved and private fields are no errors, and neither are missing recommended ones") {
  const Reading reading = read_text(with("brief: {any: thing}\nmedia: [a]\nconsent: x\npretest: null\nx-mine: 1"));
  REQUIRE(reading.result.message.has_value());
  CHECK(reading.diagnostics.all().empty());
  CHECK(reading.result.message->defaulted == std::vector<std::string>{"audience", "corridor", "channel"});
  CHECK(reading.result.message->channel == Channel::unknown);
}

TEST_CASE("languages are written in their usual case, and tl is read as fil") {
  CHECK(read_text(replaced("language: en", "language: tl")).result.message->language == "fil");
  CHECK(read_text(replaced("language: en", "language: ZH-hant-hk")).result.message->language == "zh-Hant-HK");
}

TEST_CASE("NO is Norway") {
  CHECK(read_text(with("corridor: [PH, NO]")).result.message->corridor == std::vector<std::string>{"PH", "NO"});
}

TEST_CASE("Markdown without front matter is no message and no error") {
  for (const char* text : {"# Read me\n", "Text\n---\nid: x\n---\n"}) {
    const Reading reading = read_text(text);
    CHECK_FALSE(reading.result.message.has_value());
    CHECK_FALSE(reading.result.is_message);
    CHECK(reading.diagnostics.all().empty());
  }
}

TEST_CASE("a byte order mark is passed over with a warning, and offsets stay those of the file") {
  const std::string text = "\xEF\xBB\xBF" + with("channel: sms");
  const Reading reading = read_text(text);
  REQUIRE(reading.result.message.has_value());
  CHECK(reading.first() ==
        "m.md:1:1: warning: the file starts with a byte order mark, which is passed over (save it as UTF-8 without a byte order "
        "mark)");
  const Message& message = *reading.result.message;
  CHECK(slice(text, message.blocks[0].content.to_file({0, 5})) == "Text.");
}

TEST_CASE("files that cannot be read are told by their fault") {
  MemoryFileSystem files;
  const std::vector<std::pair<FileFault, std::string>> faults = {
      {FileFault::vanished, "the file vanished or changed while it was read"},
      {FileFault::unreadable, "the file cannot be read"},
      {FileFault::loop, "the symbolic links lead in a circle"},
  };
  for (const auto& [fault, text] : faults) {
    files.add("a.md", "x");
    files.add_fault("a.md", fault);
    Diagnostics diagnostics;
    CHECK(load_text(files, "a.md", kMessageLimit, diagnostics) == nullptr);
    CHECK(diagnostics.all().front().message == text);
  }
}

TEST_CASE("a file beyond the limit is refused") {
  MemoryFileSystem files;
  files.add("big.md", std::string(100U << 20U, 'a'));
  Diagnostics diagnostics;
  CHECK(load_text(files, "big.md", kMessageLimit, diagnostics) == nullptr);
  CHECK(to_line(diagnostics.all().front()) == "big.md: error: the file is larger than the limit (split the file, or leave it out)");
}

TEST_CASE("too many lines are refused") {
  std::string body;
  for (int i = 0; i < 60000; ++i) body += "a\n";
  const Reading reading = read_text(front_matter("sms") + body);
  CHECK_FALSE(reading.result.message.has_value());
  CHECK(reading.first().find("more than 50000 lines of text") != std::string::npos);
}

TEST_CASE("message files are found below folders, sorted and each once") {
  MemoryFileSystem files;
  for (const char* path :
       {"m/b.md", "m/a.md", "m/x.txt", "m/.hidden/c.md", "m/node_modules/d.md", "m/sub/README.md", "m/.git/e.md", "n/f.md"}) {
    files.add(path, "x");
  }
  Diagnostics diagnostics;
  const auto found = find_message_files(files, {"m/", "./m/a.md", "m//sub"}, diagnostics);
  CHECK(found == std::vector<std::string>{"m/a.md", "m/b.md", "m/sub/README.md"});
  CHECK(diagnostics.all().empty());
}

TEST_CASE("paths without messages are errors") {
  MemoryFileSystem files;
  files.add("empty/x.txt", "x");
  Diagnostics diagnostics;
  CHECK(find_message_files(files, {"gone", "empty", "empty/x.txt"}, diagnostics).empty());
  REQUIRE(diagnostics.all().size() == 3);
  CHECK(to_line(diagnostics.all()[0]) == "gone: error: no such file or folder (check the path)");
  CHECK(to_line(diagnostics.all()[1]) ==
        "empty: error: no message file (*.md) in this folder (check the path, or put messages there)");
  CHECK(to_line(diagnostics.all()[2]) ==
        "empty/x.txt: error: this is not a message file (name a Markdown file (*.md) or a folder of them)");
}

TEST_CASE("symbolic links are followed when named, passed by otherwise, and a circle is an error") {
  namespace fs = std::filesystem;
  const fs::path root = fs::temp_directory_path() / "selaras-message-links";
  fs::remove_all(root);
  fs::create_directories(root / "real");
  std::ofstream(root / "real" / "a.md") << "x";
  fs::create_directory_symlink(root, root / "real" / "up");
  fs::create_directory_symlink(root / "real", root / "link");
  fs::create_symlink(root / "one.md", root / "two.md");
  fs::create_symlink(root / "two.md", root / "one.md");

  Diagnostics diagnostics;
  const DiskFileSystem files;
  CHECK(find_message_files(files, {root.string()}, diagnostics) == std::vector<std::string>{(root / "real/a.md").string()});
  CHECK(find_message_files(files, {(root / "link").string()}, diagnostics) ==
        std::vector<std::string>{(root / "link/a.md").string()});
  CHECK(diagnostics.all().empty());
  CHECK(find_message_files(files, {(root / "one.md").string()}, diagnostics).empty());
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all().front().message == "the symbolic links lead in a circle");
  fs::remove_all(root);
}
