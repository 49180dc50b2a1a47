// Repairs put together: which are made, which are left, and the diff between.
#include "engine/fix.h"

#include <doctest/doctest.h>

#include "engine/unified_diff.h"

using namespace selaras;

namespace {

struct Repairs {
  std::shared_ptr<const SourceFile> file;
  Report report;

  explicit Repairs(std::string text) : file(std::make_shared<const SourceFile>("a.md", std::move(text))) {}
  Finding& add(Span place, std::string text, Strength strength = Strength::likely) {
    Finding finding;
    finding.file = file;
    finding.strength = strength;
    finding.repair = Repair{std::move(text), place};
    report.findings.push_back(std::move(finding));
    return report.findings.back();
  }
};

std::string diff(const SourceFile& file, std::vector<TextEdit> edits) { return unified_diff(file, edits); }

std::string numbered(int lines) {
  std::string text;
  for (int i = 1; i <= lines; ++i) text += "line " + std::to_string(i) + "\n";
  return text;
}

}  // namespace

TEST_CASE("repairs of a file are made together, wherever they stand in the report") {
  Repairs repairs("pay 5 in 7 days\n");
  repairs.add({9, 10}, "14");
  repairs.add({4, 5}, "600");
  const auto fixes = fixes_of(repairs.report);
  REQUIRE(fixes.size() == 1);
  CHECK(fixes[0].text == "pay 600 in 14 days\n");
  CHECK(fixes[0].overlapping.empty());
}

TEST_CASE("of repairs that overlap the better proven is made, and the other is named") {
  Repairs repairs("pay 5 ringgit\n");
  repairs.add({4, 5}, "6");
  repairs.add({4, 13}, "7 taka", Strength::proven);
  const auto fixes = fixes_of(repairs.report);
  CHECK(fixes[0].text == "pay 7 taka\n");
  REQUIRE(fixes[0].overlapping.size() == 1);
  CHECK(fixes[0].overlapping[0]->repair->text == "6");
}

TEST_CASE("repairs side by side do not overlap; the same repair twice is one; an insertion at an edge does") {
  Repairs beside("ab\n");
  beside.add({0, 1}, "x");
  beside.add({1, 2}, "y");
  beside.add({1, 2}, "y");
  CHECK(fixes_of(beside.report)[0].text == "xy\n");
  CHECK(fixes_of(beside.report)[0].overlapping.empty());
  Repairs insertion("ab\n");
  insertion.add({0, 1}, "x");
  insertion.add({1, 1}, "-");
  CHECK(fixes_of(insertion.report)[0].overlapping.size() == 1);
}

TEST_CASE("what is only asked, waived, already so or outside of the file is not repaired") {
  Repairs repairs("pay 5\n");
  repairs.add({4, 5}, "6", Strength::ask);
  repairs.add({4, 5}, "7").suppression = Suppression{"W-1", Suppression::Kind::external, "", "", {}};
  repairs.add({4, 5}, "5");
  repairs.add({4, 500}, "8");
  CHECK(fixes_of(repairs.report).empty());
}

TEST_CASE("an approved sentence is offered where the rule holds and nothing else can be done") {
  Provision rule;
  rule.status = Status::in_force;
  rule.examples.supports = {"Pay at least 6."};
  Finding finding;
  finding.as_of = *Date::from_civil(2026, 1, 1);
  finding.evidence = {&rule};
  CHECK(approved_sentence(finding) == "Pay at least 6.");
  finding.repair = Repair{"6", {0, 1}};
  CHECK(approved_sentence(finding).empty());
  finding.repair.reset();
  rule.status = Status::ended;
  CHECK(approved_sentence(finding).empty());
}

TEST_CASE("new findings are those whose id was not there before, questions aside") {
  std::vector<Finding> before(1), after(3);
  before[0].id = after[0].id = "1";
  after[1].id = "2";
  after[2].id = "3";
  after[2].strength = Strength::ask;
  const auto fresh = new_findings(before, after);
  REQUIRE(fresh.size() == 1);
  CHECK(fresh[0]->id == "2");
}

TEST_CASE("a diff has three lines around a change, and joins changes that are near") {
  const SourceFile file("m.md", numbered(30));
  const auto at = [&](uint32_t line) { return Span{file.line_start(line) + 5, file.line_start(line) + 6 + (line > 9 ? 1 : 0)}; };
  CHECK(diff(file, {}).empty());
  CHECK(diff(file, {{at(10), "ten"}}) ==
        "--- a/m.md\n+++ b/m.md\n@@ -7,7 +7,7 @@\n line 7\n line 8\n line 9\n-line 10\n+line ten\n line 11\n line 12\n line 13\n");
  const std::string two = diff(file, {{at(2), "two\nand more"}, {at(20), "twenty"}});
  CHECK(two.find("@@ -1,5 +1,6 @@") != std::string::npos);
  CHECK(two.find("@@ -17,7 +18,7 @@") != std::string::npos);
  const std::string near = diff(file, {{at(10), "x"}, {at(15), "y"}});
  CHECK(near.find("@@ -7,12 +7,12 @@") != std::string::npos);
}

TEST_CASE("a diff of the last line without a line break, of two edits on a line, and of an edit over lines") {
  const SourceFile file("m.md", "one two\nthree\nfour");
  CHECK(diff(file, {{{14, 18}, "4"}}) == "--- a/m.md\n+++ b/m.md\n@@ -1,3 +1,3 @@\n one two\n three\n-four\n\\ No newline at end of file\n+4\n\\ No newline at end of file\n");
  CHECK(diff(file, {{{0, 3}, "1"}, {{4, 7}, "2"}}) == "--- a/m.md\n+++ b/m.md\n@@ -1,3 +1,3 @@\n-one two\n+1 2\n three\n four\n\\ No newline at end of file\n");
  CHECK(diff(file, {{{4, 13}, "2 3"}}) == "--- a/m.md\n+++ b/m.md\n@@ -1,3 +1,2 @@\n-one two\n-three\n+one 2 3\n four\n\\ No newline at end of file\n");
}
