// One immutable UTF-8 text with its path and its line table. Every other representation points into a SourceFile by byte
// offset; lines and columns for people are derived here and nowhere else.
#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/file_bytes.h"
#include "base/span.h"

namespace selaras {

struct Position {
  uint32_t offset = 0;  // bytes from the start of the file
  uint32_t line = 1;    // from 1
  uint32_t column = 1;  // code points from 1
};

/// A position with the path of its file, for what outlives the text that it was read from.
struct FilePlace {
  std::string path = {};
  Position start = {};
};

class SourceFile {
 public:
  SourceFile(std::string path, std::string text) : SourceFile(std::move(path), FileBytes::of(std::move(text))) {}
  SourceFile(std::string path, FileBytes text) : path_(std::move(path)), text_(std::move(text)) {}

  const std::string& path() const { return path_; }
  std::string_view text() const { return text_.bytes; }

  /// Line and column of a byte offset; an offset past the end is placed at the end.
  Position position(uint32_t offset) const;
  FilePlace place(uint32_t offset) const { return {path_, position(offset)}; }

  /// The line (from 1) without its line break. An unknown line is empty.
  std::string_view line(uint32_t number) const;
  /// Byte offset of the first byte of a line (from 1).
  uint32_t line_start(uint32_t number) const;
  uint32_t line_count() const { return static_cast<uint32_t>(line_starts().size()); }

 private:
  /// Found when they are asked for: of most policy files they never are.
  const std::vector<uint32_t>& line_starts() const;

  std::string path_;
  FileBytes text_;
  mutable std::once_flag lines_known_;
  mutable std::vector<uint32_t> line_starts_;
};

}  // namespace selaras
