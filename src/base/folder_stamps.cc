#include "base/folder_stamps.h"

#include <algorithm>
#include <array>

namespace selaras {

FolderStamps::FolderStamps(const FileSystem& files, const std::vector<FolderSnapshot::Root>& folders, int64_t now) : now_(now) {
  for (const auto& folder : folders) add(files, folder.name, folder.path, true, 0);
}

void FolderStamps::add(const FileSystem& files, const std::string& name, const std::string& path, bool is_folder, int depth) {
  const auto stamp = bytes_ ? files.stamp(path) : std::nullopt;
  if (!stamp) {
    bytes_.reset();
    return;
  }
  newest_ = std::max({newest_, stamp->modified, stamp->changed});
  const std::array<uint64_t, 6> numbers = {name.size(),
                                           stamp->device,
                                           stamp->file,
                                           stamp->size,
                                           static_cast<uint64_t>(stamp->modified),
                                           static_cast<uint64_t>(stamp->changed)};
  bytes_->append(reinterpret_cast<const char*>(numbers.data()), sizeof numbers).append(name);
  if (is_folder) add_below(files, name, path, depth);
}

void FolderStamps::add_below(const FileSystem& files, const std::string& name, const std::string& path, int depth) {
  const auto listing = depth <= FolderSnapshot::kDeepest ? files.list(path) : FileFault::loop;
  const auto* entries = std::get_if<std::vector<DirectoryEntry>>(&listing);
  if (entries == nullptr) {
    bytes_.reset();
    return;
  }
  for (const auto& entry : *entries) {
    add(files, join_path(name, entry.name), join_path(path, entry.name), entry.is_directory, depth + 1);
    if (!bytes_) return;
  }
}

}  // namespace selaras
