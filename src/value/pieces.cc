#include "value/pieces.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/characters.h"
#include "text/eight_bytes.h"

namespace selaras::values {
namespace {

template <typename Kind>
constexpr uint64_t bits(std::initializer_list<Kind> kinds) {
  uint64_t all = 0;
  for (const Kind kind : kinds) all |= bit(kind);
  return all;
}

/// The cues that tell something about a value beside them.
constexpr uint64_t kValueCues = bits({
    CueClass::until, CueClass::since, CueClass::before, CueClass::after, CueClass::conjunction, CueClass::disjunction,
    CueClass::dialling, CueClass::dialling_link, CueClass::reference, CueClass::age, CueClass::ordinal, CueClass::article,
    CueClass::time_before,
});

constexpr uint64_t kOtherKinds = bits({EntryKind::concept_term, EntryKind::place, EntryKind::act_verb});

bool concerns_values(const Mention& mention) {
  if (mention.kind == EntryKind::cue) return mention.meaning < 64 && (kValueCues >> mention.meaning & 1) != 0;
  return (bit(mention.kind) & kOtherKinds) == 0;
}

/// Whether a phrase can be a value, or begin one, without digits.
bool makes_values(EntryKind kind, uint16_t meaning) {
  switch (kind) {
    case EntryKind::number_word: case EntryKind::magnitude: case EntryKind::month: case EntryKind::fixed_value:
    case EntryKind::ordinal:
      return true;
    case EntryKind::bound:
      return static_cast<BoundCue>(meaning) == BoundCue::unbounded;
    default:
      return false;
  }
}

bool may_begin_value(EntryKind kind, uint16_t meaning) {
  return makes_values(kind, meaning) || kind == EntryKind::currency || kind == EntryKind::weekday || kind == EntryKind::unit ||
         (kind == EntryKind::cue && meaning == static_cast<uint16_t>(CueClass::article));
}

bool may_begin_value(char32_t symbol) {
  return symbol == '+' || symbol == 0xFF0B || symbol == '(' || symbol == 0xFF08 || vulgar_fraction(symbol).has_value();
}

// ASCII is answered here: these are asked of every letter of a text.
bool is_digit(char32_t c) { return c < 0x80 ? c >= '0' && c <= '9' : digit_value(c).has_value(); }
bool is_upper(char32_t c) { return c < 0x80 ? c >= 'A' && c <= 'Z' : is_upper_case(c); }
bool is_lower(char32_t c) { return c < 0x80 ? c >= 'a' && c <= 'z' : is_lower_case(c); }

/// A digit of any script, or a fraction in one sign, ASCII apart.
bool has_foreign_digit(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const CodePoint c = code_point_at(text, at);
    if (digit_value(c.value) || vulgar_fraction(c.value)) return true;
    at += c.length;
  }
  return false;
}

bool has_digit(std::string_view text) {
  uint64_t high_bits = 0;
  size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    const uint64_t eight = eight_bytes(text.data() + at);
    if (bytes_between(eight, '0', '9') != 0) return true;
    high_bits |= eight & kHighBits;
  }
  for (; at < text.size(); ++at) {
    if (text[at] >= '0' && text[at] <= '9') return true;
    high_bits |= static_cast<unsigned char>(text[at]) & 0x80U;
  }
  return high_bits != 0 && has_foreign_digit(text);
}

CodePoint character_at(std::string_view text, size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80 ? CodePoint{byte, 1} : code_point_at(text, at);
}

bool is_word(TokenKind kind) { return kind == TokenKind::word || kind == TokenKind::number; }

}  // namespace

Pieces::Pieces(std::string_view text, const Segmentation& segmentation, std::span<const Mention> mentions,
               const LanguagePack& pack, std::pmr::memory_resource& memory)
    : text_(text), mentions_(mentions), pack_(pack), pieces_(&memory), entries_(&memory), numbers_(&memory),
      sentences_(&segmentation.sentences) {
  pieces_.reserve(segmentation.tokens.size() / 2 + 8);
  entries_.reserve(32);
  numbers_.reserve(8);
  numbers_.push_back(DigitNumber{.plain = false});
  uint32_t at = 0;
  for (const Token& token : segmentation.tokens) {
    at = std::max(at, token.span.begin);
    while (at < token.span.end) cut(token, at);
  }
}

/// The first phrase at or behind `at` that concerns values.
void Pieces::find_next_phrase(uint32_t at) {
  while (next_ < mentions_.size() && (mentions_[next_].span.begin < at || !concerns_values(mentions_[next_]))) ++next_;
  phrase_begin_ = next_ < mentions_.size() ? mentions_[next_].span.begin : UINT32_MAX;
}

/// Takes the piece, or the space, at `at` inside the token.
void Pieces::cut(const Token& token, uint32_t& at) {
  if (phrase_begin_ <= at) find_next_phrase(at);
  if (phrase_begin_ == at) {
    at = mentions_[next_].span.end;
    add_meaning();
  } else if (token.kind == TokenKind::space) {
    space_ = true;
    line_start_ = line_start_ || (text_[token.span.begin] != ' ' && slice(text_, token.span).find('\n') != std::string_view::npos);
    at = token.span.end;
  } else if (const uint32_t length = is_digit(character_at(text_, at).value) ? digit_stretch(text_, at) : 0) {
    add_digits({at, at + length});
    at += length;
  } else if (!is_word(token.kind)) {
    add_symbol(at);
    at = pieces_.back().span.end;
  } else {
    at = add_word(at, std::min(token.span.end, phrase_begin_));
  }
}

Piece& Pieces::add(Span span, PieceKind kind) {
  Piece& piece = pieces_.emplace_back();
  piece.span = span;
  piece.kind = kind;
  piece.space_before = space_ || pieces_.size() == 1;
  piece.starts_line = line_start_;
  while (sentence_ < sentences_->size() && (*sentences_)[sentence_].begin <= span.begin) {
    piece.starts_sentence = true;
    ++sentence_;
  }
  space_ = line_start_ = false;
  return piece;
}

/// The phrase of the next mention, with all that it means.
void Pieces::add_meaning() {
  const Span span = mentions_[next_].span;
  Piece& piece = add(span, PieceKind::meaning);
  const CodePoint first = character_at(text_, span.begin);
  piece.capital = is_upper(first.value);
  if (first.length == span.size() && !is_letter(first.value) && !digit_value(first.value)) {
    piece.symbol = first.value;
    piece.may_begin_value = may_begin_value(first.value);
  }
  piece.first = static_cast<uint32_t>(entries_.size());
  for (; next_ < mentions_.size() && mentions_[next_].span == span; ++next_) {
    if (concerns_values(mentions_[next_])) note_meaning(piece, mentions_[next_]);
    else piece.has_other_sense = true;
  }
}

void Pieces::note_meaning(Piece& piece, const Mention& mention) {
  entries_.push_back(mention.entry);
  ++piece.entry_count;
  piece.may_begin_value = piece.may_begin_value || may_begin_value(mention.kind, mention.meaning);
  piece.kinds |= static_cast<uint16_t>(bit(mention.kind));
  if (mention.kind == EntryKind::cue) piece.cues |= uint64_t{1} << mention.meaning;
  if (mention.kind == EntryKind::bound) piece.bounds |= static_cast<uint16_t>(1U << mention.meaning);
}

/// The word that begins at `begin`, up to the first digit or the limit; its end.
uint32_t Pieces::add_word(uint32_t begin, uint32_t limit) {
  CodePoint c = character_at(text_, begin);
  const bool capital = is_upper(c.value);
  bool all_upper = capital;
  uint32_t letters = 1;
  uint32_t at = begin + c.length;
  if (const uint32_t end = std::min(limit, static_cast<uint32_t>(past_small_letters(text_, at))); end > at) {
    c = {static_cast<unsigned char>(text_[end - 1]), 1};
    all_upper = false;
    letters += end - at;
    at = end;
  }
  for (; at < limit; at += c.length, ++letters) {
    const CodePoint next = character_at(text_, at);
    if (is_digit(next.value)) break;
    c = next;
    all_upper = all_upper && is_upper(c.value);
  }
  Piece& piece = add({begin, at}, PieceKind::word);
  piece.capital = capital;
  piece.all_capitals = all_upper && letters > 1;
  piece.cased_ending = is_upper(c.value) || is_lower(c.value);
  return at;
}

void Pieces::add_digits(Span span) {
  if (const auto number = read_digit_number(slice(text_, span), pack_.decimal)) return add_number(span, *number);
  for (uint32_t at = span.begin; at < span.end;) {
    const CodePoint c = code_point_at(text_, at);
    if (!digit_value(c.value)) {
      add_symbol(at);
      at += c.length;
      continue;
    }
    uint32_t end = at;
    while (end < span.end && digit_value(code_point_at(text_, end).value)) end += code_point_at(text_, end).length;
    add_number({at, end}, *read_digit_number(slice(text_, {at, end}), pack_.decimal));
    at = end;
  }
}

void Pieces::add_number(Span span, const DigitNumber& number) {
  Piece& piece = add(span, PieceKind::digits);
  piece.first = static_cast<uint32_t>(numbers_.size());
  piece.may_begin_value = true;
  numbers_.push_back(number);
}

void Pieces::add_symbol(uint32_t at) {
  const CodePoint c = character_at(text_, at);
  Piece& piece = add({at, at + c.length}, PieceKind::symbol);
  piece.symbol = c.value;
  piece.may_begin_value = may_begin_value(c.value);
}

const Entry* Pieces::entry_of(const Piece& piece, EntryKind kind) const {
  for (uint32_t i = piece.first;; ++i) {
    if (entries_[i]->kind == kind) return entries_[i];
  }
}

const Entry* Pieces::bound_of(const Piece& piece, BoundCue cue) const {
  for (uint32_t i = piece.first;; ++i) {
    const Entry* entry = entries_[i];
    if (entry->kind == EntryKind::bound && entry->meaning == static_cast<uint16_t>(cue)) return entry;
  }
}

ConceptId Pieces::concept_at(size_t at) const {
  if (at >= size()) return {};
  const uint32_t begin = pieces_[at].span.begin;
  const auto before = [](const Mention& mention, uint32_t offset) { return mention.span.begin < offset; };
  auto mention = std::lower_bound(mentions_.begin(), mentions_.end(), begin, before);
  for (; mention != mentions_.end() && mention->span.begin == begin; ++mention) {
    if (mention->kind == EntryKind::concept_term) return mention->entry->concept_id;
  }
  return {};
}

bool may_hold_values(std::string_view text, std::span<const Mention> mentions) {
  if (has_digit(text)) return true;
  bool article = false, unit = false;
  for (const Mention& mention : mentions) {
    if (makes_values(mention.kind, mention.meaning)) return true;
    article = article || (mention.kind == EntryKind::cue && mention.meaning == static_cast<uint16_t>(CueClass::article));
    unit = unit || mention.kind == EntryKind::unit;
  }
  return article && unit;
}

}  // namespace selaras::values
