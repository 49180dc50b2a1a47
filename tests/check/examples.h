// The examples that a check's rule carries, run with the project's own rules and policies, and compared with the check's page.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "engine/library.h"
#include "engine/run.h"

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

/// An example as a message: its own front matter above the defaults.
inline std::string message_of(const CheckRule::Example& example) {
  const auto given = [&](const std::string& key) { return ("\n" + example.front).find("\n" + key + ":") != std::string::npos; };
  std::string front = example.front + "\n";
  for (const auto& [key, value] : std::vector<std::pair<std::string, std::string>>{
           {"id", "example"}, {"issuer", "XX-TEST"}, {"country", "XX"}, {"language", "en"}, {"publish", "2026-11-15"}, {"channel", "leaflet"}}) {
    if (!given(key)) front += key + ": " + value + "\n";
  }
  return "---\n" + front + "---\n" + example.text + "\n";
}

/// The findings of one check in an example.
inline std::vector<Finding> findings_of(const std::string& check, const CheckRule::Example& example) {
  const DiskFileSystem files;
  const Workspace workspace;
  const Report report = Run(files, project(), workspace, {}).check({}, {{"example.md", message_of(example)}});
  for (const auto& d : report.diagnostics.all()) MESSAGE(to_line(d));
  CHECK_FALSE(report.diagnostics.has_errors());
  std::vector<Finding> found;
  std::copy_if(report.findings.begin(), report.findings.end(), std::back_inserter(found), [&](const Finding& f) { return f.check == check; });
  return found;
}

/// Each example does what the rule says of it, and stands on the page under the heading of its kind.
inline void run_examples(const std::string& check) {
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
  for (const auto& example : rule->flag) {
    CAPTURE(example.text);
    CHECK_FALSE(findings_of(check, example).empty());
    CHECK(page.find("> " + example.text + "\n", flagged) < passed);
  }
  for (const auto& example : rule->pass) {
    CAPTURE(example.text);
    CHECK(findings_of(check, example).empty());
    CHECK(page.find("> " + example.text + "\n", passed) != std::string::npos);
  }
}

}  // namespace selaras::test
