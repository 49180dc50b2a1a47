#include "value/bounds.h"

#include <limits>

#include "value/measures.h"

namespace selaras::values {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr size_t kLongestLead = 5;

std::optional<BoundCue> amount_bound(const Pieces& pieces, size_t at) {
  for (const BoundCue cue : {BoundCue::at_most, BoundCue::less_than, BoundCue::at_least, BoundCue::more_than, BoundCue::about}) {
    if (pieces.bound(at, cue) != nullptr) return cue;
  }
  return std::nullopt;
}

std::optional<CueClass> time_cue(const Pieces& pieces, size_t at) {
  for (const CueClass cue : {CueClass::until, CueClass::since, CueClass::before, CueClass::after,
                              CueClass::time_before}) {
    if (pieces.is_cue(at, cue)) return cue;
  }
  return std::nullopt;
}

/// Two weeks are a period of their own name; other multiples keep their unit.
std::string period_of(const Entry& unit) { return unit.symbol == "week" && unit.amount == 2 ? "fortnight" : unit.symbol; }

/// The unit of a period word that names it itself ("monthly", the Indonesian "per month" in one word).
std::string own_period(const Pieces& pieces, size_t at) {
  if (const Entry* period = pieces.entry(at, EntryKind::period)) return period_of(*period);
  const Entry* per = pieces.bound(at, BoundCue::per);
  return per == nullptr ? std::string() : per->symbol;
}

bool starts_amount(const Pieces& pieces, size_t at) {
  return pieces.is_digits(at) || pieces.has(at, EntryKind::number_word) || pieces.has(at, EntryKind::currency) ||
         pieces.has(at, EntryKind::magnitude);
}

bool is_one_word(std::string_view written) { return written.find(' ') == std::string_view::npos; }

/// Whether a bound speaks of what follows it and not of the value before: a number or a name follows, the phrase means something
/// else too, or it is one word inside a clause ("within", "plus").
bool leads_on(const Pieces& pieces, size_t at) {
  const size_t next = at + 1;
  if (next >= pieces.size() || pieces.starts_sentence(next)) return false;
  if (starts_amount(pieces, next) || pieces.is_cue(next, CueClass::article) || pieces.is_cue(next, CueClass::age) ||
      pieces.is_cue(next, CueClass::reference) || pieces.has(next, EntryKind::month) || pieces.has(next, EntryKind::weekday) ||
      pieces[at].has_other_sense) {
    return true;
  }
  return is_one_word(pieces.written(at)) && pieces.is(next, PieceKind::word);
}

bool take_lead_piece(const Pieces& pieces, size_t at, Lead& lead) {
  bool taken = false;
  const bool only_joins = pieces.is_cue(at, CueClass::conjunction);  // "a fine plus 400,000 riels"
  if (const auto bound = amount_bound(pieces, at); bound && !only_joins) {
    if (!lead.bound || *lead.bound == BoundCue::about) lead.bound = bound;
    taken = true;
  }
  if (pieces.bound(at, BoundCue::between) != nullptr) lead.between = taken = true;
  if (pieces.bound(at, BoundCue::from) != nullptr) lead.from = taken = true;
  if (pieces.is_cue(at, CueClass::age)) lead.age = taken = true;
  if (const auto cue = time_cue(pieces, at)) {
    if (!lead.time) lead.time = cue;
    taken = true;
  }
  if (std::string per = own_period(pieces, at); !per.empty()) {
    lead.per = std::move(per);
    taken = true;
  }
  return taken;
}

void scale(Reading& reading, double factor) {
  reading.value.lo *= factor;
  reading.value.hi *= factor;
}

/// Different units of time: both ends in the smaller one, days standing in for months with 30 to a month where nothing is exact.
bool bring_together(Reading& low, Reading& high) {
  if (low.value.unit == high.value.unit) return true;
  if (low.value.kind != ValueKind::duration || high.value.kind != ValueKind::duration) return false;
  if (const auto high_in_low = convert_time(high.value.lo, high.value.unit, low.value.unit)) {
    set_amount(high, *high_in_low);
    high.value.unit = low.value.unit;
    return true;
  }
  return false;
}

bool share_unit(Reading& low, Reading& high) {
  if (low.bare && high.bare) return true;
  if (low.bare) {
    low.value.kind = high.value.kind;
    low.value.unit = high.value.unit;
    low.value.unit_word = high.value.unit_word;
    if (high.value.kind == ValueKind::money && low.other) {
      const double first = low.value.lo;
      set_amount(low, *low.other);
      low.other = first;
    }
    return true;
  }
  if (high.bare) {
    if (!low.unit_before) return false;
    high.value.kind = low.value.kind;
    high.value.unit = low.value.unit;
    high.value.unit_word = low.value.unit_word;
    return true;
  }
  return low.value.kind == high.value.kind || high.value.kind == ValueKind::share;
}

}  // namespace

Lead read_lead(const Pieces& pieces, size_t at) {
  Lead lead;
  lead.begin = at;
  size_t i = at;
  for (size_t steps = 0; steps < kLongestLead && i > 0 && !pieces.starts_sentence(i); ++steps) {
    --i;
    const bool article = pieces.is_cue(i, CueClass::article) && pieces.bound(i, BoundCue::per) != nullptr;
    if (take_lead_piece(pieces, i, lead)) lead.begin = i;
    else if (!article) break;
  }
  return lead;
}

void apply_bound(Value& value, BoundCue bound) {
  switch (bound) {
    case BoundCue::at_most:
    case BoundCue::less_than:
      value.bound = bound == BoundCue::at_most ? Bound::at_most : Bound::less_than;
      value.lo = 0;
      break;
    case BoundCue::at_least:
    case BoundCue::more_than:
      value.bound = bound == BoundCue::at_least ? Bound::at_least : Bound::more_than;
      value.hi = kInfinity;
      break;
    case BoundCue::about:
      value.bound = Bound::about;
      break;
    default:
      break;
  }
}

std::optional<Period> read_period(const Pieces& pieces, size_t at) {
  if (pieces.is_symbol(at, U",") && !pieces.has(at + 1, EntryKind::unit)) ++at;
  if (std::string own = own_period(pieces, at); !own.empty()) return Period{std::move(own), at + 1};
  const bool stroke = pieces.is_symbol(at, U"/");
  const bool cue = pieces.bound(at, BoundCue::per) != nullptr;
  if (!stroke && !cue) return std::nullopt;
  size_t unit_at = at + 1;
  if (pieces.is_cue(unit_at, CueClass::article)) ++unit_at;
  const Entry* unit = pieces.entry(unit_at, EntryKind::unit);
  if (unit == nullptr || unit->symbol == "percent" || unit->symbol == "age-year" || unit->symbol == "wage") return std::nullopt;
  return Period{period_of(*unit), unit_at + 1};
}

std::optional<Trailer> read_trailer(const Pieces& pieces, size_t at) {
  const bool comma = pieces.is_symbol(at, U",");
  if (comma) ++at;
  const bool bracket = pieces.is_symbol(at, U"(");
  if (bracket) ++at;
  const auto bound = amount_bound(pieces, at);
  if ((bound != BoundCue::at_most && bound != BoundCue::at_least) || leads_on(pieces, at)) return std::nullopt;
  size_t end = at + 1;
  if (bracket && pieces.is_symbol(end, U")")) ++end;
  return Trailer{*bound, pieces.is_cue(at, CueClass::age), end};
}

std::optional<size_t> past_range_joint(const Pieces& pieces, size_t at, const Lead& lead) {
  if (pieces.is_symbol(at, U"'\u2019") && pieces.glued(at)) ++at;
  if (pieces.is_dash(at)) {
    const size_t next = pieces.is_symbol(at + 1, U"-\u2013") ? at + 2 : at + 1;
    return next < pieces.size() ? std::optional(next) : std::nullopt;
  }
  const bool conjunction = pieces.is_cue(at, CueClass::conjunction);
  if (pieces.bound(at, BoundCue::to) != nullptr && !conjunction) return at + 1;
  if (lead.between && conjunction) return at + 1;
  if (lead.from && pieces.is_cue(at, CueClass::until)) return at + 1;
  return std::nullopt;
}

std::optional<Reading> join_range(const Pieces& pieces, Reading low, Reading high) {
  if (!share_unit(low, high) || !bring_together(low, high)) return std::nullopt;
  const bool magnitude_once = low.magnitude == 0 && high.magnitude >= 1000 && high.coefficient > 0 && low.value.lo < high.coefficient;
  if (magnitude_once) scale(low, high.magnitude);
  if (!(low.value.lo < high.value.lo)) return std::nullopt;
  Reading range = high;
  range.begin = low.begin;
  range.value.lo = low.value.lo;
  range.value.bound = Bound::range;
  range.value.in_words = low.value.in_words && high.value.in_words;
  range.value.span = range.value.core = pieces.cover(low.begin, high.end);
  range.bare = low.bare && high.bare;
  range.unit_before = low.unit_before;
  range.other.reset();
  return range;
}

}  // namespace selaras::values
