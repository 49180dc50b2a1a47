// Help, completion and the manual come from one table; each is read here by what people read it with.
#include <set>

#include "small_workspace.h"

using namespace selaras::test;

namespace {

bool is_there(const char* program) {
  if (std::filesystem::exists(program)) return true;
  MESSAGE("skipped: ", program, " is not installed (./dev setup --all)");
  return false;
}

std::string printed(const std::vector<std::string>& arguments) {
  const Folder folder;
  const Ran ran = run_program(SELARAS_PROGRAM, Call{arguments}, folder.path());
  REQUIRE(ran.code == 0);
  REQUIRE(ran.err.empty());
  return ran.out;
}

std::set<std::string> words_of(const std::string& text) {
  std::set<std::string> words;
  for (const auto& line : lines_of(text)) words.insert(line.substr(0, line.find('\t')));
  return words;
}

/// What bash offers for the last of the words.
std::set<std::string> bash_offers(const std::string& words) {
  const Folder folder;
  folder.write("selaras.bash", printed({"completion", "bash"}));
  const std::string script = "source selaras.bash; COMP_WORDS=(" + words + "); COMP_CWORD=$((${#COMP_WORDS[@]}-1)); _selaras; printf '%s\\n' \"${COMPREPLY[@]}\"";
  const Ran ran = run_program("/bin/bash", Call{{"-u", "-c", script}}, folder.path());
  REQUIRE_MESSAGE(ran.err.empty(), ran.err);
  return words_of(ran.out);
}

std::set<std::string> zsh_offers(const std::string& words) {
  const Folder folder;
  folder.write("_selaras", printed({"completion", "zsh"}));
  const std::string script = "compdef() {}; compadd() { shift; print -l -- \"$@\"; }; _files() { print FILES; }; source ./_selaras; words=(" + words + "); CURRENT=${#words}; _selaras";
  const Ran ran = run_program("/usr/bin/zsh", Call{{"-f", "-c", script}}, folder.path());
  REQUIRE_MESSAGE(ran.err.empty(), ran.err);
  return words_of(ran.out);
}

std::set<std::string> fish_offers(const std::string& line) {
  const Folder folder;
  folder.write("selaras.fish", printed({"completion", "fish"}));
  const Ran ran = run_program("/usr/bin/fish", Call{{"--no-config", "-c", "source selaras.fish; complete -C '" + line + "'"}, "", {{"HOME", folder.path()}}}, folder.path());
  REQUIRE_MESSAGE(ran.err.empty(), ran.err);
  return words_of(ran.out);
}

bool offers(const std::set<std::string>& words, const std::vector<std::string>& expected) {
  for (const auto& word : expected) {
    if (!words.contains(word)) return false;
  }
  return true;
}

/// What mandoc has to say of a page, except that it has no date: with one, no two builds would be the same.
std::string complaints(const std::string& page) {
  const Folder folder;
  folder.write("page", page);
  std::string found;
  for (const auto& line : lines_of(run_program("/usr/bin/mandoc", Call{{"-T", "lint", "-W", "warning", "page"}}, folder.path()).out)) {
    if (!has(line, "missing date")) found += line + "\n";
  }
  return found;
}

const std::string kFormats = SELARAS_SOURCE_DIR "/docs/formats/";

}  // namespace

TEST_CASE("bash completes commands, commands of commands, options and their words") {
  CHECK(offers(bash_offers("selaras ''"), {"check", "fix", "policies", "completion"}));
  CHECK(bash_offers("selaras che") == std::set<std::string>{"check"});
  CHECK(offers(bash_offers("selaras policies ''"), {"list", "show", "lint", "diff"}));
  CHECK(offers(bash_offers("selaras check --"), {"--format", "--fail-on", "--strict"}));
  CHECK_FALSE(bash_offers("selaras check --").contains("--write"));
  CHECK(offers(bash_offers("selaras check -f ''"), {"pretty", "sarif", "html"}));
  CHECK(bash_offers("selaras check messages --color a") == std::set<std::string>{"always", "auto"});
  CHECK(bash_offers("selaras check --config ''") == std::set<std::string>{""});  // left to file names
  CHECK_FALSE(bash_offers("selaras ''").contains("man"));
}

TEST_CASE("zsh and fish complete the same") {
  if (is_there("/usr/bin/zsh")) {
    CHECK(offers(zsh_offers("selaras ''"), {"check", "fix", "policies"}));
    CHECK(offers(zsh_offers("selaras policies ''"), {"list", "show"}));
    CHECK(offers(zsh_offers("selaras check --format ''"), {"pretty", "sarif"}));
    CHECK(offers(zsh_offers("selaras check -"), {"--format", "--fail-on"}));
    CHECK(zsh_offers("selaras check ''") == std::set<std::string>{"FILES"});
  }
  if (is_there("/usr/bin/fish")) {
    CHECK(offers(fish_offers("selaras "), {"check", "fix", "policies"}));
    CHECK(offers(fish_offers("selaras policies "), {"list", "show"}));
    CHECK(offers(fish_offers("selaras check --format "), {"pretty", "sarif"}));
    CHECK(offers(fish_offers("selaras check --"), {"--format", "--fail-on"}));
    CHECK_FALSE(fish_offers("selaras check --").contains("--write"));
  }
}

TEST_CASE("another shell is refused") {
  const Folder folder;
  CHECK(has(run_program(SELARAS_PROGRAM, Call{{"completion", "bsh"}}, folder.path()).err, "did you mean 'bash'?"));
  CHECK(run_program(SELARAS_PROGRAM, Call{{"completion"}}, folder.path()).code == 2);
}

TEST_CASE("the manual tells every option that help tells") {
  const std::string page = printed({"man", "selaras"});
  for (const std::vector<std::string>& command : {std::vector<std::string>{"check"}, {"fix"}, {"policies", "list"}, {"rules", "test"}}) {
    std::vector<std::string> arguments = command;
    arguments.emplace_back("--help");
    for (const auto& line : lines_of(printed(arguments))) {
      const size_t at = line.find("--");
      if (!line.starts_with("  ") || at == std::string::npos || at > 8) continue;
      std::string roff;
      for (const char c : line.substr(at, line.find_first_of(" ,", at) - at)) roff += c == '-' ? std::string("\\-") : std::string(1, c);
      CHECK_MESSAGE(has(page, roff + "\\fR"), line);
    }
  }
  for (const char* section : {".SH NAME", ".SH SYNOPSIS", ".SH OPTIONS", ".SH COMMANDS", ".SH EXIT STATUS", ".SH ENVIRONMENT", ".SH SEE ALSO"}) CHECK(has(page, section));
}

TEST_CASE("the pages on files have the commands and the documents of the formats") {
  const std::string rules = printed({"man", "selaras-rules", kFormats + "check.md", kFormats + "language.md"});
  CHECK(has(rules, ".SS selaras rules test"));
  CHECK(has(rules, ".SH\nFormat: "));
  CHECK(has(rules, "\\fBseverity\\fR"));
  const std::string policies = printed({"man", "selaras-policies", kFormats + "policy.md"});
  CHECK(has(policies, ".SS selaras policies list"));
  CHECK(has(policies, "MY\\-WAGE"));
  const Folder folder;
  CHECK(run_program(SELARAS_PROGRAM, Call{{"man", "selaras-rules", "gone.md"}}, folder.path()).code == 2);
}

TEST_CASE("mandoc has nothing to complain of in the pages") {
  if (!is_there("/usr/bin/mandoc")) return;
  CHECK(complaints(printed({"man", "selaras"})) == "");
  CHECK(complaints(printed({"man", "selaras-rules", kFormats + "check.md", kFormats + "language.md", kFormats + "ontology.md", kFormats + "weights.md"})) == "");
  CHECK(complaints(printed({"man", "selaras-policies", kFormats + "policy.md"})) == "");
}
