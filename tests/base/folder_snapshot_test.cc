#include "base/folder_snapshot.h"

#include <doctest/doctest.h>

using namespace selaras;

namespace {

MemoryFileSystem two_folders() {
  MemoryFileSystem files;
  files.add("r/a.yaml", "a: 1\n");
  files.add("r/deep/b.yaml", "b: 2\n");
  files.add("r/README.md", "not read");
  files.add("p/c.yaml", "c: 3\n");
  files.add("elsewhere/d.yaml", "d: 4\n");
  return files;
}

std::vector<std::string> names(const FolderSnapshot& snapshot) {
  std::vector<std::string> found;
  for (const auto& entry : snapshot.entries()) found.push_back(entry.name);
  return found;
}

std::string text(const FileSystem& files, const std::string& path) {
  const auto read = files.read(path, 1000);
  const auto* content = std::get_if<std::string>(&read);
  return content == nullptr ? std::string(fault_message(std::get<FileFault>(read))) : *content;
}

}  // namespace

TEST_CASE("a snapshot holds what lies below its folders, by names that do not move with them") {
  const FolderSnapshot snapshot(two_folders(), {{"rules", "r"}, {"policies", "p"}});
  CHECK(snapshot.whole());
  CHECK(names(snapshot) == std::vector<std::string>{"rules", "rules/README.md", "rules/a.yaml", "rules/deep", "rules/deep/b.yaml", "policies", "policies/c.yaml"});
  CHECK(text(snapshot, "r/deep/b.yaml") == "b: 2\n");
  CHECK(snapshot.is_directory("r/deep"));
  CHECK(snapshot.is_file("r/README.md"));
  CHECK_FALSE(snapshot.is_file("r/deep"));
  REQUIRE(snapshot.at("p/c.yaml") != nullptr);
  CHECK(snapshot.at("p/c.yaml")->name == "policies/c.yaml");
  REQUIRE(snapshot.named("policies/c.yaml") != nullptr);
  CHECK(snapshot.named("policies/c.yaml")->path == "p/c.yaml");
  CHECK(snapshot.named("policies/x.yaml") == nullptr);
}

TEST_CASE("a snapshot does not change with its folders") {
  MemoryFileSystem files = two_folders();
  const FolderSnapshot snapshot(files, {{"rules", "r"}});
  files.add("r/a.yaml", "changed");
  files.add("r/new.yaml", "new");
  CHECK(text(snapshot, "r/a.yaml") == "a: 1\n");
  CHECK(std::get<std::vector<DirectoryEntry>>(snapshot.list("r")).size() == 3);
}

TEST_CASE("what lies elsewhere is missing, and nothing can be written") {
  FolderSnapshot snapshot(two_folders(), {{"rules", "r"}});
  CHECK(text(snapshot, "elsewhere/d.yaml") == "no such file or folder");
  CHECK(std::get<FileFault>(snapshot.list("elsewhere")) == FileFault::missing);
  CHECK(snapshot.replace("r/a.yaml", "x") == FileFault::not_writable);
}

TEST_CASE("faults are kept, and the limit of who reads holds") {
  MemoryFileSystem files = two_folders();
  files.add_fault("r/a.yaml", FileFault::vanished);
  const FolderSnapshot snapshot(files, {{"rules", "r"}, {"policies", "nowhere"}});
  CHECK_FALSE(snapshot.whole());
  CHECK(text(snapshot, "r/a.yaml") == fault_message(FileFault::vanished));
  CHECK(std::get<FileFault>(snapshot.list("nowhere")) == FileFault::missing);
  CHECK(std::get<FileFault>(snapshot.read("r/deep/b.yaml", 2)) == FileFault::too_large);
  CHECK(std::get<FileFault>(snapshot.read("r/deep", 2)) == FileFault::not_a_file);
}

TEST_CASE("folders without an end are ended") {
  MemoryFileSystem files;
  std::string path = "r";
  for (int i = 0; i < 40; ++i) path += "/x";
  files.add(path + "/a.yaml", "a");
  const FolderSnapshot snapshot(files, {{"rules", "r"}});
  CHECK_FALSE(snapshot.whole());
  CHECK(snapshot.entries().size() == FolderSnapshot::kDeepest + 2);
}
