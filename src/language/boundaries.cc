#include "language/boundaries.h"

#include <algorithm>

#include "base/utf8.h"
#include "language/word_steps.h"
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

Boundaries::Boundaries(const FoldedText& folded, const Segmentation& segmentation)
    : size_(static_cast<uint32_t>(folded.key.size())) {
  const size_t room = folded.key.size() + 1 + LetterRun::kRoom;
  if (room > short_.size()) long_.resize(room);
  kinds_ = room > short_.size() ? long_.data() : short_.data();
  std::fill_n(kinds_, room, uint8_t{none});
  mark_inside(folded.key);
  mark_words(folded, segmentation);
}

void Boundaries::mark_words(const FoldedText& folded, const Segmentation& segmentation) {
  uint8_t* kinds = kinds_;
  kinds[0] |= word;
  if (folded.keeps_offsets()) {
    for (const Token& token : segmentation.tokens) kinds[token.span.end] |= word;
  } else {
    for (const Token& token : segmentation.tokens) kinds[folded.key_offset(token.span.end)] |= word;
  }
}

/// On both sides of one digit: among ASCII it meets letters only.
void Boundaries::mark_digit(std::string_view key, size_t at) {
  if (at > 0 && is_small_letter(key[at - 1])) kinds_[at] |= digit;
  if (at + 1 < key.size() && is_small_letter(key[at + 1])) kinds_[at + 1] |= digit;
}

/// Marks around digits while everything is ASCII; whether it is to the end.
bool Boundaries::mark_ascii(std::string_view key) {
  size_t at = 0;
  for (; at + 8 <= key.size(); at += 8) {
    const uint64_t eight = eight_bytes(key.data() + at);
    if ((eight & kHighBits) != 0) return false;
    for (uint64_t digits = bytes_between(eight, '0', '9'); digits != 0; digits &= digits - 1)
      mark_digit(key, at + first_byte(digits));
  }
  for (; at < key.size(); ++at) {
    if (static_cast<unsigned char>(key[at]) >= 0x80) return false;
    if (key[at] >= '0' && key[at] <= '9') mark_digit(key, at);
  }
  return true;
}

void Boundaries::mark_inside(std::string_view key) {
  if (mark_ascii(key)) return;
  uint8_t* kinds = kinds_;
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
