// The file of results: what is kept comes back, and whatever is done to the file, nothing wrong does.
#include "store/result_cache.h"

#include <doctest/doctest.h>
#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace selaras;
namespace fs = std::filesystem;

namespace {

struct Place {
  fs::path folder;
  std::string file;

  Place() {
    std::string name = (fs::temp_directory_path() / "selaras-results-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    folder = name;
    file = (folder / "results.sqlite").string();
  }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  ~Place() {
    std::error_code ignored;
    fs::remove_all(folder, ignored);
  }
  std::string bytes() const {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void put(const std::string& bytes) const { std::ofstream(file, std::ios::binary) << bytes; }
};

Digest key(uint64_t number) { return {number, number * 7}; }

void keep_hundred(ResultCache& cache) {
  std::vector<std::pair<Digest, std::string>> values;
  for (uint64_t i = 0; i < 100; ++i) values.emplace_back(key(i), std::string(200, static_cast<char>('a' + i % 26)));
  cache.keep(values, 1);
}

/// Every value that comes back is right; how many do.
size_t right(ResultCache& cache) {
  std::vector<Digest> keys;
  for (uint64_t i = 0; i < 100; ++i) keys.push_back(key(i));
  const auto values = cache.find(keys);
  size_t count = 0;
  for (uint64_t i = 0; i < 100; ++i) {
    if (!values[i]) continue;
    CHECK(*values[i] == std::string(200, static_cast<char>('a' + i % 26)));
    ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("what is kept is found again, by another connection too, and only under its key") {
  const Place place;
  {
    ResultCache cache(place.file);
    keep_hundred(cache);
    CHECK(right(cache) == 100);
  }
  ResultCache cache(place.file);
  CHECK(right(cache) == 100);
  CHECK_FALSE(cache.find({{5, 0}})[0].has_value());  // half of a key
  CHECK_FALSE(cache.find({key(1000)})[0].has_value());
  CHECK(cache.warning().first.empty());
  CHECK((fs::status(place.file).permissions() & fs::perms::others_all) == fs::perms::none);
}

TEST_CASE("a damaged file is begun anew with one warning, and gives nothing wrong") {
  const Place place;
  { ResultCache cache(place.file); keep_hundred(cache); }
  const std::string good = place.bytes();
  for (size_t at = 0; at < good.size(); at += 397) {  // bytes of the header, of pages, of values
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 0x5a);
    place.put(bad);
    ResultCache cache(place.file);
    right(cache);
    keep_hundred(cache);
    right(cache);
  }
  for (const size_t size : {size_t{1}, size_t{50}, good.size() / 2, good.size() - 1}) {
    place.put(good.substr(0, size));
    ResultCache cache(place.file);
    right(cache);
    keep_hundred(cache);
    ResultCache again(place.file);
    CHECK(right(again) == 100);
  }
  place.put("this is no database, and longer than the header of one: " + std::string(200, '.'));
  ResultCache cache(place.file);
  CHECK(cache.warning().first == "the cache of results is damaged; what it holds is not used");
  keep_hundred(cache);
  CHECK(right(cache) == 100);
}

TEST_CASE("another program's database is left alone") {
  const Place place;
  sqlite3* other = nullptr;
  REQUIRE(sqlite3_open(place.file.c_str(), &other) == SQLITE_OK);
  REQUIRE(sqlite3_exec(other, "CREATE TABLE results (key INTEGER PRIMARY KEY, value TEXT)", nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(other);
  const std::string before = place.bytes();
  ResultCache cache(place.file);
  keep_hundred(cache);
  CHECK(right(cache) == 0);
  CHECK(cache.warning().first == "the cache of results belongs to another program; what it holds is not used");
  CHECK(place.bytes() == before);
}

TEST_CASE("a file of another version is begun anew") {
  const Place place;
  { ResultCache cache(place.file); keep_hundred(cache); }
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(place.file.c_str(), &database) == SQLITE_OK);
  REQUIRE(sqlite3_exec(database, "PRAGMA user_version = 99", nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(database);
  ResultCache cache(place.file);
  CHECK(cache.warning().first == "the cache of results is of another version; what it holds is not used");
  CHECK(right(cache) == 0);
  keep_hundred(cache);
  CHECK(right(cache) == 100);
}

TEST_CASE("a file that somebody holds locked is done without") {
  const Place place;
  { ResultCache cache(place.file); keep_hundred(cache); }
  sqlite3* holder = nullptr;
  REQUIRE(sqlite3_open(place.file.c_str(), &holder) == SQLITE_OK);
  REQUIRE(sqlite3_exec(holder, "BEGIN EXCLUSIVE", nullptr, nullptr, nullptr) == SQLITE_OK);
  ResultCache cache(place.file);
  CHECK(right(cache) == 0);
  CHECK(cache.warning().first == "the cache of results is locked by another program; what it holds is not used");
  sqlite3_close(holder);
}

TEST_CASE("a folder that cannot be, a link, a folder in its place: nothing is kept, nothing is harmed") {
  const Place place;
  ResultCache nowhere("/proc/no-such/results.sqlite");
  keep_hundred(nowhere);
  CHECK(right(nowhere) == 0);
  const auto victim = place.folder / "victim";
  std::ofstream(victim) << "precious";
  fs::create_symlink(victim, place.file);
  ResultCache link(place.file);
  keep_hundred(link);
  CHECK(right(link) == 0);
  CHECK(link.warning().first == "the cache of results is no regular file; what it holds is not used");
  CHECK(fs::file_size(victim) == 8);
  fs::remove(place.file);
  fs::create_directory(place.file);
  ResultCache folder(place.file);
  CHECK(right(folder) == 0);
}
