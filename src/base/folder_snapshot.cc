#include "base/folder_snapshot.h"

#include <algorithm>
#include <future>

namespace selaras {

FolderSnapshot::FolderSnapshot(const FileSystem& files, const std::vector<Root>& folders) {
  std::vector<std::future<FolderSnapshot>> parts;
  for (const auto& folder : folders) {
    parts.push_back(std::async([&files, &folder] {
      FolderSnapshot part;
      part.add_folder(files, folder, 0);
      return part;
    }));
  }
  for (auto& part : parts) take(part.get());
}

void FolderSnapshot::take(FolderSnapshot part) {
  for (Entry& entry : part.entries_) add(std::move(entry));
  listings_.merge(part.listings_);
}

void FolderSnapshot::add_folder(const FileSystem& files, const Root& folder, int depth) {
  auto listing = depth <= kDeepest ? files.list(folder.path) : FileFault::loop;
  if (const auto* fault = std::get_if<FileFault>(&listing)) return add({folder.path, folder.name, true, false, {}, *fault});
  add({folder.path, folder.name, true, false, {}, {}});
  const auto& below = listings_[folder.path] = std::move(std::get<std::vector<DirectoryEntry>>(listing));
  for (const auto& entry : below) {
    Root inner{join_path(folder.name, entry.name), join_path(folder.path, entry.name)};
    if (entry.is_directory) {
      add_folder(files, inner, depth + 1);
    } else if (entry.name.ends_with(".yaml")) {
      add_file(files, std::move(inner));
    } else {
      add({std::move(inner.path), std::move(inner.name), false, false, {}, {}});
    }
  }
}

void FolderSnapshot::add_file(const FileSystem& files, Root file) {
  auto text = files.read(file.path, kFileLimit);
  Entry entry{std::move(file.path), std::move(file.name), false, true, {}, {}};
  if (const auto* fault = std::get_if<FileFault>(&text)) {
    entry.fault = *fault;
  } else {
    entry.text = std::move(std::get<std::string>(text));
  }
  add(std::move(entry));
}

void FolderSnapshot::add(Entry entry) {
  if (entry.fault) whole_ = false;
  by_path_.emplace(entry.path, entries_.size());
  entries_.push_back(std::move(entry));
}

const FolderSnapshot::Entry* FolderSnapshot::at(const std::string& path) const {
  const auto found = by_path_.find(path);
  return found == by_path_.end() ? nullptr : &entries_[found->second];
}

const FolderSnapshot::Entry* FolderSnapshot::named(const std::string& name) const {
  const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) { return entry.name == name; });
  return found == entries_.end() ? nullptr : &*found;
}

std::variant<std::string, FileFault> FolderSnapshot::read(const std::string& path, size_t limit) const {
  const Entry* entry = at(path);
  if (entry == nullptr) return FileFault::missing;
  if (entry->fault) return *entry->fault;
  if (!entry->is_yaml) return entry->is_directory ? FileFault::not_a_file : FileFault::unreadable;
  if (entry->text.size() > limit) return FileFault::too_large;
  return entry->text;
}

std::variant<std::vector<DirectoryEntry>, FileFault> FolderSnapshot::list(const std::string& path) const {
  if (const auto found = listings_.find(path); found != listings_.end()) return found->second;
  const Entry* entry = at(path);
  return entry == nullptr || !entry->fault ? FileFault::missing : *entry->fault;
}

bool FolderSnapshot::is_directory(const std::string& path) const { return listings_.contains(path); }

bool FolderSnapshot::is_file(const std::string& path) const {
  const Entry* entry = at(path);
  return entry != nullptr && !entry->is_directory;
}

std::optional<FileFault> FolderSnapshot::replace(const std::string&, std::string_view) { return FileFault::not_writable; }

}  // namespace selaras
