// A block of text cut into the pieces that values are made of: stretches of digits, symbols, words that mean something to a value
// (number words, currencies, units, months, bounds, a few cues) and words that do not. Meanings come from the lexicon's mentions;
// the longest phrase wins, and one phrase may carry several meanings. Everything that reads values works on pieces, by index;
// asking about an index past the end is allowed and answers no.
#pragma once

#include <initializer_list>
#include <memory_resource>
#include <span>
#include <string_view>
#include <vector>

#include "language/lexicon.h"
#include "value/digits.h"
#include "value/value.h"

namespace selaras::values {

enum class PieceKind : uint8_t { digits, word, symbol, meaning };

struct Piece {
  Span span;
  PieceKind kind = PieceKind::word;
  bool space_before = false;
  bool starts_sentence = false;
  bool starts_line = false;
  bool capital = false;         // starts with an upper-case letter
  bool all_capitals = false;    // two or more letters, all upper case
  bool cased_ending = false;    // ends with a letter of a script that has case: glued digits are part of a name
  bool may_begin_value = false;
  bool has_other_sense = false; // meaning: the same phrase is also something that no value is made of
  char32_t symbol = 0;          // a symbol, also one that means something ("+", "%")
  uint32_t first = 0;           // digits: which number; meaning: the first of the phrase's entries
  uint32_t entry_count = 0;
  // What the entries are, as sets of bits: the readers ask many times what a piece is not.
  uint64_t cues = 0;            // by CueClass
  uint16_t kinds = 0;           // by EntryKind
  uint16_t bounds = 0;          // by BoundCue
};

/// The bit of a kind, cue or bound in the sets of a piece.
template <typename Kind>
constexpr uint64_t bit(Kind kind) {
  return uint64_t{1} << static_cast<unsigned>(kind);
}

class Pieces {
 public:
  /// `memory` holds the pieces and must outlive them.
  Pieces(std::string_view text, const Segmentation& segmentation, std::span<const Mention> mentions, const LanguagePack& pack,
         std::pmr::memory_resource& memory);

  size_t size() const { return pieces_.size(); }
  const Piece& operator[](size_t at) const { return pieces_[at]; }
  /// The first piece at or behind `at` that may begin a value; size() when there is none.
  size_t next_that_may_begin(size_t at) const {
    while (at < pieces_.size() && !may_begin(at)) ++at;
    return at;
  }
  /// An article does so only before a phrase that means something to a value: "a week", "a hundred".
  bool may_begin(size_t at) const {
    const Piece& piece = pieces_.data()[at];
    if (!piece.may_begin_value) return false;
    const bool only_article = piece.cues == bit(CueClass::article) && piece.kinds == bit(EntryKind::cue) && piece.symbol == 0;
    return !only_article || is(at + 1, PieceKind::meaning);
  }
  std::string_view text() const { return text_; }
  const LanguagePack& pack() const { return pack_; }
  std::string_view written(size_t at) const { return slice(text_, pieces_[at].span); }
  Span cover(size_t begin, size_t end) const { return {pieces_[begin].span.begin, pieces_[end - 1].span.end}; }
  /// The number of a piece of digits; zero without digits for any other piece.
  const DigitNumber& number(size_t at) const { return numbers_[is_digits(at) ? pieces_[at].first : 0]; }

  bool is(size_t at, PieceKind kind) const { return at < size() && pieces_[at].kind == kind; }
  bool is_digits(size_t at) const { return is(at, PieceKind::digits); }
  // The readers ask these many times a piece, and nearly always the answer is no.

  bool is_symbol(size_t at, std::u32string_view any_of) const {
    return at < size() && pieces_[at].symbol != 0 && any_of.find(pieces_[at].symbol) != std::u32string_view::npos;
  }
  /// Hyphen, en dash, em dash, minus, tilde: what joins the ends of a range.
  bool is_dash(size_t at) const { return is_symbol(at, U"-\u2010\u2011\u2012\u2013\u2014\u2212~"); }
  /// Follows the piece before it without a space.
  bool glued(size_t at) const { return at < size() && at > 0 && !pieces_[at].space_before; }
  bool starts_sentence(size_t at) const { return at < size() && pieces_[at].starts_sentence; }

  bool has(size_t at, EntryKind kind) const { return at < size() && (pieces_[at].kinds & bit(kind)) != 0; }
  const Entry* entry(size_t at, EntryKind kind) const { return has(at, kind) ? entry_of(pieces_[at], kind) : nullptr; }
  bool is_cue(size_t at, CueClass cue) const { return at < size() && (pieces_[at].cues & bit(cue)) != 0; }
  /// A bound of the given kind; nullptr when there is none.
  const Entry* bound(size_t at, BoundCue cue) const {
    return at < size() && (pieces_[at].bounds & bit(cue)) != 0 ? bound_of(pieces_[at], cue) : nullptr;
  }
  bool is_unit(size_t at, std::string_view symbol) const {
    const Entry* unit = entry(at, EntryKind::unit);
    return unit != nullptr && unit->symbol == symbol;
  }
  /// The concept whose phrase begins with the piece; unknown when there is none.
  ConceptId concept_at(size_t at) const;

 private:
  const Entry* entry_of(const Piece& piece, EntryKind kind) const;
  const Entry* bound_of(const Piece& piece, BoundCue cue) const;
  void cut(const Token& token, uint32_t& at);
  void find_next_phrase(uint32_t at);
  void add_meaning();
  void note_meaning(Piece& piece, const Mention& mention);
  uint32_t add_word(uint32_t begin, uint32_t limit);
  void add_digits(Span span);
  void add_number(Span span, const DigitNumber& number);
  void add_symbol(uint32_t at);
  Piece& add(Span span, PieceKind kind);

  std::string_view text_;
  std::span<const Mention> mentions_;
  const LanguagePack& pack_;
  size_t next_ = 0;           // the next mention that concerns values
  uint32_t phrase_begin_ = 0;  // where it begins; behind every text when there is none
  std::pmr::vector<Piece> pieces_;
  std::pmr::vector<const Entry*> entries_;
  std::pmr::vector<DigitNumber> numbers_;  // the first stands for "no digits"
  const std::vector<Span>* sentences_ = nullptr;
  size_t sentence_ = 0;
  bool space_ = false;
  bool line_start_ = true;
};

/// Whether anything here can make a value at all, addresses apart; cheap, so that plain prose is not cut up.
bool may_hold_values(std::string_view text, std::span<const Mention> mentions);

}  // namespace selaras::values
