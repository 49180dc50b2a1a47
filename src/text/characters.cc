#include "text/characters.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/ucurr.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <stdexcept>

#include "base/utf8.h"
#include "text/eight_bytes.h"
#include "text/utf16.h"

namespace selaras {
namespace {

bool is_ascii_small(char32_t c) { return c >= 'a' && c <= 'z'; }

UChar32 icu_char(char32_t c) { return static_cast<UChar32>(c); }

bool is_capital_code(std::string_view code, size_t size) {
  return code.size() == size && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

constexpr std::string_view kInternational = "XX";

}  // namespace

bool is_all_ascii(std::string_view text) {
  size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    if ((eight_bytes(text.data() + at) & kHighBits) != 0) return false;
  }
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), is_ascii);
}

std::optional<int> digit_value(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9' ? std::optional(static_cast<int>(c - '0')) : std::nullopt;
  const int32_t value = u_charDigitValue(icu_char(c));
  if (value < 0) return std::nullopt;
  return value;
}

std::string ascii_digits(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (size_t at = 0; at < utf8.size();) {
    const CodePoint c = code_point_at(utf8, at);
    if (const auto digit = c.value < 0x80 ? std::nullopt : digit_value(c.value)) {
      out.push_back(static_cast<char>('0' + *digit));
    } else {
      out += utf8.substr(at, c.length);
    }
    at += c.length;
  }
  return out;
}

// ASCII is answered here: most questions are about it, and ICU looks its answers up.

bool is_letter(char32_t c) {
  if (c < 0x80) return is_ascii_small(c | 0x20U);
  return u_hasBinaryProperty(icu_char(c), UCHAR_ALPHABETIC) != 0;
}

bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return u_isUWhiteSpace(icu_char(c)) != 0;
}

bool is_lower_case(char32_t c) { return c < 0x80 ? is_ascii_small(c) : u_isULowercase(icu_char(c)) != 0; }

bool is_upper_case(char32_t c) { return c < 0x80 ? c < 'a' && is_ascii_small(c | 0x20U) : u_isUUppercase(icu_char(c)) != 0; }

bool is_unspaced(char32_t c) {
  return c >= 0x0E00 && u_getIntPropertyValue(icu_char(c), UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
}

namespace {

/// Signs that stack the next consonant: Burmese virama, Khmer coeng.
bool is_stacker(char32_t c) { return c == 0x1039 || c == 0x17D2; }

/// Thai and Lao vowels that are typed before the consonant they follow in speech.
bool is_leading_vowel(char32_t c) { return (c >= 0x0E40 && c <= 0x0E44) || (c >= 0x0EC0 && c <= 0x0EC4); }

/// Thai and Lao vowels that are typed after their consonant but are letters of their own.
bool is_trailing_vowel(char32_t c) {
  return c == 0x0E30 || c == 0x0E32 || c == 0x0E33 || c == 0x0E45 || c == 0x0EB0 || c == 0x0EB2 || c == 0x0EB3;
}

}  // namespace

bool is_syllable_break(char32_t before, char32_t after) {
  if (is_stacker(before) || is_stacker(after) || is_leading_vowel(before) || is_trailing_vowel(after)) return false;
  const int32_t category = U_GET_GC_MASK(icu_char(after));
  return (category & (U_GC_MN_MASK | U_GC_MC_MASK | U_GC_ME_MASK)) == 0;
}

size_t display_width(std::string_view utf8) {
  size_t columns = 0;
  for (size_t at = 0; at < utf8.size();) {
    const CodePoint c = code_point_at(utf8, at);
    at += c.length;
    const bool invisible = (U_GET_GC_MASK(icu_char(c.value)) & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) != 0;
    if (invisible) continue;
    const int32_t width = u_getIntPropertyValue(icu_char(c.value), UCHAR_EAST_ASIAN_WIDTH);
    columns += width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
  }
  return columns;
}

std::vector<uint32_t> grapheme_ends(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> graphemes(icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no character break rules");
  Utf16Text text;
  text.assign(utf8);
  graphemes->setText(text.units());
  std::vector<uint32_t> ends;
  for (int32_t end = graphemes->next(); end != icu::BreakIterator::DONE; end = graphemes->next()) ends.push_back(text.byte_offset(end));
  return ends;
}

bool is_country_code(std::string_view code) {
  if (code == kInternational) return true;
  if (!is_capital_code(code, 2)) return false;
  for (const char* const* known = icu::Locale::getISOCountries(); *known != nullptr; ++known) {
    if (code == *known) return true;
  }
  return false;
}

std::string country_name(std::string_view code) {
  if (code == kInternational || !is_country_code(code)) return std::string(code);
  icu::UnicodeString name;
  icu::Locale("", std::string(code).c_str()).getDisplayCountry(icu::Locale::getEnglish(), name);
  std::string utf8;
  return name.toUTF8String(utf8);
}

bool is_currency_code(std::string_view code) {
  if (!is_capital_code(code, 3)) return false;
  std::array<UChar, 4> units{};
  std::copy(code.begin(), code.end(), units.begin());
  return ucurr_getNumericCode(units.data()) != 0;
}

std::string dominant_script(std::string_view utf8) {
  std::map<UScriptCode, size_t> counts;
  for (size_t at = 0; at < utf8.size();) {
    const CodePoint c = code_point_at(utf8, at);
    at += c.length;
    if (!is_letter(c.value)) continue;
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(icu_char(c.value), &status);
    if (script != USCRIPT_COMMON && script != USCRIPT_INHERITED) ++counts[script];
  }
  const auto most = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? "" : uscript_getShortName(most->first);
}

}  // namespace selaras
