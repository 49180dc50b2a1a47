// Numbers in digits and words: "1,700", "one lakh twenty thousand", "seventy-eight thousand nine hundred and ninety", "1.5 million",
// "two and a half". Words compose by size alone, so the same rules hold in every language whose words are in the pack.
#pragma once

#include <optional>
#include <string>

#include "value/pieces.h"

namespace selaras::values {

struct NumberReading {
  double value = 0;
  std::optional<double> other;  // the second reading of ambiguous separators
  size_t begin = 0;
  size_t end = 0;               // pieces
  bool in_words = false;
  bool lone_one = false;        // the word for 1 alone, which may be a pronoun
  double magnitude = 0;         // the last magnitude word, 0 without one
  double coefficient = 0;       // what stands before a single magnitude ("1.5" million)
  bool plain = false;           // bare digits without separators or magnitude
};

std::optional<NumberReading> read_number(const Pieces& pieces, size_t at);

struct SpelledDigits {
  std::string digits;
  size_t end = 0;
};
/// "one-three-four-three": three or more single digits in words, one after the other.
std::optional<SpelledDigits> read_spelled_digits(const Pieces& pieces, size_t at);

}  // namespace selaras::values
