// What the disk does to a run: files that cannot be read, lead nowhere or in a circle, and go away while they are being read. One bad
// file never stops the others.
#include "../cli/small_workspace.h"
#include "engine/run.h"

using namespace selaras;
using namespace selaras::test;
namespace fs = std::filesystem;

namespace {

/// The small workspace in memory, and its report.
struct Memory {
  MemoryFileSystem files;
  Diagnostics loading;

  Memory() {
    for (const auto& [name, text] : small_workspace()) files.add(name, text);
    files.add("messages/wrong.md", wage_message("wrong", "RM1,200"));
    files.add("messages/stale.md", wage_message("stale", "RM1,500"));
  }

  Report check() {
    Workspace workspace = load_workspace(files, ".", "selaras.yaml", loading);
    library = Library::load(files, data_folders(files, workspace, "nowhere/bin/selaras"), loading);
    REQUIRE(library != nullptr);
    return Run(files, *library, workspace, {}).check({"messages"});
  }

  std::unique_ptr<Library> library;
};

std::vector<std::string> told(const Diagnostics& diagnostics) {
  std::vector<std::string> lines;
  for (const auto& diagnostic : diagnostics.all()) lines.push_back(to_line(diagnostic));
  return lines;
}

}  // namespace

TEST_CASE("a message that vanishes while it is read is told, and the others are checked") {
  for (const FileFault fault : {FileFault::vanished, FileFault::missing, FileFault::unreadable, FileFault::loop, FileFault::too_large, FileFault::not_a_file}) {
    Memory memory;
    memory.files.add_fault("messages/wrong.md", fault);
    const Report report = memory.check();
    CHECK(memory.loading.all().empty());
    CHECK(told(report.diagnostics) == std::vector<std::string>{"messages/wrong.md: error: " + std::string(fault_message(fault)) + " (" + std::string(fault_remedy(fault)) + ")"});
    REQUIRE(report.findings.size() == 1);
    CHECK(report.findings[0].message_id == "stale");
    CHECK(report.messages == 1);
  }
}

TEST_CASE("a policy, a concept file or a check that vanishes while it is read is told, and the rest is used") {
  for (const std::string name : {"policies/BD/fees.yaml", "rules/checks/policy/not-in-force.yaml"}) {
    Memory memory;
    memory.files.add_fault(name, FileFault::vanished);
    const Report report = memory.check();
    CHECK(told(memory.loading) == std::vector<std::string>{name + ": error: the file vanished or changed while it was read (run again when nothing writes to it)"});
    CHECK(report.findings.size() == 2);
  }
}

TEST_CASE("a file that nobody may read is told by name, and so is a folder") {
  const House house;
  house.write("messages/secret/a.md", "x");
  fs::permissions(house.at("messages/right.md"), fs::perms::none);
  fs::permissions(house.at("messages/secret"), fs::perms::none);
  fs::permissions(house.at("policies/BD/fees.yaml"), fs::perms::none);
  Call call{{"check", "messages"}};
  call.as_nobody = geteuid() == 0;
  const Ran ran = house.run(call);
  fs::permissions(house.at("messages/secret"), fs::perms::owner_all);
  if (ran.code == kCannotRun) {
    MESSAGE("skipped: root may read everything, and nobody may not run the program here");
    return;
  }
  CHECK(ran.code == 2);
  CHECK(ran.err ==
        "policies/BD/fees.yaml: error: the file cannot be read (check its permissions)\n"
        "messages/secret: error: the file cannot be read (check its permissions)\n"
        "messages/right.md: error: the file cannot be read (check its permissions)\n");
  CHECK(has(ran.out, "messages/wrong.md:12:66"));
}

TEST_CASE("links in a circle are told when they are named, and passed by when they are met") {
  const House house;
  fs::create_symlink("two.md", house.at("messages/one.md"));
  fs::create_symlink("one.md", house.at("messages/two.md"));
  fs::create_directory_symlink("..", house.at("messages/up"));
  CHECK(house.run({"check", "messages"}).code == 1);
  const Ran named = house.run({"check", "messages/one.md", "messages/wrong.md"});
  CHECK(named.code == 2);
  CHECK(named.err == "messages/one.md: error: the symbolic links lead in a circle (remove one of the links)\n");
  CHECK(has(named.out, "messages/wrong.md:12:66"));
}

TEST_CASE("a pipe, a device and a folder with the name of a message are not waited for") {
  const House house;
  REQUIRE(mkfifo(house.at("messages/pipe.md").c_str(), 0600) == 0);
  fs::create_directory(house.at("messages/folder.md"));
  const Ran ran = house.run({"check", "messages"});
  CHECK(ran.code == 2);
  CHECK(ran.err == "messages/pipe.md: error: this is not a regular file (name a file or a folder of messages)\n");
  CHECK(has(ran.out, "messages/wrong.md:12:66"));
}

TEST_CASE("policies and rules that are files, and messages that are deep below, are no riddle") {
  const House house;
  house.write("selaras.yaml", "rules: rules\npolicies: rules/weights.yaml\n");
  const Ran file = house.run({"check", "messages/wrong.md"});
  CHECK(file.code == 2);
  CHECK(file.err == "rules/weights.yaml: error: no such file or folder (check the path)\n");
}
