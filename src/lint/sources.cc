// source-missing: everything that is held against a message can be looked up. Titles are required by loading.
#include <fmt/format.h>

#include <set>

#include "lint/lints.h"

namespace selaras {

void lint_sources(const LintSubject& subject, Lints& lints) {
  std::set<std::pair<std::string, std::string>> told;  // one instrument serves many provisions
  for (const auto& provision : subject.policies.provisions()) {
    const auto& instrument = provision.instrument;
    const bool has_page = instrument.url.starts_with("https://") || instrument.url.starts_with("http://");
    if (has_page && !instrument.publisher.empty()) continue;
    if (!told.insert({provision.file->path(), instrument.id}).second) continue;
    lints.add("source-missing", provision,
              fmt::format("the instrument '{}' of {} has no {}", instrument.id, provision.id, has_page ? "publisher" : "url"),
              "say who published it and at what address");
  }
}

}  // namespace selaras
