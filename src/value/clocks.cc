#include "value/clocks.h"

#include <fmt/format.h>

#include <cmath>

namespace selaras::values {
namespace {

struct Time {
  int hour = 0;
  int minute = 0;
  char half = 0;        // 'a', 'p', or 0 when not told
  bool certain = false; // written as a time, not just as a number
  size_t end = 0;
};

/// "am", "pm", "o'clock" behind a time.
void read_half(const Pieces& pieces, Time& time) {
  for (; pieces.has(time.end, EntryKind::unit); ++time.end) {
    if (pieces.is_unit(time.end, "am")) time.half = 'a';
    else if (pieces.is_unit(time.end, "pm")) time.half = 'p';
    else if (!pieces.is_unit(time.end, "oclock")) return;
    time.certain = true;
  }
}

/// The minutes of "8.30", which was read as a number with decimals.
std::optional<std::pair<int, int>> dotted(const Pieces& pieces, size_t at) {
  const DigitNumber& number = pieces.number(at);
  const std::string_view written = pieces.written(at);
  const size_t dot = written.find('.');
  if (!number.has_decimals || dot == std::string_view::npos || written.size() != dot + 3) return std::nullopt;
  const int minutes = static_cast<int>(std::lround((number.value - std::floor(number.value)) * 100));
  return std::pair{static_cast<int>(number.value), minutes};
}

std::optional<Time> read_time(const Pieces& pieces, size_t at) {
  if (!pieces.is_digits(at)) return std::nullopt;
  const DigitNumber& number = pieces.number(at);
  Time time;
  time.end = at + 1;
  if (number.plain && number.count <= 2) {
    time.hour = static_cast<int>(number.value);
    const bool colon = pieces.is_symbol(at + 1, U":") && pieces.glued(at + 1) && pieces.glued(at + 2) && pieces.is_digits(at + 2) &&
                       pieces.number(at + 2).plain && pieces.number(at + 2).count == 2;
    if (colon) {
      time.minute = static_cast<int>(pieces.number(at + 2).value);
      time.certain = true;
      time.end = at + 3;
    }
  } else if (const auto parts = dotted(pieces, at)) {
    time.hour = parts->first;
    time.minute = parts->second;
  } else {
    return std::nullopt;
  }
  if (time.hour > 24 || time.minute > 59) return std::nullopt;
  read_half(pieces, time);
  if (time.half != 0 && time.hour > 12) time.half = 0;
  return time;
}

int minutes_of(const Time& time) {
  int hour = time.hour;
  if (time.half == 'p' && hour < 12) hour += 12;
  if (time.half == 'a' && hour == 12) hour = 0;
  return hour * 60 + time.minute;
}

std::string written(int minutes) { return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60); }

bool after_weekday(const Pieces& pieces, size_t at) {
  for (size_t i = at, steps = 0; i > 0 && steps < 3; ++steps) {
    --i;
    if (pieces.has(i, EntryKind::weekday) || pieces.is_unit(i, "working-day")) return true;
    if (!pieces.is_symbol(i, U",:(") && pieces.bound(i, BoundCue::from) == nullptr) return false;
  }
  return false;
}

std::optional<size_t> past_joint(const Pieces& pieces, size_t at) {
  const bool joined = pieces.is_dash(at) || pieces.bound(at, BoundCue::to) != nullptr || pieces.is_cue(at, CueClass::until) ||
                      pieces.is_cue(at, CueClass::conjunction);
  return joined ? std::optional(at + 1) : std::nullopt;
}

Reading clock(const Pieces& pieces, size_t begin, size_t end, std::string text) {
  Reading reading = reading_over(pieces, begin, end, ValueKind::clock);
  reading.value.text = std::move(text);
  return reading;
}

bool measures_something(const Pieces& pieces, size_t at) {
  return pieces.has(at, EntryKind::unit) || pieces.has(at, EntryKind::currency) || pieces.has(at, EntryKind::month) ||
         pieces.has(at, EntryKind::magnitude);
}

}  // namespace

void set_always_open(Value& value) {
  value.kind = ValueKind::clock;
  value.text = value.unit = "24h";
  value.per.clear();
  value.lo = value.hi = 24;
}

std::optional<Reading> read_clock(const Pieces& pieces, size_t at) {
  auto first = read_time(pieces, at);
  if (!first) return std::nullopt;
  const bool always = first->hour == 24 && first->end == at + 1 && pieces.is_symbol(at + 1, U"/") && pieces.is_digits(at + 2) &&
                      pieces.glued(at + 2) && pieces.number(at + 2).value == 7;
  if (always) {
    Reading reading = clock(pieces, at, at + 3, {});
    set_always_open(reading.value);
    return reading;
  }
  if (const auto next = past_joint(pieces, first->end)) {
    const auto second = read_time(pieces, *next);
    const bool certain = second && (first->certain || second->certain || after_weekday(pieces, at)) &&
                         !(measures_something(pieces, second->end)) && (!pieces.is_cue(*next - 1, CueClass::conjunction) || first->certain);
    if (certain) {
      if (first->half == 0 && second->half != 0 && first->hour <= 12) {
        first->half = second->half;
        if (minutes_of(*first) >= minutes_of(*second)) first->half = second->half == 'p' ? 'a' : 'p';
      }
      return clock(pieces, at, second->end, written(minutes_of(*first)) + "-" + written(minutes_of(*second)));
    }
  }
  if (!first->certain) return std::nullopt;
  return clock(pieces, at, first->end, written(minutes_of(*first)));
}

}  // namespace selaras::values
