#include "base/source_file.h"

#include <algorithm>

namespace selaras {

const std::vector<uint32_t>& SourceFile::line_starts() const {
  std::call_once(lines_known_, [this] {
    line_starts_.push_back(0);
    for (size_t at = text().find('\n'); at != std::string_view::npos; at = text().find('\n', at + 1)) {
      line_starts_.push_back(static_cast<uint32_t>(at + 1));
    }
  });
  return line_starts_;
}

Position SourceFile::position(uint32_t offset) const {
  offset = std::min(offset, static_cast<uint32_t>(text().size()));
  const auto& starts = line_starts();
  const auto after = std::upper_bound(starts.begin(), starts.end(), offset);
  const auto line = static_cast<uint32_t>(after - starts.begin());
  uint32_t column = 1;
  for (uint32_t at = starts[line - 1]; at < offset; ++at) {
    const bool starts_code_point = (static_cast<unsigned char>(text()[at]) & 0xC0U) != 0x80U;
    if (starts_code_point) ++column;
  }
  return {offset, line, column};
}

std::string_view SourceFile::line(uint32_t number) const {
  const auto& starts = line_starts();
  if (number == 0 || number > starts.size()) return {};
  const uint32_t begin = starts[number - 1];
  const size_t end = number < starts.size() ? starts[number] - 1 : text().size();
  std::string_view line = text().substr(begin, end - begin);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

uint32_t SourceFile::line_start(uint32_t number) const {
  const auto& starts = line_starts();
  return number == 0 || number > starts.size() ? static_cast<uint32_t>(text().size()) : starts[number - 1];
}

}  // namespace selaras
