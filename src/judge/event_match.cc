#include "judge/event_match.h"

#include <algorithm>
#include <cmath>


namespace selaras {
namespace {

constexpr std::array<std::string_view, kFeatureCount> kNames = {
    "text", "text share", "concepts", "concept share", "attribute", "other attribute", "circumstances", "special case", "same unit", "jurisdiction", "beside", "bearer apart", "equal value"};

double nearness_weight(Nearness nearness) {
  switch (nearness) {
    case Nearness::clause: return 1.0;
    case Nearness::sentence: return 0.85;
    case Nearness::context: return 0.5;
  }
  return 0;
}

/// How well a mention names a concept of a rule: 1 for the same, less for a kind of it, less again for something wider.
double names(const Ontology& ontology, ConceptId mention, ConceptId in_rule) {
  switch (ontology.relate(mention, in_rule)) {
    case Relation::equal: return 1.0;
    case Relation::narrower: return 0.9;
    case Relation::wider: return 0.5;
    default: return 0;
  }
}

constexpr double kOneEnd = 0.5;
constexpr double kSomeWords = 0.03;

bool is_person(ConceptKind kind) { return kind == ConceptKind::person || kind == ConceptKind::actor; }

class Matcher {
 public:
  Matcher(const ValueClaim& claim, const Candidates& candidates, const Knowledge& knowledge)
      : claim_(claim), context_(*claim.context), candidates_(candidates), knowledge_(knowledge), named_(knowledge.ontology.size(), -1),
        beside_(knowledge.policies.provisions().size(), -1) {
    persons_ = persons_named();
  }

  /// Some word or concept of the text is the provision's; one that shares nothing can only be met by an equal value.
  bool spoken_of(ProvisionIndex index) const { return candidates_[index].text_share >= kSomeWords || candidates_[index].concept_share >= kSomeWords; }

  Features features(ProvisionIndex index, const Frame& norm, const Quantity& quantity, QuantityRelation relation) const {
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
    set(Feature::beside, beside_[index] < 0 ? beside_[index] = beside(index) : beside_[index]);
    set(Feature::bearer_apart, bearer_apart(norm));
    set(Feature::equal_value, relation == QuantityRelation::agrees ? proof_by_value(quantity) : 0);
    return f;
  }

 private:
  /// How well anything near names the concept; worked out once for each concept.
  double named(ConceptId in_rule) const {
    double& known = named_[in_rule.index];
    if (known < 0) known = work_out_named(in_rule);
    return known;
  }

  double work_out_named(ConceptId in_rule) const {
    double best = 0;
    for (const auto& mention : context_.concepts) {
      best = std::max(best, nearness_weight(mention.nearness) * names(knowledge_.ontology, mention.id, in_rule));
    }
    return best;
  }

  double other_attribute(const Quantity& quantity) const {
    const auto& ontology = knowledge_.ontology;
    const Dimension dimension = ontology[quantity.attribute].dimension;
    double best = 0;
    for (const auto& mention : context_.concepts) {
      const auto& entry = ontology[mention.id];
      if (entry.kind != ConceptKind::attribute || entry.dimension != dimension || mention.nearness == Nearness::context) continue;
      if (ontology.relate(mention.id, quantity.attribute) == Relation::disjoint) best = std::max(best, nearness_weight(mention.nearness));
    }
    return best;
  }

  double circumstances(const Frame& norm, const Quantity& quantity) const {
    std::vector<ConceptId> wanted;
    for (const ConceptId id : {norm.action, norm.object}) {
      if (id.known()) wanted.push_back(id);
    }
    for (const auto& conjunction : norm.conditions) add(conjunction, wanted);
    add(quantity.of, wanted);
    double sum = 0;
    double total = 0;
    for (const ConceptId id : wanted) {
      const double rarity = knowledge_.by_concept.rarity(id);
      sum += rarity * named(id);
      total += rarity;
    }
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
      const bool found = std::any_of(atom.concepts.begin(), atom.concepts.end(), [&](ConceptId id) { return named(id) > 0 || place_named(id); });
      unnamed += found ? 0 : 1;
    }
    return count > 0 ? unnamed / count : 0;
  }

  bool place_named(ConceptId id) const {
    const auto& codes = context_.named_places;
    return std::find(codes.begin(), codes.end(), knowledge_.ontology[id].id) != codes.end();
  }

  /// How much the agreement proves: less where it is with one end of a range alone.
  double proof_by_value(const Quantity& quantity) const {
    const bool one_end = quantity.role == QuantityRole::range && claim_.value->bound != Bound::range;
    return knowledge_.by_value.rarity(quantity) * (one_end ? kOneEnd : 1);
  }

  static void add(const std::vector<Atom>& atoms, std::vector<ConceptId>& wanted) {
    for (const auto& atom : atoms) wanted.insert(wanted.end(), atom.concepts.begin(), atom.concepts.end());
  }

  double same_unit(const Quantity& quantity) const {
    const Value& value = *claim_.value;
    if (value.unit != quantity.unit) return 0;
    return value.per.empty() || quantity.per.empty() || value.per == quantity.per ? 1 : 0;
  }

  double beside(ProvisionIndex index) const {
    double found = 0;
    for (const auto& norm : knowledge_.policies[index].norms) {
      for (const auto& quantity : norm.quantities) {
        for (const Value* other : claim_.beside) {
          if (relate(*other, quantity, knowledge_.ontology) == QuantityRelation::agrees) found = 1;
        }
      }
    }
    return found;
  }

  /// 1 when the sentence names persons and each lies apart from everybody the norm speaks of.
  double bearer_apart(const Frame& norm) const {
    if (persons_.empty()) return 0;
    for (const ConceptId id : concepts_of(norm)) {
      if (!is_person(knowledge_.ontology[id].kind)) continue;
      for (const ConceptId person : persons_) {
        if (knowledge_.ontology.relate(person, id) != Relation::disjoint) return 0;
      }
    }
    return 1;
  }

  std::vector<ConceptId> persons_named() const {
    std::vector<ConceptId> persons;
    for (const auto& mention : context_.concepts) {
      const bool near = mention.nearness != Nearness::context && is_person(knowledge_.ontology[mention.id].kind);
      if (near && std::find(persons.begin(), persons.end(), mention.id) == persons.end()) persons.push_back(mention.id);
    }
    return persons;
  }

  const ValueClaim& claim_;
  const ClaimContext& context_;
  const Candidates& candidates_;
  const Knowledge& knowledge_;
  mutable std::vector<double> named_;   // by concept; negative: not yet worked out
  mutable std::vector<double> beside_;  // by provision, likewise
  std::vector<ConceptId> persons_;
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
  for (ProvisionIndex index = 0; index < knowledge.policies.provisions().size(); ++index) {
    if (!candidates.in_question(index)) continue;
    const bool near = candidates.is_near(index);
    const bool spoken_of = matcher.spoken_of(index);
    const auto& norms = knowledge.policies[index].norms;
    for (uint32_t n = 0; n < norms.size(); ++n) {
      for (uint32_t q = 0; q < norms[n].quantities.size(); ++q) {
        const auto& quantity = norms[n].quantities[q];
        if (!near && !may_agree(*claim.value, quantity)) continue;
        const auto relation = relate(*claim.value, quantity, knowledge.ontology);
        if (relation == QuantityRelation::incomparable) continue;
        if ((!spoken_of || !near) && relation != QuantityRelation::agrees) continue;
        QuantityMatch match{index, n, q, relation, matcher.features(index, norms[n], quantity, relation), 0};
        match.score = probability(match.features, weights);
        match.event = probability(without_value(match.features), weights);
        matches.push_back(match);
      }
    }
  }
  std::stable_sort(matches.begin(), matches.end(), [](const auto& a, const auto& b) { return a.score > b.score; });
  return matches;
}

}  // namespace selaras
