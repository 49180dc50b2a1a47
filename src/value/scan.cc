// One pass over the pieces of a block. At each piece the readers are asked in the order of how sure their shape makes them; the first
// that answers takes its pieces, then bounds, periods and the other end of a range are added around it.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <memory_resource>

#include "value/bounds.h"
#include "value/clocks.h"
#include "value/contacts.h"
#include "value/dates.h"
#include "value/fixed.h"
#include "value/labels.h"
#include "value/links.h"
#include "value/measures.h"
#include "value/money.h"
#include "value/numbers.h"
#include "value/value.h"

namespace selaras {
namespace values {
namespace {

constexpr double kOldestAge = 130;
constexpr size_t kRoom = 8192;  // bytes: what a paragraph takes while it is read, so that most blocks allocate only their values

class Scan {
 public:
  Scan(const Pieces& pieces, const ReadingPlace& place, std::vector<Address> addresses, std::pmr::memory_resource& memory)
      : pieces_(pieces), place_(place), addresses_(std::move(addresses)), extents_(&memory) {}

  std::vector<Value> run() {
    values_.reserve(4);
    extents_.reserve(8);
    for (size_t at = 0; at < pieces_.size(); at = take(at)) {
      if (next_address_ == addresses_.size()) at = pieces_.next_that_may_begin(at);
      if (at == pieces_.size()) break;
    }
    return std::move(values_);
  }

 private:
  /// Where a value stands among the pieces, for the values after it.
  struct Extent {
    size_t begin = 0;
    size_t end = 0;
    bool bare = false;
    bool age_lead = false;
  };

  size_t take(size_t at) {
    if (const size_t end = take_address(at); end > at) return end;
    if (!pieces_.may_begin(at)) return at + 1;
    if (auto reading = read_certain(at)) return push(std::move(*reading));
    if (const size_t end = end_of_label(pieces_, at); end > at) return end;
    if (auto reading = read_date(at)) return push(std::move(*reading));
    if (auto reading = read_ordinal(at)) return push(std::move(*reading));
    if (auto reading = read_quantity_in_context(at)) return push(std::move(*reading));
    return at + 1;
  }

  size_t take_address(size_t at) {
    if (next_address_ == addresses_.size()) return at;
    const uint32_t free = std::max(pieces_[at].span.begin, end_of_last());
    while (next_address_ < addresses_.size() && addresses_[next_address_].span.end <= free) ++next_address_;
    if (next_address_ == addresses_.size()) return at;
    Address& address = addresses_[next_address_];
    if (pieces_[at].span.end <= address.span.begin || address.span.begin < end_of_last()) return at;
    Value value;
    value.kind = address.mail ? ValueKind::contact : ValueKind::link;
    value.span = value.core = address.span;
    value.text = std::move(address.text);
    size_t end = at;
    while (end < pieces_.size() && pieces_[end].span.begin < address.span.end) ++end;
    values_.push_back(std::move(value));
    extents_.push_back({at, end});
    ++next_address_;
    return end;
  }

  /// What its shape or its words make certain: fixed values, dates that name a month, phone numbers, dialled codes, hours.
  std::optional<Reading> read_certain(size_t at) {
    if (auto reading = read_fixed(pieces_, at)) return reading;
    if (auto reading = read_full_date(pieces_, at)) return around_date(std::move(*reading));
    if (auto reading = read_phone(pieces_, at, place_)) return reading;
    if (auto reading = read_spelled_code(pieces_, at)) return reading;
    if (auto reading = read_short_code(pieces_, at, follows_contact(at))) return reading;
    return read_clock(pieces_, at);
  }

  uint32_t end_of_last() const { return values_.empty() ? 0 : values_.back().span.end; }

  /// Takes the lead into the span, as far as the value before leaves it free.
  void include_lead(Value& value, const Lead& lead, size_t begin) const {
    value.span.begin = std::max(end_of_last(), pieces_[std::min(lead.begin, begin)].span.begin);
  }

  bool follows_contact(size_t at) const {
    return !values_.empty() && values_.back().kind == ValueKind::contact && values_.back().text.find('@') == std::string::npos &&
           only_joints(extents_.back().end, at);
  }

  /// Nothing but commas, "and" and "or" between two values.
  bool only_joints(size_t begin, size_t end) const {
    if (begin >= end || end - begin > 2) return false;
    for (size_t i = begin; i < end; ++i) {
      const bool joint = pieces_.is_symbol(i, U",/\u060C\u3001") || pieces_.is_cue(i, CueClass::conjunction) ||
                         pieces_.is_cue(i, CueClass::disjunction);
      if (!joint || pieces_.starts_sentence(i)) return false;
    }
    return true;
  }

  // Dates

  std::optional<Reading> read_date(size_t at) {
    const bool candidate = pieces_.is_digits(at) || pieces_.has(at, EntryKind::month) || pieces_.has(at, EntryKind::unit);
    if (!candidate) return std::nullopt;
    auto reading = read_loose_date(pieces_, at, read_lead(pieces_, at));
    if (!reading || counts_rather(*reading)) return std::nullopt;
    return around_date(std::move(*reading));
  }

  /// "2000 workers": a round number before what is counted.
  bool counts_rather(const Reading& date) const {
    const auto year = year_at(pieces_, date.begin);
    if (!year || date.end != date.begin + 1 || *year % 100 != 0 || date.end >= pieces_.size()) return false;
    return pieces_.concept_at(date.end).known() || (pieces_.is(date.end, PieceKind::word) && !pieces_[date.end].capital);
  }

  std::optional<Reading> around_date(Reading reading) {
    const Lead lead = read_lead(pieces_, reading.begin);
    if (const auto next = past_range_joint(pieces_, reading.end, lead); next && reading.value.bound == Bound::exact) {
      auto last = read_full_date(pieces_, *next);
      if (!last) last = read_loose_date(pieces_, *next, lead_of_range_end());
      if (last && last->value.kind == ValueKind::date) {
        if (auto range = join_dates(pieces_, reading, *last)) reading = std::move(*range);
      }
    }
    if (reading.value.bound == Bound::exact) bound_date(reading.value, lead);
    if (reading.value.bound != Bound::exact) include_lead(reading.value, lead, reading.begin);
    return reading;
  }

  static Lead lead_of_range_end() {
    Lead lead;
    lead.from = true;
    return lead;
  }

  static void bound_date(Value& date, const Lead& lead) {
    if (lead.bound == BoundCue::at_most || lead.time == CueClass::until || lead.time == CueClass::time_before) {
      date.bound = Bound::at_most;
    } else if (lead.bound == BoundCue::at_least || lead.time == CueClass::since || lead.from) {
      date.bound = Bound::at_least;
    } else if (lead.bound == BoundCue::less_than || lead.time == CueClass::before) {
      date.bound = Bound::less_than;
    } else if (lead.bound == BoundCue::more_than || lead.time == CueClass::after) {
      date.bound = Bound::more_than;
    } else if (lead.bound == BoundCue::about) {
      date.bound = Bound::about;
    }
  }

  // Ranks

  std::optional<Reading> read_ordinal(size_t at) {
    if (const Entry* word = pieces_.entry(at, EntryKind::ordinal)) {
      Reading reading = reading_over(pieces_, at, at + 1, ValueKind::ordinal);
      set_amount(reading, word->amount);
      reading.value.in_words = true;
      return reading;
    }
    const bool suffixed = pieces_.is_digits(at) && pieces_.is_cue(at + 1, CueClass::ordinal) && pieces_.glued(at + 1);
    if (!suffixed) return std::nullopt;
    Reading reading = reading_over(pieces_, at, at + 2, ValueKind::ordinal);
    set_amount(reading, pieces_.number(at).value);
    return reading;
  }

  // Quantities

  std::optional<Reading> read_quantity(size_t at) const {
    if (auto money = read_money_with_currency_first(pieces_, at, place_)) return money;
    auto number = read_number(pieces_, at);
    if (!number) return read_article_measure(pieces_, at);
    take_echo(*number);
    if (auto money = read_money_behind(pieces_, *number, place_)) return money;
    if (auto measure = read_measure_behind(pieces_, *number)) return measure;
    Reading reading = reading_over(pieces_, number->begin, number->end, ValueKind::number);
    set_amount(reading, number->value);
    reading.bare = true;
    reading.plain = number->plain;
    reading.value.in_words = number->in_words;
    reading.lone_one = number->lone_one;
    reading.other = number->other;
    reading.magnitude = number->magnitude;
    reading.coefficient = number->coefficient;
    return reading;
  }

  /// "fourteen (14) days": the same number told again in brackets.
  void take_echo(NumberReading& number) const {
    if (!pieces_.is_symbol(number.end, U"(")) return;
    const auto echo = read_number(pieces_, number.end + 1);
    if (echo && echo->value == number.value && pieces_.is_symbol(echo->end, U")")) number.end = echo->end + 1;
  }

  std::optional<Reading> read_quantity_in_context(size_t at) {
    auto reading = read_quantity(at);
    if (!reading) return std::nullopt;
    const Lead lead = read_lead(pieces_, at);
    extend_to_range(*reading, lead);
    if (reading->lone_one && !counts_something(*reading) && !lead.age) return std::nullopt;
    make_age(*reading, lead);
    share_unit_backwards(*reading);
    add_context(*reading, lead);
    return reading;
  }

  bool counts_something(const Reading& reading) const {
    return pieces_.concept_at(reading.end).known();
  }

  void extend_to_range(Reading& reading, const Lead& lead) {
    const bool alternative = pieces_.is_cue(reading.end, CueClass::disjunction);
    const auto next = alternative ? std::optional(reading.end + 1) : past_range_joint(pieces_, reading.end, lead);
    if (!next || (lead.bound && pieces_.is_cue(*next, CueClass::article))) return;
    if (alternative && !reading.bare) return;
    auto high = read_quantity(*next);
    if (!high || (alternative && high->value.lo != reading.value.lo + 1)) return;
    if (auto range = join_range(pieces_, reading, *high)) reading = std::move(*range);
  }

  void make_age(Reading& reading, const Lead& lead) {
    const bool after_age = reading.bare && !extents_.empty() && extents_.back().age_lead && only_joints(extents_.back().end, reading.begin);
    if (lead.age || after_age) become_age(reading);
  }

  void become_age(Reading& reading) {
    Value& value = reading.value;
    const bool years = value.kind == ValueKind::duration && (value.unit == "year" || value.unit == "month");
    if ((!reading.bare && !years) || value.hi > kOldestAge) return;
    value.kind = ValueKind::age;
    if (value.unit.empty()) value.unit = "year";
    reading.bare = false;
    age_lead_ = true;
  }

  /// "3, 6 or 12 months": the numbers before take the unit behind the last.
  void share_unit_backwards(const Reading& reading) {
    const Value& last = reading.value;
    if (reading.bare || reading.unit_before || last.unit.empty() || last.kind == ValueKind::contact) return;
    size_t begin = reading.begin;
    for (size_t i = values_.size(); i > 0; --i) {
      Value& value = values_[i - 1];
      if (!extents_[i - 1].bare || value.kind != ValueKind::number || !only_joints(extents_[i - 1].end, begin)) return;
      value.kind = last.kind;
      value.unit = last.unit;
      extents_[i - 1].bare = false;
      begin = extents_[i - 1].begin;
    }
  }

  void add_context(Reading& reading, const Lead& lead) {
    Value& value = reading.value;
    if (reading.bare && counts_something(reading)) value.counted = pieces_.concept_at(reading.end);
    bool led = lead.age || value.bound == Bound::range;
    if (!lead.per.empty() && value.kind != ValueKind::age) {
      value.per = lead.per;
      led = true;
    }
    const auto bound = bound_of(value, lead);
    std::optional<BoundCue> trailing;
    take_behind(reading, trailing);
    if (value.bound != Bound::range && (bound || trailing)) apply_bound(value, bound ? *bound : *trailing);
    led = led || bound.has_value();
    if (led) include_lead(value, lead, reading.begin);
    const bool whole_day = value.kind == ValueKind::duration && value.unit == "hour" && value.lo == 24 && value.hi == 24;
    if (whole_day && (value.per == "day" || pieces_.is_cue(reading.end, CueClass::dialling))) set_always_open(value);
  }

  static std::optional<BoundCue> bound_of(const Value& value, const Lead& lead) {
    if (lead.bound) return lead.bound;
    if (lead.time == CueClass::time_before && value.kind == ValueKind::duration) return BoundCue::at_most;
    if (lead.from && (value.kind == ValueKind::money || value.kind == ValueKind::age)) return BoundCue::at_least;
    return std::nullopt;
  }

  void take_behind(Reading& reading, std::optional<BoundCue>& trailing) {
    Value& value = reading.value;
    for (int steps = 0; steps < 3; ++steps) {
      if (const auto period = read_period(pieces_, reading.end); period && value.per.empty() && value.kind != ValueKind::age) {
        value.per = period->unit;
        reading.end = period->end;
      } else if (const auto trailer = read_trailer(pieces_, reading.end); trailer && !trailing) {
        trailing = trailer->bound;
        if (trailer->age) become_age(reading);
        reading.end = trailer->end;
      } else {
        break;
      }
      reading.bare = false;
    }
    value.span.end = pieces_[reading.end - 1].span.end;
  }

  // Results

  size_t push(Reading reading) {
    const size_t end = reading.end;
    const auto swapped = other_order(reading);
    const bool ambiguous_amount = reading.other && reading.value.kind != ValueKind::date && reading.value.lo == reading.value.hi;
    const Extent extent{reading.begin, end, reading.bare, age_lead_};
    age_lead_ = false;
    values_.push_back(std::move(reading.value));
    extents_.push_back(extent);
    if (!swapped && !ambiguous_amount) return end;
    Value second = values_.back();
    if (swapped) second.date = swapped;
    else second.lo = second.hi = *reading.other;
    const auto index = static_cast<uint32_t>(values_.size());
    second.ambiguous_with = index - 1;
    values_.back().ambiguous_with = index;
    values_.push_back(std::move(second));
    extents_.push_back(extent);
    return end;
  }

  const Pieces& pieces_;
  const ReadingPlace& place_;
  std::vector<Address> addresses_;
  size_t next_address_ = 0;
  std::vector<Value> values_;
  std::pmr::vector<Extent> extents_;
  bool age_lead_ = false;
};

}  // namespace
}  // namespace values

std::vector<Value> find_values(std::string_view text, const Segmentation& segmentation, std::span<const Mention> mentions,
                               const LanguagePack& pack, const ReadingPlace& place) {
  auto addresses = values::find_addresses(text);
  if (addresses.empty() && !values::may_hold_values(text, mentions)) return {};
  std::array<std::byte, values::kRoom> room;
  std::pmr::monotonic_buffer_resource memory(room.data(), room.size());
  const values::Pieces pieces(text, segmentation, mentions, pack, memory);
  return values::Scan(pieces, place, std::move(addresses), memory).run();
}

}  // namespace selaras
