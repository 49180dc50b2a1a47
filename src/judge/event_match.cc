#include "judge/event_match.h"

#include <algorithm>
#include <cmath>


namespace selaras {
namespace {

constexpr std::array<std::string_view, kFeatureCount> kNames = {
    "text", "text share", "concepts", "concept share", "attribute", "other attribute", "circumstances", "special case", "same unit", "jurisdiction", "beside", "bearer apart", "equal value"};

constexpr double kOneEnd = 0.5;
constexpr double kSomeWords = 0.03;

class Matcher {
 public:
  Matcher(const ValueClaim& claim, const Candidates& candidates, const Knowledge& knowledge)
      : claim_(claim), context_(*claim.context), candidates_(candidates), named_(candidates.named()), knowledge_(knowledge) {}

  /// Some word or concept of the text is the provision's; one that shares nothing can only be met by an equal value.
  bool spoken_of(ProvisionIndex index) const { return candidates_[index].text_share >= kSomeWords || candidates_[index].concept_share >= kSomeWords; }

  Features features(ProvisionIndex index, uint32_t n, uint32_t q, QuantityRelation relation) const {
    const Frame& norm = knowledge_.policies[index].norms[n];
    const Quantity& quantity = norm.quantities[q];
    Features f{};
    const auto set = [&](Feature feature, double value) { f[static_cast<size_t>(feature)] = value; };
    const Nearby& near = candidates_[index];
    set(Feature::text, near.text);
    set(Feature::text_share, near.text_share);
    set(Feature::concepts, near.concepts);
    set(Feature::concept_share, near.concept_share);
    const double attribute = named(quantity.attribute);
    set(Feature::attribute, attribute);
    set(Feature::other_attribute, attribute > 0.5 ? 0 : other_attribute(quantity));
    set(Feature::circumstances, circumstances(norm, quantity));
    set(Feature::special_case, special_case(norm, quantity));
    set(Feature::same_unit, same_unit(quantity));
    set(Feature::jurisdiction, near.jurisdiction);
    set(Feature::beside, beside_near(index));
    set(Feature::bearer_apart, bearer_apart(index, n));
    set(Feature::equal_value, relation == QuantityRelation::agrees ? knowledge_.by_value.rarity(index, n, q) * proving_part(quantity) : 0);
    return f;
  }

 private:
  double named(ConceptId in_rule) const { return named_[in_rule]; }

  double other_attribute(const Quantity& quantity) const {
    const auto& ontology = knowledge_.ontology;
    const Dimension dimension = ontology[quantity.attribute].dimension;
    double best = 0;
    for (const auto& mention : context_.concepts) {
      const auto& entry = ontology[mention.id];
      if (entry.kind != ConceptKind::attribute || entry.dimension != dimension || mention.nearness == Nearness::context) continue;
      if (ontology.relate(mention.id, quantity.attribute) == Relation::disjoint) best = std::max(best, weight_of(mention.nearness));
    }
    return best;
  }

  double circumstances(const Frame& norm, const Quantity& quantity) const {
    double sum = 0;
    double total = 0;
    const auto add = [&](ConceptId id) {
      const double rarity = knowledge_.by_concept.rarity(id);
      sum += rarity * named(id);
      total += rarity;
    };
    const auto add_all = [&](const std::vector<Atom>& atoms) {
      for (const auto& atom : atoms) std::for_each(atom.concepts.begin(), atom.concepts.end(), add);
    };
    for (const ConceptId id : {norm.action, norm.object}) {
      if (id.known()) add(id);
    }
    std::for_each(norm.conditions.begin(), norm.conditions.end(), add_all);
    add_all(quantity.of);
    return total > 0 ? sum / total : 0;
  }

  /// The share of the norm's conditions that nothing near names. Alternatives: the best of them.
  double special_case(const Frame& norm, const Quantity& quantity) const {
    double best = norm.conditions.empty() ? 0 : 1;
    for (const auto& conjunction : norm.conditions) best = std::min(best, unnamed_share(conjunction));
    return std::max(best, unnamed_share(quantity.of));
  }

  double unnamed_share(const std::vector<Atom>& atoms) const {
    double unnamed = 0;
    double count = 0;
    for (const auto& atom : atoms) {
      if (atom.concepts.empty() || atom.negated) continue;
      ++count;
      const bool found = std::any_of(atom.concepts.begin(), atom.concepts.end(), [&](ConceptId id) { return named_.is_met_here(id); });
      unnamed += found ? 0 : 1;
    }
    return count > 0 ? unnamed / count : 0;
  }

  /// The agreement proves less where it is with one end of a range alone.
  double proving_part(const Quantity& quantity) const {
    const bool one_end = quantity.role == QuantityRole::range && claim_.value->bound != Bound::range;
    return one_end ? kOneEnd : 1;
  }

  double same_unit(const Quantity& quantity) const {
    const Value& value = *claim_.value;
    if (value.unit != quantity.unit) return 0;
    return value.per.empty() || quantity.per.empty() || value.per == quantity.per ? 1 : 0;
  }

  /// Worked out once for the quantities of one provision.
  double beside_near(ProvisionIndex index) const {
    if (!beside_of_ || *beside_of_ != index) {
      beside_of_ = index;
      beside_ = claim_.beside.empty() ? 0 : beside(index);
    }
    return beside_;
  }

  double beside(ProvisionIndex index) const {
    const auto& norms = knowledge_.policies[index].norms;
    for (const auto& row : knowledge_.by_value.rows(index)) {
      const auto& quantity = norms[row.norm].quantities[row.quantity];
      for (const Value* other : claim_.beside) {
        if (!may_be_comparable(*other, row.role, row.dimension)) continue;
        if (relate(*other, quantity, knowledge_.ontology) == QuantityRelation::agrees) return 1;
      }
    }
    return 0;
  }

  /// 1 when the sentence names persons and each lies apart from everybody the norm speaks of.
  double bearer_apart(ProvisionIndex index, uint32_t n) const {
    const auto& persons = named_.persons_of_sentence();
    if (persons.nobody()) return 0;
    const auto of_norm = knowledge_.by_concept.persons_of(index, n);
    return std::all_of(of_norm.begin(), of_norm.end(), [&](ConceptId id) { return persons.is_apart(id); }) ? 1 : 0;
  }

  const ValueClaim& claim_;
  const ClaimContext& context_;
  const Candidates& candidates_;
  const NamedConcepts& named_;
  const Knowledge& knowledge_;
  mutable std::optional<ProvisionIndex> beside_of_;
  mutable double beside_ = 0;
};

/// Whether a quantity may hold the very value, told cheaply: bounds that meet, a text, a date, or another unit.
bool may_agree(const Value& claim, const Quantity& quantity) {
  if (claim.date || !quantity.text.empty() || quantity.unit != claim.unit) return true;
  return quantity.lo == claim.lo || quantity.hi == claim.hi || quantity.lo == claim.hi || quantity.hi == claim.lo || claim.bound == Bound::about;
}

double probability(const Features& features, const EventWeights& weights) {
  double sum = weights.bias;
  for (size_t i = 0; i < kFeatureCount; ++i) sum += weights.weight[i] * features[i];
  return 1 / (1 + std::exp(-sum / 1000));
}

Features without_value(Features features) {
  features[static_cast<size_t>(Feature::equal_value)] = 0;
  return features;
}

}  // namespace

std::string_view name(Feature feature) { return kNames[static_cast<size_t>(feature)]; }

std::vector<QuantityMatch> match_quantities(const ValueClaim& claim, const Candidates& candidates, const Knowledge& knowledge,
                                            const EventWeights& weights) {
  const Matcher matcher(claim, candidates, knowledge);
  std::vector<QuantityMatch> matches;
  for (const ProvisionIndex index : candidates.all_in_question()) {
    const bool near = candidates.is_near(index);
    const bool spoken_of = matcher.spoken_of(index);
    const auto& norms = knowledge.policies[index].norms;
    for (const auto& row : knowledge.by_value.rows(index)) {
      if (!may_be_comparable(*claim.value, row.role, row.dimension)) continue;
      const auto& quantity = norms[row.norm].quantities[row.quantity];
      if (!near && !may_agree(*claim.value, quantity)) continue;
      const auto relation = relate(*claim.value, quantity, knowledge.ontology);
      if (relation == QuantityRelation::incomparable) continue;
      if ((!spoken_of || !near) && relation != QuantityRelation::agrees) continue;
      QuantityMatch match{index, row.norm, row.quantity, relation, matcher.features(index, row.norm, row.quantity, relation), 0};
      match.score = probability(match.features, weights);
      match.event = probability(without_value(match.features), weights);
      matches.push_back(match);
    }
  }
  std::stable_sort(matches.begin(), matches.end(), [](const auto& a, const auto& b) { return a.score > b.score; });
  return matches;
}

}  // namespace selaras
