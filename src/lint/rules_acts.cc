// act-objects: an act of two words is read where its verb meets one of its objects, so one without objects is never read.
#include <fmt/format.h>

#include "lint/rules_lints.h"

namespace selaras {

void lint_acts(const RulesSubject& subject, Lints& lints) {
  for (const auto& pack : subject.packs) {
    for (size_t i = 0; i < pack.acts_at.size(); ++i) {
      if (!pack.acts[i].objects.empty()) continue;
      lints.add("act-objects", pack.acts_at[i],
                fmt::format("an act of '{}' has no objects and is never read", subject.ontology[pack.acts[i].entry.concept_id].id),
                "name what it is done to under `objects`, or write its verbs as terms of the action");
    }
  }
}

}  // namespace selaras
