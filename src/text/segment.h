// Where words and sentences begin and end. Word breaks come from ICU's root rules with its Thai, Khmer, Lao and Burmese
// dictionaries; sentence ends are ICU's, mended for the scripts it gets wrong (Khmer khan, Burmese comma, Thai and Lao without a full
// stop), for wrapped lines and bullets, and for the full stop of an abbreviation. The words this needs are handed in.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace selaras {

enum class TokenKind : uint8_t { word, number, space, punctuation, symbol };

struct Token {
  Span span;
  TokenKind kind;
  bool is_wordlike() const { return kind == TokenKind::word || kind == TokenKind::number; }
};

struct Segmentation {
  std::vector<Token> tokens;    // in order, without gaps: spaces and punctuation are tokens too
  std::vector<Span> sentences;  // in order, trimmed of outer spaces
};

/// What a language knows about its sentences. All of it may be empty: then only marks of form decide (an inner full stop, a single
/// letter, a short capitalised word before a digit).
struct SentenceRules {
  std::vector<std::string> before_names;    // abbreviations, without their last full stop, after which a sentence goes on: "e.g", "Dr"
  std::vector<std::string> before_numbers;  // after which it goes on when a digit follows: "No", "Rs", "Art"
  std::vector<std::string> starters;        // scripts without a full stop: words that begin a sentence after a space
};

template <typename Archive>
void archive(Archive& a, SentenceRules& value) {
  auto& [before_names, before_numbers, starters] = value;
  a(before_names, before_numbers, starters);
}

/// Holds ICU's iterators; keep one a thread and reuse it. Not thread safe.
class Segmenter {
 public:
  Segmenter();
  explicit Segmenter(const SentenceRules& rules);
  ~Segmenter();
  Segmenter(const Segmenter&) = delete;
  Segmenter& operator=(const Segmenter&) = delete;

  /// `text` is one block (a paragraph, a bullet, a cell) of valid UTF-8; spans count from its start.
  Segmentation segment(std::string_view text);

 private:
  struct Iterators;
  std::unique_ptr<Iterators> iterators_;
};

}  // namespace selaras
