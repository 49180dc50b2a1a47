#include "engine/library_image.h"

#include <chrono>
#include <cstring>
#include <filesystem>

#include "data/archive.h"
#include "store/program_identity.h"

namespace selaras {
namespace {

constexpr const char* kImage = ".rules";
constexpr const char* kSeal = ".seal";

std::vector<FolderSnapshot::Root> roots(const DataFolders& folders) {
  return {{"rules", folders.rules}, {"policies", folders.policies}};
}

/// Source files by their place below the folders, wherever these lie today.
class PlacesBelow : public SourceNames {
 public:
  explicit PlacesBelow(const DataFolders& folders) : roots_(roots(folders)) {}

  std::string name_of(const SourceFile& file) const override {
    for (const auto& root : roots_) {
      if (const auto rest = below(file.path(), root.path)) return join_path(root.name, *rest);
    }
    return {};
  }
  std::string path_of(const std::string& name) const override {
    for (const auto& root : roots_) {
      if (const auto rest = below(name, root.name)) return join_path(root.path, *rest);
    }
    return {};
  }

 private:
  /// What join_path() put behind the folder.
  static std::optional<std::string_view> below(std::string_view path, std::string_view folder) {
    const size_t size = join_path(folder, "x").size() - 1;
    if (path.size() <= size || path.substr(0, size) != join_path(folder, "x").substr(0, size)) return std::nullopt;
    return path.substr(size);
  }

  std::vector<FolderSnapshot::Root> roots_;
};

std::string absolute(const std::string& path) {
  std::error_code error;
  const auto found = std::filesystem::absolute(path, error);
  return error ? path : found.lexically_normal().string();
}

std::string path_of(const std::string& folder, const DataFolders& folders) {
  const std::string rules = absolute(folders.rules);
  const std::string policies = absolute(folders.policies);
  return join_path(folder, hex(digest_of({rules, policies})));
}

int64_t now() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

std::string_view bytes_of(const Digest& digest) { return {reinterpret_cast<const char*>(&digest), sizeof digest}; }

}  // namespace

LibraryImage::LibraryImage(const LibraryCache& cache, const FileSystem& files, const DataFolders& folders)
    : cache_(cache),
      folders_(folders),
      path_(path_of(cache.folder, folders)),
      program_(program_identity()),
      stamps_(files, roots(folders), now()) {}

std::unique_ptr<Library> LibraryImage::load_sealed() const {
  if (!program_ || !stamps_.bytes()) return nullptr;
  const auto seal = read_image(cache_.files, path_ + kSeal, digest_of({*program_, *stamps_.bytes()}));
  Digest key;
  if (!seal || seal->content().bytes.size() != sizeof key) return nullptr;
  std::memcpy(&key, seal->content().bytes.data(), sizeof key);
  return load(key);
}

std::unique_ptr<Library> LibraryImage::load(const FolderSnapshot& snapshot) const {
  const auto key = key_of(snapshot);
  auto library = key ? load(*key) : nullptr;
  if (library) seal(*key);
  return library;
}

void LibraryImage::save(const Library& library, const FolderSnapshot& snapshot) const {
  const auto key = key_of(snapshot);
  if (key && !write_image(cache_.files, path_ + kImage, *key, to_image(library, folders_))) seal(*key);
}

std::optional<Digest> LibraryImage::key_of(const FolderSnapshot& snapshot) const {
  if (!program_ || !snapshot.whole()) return std::nullopt;
  std::vector<std::string_view> parts = {*program_};
  for (const auto& entry : snapshot.entries()) {
    parts.push_back(entry.is_directory ? "folder" : entry.is_yaml ? "yaml" : "file");
    parts.push_back(entry.name);
    parts.push_back(entry.text);
  }
  return digest_of(parts);
}

std::unique_ptr<Library> LibraryImage::load(const Digest& key) const {
  const auto image = read_image(cache_.files, path_ + kImage, key);
  return image ? from_image(image->content(), folders_) : nullptr;
}

/// From now on the stamps alone stand for what `key` is made of; unless something is so fresh that it may change again unseen.
void LibraryImage::seal(const Digest& key) const {
  if (stamps_.settled()) (void)write_image(cache_.files, path_ + kSeal, digest_of({*program_, *stamps_.bytes()}), bytes_of(key));
}

template <typename Archive>
void archive(Archive& a, Library& library) {
  a(library.ontology_, library.lexicons_, library.block_labels_, library.checks_, library.judge_rules_, library.policies_);
  a(*library.by_concept_, *library.by_text_, *library.by_value_, library.rules_hash_, library.policies_hash_);
}

std::string to_image(const Library& library, const DataFolders& folders) {
  const PlacesBelow sources(folders);
  ArchiveWriter writer(sources);
  writer(library);
  return writer.take();
}

std::unique_ptr<Library> from_image(const FileBytes& bytes, const DataFolders& folders) {
  const PlacesBelow sources(folders);
  ArchiveReader reader(bytes, sources);
  auto library = Library::empty();
  reader(*library);
  return reader.finished() ? std::move(library) : nullptr;
}

}  // namespace selaras
