#include "check/wording_arguments.h"

#include <algorithm>
#include <array>

namespace selaras {
namespace {

using Names = std::span<const std::string_view>;

constexpr std::array<std::string_view, 2> kBare = {"claimed", "day"};  // findings that no provision proves
constexpr std::array<std::string_view, 7> kStatement = {"claimed", "day", "id", "own", "rule", "state", "statement"};
constexpr std::array<std::string_view, 5> kPromise = {"claimed", "day", "held", "id", "statement"};
constexpr std::array<std::string_view, 6> kQuantity = {"claimed", "day", "id", "rule", "state", "statement"};
constexpr std::array<std::string_view, 10> kStale = {"claimed", "dated",    "day",  "ended", "id",
                                                     "old",     "replaced", "rule", "state", "statement"};
constexpr std::array<std::string_view, 8> kNotInForce = {"claimed", "day",   "governed",  "id",
                                                         "rule",    "state", "statement", "status"};

struct Given {
  std::string_view check;
  Names names;
};

constexpr std::array<Given, 12> kGiven = {{
    {"policy/absolute", kStatement},
    {"policy/contradiction", kStatement},
    {"policy/foreign-promise", kPromise},
    {"policy/missing-condition", kStatement},
    {"policy/not-in-force", kNotInForce},
    {"policy/overpromise", kBare},
    {"policy/practice-gap", kStatement},
    {"policy/quantity", kQuantity},
    {"policy/stale", kStale},
    {"policy/statistic", kBare},
    {"policy/strength", kStatement},
    {"policy/wrong-party", kStatement},
}};

}  // namespace

Names wording_arguments(std::string_view check) {
  const auto found = std::find_if(kGiven.begin(), kGiven.end(), [&](const Given& one) { return one.check == check; });
  return found == kGiven.end() ? Names() : found->names;
}

}  // namespace selaras
