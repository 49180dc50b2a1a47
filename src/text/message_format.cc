#include "text/message_format.h"

#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace selaras {
namespace {

std::string utf8(const icu::UnicodeString& text) {
  std::string bytes;
  text.toUTF8String(bytes);
  return bytes;
}

/// One pass over the parts of a pattern. Words are no parts: they are what stands between two parts inside a message.
class PatternWalk {
 public:
  explicit PatternWalk(const icu::MessagePattern& pattern) : pattern_(pattern) {}

  PatternParts run() {
    for (int32_t i = 0; i < pattern_.countParts(); ++i) {
      const auto& part = pattern_.getPart(i);
      if (in_message_) text_ += pattern_.getPatternString().tempSubStringBetween(seen_, part.getIndex());
      step(part);
      seen_ = part.getLimit();
    }
    return std::move(parts_);
  }

 private:
  using Choices = decltype(PatternWords::choices);

  struct Open {
    Choices choices;
    icu::UnicodeString text;
  };

  void step(const icu::MessagePattern::Part& part) {
    switch (part.getType()) {
      case UMSGPAT_PART_TYPE_MSG_START: return open();
      case UMSGPAT_PART_TYPE_MSG_LIMIT: return close();
      case UMSGPAT_PART_TYPE_ARG_START:
        in_message_ = false;
        arguments_.emplace_back();
        return;
      case UMSGPAT_PART_TYPE_ARG_NAME:
      case UMSGPAT_PART_TYPE_ARG_NUMBER: return name(utf8(pattern_.getSubstring(part)));
      case UMSGPAT_PART_TYPE_ARG_SELECTOR: selector_ = utf8(pattern_.getSubstring(part)); return;
      case UMSGPAT_PART_TYPE_ARG_LIMIT:
        in_message_ = true;
        arguments_.pop_back();
        text_ += u' ';
        return;
      case UMSGPAT_PART_TYPE_INSERT_CHAR: text_ += static_cast<char16_t>(part.getValue()); return;
      default: return;
    }
  }

  void open() {
    open_.push_back({choices_, std::move(text_)});
    if (!arguments_.empty()) choices_.emplace_back(arguments_.back(), selector_);
    text_.remove();
    in_message_ = true;
  }

  void close() {
    parts_.words.push_back({utf8(text_), choices_});
    choices_ = std::move(open_.back().choices);
    text_ = std::move(open_.back().text);
    open_.pop_back();
    in_message_ = false;  // what encloses it is an argument, or nothing
  }

  void name(std::string argument) {
    arguments_.back() = argument;
    auto& all = parts_.arguments;
    if (std::find(all.begin(), all.end(), argument) == all.end()) all.push_back(std::move(argument));
  }

  const icu::MessagePattern& pattern_;
  PatternParts parts_;
  std::vector<Open> open_;
  std::vector<std::string> arguments_;  // that the pass is inside of
  std::string selector_;
  Choices choices_;
  icu::UnicodeString text_;
  int32_t seen_ = 0;
  bool in_message_ = false;
};

}  // namespace

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
  return utf8(result);
}

std::string pattern_fault(const std::string& pattern, std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where{};
  const icu::MessageFormat format(icu::UnicodeString::fromUTF8(pattern), icu::Locale(std::string(language).c_str()), where, status);
  if (U_SUCCESS(status)) return {};
  return fmt::format("{} at character {}", u_errorName(status), where.offset);
}

PatternParts pattern_parts(const std::string& pattern) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessagePattern parsed(icu::UnicodeString::fromUTF8(pattern), nullptr, status);
  return U_SUCCESS(status) ? PatternWalk(parsed).run() : PatternParts{};
}

}  // namespace selaras
