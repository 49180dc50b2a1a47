#include "value/numbers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <memory_resource>
#include <vector>

namespace selaras::values {
namespace {

constexpr int kDeepestTail = 2;  // "… and …" inside "… and …": one level is speech, two are enough, more would cost time

/// Adds up amounts and magnitudes: an amount below the last magnitude is added, a magnitude multiplies everything smaller before it.
class Composition {
 public:
  bool add_amount(double amount, bool word) {
    const bool first = groups_.empty();
    const bool after_magnitude = magnitude_ > 0 && amount < magnitude_;
    const bool unit_of_ten = word && last_word_ >= 10 && last_word_ < 100 && std::fmod(last_word_, 10) == 0 && amount < 10 &&
                             amount >= 1 && std::fmod(amount, 1) == 0;
    if (!first && !after_magnitude && !unit_of_ten) return false;
    groups_.push_back(amount);
    last_word_ = word ? amount : 0;
    if (unit_of_ten) last_word_ = 0;
    if (unit_of_ten) magnitude_ = std::min(magnitude_, 1.0);
    else if (!first) magnitude_ = std::min(magnitude_, std::max(amount, 1.0));
    return true;
  }

  void add_tail(double amount) {
    groups_.push_back(amount);
    last_word_ = 0;
    magnitude_ = std::min(magnitude_, 1.0);
  }

  bool add_magnitude(double factor) {
    double smaller = 0;
    while (!groups_.empty() && groups_.back() < factor) {
      smaller += groups_.back();
      groups_.pop_back();
    }
    if (smaller == 0) return false;
    if (magnitudes_++ == 0) coefficient_ = smaller;
    factor_ = factor;
    groups_.push_back(smaller * factor);
    magnitude_ = factor;
    last_word_ = 0;
    return true;
  }

  bool accepts_magnitude(double factor) const { return !groups_.empty() && groups_.back() < factor; }
  bool empty() const { return groups_.empty(); }
  /// Amounts below this may still follow.
  double magnitude() const { return magnitude_; }
  double factor() const { return factor_; }
  double coefficient() const { return magnitudes_ == 1 ? coefficient_ : 0; }
  int magnitudes() const { return magnitudes_; }
  double sum() const {
    double total = 0;
    for (const double group : groups_) total += group;
    return total;
  }

 private:
  std::array<std::byte, 16 * sizeof(double)> near_;  // room for any number that people say
  std::pmr::monotonic_buffer_resource room_{near_.data(), near_.size()};
  std::pmr::vector<double> groups_{&room_};
  double magnitude_ = 0;
  double last_word_ = 0;
  double coefficient_ = 0;
  double factor_ = 0;
  int magnitudes_ = 0;
};

bool measures(const Pieces& pieces, size_t at) {
  return pieces.has(at, EntryKind::currency) || pieces.has(at, EntryKind::unit);
}

size_t past_hyphen(const Pieces& pieces, size_t at) {
  return pieces.is_symbol(at, U"-\u2010\u2011") && pieces.glued(at) && pieces.glued(at + 1) ? at + 1 : at;
}

std::optional<NumberReading> read_number(const Pieces& pieces, size_t at, int depth);

/// 1 700 000 with ordinary spaces: only where a currency or unit says that the groups belong together.
size_t end_of_spaced_groups(const Pieces& pieces, size_t at) {
  const DigitNumber& first = pieces.number(at);
  if (!first.plain || first.count > 3 || first.leading_zero) return at + 1;
  size_t end = at + 1;
  while (pieces.is_digits(end) && pieces.number(end).plain && pieces.number(end).count == 3 &&
         pieces[end].span.begin == pieces[end - 1].span.end + 1) {
    ++end;
  }
  if (end == at + 1) return end;
  const bool money = (at > 0 && pieces.has(at - 1, EntryKind::currency)) || measures(pieces, end);
  return money ? end : at + 1;
}

struct Reader {
  const Pieces& pieces;
  int depth;
  size_t at;
  Composition composition;
  bool words = false;
  bool digits = false;
  std::optional<double> other;

  bool start() {
    if (pieces.is_digits(at)) return start_with_digits();
    if (pieces.is_symbol(at, U"\u00BC\u00BD\u00BE\u2153\u2154")) {
      digits = true;
      composition.add_tail(*vulgar_fraction(pieces[at].symbol));
      ++at;
      return true;
    }
    if (pieces.is_cue(at, CueClass::article) && pieces.has(at + 1, EntryKind::magnitude)) {
      words = composition.add_amount(1, true);
      ++at;
      return true;
    }
    if (const Entry* word = pieces.entry(at, EntryKind::number_word)) {
      words = composition.add_amount(word->amount, true);
      ++at;
      return true;
    }
    if (pieces.has(at, EntryKind::magnitude) && (measures(pieces, at + 1) || (at > 0 && pieces.has(at - 1, EntryKind::currency)))) {
      words = composition.add_amount(1, true);
      return true;
    }
    return false;
  }

  bool start_with_digits() {
    digits = true;
    const size_t end = end_of_spaced_groups(pieces, at);
    double value = 0;
    for (size_t i = at; i < end; ++i) value = i == at ? pieces.number(i).value : value * 1000 + pieces.number(i).value;
    composition.add_amount(value, false);
    other = pieces.number(at).other;
    at = end;
    if (pieces.is_symbol(at, U"\u00BC\u00BD\u00BE\u2153\u2154")) {
      composition.add_tail(*vulgar_fraction(pieces[at].symbol));
      ++at;
    }
    return true;
  }

  bool add_half() {
    const size_t next = past_hyphen(pieces, at);
    const bool with_article = pieces.is_cue(next, CueClass::article) && pieces.has(next + 1, EntryKind::number_word);
    const Entry* word = pieces.entry(with_article ? next + 1 : next, EntryKind::number_word);
    if (word == nullptr || word->amount >= 1 || word->amount <= 0) return false;
    composition.add_tail(word->amount);
    words = true;
    at = next + (with_article ? 2 : 1);
    return true;
  }

  bool add_tail_after_conjunction(size_t conjunction) {
    const size_t before = at;
    at = conjunction + 1;
    if (add_half()) return true;
    at = before;
    if (composition.magnitude() < 100 || depth >= kDeepestTail) return false;
    const auto tail = read_number(pieces, past_hyphen(pieces, conjunction + 1), depth + 1);
    if (!tail || tail->value >= composition.magnitude() || tail->in_words != words) return false;
    composition.add_tail(tail->value);
    at = tail->end;
    return true;
  }

  bool step() {
    const size_t next = past_hyphen(pieces, at);
    if (const Entry* magnitude = pieces.entry(next, EntryKind::magnitude)) {
      if (!composition.add_magnitude(magnitude->amount)) return false;
      words = true;
      at = next + 1;
      return true;
    }
    if (const Entry* word = pieces.entry(next, EntryKind::number_word)) {
      if (digits && composition.magnitude() == 0) return false;
      if (!composition.add_amount(word->amount, true)) return false;
      words = true;
      at = next + 1;
      return true;
    }
    if (pieces.is_digits(next) && composition.magnitude() > 0 && pieces.number(next).value < composition.magnitude() &&
        (measures(pieces, next + 1) || pieces.has(next + 1, EntryKind::magnitude))) {
      composition.add_amount(pieces.number(next).value, false);
      at = next + 1;
      return true;
    }
    if (pieces.is_cue(next, CueClass::conjunction)) return add_tail_after_conjunction(next);
    // "half a million", "half a year"
    if (composition.sum() < 1 && pieces.is_cue(next, CueClass::article) &&
        (pieces.has(next + 1, EntryKind::magnitude) || measures(pieces, next + 1))) {
      at = next + 1;
      return true;
    }
    return false;
  }
};

std::optional<NumberReading> read_number(const Pieces& pieces, size_t at, int depth) {
  Reader reader{pieces, depth, at, {}, false, false, std::nullopt};
  if (!reader.start()) return std::nullopt;
  while (reader.step()) {
  }
  NumberReading number;
  number.begin = at;
  number.end = reader.at;
  number.value = reader.composition.sum();
  if (reader.other && reader.composition.magnitudes() == 0) number.other = reader.other;
  number.in_words = reader.words && !reader.digits;
  number.lone_one = number.in_words && number.value == 1 && reader.at == at + 1 && pieces.has(at, EntryKind::number_word);
  number.magnitude = reader.composition.factor();
  number.coefficient = reader.composition.coefficient();
  number.plain = reader.at == at + 1 && pieces.is_digits(at) && pieces.number(at).plain;
  return number;
}

}  // namespace

std::optional<NumberReading> read_number(const Pieces& pieces, size_t at) { return read_number(pieces, at, 0); }

std::optional<SpelledDigits> read_spelled_digits(const Pieces& pieces, size_t at) {
  SpelledDigits spelled;
  spelled.end = at;
  for (size_t i = at;;) {
    const Entry* word = pieces.entry(i, EntryKind::number_word);
    if (word == nullptr || word->amount < 0 || word->amount > 9 || std::fmod(word->amount, 1) != 0) break;
    spelled.digits.push_back(static_cast<char>('0' + static_cast<int>(word->amount)));
    spelled.end = i + 1;
    i = past_hyphen(pieces, i + 1);
  }
  if (spelled.digits.size() < 3 || pieces.has(spelled.end, EntryKind::magnitude)) return std::nullopt;
  return spelled;
}

}  // namespace selaras::values
