// The names and stamps of everything below some folders at one moment: what can be known of them without reading a file. When all stamps are
// what they once were, so is every byte, on two conditions that the caller keeps: the stamps were taken before the bytes were read, and
// nothing had been changed just before (settled()). A change within the same tick of the clock as the one before it would leave no trace.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/file_system.h"
#include "base/folder_snapshot.h"

namespace selaras {

class FolderStamps {
 public:
  /// What changed later than this before it was looked at may change again unseen. No clock that stamps files ticks more slowly (FAT: 2 s).
  static constexpr int64_t kUnsettled = 2'000'000'000;  // nanoseconds

  /// `now` in nanoseconds since 1970, read before the stamps are.
  FolderStamps(const FileSystem& files, const std::vector<FolderSnapshot::Root>& folders, int64_t now);

  /// The same bytes as long as nothing is changed; nullopt when something has no stamp or cannot be listed.
  const std::optional<std::string>& bytes() const { return bytes_; }
  bool settled() const { return bytes_ && newest_ <= now_ - kUnsettled; }

 private:
  void add(const FileSystem& files, const std::string& name, const std::string& path, bool is_folder, int depth);
  void add_below(const FileSystem& files, const std::string& name, const std::string& path, int depth);

  std::optional<std::string> bytes_ = std::string();
  int64_t now_;
  int64_t newest_ = INT64_MIN;
};

}  // namespace selaras
