// supersession, supersession-open, status-dates: what replaces what is a line through time. A plan replaces nothing; a state replaces
// its own rules only; what was replaced has an end.
#include <fmt/format.h>

#include <algorithm>

#include "lint/lints.h"

namespace selaras {
namespace {

/// A link of a circle leads back to itself.
bool in_circle(const PolicyBase& policies, ProvisionIndex index) {
  std::vector<ProvisionIndex> open(policies.replaced_by_it(index).begin(), policies.replaced_by_it(index).end());
  std::vector<ProvisionIndex> seen;
  while (!open.empty()) {
    const ProvisionIndex next = open.back();
    open.pop_back();
    if (next == index) return true;
    if (std::find(seen.begin(), seen.end(), next) != seen.end()) continue;
    seen.push_back(next);
    for (const ProvisionIndex older : policies.replaced_by_it(next)) open.push_back(older);
  }
  return false;
}

bool is_plan(const Provision& provision) { return provision.status == Status::proposed || provision.status == Status::approved; }

void links(const LintSubject& subject, const Provision& provision, Lints& lints) {
  const auto& policies = subject.policies;
  const auto index = *policies.index_of(provision.id);
  if (in_circle(policies, index)) {
    lints.add("supersession", provision, fmt::format("provision {} supersedes itself, through the provisions it names", provision.id),
              "the newer names the older, never the other way");
    return;
  }
  for (const auto older : policies.replaced_by_it(index)) {
    const auto& old = policies[older];
    if (old.jurisdiction != provision.jurisdiction) {
      lints.add("supersession", provision, fmt::format("provision {} supersedes {}, a rule of another jurisdiction", provision.id, old.id),
                "name it under related");
    }
    if (is_plan(provision)) {
      lints.add("supersession", provision, fmt::format("provision {} is {} and already supersedes {}", provision.id, name(provision.status), old.id),
                "name it under related until the plan is law");
      continue;
    }
    if (old.status == Status::ended || old.in_force.to || is_plan(old) || old.status == Status::suspended) continue;
    lints.add("supersession-open", old, fmt::format("provision {} was replaced by {} and has no end", old.id, provision.id),
              "give it its last day (in_force: to), or status: ended");
  }
}

void status_against_dates(const LintSubject& subject, const Provision& provision, Lints& lints) {
  const auto& to = provision.in_force.to;
  const bool lives = provision.status == Status::in_force || provision.status == Status::pilot;
  if (lives && to && *to < subject.today) {
    lints.add("status-dates", provision, fmt::format("provision {} is {} and ended on {}", provision.id, name(provision.status), to->iso()),
              "write status: ended");
  }
  if (provision.status == Status::ended && to && subject.today <= *to) {
    lints.add("status-dates", provision, fmt::format("provision {} is ended and holds until {}", provision.id, to->iso()),
              "write status: in-force, or its true last day");
  }
  if (is_plan(provision) && provision.in_force.to && !provision.in_force.from) {
    lints.add("status-dates", provision, fmt::format("provision {} is {} and has an end without a beginning", provision.id, name(provision.status)),
              "take the end away, or say when it is to begin");
  }
}

}  // namespace

void lint_supersession(const LintSubject& subject, Lints& lints) {
  for (const auto& provision : subject.policies.provisions()) {
    links(subject, provision, lints);
    status_against_dates(subject, provision, lints);
  }
}

}  // namespace selaras
