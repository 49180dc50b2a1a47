// The format of check rules: docs/formats/check.md.
#include "check/check_rule.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <utility>

using namespace selaras;

namespace {

std::string page() {
  std::ifstream file(SELARAS_SOURCE_DIR "/docs/formats/check.md", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string example_of_the_page() {
  const std::string text = page();
  const size_t begin = text.find("```yaml\n") + 8;
  return text.substr(begin, text.find("```", begin) - begin);
}

struct Loaded {
  CheckRules rules;
  std::string errors;
};

Loaded load(const std::string& text) {
  MemoryFileSystem files;
  files.add("checks/policy/quantity.yaml", text);
  Diagnostics diagnostics;
  Loaded loaded{CheckRules::load(files, "checks", diagnostics), {}};
  for (const auto& d : diagnostics.all()) loaded.errors += to_line(d) + "\n";
  return loaded;
}

std::string changed(const std::string& old_part, const std::string& part) {
  std::string text = example_of_the_page();
  return text.replace(text.find(old_part), old_part.size(), part);
}

}  // namespace

TEST_CASE("the example of docs/formats/check.md is a check") {
  const Loaded loaded = load(example_of_the_page());
  CHECK(loaded.errors.empty());
  const CheckRule* rule = loaded.rules.find("policy/quantity");
  REQUIRE(rule != nullptr);
  CHECK(rule->code == "A10");
  CHECK(rule->severity.at(Profile::draft) == Severity::blocker);
  CHECK(rule->wording.size() == 2);
  REQUIRE(rule->flag.size() == 1);
  CHECK(rule->flag[0].front.starts_with("issuer: "));
  REQUIRE(rule->pass.size() == 1);
  CHECK(rule->pass[0].front.empty());
}

TEST_CASE("docs/formats/check.md speaks of every key of the project's checks") {
  const std::string text = page();
  for (const char* key : {"id", "code", "title", "kind", "severity", "draft", "clearance", "source", "wording", "examples", "flag", "pass", "text", "front"}) {
    CHECK_MESSAGE(text.find("`" + std::string(key) + "`") != std::string::npos, key, " is not documented");
  }
}

TEST_CASE("what is wrong with a check is told with its place") {
  const std::vector<std::pair<std::string, std::string>> faults = {
      {changed("code: A10\n", ""), "1:1: error: check 'policy/quantity' has no 'code' (add `code:`)\n"},
      {changed("severity", "severty"), "1:1: error: check 'policy/quantity' has no 'severity' (add `severity:`)\n"},
      {changed("draft: blocker", "draft: high"), "5:19: error: 'high' is no draft of severity of policy/quantity (known are: note, minor, major, blocker)\n"},
      {changed("title:", "titel: x\ntitle:"), "3:1: error: unknown field 'titel' in check 'policy/quantity' (did you mean 'title'?)\n"},
      {changed("{text: ", "{txt: "), "error: an example of policy/quantity has no 'text' (add `text:`)\n"},
      {"id: [\n", "error: broken YAML: "},
  };
  for (const auto& [text, error] : faults) {
    const Loaded loaded = load(text);
    CHECK_MESSAGE(loaded.errors.find(error) != std::string::npos, loaded.errors, " is not ", error);
    CHECK(loaded.rules.all().empty());
  }
}

TEST_CASE("a wording that cannot be compiled names the check and the language") {
  const Loaded loaded = load(changed("{claimed} ;", "{claimed ;"));
  CHECK(loaded.errors.find("error: the wording of check 'policy/quantity' in 'fr' cannot be compiled: ") != std::string::npos);
  CHECK(loaded.errors.starts_with("checks/policy/quantity.yaml:9:7: "));
}

TEST_CASE("a workspace may change the severity of a check, or turn it off; an unknown check is refused") {
  Loaded loaded = load(example_of_the_page());
  CHECK(loaded.rules.set_severity("policy/quantity", Severity::note));
  CHECK(std::as_const(loaded.rules).find("policy/quantity")->severity.at(Profile::clearance) == Severity::note);
  CHECK(loaded.rules.disable("policy/quantity"));
  CHECK_FALSE(std::as_const(loaded.rules).find("policy/quantity")->enabled);
  CHECK_FALSE(loaded.rules.set_severity("policy/quantty", Severity::note));
  CHECK_FALSE(loaded.rules.disable("policy/quantty"));
}

TEST_CASE("severities have names, and the outward levels are other words for two of them") {
  CHECK(severity_named("blocker") == Severity::blocker);
  CHECK(severity_named("note") == Severity::note);
  CHECK(severity_named("error") == Severity::major);
  CHECK(severity_named("warning") == Severity::minor);
  CHECK_FALSE(severity_named("never").has_value());
  CHECK_FALSE(severity_named("Major").has_value());
  for (const auto severity : {Severity::note, Severity::minor, Severity::major, Severity::blocker}) CHECK(severity_named(name(severity)) == severity);
}
