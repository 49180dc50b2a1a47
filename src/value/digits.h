// A stretch of digits of any script with its separators, read as one number: "1,700", "1.343,5", "10,00,000", "২০০০". Which
// separator groups and which one starts the decimals is the pack's; where the writing allows both, the second reading is kept.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace selaras::values {

struct DigitNumber {
  double value = 0;
  std::optional<double> other = std::nullopt;  // "1.500" where the point is the decimal mark: also 1500
  uint8_t count = 0;            // digits, at most 255
  bool plain = true;            // digits only, no separators
  bool leading_zero = false;    // "015", not "0" and not "0.5"
  bool has_decimals = false;
};

/// The length in bytes of the digits, and separators between digits, that begin at `at`; 0 when no digit is there.
uint32_t digit_stretch(std::string_view text, size_t at);

/// nullopt when the separators make no single number ("1.2.3", "30.4.2026").
std::optional<DigitNumber> read_digit_number(std::string_view stretch, char decimal);

/// The value of a vulgar fraction such as U+00BD; nullopt for anything else.
std::optional<double> vulgar_fraction(char32_t c);

}  // namespace selaras::values
