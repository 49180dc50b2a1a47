// The few questions that we ask libphonenumber, so that its headers stay in one file. The library knows numbering plans of 2022: a
// number it does not know is not wrong for that, and short codes are none of its business.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace selaras::values {

struct KnownNumber {
  std::string international;  // + and digits
  bool bare_inside = false;   // toll-free, shared-cost and the like: dialled without a trunk prefix, often not from abroad
};

/// A valid number as dialled in `region` (ISO 3166-1), or anywhere when it begins with +; nullopt when no plan has it.
std::optional<KnownNumber> known_number(std::string_view digits, std::string_view region);

/// The part of a + number behind the country's calling code; nullopt when no country has that code.
std::optional<std::string> national_part(std::string_view international);

/// "60" for MY; empty for an unknown region.
std::string calling_code(std::string_view region);

}  // namespace selaras::values
