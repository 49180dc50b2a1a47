// issuer-empty: an authority that messages may name has a name, and stands once.
#include <fmt/format.h>

#include <set>

#include "lint/lints.h"

namespace selaras {

void lint_issuers(const LintSubject& subject, Lints& lints) {
  std::set<std::string> seen;
  for (const auto& issuer : subject.policies.issuers()) {
    if (issuer.names.empty()) {
      lints.add("issuer-empty", *issuer.file, issuer.where, fmt::format("issuer {} has no name", issuer.id), "write the names it goes by");
    }
    if (!seen.insert(issuer.id).second) {
      lints.add("issuer-empty", *issuer.file, issuer.where, fmt::format("issuer {} is listed twice", issuer.id), "merge the two");
    }
  }
}

}  // namespace selaras
