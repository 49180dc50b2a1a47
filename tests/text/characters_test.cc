#include "text/characters.h"

#include <doctest/doctest.h>
#include <unicode/uchar.h>

using namespace selaras;

TEST_CASE("digits of every script have values") {
  const std::pair<char32_t, int> digits[] = {{U'7', 7}, {0x09E9, 3}, {0x0E55, 5}, {0x17E0, 0}, {0x1041, 1}, {0x0669, 9}, {0x06F4, 4}, {0xFF12, 2}};
  for (const auto& [c, value] : digits) CHECK(digit_value(c) == value);
  CHECK_FALSE(digit_value(U'x'));
  CHECK_FALSE(digit_value(0x00BD));
  CHECK(ascii_digits("\u09E7\u09E6\u09EF, RM5 \u0E52") == "109, RM5 2");
}

TEST_CASE("ASCII is what ICU says it is") {
  for (UChar32 c = 0; c < 0x80; ++c) {
    const auto character = static_cast<char32_t>(c);
    CAPTURE(c);
    CHECK(is_letter(character) == (u_hasBinaryProperty(c, UCHAR_ALPHABETIC) != 0));
    CHECK(is_space(character) == (u_isUWhiteSpace(c) != 0));
    CHECK(is_lower_case(character) == (u_isULowercase(c) != 0));
    CHECK(is_upper_case(character) == (u_isUUppercase(c) != 0));
    CHECK(digit_value(character).value_or(-1) == u_charDigitValue(c));
  }
}

TEST_CASE("codes are known or not") {
  for (const auto code : {"MY", "BD", "XX", "AE"}) CHECK(is_country_code(code));
  for (const auto code : {"my", "ZZ", "UK", "M", "MYS", ""}) CHECK_FALSE(is_country_code(code));
  for (const auto code : {"MYR", "BDT", "LAK", "USD"}) CHECK(is_currency_code(code));
  for (const auto code : {"RM", "myr", "QQQ", ""}) CHECK_FALSE(is_currency_code(code));
  CHECK(country_name("MY") == "Malaysia");
  CHECK(country_name("XX") == "XX");
  CHECK(country_name("??") == "??");
}

TEST_CASE("width counts terminal columns") {
  CHECK(display_width("fee") == 3);
  CHECK(display_width("\u0E04\u0E48\u0E32") == 2);
  CHECK(display_width("\u4E2D\u6587") == 4);
  CHECK(display_width("a\u200Bb") == 2);
}

TEST_CASE("the script of most letters is dominant") {
  CHECK(dominant_script("Call 1343 now") == "Latn");
  CHECK(dominant_script("\u0995\u09B2 \u0995\u09B0\u09C1\u09A8 IOM") == "Beng");
  CHECK(dominant_script("\u0E42\u0E17\u0E23 1300") == "Thai");
  CHECK(dominant_script("123 !").empty());
}

TEST_CASE("syllables of unspaced scripts stay whole") {
  CHECK(is_unspaced(0x0E01));
  CHECK(is_unspaced(0x1780));
  CHECK(is_unspaced(0x1000));
  CHECK(is_unspaced(0x0E81));
  CHECK_FALSE(is_unspaced(U'a'));
  CHECK_FALSE(is_unspaced(0x0995));
  CHECK(is_syllable_break(0x0E01, 0x0E02));
  CHECK_FALSE(is_syllable_break(0x0E01, 0x0E34));
  CHECK_FALSE(is_syllable_break(0x0E40, 0x0E01));
  CHECK_FALSE(is_syllable_break(0x0E01, 0x0E32));
  CHECK_FALSE(is_syllable_break(0x1780, 0x17D2));
  CHECK_FALSE(is_syllable_break(0x17D2, 0x1780));
}

TEST_CASE("graphemes end after their marks") {
  CHECK(grapheme_ends("ae\u0301b") == std::vector<uint32_t>{1, 4, 5});
  CHECK(grapheme_ends("").empty());
}
