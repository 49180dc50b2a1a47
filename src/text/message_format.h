// Sentences for people from patterns in rule files: ICU MessageFormat with named arguments, plural rules of the language included.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace selaras {

/// nullopt when the pattern is broken.
std::optional<std::string> format_message(const std::string& pattern, std::string_view language,
                                          const std::map<std::string, std::string>& arguments);

/// What is wrong with a pattern; empty when it is good.
std::string pattern_fault(const std::string& pattern, std::string_view language);

/// The words of one message of a pattern, with a space for each argument, and the choices under which they are said, outermost first:
/// {"own", "yes"} inside `{own, select, yes {…} other {…}}`.
struct PatternWords {
  std::string text;
  std::vector<std::pair<std::string, std::string>> choices;
};

struct PatternParts {
  std::vector<std::string> arguments;  // named anywhere in it, each once, in the order of their first use
  std::vector<PatternWords> words;
};

/// What a good pattern is made of; empty for a broken one.
PatternParts pattern_parts(const std::string& pattern);

}  // namespace selaras
