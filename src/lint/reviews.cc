// review-missing, review-past: law changes; every provision has a day by which somebody looks at its source again.
#include <fmt/format.h>

#include "lint/lints.h"

namespace selaras {

void lint_reviews(const LintSubject& subject, Lints& lints) {
  for (const auto& provision : subject.policies.provisions()) {
    if (!provision.review_by) {
      lints.add("review-missing", provision, fmt::format("provision {} has no review_by", provision.id),
                "write the day by which its source must be looked at again");
    } else if (*provision.review_by < subject.today) {
      lints.add("review-past", provision, fmt::format("provision {} was to be reviewed by {}", provision.id, provision.review_by->iso()),
                "look at its source again, then move review_by");
    }
  }
}

}  // namespace selaras
