#include "policy/concept_index.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace selaras {
namespace {

constexpr double kNarrower = 0.9;  // the text names a kind of what the provision speaks of
constexpr double kWider = 0.6;     // the text names something more general

void keep_greatest(std::map<ConceptId, double>& weights, ConceptId id, double weight) {
  auto& kept = weights[id];
  kept = std::max(kept, weight);
}

}  // namespace

ConceptIndex::ConceptIndex(const PolicyBase& policies, const Ontology& ontology, const Lexicon& lexicon, Segmenter& segmenter)
    : ontology_(ontology), penalties_(ontology.size(), false), punishments_(ontology.size(), false) {
  std::vector<std::map<ConceptId, double>> spoken_of(policies.provisions().size());
  std::vector<std::vector<Posting>> postings(ontology.size());
  for (ProvisionIndex index = 0; index < policies.provisions().size(); ++index) {
    const auto& provision = policies[index];
    const auto segmentation = segmenter.segment(provision.statement);
    for (const auto& mention : lexicon.find(provision.statement, segmentation)) {
      if (mention.entry->kind == EntryKind::concept_term) keep_greatest(spoken_of[index], mention.entry->concept_id, kStatementAlone);
    }
    for (const auto& norm : provision.norms) {
      for (const auto& quantity : norm.quantities) {
        const bool penalty = quantity.role == QuantityRole::penalty_max || quantity.role == QuantityRole::penalty_min;
        if (penalty && quantity.attribute.known()) penalties_[quantity.attribute.index] = true;
      }
      for (const ConceptId id : concepts_of(norm)) keep_greatest(spoken_of[index], id, 1);
    }
    for (const auto& [id, weight] : spoken_of[index]) postings[id.index].push_back({index, weight == 1});
  }
  mark_punishments();
  postings_ = Lists<Posting>(postings);
  const auto count = static_cast<double>(std::max<size_t>(1, policies.provisions().size()));
  std::vector<double> rarity;
  for (const auto& holders : postings) rarity.push_back(std::log((count + 1) / (static_cast<double>(holders.size()) + 0.5)));
  std::vector<double> total(policies.provisions().size(), 0);
  for (ProvisionIndex index = 0; index < total.size(); ++index) {
    for (const auto& [id, weight] : spoken_of[index]) total[index] += weight * rarity[id.index];
  }
  rarity_ = Column<double>(std::move(rarity));
  total_ = Column<double>(std::move(total));
}

/// What the ontology calls a punishment, and all below it.
void ConceptIndex::mark_punishments() {
  for (uint32_t i = 0; i < ontology_.size(); ++i) {
    const auto& entry = ontology_[ConceptId{i}];
    punishments_[i] = entry.punishes;
    if (!entry.punishes) continue;
    for (const ConceptId below : ontology_.descendants(ConceptId{i})) punishments_[below.index] = true;
  }
}

std::vector<ConceptIndex::Overlap> ConceptIndex::overlaps(std::span<const WeightedConcept> named) const {
  std::vector<Overlap> overlaps(total_.size());
  std::map<ConceptId, double> mentions;
  for (const auto& mention : named) keep_greatest(mentions, mention.id, mention.weight);
  std::vector<double> best(postings_.size(), 0);  // for each concept of a provision only the best mention counts
  std::vector<double> held(total_.size(), 0);     // how well each provision speaks of the mention at hand
  std::vector<ProvisionIndex> holders;
  double total_named = 0;
  for (const auto& mention : mentions) {
    const ConceptId id = mention.first;
    const double weight = mention.second;
    const auto reach = [&](ConceptId other, double nearness) {
      best[other.index] = std::max(best[other.index], weight * nearness);
      for (const auto& posting : postings_[other.index]) {
        if (held[posting.provision] == 0) holders.push_back(posting.provision);
        held[posting.provision] = std::max(held[posting.provision], nearness * posting.weight());
      }
    };
    reach(id, 1);
    for (const ConceptId above : ontology_.ancestors(id)) reach(above, kNarrower);
    for (const ConceptId below : ontology_.descendants(id)) reach(below, kWider);
    total_named += weight * rarity_[id.index];
    for (const ProvisionIndex holder : holders) {
      overlaps[holder].of_named += held[holder] * weight * rarity_[id.index];
      held[holder] = 0;
    }
    holders.clear();
  }
  for (size_t id = 0; id < best.size(); ++id) {
    if (best[id] == 0) continue;
    for (const auto& posting : postings_[id]) overlaps[posting.provision].of_provision += best[id] * posting.weight() * rarity_[id];
  }
  for (size_t i = 0; i < overlaps.size(); ++i) {
    if (total_[i] > 0) overlaps[i].of_provision /= total_[i];
    if (total_named > 0) overlaps[i].of_named /= total_named;
  }
  return overlaps;
}

}  // namespace selaras
