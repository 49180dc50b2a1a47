#include "judge/gone.h"

#include <algorithm>

namespace selaras {
namespace {

bool denies(Modality modality) {
  return modality == Modality::will_not || modality == Modality::not_entitled || modality == Modality::need_not;
}

/// Also where it only narrows the rule: "under the programme".
bool names(const Frame& norm, ConceptId id) {
  const auto concepts = concepts_of(norm);
  return std::find(concepts.begin(), concepts.end(), id) != concepts.end();
}

}  // namespace

bool has_in_slot(const Frame& norm, ConceptId id) { return norm.bearer == id || norm.object == id || norm.counterparty == id; }

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
