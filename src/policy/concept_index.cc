#include "policy/concept_index.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace selaras {
namespace {

constexpr double kNarrower = 0.9;  // the text names a kind of what the provision speaks of
constexpr double kWider = 0.6;     // the text names something more general

void keep_greatest(std::map<ConceptId, double>& weights, ConceptId id, double weight) {
  auto& kept = weights[id];
  kept = std::max(kept, weight);
}

std::vector<ConceptId> persons_in(const Frame& norm, const Ontology& ontology) {
  std::vector<ConceptId> persons;
  for (const ConceptId id : concepts_of(norm)) {
    const bool person = ontology[id].kind == ConceptKind::person || ontology[id].kind == ConceptKind::actor;
    if (person && std::find(persons.begin(), persons.end(), id) == persons.end()) persons.push_back(id);
  }
  return persons;
}

bool on_values(const Conditions& conditions) {
  return std::any_of(conditions.begin(), conditions.end(), [](const std::vector<Atom>& conjunction) {
    return std::any_of(conjunction.begin(), conjunction.end(), [](const Atom& atom) { return atom.quantity.has_value(); });
  });
}

std::vector<ConceptIndex::Need> needs_of(const Conditions& conditions) {
  std::vector<ConceptIndex::Need> needs;
  for (const auto& conjunction : conditions) {
    bool begins_conjunction = true;
    for (const auto& atom : conjunction) {
      if (atom.negated) continue;
      bool begins_atom = true;
      for (const ConceptId id : atom.concepts) {
        needs.push_back({id, atom.slot, std::exchange(begins_atom, false), std::exchange(begins_conjunction, false), 0});
      }
    }
    if (begins_conjunction) needs.push_back({{}, Slot::any, false, true, 0});
  }
  return needs;
}

}  // namespace

ConceptIndex::ConceptIndex(const PolicyBase& policies, const Ontology& ontology, const Lexicon& lexicon, Segmenter& segmenter)
    : ontology_(ontology), penalties_(ontology.size(), false), punishments_(ontology.size(), false) {
  std::vector<std::map<ConceptId, double>> spoken_of(policies.provisions().size());
  std::vector<std::vector<Posting>> postings(ontology.size() * policies.stretches().size());
  std::vector<size_t> holders(ontology.size(), 0);
  std::vector<std::vector<ConceptId>> persons;
  std::vector<uint32_t> first_norm;
  std::vector<std::vector<Need>> conditions, exceptions;
  std::vector<uint8_t> asks_for_values;
  std::vector<uint32_t> stretch_of;
  std::vector<Extent> stretches;
  for (const auto& stretch : policies.stretches()) {
    stretch_of.resize(stretch.last, static_cast<uint32_t>(stretches.size()));
    stretches.push_back({stretch.first, stretch.last});
  }
  for (ProvisionIndex index = 0; index < policies.provisions().size(); ++index) {
    const auto& provision = policies[index];
    const auto segmentation = segmenter.segment(provision.statement);
    for (const auto& mention : lexicon.find(provision.statement, segmentation)) {
      if (mention.entry->kind == EntryKind::concept_term) keep_greatest(spoken_of[index], mention.entry->concept_id, kStatementAlone);
    }
    first_norm.push_back(static_cast<uint32_t>(persons.size()));
    for (const auto& norm : provision.norms) {
      persons.push_back(persons_in(norm, ontology));
      conditions.push_back(needs_of(norm.conditions));
      exceptions.push_back(needs_of(norm.exceptions));
      asks_for_values.push_back(on_values(norm.conditions) || on_values(norm.exceptions) ? 1 : 0);
      for (const auto& quantity : norm.quantities) {
        const bool penalty = quantity.role == QuantityRole::penalty_max || quantity.role == QuantityRole::penalty_min;
        if (penalty && quantity.attribute.known()) penalties_[quantity.attribute.index] = true;
      }
      for (const ConceptId id : concepts_of(norm)) keep_greatest(spoken_of[index], id, 1);
    }
    for (const auto& [id, weight] : spoken_of[index]) {
      postings[id.index * stretches.size() + stretch_of[index]].push_back({index, weight == 1});
      ++holders[id.index];
    }
  }
  mark_punishments();
  postings_ = Lists<Posting>(postings);
  const auto count = static_cast<double>(std::max<size_t>(1, policies.provisions().size()));
  std::vector<double> rarity;
  for (const size_t with : holders) rarity.push_back(std::log((count + 1) / (static_cast<double>(with) + 0.5)));
  std::vector<double> total(policies.provisions().size(), 0);
  for (ProvisionIndex index = 0; index < total.size(); ++index) {
    for (const auto& [id, weight] : spoken_of[index]) total[index] += weight * rarity[id.index];
  }
  rarity_ = Column<double>(std::move(rarity));
  total_ = Column<double>(std::move(total));
  stretches_ = Column<Extent>(std::move(stretches));
  first_norm_ = Column<uint32_t>(std::move(first_norm));
  persons_ = Lists<ConceptId>(persons);
  conditions_ = Lists<Need>(conditions);
  exceptions_ = Lists<Need>(exceptions);
  asks_for_values_ = Column<uint8_t>(std::move(asks_for_values));
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

void ConceptIndex::search(std::span<const WeightedConcept> named, std::span<const uint32_t> stretches, ConceptSearch& into) const {
  make_room(stretches, into);
  into.mentions_.assign(named.begin(), named.end());
  std::sort(into.mentions_.begin(), into.mentions_.end(),
            [](const WeightedConcept& a, const WeightedConcept& b) { return a.id != b.id ? a.id < b.id : a.weight > b.weight; });
  double total_named = 0;
  ConceptId before;
  for (const auto& mention : into.mentions_) {
    if (mention.id == before) continue;
    before = mention.id;
    total_named += mention.weight * rarity_[mention.id.index];
    add_mention(mention, stretches, into);
  }
  for (const ConceptId id : into.reached_) {
    const double best = std::exchange(into.best_[id.index], 0);
    for (const uint32_t stretch : stretches) {
      for (const auto& posting : postings_[id.index * stretches_.size() + stretch]) {
        into.found_[posting.provision].of_provision += best * posting.weight() * rarity_[id.index];
      }
    }
  }
  into.reached_.clear();
  for (const uint32_t stretch : stretches) {
    for (ProvisionIndex index = stretches_[stretch].first; index < stretches_[stretch].last; ++index) {
      if (total_[index] > 0) into.found_[index].of_provision /= total_[index];
      if (total_named > 0) into.found_[index].of_named /= total_named;
    }
  }
}

void ConceptIndex::make_room(std::span<const uint32_t> stretches, ConceptSearch& into) const {
  into.found_.resize(total_.size());
  into.held_.resize(total_.size(), 0);
  into.best_.resize(rarity_.size(), 0);
  for (const uint32_t stretch : stretches) {
    std::fill(into.found_.begin() + stretches_[stretch].first, into.found_.begin() + stretches_[stretch].last, Overlap{});
  }
}

void ConceptIndex::add_mention(const WeightedConcept& mention, std::span<const uint32_t> stretches, ConceptSearch& into) const {
  const auto reach = [&](ConceptId other, double nearness) {
    double& best = into.best_[other.index];
    if (best == 0) into.reached_.push_back(other);
    best = std::max(best, mention.weight * nearness);
    for (const uint32_t stretch : stretches) {
      for (const auto& posting : postings_[other.index * stretches_.size() + stretch]) {
        double& held = into.held_[posting.provision];
        if (held == 0) into.holders_.push_back(posting.provision);
        held = std::max(held, nearness * posting.weight());
      }
    }
  };
  reach(mention.id, 1);
  for (const ConceptId above : ontology_.ancestors(mention.id)) reach(above, kNarrower);
  for (const ConceptId below : ontology_.descendants(mention.id)) reach(below, kWider);
  const double weight = mention.weight * rarity_[mention.id.index];
  for (const ProvisionIndex holder : into.holders_) into.found_[holder].of_named += std::exchange(into.held_[holder], 0) * weight;
  into.holders_.clear();
}

}  // namespace selaras
