// coverage-empty, coverage-missing: what a state's coverage file says of a topic fits what is held. `full` without a rule would call
// every message on the topic unsupported.
#include <fmt/format.h>

#include <map>
#include <set>

#include "lint/lints.h"

namespace selaras {

void lint_coverage(const LintSubject& subject, Lints& lints) {
  std::map<std::string, std::map<std::string, const Provision*>> held;  // state, topic: the first that speaks of it
  for (const auto& provision : subject.policies.provisions()) held[provision.jurisdiction].try_emplace(provision.topic, &provision);
  for (const auto& [state, topics] : subject.policies.coverage()) {
    for (const auto& [topic, entry] : topics) {
      if (entry.level == Coverage::none || held[state].contains(topic)) continue;
      lints.add("coverage-empty", *entry.file, entry.where, fmt::format("{} says that it covers {}, and no provision does", state, topic),
                "add the provisions, or write none");
    }
    for (const auto& [topic, provision] : held[state]) {
      if (topics.contains(topic)) continue;
      lints.add("coverage-missing", *provision, fmt::format("the coverage of {} does not say how far {} is held", state, topic),
                fmt::format("add {}: partial (or full) to its coverage.yaml", topic));
    }
  }
}

}  // namespace selaras
