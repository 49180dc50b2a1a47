// What is there no more: a programme, a document, an Act or an agency that only rules which are over name, while those in force are silent
// of it or deny it. A message that still tells people to use it is stale, whatever else it says (logic.md 6.6).
#pragma once

#include "judge/knowledge.h"

namespace selaras {

/// `id` is a thing or an actor that some rule which is over on that day names in a slot of its own, and no rule that holds then does but to
/// deny it. False for what the base names nowhere.
bool is_gone(ConceptId id, Date day, const PolicyBase& policies);

/// The norm has the concept as its bearer, its object or its counterparty.
bool has_in_slot(const Frame& norm, ConceptId id);

}  // namespace selaras
