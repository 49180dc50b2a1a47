#include "judge/repair.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace selaras {
namespace {

std::string grouped(double number, char mark) {
  std::string text = number == std::floor(number) ? fmt::format("{:.0f}", number) : fmt::format("{:.10g}", number);
  const size_t whole = text.find('.') == std::string::npos ? text.size() : text.find('.');
  if (whole <= 3) return text;
  for (size_t at = whole; at > 3; at -= 3) text.insert(at - 3, 1, mark);
  return text;
}

/// The one amount that can stand in the place of a single number.
std::optional<double> single_amount(const Quantity& rule) {
  switch (rule.role) {
    case QuantityRole::value: return rule.lo;
    case QuantityRole::cap:
    case QuantityRole::penalty_max: return rule.hi;
    case QuantityRole::floor:
    case QuantityRole::penalty_min: return rule.lo;
    default: return std::nullopt;
  }
}

/// First and last digit of the number in the text; nullopt when it is in words or broken by letters.
std::optional<Span> digits_in(std::string_view written) {
  const size_t first = written.find_first_of("0123456789");
  const size_t last = written.find_last_of("0123456789");
  if (first == std::string_view::npos) return std::nullopt;
  const auto inner = written.substr(first, last - first + 1);
  if (inner.find_first_not_of("0123456789.,") != std::string_view::npos) return std::nullopt;
  return Span{static_cast<uint32_t>(first), static_cast<uint32_t>(last + 1)};
}

/// The digits are the amount itself: not the 5 of "5 million", nor one end of a compound.
bool is_the_whole_amount(std::string_view digits, const Value& claim) {
  std::string plain;
  for (const char c : digits) {
    if (c != ',') plain += c;
  }
  double amount = 0;
  std::from_chars(plain.data(), plain.data() + plain.size(), amount);
  const double told = claim.bound == Bound::at_most || claim.bound == Bound::less_than ? claim.hi : claim.lo;
  return std::abs(amount - told) < 1e-9 * std::max(1.0, told);
}

}  // namespace

std::optional<std::string> repaired_value(const Value& claim, std::string_view written, const Quantity& rule) {
  if (rule.role == QuantityRole::identifier) return rule.text;
  const auto amount = single_amount(rule);
  const bool same_unit = claim.unit == rule.unit || claim.unit.empty();
  if (!amount || !same_unit || claim.bound == Bound::range || claim.kind == ValueKind::date) return std::nullopt;
  const auto digits = digits_in(written);
  if (!digits || !is_the_whole_amount(slice(written, *digits), claim)) return std::nullopt;
  const bool has_group = slice(written, *digits).find(',') != std::string_view::npos || *amount >= 1000;
  const std::string number = has_group ? grouped(*amount, ',') : fmt::format("{:.10g}", *amount);
  return fmt::format("{}{}{}", written.substr(0, digits->begin), number, written.substr(digits->end));
}

}  // namespace selaras
