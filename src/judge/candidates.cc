#include "judge/candidates.h"

#include <algorithm>

#include "judge/jurisdiction.h"

namespace selaras {
namespace {

constexpr size_t kNearest = 40;
constexpr size_t kStatesKept = 64;

double rank(const Nearby& near) { return (near.text + near.text_share + near.likeness + near.concepts + near.concept_share) * near.jurisdiction; }

}  // namespace

Candidates::Candidates(const Message& message, const Knowledge& knowledge)
    : message_(message), knowledge_(knowledge), nearby_(knowledge.policies.provisions().size()), near_(nearby_.size(), 0), named_concepts_(message, knowledge.ontology) {}

void Candidates::look(const ClaimContext& context, const LeftOut& left_out) {
  states_ = &states_where(context.named_places);
  named_concepts_.read(context);
  measure(context, left_out);
  keep_nearest();
}

const Candidates::States& Candidates::states_where(const std::vector<std::string>& named) {
  for (const auto& known : known_states_) {
    if (known.named == named) return known;
  }
  if (known_states_.size() == kStatesKept) known_states_.clear();
  States& states = known_states_.emplace_back();
  states.named = named;
  states.weights.resize(nearby_.size());
  const auto codes = states_in_question(named, knowledge_.policies);
  const auto stretches = knowledge_.policies.stretches();
  for (uint32_t number = 0; number < stretches.size(); ++number) {
    const auto& stretch = stretches[number];
    const JurisdictionWeight weight(stretch.jurisdiction, message_, codes);
    if (weight.nothing()) continue;
    for (ProvisionIndex index = stretch.first; index < stretch.last; ++index) {
      states.weights[index] = weight.of(knowledge_.policies[index]);
      states.in_question.push_back(index);
    }
    states.stretches.push_back(number);
  }
  return states;
}

void Candidates::measure(const ClaimContext& context, const LeftOut& left_out) {
  concepts_.clear();
  for (const auto& mention : context.concepts) concepts_.push_back({mention.id, weight_of(mention.nearness)});
  knowledge_.by_text.search(context.terms, states_->stretches, left_out, by_text_);
  knowledge_.by_concept.search(concepts_, states_->stretches, by_concept_);
  double best = 0;
  for (const ProvisionIndex index : states_->in_question) best = std::max(best, by_text_[index].score);
  const double per_best = best > 0 ? 1 / best : 0;
  ranked_.clear();
  for (const ProvisionIndex index : states_->in_question) {
    const TextNearness& text = by_text_[index];
    const Overlap& overlap = by_concept_[index];
    Nearby& near = nearby_[index];
    near.jurisdiction = states_->weights[index];
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
