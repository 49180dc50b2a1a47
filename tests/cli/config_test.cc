// Workspace files that are found upward from each message, laid over one another, and told with their origin.
#include <nlohmann/json.hpp>

#include "small_workspace.h"

using namespace selaras::test;
using Json = nlohmann::json;

namespace {

std::string severity_of(const Ran& ran, const std::string& message) {
  const Json report = Json::parse(ran.out);
  for (const auto& finding : report["findings"]) {
    if (finding["message_id"] == message) return finding["severity"];
  }
  return "none";
}

}  // namespace

TEST_CASE("the nearer file is over the farther, and what it does not say holds on") {
  const House house;
  house.change("selaras.yaml", "rules: rules", "root: true\nchecks: {policy/quantity: major, policy/stale: note}\nfail_on: major\nrules: rules");
  house.write("messages/sub/deep.md", wage_message("deep", "RM1,100"));
  house.write("messages/sub/selaras.yaml", "checks: {policy/quantity: minor}\n");
  const Ran ran = house.run({"check", "-f", "json", "messages"});
  CHECK(severity_of(ran, "wrong") == "major");
  CHECK(severity_of(ran, "deep") == "minor");
  CHECK(severity_of(ran, "stale") == "note");
  CHECK(ran.code == 1);
  // The same messages, wherever the run begins.
  const Ran below = run_program(SELARAS_PROGRAM, Call{{"check", "-f", "json", "deep.md"}}, house.at("messages/sub"));
  CHECK(severity_of(below, "deep") == "minor");
  CHECK(below.code == 0);
  house.write("messages/sub/selaras.yaml", "fail_on: note\nchecks: {policy/quantity: note}\n");
  CHECK(house.run({"check", "messages/sub"}).code == 1);
  CHECK(house.run({"check", "messages/sub", "--fail-on", "minor"}).code == 0);
}

TEST_CASE("root: true ends the way up, and so does the root of a repository") {
  const House house;
  house.change("selaras.yaml", "rules: rules", "profile: clearance\nrules: rules");
  house.write("messages/sub/selaras.yaml", "fail_on: note\n");
  CHECK(house.run({"config", "print", "--for", "messages/sub/x.md"}).out == "fail_on: note\nprofile: draft\n");  // nothing says where the workspace ends
  house.write(".git/HEAD", "");
  const auto printed = [&] { return house.run({"config", "print", "--for", "messages/sub/x.md"}).out; };
  CHECK(has(printed(), "profile: clearance\n"));
  house.write("messages/sub/selaras.yaml", "root: true\nfail_on: note\n");
  CHECK(printed() == "fail_on: note\nprofile: draft\n");
  house.write("messages/sub/selaras.yaml", "fail_on: note\n");
  house.write("messages/sub/.git", "gitdir: elsewhere\n");
  CHECK(printed() == "fail_on: note\nprofile: draft\n");
}

TEST_CASE("extends: below the file that extends; lists replace, or are put behind with +append") {
  const House house;
  house.write("shared/base.yaml", "messages: [a]\nchecks: {policy/quantity: note, policy/stale: minor}\ncorridors: {bd-my: {origin: [BD], topics: [work.wage]}}\n");
  house.write("shared/more.yaml", "messages: {+append: [b]}\nchecks: {policy/quantity: major}\n");
  house.write("selaras.yaml", "root: true\nextends: [shared/base.yaml, shared/more.yaml]\nmessages: {+append: [c]}\ncorridors: {bd-my: {destination: [MY]}}\n");
  const Ran ran = house.run({"config", "print", "--origin"});
  CHECK(ran.code == 0);
  CHECK(ran.out ==
        "checks:\n"
        "  policy/quantity: major  # shared/more.yaml:2\n"
        "  policy/stale: minor  # shared/base.yaml:2\n"
        "corridors:\n"
        "  bd-my:  # shared/base.yaml:3\n"
        "    destination: [MY]  # selaras.yaml:4\n"
        "    origin: [BD]  # shared/base.yaml:3\n"
        "    topics: [work.wage]  # shared/base.yaml:3\n"
        "messages: [shared/a, shared/b, c]  # selaras.yaml:3\n"
        "profile: draft  # default\n"
        "fail_on: major  # default\n");
  // What is printed is a workspace file that says the same.
  const std::string whole = house.run({"config", "print"}).out;
  house.write("selaras.yaml", whole);
  CHECK(house.run({"config", "print"}).out == house.run({"config", "print", "-c", "selaras.yaml"}).out);
}

TEST_CASE("extends in a circle, out of the workspace, of nothing, too deep: errors with their place") {
  const House house;
  const auto told = [&](const std::string& text) {
    house.write("selaras.yaml", "root: true\n" + text);
    const Ran ran = house.run({"check"});
    CHECK(ran.code == 2);
    return ran.err;
  };
  CHECK(has(told("extends: selaras.yaml\n"), "selaras.yaml:2:10: error: 'selaras.yaml' extends itself in a circle"));
  house.write("a.yaml", "extends: b.yaml\n");
  house.write("b.yaml", "extends: [c.yaml, a.yaml]\n");
  house.write("c.yaml", "profile: clearance\n");
  CHECK(has(told("extends: a.yaml\n"), "b.yaml:1:10: error: 'a.yaml' extends itself in a circle"));
  CHECK(has(told("extends: ../../etc/passwd\n"), "lies outside the workspace (extend files below "));
  CHECK(has(told("extends: /etc/passwd\n"), "'/etc/passwd' lies outside the workspace"));
  std::filesystem::create_symlink("/etc/passwd", house.at("link.yaml"));
  CHECK(has(told("extends: link.yaml\n"), "'link.yaml' lies outside the workspace"));
  CHECK(has(told("extends: gone.yaml\n"), "gone.yaml: error: no such file or folder"));
  for (int i = 0; i < 20; ++i) house.write("d" + std::to_string(i) + ".yaml", "extends: d" + std::to_string(i + 1) + ".yaml\n");
  CHECK(has(told("extends: d0.yaml\n"), "is extended over more than 16 files"));
  CHECK(has(told("mesages: [a]\n"), "selaras.yaml:2:1: error: unknown field 'mesages' in the workspace file (did you mean 'messages'?)"));
  CHECK(has(told("messages: {+apend: [a]}\n"), "unknown field '+apend' in 'messages' of the workspace file (did you mean '+append'?)"));
}

TEST_CASE("the user's own file is below all others") {
  const House house;
  house.write("home/selaras/selaras.yaml", "profile: clearance\nchecks: {policy/quantity: minor, policy/stale: minor}\n");
  house.change("selaras.yaml", "rules: rules", "checks: {policy/stale: major}\nrules: rules");
  Call call{{"check", "-f", "json", "messages"}};
  call.environment["XDG_CONFIG_HOME"] = house.at("home");
  Ran ran = house.run(call);
  CHECK(severity_of(ran, "wrong") == "minor");
  CHECK(severity_of(ran, "stale") == "major");
  call.arguments = {"check", "-f", "json", "-c", "selaras.yaml"};
  ran = house.run(call);
  CHECK(severity_of(ran, "wrong") == "blocker");
  call.arguments = {"check", "-f", "json", "--no-config", "messages"};
  CHECK(severity_of(house.run(call), "stale") != "major");
}

TEST_CASE("a folder may have rules and policies of its own") {
  const House house;
  house.change("selaras.yaml", "rules: rules", "root: true\nrules: rules");
  std::string policy = house.read("policies/MY/work.yaml");
  for (size_t at = policy.find("1,700"); at != std::string::npos; at = policy.find("1,700")) policy.replace(at, 5, "1,100");
  for (size_t at = policy.find("value: 1700"); at != std::string::npos; at = policy.find("value: 1700")) policy.replace(at, 11, "value: 1100");
  house.write("other/policies/MY/work.yaml", policy);
  house.write("other/m/deep.md", wage_message("deep", "RM1,100"));
  house.write("other/selaras.yaml", "policies: policies\n");
  const Ran ran = house.run({"check", "-f", "json", "messages", "other/m"});
  CAPTURE(ran.err);
  CAPTURE(ran.code);
  CHECK(severity_of(ran, "deep") == "none");
  CHECK(severity_of(ran, "wrong") == "blocker");
}
