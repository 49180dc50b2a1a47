#include "reading/quotes.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace selaras {
namespace {

struct Marks {
  char32_t open, close;
};
constexpr std::array<Marks, 7> kMarks = {{{U'"', U'"'}, {U'“', U'”'}, {U'„', U'“'}, {U'«', U'»'}, {U'‹', U'›'}, {U'「', U'」'}, {U'『', U'』'}}};

char32_t closing(char32_t open) {
  const auto found = std::find_if(kMarks.begin(), kMarks.end(), [&](const Marks& m) { return m.open == open; });
  return found == kMarks.end() ? 0 : found->close;
}

}  // namespace

std::vector<Span> find_quotes(std::string_view text) {
  std::vector<Span> found;
  char32_t waiting = 0;
  uint32_t begin = 0;
  for (uint32_t at = 0; at < text.size();) {
    const auto [c, length] = code_point_at(text, at);
    if (waiting != 0 && c == waiting) {
      found.push_back({begin, at + length});
      waiting = 0;
    } else if (waiting == 0) {
      waiting = closing(c);
      begin = at;
    }
    at += length;
  }
  return found;
}

bool inside_any(const std::vector<Span>& quotes, Span span) {
  return std::any_of(quotes.begin(), quotes.end(), [&](Span quote) { return quote.contains(span); });
}

}  // namespace selaras
