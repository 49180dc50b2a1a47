#include "policy/concept_index.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace selaras {
namespace {

constexpr double kStatementAlone = 0.5;
constexpr double kNarrower = 0.9;  // the text names a kind of what the provision speaks of
constexpr double kWider = 0.6;     // the text names something more general

void keep_greatest(std::map<ConceptId, double>& weights, ConceptId id, double weight) {
  auto& kept = weights[id];
  kept = std::max(kept, weight);
}

}  // namespace

ConceptIndex::ConceptIndex(const PolicyBase& policies, const Ontology& ontology, const Lexicon& lexicon, Segmenter& segmenter)
    : ontology_(ontology), postings_(ontology.size()), rarity_(ontology.size(), 0), total_(policies.provisions().size(), 0) {
  std::vector<std::map<ConceptId, double>> spoken_of(policies.provisions().size());
  for (ProvisionIndex index = 0; index < policies.provisions().size(); ++index) {
    const auto& provision = policies[index];
    const auto segmentation = segmenter.segment(provision.statement);
    for (const auto& mention : lexicon.find(provision.statement, segmentation)) {
      if (mention.entry->kind == EntryKind::concept_term) keep_greatest(spoken_of[index], mention.entry->concept_id, kStatementAlone);
    }
    for (const auto& norm : provision.norms) {
      for (const ConceptId id : concepts_of(norm)) keep_greatest(spoken_of[index], id, 1);
    }
    for (const auto& [id, weight] : spoken_of[index]) postings_[id.index].push_back({index, weight});
  }
  const auto count = static_cast<double>(std::max<size_t>(1, policies.provisions().size()));
  for (size_t i = 0; i < postings_.size(); ++i) {
    rarity_[i] = std::log((count + 1) / (static_cast<double>(postings_[i].size()) + 0.5));
  }
  for (ProvisionIndex index = 0; index < total_.size(); ++index) {
    for (const auto& [id, weight] : spoken_of[index]) total_[index] += weight * rarity_[id.index];
  }
}

std::vector<double> ConceptIndex::scores(std::span<const WeightedConcept> named) const {
  // For each concept of a provision only the best mention counts.
  std::map<ConceptId, double> best;
  for (const auto& mention : named) {
    keep_greatest(best, mention.id, mention.weight);
    for (const ConceptId above : ontology_.ancestors(mention.id)) keep_greatest(best, above, mention.weight * kNarrower);
    for (const ConceptId below : ontology_.descendants(mention.id)) keep_greatest(best, below, mention.weight * kWider);
  }
  std::vector<double> scores(total_.size(), 0);
  for (const auto& [id, weight] : best) {
    for (const auto& posting : postings_[id.index]) scores[posting.provision] += weight * posting.weight * rarity_[id.index];
  }
  for (size_t i = 0; i < scores.size(); ++i) {
    if (total_[i] > 0) scores[i] /= total_[i];
  }
  return scores;
}

}  // namespace selaras
