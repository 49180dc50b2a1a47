#include "base/source_file.h"

#include <algorithm>

namespace selaras {

SourceFile::SourceFile(std::string path, std::string text) : path_(std::move(path)), text_(std::move(text)) {
  line_starts_.push_back(0);
  for (size_t at = text_.find('\n'); at != std::string::npos; at = text_.find('\n', at + 1)) {
    line_starts_.push_back(static_cast<uint32_t>(at + 1));
  }
}

Position SourceFile::position(uint32_t offset) const {
  offset = std::min(offset, static_cast<uint32_t>(text_.size()));
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const auto line = static_cast<uint32_t>(after - line_starts_.begin());
  uint32_t column = 1;
  for (uint32_t at = line_starts_[line - 1]; at < offset; ++at) {
    const bool starts_code_point = (static_cast<unsigned char>(text_[at]) & 0xC0U) != 0x80U;
    if (starts_code_point) ++column;
  }
  return {offset, line, column};
}

std::string_view SourceFile::line(uint32_t number) const {
  if (number == 0 || number > line_starts_.size()) return {};
  const uint32_t begin = line_starts_[number - 1];
  const size_t end = number < line_starts_.size() ? line_starts_[number] - 1 : text_.size();
  std::string_view line = text().substr(begin, end - begin);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

uint32_t SourceFile::line_start(uint32_t number) const {
  if (number == 0 || number > line_starts_.size()) return static_cast<uint32_t>(text_.size());
  return line_starts_[number - 1];
}

}  // namespace selaras
