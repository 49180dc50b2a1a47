// One line of an ignore file as a pattern over paths, with the meaning that gitignore(5) gives it. Matching takes time in proportion to the
// path and the pattern, whatever they are.
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace selaras {

class IgnorePattern {
 public:
  /// nullopt for a blank line, a comment, and a pattern that can never match.
  static std::optional<IgnorePattern> parse(std::string_view line);

  bool negated() const { return negated_; }
  /// `path` counts from the folder of the ignore file, without a slash at either end.
  bool matches(std::string_view path, bool is_directory) const;

 private:
  enum class Kind : uint8_t {
    literal,   // this byte
    any,       // any byte but a slash
    set,       // a byte of the set, but no slash
    star,      // any bytes but slashes, or none
    folders,   // `**/`: whole folders, or none
    inside,    // the middle of `folders`: any bytes, left behind a slash
    all        // `**` at the end: anything
  };
  struct Step {
    Kind kind;
    unsigned char byte = 0;
    uint32_t set = 0;
  };

  bool compile(std::string_view pattern);
  bool compile_set(std::string_view pattern, size_t& at);
  void enter(size_t step, std::vector<bool>& states) const;

  std::vector<Step> steps_;
  std::vector<std::bitset<256>> sets_;
  bool negated_ = false;
  bool folders_only_ = false;
  bool name_alone_ = false;  // no slash in it: matches the last part of a path
};

}  // namespace selaras
