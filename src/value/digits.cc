#include "value/digits.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "text/characters.h"

namespace selaras::values {
namespace {

constexpr char32_t kArabicDecimal = 0x066B;
constexpr char32_t kArabicGroup = 0x066C;

/// The separator folded to one of . , ' or 0; the Arabic marks have only one meaning each and become `d` and `g`.
char separator(char32_t c) {
  switch (c) {
    case '.': return '.';
    case ',': return ',';
    case '\'': case 0x2019: case 0x00A0: case 0x202F: case 0x2009: return '\'';
    case kArabicDecimal: return 'd';
    case kArabicGroup: return 'g';
    default: return 0;
  }
}

std::optional<int> digit_of(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9' ? std::optional(static_cast<int>(c - '0')) : std::nullopt;
  return digit_value(c);
}

/// As code_point_at, without a call for ASCII.
CodePoint character_at(std::string_view text, size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80 ? CodePoint{byte, 1} : code_point_at(text, at);
}

struct Stretch {
  std::vector<std::string> parts{std::string()};
  std::string separators;
};

Stretch split(std::string_view text) {
  Stretch stretch;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = character_at(text, at);
    if (const auto digit = digit_of(c.value)) {
      stretch.parts.back().push_back(static_cast<char>('0' + *digit));
    } else {
      stretch.separators.push_back(separator(c.value));
      stretch.parts.emplace_back();
    }
    at += c.length;
  }
  return stretch;
}

double number_of(std::string_view digits) {
  double value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

double fraction_of(std::string_view digits) {
  double divisor = 1;
  for (size_t i = 0; i < digits.size(); ++i) divisor *= 10;
  return number_of(digits) / divisor;
}

/// 1,500,000 or 15,00,000: the last group has three digits, the others three each or two each.
bool are_groups(const std::vector<std::string>& parts, size_t count) {
  if (count < 2 || parts[0].empty() || parts[0].size() > 3 || parts[0][0] == '0') return false;
  if (parts[count - 1].size() != 3) return false;
  const size_t middle = count > 2 ? parts[1].size() : 3;
  if (middle != 3 && !(middle == 2 && parts[0].size() <= 2)) return false;
  return std::all_of(parts.begin() + 1, parts.begin() + static_cast<std::ptrdiff_t>(count) - 1,
                     [&](const std::string& part) { return part.size() == middle; });
}

double joined(const std::vector<std::string>& parts, size_t count) {
  std::string digits;
  for (size_t i = 0; i < count; ++i) digits += parts[i];
  return number_of(digits);
}

std::optional<DigitNumber> with_decimals(DigitNumber number, const std::vector<std::string>& parts, size_t whole) {
  number.value = joined(parts, whole) + fraction_of(parts[whole]);
  number.has_decimals = true;
  return number;
}

std::optional<DigitNumber> one_separator(DigitNumber number, const Stretch& stretch, char decimal) {
  const char mark = stretch.separators[0];
  const bool grouped = are_groups(stretch.parts, 2);
  if (mark == 'd') return with_decimals(number, stretch.parts, 1);
  if (mark == 'g' || mark == '\'') {
    if (!grouped) return std::nullopt;
    number.value = joined(stretch.parts, 2);
    return number;
  }
  if (!grouped) return with_decimals(number, stretch.parts, 1);
  if (mark != decimal) {
    number.value = joined(stretch.parts, 2);
    return number;
  }
  number.other = joined(stretch.parts, 2);
  return with_decimals(number, stretch.parts, 1);
}

DigitNumber plain_number(std::string_view digits) {
  DigitNumber number;
  number.value = number_of(digits);
  number.count = static_cast<uint8_t>(std::min<size_t>(digits.size(), 255));
  number.leading_zero = digits.size() > 1 && digits[0] == '0';
  return number;
}

std::optional<DigitNumber> separated_number(const Stretch& stretch, char decimal) {
  size_t digits = 0;
  for (const std::string& part : stretch.parts) digits += part.size();
  DigitNumber number;
  number.count = static_cast<uint8_t>(std::min<size_t>(digits, 255));
  number.plain = stretch.separators.empty();
  number.leading_zero = stretch.parts[0].size() > 1 && stretch.parts[0][0] == '0';
  if (number.plain) {
    number.value = number_of(stretch.parts[0]);
    return number;
  }
  if (stretch.separators.size() == 1) return one_separator(number, stretch, decimal);

  const size_t parts = stretch.parts.size();
  const char first = stretch.separators.front();
  const char last = stretch.separators.back();
  const bool uniform_head = stretch.separators.find_first_not_of(first) >= stretch.separators.size() - 1;
  if (!uniform_head) return std::nullopt;
  if (first == last) {
    if (!are_groups(stretch.parts, parts)) return std::nullopt;
    number.value = joined(stretch.parts, parts);
    return number;
  }
  if (!are_groups(stretch.parts, parts - 1)) return std::nullopt;
  return with_decimals(number, stretch.parts, parts - 1);
}

}  // namespace

uint32_t digit_stretch(std::string_view text, size_t at) {
  uint32_t end = 0;
  bool last_was_digit = false;
  for (size_t i = at; i < text.size();) {
    const CodePoint c = character_at(text, i);
    const bool digit = digit_of(c.value).has_value();
    if (!digit && (!last_was_digit || separator(c.value) == 0)) break;
    i += c.length;
    if (digit) end = static_cast<uint32_t>(i - at);
    last_was_digit = digit;
  }
  return end;
}

std::optional<DigitNumber> read_digit_number(std::string_view text, char decimal) {
  const bool ascii_digits_only = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return ascii_digits_only ? plain_number(text) : separated_number(split(text), decimal);
}

std::optional<double> vulgar_fraction(char32_t c) {
  switch (c) {
    case 0x00BC: return 0.25;
    case 0x00BD: return 0.5;
    case 0x00BE: return 0.75;
    case 0x2153: return 1.0 / 3;
    case 0x2154: return 2.0 / 3;
    default: return std::nullopt;
  }
}

}  // namespace selaras::values
