#include "language/boundaries.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/characters.h"

namespace selaras {
namespace {

constexpr char32_t kFirstUnspaced = 0x0E00;
constexpr char32_t kFirstForeignDigit = 0x0660;

bool is_digit(char32_t c) {
  if (c < kFirstForeignDigit) return c >= '0' && c <= '9';
  return digit_value(c).has_value();
}

bool is_word_character(char32_t c) { return (c >= 'a' && c <= 'z') || c >= 0xAA; }

/// Spares two letters of a small alphabet the full look.
bool may_meet(char32_t before, char32_t after) {
  const auto plain = [](char32_t c) { return c > '9' && c < kFirstForeignDigit; };
  return !plain(before) || !plain(after);
}

uint8_t between(char32_t before, char32_t after) {
  const bool before_digit = is_digit(before);
  const bool after_digit = is_digit(after);
  if (before_digit != after_digit) {
    const char32_t letter = before_digit ? after : before;
    if (is_unspaced(letter)) return Boundaries::digit | Boundaries::syllable;  // no space is ever written there
    return is_word_character(letter) ? Boundaries::digit : Boundaries::none;
  }
  if (before < kFirstUnspaced || after < kFirstUnspaced || before_digit) return Boundaries::none;
  const bool unspaced = is_unspaced(before) && is_unspaced(after);
  return unspaced && is_syllable_break(before, after) ? Boundaries::syllable : Boundaries::none;
}

}  // namespace

Boundaries::Boundaries(const FoldedText& folded, const Segmentation& segmentation) : kinds_(folded.key.size() + 1, none) {
  mark_inside(folded.key);
  mark_words(folded, segmentation);
}

void Boundaries::mark_words(const FoldedText& folded, const Segmentation& segmentation) {
  kinds_[0] |= word;
  for (const Token& token : segmentation.tokens) kinds_[folded.key_offset(token.span.end)] |= word;
}

void Boundaries::mark_inside(std::string_view key) {
  if (std::none_of(key.begin(), key.end(), [](char c) { return (c >= '0' && c <= '9') || c < 0; })) return;
  uint8_t* kinds = kinds_.data();
  char32_t before = ' ';
  for (size_t at = 0; at < key.size();) {
    const auto byte = static_cast<unsigned char>(key[at]);
    const CodePoint c = byte < 0x80 ? CodePoint{byte, 1} : code_point_at(key, at);
    if (before > ' ' && c.value > ' ' && may_meet(before, c.value)) kinds[at] |= between(before, c.value);
    before = c.value;
    at += c.length;
  }
}

}  // namespace selaras
