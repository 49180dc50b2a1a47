// converse-back, antonym-back: what turns an act round turns back to it. An act may be turned into one that turns into a third only by
// mistake, for the judge follows either end.
#include <fmt/format.h>

#include "lint/rules_lints.h"

namespace selaras {
namespace {

void turn(const Ontology& ontology, const Concept& act, ConceptId self, ConceptId Concept::*which, std::string_view word,
          Lints& lints) {
  const ConceptId other = act.*which;
  if (!other.known()) return;
  const ConceptId back = ontology[other].*which;
  if (back == self) return;
  const std::string found = back.known() ? fmt::format("names '{}'", ontology[back].id) : "names none";
  lints.add(fmt::format("{}-back", word), act.at,
            fmt::format("'{}' has the {} '{}', which {}", act.id, word, ontology[other].id, found),
            fmt::format("write `{}: {}` at '{}', or take this one away", word, act.id, ontology[other].id));
}

}  // namespace

void lint_turns(const RulesSubject& subject, Lints& lints) {
  for (uint32_t i = 0; i < subject.ontology.size(); ++i) {
    const Concept& act = subject.ontology[ConceptId{i}];
    turn(subject.ontology, act, {i}, &Concept::converse, "converse", lints);
    turn(subject.ontology, act, {i}, &Concept::antonym, "antonym", lints);
  }
}

}  // namespace selaras
