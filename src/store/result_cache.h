// What was worked out for inputs that may come again, in one SQLite file: a key of 128 bits to a string of bytes. Whoever asks with another key
// is told that there is nothing; a value whose check sum is wrong is none. It never changes what a program says, only how soon: a file that is
// damaged, of another version, locked or full is given up with one warning, and may be deleted at any time. Its form stands in
// docs/formats/cache.md.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "store/image_file.h"

namespace selaras {

class ResultCache {
 public:
  /// Opens the file, or makes it with its folder. What cannot be used is begun anew where it is ours, and left alone where it is not.
  explicit ResultCache(std::string path);
  ~ResultCache();

  /// The value of each key, in their order, read in one go so that no other program is kept waiting.
  std::vector<std::optional<std::string>> find(const std::vector<Digest>& keys);

  /// Keeps the values in one transaction. `context` tells what else they depend on: when there is no room, those of other contexts go first.
  void keep(const std::vector<std::pair<Digest, std::string>>& values, uint64_t context);

  /// The one warning, empty when nothing was wrong: what, and what to do about it.
  const std::pair<std::string, std::string>& warning() const { return warning_; }
  const std::string& path() const { return path_; }

 private:
  struct Connection;
  void open();
  void begin_anew(const std::string& why);
  void give_up(const std::string& why, const std::string& remedy);
  template <typename Work>
  void guarded(const Work& work);

  std::string path_;
  std::unique_ptr<Connection> connection_;  // nullptr: done without
  std::pair<std::string, std::string> warning_;
};

}  // namespace selaras
