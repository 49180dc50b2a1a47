#include "text/segment.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "base/utf8.h"
#include "text/ascii_breaks.h"
#include "text/characters.h"
#include "text/sentence_ends.h"
#include "text/stand_ins.h"
#include "text/utf16.h"

namespace selaras {
namespace {

std::unique_ptr<icu::BreakIterator> checked(icu::BreakIterator* iterator, UErrorCode status) {
  std::unique_ptr<icu::BreakIterator> owned(iterator);
  if (U_FAILURE(status) || !owned) throw std::runtime_error("ICU has no break rules");
  return owned;
}

std::unique_ptr<icu::BreakIterator> word_iterator() {
  UErrorCode status = U_ZERO_ERROR;
  icu::BreakIterator* iterator = icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status);
  return checked(iterator, status);
}

std::unique_ptr<icu::BreakIterator> sentence_iterator() {
  UErrorCode status = U_ZERO_ERROR;
  icu::BreakIterator* iterator = icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status);
  return checked(iterator, status);
}

TokenKind kind_of_gap(UChar32 c) {
  if (u_isUWhiteSpace(c)) return TokenKind::space;
  return u_ispunct(c) ? TokenKind::punctuation : TokenKind::symbol;
}

/// ICU calls "B1" a number, for its last character; what begins with a letter is a word to us.
bool is_ascii_letter(UChar32 c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

TokenKind kind_of(icu::BreakIterator& words, UChar32 first) {
  if (is_ascii_letter(first)) return TokenKind::word;
  if (first == ' ') return TokenKind::space;
  const int32_t rule_status = words.getRuleStatus();
  if (rule_status >= UBRK_WORD_LETTER) return TokenKind::word;
  if (rule_status >= UBRK_WORD_NUMBER) return TokenKind::number;
  return kind_of_gap(first);
}

Span trimmed(std::string_view text, Span span) {
  while (!span.empty()) {
    const CodePoint first = code_point_at(text, span.begin);
    if (!is_space(first.value)) break;
    span.begin += first.length;
  }
  while (!span.empty()) {
    uint32_t last = span.end - 1;
    while ((static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) --last;
    if (!is_space(code_point_at(text, last).value)) break;
    span.end = last;
  }
  return span;
}

}  // namespace

struct Segmenter::Iterators {
  explicit Iterators(const SentenceRules& rules) : words(word_iterator()), sentences(sentence_iterator()), ends(rules) {}

  Segmentation segment(std::string_view utf8) {
    if (is_all_ascii(utf8)) return {ascii_tokens(utf8), ascii_sentences(utf8)};
    if (stand_ins.assign(utf8)) {
      std::vector<Token> tokens = ascii_tokens(stand_ins.text());
      stand_ins.to_source(tokens);
      return {std::move(tokens), sentence_spans(utf8, ends_by_stand_ins(utf8))};
    }
    text.assign(utf8);
    return {find_tokens(), sentence_spans(utf8, ends_by_icu(utf8))};
  }

 private:
  std::vector<Token> find_tokens() {
    std::vector<Token> tokens;
    const icu::UnicodeString& units = text.units();
    tokens.reserve(static_cast<size_t>(units.length()) / 2);
    words->setText(units);
    int32_t begin = 0;
    for (int32_t end = words->next(); end != icu::BreakIterator::DONE; begin = end, end = words->next()) {
      const TokenKind kind = kind_of(*words, units.char32At(begin));
      tokens.push_back({{text.byte_offset(begin), text.byte_offset(end)}, kind});
    }
    return tokens;
  }

  /// Most headings, bullets and cells: plain ASCII with no mark that could end a sentence before the last.
  static bool is_one_sentence(std::string_view utf8) {
    static constexpr std::array<bool, 128> kMayEnd = [] {
      std::array<bool, 128> table{};
      for (size_t c = 0; c < ' '; ++c) table[c] = true;
      for (const char c : {'.', '?', '!', '\x7F'}) table[static_cast<size_t>(c)] = true;
      return table;
    }();
    const auto first = std::find_if(utf8.begin(), utf8.end(), [](char c) { return kMayEnd[static_cast<size_t>(c) & 0x7FU]; });
    return std::all_of(first, utf8.end(), [](char c) { return c == '.' || c == '?' || c == '!'; });
  }

  std::vector<Span> ascii_sentences(std::string_view utf8) {
    if (!ends.needs_marks() || !is_one_sentence(utf8)) return sentence_spans(utf8, ascii_ends(utf8));
    const Span whole = trimmed(utf8, {0, static_cast<uint32_t>(utf8.size())});
    return whole.empty() ? std::vector<Span>{} : std::vector<Span>{whole};
  }

  std::vector<Span> sentence_spans(std::string_view utf8, const std::vector<uint32_t>& found) {
    const std::vector<uint32_t> mended = ends.mend(utf8, found);
    std::vector<Span> spans;
    spans.reserve(mended.size());
    uint32_t begin = 0;
    for (const uint32_t end : mended) {
      const Span span = trimmed(utf8, {begin, end});
      if (!span.empty()) spans.push_back(span);
      begin = end;
    }
    return spans;
  }

  // Line breaks inside a sentence are read as spaces, or the sentence would end there.

  static std::string unbroken(std::string_view utf8, const std::vector<uint32_t>& breaks) {
    std::string text(utf8);
    for (const uint32_t at : breaks) text[at] = ' ';
    return text;
  }

  static std::vector<uint32_t> ascii_ends(std::string_view utf8) {
    const std::vector<uint32_t> breaks = SentenceEnds::soft_breaks(utf8);
    return breaks.empty() ? ascii_sentence_ends(utf8) : ascii_sentence_ends(unbroken(utf8, breaks));
  }

  std::vector<uint32_t> ends_by_stand_ins(std::string_view utf8) {
    const std::vector<uint32_t> breaks = SentenceEnds::soft_breaks(utf8);
    if (!breaks.empty()) stand_ins.assign(unbroken(utf8, breaks));
    std::vector<uint32_t> found = ascii_sentence_ends(stand_ins.text());
    stand_ins.to_source(found);
    return found;
  }

  std::vector<uint32_t> ends_by_icu(std::string_view utf8) {
    int32_t unit = 0;
    for (const uint32_t at : SentenceEnds::soft_breaks(utf8)) {
      while (text.byte_offset(unit) < at) ++unit;
      text.units().setCharAt(unit, u' ');
    }
    sentences->setText(text.units());
    std::vector<uint32_t> found;
    for (int32_t end = sentences->next(); end != icu::BreakIterator::DONE; end = sentences->next()) found.push_back(text.byte_offset(end));
    return found;
  }

  std::unique_ptr<icu::BreakIterator> words;
  std::unique_ptr<icu::BreakIterator> sentences;
  SentenceEnds ends;
  StandIns stand_ins;
  Utf16Text text;
};

Segmenter::Segmenter() : Segmenter(SentenceRules{}) {}
Segmenter::Segmenter(const SentenceRules& rules) : iterators_(std::make_unique<Iterators>(rules)) {}
Segmenter::~Segmenter() = default;

Segmentation Segmenter::segment(std::string_view text) { return iterators_->segment(text); }

}  // namespace selaras
