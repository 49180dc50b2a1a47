// The rule cache: a loaded library as one image in a folder, so that the next run need not read YAML again.
//
// Trust: an image is used when, and only when, every name and every byte below the two folders is what it was made from, and the program
// is the one that made it, down to its libraries. So an image never changes what a run says, and may be thrown away at any time.
//
// Beside the image lies its seal: the stamps (base/folder_stamps.h) that all files had when their bytes were those of the image. Where the
// seal still fits, no file is read; where it does not, every byte is, and the seal is written anew.
//
// What was loaded with an error or a warning is not kept, because it must be told again. Whatever is wrong with the cache itself (damaged,
// of another version, not writable, disk full) is passed over in silence: the rules are read from their files.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/file_system.h"
#include "base/folder_snapshot.h"
#include "base/folder_stamps.h"
#include "engine/library.h"
#include "store/image_file.h"

namespace selaras {

class LibraryImage {
 public:
  /// Looks at the stamps of the folders' files. `cache` outlives it.
  LibraryImage(const LibraryCache& cache, const FileSystem& files, const DataFolders& folders);

  /// The library as it was kept, when the seal shows that nothing was changed; nullptr when it does not.
  std::unique_ptr<Library> load_sealed() const;
  /// The library as it was kept, when it was made from these very bytes, which were read after the stamps; nullptr when there is none.
  std::unique_ptr<Library> load(const FolderSnapshot& snapshot) const;
  void save(const Library& library, const FolderSnapshot& snapshot) const;

 private:
  std::optional<Digest> key_of(const FolderSnapshot& snapshot) const;
  std::unique_ptr<Library> load(const Digest& key) const;
  void seal(const Digest& key) const;

  const LibraryCache& cache_;
  DataFolders folders_;
  std::string path_;  // one for each pair of folders, so that a workspace has one image
  std::optional<std::string> program_;  // nullopt: nothing can be kept
  FolderStamps stamps_;
};

/// The bytes of an image and back; nullptr when they are none. What is large is not copied: the library keeps its image alive. Exposed for the fuzzer and the tests.
std::string to_image(const Library& library, const DataFolders& folders);
std::unique_ptr<Library> from_image(const FileBytes& bytes, const DataFolders& folders);

}  // namespace selaras
