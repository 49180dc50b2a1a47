// How near every provision of the base lies to one statement, by words, by concepts and by state, and the nearest of them in order
// (DESIGN 4.5). Retrieval proposes; it never decides.
#pragma once

#include <optional>
#include <vector>

#include "judge/claim_context.h"
#include "judge/knowledge.h"

namespace selaras {

struct Nearby {
  double text = 0;           // shared words, against the best provision in question
  double text_share = 0;     // share of the statement's words that the provision holds
  double concepts = 0;       // share of what the provision speaks of that the statement and its context name
  double concept_share = 0;  // share of what is named that the provision speaks of
  double likeness = 0;       // to the likest single sentence that says what the provision says, or the contrary
  double gainsaying = 0;     // how much likelier it is to an example of a contradiction than to any that says the same; negative: the other way
  double jurisdiction = 0;   // 0: another state's
};

class Candidates {
 public:
  /// `left_out` as in TextIndex.
  Candidates(const ClaimContext& context, const Knowledge& knowledge, const LeftOut& left_out = {});

  const Nearby& operator[](ProvisionIndex index) const { return nearby_[index]; }
  bool in_question(ProvisionIndex index) const { return nearby_[index].jurisdiction > 0; }
  bool is_near(ProvisionIndex index) const { return near_[index]; }
  /// The nearest by words and by concepts together, best first; provisions that share nothing are left out.
  const std::vector<ProvisionIndex>& nearest() const { return nearest_; }

 private:
  std::vector<Nearby> nearby_;  // by provision
  std::vector<ProvisionIndex> nearest_;
  std::vector<bool> near_;  // by provision
};

}  // namespace selaras
