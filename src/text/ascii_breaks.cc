#include "text/ascii_breaks.h"

#include <array>
#include <utility>

#include "text/eight_bytes.h"

namespace selaras {
namespace {

template <typename Value>
using AsciiTable = std::array<Value, 128>;

template <typename Value>
Value look_up(const AsciiTable<Value>& table, char c) {
  return table[static_cast<unsigned char>(c) & 0x7FU];
}

template <typename Value>
constexpr void put(AsciiTable<Value>& table, std::string_view characters, Value value) {
  for (const char c : characters) table[static_cast<unsigned char>(c)] = value;
}

constexpr std::string_view kSmallLetters = "abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view kCapitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::string_view kDigits = "0123456789";

// Words

/// What a character does inside a word. CLDR differs from the annex: the colon joins nothing, and @ is a letter.
enum class WordClass : uint8_t { other, letter, digit, low_line, joins_digits, joins_both };

constexpr AsciiTable<WordClass> kWordClass = [] {
  AsciiTable<WordClass> table{};
  put(table, kSmallLetters, WordClass::letter);
  put(table, kCapitals, WordClass::letter);
  put(table, "@", WordClass::letter);
  put(table, kDigits, WordClass::digit);
  put(table, "_", WordClass::low_line);
  put(table, ",;", WordClass::joins_digits);
  put(table, ".'", WordClass::joins_both);
  return table;
}();

/// The kind of a token that is no word, by its first character.
constexpr AsciiTable<TokenKind> kGapKind = [] {
  AsciiTable<TokenKind> table{};
  for (TokenKind& kind : table) kind = TokenKind::symbol;
  put(table, "\t\n\v\f\r ", TokenKind::space);
  put(table, "!\"#%&'()*,-./:;?@[\\]_{}", TokenKind::punctuation);
  return table;
}();

constexpr bool is_word_part(WordClass c) { return c == WordClass::letter || c == WordClass::digit || c == WordClass::low_line; }

constexpr AsciiTable<bool> kWordPart = [] {
  AsciiTable<bool> table{};
  for (size_t c = 0; c < table.size(); ++c) table[c] = is_word_part(kWordClass[c]);
  return table;
}();

/// Whether `joint`, between the two, keeps them in one word.
bool joins(WordClass before, WordClass joint, WordClass after) {
  if (before != after) return false;
  if (before == WordClass::letter) return joint == WordClass::joins_both;
  return before == WordClass::digit && (joint == WordClass::joins_both || joint == WordClass::joins_digits);
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) { tokens_.reserve(text.size() / 2); }

  std::vector<Token> run() {
    while (at_ < text_.size()) {
      const size_t begin = at_;
      const TokenKind kind = look_up(kWordPart, text_.data()[begin]) ? word() : gap();
      tokens_.push_back({{static_cast<uint32_t>(begin), static_cast<uint32_t>(at_)}, kind});
    }
    return std::move(tokens_);
  }

 private:
  WordClass class_at(size_t at) const { return at < text_.size() ? look_up(kWordClass, text_.data()[at]) : WordClass::other; }

  TokenKind word() {
    const size_t begin = at_++;
    while (true) {
      at_ = past_small_letters(text_, at_);
      while (at_ < text_.size() && look_up(kWordPart, text_.data()[at_])) ++at_;
      if (!joins(class_at(at_ - 1), class_at(at_), class_at(at_ + 1))) return kind_of_word(begin);
      ++at_;
    }
  }

  /// The last letter or digit of the word that ends here; a low line when there is none.
  WordClass last_part(size_t begin) const {
    for (size_t at = at_; at > begin; --at) {
      const WordClass c = class_at(at - 1);
      if (c == WordClass::letter || c == WordClass::digit) return c;
    }
    return WordClass::low_line;
  }

  /// As ICU has it: the last letter or digit decides ("500k" is a word), except that two low lines at the end make a word, and that
  /// to us what begins with a letter is a word.
  TokenKind kind_of_word(size_t begin) const {
    if (class_at(begin) == WordClass::letter && text_[begin] != '@') return TokenKind::word;
    if (text_.substr(begin, at_ - begin).ends_with("__")) return TokenKind::word;
    const WordClass last = last_part(begin);
    if (last == WordClass::digit) return TokenKind::number;
    return last == WordClass::letter ? TokenKind::word : TokenKind::punctuation;
  }

  TokenKind gap() {
    const char first = text_[at_++];
    if (first == ' ') {
      while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    } else if (first == '\r' && at_ < text_.size() && text_[at_] == '\n') {
      ++at_;
    }
    return look_up(kGapKind, first);
  }

  std::string_view text_;
  size_t at_ = 0;
  std::vector<Token> tokens_;
};

// Sentences

enum class SentenceClass : uint8_t { other, small, capital, digit, space, line_end, stop, mark, closer, continues };

constexpr AsciiTable<SentenceClass> kSentenceClass = [] {
  AsciiTable<SentenceClass> table{};
  put(table, kSmallLetters, SentenceClass::small);
  put(table, kCapitals, SentenceClass::capital);
  put(table, kDigits, SentenceClass::digit);
  put(table, "\t\v\f ", SentenceClass::space);
  put(table, "\r\n", SentenceClass::line_end);
  put(table, ".", SentenceClass::stop);
  put(table, "!?", SentenceClass::mark);
  put(table, "\"'()[]{}", SentenceClass::closer);
  put(table, ",-:", SentenceClass::continues);
  return table;
}();

constexpr size_t kUsualEnds = 8;

class SentencePass {
 public:
  explicit SentencePass(std::string_view text) : text_(text) {}

  std::vector<uint32_t> run() {
    ends_.reserve(kUsualEnds);
    for (size_t at = 0; at < text_.size();) {
      switch (class_at(at)) {
        case SentenceClass::line_end: at = end_at(past_line_end(at)); break;
        case SentenceClass::stop: at = past_stop(at); break;
        case SentenceClass::mark: at = past_mark(at, false); break;
        default: ++at;
      }
    }
    if (!text_.empty() && (ends_.empty() || ends_.back() != text_.size())) end_at(text_.size());
    return std::move(ends_);
  }

 private:
  SentenceClass class_at(size_t at) const {
    return at < text_.size() ? look_up(kSentenceClass, text_.data()[at]) : SentenceClass::other;
  }
  static bool is_letter(SentenceClass c) { return c == SentenceClass::small || c == SentenceClass::capital; }
  static bool ends_sentence(SentenceClass c) { return c == SentenceClass::stop || c == SentenceClass::mark; }

  size_t end_at(size_t at) {
    ends_.push_back(static_cast<uint32_t>(at));
    return at;
  }

  size_t past_line_end(size_t at) const { return text_.substr(at, 2) == "\r\n" ? at + 2 : at + 1; }

  size_t past(SentenceClass c, size_t at) const {
    while (at < text_.size() && class_at(at) == c) ++at;
    return at;
  }

  /// "3.5" and "U.N" go on.
  size_t past_stop(size_t at) {
    const SentenceClass next = class_at(at + 1);
    if (next == SentenceClass::digit) return at + 1;
    if (next == SentenceClass::capital && at > 0 && is_letter(class_at(at - 1))) return at + 1;
    return past_mark(at, true);
  }

  /// The sentence ends behind the closing marks, the spaces and one line end; not before another mark, before what continues a
  /// sentence, or, for a full stop, when the next letter is a small one.
  size_t past_mark(size_t at, bool is_stop) {
    const size_t next = past(SentenceClass::space, past(SentenceClass::closer, at + 1));
    if (next == text_.size()) return next;
    const SentenceClass c = class_at(next);
    if (c == SentenceClass::line_end) return end_at(past_line_end(next));
    if (c == SentenceClass::continues || ends_sentence(c)) return next;
    return is_stop && small_letter_follows(next) ? next : end_at(next);
  }

  bool small_letter_follows(size_t at) const {
    for (; at < text_.size(); ++at) {
      const SentenceClass c = class_at(at);
      if (c == SentenceClass::small) return true;
      if (c == SentenceClass::capital || c == SentenceClass::line_end || ends_sentence(c)) return false;
    }
    return false;
  }

  std::string_view text_;
  std::vector<uint32_t> ends_;
};

}  // namespace

std::vector<Token> ascii_tokens(std::string_view text) { return Tokenizer(text).run(); }

std::vector<uint32_t> ascii_sentence_ends(std::string_view text) { return SentencePass(text).run(); }

}  // namespace selaras
