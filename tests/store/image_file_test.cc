#include "store/image_file.h"

#include <doctest/doctest.h>

#include "store/program_identity.h"

using namespace selaras;

namespace {

constexpr const char* kPath = "cache/one.rules";
const Digest kKey = digest_of({"this", "and that"});

std::string file_of(const FileSystem& files) { return std::get<std::string>(files.read(kPath, 1000)); }

std::optional<std::string> content(const FileSystem& files, const Digest& key = kKey) {
  const auto image = read_image(files, kPath, key);
  if (!image) return std::nullopt;
  return std::string(image->content().bytes);
}

MemoryFileSystem with_image() {
  MemoryFileSystem files;
  REQUIRE_FALSE(write_image(files, kPath, kKey, "what was worked out"));
  return files;
}

}  // namespace

TEST_CASE("an image is read under the key it was written under, and under no other") {
  const MemoryFileSystem files = with_image();
  CHECK(content(files) == "what was worked out");
  CHECK_FALSE(content(files, digest_of({"this", "and more"})));
}

TEST_CASE("an empty image is an image") {
  MemoryFileSystem files;
  REQUIRE_FALSE(write_image(files, kPath, kKey, ""));
  CHECK(content(files) == "");
}

TEST_CASE("a file that is missing, cut off, longer, or wrong in any bit is no image") {
  const std::string good = file_of(with_image());
  const auto refused = [](std::string bytes) {
    MemoryFileSystem files;
    files.add(kPath, std::move(bytes));
    CHECK_FALSE(content(files));
  };
  CHECK_FALSE(content(MemoryFileSystem()));
  for (size_t size = 0; size < good.size(); ++size) refused(good.substr(0, size));
  refused(good + "x");
  for (size_t at = 0; at < good.size(); ++at) {
    for (unsigned bit = 0; bit < 8; ++bit) {
      std::string wrong = good;
      wrong[at] = static_cast<char>(wrong[at] ^ static_cast<char>(1U << bit));
      refused(std::move(wrong));
    }
  }
}

TEST_CASE("a disk that is full or closed to us leaves the old image as it was") {
  for (const FileFault fault : {FileFault::no_room, FileFault::not_writable}) {
    MemoryFileSystem files = with_image();
    files.refuse_writes(fault);
    CHECK(write_image(files, kPath, digest_of({"newer"}), "newer") == fault);
    CHECK(content(files) == "what was worked out");
  }
}

TEST_CASE("parts of a digest are kept apart") {
  CHECK(digest_of({"a", "bc"}) != digest_of({"ab", "c"}));
  CHECK(digest_of({"a"}) != digest_of({"a", ""}));
  CHECK(digest_of({"a", "b"}) == digest_of({"a", "b"}));
  CHECK(hex(digest_of({})).size() == 32);
}

TEST_CASE("the program knows itself by the builds it consists of") {
  const auto identity = program_identity();
  REQUIRE(identity);
  CHECK(identity->size() >= 20);
  CHECK(identity == program_identity());
}
