// Each rule of the lint over the rules' own files, shown to fire on the smallest rules that break it, and to be silent on those that do not.
#include "lint/rules.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

namespace selaras {
namespace {

constexpr const char* kOntology = R"(area: a
concepts:
  - {id: worker, kind: person, parents: [], gloss: x}
  - {id: domestic-worker, kind: person, parents: [worker], gloss: x}
  - {id: employer, kind: actor, parents: [], gloss: x}
  - {id: passport, kind: thing, parents: [], gloss: x}
  - {id: pay, kind: action, parents: [], converse: be-paid, antonym: withhold, gloss: x}
  - {id: be-paid, kind: action, parents: [], converse: pay, gloss: x}
  - {id: withhold, kind: action, parents: [], antonym: pay, gloss: x}
  - {id: keep, kind: action, parents: [], gloss: x}
)";

constexpr const char* kGrammar = R"(language: en
script: Latn
inflection:
  noun: [{ends: "", becomes: [s]}]
  verb: [{ends: "", becomes: [s]}]
cues: {auxiliary: [does], obligation: [must], negation: [not, no longer], past: [was]}
)";

constexpr const char* kTerms = R"(language: en
area: a
terms:
  worker: [worker]
  domestic-worker: [maid]
  employer: [boss]
  passport: [passport]
  pay: [pay]
  be-paid: ["=paid"]
  withhold: [withhold]
acts:
  - {action: keep, verbs: [keep], objects: [passport]}
)";

constexpr const char* kQuantity = R"(id: policy/quantity
code: A10
title: x
kind: contradiction
severity: {draft: blocker, clearance: blocker}
source: x
wording: {en: "{claimed} differs from {rule}."}
examples: {flag: [x], pass: [x]}
)";

constexpr const char* kAbsolute = R"(id: policy/absolute
code: A2
title: x
kind: contradiction
severity: {draft: blocker, clearance: blocker}
source: x
wording: {en: "{claimed}: {own, select, yes {ours} other {theirs}}."}
examples: {flag: [x], pass: [x]}
)";

/// Right rules, until a test puts something else in a place.
class Rules {
 public:
  Rules& change(const std::string& path, const std::string& old_part, const std::string& part) {
    std::string& text = files_.at(path);
    const size_t at = text.find(old_part);
    REQUIRE_MESSAGE(at != std::string::npos, path, " does not have ", old_part);
    text.replace(at, old_part.size(), part);
    return *this;
  }
  Rules& with(const std::string& path, const std::string& text) {
    files_[path] = text;
    return *this;
  }
  Rules& without(const std::string& path) {
    files_.erase(path);
    return *this;
  }

  std::vector<Lint> lints() const {
    MemoryFileSystem files;
    for (const auto& [path, text] : files_) files.add(path, text);
    Diagnostics diagnostics;
    const auto ontology = Ontology::load(files, "ontology", diagnostics);
    const auto packs = load_language_packs(files, "languages", ontology, diagnostics, PackSources::kept);
    const auto checks = CheckRules::load(files, "checks", diagnostics);
    for (const auto& told : diagnostics.all()) FAIL_CHECK(to_line(told));
    return lint_rule_files({ontology, checks, packs});
  }

  /// `rule path:line:column`, a line each.
  std::string found() const {
    std::string all;
    for (const auto& lint : lints()) {
      CHECK_FALSE(lint.remedy.empty());
      all += lint.rule + " " + lint.path + ":" + std::to_string(lint.start.line) + ":" + std::to_string(lint.start.column) + "\n";
    }
    return all;
  }

 private:
  std::map<std::string, std::string> files_ = {{"ontology/a.yaml", kOntology},
                                               {"languages/en.yaml", kGrammar},
                                               {"languages/en/a.yaml", kTerms},
                                               {"checks/policy/quantity.yaml", kQuantity},
                                               {"checks/policy/absolute.yaml", kAbsolute}};
};

const std::string kCheck = "checks/policy/quantity.yaml";
const std::string kOther = "checks/policy/absolute.yaml";
const std::string kWords = "languages/en/a.yaml";
const std::string kCues = "languages/en.yaml";

}  // namespace

TEST_CASE("right rules have no lint") { CHECK(Rules().found().empty()); }

TEST_CASE("a check lies in the file that its id names") {
  CHECK(Rules().with("checks/policy/amount.yaml", kQuantity).without(kCheck).found() ==
        "check-file checks/policy/amount.yaml:1:5\n");
  CHECK(Rules().with("checks/amount.yaml", std::string(kQuantity).replace(4, 15, "amount")).found() ==
        "check-file checks/amount.yaml:1:5\ncheck-source checks/amount.yaml:1:5\ncode-shared checks/policy/quantity.yaml:2:7\n");
}

TEST_CASE("a check that the program does not have never speaks") {
  CHECK(Rules().with("checks/policy/amount.yaml", std::string(kQuantity).replace(4, 15, "policy/amount")).without(kCheck).found() ==
        "check-source checks/policy/amount.yaml:1:5\n");
}

TEST_CASE("a code is one of the review catalogue") {
  for (const char* code : {"A15", "A0", "A01", "H1", "A", "10", "A1x"}) {
    CAPTURE(code);
    CHECK(Rules().change(kCheck, "A10", code).found() == "check-code checks/policy/quantity.yaml:2:7\n");
  }
  for (const char* code : {"A1", "A14", "B9", "C10", "D7", "E13", "F6", "G11", "M1"})
    CHECK(Rules().change(kCheck, "A10", code).found().empty());
}

TEST_CASE("an id is written once; a code may be shared, which is told") {
  CHECK(Rules().with("checks/border/policy/quantity.yaml", kQuantity).found() == "check-twice checks/policy/quantity.yaml:1:5\n");
  CHECK(Rules().change(kCheck, "A10", "A2").found() == "code-shared checks/policy/quantity.yaml:2:7\n");
}

TEST_CASE("a check shows what it flags and what it lets pass") {
  CHECK(Rules().change(kCheck, "flag: [x]", "flag: []").found() == "example-missing checks/policy/quantity.yaml:8:11\n");
  CHECK(Rules().change(kCheck, ", pass: [x]", "").found() == "example-missing checks/policy/quantity.yaml:8:11\n");
}

TEST_CASE("a wording uses the names that its check gives") {
  CHECK(Rules().change(kCheck, "{rule}", "{rule} of {own}").found() == "wording-argument checks/policy/quantity.yaml:7:15\n");
  CHECK(Rules().change(kOther, "ours", "ours {old}").found() == "wording-argument checks/policy/absolute.yaml:7:15\n");
}

TEST_CASE("between two authorities no wording says contradict") {
  CHECK(Rules().change(kCheck, "differs from", "contradicts").found() == "wording-neutral checks/policy/quantity.yaml:7:15\n");
  CHECK(Rules().change(kCheck, "{en: \"{claimed}", "{fr: \"Cela Contredit {rule}\", en: \"{claimed}").found() ==
        "wording-neutral checks/policy/quantity.yaml:7:15\n");
  CHECK(Rules().change(kOther, "theirs", "a contradiction").found() == "wording-neutral checks/policy/absolute.yaml:7:15\n");
  CHECK(Rules().change(kOther, "ours", "this contradicts ours").found().empty());
}

TEST_CASE("an act turns into another that turns back") {
  CHECK(Rules().change("ontology/a.yaml", "converse: pay, ", "").found() == "converse-back ontology/a.yaml:7:5\n");
  CHECK(Rules().change("ontology/a.yaml", "converse: pay, ", "converse: keep, ").found() ==
        "converse-back ontology/a.yaml:7:5\nconverse-back ontology/a.yaml:8:5\n");
  CHECK(Rules().change("ontology/a.yaml", "antonym: pay, ", "").found() == "antonym-back ontology/a.yaml:7:5\n");
}

TEST_CASE("an abbreviation is no other word, in none of its forms") {
  const std::string told = "term-form languages/en/a.yaml:6:20\n";
  CHECK(Rules().change(kWords, "[boss]", "[boss, DOE]").found() == told);
  CHECK(Rules().change(kWords, "[boss]", "[boss, DOE]").change(kCues, "[does]", "[doe]").found() == told);
  CHECK(Rules().change(kWords, "[boss]", "[boss, DOE]").change(kCues, "[does]", "[did]").found().empty());
  CHECK(Rules().change(kWords, "[boss]", "[boss, \"=DOE\"]").found().empty());
  CHECK(Rules().change(kWords, "[boss]", "[boss, \"^DOE\"]").found().empty());
  CHECK(Rules().change(kWords, "[boss]", "[boss, doe]").found().empty());
  const auto other = [](const char* maid) {
    return Rules().change(kWords, "[boss]", "[boss, DOE]").change(kWords, "[maid]", maid).change(kCues, "[does]", "[did]").found();
  };
  CHECK(other("[maid, \"=does\"]") == "term-form languages/en/a.yaml:6:20\n");
  CHECK(other("[maid, \"=DOEs\"]").empty());  // the same abbreviation in the plural
}

TEST_CASE("a phrase for two unrelated concepts of one kind is told, at the later") {
  CHECK(Rules().change(kWords, "[boss]", "[boss, maid]").found() == "term-shared languages/en/a.yaml:6:20\n");
  CHECK(Rules().change(kWords, "[maid]", "[maid, worker]").found().empty());
  CHECK(Rules().change(kWords, "[passport]", "[passport, maid]").found().empty());
  CHECK(Rules().change(kWords, "[maid]", "[maid, Maid]").found() == "term-twice languages/en/a.yaml:5:27\n");
}

TEST_CASE("a concept that a language has no word for is told where it is declared") {
  CHECK(Rules().change(kWords, "  passport: [passport]\n", "").found() == "term-missing ontology/a.yaml:6:5\n");
}

TEST_CASE("a cue that begins with another of its class is told, unless it says more") {
  CHECK(Rules().change(kCues, "[not, no longer]", "[not, not at all]").found() == "cue-begins languages/en.yaml:6:63\n");
  CHECK(Rules().change(kCues, "[not, no longer]", "[not, not must]").found().empty());
  CHECK(Rules().change(kCues, "past: [was]", "past: [was, not at all]").found().empty());
  CHECK(Rules()
            .change(kCues, "past: [was]", "past: [was, not at all]")
            .change(kCues, "[not, no longer]", "[not, not at all]")
            .found()
            .empty());
}

TEST_CASE("an act has objects") {
  CHECK(Rules().change(kWords, "objects: [passport]", "objects: []").found() == "act-objects languages/en/a.yaml:12:5\n");
}

TEST_CASE("an attribute without a dimension is told by loading") {
  MemoryFileSystem files;
  files.add("ontology/a.yaml", "area: a\nconcepts:\n  - {id: wage, kind: attribute, parents: [], gloss: x}\n");
  Diagnostics diagnostics;
  (void)Ontology::load(files, "ontology", diagnostics);
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(to_line(diagnostics.all().front()).starts_with("ontology/a.yaml:3:5: error: attribute 'wage' has no dimension"));
}

TEST_CASE("the rules over rules are listed by id, each once") {
  const auto rules = rules_lint_rules();
  CHECK(std::is_sorted(rules.begin(), rules.end(), [](const LintRule& a, const LintRule& b) { return a.id < b.id; }));
  CHECK(std::adjacent_find(rules.begin(), rules.end(), [](const LintRule& a, const LintRule& b) { return a.id == b.id; }) ==
        rules.end());
}

TEST_CASE("the shipped rules have no error") {
  const DiskFileSystem disk;
  Diagnostics diagnostics;
  const std::string root = SELARAS_SOURCE_DIR "/rules";
  const auto ontology = Ontology::load(disk, root + "/ontology", diagnostics);
  const auto packs = load_language_packs(disk, root + "/languages", ontology, diagnostics, PackSources::kept);
  const auto checks = CheckRules::load(disk, root + "/checks", diagnostics);
  CHECK_FALSE(diagnostics.has_errors());
  for (const auto& lint : lint_rule_files({ontology, checks, packs})) {
    if (lint.level == Diagnostic::Level::error) FAIL_CHECK(to_line(lint));
  }
}

}  // namespace selaras
