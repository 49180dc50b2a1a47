// Findings that a repository lives with: the baseline, and waivers with a reason, an approver and a last day.
#include <nlohmann/json.hpp>

#include "small_workspace.h"

using namespace selaras::test;
using Json = nlohmann::json;

namespace {

const std::string kToday = "2026-11-28";

Json report_of(const House& house, std::vector<std::string> arguments, int code) {
  arguments.insert(arguments.begin(), {"check", "-f", "json", "--as-of", kToday});
  const Ran ran = house.run(arguments);
  CHECK_MESSAGE(ran.code == code, ran.err);
  return Json::parse(ran.out);
}

/// Of the finding of a check in a message; null when there is none.
Json finding(const Json& report, const std::string& check, const std::string& message) {
  for (const auto& one : report["findings"]) {
    if (one["check"] == check && one["message_id"] == message) return one;
  }
  return nullptr;
}

std::string waiver(const std::string& where, const std::string& expires = "2027-01-31", const std::string& more = "") {
  return "waivers:\n  - id: W-1\n    check: policy/quantity\n" + where +
         "    reason: The leaflet quotes the old offer on purpose.\n    approver: K. Rahman\n    created: 2026-11-01\n    expires: " + expires + "\n" + more;
}

std::string version_of(const House& house, const std::string& provision) {
  const auto ran = house.run({"policies", "show", provision});
  const size_t at = ran.out.find("version");
  REQUIRE(at != std::string::npos);
  return ran.out.substr(ran.out.find_first_not_of(' ', at + 7), 16);
}

}  // namespace

TEST_CASE("a baseline holds what there is, and only what is new counts") {
  const House house;
  CHECK(house.run({"check"}).code == 1);
  const Ran wrote = house.run({"baseline", "write"});
  CHECK(wrote.code == 0);
  CHECK(wrote.out == "selaras-baseline.jsonl: 2 findings in 3 messages\n");
  const auto lines = lines_of(house.read("selaras-baseline.jsonl"));
  REQUIRE(lines.size() == 3);
  CHECK(lines[0] == "{\"selaras_baseline\": 1}");
  CHECK(lines[1] < lines[2]);
  CHECK(house.run({"check", "--baseline", "selaras-baseline.jsonl"}).code == 0);
  // Lines move, a file is renamed, the words are wrapped anew: it is the same finding.
  house.write("messages/moved.md", "---\nx-note: one line more\n" + house.read("messages/wrong.md").substr(4));
  house.remove("messages/wrong.md");
  CHECK(house.run({"check", "--baseline", "selaras-baseline.jsonl"}).code == 0);
  house.write("messages/new.md", wage_message("new", "RM1,100"));
  const Ran ran = house.run({"check", "--baseline", "selaras-baseline.jsonl", "-f", "json"});
  CHECK(ran.code == 1);
  CHECK(Json::parse(ran.out)["findings"].size() == 3);
}

TEST_CASE("what is gone from the messages is told, and pruned when asked") {
  const House house;
  house.run({"baseline", "write", "-o", "known.jsonl"});
  house.write("messages/wrong.md", wage_message("wrong", "RM1,700"));
  house.remove("messages/stale.md");
  const Ran ran = house.run({"check", "--baseline", "known.jsonl"});
  CHECK(ran.code == 0);
  CHECK(has(ran.err, "(policy/quantity) of message 'wrong' is gone"));
  CHECK(has(ran.err, "(policy/stale) of message 'stale' is gone"));
  CHECK(lines_of(house.read("known.jsonl")).size() == 3);
  const Ran pruned = house.run({"check", "--baseline", "known.jsonl", "--prune"});
  CHECK(pruned.code == 0);
  CHECK(pruned.err.empty());
  CHECK(house.read("known.jsonl") == "{\"selaras_baseline\": 1}\n");
}

TEST_CASE("a part of the messages makes nothing of the others stale") {
  const House house;
  house.run({"baseline", "write", "-o", "known.jsonl"});
  const Ran ran = house.run({"check", "--baseline", "known.jsonl", "--prune", "messages/right.md"});
  CHECK(ran.code == 0);
  CHECK(ran.err.empty());
  CHECK(lines_of(house.read("known.jsonl")).size() == 3);
}

TEST_CASE("a baseline that is missing or broken is no empty baseline") {
  const House house;
  house.run({"baseline", "write", "-o", "known.jsonl"});
  const std::string good = house.read("known.jsonl");
  const auto told = [&](const std::string& text) {
    house.write("known.jsonl", text);
    const Ran ran = house.run({"check", "--baseline", "known.jsonl"});
    CHECK(ran.code == 2);
    return ran.err;
  };
  CHECK(has(told(""), "the baseline is empty"));
  CHECK(has(told("{\"a\": 1}\n"), "known.jsonl:1:1: error: this is no baseline"));
  CHECK(has(told("{\"selaras_baseline\": 2}\n"), "a baseline of version 2, where 1 is known"));
  CHECK(has(told(good + "{\"message\": \"x\"}\n"), "known.jsonl:4:1: error: an entry has no text 'id'"));
  CHECK(has(told(good + "{\"message\": \"x\", \"id\": \"../etc\", \"check\": \"c\", \"path\": \"p\"}\n"), "'../etc' is no id of a finding"));
  CHECK(has(told(good + "<<<<<<< HEAD\n"), "a merge was left unfinished here"));
  CHECK(has(told(good + std::string(100000, '[') + "\n"), "a line of more than"));
  CHECK(has(told(good + std::string(50000, '[') + "\n"), "known.jsonl:4:1: error:"));
  CHECK(has(told(good + "\xff\n"), "known.jsonl:4:1: error:"));
  house.remove("known.jsonl");
  const Ran missing = house.run({"check", "--baseline", "known.jsonl"});
  CHECK(missing.code == 2);
  CHECK(missing.err == "known.jsonl: error: no such file or folder (check the path)\n");
  CHECK(house.run({"check", "--prune"}).code == 2);
}

TEST_CASE("a waiver takes a finding out of the count and leaves it in the report") {
  const House house;
  house.remove("messages/stale.md");
  std::string where;
  SUBCASE("of a message") { where = "    where: {message: wrong}\n"; }
  SUBCASE("of paths") { where = "    where: {path: messages/}\n"; }
  SUBCASE("of words") { where = "    where: {quote: \"at least  RM1,200 a month\"}\n"; }
  SUBCASE("of a version of the rule") {
    where = "    where: {message: wrong}\n    provision: {id: MY-WAGE-01, version: \"" + version_of(house, "MY-WAGE-01") + "\"}\n";
  }
  house.write("waivers.yaml", waiver(where));
  const Json report = report_of(house, {}, 0);
  CHECK(report["summary"]["blocker"] == 0);
  CHECK(finding(report, "policy/quantity", "wrong").is_object());
  CHECK(report["findings"].size() == 1);
}

TEST_CASE("a waiver that serves nothing, has run out, or was for another rule is a finding") {
  const House house;
  house.remove("messages/stale.md");
  SUBCASE("nothing there") {
    house.write("waivers.yaml", waiver("    where: {message: right}\n"));
    const Json unused = finding(report_of(house, {}, 1), "waiver/unused", "");
    CHECK(unused["severity"] == "minor");
    CHECK(unused["path"] == "waivers.yaml");
    CHECK(unused["quote"] == "W-1");
    // The waived message alone was not checked: nothing can be said.
    CHECK(finding(report_of(house, {"messages/wrong.md"}, 1), "waiver/unused", "").is_null());
    CHECK(finding(report_of(house, {"messages/right.md"}, 0), "waiver/unused", "").is_object());
  }
  SUBCASE("run out") {
    house.write("waivers.yaml", waiver("    where: {message: wrong}\n", "2026-11-27"));
    const Json report = report_of(house, {}, 1);
    CHECK(finding(report, "waiver/expired", "")["severity"] == "major");
    CHECK(report["summary"]["blocker"] == 1);
  }
  SUBCASE("its last day") {
    house.write("waivers.yaml", waiver("    where: {message: wrong}\n", kToday));
    report_of(house, {}, 0);
  }
  SUBCASE("another version") {
    const std::string version = version_of(house, "MY-WAGE-01");
    house.write("waivers.yaml", waiver("    where: {message: wrong}\n    provision: {id: MY-WAGE-01, version: \"" + version + "\"}\n"));
    house.change("policies/MY/work.yaml", "The minimum wage is RM1,700 a month;", "The least wage is RM1,700 a month;");
    const Json report = report_of(house, {}, 1);
    CHECK(finding(report, "waiver/outdated", "").is_object());
    CHECK(report["summary"]["blocker"] == 1);
  }
  SUBCASE("turned off") {
    house.write("waivers.yaml", waiver("    where: {message: right}\n"));
    house.change("selaras.yaml", "rules: rules", "checks: {waiver/unused: off}\nrules: rules");
    CHECK(finding(report_of(house, {}, 1), "waiver/unused", "").is_null());
  }
}

TEST_CASE("a message names a waiver beside its words") {
  const House house;
  house.remove("messages/stale.md");
  house.write("waivers.yaml", waiver(""));
  const std::string plain = house.read("messages/wrong.md");
  const auto put = [&](const std::string& text) { house.write("messages/wrong.md", plain.substr(0, plain.find("Employers")) + text); };
  const std::string sentence = plain.substr(plain.find("Employers"));
  report_of(house, {}, 1);
  put("<!-- selaras-waive: W-1 -->\n\n" + sentence);
  report_of(house, {}, 0);
  put(sentence.substr(0, sentence.size() - 1) + " <!-- selaras-waive: W-1 -->\n");
  report_of(house, {}, 0);
  put("Something else.\n\n<!-- selaras-waive: W-1 -->\n\nAnother paragraph.\n\n" + sentence);
  report_of(house, {}, 1);
  put("<!-- selaras-waive: W-2 -->\n" + sentence);
  CHECK(finding(report_of(house, {}, 1), "waiver/unknown", "wrong")["severity"] == "major");
}

TEST_CASE("a waiver that cannot be read is an error with its place") {
  const House house;
  const auto told = [&](const std::string& text) {
    house.write("waivers.yaml", text);
    const Ran ran = house.run({"check", "--as-of", kToday});
    CHECK(ran.code == 2);
    return ran.err;
  };
  std::string text = waiver("");
  CHECK(has(told(text.replace(text.find("policy/quantity"), 15, "policy/quantty")), "waivers.yaml:3:12: error: unknown check 'policy/quantty' in waiver W-1 (did you mean 'policy/quantity'?)"));
  CHECK(has(told(waiver("", "2026-10-01")), "waiver W-1 expires (2026-10-01) before it was created (2026-11-01)"));
  CHECK(has(told(waiver("    where: {mesage: x}\n")), "unknown field 'mesage' in 'where' of waiver W-1 (did you mean 'message'?)"));
  CHECK(has(told(waiver("    where: {path: ../../etc/*}\n")), "is no pattern of paths"));
  CHECK(has(told("waivers:\n  - {id: W-1, check: policy/quantity}\n"), "waiver W-1 has no 'reason'"));
  CHECK(has(told(waiver("") + waiver("").substr(9)), "there are two waivers 'W-1'"));
  CHECK(has(told("waivers: [[]]\n"), "a waiver must be a mapping of fields"));
  CHECK(has(told("waivers:\n  - &a {id: W-1}\n"), "waivers.yaml:2:"));
}
