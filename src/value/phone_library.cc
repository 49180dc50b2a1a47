#include "value/phone_library.h"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wunused-parameter"
#include <phonenumbers/phonenumberutil.h>
#pragma GCC diagnostic pop

#include <array>
#include <functional>

namespace selaras::values {
namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

const PhoneNumberUtil& util() { return *PhoneNumberUtil::GetInstance(); }

bool parse(std::string_view digits, std::string_view region, PhoneNumber& number) {
  const std::string where = region.empty() ? "ZZ" : std::string(region);
  return util().Parse(std::string(digits), where, &number) == PhoneNumberUtil::NO_PARSING_ERROR;
}

std::optional<KnownNumber> ask_plans(std::string_view digits, std::string_view region) {
  // Parsing is dear; where there is no numbering plan to parse with, there is nothing to find.
  if (!digits.starts_with('+') && util().GetCountryCodeForRegion(std::string(region)) == 0) return std::nullopt;
  PhoneNumber number;
  if (!parse(digits, region, number)) return std::nullopt;
  const PhoneNumberUtil::PhoneNumberType type = util().GetNumberType(number);
  if (type == PhoneNumberUtil::UNKNOWN) return std::nullopt;  // the very question that IsValidNumber asks
  KnownNumber known;
  util().Format(number, PhoneNumberUtil::E164, &known.international);
  switch (type) {
    case PhoneNumberUtil::TOLL_FREE: case PhoneNumberUtil::SHARED_COST: case PhoneNumberUtil::PREMIUM_RATE:
    case PhoneNumberUtil::UAN: case PhoneNumberUtil::VOIP:
      known.bare_inside = true;
      break;
    default:
      break;
  }
  return known;
}

/// Answers given before. The plans never change while the program runs, one answer costs as much as reading a kilobyte of text, and
/// messages name the same few lines over and over. One a thread; a new number takes the place of an old one.
class Answers {
 public:
  const std::optional<KnownNumber>& of(std::string_view digits, std::string_view region) {
    const size_t place = std::hash<std::string_view>{}(digits) ^ (std::hash<std::string_view>{}(region) * 31);
    Answer& answer = answers_[place % answers_.size()];
    if (!answer.given || answer.digits != digits || answer.region != region) {
      answer = {true, std::string(digits), std::string(region), ask_plans(digits, region)};
    }
    return answer.known;
  }

 private:
  struct Answer {
    bool given = false;
    std::string digits, region;
    std::optional<KnownNumber> known;
  };
  std::array<Answer, 256> answers_;
};

}  // namespace

std::optional<KnownNumber> known_number(std::string_view digits, std::string_view region) {
  thread_local Answers answers;
  return answers.of(digits, region);
}

namespace {

std::optional<std::string> ask_national_part(std::string_view international) {
  PhoneNumber number;
  if (!parse(international, "", number)) return std::nullopt;
  std::string national;
  util().GetNationalSignificantNumber(number, &national);
  return national;
}

/// As Answers: the lines that policies hold are compared with every number of a message.
class NationalParts {
 public:
  const std::optional<std::string>& of(std::string_view international) {
    Answer& answer = answers_[std::hash<std::string_view>{}(international) % answers_.size()];
    if (answer.international != international) answer = {std::string(international), ask_national_part(international)};
    return answer.national;
  }

 private:
  struct Answer {
    std::string international;
    std::optional<std::string> national;
  };
  std::array<Answer, 512> answers_;
};

}  // namespace

std::optional<std::string> national_part(std::string_view international) {
  if (international.empty()) return std::nullopt;
  thread_local NationalParts parts;
  return parts.of(international);
}

std::string calling_code(std::string_view region) {
  const int code = util().GetCountryCodeForRegion(std::string(region));
  return code == 0 ? std::string() : std::to_string(code);
}

}  // namespace selaras::values
