#include "policy/provision.h"

#include <array>

namespace selaras {
namespace {

constexpr std::array<std::string_view, 7> kKinds = {"norm", "sanction", "service", "definition", "practice", "statistic", "announcement"};
constexpr std::array<std::string_view, 6> kStatuses = {"proposed", "approved", "pilot", "in-force", "suspended", "ended"};
constexpr std::array<std::string_view, 3> kConfidences = {"high", "medium", "low"};

bool is_plan(Status status) { return status == Status::proposed || status == Status::approved; }

}  // namespace

bool Provision::holds_on(Date day) const {
  const bool lives = status == Status::in_force || status == Status::pilot || (status == Status::ended && in_force.to);
  return lives && !in_force.ended_before(day) && (from_is_page_date || !in_force.begins_after(day));
}

bool Provision::is_past(Date day) const {
  return (status == Status::ended && !in_force.to) || (!is_plan(status) && in_force.ended_before(day));
}

bool Provision::is_future_or_plan(Date day) const {
  return is_plan(status) || (!is_past(day) && !from_is_page_date && in_force.begins_after(day));
}

std::string_view name(ProvisionKind kind) { return kKinds[static_cast<size_t>(kind)]; }
std::string_view name(Status status) { return kStatuses[static_cast<size_t>(status)]; }
std::string_view name(Confidence confidence) { return kConfidences[static_cast<size_t>(confidence)]; }

}  // namespace selaras
