#include "judge/candidates.h"

#include <algorithm>

#include "judge/jurisdiction.h"

namespace selaras {
namespace {

constexpr size_t kNearest = 40;

double rank(const Nearby& near) { return (near.text + near.text_share + near.likeness + near.concepts + near.concept_share) * near.jurisdiction; }

}  // namespace

Candidates::Candidates(const Message& message, const Knowledge& knowledge)
    : message_(message), knowledge_(knowledge), nearby_(knowledge.policies.provisions().size()), near_(nearby_.size(), 0), named_concepts_(message, knowledge.ontology) {}

void Candidates::look(const ClaimContext& context, const LeftOut& left_out) {
  if (named_ != context.named_places) ask_for_states(context.named_places);
  named_concepts_.read(context);
  measure(context, left_out);
  keep_nearest();
}

void Candidates::ask_for_states(const std::vector<std::string>& named) {
  named_ = named;
  stretches_.clear();
  in_question_.clear();
  const auto states = states_in_question(named, knowledge_.policies);
  const auto stretches = knowledge_.policies.stretches();
  for (uint32_t number = 0; number < stretches.size(); ++number) {
    const auto& stretch = stretches[number];
    bool any = false;
    for (ProvisionIndex index = stretch.first; index < stretch.last; ++index) {
      const bool alike = states.codes.empty() && index > stretch.first;  // only where states are named do routes tell
      const double weight = alike ? nearby_[index - 1].jurisdiction : jurisdiction_weight(knowledge_.policies[index], message_, states);
      nearby_[index].jurisdiction = weight;
      if (weight > 0) in_question_.push_back(index);
      any = any || weight > 0;
    }
    if (any) stretches_.push_back(number);
  }
}

void Candidates::measure(const ClaimContext& context, const LeftOut& left_out) {
  concepts_.clear();
  for (const auto& mention : context.concepts) concepts_.push_back({mention.id, weight_of(mention.nearness)});
  knowledge_.by_text.search(context.terms, stretches_, left_out, by_text_);
  knowledge_.by_concept.search(concepts_, stretches_, by_concept_);
  double best = 0;
  for (const ProvisionIndex index : in_question_) best = std::max(best, by_text_[index].score);
  const double per_best = best > 0 ? 1 / best : 0;
  ranked_.clear();
  for (const ProvisionIndex index : in_question_) {
    const TextNearness& text = by_text_[index];
    const Overlap& overlap = by_concept_[index];
    Nearby& near = nearby_[index];
    near.text = text.score * per_best;
    near.text_share = text.share;
    near.likeness = std::max(text.says, text.gainsays);
    near.gainsaying = text.gainsays - text.says;
    near.concepts = std::min(1.0, overlap.of_provision);
    near.concept_share = std::min(1.0, overlap.of_named);
    if (const double order = rank(near); order > 0) ranked_.push_back({order, index});
  }
}

void Candidates::keep_nearest() {
  for (const ProvisionIndex index : nearest_) near_[index] = 0;
  nearest_.clear();
  const auto before = [](const Ranked& a, const Ranked& b) { return a.rank != b.rank ? a.rank > b.rank : a.index < b.index; };
  if (ranked_.size() > kNearest) {
    std::nth_element(ranked_.begin(), ranked_.begin() + kNearest, ranked_.end(), before);
    ranked_.resize(kNearest);
  }
  std::sort(ranked_.begin(), ranked_.end(), before);
  for (const Ranked& each : ranked_) {
    nearest_.push_back(each.index);
    near_[each.index] = 1;
  }
}

}  // namespace selaras
