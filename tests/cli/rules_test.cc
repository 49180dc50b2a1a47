// `selaras rules`: what it lists, which examples it runs, what it finds in the rules, and how it ends.
#include <nlohmann/json.hpp>

#include "small_workspace.h"

namespace selaras::test {
namespace {

using Json = nlohmann::json;

constexpr const char* kQuantity = "rules/checks/policy/quantity.yaml";
constexpr const char* kNone = "examples: {flag: [], pass: []}";
const std::string kFront = "front: \"issuer: MY-JTK\\ncountry: MY\"}";
const std::string kWrong =
    "{text: \"Employers in Malaysia must pay foreign workers a minimum wage of at least RM1,200 a month.\", " + kFront;
const std::string kRight =
    "{text: \"Employers in Malaysia must pay foreign workers a minimum wage of at least RM1,700 a month.\", " + kFront;

std::string examples(const std::string& flag, const std::string& pass) {
  return "examples: {flag: [" + flag + "], pass: [" + pass + "]}";
}

}  // namespace

TEST_CASE("rules list tells code, id, kind, severities and title, by code") {
  const House house;
  house.change(kQuantity, "draft: blocker", "draft: minor");
  const auto ran = house.run({"rules", "list"});
  CHECK(ran.code == 0);
  CHECK(ran.err.empty());
  const auto lines = lines_of(ran.out);
  REQUIRE(lines.size() == 7);
  CHECK(lines[0] == "code id                   kind           draft     clearance");
  CHECK(lines[1] == "A6   policy/stale         contradiction  blocker   blocker");
  CHECK(lines[3] == "A7   policy/not-in-force  contradiction  blocker   blocker");
  CHECK(lines[5] == "A10  policy/quantity      contradiction  minor     blocker");
  CHECK(lines[6] == "     Another amount than the rule in force");
}

TEST_CASE("rules list as JSON, and what a workspace turned off") {
  const House house;
  house.change("selaras.yaml", "policies: policies", "policies: policies\nchecks: {policy/stale: off}");
  CHECK(has(house.run({"rules", "list"}).out, "A6   policy/stale         contradiction  off       off"));
  const auto ran = house.run({"rules", "list", "--format", "json"});
  CHECK(ran.code == 0);
  const Json json = Json::parse(ran.out);
  CHECK(json["schema_version"] == 1);
  REQUIRE(json["checks"].size() == 3);
  CHECK(json["checks"][0]["id"] == "policy/stale");
  CHECK(json["checks"][0]["enabled"] == false);
  CHECK(json["checks"][2]["code"] == "A10");
  CHECK(json["checks"][2]["severity"]["draft"] == "blocker");
  CHECK(json["checks"][2]["examples"]["flag"] == 0);
}

TEST_CASE("rules list keeps to eighty columns with the project's own checks") {
  const auto ran = run_program(SELARAS_PROGRAM, {{"rules", "list"}}, SELARAS_SOURCE_DIR);
  CHECK(ran.code == 0);
  for (const auto& line : lines_of(ran.out)) CHECK_MESSAGE(line.size() <= 80, line);
}

TEST_CASE("rules test passes when every example does what its rule says") {
  const House house;
  CHECK(house.run({"rules", "test"}).out == "0 passed, 0 failed\n");
  house.change(kQuantity, kNone, examples(kWrong, kRight + ", Bring a photo."));
  const auto ran = house.run({"rules", "test"});
  CHECK(ran.code == 0);
  CHECK(ran.out == "3 passed, 0 failed\n");
}

TEST_CASE("rules test tells each example that fails, with its place and what was found instead") {
  const House house;
  house.change(kQuantity, kNone, examples(kRight, kWrong));
  const auto ran = house.run({"rules", "test", "A10"});
  CHECK(ran.code == 1);
  CHECK(has(ran.out,
            "rules/checks/policy/quantity.yaml:8:19: policy/quantity does not flag what it must flag\n    Employers in Malaysia"));
  CHECK(has(ran.out, "\n  found nothing\n"));
  CHECK(has(ran.out, "policy/quantity flags what it must let pass\n"));
  CHECK(has(ran.out, "found A10 policy/quantity, 'at least RM1,200 a month':"));
  CHECK(lines_of(ran.out).back() == "0 passed, 2 failed");
  for (const auto& line : lines_of(ran.out)) CHECK_MESSAGE((line.size() <= 80 || has(line, ".yaml:")), line);
}

TEST_CASE("rules test runs the checks that are named, and refuses others") {
  const House house;
  house.change(kQuantity, kNone, examples(kWrong, kWrong));
  CHECK(house.run({"rules", "test", "policy/stale", "A7"}).out == "0 passed, 0 failed\n");
  CHECK(has(house.run({"rules", "test", "policy/quantity"}).out, "1 passed, 1 failed\n"));
  const auto unknown = house.run({"rules", "test", "policy/quantty"});
  CHECK(unknown.code == 2);
  CHECK(unknown.err == "selaras: error: no check 'policy/quantty' (did you mean 'policy/quantity'?)\n");
}

TEST_CASE("rules test does not run what the workspace turned off, and nothing else of the workspace has a say") {
  const House house;
  house.change(kQuantity, kNone, examples(kWrong, kRight));
  house.change("selaras.yaml", "policies: policies", "policies: policies\nas_of: 2024-01-01");
  house.write("campaign.yaml", "publish: 2023-01-01\n");
  CHECK(house.run({"rules", "test"}).out == "2 passed, 0 failed\n");
  house.change("selaras.yaml", "policies: policies", "policies: policies\nchecks: {policy/quantity: off}");
  const auto off = house.run({"rules", "test"});
  CHECK(off.code == 0);
  CHECK(off.out == "policy/quantity is off in this workspace and was not run\n0 passed, 0 failed\n");
}

TEST_CASE("an example that is no message is an error") {
  const House house;
  house.change(kQuantity, kNone, examples("{text: a, front: \"publish: soon\"}", kRight));
  const auto ran = house.run({"rules", "test"});
  CHECK(ran.code == 2);
  CHECK(has(ran.out, "rules/checks/policy/quantity.yaml:8:19: policy/quantity cannot read its example\n    a\n  error: "));
  CHECK(has(ran.out, "1 passed, 1 failed\n"));
}

TEST_CASE("rules test as JSON") {
  const House house;
  house.change(kQuantity, kNone, examples(kWrong, kWrong));
  const auto ran = house.run({"rules", "test", "--format", "json"});
  CHECK(ran.code == 1);
  const Json json = Json::parse(ran.out);
  CHECK(json["summary"]["passed"] == 1);
  CHECK(json["summary"]["failed"] == 1);
  REQUIRE(json["examples"].size() == 2);
  const Json& example = json["examples"][1];
  CHECK(example["check"] == "policy/quantity");
  CHECK(example["expected"] == "pass");
  CHECK(example["passed"] == false);
  CHECK(example["path"] == kQuantity);
  CHECK(example["line"] == 8);
  REQUIRE(example["found"].size() == 1);
  CHECK(example["found"][0]["quote"] == "at least RM1,200 a month");
}

TEST_CASE("rules lint fails on errors and not on notes") {
  const House house;
  const auto empty = house.run({"rules", "lint"});
  CHECK(empty.code == 1);
  CHECK(has(empty.out,
            "rules/checks/policy/quantity.yaml:8:11: error: check 'policy/quantity' has no example under 'flag' (add a message "
            "that it must flag) [example-missing]\n"));
  CHECK(has(
      empty.out,
      "term-missing: 1 notes (--all lists them)\n3 checks: 6 errors, 0 warnings, 1 notes\n"));
  for (const char* name : {"quantity", "stale", "not-in-force"})
    house.change("rules/checks/policy/" + std::string(name) + ".yaml", kNone, examples("x", "x"));
  CHECK(house.run({"rules", "lint"}).code == 0);
  const std::string keep = "rules/ontology/work.yaml:8:5: note: language 'en' has no word for 'keep'";
  CHECK_FALSE(has(house.run({"rules", "lint"}).out, keep));
  CHECK(has(house.run({"rules", "lint", "--all"}).out, keep));
  CHECK(has(house.run({"rules", "lint", "--rule", "term-missing"}).out, keep));
  CHECK(has(house.run({"rules", "lint", "--rule", "term-form"}).out, "3 checks: 0 errors, 0 warnings, 0 notes\n"));
  CHECK(has(house.run({"rules", "lint", "--rule", "term-from"}).err, "did you mean 'term-form'?"));
}

TEST_CASE("rules lint ends with 2 when a rule cannot be read, and lists its rules") {
  const House house;
  house.change(kQuantity, "code: A10\n", "");
  const auto ran = house.run({"rules", "lint"});
  CHECK(ran.code == 2);
  CHECK(has(ran.err, "check 'policy/quantity' has no 'code'"));
  const auto list = house.run({"rules", "lint", "--list"});
  CHECK(list.code == 0);
  CHECK(has(list.out, "wording-neutral   error    "));
}

}  // namespace selaras::test
