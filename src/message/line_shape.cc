#include "message/line_shape.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/characters.h"

namespace selaras {
namespace {

// A name in a script is short: "Voice 2", "Labour officer in Doha".
constexpr size_t kLongestName = 40;  // code points
constexpr size_t kMostNameWords = 4;

uint32_t last_code_point(std::string_view text, Span span) {
  uint32_t at = span.end;
  while (at > span.begin) {
    --at;
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) break;
  }
  return at;
}

char32_t first_of(std::string_view text, Span span) { return span.empty() ? 0 : code_point_at(text, span.begin).value; }
char32_t last_of(std::string_view text, Span span) {
  return span.empty() ? 0 : code_point_at(text, last_code_point(text, span)).value;
}

bool is_opening_bracket(char32_t c) { return c == '(' || c == '[' || c == 0xFF08; }
char32_t closing_bracket(char32_t c) { return c == '(' ? U')' : c == '[' ? U']' : char32_t{0xFF09}; }

/// Where the first `c` of the span stands; its end without one.
uint32_t find_char(std::string_view text, Span span, char32_t c) {
  uint32_t at = span.begin;
  while (at < span.end) {
    const auto [value, length] = code_point_at(text, at);
    if (value == c) return at;
    at += length;
  }
  return span.end;
}

std::optional<Span> emphasis_at_start(const MarkdownBlock& block, Span line) {
  const auto& spans = block.emphasised;
  const auto at = std::partition_point(spans.begin(), spans.end(), [&](Span span) { return span.begin < line.begin; });
  if (at == spans.end() || at->begin != line.begin) return std::nullopt;
  return Span{at->begin, std::min(at->end, line.end)};
}

size_t code_points(std::string_view text) {
  return static_cast<size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool is_name_sized(std::string_view name) {
  return !name.empty() && code_points(name) <= kLongestName &&
         static_cast<size_t>(std::count(name.begin(), name.end(), ' ')) < kMostNameWords;
}

bool in_capitals(std::string_view name) {
  size_t capitals = 0;
  for (const char c : name) {
    if (c >= 'a' && c <= 'z') return false;
    if (c >= 'A' && c <= 'Z') ++capitals;
  }
  return capitals > 1;
}

class Shaper {
 public:
  Shaper(const MarkdownBlock& block, Span line, const BlockLabels& labels, std::string_view language)
      : text_(block.content.text()),
        line_(line),
        labels_(labels),
        language_(language),
        bold_(block.kind == MarkdownBlock::Kind::heading ? std::optional<Span>(line) : emphasis_at_start(block, line)) {}

  LineShape shape() {
    shape_.rest = line_.begin;
    look_at_ends();
    look_at_quotes();
    find_number();
    find_label();
    if (!shape_.label) find_opening();
    return shape_;
  }

 private:
  void look_at_ends() {
    shape_.starts_emphasised = bold_.has_value();
    shape_.emphasised = bold_ && bold_->end == line_.end;
    Span inner = line_;
    while (closes_quotation(last_of(text_, inner))) inner.end = last_code_point(text_, inner);
    shape_.asks = labels_.is_question_mark(last_of(text_, inner));
    shape_.ends_sentence = labels_.is_sentence_end(last_of(text_, inner));
    const char32_t first = first_of(text_, line_);
    if (is_opening_bracket(first)) {
      shape_.bracketed = last_of(text_, line_) == closing_bracket(first) &&
                         find_char(text_, line_, closing_bracket(first)) == last_code_point(text_, line_);
    }
    if (labels_.is_bullet(first)) shape_.bullet_end = skip_marks(line_.begin + code_point_at(text_, line_.begin).length);
  }

  bool closes_quotation(char32_t c) const {
    return c == '"' || c == 0x201D || c == 0x2019 || c == 0xBB || c == 0x300D || c == 0x300F;
  }

  void look_at_quotes() {
    const char32_t close = labels_.closing_quote(first_of(text_, line_));
    if (close == 0) return;
    const uint32_t inside = line_.begin + code_point_at(text_, line_.begin).length;
    const uint32_t at = find_char(text_, {inside, line_.end}, close);
    if (at == line_.end) return;
    const uint32_t end = at + code_point_at(text_, at).length;
    shape_.quotation = end == line_.end;
    if (shape_.quotation || !starts_sentence(skip_spaces(end))) return;
    shape_.quote_end = end;
    shape_.quote_asks = labels_.is_question_mark(last_of(text_, {inside, at}));
  }

  /// `"…?" he asked` goes on; `"…?" No.` begins anew.
  bool starts_sentence(uint32_t at) const {
    const char32_t c = code_point_at(text_, at).value;
    return is_letter(c) ? !is_lower_case(c) : digit_value(c).has_value();
  }

  void find_number() {
    uint32_t at = line_.begin;
    int value = 0;
    while (at < line_.end && value < 1000) {
      const auto [c, length] = code_point_at(text_, at);
      const auto digit = digit_value(c);
      if (!digit) break;
      value = value * 10 + *digit;
      at += length;
    }
    if (at == line_.begin || at >= line_.end) return;
    const auto [c, length] = code_point_at(text_, at);
    const uint32_t rest = skip_spaces(at + length);
    const bool marked = (labels_.is_weak_separator(c) || labels_.is_sentence_end(c)) && space_follows(at + length);
    if (marked && rest < line_.end) shape_.number = Number{value, rest};
  }

  void find_label() {
    if (bold_ && code_points(slice(text_, *bold_)) <= kLongestName && accept_label(*bold_, bold_->end)) return;
    uint32_t weak = line_.end;
    uint32_t at = line_.begin;
    for (size_t walked = 0; at < line_.end && walked <= kLongestName; ++walked) {
      const auto [c, length] = code_point_at(text_, at);
      if (labels_.is_separator(c)) {
        accept_label({line_.begin, at}, at);
        return;
      }
      if (weak == line_.end && at > line_.begin && labels_.is_weak_separator(c) && space_follows(at + length)) weak = at;
      at += length;
    }
    if (weak < line_.end) accept_label({line_.begin, weak}, weak);
  }

  bool accept_label(Span written, uint32_t end) {
    const auto label = labels_.find(slice(text_, written), language_);
    if (!label || *label == BlockLabel::voice || *label == BlockLabel::official_voice) return false;
    if (!fits_separator(*label, written, end)) return false;
    shape_.label = label;
    shape_.rest = skip_separators(end);
    shape_.label_is_letter = code_points(slice(text_, trim_spaces(text_, written))) == 1;
    return true;
  }

  /// "False." and "Music." are sentences; "A." and "Myth 1." are labels.
  bool fits_separator(BlockLabel label, Span written, uint32_t end) const {
    if (label == BlockLabel::question || label == BlockLabel::answer) return true;
    Span name = trim_spaces(text_, written);
    char32_t mark = end < line_.end ? code_point_at(text_, end).value : 0;
    if (labels_.is_weak_separator(last_of(text_, name)) || labels_.is_sentence_end(last_of(text_, name))) {
      mark = last_of(text_, name);
      name.end = last_code_point(text_, name);
    }
    if (!labels_.is_sentence_end(mark)) return true;
    return digit_value(last_of(text_, trim_spaces(text_, name))).has_value();
  }

  /// "AMINA: …", "**Rahim:** …", "(First voice) …".
  void find_opening() {
    const char32_t first = first_of(text_, line_);
    if (is_opening_bracket(first) && !shape_.bracketed) {
      const uint32_t close = find_char(text_, line_, closing_bracket(first));
      const uint32_t inside = line_.begin + code_point_at(text_, line_.begin).length;
      if (close < line_.end) take_name({inside, close}, skip_separators(close + code_point_at(text_, close).length));
      return;
    }
    uint32_t at = line_.begin;
    for (size_t walked = 0; at < line_.end && walked <= kLongestName; ++walked) {
      const auto [c, length] = code_point_at(text_, at);
      if (labels_.is_separator(c)) {
        if (!followed_by_digits(at + length)) take_name({line_.begin, at}, skip_separators(at));
        return;
      }
      if (labels_.is_sentence_end(c) && space_follows(at + length)) return;
      at += length;
    }
  }

  /// 10:30 is a time, not a name.
  bool followed_by_digits(uint32_t at) const { return at < line_.end && digit_value(code_point_at(text_, at).value).has_value(); }

  void take_name(Span written, uint32_t rest) {
    const std::string_view whole = slice(text_, trim_spaces(text_, written));
    const std::string_view name = whole.substr(0, std::min(whole.find_first_of("(["), whole.find(',')));
    if (!is_name_sized(whole) || rest >= line_.end) return;
    const auto label = labels_.find(name, language_);
    const bool voice = label == BlockLabel::voice || label == BlockLabel::official_voice;
    shape_.opening = Opening{std::string(whole), rest, voice ? label : std::nullopt, in_capitals(whole)};
  }

  bool space_follows(uint32_t at) const { return at >= line_.end || is_space(code_point_at(text_, at).value); }

  uint32_t skip_separators(uint32_t at) const {
    at = skip_spaces(at);
    while (at < line_.end) {
      const auto [c, length] = code_point_at(text_, at);
      const bool mark = labels_.is_separator(c) || (labels_.is_weak_separator(c) && space_follows(at + length));
      if (!mark) break;
      at = skip_spaces(at + length);
    }
    return at;
  }

  uint32_t skip_spaces(uint32_t at) const {
    while (at < line_.end) {
      const auto [c, length] = code_point_at(text_, at);
      if (!is_space(c)) break;
      at += length;
    }
    return at;
  }

  /// Spaces and the selectors that make a mark an emoji.
  uint32_t skip_marks(uint32_t at) const {
    at = skip_spaces(at);
    while (at < line_.end) {
      const auto [c, length] = code_point_at(text_, at);
      if (c != 0xFE0F && c != 0xFE0E) break;
      at = skip_spaces(at + length);
    }
    return at;
  }

  std::string_view text_;
  Span line_;
  const BlockLabels& labels_;
  std::string_view language_;
  std::optional<Span> bold_;  // what is set apart at the line's start: a heading is, wholly
  LineShape shape_;
};

}  // namespace

Span trim_spaces(std::string_view text, Span span) {
  while (!span.empty()) {
    const auto [c, length] = code_point_at(text, span.begin);
    if (!is_space(c)) break;
    span.begin += length;
  }
  while (!span.empty()) {
    const uint32_t last = last_code_point(text, span);
    if (!is_space(code_point_at(text, last).value)) break;
    span.end = last;
  }
  return span;
}

LineShape shape_of(const MarkdownBlock& block, Span line, const BlockLabels& labels, std::string_view language) {
  return Shaper(block, line, labels, language).shape();
}

}  // namespace selaras
