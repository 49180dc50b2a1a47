#include "text/message_format.h"

#include <unicode/msgfmt.h>

#include <fmt/format.h>

#include <vector>

namespace selaras {

std::optional<std::string> format_message(const std::string& pattern, std::string_view language,
                                          const std::map<std::string, std::string>& arguments) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessageFormat format(icu::UnicodeString::fromUTF8(pattern), icu::Locale(std::string(language).c_str()), status);
  if (U_FAILURE(status)) return std::nullopt;
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  for (const auto& [name, value] : arguments) {
    names.push_back(icu::UnicodeString::fromUTF8(name));
    values.emplace_back(icu::UnicodeString::fromUTF8(value));
  }
  icu::UnicodeString result;
  format.format(names.data(), values.data(), static_cast<int32_t>(values.size()), result, status);
  if (U_FAILURE(status)) return std::nullopt;
  std::string text;
  result.toUTF8String(text);
  return text;
}

std::string pattern_fault(const std::string& pattern, std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where{};
  const icu::MessageFormat format(icu::UnicodeString::fromUTF8(pattern), icu::Locale(std::string(language).c_str()), where, status);
  if (U_SUCCESS(status)) return {};
  return fmt::format("{} at character {}", u_errorName(status), where.offset);
}

}  // namespace selaras
