#include "rewriting.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace selaras {
namespace {

constexpr double kSmall = 20;  // up to here mistakes are of one or two
constexpr std::string_view kDigits = "0123456789";

using WordPair = std::pair<std::string_view, std::string_view>;
constexpr std::array<WordPair, 6> kUnits = {
    {{"working day", "day"}, {"hour", "day"}, {"day", "month"}, {"week", "month"}, {"month", "year"}, {"year", "month"}}};
constexpr std::array<WordPair, 12> kPeriods = {{{"hourly", "daily"},
                                                {"daily", "weekly"},
                                                {"weekly", "monthly"},
                                                {"monthly", "weekly"},
                                                {"yearly", "monthly"},
                                                {"annually", "monthly"},
                                                {"annual", "monthly"},
                                                {"hour", "day"},
                                                {"day", "week"},
                                                {"week", "month"},
                                                {"month", "week"},
                                                {"year", "month"}}};

constexpr std::array<std::string_view, 6> kMagnitudes = {"hundred", "thousand", "lakh", "crore", "million", "billion"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// How a number is written: 1,700 or 1700 or 1,00,000 or 08.
struct Writing {
  bool grouped = false;
  bool indian = false;
  size_t width = 0;  // of a number with leading zeros
};

struct DigitRun {
  Span span;
  double amount = 0;
  Writing writing;
};

Writing writing_of(std::string_view run) {
  Writing writing;
  const size_t first = run.find(',');
  const size_t last = run.rfind(',');
  writing.grouped = first != std::string_view::npos;
  writing.indian = writing.grouped && first != last && last - first != 4;
  if (run.size() > 1 && run.front() == '0') writing.width = run.size();
  return writing;
}

/// The numbers in the span, full stops and commas between digits included.
std::vector<DigitRun> digit_runs(std::string_view text, Span within) {
  std::vector<DigitRun> runs;
  for (uint32_t at = within.begin; at < within.end; ++at) {
    if (!is_digit(text[at])) continue;
    uint32_t end = at + 1;
    while (end < within.end &&
           (is_digit(text[end]) || ((text[end] == ',' || text[end] == '.') && end + 1 < within.end && is_digit(text[end + 1]))))
      ++end;
    const auto run = text.substr(at, end - at);
    std::string plain(run);
    std::erase(plain, ',');
    double amount = 0;
    std::from_chars(plain.data(), plain.data() + plain.size(), amount);
    runs.push_back({{at, end}, amount, writing_of(run)});
    at = end;
  }
  return runs;
}

std::string written_as(double amount, const Writing& writing) {
  std::string digits = fmt::format("{:.10g}", amount);
  if (writing.width > digits.size()) digits.insert(0, writing.width - digits.size(), '0');
  const size_t whole = std::min(digits.find('.'), digits.size());
  if (!writing.grouped) return digits;
  size_t step = 3;
  for (size_t at = whole; at > step;) {
    at -= step;
    digits.insert(at, ",");
    if (writing.indian) step = 2;
  }
  return digits;
}

/// A number in words gives way to digits: "fifteen days", "a year", "two hundred ringgit", "twenty-one".
std::vector<Rewriting> digits_for_words(std::string_view text, const Value& value, double amount) {
  const auto core = slice(text, value.core);
  const std::string number = written_as(amount, {.grouped = amount >= 1000});
  const size_t space = core.rfind(' ');
  const auto last = core.substr(space == std::string_view::npos ? 0 : space + 1);
  const bool only_number =
      space == std::string_view::npos || std::find(kMagnitudes.begin(), kMagnitudes.end(), last) != kMagnitudes.end();
  if (only_number) return {{value.core, number}};
  const bool counted = value.kind == ValueKind::duration || value.kind == ValueKind::age;
  if (counted && amount != 1 && !last.ends_with('s')) return {{value.core, fmt::format("{} {}s", number, last)}};
  if (counted && amount == 1 && last.ends_with('s')) return {{value.core, fmt::format("1 {}", last.substr(0, last.size() - 1))}};
  return {{value.core, fmt::format("{} {}", number, last)}};
}

std::vector<Rewriting> other_digit(std::string_view text, const Value& value) {
  std::vector<Rewriting> candidates;
  for (uint32_t at = value.core.end; at-- > value.core.begin && candidates.size() < 3;) {
    if (is_digit(text[at]))
      candidates.push_back({{at, at + 1}, std::string(1, text[at] == '9' ? '8' : static_cast<char>(text[at] + 1))});
  }
  return candidates;
}

/// Whole words, a plural ending allowed, of the span; what lies inside `but_not` is left alone.
template <typename Pairs>
std::vector<Rewriting> swapped_words(std::string_view text, Span within, Span but_not, const Pairs& pairs) {
  std::vector<Rewriting> candidates;
  for (const auto& [from, to] : pairs) {
    for (size_t at = text.find(from, within.begin); at != std::string_view::npos && at + from.size() <= within.end;
         at = text.find(from, at + 1)) {
      const size_t end = at + from.size();
      const bool starts = at == 0 || !is_letter(text[at - 1]);
      const bool ends = end == text.size() || !is_letter(text[end]) ||
                        (text[end] == 's' && (end + 1 == text.size() || !is_letter(text[end + 1])));
      const Span span{static_cast<uint32_t>(at), static_cast<uint32_t>(end)};
      if (starts && ends && !but_not.contains(span)) candidates.push_back({span, std::string(to)});
    }
  }
  return candidates;
}

std::vector<Rewriting> other_currency(std::string_view text, const Value& value) {
  const auto runs = digit_runs(text, value.core);
  if (runs.empty()) return {};
  const std::string code = value.unit == "USD" ? "EUR" : "USD";
  const Span before{value.core.begin, runs.front().span.begin};
  if (before.size() > 0) return {{before, code + " "}};
  const size_t space = text.substr(0, value.core.end).rfind(' ');
  if (space == std::string_view::npos || space < runs.back().span.end) return {};
  return {{{static_cast<uint32_t>(space + 1), value.core.end}, code}};
}

double to_two_digits(double amount) {
  if (amount < 100) return std::round(amount);
  const double scale = std::pow(10, std::floor(std::log10(amount)) - 1);
  return std::round(amount / scale) * scale;
}

}  // namespace

std::vector<double> near_amounts(double amount, Direction direction, uint64_t turn) {
  const bool more = direction == Direction::more;
  std::vector<double> found;
  const auto add = [&](double other) {
    const bool right_way = more ? other > amount : other < amount && other > 0;
    if (right_way && other != 1 && std::find(found.begin(), found.end(), other) == found.end()) found.push_back(other);
  };
  if (amount == 0) {
    for (const double instead : {500.0, 50.0, 200.0}) add(instead);
  } else if (amount <= kSmall) {
    for (const double step : {1.0, 2.0, 3.0}) add(more ? amount + step : amount - step);
    if (amount != std::floor(amount) || amount == 1) add(more ? amount * 2 : amount / 2);
  } else {
    for (const double factor : {1.5, 2.0, 1.2, 3.0}) add(to_two_digits(more ? amount * factor : amount / factor));
  }
  if (!found.empty()) std::rotate(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(turn % found.size()), found.end());
  return found;
}

std::vector<Rewriting> other_amounts(std::string_view text, const Value& value, Direction direction, uint64_t turn) {
  if (value.kind == ValueKind::contact) return other_digit(text, value);
  if (value.kind == ValueKind::link || value.kind == ValueKind::life) return {};
  std::vector<Rewriting> candidates;
  const auto runs = digit_runs(text, value.core);
  for (const auto& run : runs) {
    for (const double amount : near_amounts(run.amount, direction, turn))
      candidates.push_back({run.span, written_as(amount, run.writing)});
    const bool year = run.amount >= 1900 && run.amount <= 2100 && value.kind == ValueKind::date;
    if (year) candidates.push_back({run.span, written_as(run.amount + (direction == Direction::more ? 1 : -1), run.writing)});
  }
  if (runs.empty() && value.lo == value.hi) {
    for (const double amount : near_amounts(value.lo, direction, turn)) {
      for (auto& candidate : digits_for_words(text, value, amount)) candidates.push_back(std::move(candidate));
    }
  }
  return candidates;
}

std::vector<Rewriting> with_amount(std::string_view text, const Value& value, double amount) {
  const auto runs = digit_runs(text, value.core);
  if (runs.empty()) return digits_for_words(text, value, amount);
  if (runs.size() > 1) return {};
  Writing writing = runs.front().writing;
  writing.width = 0;
  return {{runs.front().span, written_as(amount, writing)}};
}

std::vector<Rewriting> other_units(std::string_view text, const Value& value) {
  switch (value.kind) {
    case ValueKind::money: return other_currency(text, value);
    case ValueKind::duration:
    case ValueKind::share: return swapped_words(text, value.core, {}, kUnits);
    default: return {};
  }
}

std::vector<Rewriting> other_periods(std::string_view text, const Value& value) {
  return value.per.empty() ? std::vector<Rewriting>() : swapped_words(text, value.span, value.core, kPeriods);
}

std::string rewritten(std::string_view text, const Rewriting& rewriting) {
  return std::string(text.substr(0, rewriting.replaces.begin)) + rewriting.text + std::string(text.substr(rewriting.replaces.end));
}

std::string_view confused_unit(std::string_view unit) {
  const auto found = std::find_if(kUnits.begin(), kUnits.end(), [&](const WordPair& pair) { return pair.first == unit; });
  if (unit == "working-day") return "day";
  return found == kUnits.end() ? std::string_view() : found->second;
}

std::string_view confused_period(std::string_view period) {
  const auto found = std::find_if(kPeriods.begin(), kPeriods.end(), [&](const WordPair& pair) { return pair.first == period; });
  return found == kPeriods.end() ? std::string_view() : found->second;
}

}  // namespace selaras
