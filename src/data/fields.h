// Reads the fields of a YAML mapping by name and type, and says what is wrong in terms of the file: a missing field, a value of
// the wrong type, a key nobody knows (with the nearest known one).
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "data/yaml.h"

namespace selaras {

/// The nearest of `known` by edit distance, when it is near enough to be meant; empty otherwise.
std::string nearest(std::string_view word, std::span<const std::string_view> known);
/// `did you mean 'x'?`, or `known are: a, b, c`.
std::string suggestion(std::string_view word, std::span<const std::string_view> known);

class Fields {
 public:
  /// `what` names the mapping in messages: "provision MY-WAGE-01", "front matter". A node that is not a mapping is an error.
  Fields(const SourceFile& file, const yaml::Node& node, std::string what, Diagnostics& diagnostics);

  bool valid() const { return mapping_; }
  const std::string& what() const { return what_; }
  void rename(std::string what) { what_ = std::move(what); }
  const SourceFile& file() const { return file_; }
  Diagnostics& diagnostics() const { return diagnostics_; }
  const yaml::Node& node() const { return node_; }

  /// The node of a field; nullptr when it is absent or null. Asking marks the key as known.
  const yaml::Node* get(std::string_view key);
  const yaml::Node* require(std::string_view key);

  std::optional<std::string> text(std::string_view key);
  std::string required_text(std::string_view key);
  std::optional<double> number(std::string_view key);
  std::optional<bool> boolean(std::string_view key);  // yes/no, true/false
  std::optional<Date> date(std::string_view key);
  /// A sequence of scalars; a single scalar is a sequence of one.
  std::vector<std::string> texts(std::string_view key);
  /// One of `choices`; another value is an error with a suggestion. Returns its index.
  std::optional<size_t> choice(std::string_view key, std::span<const std::string_view> choices);
  /// The items of a sequence; something else is an error.
  std::span<const yaml::Node> items(std::string_view key);

  void error(const yaml::Node& at, std::string message, std::string remedy) const;
  /// Reports every key that was never asked for, except those that start with `x-`.
  void finish();

 private:
  const SourceFile& file_;
  const yaml::Node& node_;
  std::string what_;
  Diagnostics& diagnostics_;
  bool mapping_;
  std::vector<std::string> known_;
};

}  // namespace selaras
