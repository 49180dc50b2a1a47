// The workspace file and the folders that follow from it.
#include "engine/workspace.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace selaras;

namespace {

std::string page() {
  std::ifstream file(SELARAS_SOURCE_DIR "/docs/formats/workspace.md", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

struct Loaded {
  Workspace workspace;
  std::vector<std::string> told;
};

Loaded load(const std::string& text, const std::string& path = "selaras.yaml") {
  MemoryFileSystem files;
  files.add(path, text);
  Diagnostics diagnostics;
  Loaded loaded{load_workspace(files, ".", path, diagnostics), {}};
  for (const auto& d : diagnostics.all()) loaded.told.push_back(to_line(d));
  return loaded;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("the example of docs/formats/workspace.md is a workspace") {
  const std::string text = page();
  const size_t begin = text.find("```yaml\n") + 8;
  const auto [workspace, told] = load(text.substr(begin, text.find("```", begin) - begin));
  CHECK(told == Words{});
  CHECK(workspace.rules == "rules");
  CHECK(workspace.policies == "policies");
  CHECK(workspace.messages == Words{"campaigns", "notices"});
  REQUIRE(workspace.corridors.contains("bd-my"));
  CHECK(workspace.corridors.at("bd-my").destination == Words{"MY"});
  CHECK(workspace.corridors.at("bd-my").topics.size() == 3);
  REQUIRE(workspace.checks.size() == 2);
  CHECK(workspace.checks[0].second == Severity::major);
  CHECK_FALSE(workspace.checks[1].second.has_value());
  CHECK(workspace.profile == Profile::draft);
  CHECK(workspace.fail_on == Severity::major);
  CHECK(workspace.as_of->iso() == "2026-11-15");
}

TEST_CASE("docs/formats/workspace.md speaks of every key") {
  for (const char* key : {"rules", "policies", "messages", "corridors", "origin", "transit", "destination", "topics", "checks", "profile", "fail_on", "as_of", "root", "extends", "waivers", "baseline"}) {
    CHECK_MESSAGE(page().find("`" + std::string(key) + "`") != std::string::npos, std::string(key), " is not documented");
  }
  CHECK(page().find("{+append: ") != std::string::npos);
}

TEST_CASE("an empty file, and none, mean the defaults") {
  for (const char* text : {"", "# nothing\n", "{}\n"}) {
    const auto [workspace, told] = load(text);
    CHECK(told == Words{});
    CHECK(workspace.rules.empty());
    CHECK(workspace.fail_on == Severity::major);
    CHECK(workspace.profile == Profile::draft);
  }
}

TEST_CASE("paths count from the folder of the file, absolute ones from nowhere") {
  const auto [workspace, told] = load("rules: r\npolicies: /p\nmessages: [m, /n]\n", "a/b/selaras.yaml");
  CHECK(workspace.root == "a/b");
  CHECK(workspace.rules == "a/b/r");
  CHECK(workspace.policies == "/p");
  CHECK(workspace.messages == Words{"a/b/m", "/n"});
}

TEST_CASE("levels: never is no level, off is no severity, error and warning are other words") {
  CHECK_FALSE(load("fail_on: never\n").workspace.fail_on.has_value());
  CHECK(load("fail_on: warning\n").workspace.fail_on == Severity::minor);
  CHECK(load("profile: clearance\n").workspace.profile == Profile::clearance);
  const auto [workspace, told] = load("checks: {a/b: off, a/c: error}\n");
  CHECK(told == Words{});
  CHECK_FALSE(workspace.checks[0].second.has_value());
  CHECK(workspace.checks[1].second == Severity::major);
}

TEST_CASE("what is wrong is told, and the good keys beside it hold") {
  const auto [workspace, told] = load("policeis: p\nrules: r\nprofile: fast\n");
  CHECK(told == Words{"selaras.yaml:3:10: error: 'fast' is no profile of the workspace file (known are: draft, clearance)",
                      "selaras.yaml:1:1: error: unknown field 'policeis' in the workspace file (did you mean 'policies'?)"});
  CHECK(workspace.rules == "r");
}

TEST_CASE("the workspace files upward hold, the nearer over the farther") {
  namespace fs = std::filesystem;
  const fs::path root = fs::temp_directory_path() / "selaras-workspace-upward";
  fs::remove_all(root);
  fs::create_directories(root / "a" / "b" / "c");
  std::ofstream(root / "selaras.yaml") << "profile: clearance\n";
  std::ofstream(root / "a" / "b" / "selaras.yaml") << "fail_on: note\n";
  const DiskFileSystem files;
  const auto from = [&](const fs::path& start) {
    Diagnostics diagnostics;
    Workspace found = load_workspace(files, start.string(), "", diagnostics);
    CHECK(diagnostics.all().empty());
    return found;
  };
  CHECK(from(root / "a" / "b" / "c").fail_on == Severity::note);
  CHECK(from(root / "a" / "b" / "c" / "no-such.md").fail_on == Severity::note);
  CHECK(from(root / "a" / "b" / "c").profile == Profile::draft);  // nothing says where the workspace ends
  std::ofstream(root / "selaras.yaml") << "root: true\nprofile: clearance\n";
  CHECK(from(root / "a" / "b" / "c").profile == Profile::clearance);
  CHECK(from(root / "a").profile == Profile::clearance);
  CHECK(from(root / "a").fail_on == Severity::major);
  std::ofstream(root / "a" / "b" / "selaras.yaml") << "root: true\n";
  CHECK(from(root / "a" / "b" / "c").profile == Profile::draft);
  fs::remove_all(root);
}

TEST_CASE("rules and policies: the workspace's own, those beside it, those of the program") {
  MemoryFileSystem files;
  files.add("prefix/share/selaras/rules/ontology/a.yaml", "");
  files.add("prefix/share/selaras/policies/MY/a.yaml", "");
  files.add("w/rules/ontology/a.yaml", "");
  Workspace workspace;
  workspace.root = "nowhere";
  const std::string program = "prefix/share/selaras/../../bin/selaras";
  workspace.rules = "mine";
  CHECK(data_folders(files, workspace, program).rules == "mine");
  workspace.rules.clear();
  workspace.root = "w";
  CHECK(data_folders(files, workspace, program).rules == "w/rules");
  CHECK(data_folders(files, workspace, "elsewhere/selaras").policies.empty());
}
