// norm-missing, unmodelled-reason: nothing of a provision is left out without a word about why.
#include <fmt/format.h>

#include "lint/lints.h"

namespace selaras {

void lint_norms(const LintSubject& subject, Lints& lints) {
  for (const auto& provision : subject.policies.provisions()) {
    if (provision.norms.empty() && provision.unmodelled.empty()) {
      lints.add("norm-missing", provision, fmt::format("provision {} has neither norms nor unmodelled parts", provision.id),
                "write what it says as norms, or say under unmodelled why it cannot be");
    }
    for (const auto& part : provision.unmodelled) {
      if (part.reason.size() >= 3) continue;
      lints.add("unmodelled-reason", provision, fmt::format("provision {} leaves out '{}' without a reason", provision.id, part.part),
                "say in a few words why no norm carries it");
    }
  }
}

}  // namespace selaras
