#include "value/pieces.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/characters.h"

namespace selaras::values {
namespace {

/// The cues that tell something about a value beside them.
bool concerns_values(const Entry& entry) {
  if (entry.kind == EntryKind::concept_term || entry.kind == EntryKind::place) return false;
  if (entry.kind != EntryKind::cue) return true;
  switch (static_cast<CueClass>(entry.meaning)) {
    case CueClass::until: case CueClass::since: case CueClass::before: case CueClass::after:
    case CueClass::conjunction: case CueClass::disjunction: case CueClass::dialling: case CueClass::dialling_link:
    case CueClass::reference: case CueClass::age: case CueClass::ordinal: case CueClass::article:
    case CueClass::time_before:
      return true;
    default:
      return false;
  }
}

/// Whether a phrase can be a value, or begin one, without digits.
bool makes_values(const Entry& entry) {
  switch (entry.kind) {
    case EntryKind::number_word: case EntryKind::magnitude: case EntryKind::month: case EntryKind::fixed_value:
    case EntryKind::ordinal:
      return true;
    case EntryKind::bound:
      return static_cast<BoundCue>(entry.meaning) == BoundCue::unbounded;
    default:
      return false;
  }
}

bool may_begin_value(const Entry& entry) {
  return makes_values(entry) || entry.kind == EntryKind::currency || entry.kind == EntryKind::weekday ||
         entry.kind == EntryKind::unit || (entry.kind == EntryKind::cue && entry.meaning == static_cast<uint16_t>(CueClass::article));
}

bool may_begin_value(char32_t symbol) {
  return symbol == '+' || symbol == 0xFF0B || symbol == '(' || symbol == 0xFF08 || vulgar_fraction(symbol).has_value();
}

// ASCII is answered here: these are asked of every letter of a text.
bool is_digit(char32_t c) { return c < 0x80 ? c >= '0' && c <= '9' : digit_value(c).has_value(); }
bool is_upper(char32_t c) { return c < 0x80 ? c >= 'A' && c <= 'Z' : is_upper_case(c); }
bool is_lower(char32_t c) { return c < 0x80 ? c >= 'a' && c <= 'z' : is_lower_case(c); }

/// A digit of another script than ours, or a fraction in one sign.
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

bool is_word(TokenKind kind) { return kind == TokenKind::word || kind == TokenKind::number; }

}  // namespace

Pieces::Pieces(std::string_view text, const Segmentation& segmentation, std::span<const Mention> mentions,
               const LanguagePack& pack)
    : text_(text), pack_(pack), sentences_(&segmentation.sentences) {
  pieces_.reserve(segmentation.tokens.size() / 2 + 8);
  size_t next = 0;
  uint32_t at = 0;
  const auto skip_to_useful = [&] {
    while (next < mentions.size() && (mentions[next].span.begin < at || !concerns_values(*mentions[next].entry))) ++next;
  };
  for (const Token& token : segmentation.tokens) {
    if (token.span.end <= at) continue;
    at = std::max(at, token.span.begin);
    while (at < token.span.end) {
      skip_to_useful();
      const uint32_t stop = next < mentions.size() ? mentions[next].span.begin : UINT32_MAX;
      if (stop == at) {
        const Span phrase = mentions[next].span;
        add_meaning(mentions, next, phrase);
        at = phrase.end;
        continue;
      }
      if (token.kind == TokenKind::space) {
        space_ = true;
        line_start_ = line_start_ || slice(text_, token.span).find('\n') != std::string_view::npos;
        at = token.span.end;
        continue;
      }
      if (const uint32_t length = digit_stretch(text_, at)) {
        add_digits({at, at + length});
        at += length;
        continue;
      }
      if (!is_word(token.kind)) {
        add_symbol(at);
        at += code_point_at(text_, at).length;
        continue;
      }
      uint32_t end = at;
      const uint32_t limit = std::min(token.span.end, stop);
      do end += code_point_at(text_, end).length;
      while (end < limit && !is_digit(code_point_at(text_, end).value));
      add_word({at, end});
      at = end;
    }
  }
  size_t mention = 0;
  for (Piece& piece : pieces_) {
    while (mention < mentions.size() && mentions[mention].span.begin < piece.span.begin) ++mention;
    for (size_t i = mention; i < mentions.size() && mentions[i].span.begin == piece.span.begin; ++i) {
      if (mentions[i].entry->kind != EntryKind::concept_term) continue;
      piece.concept_id = mentions[i].entry->concept_id;
      break;
    }
  }
}

Piece& Pieces::add(Span span, PieceKind kind) {
  Piece piece;
  piece.span = span;
  piece.kind = kind;
  piece.space_before = space_ || pieces_.empty();
  piece.starts_line = line_start_;
  while (sentence_ < sentences_->size() && (*sentences_)[sentence_].begin <= span.begin) {
    piece.starts_sentence = true;
    ++sentence_;
  }
  space_ = line_start_ = false;
  pieces_.push_back(piece);
  return pieces_.back();
}

void Pieces::add_meaning(std::span<const Mention> mentions, size_t& next, Span span) {
  Piece& piece = add(span, PieceKind::meaning);
  const CodePoint first = code_point_at(text_, span.begin);
  piece.capital = is_upper(first.value);
  if (first.length == span.size() && !is_letter(first.value) && !digit_value(first.value)) {
    piece.symbol = first.value;
    piece.may_begin_value = may_begin_value(first.value);
  }
  piece.first = static_cast<uint32_t>(entries_.size());
  for (; next < mentions.size() && mentions[next].span == span; ++next) {
    const Entry* entry = mentions[next].entry;
    if (concerns_values(*entry)) {
      entries_.push_back(entry);
      piece.may_begin_value = piece.may_begin_value || may_begin_value(*entry);
    } else {
      piece.has_other_sense = true;
    }
  }
  piece.entry_count = static_cast<uint32_t>(entries_.size()) - piece.first;
}

void Pieces::add_word(Span span) {
  Piece& piece = add(span, PieceKind::word);
  uint32_t letters = 0;
  bool all_upper = true;
  char32_t last = 0;
  for (uint32_t at = span.begin; at < span.end;) {
    const CodePoint c = code_point_at(text_, at);
    const bool upper = is_upper(c.value);
    if (letters == 0) piece.capital = upper;
    all_upper = all_upper && upper;
    last = c.value;
    ++letters;
    at += c.length;
  }
  piece.all_capitals = all_upper && letters > 1;
  piece.cased_ending = is_upper(last) || is_lower(last);
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
  const CodePoint c = code_point_at(text_, at);
  Piece& piece = add({at, at + c.length}, PieceKind::symbol);
  piece.symbol = c.value;
  piece.may_begin_value = may_begin_value(c.value);
}

bool Pieces::is_symbol(size_t at, std::u32string_view any_of) const {
  return at < size() && pieces_[at].symbol != 0 && any_of.find(pieces_[at].symbol) != std::u32string_view::npos;
}

bool Pieces::is_dash(size_t at) const { return is_symbol(at, U"-\u2010\u2011\u2012\u2013\u2014\u2212~"); }

const Entry* Pieces::entry(size_t at, EntryKind kind) const {
  if (!is(at, PieceKind::meaning)) return nullptr;
  for (uint32_t i = 0; i < pieces_[at].entry_count; ++i) {
    if (const Entry* entry = entries_[pieces_[at].first + i]; entry->kind == kind) return entry;
  }
  return nullptr;
}

bool Pieces::is_cue(size_t at, CueClass cue) const {
  if (!is(at, PieceKind::meaning)) return false;
  for (uint32_t i = 0; i < pieces_[at].entry_count; ++i) {
    const Entry* entry = entries_[pieces_[at].first + i];
    if (entry->kind == EntryKind::cue && entry->meaning == static_cast<uint16_t>(cue)) return true;
  }
  return false;
}

const Entry* Pieces::bound(size_t at, BoundCue cue) const {
  if (!is(at, PieceKind::meaning)) return nullptr;
  for (uint32_t i = 0; i < pieces_[at].entry_count; ++i) {
    const Entry* entry = entries_[pieces_[at].first + i];
    if (entry->kind == EntryKind::bound && entry->meaning == static_cast<uint16_t>(cue)) return entry;
  }
  return nullptr;
}

bool Pieces::is_unit(size_t at, std::string_view symbol) const {
  const Entry* unit = entry(at, EntryKind::unit);
  return unit != nullptr && unit->symbol == symbol;
}

bool may_hold_values(std::string_view text, std::span<const Mention> mentions) {
  if (text.find_first_of("0123456789") != std::string_view::npos) return true;
  bool article = false, unit = false;
  for (const Mention& mention : mentions) {
    const Entry& entry = *mention.entry;
    if (makes_values(entry)) return true;
    article = article || (entry.kind == EntryKind::cue && entry.meaning == static_cast<uint16_t>(CueClass::article));
    unit = unit || entry.kind == EntryKind::unit;
  }
  if (article && unit) return true;
  return has_foreign_digit(text);
}

}  // namespace selaras::values
