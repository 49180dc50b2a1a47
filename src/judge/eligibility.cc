#include "judge/eligibility.h"

#include <algorithm>

namespace selaras {
namespace {

bool names(const Reading& reading, ConceptId id, const Ontology& ontology) {
  const auto& shown_by = ontology[id].shown_by;
  const auto tells = [&](const Mention& m) {
    if (m.entry->kind != EntryKind::concept_term) return false;
    const ConceptId named = m.entry->concept_id;
    if (ontology.relate(named, id) != Relation::disjoint) return true;
    return std::any_of(shown_by.begin(), shown_by.end(), [&](ConceptId thing) { return ontology.relate(named, thing) != Relation::disjoint; });
  };
  return std::any_of(reading.blocks.begin(), reading.blocks.end(), [&](const ReadBlock& block) { return std::any_of(block.mentions.begin(), block.mentions.end(), tells); });
}

/// An atom of several concepts is met by any of them.
bool is_eligibility(const Atom& atom, const Ontology& ontology) {
  return !atom.negated && !atom.concepts.empty() && std::all_of(atom.concepts.begin(), atom.concepts.end(), [&](ConceptId id) { return ontology[id].eligibility; });
}

}  // namespace

std::vector<ConceptId> unnamed_eligibility(const Frame& norm, const Reading& reading, const Ontology& ontology) {
  std::vector<ConceptId> unnamed;
  for (const auto& alternative : norm.conditions) {
    std::vector<ConceptId> missing;
    for (const Atom& atom : alternative) {
      if (!is_eligibility(atom, ontology)) continue;
      const bool named = std::any_of(atom.concepts.begin(), atom.concepts.end(), [&](ConceptId id) { return names(reading, id, ontology); });
      if (!named) missing.push_back(atom.concepts.front());
    }
    if (missing.empty()) return {};
    if (unnamed.empty()) unnamed = std::move(missing);
  }
  return unnamed;
}

}  // namespace selaras
