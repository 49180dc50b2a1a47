#include "base/file_system.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

using namespace selaras;
namespace fs = std::filesystem;

namespace {

constexpr size_t kLarge = 1 << 20;

/// A folder of its own for one test, gone afterwards.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "selaras-test-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string at(const std::string& name) const { return path_ + "/" + name; }
  std::string write(const std::string& name, std::string_view text) const {
    fs::create_directories(fs::path(at(name)).parent_path());
    std::ofstream(at(name), std::ios::binary) << text;
    return at(name);
  }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// While it lives, the process has the rights of nobody, if it may take them; root could read everything.
class WithoutPrivileges {
 public:
  WithoutPrivileges() : was_root_(geteuid() == 0), dropped_(was_root_ && seteuid(65534) == 0) {}
  ~WithoutPrivileges() {
    if (dropped_ && seteuid(0) != 0) std::abort();
  }
  WithoutPrivileges(const WithoutPrivileges&) = delete;
  WithoutPrivileges& operator=(const WithoutPrivileges&) = delete;
  bool hold() const { return !was_root_ || dropped_; }

 private:
  bool was_root_;
  bool dropped_;
};

std::string text_of(const std::variant<std::string, FileFault>& result) {
  REQUIRE(std::holds_alternative<std::string>(result));
  return std::get<std::string>(result);
}

template <typename Value>
bool is_fault(const std::variant<Value, FileFault>& result, FileFault fault) {
  return std::holds_alternative<FileFault>(result) && std::get<FileFault>(result) == fault;
}

std::vector<std::string> names_of(const std::variant<std::vector<DirectoryEntry>, FileFault>& result) {
  REQUIRE(std::holds_alternative<std::vector<DirectoryEntry>>(result));
  std::vector<std::string> names;
  for (const DirectoryEntry& entry : std::get<std::vector<DirectoryEntry>>(result)) names.push_back(entry.name);
  return names;
}

const DiskFileSystem disk;

}  // namespace

TEST_CASE("a file on disk is read byte for byte") {
  const Folder folder;
  const std::string bytes("a\r\n\0\xFF\xE0", 6);
  CHECK(text_of(disk.read(folder.write("a.md", bytes), kLarge)) == bytes);
  CHECK(text_of(disk.read(folder.write("empty.md", ""), kLarge)).empty());
}

TEST_CASE("a file longer than one read is whole") {
  const Folder folder;
  std::string text;
  for (int i = 0; text.size() < 300000; ++i) text += std::to_string(i) + "\n";
  CHECK(text_of(disk.read(folder.write("long.md", text), kLarge)) == text);
}

TEST_CASE("a file at the limit is read, one byte over it is too large") {
  const Folder folder;
  const std::string path = folder.write("a.md", "12345");
  CHECK(text_of(disk.read(path, 5)) == "12345");
  CHECK(is_fault(disk.read(path, 4), FileFault::too_large));
}

TEST_CASE("a file that is larger than it says is too large as well") {
  const std::string path = "/proc/self/maps";  // its size is told as 0
  CHECK_FALSE(text_of(disk.read(path, 64 << 20)).empty());
  CHECK(is_fault(disk.read(path, 10), FileFault::too_large));
}

TEST_CASE("a mapped file has the bytes that were there, and keeps them when another takes its place") {
  const Folder folder;
  const std::string path = folder.write("a.bin", std::string(10000, 'a'));
  DiskFileSystem own;
  const auto mapped = own.map(path, kLarge);
  REQUIRE(std::holds_alternative<FileBytes>(mapped));
  REQUIRE_FALSE(own.replace(path, "b"));
  CHECK(std::get<FileBytes>(mapped).bytes == std::string(10000, 'a'));
  CHECK(std::get<FileBytes>(own.map(path, kLarge)).bytes == "b");
  CHECK(std::get<FileBytes>(own.map(folder.write("empty", ""), kLarge)).bytes.empty());
  CHECK(is_fault(own.map(folder.at("no"), kLarge), FileFault::missing));
  CHECK(is_fault(own.map(folder.path(), kLarge), FileFault::not_a_file));
  CHECK(is_fault(own.map(path, 0), FileFault::too_large));
  MemoryFileSystem memory;
  memory.add("a", "text");
  CHECK(std::get<FileBytes>(memory.map("a", 4)).bytes == "text");
  CHECK(is_fault(memory.map("a", 3), FileFault::too_large));
}

TEST_CASE("a file that is written, replaced or given rights has another stamp") {
  const Folder folder;
  const std::string path = folder.write("a.md", "one");
  auto last = disk.stamp(path);
  REQUIRE(last);
  CHECK(disk.stamp(path) == last);
  CHECK(last->size == 3);
  const auto changed = [&] {
    const auto before = std::exchange(last, disk.stamp(path));
    return last && before != last;
  };
  folder.write("a.md", "longer");
  CHECK(changed());
  fs::permissions(path, fs::perms::owner_read);
  CHECK(changed());
  REQUIRE_FALSE(DiskFileSystem().replace(path, "longer"));
  CHECK(changed());
  CHECK(disk.stamp(folder.path()));
  CHECK_FALSE(disk.stamp(folder.at("no.md")));
}

TEST_CASE("what is not there is missing") {
  const Folder folder;
  CHECK(is_fault(disk.read(folder.at("no.md"), kLarge), FileFault::missing));
  CHECK(is_fault(disk.read(folder.write("a.md", "x") + "/b.md", kLarge), FileFault::missing));
  CHECK(is_fault(disk.read("", kLarge), FileFault::missing));
  CHECK(is_fault(disk.list(folder.at("no")), FileFault::missing));
}

TEST_CASE("a link to nothing is missing, a link to a file is the file") {
  const Folder folder;
  fs::create_symlink(folder.at("no.md"), folder.at("dangling.md"));
  fs::create_symlink(folder.write("a.md", "x"), folder.at("link.md"));
  CHECK(is_fault(disk.read(folder.at("dangling.md"), kLarge), FileFault::missing));
  CHECK(text_of(disk.read(folder.at("link.md"), kLarge)) == "x");
  CHECK(disk.is_file(folder.at("link.md")));
  CHECK_FALSE(disk.is_file(folder.at("dangling.md")));
}

TEST_CASE("links in a circle are told as such") {
  const Folder folder;
  fs::create_symlink(folder.at("b.md"), folder.at("a.md"));
  fs::create_symlink(folder.at("a.md"), folder.at("b.md"));
  CHECK(is_fault(disk.read(folder.at("a.md"), kLarge), FileFault::loop));
  CHECK(is_fault(disk.list(folder.at("a.md")), FileFault::loop));
  CHECK_FALSE(disk.is_file(folder.at("a.md")));
  CHECK(names_of(disk.list(folder.path())) == std::vector<std::string>{"a.md", "b.md"});
}

TEST_CASE("a folder that links to its own parent is listed, as a link") {
  const Folder folder;
  fs::create_directory(folder.at("sub"));
  fs::create_directory_symlink(folder.path(), folder.at("sub/up"));
  const auto entries = std::get<std::vector<DirectoryEntry>>(disk.list(folder.at("sub")));
  REQUIRE(entries.size() == 1);
  CHECK(entries[0].is_directory);
  CHECK(entries[0].is_symlink);
}

TEST_CASE("a folder, a pipe and a device are no files, and reading them does not wait") {
  const Folder folder;
  REQUIRE(mkfifo(folder.at("pipe").c_str(), 0600) == 0);
  CHECK(is_fault(disk.read(folder.path(), kLarge), FileFault::not_a_file));
  CHECK(is_fault(disk.read(folder.at("pipe"), kLarge), FileFault::not_a_file));
  CHECK(is_fault(disk.read("/dev/null", kLarge), FileFault::not_a_file));
}

TEST_CASE("a file without permission is unreadable, and so is a folder") {
  const Folder folder;
  const std::string path = folder.write("secret/a.md", "x");
  fs::permissions(folder.path(), fs::perms(0755));
  fs::permissions(path, fs::perms::none);
  {
    const WithoutPrivileges nobody;
    if (!nobody.hold()) {
      MESSAGE("skipped: root may read everything, and may not become nobody here");
      return;
    }
    CHECK(is_fault(disk.read(path, kLarge), FileFault::unreadable));
  }
  fs::permissions(folder.at("secret"), fs::perms::none);
  {
    const WithoutPrivileges nobody;
    CHECK(is_fault(disk.list(folder.at("secret")), FileFault::unreadable));
    CHECK(is_fault(disk.read(path, kLarge), FileFault::unreadable));
  }
  fs::permissions(folder.at("secret"), fs::perms::owner_all);
}

TEST_CASE("a file whose bytes fail to arrive has vanished") {
  CHECK(is_fault(disk.read("/proc/self/mem", kLarge), FileFault::vanished));  // opens, but nothing is mapped at 0: EIO
}

TEST_CASE("a file removed between listing and reading is missing") {
  const Folder folder;
  folder.write("a.md", "x");
  const auto names = names_of(disk.list(folder.path()));
  REQUIRE(names.size() == 1);
  fs::remove(folder.at(names[0]));
  CHECK(is_fault(disk.read(folder.at(names[0]), kLarge), FileFault::missing));
}

TEST_CASE("entries come sorted by name, with folders marked") {
  const Folder folder;
  folder.write("b.md", "");
  folder.write("a/x.md", "");
  folder.write("C.md", "");
  const auto entries = std::get<std::vector<DirectoryEntry>>(disk.list(folder.path()));
  REQUIRE(entries.size() == 3);
  CHECK(names_of(disk.list(folder.path())) == std::vector<std::string>{"C.md", "a", "b.md"});
  CHECK(entries[1].is_directory);
  CHECK_FALSE(entries[0].is_directory);
  CHECK(disk.is_directory(folder.at("a")));
  CHECK_FALSE(disk.is_directory(folder.at("b.md")));
}

TEST_CASE("files in memory behave as files on disk do") {
  MemoryFileSystem memory;
  memory.add("messages/a.md", "alpha");
  memory.add("messages/deep/b.md", "beta");
  CHECK(text_of(memory.read("messages/a.md", 5)) == "alpha");
  CHECK(is_fault(memory.read("messages/a.md", 4), FileFault::too_large));
  CHECK(is_fault(memory.read("messages/no.md", 9), FileFault::missing));
  CHECK(is_fault(memory.read("messages", 9), FileFault::not_a_file));
  CHECK(is_fault(memory.list("no"), FileFault::missing));
  CHECK(names_of(memory.list("messages")) == std::vector<std::string>{"a.md", "deep"});
  CHECK(names_of(memory.list(".")) == std::vector<std::string>{"messages"});
  CHECK(memory.is_directory("messages/deep"));
  CHECK_FALSE(memory.is_directory("messages/de"));
  CHECK(memory.is_file("messages/deep/b.md"));
}

TEST_CASE("a fault put into memory comes out") {
  for (const FileFault fault : {FileFault::missing, FileFault::unreadable, FileFault::not_a_file, FileFault::too_large,
                                FileFault::vanished, FileFault::loop}) {
    MemoryFileSystem memory;
    memory.add("a.md", "x");
    memory.add_fault("a.md", fault);
    CHECK(is_fault(memory.read("a.md", kLarge), fault));
    CHECK_FALSE(fault_message(fault).empty());
    CHECK_FALSE(fault_remedy(fault).empty());
  }
}

TEST_CASE("paths are joined and parted at slashes") {
  CHECK(join_path("a", "b") == "a/b");
  CHECK(join_path("a/", "b") == "a/b");
  CHECK(join_path("", "b") == "b");
  CHECK(join_path(".", "b") == "b");
  CHECK(join_path("/", "b") == "/b");
  CHECK(parent_path("a/b") == "a");
  CHECK(parent_path("b") == ".");
  CHECK(parent_path("/b") == "/");
}

TEST_CASE("a file is replaced as a whole, and missing folders are made for their owner alone") {
  const Folder folder;
  DiskFileSystem files;
  const std::string path = folder.at("cache/selaras/one.rules");
  CHECK_FALSE(files.replace(path, "first").has_value());
  CHECK_FALSE(files.replace(path, std::string(300000, 'x')).has_value());
  CHECK(text_of(files.read(path, kLarge)) == std::string(300000, 'x'));
  CHECK(names_of(files.list(folder.at("cache/selaras"))) == std::vector<std::string>{"one.rules"});
  CHECK((fs::status(folder.at("cache/selaras")).permissions() & (fs::perms::group_all | fs::perms::others_all)) == fs::perms::none);
  CHECK((fs::status(path).permissions() & (fs::perms::group_all | fs::perms::others_all)) == fs::perms::none);
}

TEST_CASE("what cannot be replaced is told, and stays") {
  const Folder folder;
  DiskFileSystem files;
  folder.write("file", "x");
  CHECK(files.replace(folder.at("file/below"), "y").has_value());
  CHECK(files.replace("/dev/full/below", "y").has_value());
  CHECK(files.replace("/proc/selaras", "y").has_value());
  fs::create_directories(folder.at("full/inner"));
  CHECK(files.replace(folder.at("full"), "y").has_value());
  CHECK(text_of(files.read(folder.at("file"), kLarge)) == "x");
  CHECK(names_of(files.list(folder.path())) == std::vector<std::string>{"file", "full"});
}

TEST_CASE("memory is replaced, and refuses when it is told to") {
  MemoryFileSystem memory;
  CHECK_FALSE(memory.replace("a/b", "first").has_value());
  for (const FileFault fault : {FileFault::no_room, FileFault::not_writable}) {
    memory.refuse_writes(fault);
    CHECK(memory.replace("a/b", "second") == fault);
    CHECK_FALSE(fault_message(fault).empty());
    CHECK_FALSE(fault_remedy(fault).empty());
  }
  CHECK(text_of(memory.read("a/b", 9)) == "first");
}
