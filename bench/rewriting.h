// Other ways to write a value that stands in a sentence: another amount, another unit, another period. Candidates only, each the new
// text of the bytes that the value took; whoever uses one reads the sentence again and keeps what was understood as meant.
// English words and digits; words of other languages give no candidates.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "value/value.h"

namespace selaras {

/// A text to put in place of the bytes of a span.
struct Rewriting {
  Span replaces;
  std::string text;
};

enum class Direction : uint8_t { more, less };

/// The amount, or one end of a range, changed: whole numbers up to 20 by small steps, larger ones by a half, double, a fifth; a phone
/// number by one digit. `turn` decides which candidate comes first.
std::vector<Rewriting> other_amounts(std::string_view text, const Value& value, Direction direction, uint64_t turn);

/// The amount replaced by the given one, in the writing of the text.
std::vector<Rewriting> with_amount(std::string_view text, const Value& value, double amount);

/// Days told as months, years as months, another currency.
std::vector<Rewriting> other_units(std::string_view text, const Value& value);

/// "a month" told as "a week", "monthly" as "weekly".
std::vector<Rewriting> other_periods(std::string_view text, const Value& value);

std::string rewritten(std::string_view text, const Rewriting& rewriting);

/// Amounts near the given one that a writer might put by mistake, the given one not among them.
std::vector<double> near_amounts(double amount, Direction direction, uint64_t turn);

/// The time unit that is most easily confused with this one; empty when there is none.
std::string_view confused_unit(std::string_view unit);
std::string_view confused_period(std::string_view period);

}  // namespace selaras
