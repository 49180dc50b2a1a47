// Gold files and the figures that come of them, on sets small enough to count by hand. score.py is the second opinion: see the test
// eval-agreement.
#include <nlohmann/json.hpp>

#include "findings.h"

using namespace selaras;
using namespace selaras::test;

namespace {

constexpr const char* kText =
    "---\nid: m\nlanguage: en\n---\n"
    "Pay RM1,200 a month. The line is 1998. Passports stay with you. Work for two years.\n";

constexpr const char* kGold =
    "message: m\n"
    "findings:\n"
    "  - {code: A10, also_ok: [A6], quote: \"RM1,200\", provisions: [MY-WAGE-01], why: too low}\n"
    "  - {code: D2, quote: \"1998\", provisions: []}\n"
    "  - {code: B5, quote: null}\n"
    "clear:\n"
    "  - {quote: \"Passports stay with you\", provisions: [MY-DOC-01]}\n"
    "  - {quote: \"two years\", provisions: [MY-WORK-01]}\n";

Provision provision(const std::string& id) {
  Provision made;
  made.id = id;
  return made;
}

const Provision kWage = provision("MY-WAGE-01");
const Provision kPassport = provision("MY-DOC-01");

struct Set {
  std::map<std::string, GoldMessage> gold;
  std::vector<std::string> told;
};

Set load(const std::string& gold_text, const std::string& text = kText) {
  MemoryFileSystem files;
  files.add("set/sub/m.md", text);
  files.add("set/sub/m.gold.yaml", gold_text);
  files.add("set/README.md", "no message");
  Diagnostics diagnostics;
  Set set{load_gold(files, "set", diagnostics), {}};
  for (const auto& d : diagnostics.all()) set.told.push_back(to_line(d));
  return set;
}

const std::shared_ptr<const SourceFile>& file() {
  static const auto made = text_file(kText);
  return made;
}

Supported supported(const std::string& quote, const Provision* by) {
  const Finding at = finding(file(), "A1", quote);
  return {"m", file(), at.span, {}, {by}};
}

Tally all(const Report& report, ScoreOptions options = {}) { return score(load(kGold).gold, report, options).rows.at("all"); }

Report with(std::vector<Finding> findings, std::vector<Supported> supported = {}) {
  Report report;
  report.findings = std::move(findings);
  report.supported = std::move(supported);
  return report;
}

}  // namespace

TEST_CASE("gold is read with the places of its quotes") {
  const auto [gold, told] = load(kGold);
  CHECK(told.empty());
  REQUIRE(gold.contains("m"));
  const GoldMessage& m = gold.at("m");
  CHECK(m.language == "en");
  REQUIRE(m.findings.size() == 3);
  CHECK(slice(kText, *m.findings[0].span) == "RM1,200");
  CHECK(m.findings[0].accepts("A6"));
  CHECK_FALSE(m.findings[0].accepts("A1"));
  CHECK_FALSE(m.findings[2].span.has_value());
  REQUIRE(m.clear.size() == 2);
  CHECK(slice(kText, m.clear[1].span) == "two years");
}

TEST_CASE("a quote is looked for in the body alone, and one that is not there is told") {
  const auto [gold, told] = load("findings:\n  - {code: A1, quote: \"language: en\"}\n");
  CHECK(told == std::vector<std::string>{"set/sub/m.gold.yaml:2:23: error: this quote is not in the message (copy the words of the body exactly)"});
}

TEST_CASE("a gold file that cannot be read is told") {
  MemoryFileSystem files;
  files.add("set/m.md", kText);
  files.add("set/m.gold.yaml", kGold);
  files.add_fault("set/m.gold.yaml", FileFault::vanished);
  Diagnostics diagnostics;
  CHECK(load_gold(files, "set", diagnostics).empty());
  CHECK(to_line(diagnostics.all().at(0)) == "set/m.gold.yaml: error: the file vanished or changed while it was read (run again when nothing writes to it)");
}

TEST_CASE("a silent report finds nothing and alarms nobody") {
  const Tally t = all(Report());
  CHECK(t.gold == 2);  // A10 and B5; D is not under test
  CHECK(t.hit == 0);
  CHECK(t.reported == 0);
  CHECK(t.clear == 2);
  CHECK(t.alarms == 0);
  CHECK(t.recall() == 0.0);
  CHECK_FALSE(t.precision().has_value());
}

TEST_CASE("a finding hits with its code or one that is also right, on a span that points at the quote") {
  CHECK(all(with({finding(file(), "A10", "RM1,200", &kWage)})).hit == 1);
  CHECK(all(with({finding(file(), "A6", "Pay RM1,200 a month", &kWage)})).hit == 1);
  CHECK(all(with({finding(file(), "A10", "RM1,200", &kWage)})).evidence == 1);
  CHECK(all(with({finding(file(), "A10", "RM1,200", &kPassport)})).evidence == 0);
  const Tally wrong_code = all(with({finding(file(), "A1", "RM1,200", &kWage)}));
  CHECK(wrong_code.hit == 0);
  CHECK(wrong_code.located == 1);
  CHECK(wrong_code.reported == 1);
  CHECK(all(with({finding(file(), "A10", "two years", &kWage)})).hit == 0);
  CHECK(all(with({finding(file(), "B5", "two years")})).hit == 1);  // about the message as a whole
}

TEST_CASE("a second finding on the same gold counts neither way") {
  const Tally t = all(with({finding(file(), "A10", "RM1,200", &kWage), finding(file(), "A6", "RM1,200 a month", &kWage)}));
  CHECK(t.hit == 1);
  CHECK(t.reported == 1);
  CHECK(t.precision() == 1.0);
}

TEST_CASE("a finding that is right for a code outside the test counts neither way") {
  const Tally t = all(with({finding(file(), "D2", "1998")}));
  CHECK(t.reported == 0);
  ScoreOptions with_d;
  with_d.codes = {"D2"};
  CHECK(all(with({finding(file(), "D2", "1998")}), with_d).hit == 1);
}

TEST_CASE("a false finding on a right statement is an alarm, once") {
  const Tally t = all(with({finding(file(), "A1", "Passports stay"), finding(file(), "A2", "with you"), finding(file(), "A1", "Work for")}));
  CHECK(t.reported == 3);
  CHECK(t.right == 0);
  CHECK(t.alarms == 1);
  CHECK(t.false_alarm_rate() == 0.5);
}

TEST_CASE("asks are left out unless they are asked for") {
  Finding ask = finding(file(), "A10", "RM1,200", &kWage);
  ask.strength = Strength::ask;
  CHECK(all(with({ask})).hit == 0);
  ScoreOptions options;
  options.with_asks = true;
  CHECK(all(with({ask}), options).hit == 1);
}

TEST_CASE("support is right when its first provision is one of the statement's, and false on a defect") {
  const Tally right = all(with({}, {supported("Passports stay with you", &kPassport)}));
  CHECK(right.backed == 1);
  CHECK(right.says == 1);
  CHECK(right.says_right == 1);
  const Tally wrong = all(with({}, {supported("Passports stay with you", &kWage), supported("RM1,200", &kWage)}));
  CHECK(wrong.backed == 0);
  CHECK(wrong.says == 2);
  CHECK(wrong.says_right == 0);
  CHECK(wrong.defects == 1);
  CHECK(wrong.defects_backed == 1);
}

TEST_CASE("figures are counted by code, group and language") {
  const auto board = score(load(kGold).gold, with({finding(file(), "A10", "RM1,200", &kWage), finding(file(), "A1", "two years")}), {});
  CHECK(board.rows.at("code A10").hit == 1);
  CHECK(board.rows.at("code A1").reported == 1);
  CHECK(board.rows.at("group A").reported == 2);
  CHECK(board.rows.at("group B").gold == 1);
  CHECK(board.rows.at("language en").alarms == 1);
  CHECK_FALSE(board.rows.contains("code D2"));
}

TEST_CASE("figures are rounded as score.py rounds: exact halves to even") {
  CHECK(Tally::share(1, 3) == 0.3333);
  CHECK(Tally::share(2, 3) == 0.6667);
  CHECK(Tally::share(1, 32) == 0.0312);
  CHECK(Tally::share(3, 32) == 0.0938);
  CHECK(Tally::share(1, 1) == 1.0);
  CHECK_FALSE(Tally::share(0, 0).has_value());
}

TEST_CASE("the table and the JSON have the same rows, all first") {
  const auto board = score(load(kGold).gold, Report(), {});
  const auto json = nlohmann::ordered_json::parse(to_json(board));
  CHECK(json.begin().key() == "all");
  CHECK(json["all"]["gold"] == 2);
  CHECK(json["all"]["precision"].is_null());
  CHECK(to_table(board, 1, {}).starts_with("1 messages, codes A,B,C, strict\n"));
}
