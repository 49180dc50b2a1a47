#include "judge/jurisdiction.h"

#include <algorithm>

namespace selaras {
namespace {

constexpr double kNamed = 1.0;
constexpr double kSpeaker = 0.85;
constexpr double kAudience = 0.8;
constexpr double kCorridor = 0.7;
constexpr double kInternational = 0.5;
constexpr double kPassedOver = 0.5;  // the statement names other states
constexpr std::string_view kInternationalCode = "XX";

bool holds(const std::vector<std::string>& codes, std::string_view code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

double unnamed_weight(std::string_view jurisdiction, const Message& message) {
  if (jurisdiction == kInternationalCode) return message.country == kInternationalCode ? kSpeaker : kInternational;
  if (message.country == jurisdiction) return kSpeaker;
  if (message.audience && message.audience->location == jurisdiction) return kAudience;
  return holds(message.corridor, jurisdiction) ? kCorridor : 0;
}

}  // namespace

NamedStates states_in_question(const std::vector<std::string>& named, const PolicyBase& policies) {
  const bool covered = std::any_of(named.begin(), named.end(), [&](const std::string& code) { return policies.covers(code); });
  return {named, covered};
}

JurisdictionWeight::JurisdictionWeight(std::string_view jurisdiction, const Message& message, const NamedStates& named)
    : named_(named), state_named_(holds(named.codes, jurisdiction)), unnamed_(unnamed_weight(jurisdiction, message)) {}

double JurisdictionWeight::of(const Provision& provision) const {
  if (state_named_) return kNamed;
  if (unnamed_ == 0) return 0;
  const bool route_named = std::any_of(named_.codes.begin(), named_.codes.end(), [&](const std::string& code) {
    return holds(provision.route.destinations, code) || holds(provision.route.origins, code);
  });
  if (route_named) return kNamed;
  return named_.any_covered ? kPassedOver * unnamed_ : unnamed_;
}

}  // namespace selaras
