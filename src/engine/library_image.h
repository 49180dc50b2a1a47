// The rule cache: a loaded library as one image in a folder, so that the next run need not read YAML again.
//
// Trust: an image is used when, and only when, every name and every byte below the two folders is what it was made from, and the program
// is the one that made it, down to its libraries. The folders are read and hashed on every run (3 ms); times and sizes of files are not
// asked. So an image never changes what a run says, and may be thrown away at any time. What was loaded with an error or a warning is not
// kept, because it must be told again. Whatever is wrong with the cache itself (damaged, of another version, not writable, disk full) is
// passed over in silence: the rules are read from their files.
#pragma once

#include <memory>
#include <string>

#include "base/file_system.h"
#include "base/folder_snapshot.h"
#include "engine/library.h"
#include "store/image_file.h"

namespace selaras {

class LibraryImage {
 public:
  /// An image of what `snapshot` holds of `folders`. `cache` and `snapshot` outlive it.
  LibraryImage(const LibraryCache& cache, const FolderSnapshot& snapshot, const DataFolders& folders);

  /// The library as it was kept; nullptr when there is none that fits.
  std::unique_ptr<Library> load() const;
  void save(const Library& library) const;

 private:
  const LibraryCache& cache_;
  const FolderSnapshot& snapshot_;
  std::string path_;  // one for each pair of folders, so that a workspace has one image
  std::optional<Digest> key_;  // nullopt: nothing can be kept
};

/// The bytes of an image and back; nullptr when they are none. Exposed for the fuzzer and the tests.
std::string to_image(const Library& library, const FolderSnapshot& snapshot);
std::unique_ptr<Library> from_image(std::string_view bytes, const FolderSnapshot& snapshot);

}  // namespace selaras
