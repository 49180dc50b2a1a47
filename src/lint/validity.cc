// validity-gap, validity-overlap: a rule begins on the day after the one it replaces ends, unless a practice note on either tells the
// doubt. Days that are not known, or known only as the day of a page, prove nothing.
#include <fmt/format.h>

#include <algorithm>

#include "lint/lints.h"

namespace selaras {
namespace {

bool doubt_is_told(const Provision& a, const Provision& b) { return !a.practice_note.empty() || !b.practice_note.empty(); }

bool begins_on_known_day(const Provision& provision) { return provision.in_force.from && !provision.from_is_page_date; }

void overlaps(const Provision& old, const Provision& later, Lints& lints) {
  if (*later.in_force.from > *old.in_force.to || doubt_is_told(old, later)) return;
  lints.add("validity-overlap", later,
            fmt::format("provision {} begins on {}, and {}, which it replaces, holds until {}", later.id, later.in_force.from->iso(), old.id,
                        old.in_force.to->iso()),
            "mend one of the days, or tell the doubt in a practice_note");
}

/// Several may have taken its place in turn or side by side: the first of them counts.
void gap_after(const LintSubject& subject, ProvisionIndex index, Lints& lints) {
  const auto& policies = subject.policies;
  const auto& old = policies[index];
  const Provision* first = nullptr;
  for (const auto later : policies.replacing_it(index)) {
    if (!begins_on_known_day(policies[later])) return;
    if (first == nullptr || policies[later].in_force.from < first->in_force.from) first = &policies[later];
  }
  if (first == nullptr || *first->in_force.from <= old.in_force.to->plus_days(1) || doubt_is_told(old, *first)) return;
  lints.add("validity-gap", *first,
            fmt::format("provision {} begins on {}, and {}, which it replaces, ended on {}", first->id, first->in_force.from->iso(), old.id,
                        old.in_force.to->iso()),
            "mend one of the days, or tell what held in between in a practice_note");
}

}  // namespace

void lint_validity(const LintSubject& subject, Lints& lints) {
  const auto& policies = subject.policies;
  for (ProvisionIndex index = 0; index < policies.provisions().size(); ++index) {
    const auto& old = policies[index];
    if (!old.in_force.to) continue;
    for (const auto later : policies.replacing_it(index)) {
      if (begins_on_known_day(policies[later])) overlaps(old, policies[later], lints);
    }
    gap_after(subject, index, lints);
  }
}

}  // namespace selaras
