#include "engine/library_image.h"

#include <filesystem>

#include "data/archive.h"
#include "store/program_identity.h"

namespace selaras {
namespace {

/// Source files by their place below the folders, wherever these lie today.
class SnapshotSources : public SourceNames {
 public:
  explicit SnapshotSources(const FolderSnapshot& snapshot) : snapshot_(snapshot) {}

  std::string name_of(const SourceFile& file) const override {
    const auto* entry = snapshot_.at(file.path());
    return entry == nullptr ? std::string() : entry->name;
  }
  std::shared_ptr<const SourceFile> find(const std::string& name) override {
    const auto* entry = snapshot_.named(name);
    return entry == nullptr || !entry->is_yaml ? nullptr : std::make_shared<const SourceFile>(entry->path, entry->text);
  }

 private:
  const FolderSnapshot& snapshot_;
};

std::string absolute(const std::string& path) {
  std::error_code error;
  const auto found = std::filesystem::absolute(path, error);
  return error ? path : found.lexically_normal().string();
}

std::string path_of(const std::string& folder, const DataFolders& folders) {
  const std::string rules = absolute(folders.rules);
  const std::string policies = absolute(folders.policies);
  return join_path(folder, hex(digest_of({rules, policies})) + ".rules");
}

std::optional<Digest> key_of(const FolderSnapshot& snapshot) {
  const auto program = program_identity();
  if (!program || !snapshot.whole()) return std::nullopt;
  std::vector<std::string_view> parts = {*program};
  for (const auto& entry : snapshot.entries()) {
    parts.push_back(entry.is_directory ? "folder" : entry.is_yaml ? "yaml" : "file");
    parts.push_back(entry.name);
    parts.push_back(entry.text);
  }
  return digest_of(parts);
}

}  // namespace

LibraryImage::LibraryImage(const LibraryCache& cache, const FolderSnapshot& snapshot, const DataFolders& folders)
    : cache_(cache), snapshot_(snapshot), path_(path_of(cache.folder, folders)), key_(key_of(snapshot)) {}

std::unique_ptr<Library> LibraryImage::load() const {
  if (!key_) return nullptr;
  const auto image = read_image(cache_.files, path_, *key_);
  return image ? from_image(image->content(), snapshot_) : nullptr;
}

void LibraryImage::save(const Library& library) const {
  if (key_) (void)write_image(cache_.files, path_, *key_, to_image(library, snapshot_));
}

template <typename Archive>
void archive(Archive& a, Library& library) {
  a(library.ontology_, library.lexicons_, library.block_labels_, library.checks_, library.judge_rules_, library.policies_);
  a(*library.by_concept_, *library.by_text_, *library.by_value_, library.rules_hash_, library.policies_hash_);
}

std::string to_image(const Library& library, const FolderSnapshot& snapshot) {
  SnapshotSources sources(snapshot);
  ArchiveWriter writer(sources);
  writer(library);
  return writer.take();
}

std::unique_ptr<Library> from_image(std::string_view bytes, const FolderSnapshot& snapshot) {
  SnapshotSources sources(snapshot);
  ArchiveReader reader(bytes, sources);
  auto library = Library::empty();
  reader(*library);
  return reader.finished() ? std::move(library) : nullptr;
}

}  // namespace selaras
