// Every defect of YAML, in every kind of data file: named with its line and a remedy, and never a crash. What one file can be wrong
// about beyond that (an unknown concept, a missing field) is named while loading too.
#include <doctest/doctest.h>

#include "policy/policy_base.h"

namespace selaras {
namespace {

constexpr const char* kOntology = R"(area: a
concepts:
  - {id: worker, kind: person, parents: [], gloss: x}
  - {id: employer, kind: actor, parents: [], gloss: x}
  - {id: pay, kind: action, parents: [], gloss: x}
  - {id: wage, kind: attribute, parents: [], dimension: money, gloss: x}
)";
constexpr const char* kPolicy = R"(jurisdiction: MY
instruments:
  act: {title: Act}
provisions:
  - id: MY-WAGE-01
    topic: work.wage
    kind: norm
    statement: Wages are due.
    norms:
      - {bearer: employer, modality: must, action: pay, object: worker, quantities: [{attribute: wage, role: floor, value: 1, unit: MYR}]}
    unmodelled: [{part: due, reason: a reason}]
    status: in-force
    in_force: {from: 2025-01-01, to: null}
    source: {instrument: act}
    confidence: high
)";
constexpr const char* kContacts = "contacts:\n  - {id: MY-WAGE-01, name: Line, numbers: ['15999'], serves: [worker], reachable_from: [MY]}\n";
constexpr const char* kIssuers = "issuers:\n  - {id: MY-JTK, names: [Labour], kind: agency, owns: [work.wage]}\n";
constexpr const char* kCoverage = "coverage:\n  work.wage: full\n";

const std::pair<const char*, const char*> kFiles[] = {
    {"o/a.yaml", kOntology}, {"p/MY/work.yaml", kPolicy}, {"p/MY/contacts.yaml", kContacts}, {"p/MY/issuers.yaml", kIssuers}, {"p/MY/coverage.yaml", kCoverage}};

/// What loading says when one of the files is another text.
std::vector<Diagnostic> told(const std::string& name, const std::string& text) {
  MemoryFileSystem files;
  for (const auto& [path, right] : kFiles) files.add(path, path == name ? text : std::string(right));
  Diagnostics diagnostics;
  const auto ontology = Ontology::load(files, "o", diagnostics);
  (void)PolicyBase::load(files, "p", ontology, diagnostics);
  return diagnostics.all();
}

std::string changed(std::string text, const std::string& old_part, const std::string& part) {
  const size_t at = text.find(old_part);
  REQUIRE_MESSAGE(at != std::string::npos, old_part);
  return text.replace(at, old_part.size(), part);
}

bool names(const std::vector<Diagnostic>& diagnostics, const std::string& path, uint32_t line, const std::string& what) {
  for (const auto& one : diagnostics) {
    if (one.path == path && (line == 0 || one.start.line == line) && one.message.find(what) != std::string::npos && !one.remedy.empty()) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("the files are right before they are spoilt") { CHECK(told("", "").empty()); }

TEST_CASE("every defect of YAML in every kind of file has a place and a remedy") {
  struct Defect {
    const char* name;
    std::string (*spoil)(const std::string&);
  };
  const Defect defects[] = {
      {"a tab as indentation", [](const std::string& text) { return text + "x-note:\n\t- a\n"; }},
      {"an open quote", [](const std::string& text) { return text + "x-note: \"open\n"; }},
      {"an open bracket", [](const std::string& text) { return text + "x-note: [a, b\n"; }},
      {"a key twice", [](const std::string& text) { return text + "x-note: a\nx-note: b\n"; }},
      {"an anchor", [](const std::string& text) { return text + "x-note: &a b\n"; }},
      {"an alias", [](const std::string& text) { return text + "x-note: *a\n"; }},
      {"a tag", [](const std::string& text) { return text + "x-note: !!binary b\n"; }},
      {"two documents", [](const std::string& text) { return text + "---\na: b\n"; }},
      {"bytes that are no text", [](const std::string& text) { return text + "x-note: \xff\xfe\n"; }},
      {"a NUL byte", [](const std::string& text) { return text + std::string("x-note: a\0b\n", 12); }},
      {"an unknown key", [](const std::string& text) { return text + "provisons: []\n"; }},
      {"a list as the whole", [](const std::string&) { return std::string("- a\n- b\n"); }},
      {"a word as the whole", [](const std::string&) { return std::string("nothing\n"); }},
      {"too deep", [](const std::string& text) { return text + "x-note: " + std::string(200, '[') + std::string(200, ']') + "\n"; }},
  };
  for (const auto& [path, right] : kFiles) {
    for (const auto& defect : defects) {
      CAPTURE(std::string(path));
      CAPTURE(std::string(defect.name));
      const auto diagnostics = told(path, defect.spoil(right));
      REQUIRE_FALSE(diagnostics.empty());
      CHECK(diagnostics.front().path == path);
      CHECK(diagnostics.front().start.line >= 1);
      CHECK_FALSE(diagnostics.front().remedy.empty());
    }
  }
}

TEST_CASE("what a file of one kind can be wrong about is named where it stands") {
  struct Row {
    const char* path;
    const char* old_part;
    const char* part;
    uint32_t line;
    const char* what;
  };
  const Row rows[] = {
      {"p/MY/work.yaml", "bearer: employer", "bearer: emploier", 10, "unknown concept 'emploier'"},
      {"p/MY/work.yaml", "attribute: wage, role: floor", "role: floor", 10, "attribute"},
      {"p/MY/work.yaml", "role: floor, ", "", 10, "role"},
      {"p/MY/work.yaml", "modality: must", "modality: should", 10, "should"},
      {"p/MY/work.yaml", "value: 1,", "value: one,", 10, "must be a number"},
      {"p/MY/work.yaml", "source: {instrument: act}", "source: {instrument: acts}", 14, "'acts'"},
      {"p/MY/work.yaml", "    source: {instrument: act}\n", "", 0, "source"},
      {"p/MY/work.yaml", "{part: due, reason: a reason}", "{part: due}", 11, "reason"},
      {"p/MY/work.yaml", "topic: work.wage", "topic: work.wages", 6, "work.wages"},
      {"p/MY/work.yaml", "from: 2025-01-01", "from: 2025-02-30", 13, "2025-02-30"},
      {"p/MY/work.yaml", "from: 2025-01-01, to: null", "from: 2025-01-01, to: 2024-01-01", 13, "ends before it begins"},
      {"p/MY/work.yaml", "confidence: high", "confidence: high\n    supersedes: MY-WAGE-99", 0, "MY-WAGE-99"},
      {"p/MY/work.yaml", "id: MY-WAGE-01", "id: BD-WAGE-01", 5, "does not begin with MY-"},
      {"p/MY/work.yaml", "jurisdiction: MY", "jurisdiction: BD", 1, "stands in the folder MY"},
      {"p/MY/contacts.yaml", "serves: [worker]", "serves: [workr]", 2, "unknown concept 'workr'"},
      {"p/MY/contacts.yaml", "reachable_from: [MY]", "reachable_from: [MYS]", 2, "'MYS' is no country code"},
      {"p/MY/contacts.yaml", "name: Line, ", "", 2, "name"},
      {"p/MY/issuers.yaml", "kind: agency", "kind: agencie", 2, "agencie"},
      {"p/MY/issuers.yaml", "owns: [work.wage]", "owns: [work.wages]", 2, "unknown topic 'work.wages'"},
      {"p/MY/coverage.yaml", "work.wage: full", "work.wages: full", 2, "work.wages"},
      {"p/MY/coverage.yaml", "work.wage: full", "work.wage: most", 2, "most"},
      {"o/a.yaml", "kind: person", "kind: persn", 3, "persn"},
      {"o/a.yaml", "id: worker, kind: person, parents: []", "id: worker, kind: person, parents: [human]", 3, "human"},
      {"o/a.yaml", "dimension: money, ", "", 6, "dimension"},
  };
  for (const auto& row : rows) {
    CAPTURE(std::string(row.path));
    CAPTURE(std::string(row.part));
    std::string right;
    for (const auto& [path, text] : kFiles) right = std::string(path) == row.path ? text : right;
    const auto diagnostics = told(row.path, changed(right, row.old_part, row.part));
    std::string all;
    for (const auto& one : diagnostics) all += to_line(one) + "\n";
    CAPTURE(all);
    CHECK(names(diagnostics, row.path, row.line, row.what));
  }
}

}  // namespace selaras
