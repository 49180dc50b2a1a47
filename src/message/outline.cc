#include "message/front_matter.h"
#include "message/reader.h"

namespace selaras {
namespace {

constexpr std::string_view kFence = "---";
constexpr std::string_view kBlank = " \t\r\n";

std::string_view without_trailing_blanks(std::string_view line) {
  const size_t last = line.find_last_not_of(kBlank);
  return line.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

struct LineSpan {
  Span line;      // without its line end
  uint32_t next;  // where the next line begins
};

LineSpan line_at(std::string_view text, uint32_t begin) {
  const size_t feed = text.find('\n', begin);
  const auto size = static_cast<uint32_t>(text.size());
  if (feed == std::string_view::npos) return {{begin, size}, size};
  return {{begin, static_cast<uint32_t>(feed)}, static_cast<uint32_t>(feed) + 1};
}

bool is_fence(std::string_view text, const LineSpan& line) { return without_trailing_blanks(slice(text, line.line)) == kFence; }

/// The next fence at or after `from`.
std::optional<LineSpan> find_fence(std::string_view text, uint32_t from) {
  while (from < text.size()) {
    const LineSpan line = line_at(text, from);
    if (is_fence(text, line)) return line;
    from = line.next;
  }
  return std::nullopt;
}

/// Fields between fences that start below the first line: front matter in the wrong place, which must not pass for plain Markdown.
bool has_late_front_matter(std::string_view text, uint32_t begin) {
  const size_t first = text.find_first_not_of(kBlank, begin);
  if (first == std::string_view::npos) return false;
  const size_t line_begin = text.rfind('\n', first);
  if (line_begin == std::string_view::npos) return false;
  const LineSpan open = line_at(text, static_cast<uint32_t>(line_begin) + 1);
  if (!is_fence(text, open)) return false;
  const auto close = find_fence(text, open.next);
  return close && slice(text, {open.next, close->line.begin}).find("id:") != std::string_view::npos;
}

}  // namespace

std::variant<Outline, OutlineFault> find_outline(const SourceFile& file) {
  const std::string_view text = file.text();
  const uint32_t begin = text_begin(file);
  if (text.find_first_not_of(kBlank, begin) == std::string_view::npos) return OutlineFault::empty_file;
  const LineSpan open = line_at(text, begin);
  if (!is_fence(text, open)) {
    return has_late_front_matter(text, begin) ? OutlineFault::not_first : OutlineFault::none_written;
  }
  const auto close = find_fence(text, open.next);
  if (!close) return OutlineFault::not_closed;
  const size_t last = text.find_last_not_of(kBlank);
  const auto body_end = last < close->next ? close->next : static_cast<uint32_t>(last) + 1;
  return Outline{{open.next, close->line.begin}, {close->next, body_end}};
}

}  // namespace selaras
