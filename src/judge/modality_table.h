// How a claim's modality stands to a rule's on the same act: the 9 by 9 table of logic.md 6.2, and the two turns that bring a claim to the
// rule's side of an act first: the converse ("workers pay" against "agencies charge") and the antonym ("withhold" against "provide").
#pragma once

#include <string_view>

#include "frame/frame.h"
#include "ontology/ontology.h"

namespace selaras {

enum class Stand : uint8_t {
  supports,   // S: the rule bears the claim out
  weaker,     // W: true, and less than the rule says
  stronger,   // O: more than the rule says
  opposes,    // X: both cannot hold
  unsettled,  // U: neither follows nor is excluded
};

/// `regime` is that of the act: in a closed one what is not granted is not allowed. `hedged`: the claim speaks of what may happen.
Stand stand_of(Modality claim, Modality rule, Regime regime, bool hedged = false);

/// The claim seen from the other party of the act: "workers need not pay" of what may be charged. Settled only where both readings agree.
Stand stand_of_converse(Modality claim, Modality rule, Regime regime);

/// The claim about the opposite act: "must not withhold" is "must provide".
Stand stand_of_antonym(Modality claim, Modality rule, Regime regime);

std::string_view name(Stand stand);

}  // namespace selaras
