#include "store/result_cache.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>

namespace selaras {
namespace {

constexpr int kApplication = 0x53454c52;  // "SELR", as SQLite's header has it
constexpr int kVersion = 1;
constexpr int kPatience = 2000;  // milliseconds that another program may take to write
constexpr int64_t kMostBytes = 256 << 20;

int64_t row_of(const Digest& key) { return static_cast<int64_t>(key.low); }

/// The rest of the key, the check sum, the value.
std::string sealed(const Digest& key, const std::string& value) {
  const Digest check = digest_of({value});
  std::string bytes(sizeof key.high + sizeof check, '\0');
  std::memcpy(bytes.data(), &key.high, sizeof key.high);
  std::memcpy(bytes.data() + sizeof key.high, &check, sizeof check);
  return bytes + value;
}

std::optional<std::string> unsealed(const Digest& key, const void* data, size_t size) {
  uint64_t high = 0;
  Digest check;
  if (size < sizeof high + sizeof check) return std::nullopt;
  const char* bytes = static_cast<const char*>(data);
  std::memcpy(&high, bytes, sizeof high);
  std::memcpy(&check, bytes + sizeof high, sizeof check);
  std::string value(bytes + sizeof high + sizeof check, size - sizeof high - sizeof check);
  if (high != key.high || !(check == digest_of({value}))) return std::nullopt;
  return value;
}

/// A regular file of its owner, which no link stands for: SQLite would follow it.
bool may_be_used(const std::string& path) {
  struct stat status {};
  return lstat(path.c_str(), &status) != 0 || S_ISREG(status.st_mode);
}

}  // namespace

struct ResultCache::Connection {
  explicit Connection(const std::string& path) : database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, kPatience) {}
  int number(const char* pragma) { return database.execAndGet(pragma).getInt(); }
  SQLite::Database database;
};

/// Runs SQLite, and knows what its errors mean.
template <typename Work>
void ResultCache::guarded(const Work& work) {
  try {
    work();
  } catch (const SQLite::Exception& error) {
    connection_.reset();
    switch (error.getErrorCode()) {
      case SQLITE_NOTADB:
      case SQLITE_CORRUPT: return begin_anew("is damaged");
      case SQLITE_BUSY:
      case SQLITE_LOCKED: return give_up("is locked by another program", "end that program");
      case SQLITE_FULL: return give_up("cannot grow: the disk is full", "make room on the disk");
      case SQLITE_CANTOPEN: return;  // there is nowhere to keep anything
      default: return give_up(fmt::format("cannot be used ({})", error.what()), "delete it");
    }
  }
}

ResultCache::ResultCache(std::string path) : path_(std::move(path)) {
  std::error_code error;
  const auto folder = std::filesystem::path(path_).parent_path();
  if (!std::filesystem::exists(folder, error)) {
    std::filesystem::create_directories(folder, error);
    chmod(folder.c_str(), S_IRWXU);
  }
  if (!may_be_used(path_)) {
    give_up("is no regular file", "delete it");
    return;
  }
  const int made = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);  // for the owner alone
  if (made < 0) return;
  close(made);
  guarded([&] { open(); });
}

ResultCache::~ResultCache() = default;

void ResultCache::open() {
  connection_ = std::make_unique<Connection>(path_);
  auto& database = connection_->database;
  const bool empty = connection_->number("SELECT count(*) FROM sqlite_master") == 0;
  if (!empty && connection_->number("PRAGMA application_id") != kApplication) {
    return give_up("belongs to another program", "name another folder with --cache-dir");
  }
  if (!empty && connection_->number("PRAGMA user_version") != kVersion) return begin_anew("is of another version");
  // What a power cut may spoil is known by its check sums.
  database.exec("PRAGMA synchronous = OFF");
  if (!empty) return;
  SQLite::Transaction transaction(database);
  database.exec(fmt::format("PRAGMA application_id = {}", kApplication));
  database.exec(fmt::format("PRAGMA user_version = {}", kVersion));
  database.exec("CREATE TABLE IF NOT EXISTS results (key INTEGER PRIMARY KEY, context INTEGER NOT NULL, value BLOB NOT NULL)");
  transaction.commit();
}

void ResultCache::begin_anew(const std::string& why) {
  const bool again = !warning_.first.empty();
  give_up(why, "nothing is to be done: it is begun anew");
  if (again) return;
  for (const char* kind : {"", "-journal", "-wal", "-shm"}) unlink((path_ + kind).c_str());
  guarded([&] { open(); });
}

void ResultCache::give_up(const std::string& why, const std::string& remedy) {
  connection_.reset();
  if (warning_.first.empty()) warning_ = {fmt::format("the cache of results {}; what it holds is not used", why), remedy};
}

std::vector<std::optional<std::string>> ResultCache::find(const std::vector<Digest>& keys) {
  std::vector<std::optional<std::string>> values(keys.size());
  if (!connection_) return values;
  guarded([&] {
    auto& database = connection_->database;
    SQLite::Transaction transaction(database);
    SQLite::Statement statement(database, "SELECT value FROM results WHERE key = ?");
    for (size_t i = 0; i < keys.size(); ++i) {
      statement.bind(1, row_of(keys[i]));
      if (statement.executeStep()) {
        const auto column = statement.getColumn(0);
        values[i] = unsealed(keys[i], column.getBlob(), static_cast<size_t>(column.getBytes()));
      }
      statement.reset();
    }
  });
  return values;
}

void ResultCache::keep(const std::vector<std::pair<Digest, std::string>>& values, uint64_t context) {
  if (!connection_ || values.empty()) return;
  guarded([&] {
    auto& database = connection_->database;
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    const auto bytes = [&] {
      const auto pages = database.execAndGet("PRAGMA page_count").getInt64() - database.execAndGet("PRAGMA freelist_count").getInt64();
      return pages * database.execAndGet("PRAGMA page_size").getInt64();
    };
    if (bytes() > kMostBytes) {
      SQLite::Statement other(database, "DELETE FROM results WHERE context <> ?");
      other.bind(1, static_cast<int64_t>(context));
      other.exec();
      if (bytes() > kMostBytes) database.exec("DELETE FROM results");
    }
    SQLite::Statement statement(database, "INSERT OR REPLACE INTO results (key, context, value) VALUES (?, ?, ?)");
    for (const auto& [key, value] : values) {
      const std::string kept = sealed(key, value);
      statement.bind(1, row_of(key));
      statement.bind(2, static_cast<int64_t>(context));
      statement.bindNoCopy(3, kept.data(), static_cast<int>(kept.size()));
      statement.exec();
      statement.reset();
    }
    transaction.commit();
  });
}

}  // namespace selaras
