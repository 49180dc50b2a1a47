#include "judge/gone.h"

#include <algorithm>

namespace selaras {

bool has_in_slot(const Frame& norm, ConceptId id) { return norm.bearer == id || norm.object == id || norm.counterparty == id; }

namespace {

bool denies(Modality modality) {
  return modality == Modality::will_not || modality == Modality::not_entitled || modality == Modality::need_not;
}

/// Also where it only narrows the rule: "under the programme".
bool names(const Frame& norm, ConceptId id) {
  const auto among = [&](const std::vector<Atom>& atoms) {
    return std::any_of(atoms.begin(), atoms.end(), [&](const Atom& atom) {
      return std::find(atom.concepts.begin(), atom.concepts.end(), id) != atom.concepts.end() || (atom.quantity && atom.quantity->attribute == id);
    });
  };
  return has_in_slot(norm, id) || norm.action == id || std::any_of(norm.conditions.begin(), norm.conditions.end(), among) ||
         std::any_of(norm.exceptions.begin(), norm.exceptions.end(), among) ||
         std::any_of(norm.quantities.begin(), norm.quantities.end(), [&](const Quantity& q) { return q.attribute == id || among(q.of); });
}

}  // namespace

bool is_gone(ConceptId id, Date day, const PolicyBase& policies) {
  bool was_there = false;
  for (const Provision& provision : policies.provisions()) {
    const bool over = provision.is_past(day);
    for (const Frame& norm : provision.norms) {
      if (over) was_there = was_there || has_in_slot(norm, id);
      else if (!denies(norm.modality) && names(norm, id)) return false;
    }
  }
  return was_there;
}

}  // namespace selaras
