#include "data/fields.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

namespace selaras {
namespace {

constexpr size_t kUsualFields = 16;  // room made at once

/// Optimal string alignment: Levenshtein with swaps of neighbours (Damerau 1964).
size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<size_t>> row(a.size() + 1, std::vector<size_t>(b.size() + 1));
  for (size_t i = 0; i <= a.size(); ++i) row[i][0] = i;
  for (size_t j = 0; j <= b.size(); ++j) row[0][j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      row[i][j] = std::min({row[i - 1][j] + 1, row[i][j - 1] + 1, row[i - 1][j - 1] + change});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[i][j] = std::min(row[i][j], row[i - 2][j - 2] + 1);
    }
  }
  return row[a.size()][b.size()];
}

std::optional<double> to_number(const std::string& text) {
  double value = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || stop != end) return std::nullopt;
  return value;
}

}  // namespace

std::string nearest(std::string_view word, std::span<const std::string_view> known) {
  std::string_view best;
  size_t best_distance = 1 + std::max<size_t>(2, word.size() / 3);
  for (const auto candidate : known) {
    if (candidate.size() > word.size() + best_distance || word.size() > candidate.size() + best_distance) continue;
    const size_t distance = edit_distance(word, candidate);
    if (distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  return std::string(best);
}

std::string suggestion(std::string_view word, std::span<const std::string_view> known) {
  const std::string near = nearest(word, known);
  if (!near.empty()) return fmt::format("did you mean '{}'?", near);
  if (known.size() > 16) return "see the format document for the words that are known";
  return fmt::format("known are: {}", fmt::join(known, ", "));
}

Fields::Fields(const SourceFile& file, const yaml::Node& node, std::string what, Diagnostics& diagnostics)
    : file_(file), node_(node), what_(std::move(what)), diagnostics_(diagnostics), mapping_(node.is_mapping()) {
  known_.reserve(kUsualFields);
  if (!mapping_) error(node, fmt::format("{} must be a mapping of fields", what_), "write it as `key: value` lines");
}

void Fields::error(const yaml::Node& at, std::string message, std::string remedy) const {
  diagnostics_.error(file_, at.span, std::move(message), std::move(remedy));
}

const yaml::Node* Fields::get(std::string_view key) {
  known_.emplace_back(key);
  const yaml::Node* found = node_.find(key);
  return found != nullptr && !found->is_null() ? found : nullptr;
}

const yaml::Node* Fields::require(std::string_view key) {
  const yaml::Node* found = get(key);
  if (found == nullptr && mapping_) {
    error(node_, fmt::format("{} has no '{}'", what_, key), fmt::format("add `{}:`", key));
  }
  return found;
}

std::optional<std::string> Fields::text(std::string_view key) {
  const yaml::Node* found = get(key);
  if (found == nullptr) return std::nullopt;
  if (!found->is_scalar()) {
    error(*found, fmt::format("'{}' of {} must be text", key, what_), "write one value");
    return std::nullopt;
  }
  return found->scalar;
}

std::string Fields::required_text(std::string_view key) {
  if (require(key) == nullptr) return {};
  return text(key).value_or("");
}

std::optional<double> Fields::number(std::string_view key) {
  const auto written = text(key);
  if (!written) return std::nullopt;
  const auto value = to_number(*written);
  if (!value) {
    error(*node_.find(key), fmt::format("'{}' of {} must be a number, not '{}'", key, what_, *written),
          "write digits without separators");
  }
  return value;
}

std::optional<bool> Fields::boolean(std::string_view key) {
  const auto written = text(key);
  if (!written) return std::nullopt;
  if (*written == "yes" || *written == "true") return true;
  if (*written == "no" || *written == "false") return false;
  error(*node_.find(key), fmt::format("'{}' of {} must be yes or no, not '{}'", key, what_, *written), "write yes or no");
  return std::nullopt;
}

std::optional<Date> Fields::date(std::string_view key) {
  const auto written = text(key);
  if (!written) return std::nullopt;
  const auto day = Date::parse_iso(*written);
  if (!day) {
    error(*node_.find(key), fmt::format("'{}' of {} is not a day: '{}'", key, what_, *written),
          "write a day of the calendar as YYYY-MM-DD");
  }
  return day;
}

std::vector<std::string> Fields::texts(std::string_view key) {
  const yaml::Node* found = get(key);
  if (found == nullptr) return {};
  if (found->is_scalar()) return {found->scalar};
  std::vector<std::string> values;
  for (const auto& item : found->items) {
    if (found->is_sequence() && item.is_scalar()) {
      values.push_back(item.scalar);
    } else {
      error(item, fmt::format("'{}' of {} must be a list of words", key, what_), "write `[a, b]`");
      break;
    }
  }
  return values;
}

std::optional<size_t> Fields::choice(std::string_view key, std::span<const std::string_view> choices) {
  const auto written = text(key);
  if (!written) return std::nullopt;
  const auto found = std::find(choices.begin(), choices.end(), *written);
  if (found != choices.end()) return static_cast<size_t>(found - choices.begin());
  error(*node_.find(key), fmt::format("'{}' is no {} of {}", *written, key, what_), suggestion(*written, choices));
  return std::nullopt;
}

std::span<const yaml::Node> Fields::items(std::string_view key) {
  const yaml::Node* found = get(key);
  if (found == nullptr) return {};
  if (!found->is_sequence()) {
    error(*found, fmt::format("'{}' of {} must be a list", key, what_), "start each item with `- `");
    return {};
  }
  return found->items;
}

void Fields::finish() {
  for (const auto& key : node_.keys) {
    if (key.scalar.starts_with("x-") || std::find(known_.begin(), known_.end(), key.scalar) != known_.end()) continue;
    std::vector<std::string_view> known(known_.begin(), known_.end());
    std::sort(known.begin(), known.end());
    known.erase(std::unique(known.begin(), known.end()), known.end());
    error(key, fmt::format("unknown field '{}' in {}", key.scalar, what_), suggestion(key.scalar, known));
  }
}

}  // namespace selaras
