// How near every provision of the base lies to one statement, by words, by concepts and by state, and the nearest of them in order
// (DESIGN 4.5). Retrieval proposes; it never decides.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "judge/claim_context.h"
#include "judge/knowledge.h"
#include "judge/named_concepts.h"

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

/// Looks for one statement after another of one message; what it tells is of the last one.
class Candidates {
 public:
  Candidates(const Message& message, const Knowledge& knowledge);

  /// `left_out` as in TextIndex.
  void look(const ClaimContext& context, const LeftOut& left_out = {});

  const Nearby& operator[](ProvisionIndex index) const { return in_question(index) ? nearby_[index] : nowhere_; }
  bool in_question(ProvisionIndex index) const { return states_->weights[index] > 0; }
  bool is_near(ProvisionIndex index) const { return near_[index] != 0; }
  /// The nearest by words and by concepts together, best first; provisions that share nothing are left out.
  const std::vector<ProvisionIndex>& nearest() const { return nearest_; }
  /// What the statement names.
  const NamedConcepts& named() const { return named_concepts_; }
  /// In the order of the base.
  const std::vector<ProvisionIndex>& all_in_question() const { return states_->in_question; }

 private:
  /// What is in question where certain states are named.
  struct States {
    std::vector<std::string> named;
    std::vector<uint32_t> stretches;  // of the base, in which some provision is in question
    std::vector<ProvisionIndex> in_question;
    std::vector<double> weights;      // by provision: of its jurisdiction
  };
  const States& states_where(const std::vector<std::string>& named);
  void measure(const ClaimContext& context, const LeftOut& left_out);
  void keep_nearest();

  struct Ranked {
    double rank;
    ProvisionIndex index;
  };

  const Message& message_;
  const Knowledge& knowledge_;
  std::deque<States> known_states_;  // one for each set of states that some statement named
  const States* states_ = nullptr;   // of the last statement
  std::vector<Nearby> nearby_;  // by provision, of those in question
  const Nearby nowhere_;
  std::vector<ProvisionIndex> nearest_;
  std::vector<uint8_t> near_;  // by provision
  std::vector<Ranked> ranked_;
  std::vector<WeightedConcept> concepts_;
  NamedConcepts named_concepts_;
  TextSearch by_text_;
  ConceptSearch by_concept_;
};

}  // namespace selaras
