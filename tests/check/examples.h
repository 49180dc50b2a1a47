// The examples that a check's rule carries, run with the project's own rules and policies, and compared with the check's page.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "engine/library.h"
#include "engine/rule_examples.h"

namespace selaras::test {

/// The project's rules and policies, loaded once. Nothing may be wrong with them.
inline const Library& project() {
  static const std::unique_ptr<Library> library = [] {
    Diagnostics diagnostics;
    auto loaded = Library::load(DiskFileSystem(), {SELARAS_SOURCE_DIR "/rules", SELARAS_SOURCE_DIR "/policies"}, diagnostics);
    for (const auto& d : diagnostics.all()) MESSAGE(to_line(d));
    REQUIRE(loaded != nullptr);
    return loaded;
  }();
  return *library;
}

/// The findings of one check in one of its examples.
inline std::vector<Finding> findings_of(const std::string& check, const CheckRule::Example& example) {
  auto run = run_example(project(), *project().checks().find(check), example, true);
  for (const auto& d : run.diagnostics.all()) MESSAGE(to_line(d));
  CHECK(run.readable());
  return std::move(run.own);
}

/// Each example does what the rule says of it, and stands on the page under the heading of its kind.
inline void check_examples(const std::string& check) {
  const CheckRule* rule = project().checks().find(check);
  REQUIRE(rule != nullptr);
  std::string name = check;
  std::replace(name.begin(), name.end(), '/', '-');
  std::ifstream file(SELARAS_SOURCE_DIR "/docs/checks/" + name + ".md", std::ios::binary);
  const std::string page{std::istreambuf_iterator<char>(file), {}};
  const size_t flagged = page.find("## Flagged");
  const size_t passed = page.find("## Not flagged");
  REQUIRE(flagged < passed);
  REQUIRE(passed != std::string::npos);
  CHECK(page.starts_with("# " + rule->code + " `" + check + "`: "));
  CHECK_FALSE(rule->flag.empty());
  CHECK_FALSE(rule->pass.empty());
  for (const auto& run : run_examples(project(), *rule)) {
    const std::string& text = run.example->text;
    CAPTURE(text);
    CHECK(run.passed());
    const size_t at = page.find("> " + text + "\n", run.shall_flag ? flagged : passed);
    CHECK(at < (run.shall_flag ? passed : page.size()));
  }
}

}  // namespace selaras::test
