// Ignore files: the examples of gitignore(5), and hundreds of random ones that git itself answers.
#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "message/ignore_files.h"
#include "message/message_search.h"

using namespace selaras;
namespace fs = std::filesystem;

namespace {

bool matches(const std::string& line, const std::string& path, bool is_directory = false) {
  const auto pattern = IgnorePattern::parse(line);
  return pattern && pattern->matches(path, is_directory);
}

std::vector<std::string> found(const MemoryFileSystem& files, const std::vector<std::string>& paths = {"."}) {
  Diagnostics diagnostics;
  auto search = find_messages(files, paths, {}, diagnostics);
  CHECK(diagnostics.all().empty());
  return search.paths;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("patterns mean what gitignore(5) says") {
  CHECK(matches("foo", "a/b/foo"));
  CHECK(matches("foo", "foo", true));
  CHECK_FALSE(matches("foo/", "foo"));
  CHECK(matches("foo/", "a/foo", true));
  CHECK(matches("/foo", "foo"));
  CHECK_FALSE(matches("/foo", "a/foo"));
  CHECK(matches("doc/frotz/", "doc/frotz", true));
  CHECK_FALSE(matches("doc/frotz/", "a/doc/frotz", true));
  CHECK(matches("foo/*", "foo/test.json"));
  CHECK_FALSE(matches("foo/*", "foo/bar/hello.c"));
  CHECK(matches("**/foo/bar", "foo/bar"));
  CHECK(matches("**/foo/bar", "x/y/foo/bar"));
  CHECK(matches("abc/**", "abc/x/y"));
  CHECK_FALSE(matches("abc/**", "abc"));
  CHECK(matches("a/**/b", "a/b"));
  CHECK(matches("a/**/b", "a/x/y/b"));
  CHECK_FALSE(matches("a/**/b", "a/xb"));
  CHECK(matches("*.md", ".md"));
  CHECK(matches("\\#a", "#a"));
  CHECK(matches("\\!a", "!a"));
  CHECK(matches("a\\ ", "a "));
  CHECK(matches("a  ", "a"));
  CHECK(matches("a\r", "a"));
  CHECK(matches("[a-c]x", "bx"));
  CHECK_FALSE(matches("[!a-c]x", "bx"));
  CHECK(matches("[^a-c]x", "zx"));
  CHECK(matches("[]a]x", "]x"));
  CHECK(matches("[[:digit:]-]x", "-x"));
  CHECK_FALSE(matches("a[/]b", "a/b"));
  CHECK_FALSE(matches("a?b", "a/b"));
  for (const char* never : {"", "#a", "[a", "a\\", "/", "[[:nonsense:]]x", "!"}) CHECK_FALSE(matches(never, "a"));
  CHECK(IgnorePattern::parse("!a")->negated());
}

TEST_CASE("a pattern that would take others for ever takes its length times the path's") {
  std::string line, path;
  for (int i = 0; i < 400; ++i) line += "*a", path += "a";
  CHECK(matches(line, path));
  CHECK_FALSE(matches(line + "b", path));
  std::string deep;
  for (int i = 0; i < 200; ++i) deep += "**/a/";
  CHECK_FALSE(matches(deep + "b", path));
  CHECK_FALSE(IgnorePattern::parse(std::string(5000, 'a')).has_value());
}

TEST_CASE("the last line that matches decides, the deeper file first, but not below what is left out") {
  MemoryFileSystem files;
  for (const char* name : {"a.md", "b.md", "m/a.md", "m/b.md", "m/deep/a.md", "out/a.md"}) files.add(name, "text");
  CHECK(found(files).size() == 6);
  files.add(".selarasignore", "a.md\n!/a.md\nout/\n!out/a.md\n");
  CHECK(found(files) == Words{"a.md", "b.md", "m/b.md"});
  files.add("m/.selarasignore", "!a.md\n");
  CHECK(found(files) == Words{"a.md", "b.md", "m/a.md", "m/b.md", "m/deep/a.md"});
  files.add("m/deep/.gitignore", "a.md\n");
  CHECK(found(files) == Words{"a.md", "b.md", "m/a.md", "m/b.md"});
  CHECK(found(files, {"m/deep/a.md", "m/b.md"}) == Words{"m/b.md", "m/deep/a.md"});  // named: .gitignore does not count
  CHECK(found(files, {"out"}) == Words{"out/a.md"});  // a folder that is named is walked
}

TEST_CASE("an ignore file that cannot be read is a warning") {
  MemoryFileSystem files;
  files.add("a.md", "text");
  files.add(".selarasignore", "a.md\n");
  files.add_fault(".selarasignore", FileFault::unreadable);
  files.add_fault(fs::absolute(".selarasignore").string(), FileFault::unreadable);
  Diagnostics diagnostics;
  find_messages(files, {"."}, {}, diagnostics);
  CHECK_FALSE(diagnostics.has_errors());
}

TEST_CASE("git agrees on random ignore files and random trees") {
  if (std::system("command -v git >/dev/null 2>&1") != 0) {
    MESSAGE("skipped: git is not installed (./dev setup --all)");
    return;
  }
  std::mt19937 random(20261128);  // NOLINT: the same cases every time
  const auto pick = [&](const std::vector<std::string>& from) { return from[random() % from.size()]; };
  const Words names = {"a", "b", "ab", "a.md", "b.md", "x y", "[a]", "#c", "!d", "abc.md", "\xC3\xA9.md"};
  const Words parts = {"a", "b", "ab", "*", "?", "*.md", "a*", "*b", "[ab]", "[!a]*", "[a-c].md", "\\#c", "\\!d", "\\[a\\]", "x\\ y", "x y", "**", "a?", "[[:alpha:]]*", "\xC3\xA9*", "*.m[d]", "[]a]"};
  std::string name = (fs::temp_directory_path() / "selaras-ignore-XXXXXX").string();
  REQUIRE(mkdtemp(name.data()) != nullptr);
  const fs::path root = name;
  REQUIRE(std::system(("git init -q " + root.string()).c_str()) == 0);
  for (int round = 0; round < 25; ++round) {
    for (const auto& entry : fs::directory_iterator(root)) {
      if (entry.path().filename() != ".git") fs::remove_all(entry.path());
    }
    Words paths;
    for (int i = 0; i < 40; ++i) {
      std::string path;
      const auto depth = 1 + random() % 4;
      for (size_t d = 0; d < depth; ++d) path += (d > 0 ? "/" : "") + pick(names);
      std::error_code error;
      fs::create_directories((root / path).parent_path(), error);
      std::ofstream(root / path) << "x";
      if (fs::is_regular_file(root / path, error)) paths.push_back(path);
    }
    const auto line = [&] {
      std::string text = random() % 4 == 0 ? "!" : "";
      if (random() % 4 == 0) text += "/";
      const auto depth = 1 + random() % 3;
      for (size_t d = 0; d < depth; ++d) text += (d > 0 ? "/" : "") + pick(parts);
      return text + (random() % 4 == 0 ? "/" : "") + (random() % 9 == 0 ? "  " : "") + "\n";
    };
    std::string text, nested;
    for (int i = 0; i < 6; ++i) text += line();
    for (int i = 0; i < 3; ++i) nested += line();
    std::ofstream(root / ".gitignore") << text;
    std::error_code error;
    if (fs::is_directory(root / "a", error)) std::ofstream(root / "a" / ".gitignore") << nested;
    const DiskFileSystem files;
    Diagnostics diagnostics;
    IgnoreFiles ignore(files, {}, diagnostics);
    std::string asked;
    for (const auto& path : paths) asked += path + '\0';
    std::ofstream(root / ".git" / "asked", std::ios::binary) << asked;
    const int answered = std::system(("cd " + root.string() + " && git check-ignore --no-index -z --stdin <.git/asked >.git/answers 2>.git/errors").c_str());
    REQUIRE(WEXITSTATUS(answered) <= 1);
    std::ifstream answers(root / ".git" / "answers", std::ios::binary);
    Words ignored;
    for (std::string one; std::getline(answers, one, '\0');) ignored.push_back(one);
    for (const auto& path : paths) {
      bool ours = false;  // a folder on the way, or the file itself
      for (size_t slash = path.find('/'); !ours; slash = path.find('/', slash + 1)) {
        ours = ignore.leaves_out((root / path.substr(0, slash)).string(), slash != std::string::npos);
        if (slash == std::string::npos) break;
      }
      const bool theirs = std::find(ignored.begin(), ignored.end(), path) != ignored.end();
      CHECK_MESSAGE(ours == theirs, path, " with\n", text, "and in a/\n", nested);
    }
  }
  fs::remove_all(root);
}
