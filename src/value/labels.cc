#include "value/labels.h"

#include "value/dates.h"

namespace selaras::values {
namespace {

constexpr size_t kLongestTitle = 4;  // capitalised words between a year and "Act"

bool measured(const Pieces& pieces, size_t at) {
  size_t next = at + 1;
  if (pieces.is_symbol(next, U"-") && pieces.glued(next)) ++next;
  return pieces.has(next, EntryKind::currency) || pieces.has(next, EntryKind::magnitude) || pieces.has(next, EntryKind::unit) ||
         pieces.is_symbol(next, U"%") || pieces.has(next, EntryKind::month);
}

/// "1." "2)" at the start of a line, "(3)" there too.
bool is_list_number(const Pieces& pieces, size_t at) {
  if (!pieces.number(at).plain || pieces.number(at).count > 3) return false;
  const bool bracket = at > 0 && pieces.is_symbol(at - 1, U"(");
  const size_t first = bracket ? at - 1 : at;
  const bool starts = pieces[first].starts_line || (first > 0 && pieces[first - 1].starts_line && pieces.is_symbol(first - 1, U"-*#\u2022\u2013"));
  const bool closes = pieces.is_symbol(at + 1, U".)\u3001") && pieces.glued(at + 1) && !pieces.glued(at + 2);
  if (starts) return closes && at + 2 < pieces.size();
  // "(1) keep …; (2) call …" inside a sentence, but not "fourteen (14) days"
  const bool echoes = bracket && at > 1 && pieces.has(at - 2, EntryKind::number_word);
  return bracket && !echoes && pieces.is_symbol(at + 1, U")") && pieces.number(at).count <= 2 && !measured(pieces, at + 1);
}

/// Glued to a letter before or behind: a code, a form, a flight.
bool is_glued_to_letters(const Pieces& pieces, size_t at) {
  if (at > 0 && pieces.glued(at)) {
    if (pieces.is(at - 1, PieceKind::word) && pieces[at - 1].cased_ending) return true;
    if (pieces.has(at - 1, EntryKind::magnitude) && (at < 2 || !pieces.is_digits(at - 2))) return true;
    const bool hyphen = at > 1 && pieces.is_symbol(at - 1, U"-\u2010\u2011") && pieces.glued(at - 1);
    const bool letters = hyphen && (pieces.is(at - 2, PieceKind::word) || pieces.has(at - 2, EntryKind::unit));
    if (letters && pieces[at - 2].capital) return true;
  }
  return pieces.is(at + 1, PieceKind::word) && pieces.glued(at + 1) && pieces[at + 1].cased_ending;
}

/// Right behind "section", "Act", "No."; across a full stop, a colon, "#", or an opening bracket.
bool follows_reference(const Pieces& pieces, size_t at) {
  for (size_t i = at, steps = 0; i > 0 && steps < 3; ++steps) {
    if (pieces.starts_sentence(i) && !(i == at && i > 0 && pieces.is_symbol(i - 1, U"."))) return false;
    --i;
    if (pieces.is_cue(i, CueClass::reference)) return true;
    if (!pieces.is_symbol(i, U".:#(,\u2116")) return false;
    if (pieces.is_symbol(i, U"#\u2116")) return true;
  }
  return false;
}

/// "the 2012 Act", "the 1951 Refugee Convention".
bool precedes_reference(const Pieces& pieces, size_t at) {
  if (!year_at(pieces, at)) return false;
  size_t i = at + 1;
  for (size_t words = 0; words < kLongestTitle && pieces.is(i, PieceKind::word) && pieces[i].capital; ++words) ++i;
  return pieces.is_cue(i, CueClass::reference) && !pieces.starts_sentence(i);
}

/// "PRM 2.0", "Level 3", "Vision 2030": right behind a word with a capital inside a sentence.
bool follows_name(const Pieces& pieces, size_t at) {
  const bool range = pieces.is_dash(at + 1) || pieces.bound(at + 1, BoundCue::to) != nullptr;
  if (at == 0 || range || measured(pieces, at) || pieces.glued(at) || pieces[at].starts_line) return false;
  const Piece& before = pieces[at - 1];
  if (before.kind != PieceKind::word || !before.capital || pieces.starts_sentence(at)) return false;
  if (before.starts_sentence && !before.all_capitals) return false;
  return pieces.number(at).count <= 5;
}

/// "6(3)", "22, 23 and 24", "1/2558", "18 of 2017", "22-24", "482 or 457": what goes on after a name's number.
size_t past_continuation(const Pieces& pieces, size_t at) {
  size_t i = at;
  if (pieces.is_symbol(i, U"(") && pieces.glued(i)) {
    const bool inner = pieces.is_digits(i + 1) || (pieces.is(i + 1, PieceKind::word) && pieces[i + 1].span.size() <= 3) ||
                       pieces.is(i + 1, PieceKind::meaning);
    return inner && pieces.is_symbol(i + 2, U")") ? i + 3 : at;
  }
  if (pieces.is_symbol(i, U"/-\u2013.") && pieces.glued(i)) {
    if (pieces.is_digits(i + 1) && pieces.glued(i + 1)) return i + 2;
    const bool letters = pieces.is_symbol(i, U"/-") && pieces.is(i + 1, PieceKind::word) && pieces.glued(i + 1);
    return letters ? i + 2 : at;
  }
  const bool letter = pieces.is(i, PieceKind::word) || pieces.has(i, EntryKind::magnitude) || pieces.has(i, EntryKind::unit);
  if (letter && pieces.glued(i)) return i + 1;
  size_t joint = i;
  if (pieces.is_symbol(joint, U",")) ++joint;
  if (pieces.is_cue(joint, CueClass::conjunction) || pieces.is_cue(joint, CueClass::disjunction)) ++joint;
  else if (pieces.bound(joint, BoundCue::to) != nullptr) ++joint;
  if (joint > i && pieces.is_digits(joint) && pieces.number(joint).plain && !measured(pieces, joint)) return joint + 1;
  const bool of_year = pieces.is(i, PieceKind::word) && pieces[i].span.size() <= 3 && year_at(pieces, i + 1).has_value();
  if (of_year && !measured(pieces, i + 1)) return i + 2;
  const bool bracketed = pieces.is_symbol(i, U"(") && year_at(pieces, i + 1) && pieces.is_symbol(i + 2, U")");
  return bracketed ? i + 3 : at;
}

}  // namespace

size_t end_of_label(const Pieces& pieces, size_t at) {
  if (!pieces.is_digits(at)) return at;
  if (is_list_number(pieces, at)) return at + 1;
  const bool lettered = pieces.has(at + 1, EntryKind::magnitude) && pieces.glued(at + 1) && !measured(pieces, at + 1);
  const bool behind_reference = follows_reference(pieces, at) && (!measured(pieces, at) || lettered);
  const bool named = behind_reference || precedes_reference(pieces, at) || is_glued_to_letters(pieces, at) || follows_name(pieces, at);
  if (!named) return at;
  size_t end = at + 1;
  while (true) {
    const size_t next = past_continuation(pieces, end);
    if (next == end) return end;
    end = next;
  }
}

}  // namespace selaras::values
