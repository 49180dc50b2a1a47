// ICU is the oracle of the ASCII passes: every short text over one character of each class, and long ones of mixed characters.
#include "text/ascii_breaks.h"

#include <doctest/doctest.h>
#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <memory>
#include <random>
#include <string>

#include "text/characters.h"

using namespace selaras;

namespace {

using Iterator = std::unique_ptr<icu::BreakIterator>;

Iterator words() {
  UErrorCode status = U_ZERO_ERROR;
  return Iterator(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
}

Iterator sentences() {
  UErrorCode status = U_ZERO_ERROR;
  return Iterator(icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
}

icu::UnicodeString units(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

TokenKind kind_by_icu(int32_t status, UChar32 first) {
  const bool letter_first = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
  if (letter_first || status >= UBRK_WORD_LETTER) return TokenKind::word;
  if (status >= UBRK_WORD_NUMBER) return TokenKind::number;
  if (u_isUWhiteSpace(first)) return TokenKind::space;
  return u_ispunct(first) ? TokenKind::punctuation : TokenKind::symbol;
}

/// Compares texts with what ICU makes of them; remembers the first that differs.
class Oracle {
 public:
  std::string first_difference;

  void compare(std::string_view text) {
    if (!same_tokens(text) || !same_sentences(text)) note(text);
  }

 private:
  void note(std::string_view text) {
    if (first_difference.empty()) first_difference = "differs: " + std::string(text);
  }

  bool same_tokens(std::string_view text) {
    const icu::UnicodeString source = units(text);
    words_->setText(source);
    int32_t begin = 0;
    for (const Token& token : ascii_tokens(text)) {
      const int32_t end = words_->next();
      const TokenKind kind = kind_by_icu(words_->getRuleStatus(), source.char32At(begin));
      if (token.span != Span{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)} || token.kind != kind) return false;
      begin = end;
    }
    return words_->next() == icu::BreakIterator::DONE;
  }

  bool same_sentences(std::string_view text) {
    const icu::UnicodeString source = units(text);
    sentences_->setText(source);
    for (const uint32_t end : ascii_sentence_ends(text)) {
      if (sentences_->next() != static_cast<int32_t>(end)) return false;
    }
    return sentences_->next() == icu::BreakIterator::DONE;
  }

  Iterator words_ = words();
  Iterator sentences_ = sentences();
};

/// Every text of up to `length` of the characters.
void for_each_text(std::string_view characters, size_t length, std::string& text, Oracle& oracle) {
  oracle.compare(text);
  if (text.size() == length) return;
  for (const char c : characters) {
    text.push_back(c);
    for_each_text(characters, length, text, oracle);
    text.pop_back();
  }
}

}  // namespace

TEST_CASE("every pair of ASCII characters is cut as ICU cuts it, alone and inside a text") {
  Oracle oracle;
  for (char a = 1; a > 0; ++a) {
    for (char b = 1; b > 0; ++b) {
      oracle.compare(std::string{a, b});
      oracle.compare(std::string{'a', a, b, 'a'});
      oracle.compare(std::string{'1', a, b, '1'});
      oracle.compare(std::string{'x', '.', a, b, 'y'});
    }
  }
  CHECK(oracle.first_difference == "");
}

TEST_CASE("every short text over the classes of characters is cut as ICU cuts it") {
  Oracle oracle;
  std::string text;
  for_each_text("aA1.,'_ \n\r?):$", 4, text, oracle);
  for_each_text("a1.,_", 6, text, oracle);
  for_each_text("aA1. ?\n)-", 5, text, oracle);
  CHECK(oracle.first_difference == "");
}

TEST_CASE("long texts of mixed ASCII characters are cut as ICU cuts them") {
  Oracle oracle;
  std::mt19937 random(29);
  const std::string_view often = "aeZ19 .,'\"-_:;!?()\n\t\r";
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    const size_t length = 1 + random() % 80;
    while (text.size() < length) text.push_back(random() % 4 == 0 ? static_cast<char>(1 + random() % 127) : often[random() % often.size()]);
    oracle.compare(text);
  }
  CHECK(oracle.first_difference == "");
}

TEST_CASE("ASCII is told from everything else at every place") {
  CHECK(is_all_ascii(""));
  for (size_t size = 1; size < 40; ++size) {
    std::string text(size, 'a');
    CHECK(is_all_ascii(text));
    for (size_t at = 0; at < size; ++at) {
      text[at] = '\xC3';
      CHECK_FALSE(is_all_ascii(text));
      text[at] = 'a';
    }
  }
}
