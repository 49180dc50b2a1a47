#include "judge/named_concepts.h"

#include <algorithm>

namespace selaras {
namespace {

constexpr double kNarrower = 0.9;  // a kind of what the rule speaks of is named
constexpr double kWider = 0.5;     // something more general

bool is_person(ConceptKind kind) { return kind == ConceptKind::person || kind == ConceptKind::actor; }

}  // namespace

double weight_of(Nearness nearness) {
  switch (nearness) {
    case Nearness::clause: return 1.0;
    case Nearness::sentence: return 0.85;
    case Nearness::context: return 0.5;
  }
  return 0;
}

void ApartFromPersons::add(ConceptId person) {
  if (std::find(persons_.begin(), persons_.end(), person) == persons_.end()) persons_.push_back(person);
}

bool ApartFromPersons::is_apart(ConceptId id) const {
  if (known_[id] != Known::unasked) return known_[id] == Known::apart;
  const bool apart = std::all_of(persons_.begin(), persons_.end(), [&](ConceptId person) { return ontology_.relate(person, id) == Relation::disjoint; });
  known_.at(id) = apart ? Known::apart : Known::near;
  return apart;
}

NamedConcepts::NamedConcepts(const Message& message, const Ontology& ontology)
    : ontology_(ontology), weights_(ontology.size()), met_(ontology.size()), of_message_(ontology.size(), 0), of_statement_(ontology),
      of_sentence_(ontology), from_audience_(ontology) {
  const auto mark_own = [&](const std::string& code, Met how) {
    if (const ConceptId id = ontology.find(code); id.known()) of_message_[id.index] |= how;
  };
  for (const auto& code : message.corridor) mark_own(code, kCorridor);
  const bool told = message.audience && !message.audience->location.empty();
  mark_own(told ? message.audience->location : message.country, kWhereabouts);
  if (message.audience) audience_ = ontology.find(message.audience->group);
  if (audience_.known() && !is_person(ontology[audience_].kind)) audience_ = {};
  if (audience_.known()) from_audience_.add(audience_);
}

void NamedConcepts::read(const ClaimContext& context) {
  weights_.clear();
  said_.clear();
  of_statement_.clear();
  of_sentence_.clear();
  met_.clear();
  mark(context.named_places, kPlace);
  mark(context.places_around, kAround);
  for (const auto& [id, nearness] : context.concepts) {
    name(id, weight_of(nearness));
    if (nearness == Nearness::context || !is_person(ontology_[id].kind)) continue;
    of_sentence_.add(id);
    if (nearness == Nearness::clause) of_statement_.add(id);
  }
}

void NamedConcepts::name(ConceptId id, double weight) {
  const bool told = std::any_of(said_.begin(), said_.end(), [&](const Said& said) { return said.id == id && said.weight >= weight; });
  if (told) return;
  said_.push_back({id, weight});
  reach(id, weight);
  for (const ConceptId above : ontology_.ancestors(id)) reach(above, weight * kNarrower);
  for (const ConceptId below : ontology_.descendants(id)) reach(below, weight * kWider);
}

void NamedConcepts::reach(ConceptId id, double weight) {
  if (weights_[id] >= weight) return;
  weights_.at(id) = weight;
  met_.at(id) |= kNamed;
}

void NamedConcepts::mark(const std::vector<std::string>& codes, Met how) {
  for (const auto& code : codes) {
    if (const ConceptId id = ontology_.find(code); id.known()) met_.at(id) |= how;
  }
}

}  // namespace selaras
