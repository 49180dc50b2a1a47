// Sentences for people from patterns in rule files: ICU MessageFormat with named arguments, plural rules of the language included.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace selaras {

/// nullopt when the pattern is broken.
std::optional<std::string> format_message(const std::string& pattern, std::string_view language,
                                          const std::map<std::string, std::string>& arguments);

/// What is wrong with a pattern; empty when it is good.
std::string pattern_fault(const std::string& pattern, std::string_view language);

}  // namespace selaras
