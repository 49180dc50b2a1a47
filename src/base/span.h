// A half-open range of bytes of one text. Spans are computed once, when a text is read, and travel with the data;
// nothing is ever found again by searching.
#pragma once

#include <cstdint>
#include <compare>
#include <string_view>

namespace selaras {

struct Span {
  uint32_t begin = 0;  // byte offset, inclusive
  uint32_t end = 0;    // byte offset, exclusive

  uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  auto operator<=>(const Span&) const = default;
};

template <typename Archive>
void archive(Archive& a, Span& value) {
  auto& [begin, end] = value;
  a(begin, end);
}

/// The bytes of `text` that `span` covers. `span` must lie inside `text`.
inline std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}

/// The smallest span that covers both.
inline Span cover(Span a, Span b) {
  return {a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

}  // namespace selaras
