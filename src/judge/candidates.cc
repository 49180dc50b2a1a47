#include "judge/candidates.h"

#include <algorithm>

#include "judge/jurisdiction.h"

namespace selaras {
namespace {

constexpr size_t kNearest = 40;

double weight_of(Nearness nearness) {
  switch (nearness) {
    case Nearness::clause: return 1.0;
    case Nearness::sentence: return 0.85;
    case Nearness::context: return 0.5;
  }
  return 0;
}

double rank(const Nearby& near) { return (near.text + near.text_share + near.likeness + near.concepts + near.concept_share) * near.jurisdiction; }

}  // namespace

Candidates::Candidates(const ClaimContext& context, const Knowledge& knowledge, const LeftOut& left_out)
    : nearby_(knowledge.policies.provisions().size()) {
  const auto scores = knowledge.by_text.scores(context.terms, left_out);
  const auto shares = knowledge.by_text.shares(context.terms, left_out);
  const auto likest = knowledge.by_text.likest(context.terms, left_out);
  std::vector<WeightedConcept> named;
  for (const auto& mention : context.concepts) named.push_back({mention.id, weight_of(mention.nearness)});
  const auto overlaps = knowledge.by_concept.overlaps(named);
  const auto states = states_in_question(context.named_places, knowledge.policies);
  double best = 0;
  for (ProvisionIndex i = 0; i < nearby_.size(); ++i) {
    nearby_[i].jurisdiction = jurisdiction_weight(knowledge.policies[i], *context.reading->message, states);
    if (in_question(i)) best = std::max(best, scores[i]);
  }
  for (ProvisionIndex i = 0; i < nearby_.size(); ++i) {
    Nearby& near = nearby_[i];
    near.text = best > 0 ? scores[i] / best : 0;
    near.text_share = shares[i];
    near.likeness = std::max(likest[i].says, likest[i].gainsays);
    near.gainsaying = likest[i].gainsays - likest[i].says;
    near.concepts = std::min(1.0, overlaps[i].of_provision);
    near.concept_share = std::min(1.0, overlaps[i].of_named);
    if (in_question(i) && rank(near) > 0) nearest_.push_back(i);
  }
  const auto kept = std::min(kNearest, nearest_.size());
  std::partial_sort(nearest_.begin(), nearest_.begin() + static_cast<std::ptrdiff_t>(kept), nearest_.end(), [&](ProvisionIndex a, ProvisionIndex b) {
    return rank(nearby_[a]) != rank(nearby_[b]) ? rank(nearby_[a]) > rank(nearby_[b]) : a < b;
  });
  nearest_.resize(kept);
  near_.resize(nearby_.size(), false);
  for (const ProvisionIndex i : nearest_) near_[i] = true;
}

}  // namespace selaras
