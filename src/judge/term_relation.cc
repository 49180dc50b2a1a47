#include "judge/term_relation.h"

#include <algorithm>

namespace selaras {
namespace {

TermRelation relate(const Measure& a, const Measure& b) {
  if (a.unit != b.unit) return TermRelation::apart;
  const auto ends_before = [](const Measure& x, const Measure& y) {
    return x.hi < y.lo || (x.hi == y.lo && (x.hi_open || y.lo_open));
  };
  if (ends_before(a, b) || ends_before(b, a)) return a.moment || b.moment ? TermRelation::apart : TermRelation::contrary;
  const auto inside = [](const Measure& x, const Measure& y) {
    const bool low = x.lo > y.lo || (x.lo == y.lo && (x.lo_open || !y.lo_open));
    const bool high = x.hi < y.hi || (x.hi == y.hi && (x.hi_open || !y.hi_open));
    return low && high;
  };
  if (inside(a, b)) return inside(b, a) ? TermRelation::same : TermRelation::narrower;
  return inside(b, a) ? TermRelation::wider : TermRelation::apart;
}

bool turned(const std::string& word, const std::string& other, const std::vector<std::string>& prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(), [&](const std::string& prefix) {
    return word.size() == prefix.size() + other.size() && word.starts_with(prefix) && word.ends_with(other);
  });
}

TermRelation relate_concepts(const Term& a, const Term& b, const Ontology& ontology) {
  TermRelation best = TermRelation::apart;
  for (const ConceptId x : a.concepts) {
    for (const ConceptId y : b.concepts) {
      const Relation relation = ontology.relate(x, y);
      if (relation == Relation::equal) return TermRelation::same;
      if (relation == Relation::narrower) best = TermRelation::narrower;
      if (relation == Relation::wider && best != TermRelation::narrower) best = TermRelation::wider;
      if (best == TermRelation::apart && ontology[x].antonym == y && y.known()) best = TermRelation::contrary;
    }
  }
  return best;
}

}  // namespace

TermRelation relate(const Term& a, const Term& b, const Ontology& ontology, const std::vector<std::string>& negative_prefixes) {
  if (a.measure && b.measure) return relate(*a.measure, *b.measure);
  TermRelation found = a.lemma == b.lemma ? TermRelation::same : relate_concepts(a, b, ontology);
  if (found == TermRelation::apart &&
      (turned(a.lemma, b.lemma, negative_prefixes) || turned(b.lemma, a.lemma, negative_prefixes))) {
    found = TermRelation::contrary;
  }
  if (a.denied == b.denied) return a.denied && found == TermRelation::contrary ? TermRelation::apart : found;
  if (found == TermRelation::same) return a.aside || b.aside ? TermRelation::apart : TermRelation::contrary;
  return TermRelation::apart;
}

}  // namespace selaras
