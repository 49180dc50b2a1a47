#include "base/utf8.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

using namespace selaras;

namespace {

/// The length of the valid sequence at `at`, 0 when there is none: Table 3-7 of the Unicode Standard, slow and obvious.
size_t sequence_length(std::string_view bytes, size_t at) {
  const auto byte = [&](size_t i) { return at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U; };
  const auto in = [&](size_t i, unsigned low, unsigned high) { return low <= byte(i) && byte(i) <= high; };
  if (at < bytes.size() && byte(0) <= 0x7F) return 1;
  if (in(0, 0xC2, 0xDF) && in(1, 0x80, 0xBF)) return 2;
  if (in(0, 0xE0, 0xEF) && in(1, byte(0) == 0xE0 ? 0xA0 : 0x80, byte(0) == 0xED ? 0x9F : 0xBF) && in(2, 0x80, 0xBF)) return 3;
  if (in(0, 0xF0, 0xF4) && in(1, byte(0) == 0xF0 ? 0x90 : 0x80, byte(0) == 0xF4 ? 0x8F : 0xBF) && in(2, 0x80, 0xBF) &&
      in(3, 0x80, 0xBF))
    return 4;
  return 0;
}

/// The first byte that no valid sequence covers; the size when all are covered.
size_t first_invalid(std::string_view bytes) {
  size_t at = 0;
  while (at < bytes.size()) {
    const size_t length = sequence_length(bytes, at);
    if (length == 0) return at;
    at += length;
  }
  return at;
}

void check_fault(std::string_view bytes, TextFault::Kind kind, uint32_t offset) {
  CAPTURE(std::string(bytes));
  const auto fault = find_text_fault(bytes);
  REQUIRE(fault.has_value());
  CHECK(fault->kind == kind);
  CHECK(fault->offset == offset);
}

constexpr auto kInvalid = TextFault::Kind::invalid_utf8;

}  // namespace

TEST_CASE("text has no fault") {
  CHECK_FALSE(find_text_fault(""));
  CHECK_FALSE(find_text_fault("plain\r\n\ttext"));
  CHECK_FALSE(find_text_fault("é ກ ស မ 😀"));
}

TEST_CASE("the first invalid byte is named") {
  check_fault("\xFF", kInvalid, 0);
  check_fault("abc\xFFxyz", kInvalid, 3);
  check_fault("\x80", kInvalid, 0);              // a tail without a lead
  check_fault("ab\xC3", kInvalid, 2);            // cut short
  check_fault("\xC0\xAF", kInvalid, 0);          // longer than needed
  check_fault("ok \xED\xA0\x80", kInvalid, 3);   // half of a surrogate pair
  check_fault("\xF4\x90\x80\x80", kInvalid, 0);  // past U+10FFFF
}

TEST_CASE("an invalid byte right after a character is named, not the character") {
  check_fault("\xC3\xA9\xFF", kInvalid, 2);
  check_fault("\xE2\x82\xAC\xFF", kInvalid, 3);
  check_fault("\xF0\x9F\x98\x80\xFF", kInvalid, 4);
  check_fault("\xE0\xB8\x81\xE0\xB8\x82\xE0\xB8", kInvalid, 6);
}

TEST_CASE("a byte of zero is a fault, after validity") {
  check_fault(std::string_view("ab\0c", 4), TextFault::Kind::nul_byte, 2);
  check_fault(std::string_view("ab\0\xFF", 4), kInvalid, 3);
}

TEST_CASE("faults agree with the slow reading, on random bytes in random text") {
  std::mt19937 random(20261115);
  const std::string pieces[] = {"a", "é", "ก", "😀", "\xFF", "\x80", "\xE0\xB8", "\xC3", "\xED\xA0\x80", "word "};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    const size_t good = random() % 40;
    for (size_t i = 0; i < good; ++i) text += pieces[random() % 4];
    for (size_t i = random() % 6; i > 0; --i) text += pieces[random() % std::size(pieces)];
    const size_t expected = first_invalid(text);
    const auto fault = find_text_fault(text);
    CAPTURE(text);
    REQUIRE(fault.has_value() == (expected < text.size()));
    if (fault) REQUIRE(fault->offset == expected);
  }
}

TEST_CASE("code points survive writing and reading") {
  for (const char32_t value : {U'\0', U'a', U'\x7F', U'\x80', U'\x7FF', U'\x800', U'\xFFFD', U'\xFFFF', U'\x10000', U'\x10FFFF'}) {
    CAPTURE(static_cast<uint32_t>(value));
    std::string text = "x";
    append_utf8(text, value);
    const CodePoint read = code_point_at(text, 1);
    CHECK(read.value == value);
    CHECK(read.length == text.size() - 1);
    CHECK(sequence_length(text, 1) == read.length);
  }
}
