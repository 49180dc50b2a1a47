// norm-missing, unmodelled-reason, unmodelled-part: nothing of a provision is left out without a word about why, and what is told as left
// out is there.
#include <fmt/format.h>

#include "lint/lints.h"

#include "text/fold.h"

namespace selaras {
namespace {

constexpr size_t kShortestReason = 3;  // bytes: no reason can be told in less

}  // namespace

void lint_norms(const LintSubject& subject, Lints& lints) {
  for (const auto& provision : subject.policies.provisions()) {
    if (provision.norms.empty() && provision.unmodelled.empty()) {
      lints.add("norm-missing", provision, fmt::format("provision {} has neither norms nor unmodelled parts", provision.id),
                "write what it says as norms, or say under unmodelled why it cannot be");
    }
    for (const auto& part : provision.unmodelled) {
      if (fold_key(provision.statement).find(fold_key(part.part)) == std::string::npos) {
        lints.add("unmodelled-part", *provision.file, provision.statement_span,
                  fmt::format("the statement of {} does not say '{}', which its unmodelled parts list", provision.id, part.part),
                  "write the part as the statement has it");
      }
      if (part.reason.size() >= kShortestReason) continue;
      lints.add("unmodelled-reason", provision, fmt::format("provision {} leaves out '{}' without a reason", provision.id, part.part),
                "say in a few words why no norm carries it");
    }
  }
}

}  // namespace selaras
