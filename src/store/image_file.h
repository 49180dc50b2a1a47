// One file that keeps what a program worked out once, under a key that says from what: whoever asks with another key, or finds the file
// damaged, is told that there is nothing. The content is one string of bytes (data/archive.h); what it means is the caller's business.
//
// A plain file and not a table of SQLite: it is mapped as a whole or not at all; it is never changed, only replaced, so that who has mapped
// it keeps what he has seen; and it may be thrown away at any time, so that there is nothing that a transaction would protect. Its form
// stands in docs/formats/cache.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_system.h"

namespace selaras {

/// 128 bits (XXH3), to tell apart what nobody forged. No guard against malice.
struct Digest {
  uint64_t low = 0;
  uint64_t high = 0;
  bool operator==(const Digest&) const = default;
};

/// Parts are kept apart: ("a","bc") and ("ab","c") differ.
Digest digest_of(const std::vector<std::string_view>& parts);
std::string hex(const Digest& digest);

class Image {
 public:
  /// Begins at a multiple of 64 bytes wherever the file is mapped, and stays where it is as long as somebody holds its owner.
  FileBytes content() const { return {file_.owner, file_.bytes.substr(kHeaderSize)}; }

 private:
  friend std::optional<Image> read_image(const FileSystem& files, const std::string& path, const Digest& key);
  static constexpr size_t kHeaderSize = 64;
  explicit Image(FileBytes file) : file_(std::move(file)) {}
  FileBytes file_;
};

/// nullopt when there is no file, or none that can be used: another version, another machine's byte order, another key, cut off, changed.
std::optional<Image> read_image(const FileSystem& files, const std::string& path, const Digest& key);

/// Replaces the file. A fault leaves the old one as it was.
std::optional<FileFault> write_image(FileSystem& files, const std::string& path, const Digest& key, std::string_view content);

}  // namespace selaras
