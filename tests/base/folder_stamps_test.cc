#include "base/folder_stamps.h"

#include <doctest/doctest.h>

using namespace selaras;

namespace {

constexpr int64_t kSecond = 1'000'000'000;

/// Files in memory with the stamps that a test gives them; folders have one that stands still.
class Stamped : public MemoryFileSystem {
 public:
  void put(const std::string& path, int64_t changed, uint64_t size = 1) {
    add(path, "x");
    stamps_[path] = {1, 2, size, changed, changed};
  }
  void change(const std::string& path, FileStamp stamp) { stamps_[path] = stamp; }
  std::optional<FileStamp> stamp(const std::string& path) const override {
    if (const auto found = stamps_.find(path); found != stamps_.end()) return found->second;
    return is_directory(path) ? std::optional(FileStamp{}) : std::nullopt;
  }

 private:
  std::map<std::string, FileStamp> stamps_;
};

Stamped two_files() {
  Stamped files;
  files.put("r/a.yaml", 10 * kSecond);
  files.put("r/deep/b.yaml", 20 * kSecond);
  return files;
}

FolderStamps stamps(const Stamped& files, int64_t now = 100 * kSecond) { return {files, {{"rules", "r"}}, now}; }

}  // namespace

TEST_CASE("stamps are the same as long as nothing changes, and wherever the folder is named from") {
  const Stamped files = two_files();
  REQUIRE(stamps(files).bytes());
  CHECK(stamps(files).bytes() == stamps(files, 200 * kSecond).bytes());
}

TEST_CASE("every part of a stamp counts, and so does every name") {
  const auto before = stamps(two_files()).bytes();
  const auto differs = [&](auto change) {
    Stamped files = two_files();
    change(files);
    CHECK(stamps(files).bytes() != before);
  };
  const FileStamp same = *two_files().stamp("r/a.yaml");
  differs([&](Stamped& files) {
    auto other = same;
    ++other.device;
    files.change("r/a.yaml", other);
  });
  differs([&](Stamped& files) {
    auto other = same;
    ++other.file;
    files.change("r/a.yaml", other);
  });
  differs([&](Stamped& files) {
    auto other = same;
    ++other.size;
    files.change("r/a.yaml", other);
  });
  differs([&](Stamped& files) {
    auto other = same;
    ++other.modified;
    files.change("r/a.yaml", other);
  });
  differs([&](Stamped& files) {
    auto other = same;
    ++other.changed;
    files.change("r/a.yaml", other);
  });
  differs([](Stamped& files) { files.put("r/c.yaml", kSecond); });
}

TEST_CASE("what was changed a moment ago is not settled, nor what was changed in the future") {
  const Stamped files = two_files();
  CHECK(stamps(files, 22 * kSecond).settled());
  CHECK_FALSE(stamps(files, 22 * kSecond - 1).settled());
  CHECK_FALSE(stamps(files, 5 * kSecond).settled());
}

TEST_CASE("a file without a stamp leaves nothing to trust") {
  Stamped files = two_files();
  files.add("r/new.yaml", "x");
  CHECK_FALSE(stamps(files).bytes());
  CHECK_FALSE(stamps(files).settled());
  MemoryFileSystem bare;
  bare.add("r/a.yaml", "x");
  CHECK_FALSE(FolderStamps(bare, {{"rules", "r"}}, 0).bytes());
}
