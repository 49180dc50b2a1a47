#include "reading/stance.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "reading/quotes.h"

namespace selaras {
namespace {

/// The last character that is not a closing mark or space is a question mark of any script.
bool ends_as_question(std::string_view text, Span span) {
  constexpr std::array<char32_t, 5> marks = {U'?', U'？', U'؟', U';', U'⁇'};
  char32_t last = 0;
  for (uint32_t at = span.begin; at < span.end;) {
    const auto [c, length] = code_point_at(text, at);
    const bool closing = c == U'"' || c == U'”' || c == U'»' || c == U')' || c == U'*' || c == U' ' || c == U'\n' || c == U'\'' || c == U'’';
    if (!closing) last = c;
    at += length;
  }
  return last != U';' && std::find(marks.begin(), marks.end(), last) != marks.end();
}

}  // namespace

Stance stance_of(const Block& block, std::string_view text, const Sentence& sentence, const ReadBlock& read) {
  if (block.kind == BlockKind::myth) return Stance::denied;
  if (block.kind == BlockKind::question || ends_as_question(text, sentence.span)) return Stance::asked;
  const bool all_quoted = inside_any(read.quotes, sentence.span);
  return all_quoted ? Stance::attributed : Stance::asserted;
}

}  // namespace selaras
