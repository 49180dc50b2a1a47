#include "report/wrap.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/characters.h"

namespace selaras {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr size_t kNarrowest = 8;

/// Moves an offset to a grapheme's end at or before it.
uint32_t grapheme_floor(const std::vector<uint32_t>& ends, uint32_t offset) {
  const auto after = std::upper_bound(ends.begin(), ends.end(), offset);
  return after == ends.begin() ? 0 : *(after - 1);
}

/// The offset after the graphemes from `from` on that fit into `width` columns; at least one.
uint32_t fitting(std::string_view text, uint32_t from, size_t width) {
  uint32_t end = from;
  size_t columns = 0;
  for (const uint32_t after : grapheme_ends(text.substr(from))) {
    columns += display_width(text.substr(end, from + after - end));
    if (columns > width && end > from) break;
    end = from + after;
  }
  return end;
}

/// The span widened on both sides, grapheme by grapheme, while it fits; its beginning when it does not fit itself.
Span window(std::string_view line, Span span, size_t width) {
  if (display_width(slice(line, span)) > width) return {span.begin, fitting(line, span.begin, width)};
  const auto ends = grapheme_ends(line);
  Span shown = span;
  bool left = true;
  while (true) {
    const Span before = shown;
    if (left && shown.begin > 0) shown.begin = grapheme_floor(ends, shown.begin - 1);
    if (!left && shown.end < line.size()) shown.end = *std::upper_bound(ends.begin(), ends.end(), shown.end);
    if (display_width(slice(line, shown)) > width) return before;
    if (shown.begin == 0 && shown.end == line.size()) return shown;
    left = shown.end == line.size() || (shown.begin > 0 && !left);
  }
}

/// Columns of a word without its colour codes (ESC [ … m).
size_t columns_of(std::string_view word) {
  size_t columns = 0;
  while (!word.empty()) {
    const size_t code = std::min(word.find("\033["), word.size());
    columns += display_width(word.substr(0, code));
    word.remove_prefix(code);
    if (word.empty()) break;
    word.remove_prefix(std::min(word.find('m'), word.size() - 1) + 1);
  }
  return columns;
}

bool is_whole(std::string_view word) { return word.find("://") != std::string_view::npos || word.find('\033') != std::string_view::npos; }

}  // namespace

std::string printable(std::string_view text) {
  std::string out(text);
  for (size_t at = 0; at < out.size(); ++at) {
    const auto byte = [&](size_t i) { return i < out.size() ? static_cast<unsigned char>(out[i]) : 0U; };
    const bool second_set = byte(at) == 0xC2 && byte(at + 1) >= 0x80 && byte(at + 1) < 0xA0;  // U+0080 … U+009F
    if (second_set) out.erase(at, 1);
    if (second_set || byte(at) < 0x20 || byte(at) == 0x7F) out[at] = ' ';
  }
  return out;
}

std::string wrapped(std::string_view text, size_t width, const std::string& indent) {
  width = std::max<size_t>(width, kNarrowest);
  std::string out;
  size_t column = 0;
  size_t at = 0;
  while (at < text.size()) {
    const size_t end = std::min(text.find(' ', at), text.size());
    auto word = text.substr(at, end - at);
    size_t columns = columns_of(word);
    if (column > 0 && column + 1 + columns > width) {
      out += "\n" + indent;
      column = 0;
    } else if (column > 0) {
      out += ' ';
      ++column;
    }
    while (columns > width && !is_whole(word)) {
      const uint32_t cut = fitting(word, 0, width);
      out += word.substr(0, cut);
      word.remove_prefix(cut);
      columns = columns_of(word);
      if (!word.empty()) out += "\n" + indent;
    }
    out += word;
    column += columns;
    at = end + 1;
  }
  return out;
}

Excerpt excerpt(std::string_view raw, Span span, size_t width) {
  span.end = std::min(span.end, static_cast<uint32_t>(raw.size()));
  span.begin = std::min(span.begin, span.end);
  const std::string before_span = printable(raw.substr(0, span.begin));
  const std::string inside = printable(slice(raw, span));
  const std::string line = before_span + inside + printable(raw.substr(span.end));
  span = {static_cast<uint32_t>(before_span.size()), static_cast<uint32_t>(before_span.size() + inside.size())};
  Span shown{0, static_cast<uint32_t>(line.size())};
  if (display_width(line) > width) shown = window(line, span, std::max(width, kNarrowest) - 2);
  const bool cut_left = shown.begin > 0;
  const bool cut_right = shown.end < line.size();
  const size_t before = display_width(slice(line, {shown.begin, span.begin})) + (cut_left ? 1 : 0);
  const size_t under = std::max<size_t>(1, display_width(slice(line, {span.begin, std::min(span.end, shown.end)})));
  Excerpt result;
  result.line = std::string(cut_left ? kEllipsis : "") + std::string(slice(line, shown)) + std::string(cut_right ? kEllipsis : "");
  result.carets = std::string(before, ' ') + std::string(under, '^');
  return result;
}

}  // namespace selaras
