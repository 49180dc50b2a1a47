#include "judge/statement_match.h"

#include <algorithm>
#include <cmath>

namespace selaras {
namespace {

constexpr std::array<std::string_view, kAboutFeatures> kNames = {
    "text", "text share", "likeness", "concepts", "concept share", "jurisdiction", "action", "other action", "object", "persons", "persons apart",
    "conditions", "special case", "equal value", "other value", "foreign value", "time"};

constexpr double kCircumstance = 0.8;  // an act told as a circumstance, against one that is told itself
constexpr double kAround = 0.5;        // named in the context alone
constexpr double kTurned = 0.9;        // converse or antonym

double weight_of(Nearness nearness) {
  switch (nearness) {
    case Nearness::clause: return 1.0;
    case Nearness::sentence: return 0.85;
    case Nearness::context: return kAround;
  }
  return 0;
}

double likeness(Relation relation) {
  switch (relation) {
    case Relation::equal: return 1.0;
    case Relation::narrower: return 0.9;
    case Relation::wider: return 0.5;
    default: return 0;
  }
}

bool is_person(ConceptKind kind) { return kind == ConceptKind::person || kind == ConceptKind::actor; }

class Matcher {
 public:
  Matcher(const ClaimContext& context, const Candidates& candidates, const Knowledge& knowledge, const AboutWeights& weights)
      : context_(context), statement_(context.statement), candidates_(candidates), knowledge_(knowledge), ontology_(knowledge.ontology),
        weights_(weights), named_(ontology_.size(), -1) {
    const auto& message = *context.reading->message;
    if (message.audience) audience_ = ontology_.find(message.audience->group);
    if (audience_.known() && !is_person(ontology_[audience_].kind)) audience_ = {};
    const auto& block = context.reading->blocks[context.reading->sentences[statement_.sentence].block];
    for (uint32_t i = statement_.first_value; i < statement_.last_value; ++i) values_.push_back(&block.values[i]);
    for (const auto& mention : context.concepts) {
      if (mention.nearness == Nearness::clause && is_person(ontology_[mention.id].kind)) persons_.push_back(mention.id);
    }
  }

  StatementMatch match(ProvisionIndex index, uint32_t n) const {
    const Provision& provision = knowledge_.policies[index];
    const Frame& norm = provision.norms[n];
    StatementMatch m;
    m.provision = index;
    m.norm = n;
    compare_act(norm, m);
    compare_parties(norm, m);
    m.exception_named = std::any_of(norm.exceptions.begin(), norm.exceptions.end(), [&](const auto& atoms) { return unnamed_share(atoms) == 0; });
    set_features(index, norm, m);
    m.gainsaying = candidates_[index].gainsaying;
    double sum = weights_.bias;
    for (size_t i = 0; i < kAboutFeatures; ++i) sum += weights_.weight[i] * m.features[i];
    m.odds = sum / 1000;
    m.about = 1 / (1 + std::exp(-m.odds));
    return m;
  }

 private:
  // --- the act -----------------------------------------------------------------------------------------------------------------

  struct Likeness {
    ActRelation relation = ActRelation::none;
    double degree = 0;
  };

  Likeness likeness_of(ConceptId act, ConceptId rule) const {
    if (!rule.known()) return {};
    switch (ontology_.relate(act, rule)) {
      case Relation::equal: return {ActRelation::equal, 1};
      case Relation::narrower: return {ActRelation::narrower, 0.9};
      case Relation::wider: return {ActRelation::wider, 0.6};
      default: break;
    }
    if (turned_by(act, rule, &Concept::converse)) return {ActRelation::converse, kTurned};
    if (turned_by(act, rule, &Concept::antonym)) return {ActRelation::antonym, kTurned};
    return {};
  }

  /// One is the other's converse or antonym, or that of something above it.
  bool turned_by(ConceptId act, ConceptId rule, ConceptId Concept::*turn) const {
    const auto leads = [&](ConceptId from, ConceptId to) {
      const ConceptId turned = ontology_[from].*turn;
      return turned.known() && (ontology_.is_a(to, turned) || ontology_.is_a(turned, to));
    };
    return leads(act, rule) || leads(rule, act);
  }

  void compare_act(const Frame& norm, StatementMatch& m) const {
    double best = 0;
    for (uint32_t i = 0; i < statement_.predicates.size(); ++i) {
      const auto& predicate = statement_.predicates[i];
      const auto like = likeness_of(predicate.action, norm.action);
      double degree = like.degree * (predicate.part == Part::main ? 1 : kCircumstance);
      if (degree <= best) continue;
      best = degree;
      m.act = like.relation;
      m.predicate = i;
    }
    const Regime regime = norm.action.known() ? ontology_[norm.action].regime : Regime::open;
    if (m.predicate) {
      stand_by_predicate(statement_.predicates[*m.predicate], norm, regime, m);
    } else if (statement_.modality) {
      m.stand = stand_of(*statement_.modality, norm.modality, regime, statement_.force == Force::hedged);
    }
  }

  void stand_by_predicate(const Predicate& predicate, const Frame& norm, Regime regime, StatementMatch& m) const {
    const bool offence = norm.modality == Modality::must_not && tells_offence(predicate);
    const Modality claim = !offence ? predicate.modality : denies_penalty() ? Modality::may : Modality::must_not;
    const bool hedged = predicate.possible || statement_.force == Force::hedged;
    if (m.act == ActRelation::converse) m.stand = stand_of_converse(claim, norm.modality, regime);
    else if (m.act == ActRelation::antonym) m.stand = stand_of_antonym(claim, norm.modality, regime);
    else m.stand = stand_of(claim, norm.modality, regime, hedged);
    if (claim == Modality::is && denies(norm.modality) && predicate.asserted && !statement_.sanctioned && m.act != ActRelation::antonym) m.stand = Stand::opposes;
    const bool advised = (predicate.instructed || predicate.advice) && claim == Modality::must;
    if (advised && m.stand == Stand::stronger) m.stand = Stand::supports;  // one may be told to do what one may do
    m.stand_read = predicate.read && predicate.part == Part::main && statement_.modality_read && !(offence && denies_penalty());
  }

  /// An act told beside a penalty is told as an offence: "smuggling brings ten years", "leave without papers and you are fined".
  bool tells_offence(const Predicate& predicate) const {
    const bool plain = predicate.modality == Modality::is || predicate.instructed || predicate.possible;
    return plain && !tells_punishment(predicate.action) && (statement_.sanctioned || names_penalty());
  }

  /// "Overstayers are not punished."
  bool denies_penalty() const {
    return std::any_of(statement_.predicates.begin(), statement_.predicates.end(), [&](const Predicate& p) {
      return tells_punishment(p.action) && (p.modality == Modality::will_not || p.modality == Modality::must_not || p.modality == Modality::need_not);
    });
  }

  bool tells_punishment(ConceptId id) const { return knowledge_.by_concept.tells_punishment(id); }

  bool names_penalty() const {
    return std::any_of(statement_.mentions.begin(), statement_.mentions.end(), [&](const NamedMention& m) { return tells_punishment(m.id); });
  }

  static bool denies(Modality rule) { return rule == Modality::must_not || rule == Modality::not_entitled || rule == Modality::will_not; }

  // --- who ---------------------------------------------------------------------------------------------------------------------

  void compare_parties(const Frame& norm, StatementMatch& m) const {
    m.audience_fits = norm.bearer.known() && (!audience_.known() || ontology_.relate(audience_, norm.bearer) != Relation::disjoint);
    if (!m.predicate || !norm.bearer.known()) return;
    const auto& predicate = statement_.predicates[*m.predicate];
    const auto& subject = predicate.bearer;  // "you" is whom the message is for, which its front matter tells only roughly
    if (!subject) return;
    const ConceptId wanted = m.act == ActRelation::converse ? norm.counterparty : norm.bearer;
    if (!wanted.known()) return;
    const auto relation = ontology_.relate(*subject, wanted);
    m.party_apart = relation == Relation::disjoint && !anybody(*subject);
    m.wider_bearer = relation == Relation::wider;
    const ConceptId other = m.act == ActRelation::converse ? norm.bearer : norm.counterparty;
    m.subject_is_counterparty = m.party_apart && other.known() && ontology_.relate(*subject, other) != Relation::disjoint;
  }

  /// "Nobody", "whoever": a word for people at large, whom every rule may bind.
  bool anybody(ConceptId id) const { return ontology_[id].kind == ConceptKind::person && ontology_[id].parents.empty(); }

  // --- what is named -----------------------------------------------------------------------------------------------------------

  double named(ConceptId id) const {
    if (!id.known()) return 0;
    double& known = named_[id.index];
    if (known < 0) {
      known = 0;
      for (const auto& mention : context_.concepts) known = std::max(known, weight_of(mention.nearness) * likeness(ontology_.relate(mention.id, id)));
    }
    return known;
  }

  /// A place is also named by the message's own ends: where it is from and bound to by its corridor, where it is by its audience.
  bool place_named(ConceptId id, Slot slot) const {
    const auto& code = ontology_[id].id;
    const auto& message = *context_.reading->message;
    const auto holds = [&](const std::vector<std::string>& codes) { return std::find(codes.begin(), codes.end(), code) != codes.end(); };
    if (holds(context_.named_places) || holds(context_.places_around)) return true;
    if (slot != Slot::place) return holds(message.corridor);
    return message.audience && !message.audience->location.empty() ? message.audience->location == code : message.country == code;
  }

  double unnamed_share(const std::vector<Atom>& atoms) const {
    double unnamed = 0;
    double count = 0;
    for (const auto& atom : atoms) {
      if (atom.negated || (atom.concepts.empty() && !atom.quantity)) continue;
      ++count;
      const bool found = atom.quantity ? value_met(*atom.quantity)
                                       : std::any_of(atom.concepts.begin(), atom.concepts.end(), [&](ConceptId id) { return named(id) > 0 || place_named(id, atom.slot); });
      unnamed += found ? 0 : 1;
    }
    return count > 0 ? unnamed / count : 0;
  }

  bool value_met(const Quantity& quantity) const {
    return std::any_of(values_.begin(), values_.end(), [&](const Value* value) {
      const auto relation = relate(*value, quantity, ontology_);
      return relation == QuantityRelation::agrees || relation == QuantityRelation::loose;
    });
  }

  // --- features ----------------------------------------------------------------------------------------------------------------

  void set_features(ProvisionIndex index, const Frame& norm, StatementMatch& m) const {
    const Nearby& near = candidates_[index];
    const auto set = [&](AboutFeature feature, double value) { m.features[static_cast<size_t>(feature)] = value; };
    using F = AboutFeature;
    set(F::text, near.text);
    set(F::text_share, near.text_share);
    set(F::likeness, near.likeness);
    set(F::concepts, near.concepts);
    set(F::concept_share, near.concept_share);
    set(F::jurisdiction, near.jurisdiction);
    const double action = act_degree(norm, m);
    set(F::action, action);
    set(F::other_action, action == 0 && speaks_of_acts() ? 1 : 0);
    set(F::object, named(norm.object));
    set(F::persons, std::max({named(norm.bearer), named(norm.counterparty), audience_fits(norm) ? kAround : 0}));
    set(F::persons_apart, persons_apart(norm) ? 1 : 0);
    set(F::time, holds_when_told(index) ? 1 : 0);
    set_conditions(norm, m);
    set_values(index, norm, m);
  }

  bool holds_when_told(ProvisionIndex index) const {
    const Provision& provision = knowledge_.policies[index];
    const Date day = context_.reading->message->publish;
    switch (statement_.time) {
      case TimeView::present: return provision.holds_on(day);
      case TimeView::past: return provision.is_past(day);
      case TimeView::planned: return provision.is_future_or_plan(day);
    }
    return false;
  }

  double act_degree(const Frame& norm, const StatementMatch& m) const {
    if (m.predicate) {
      const auto& predicate = statement_.predicates[*m.predicate];
      return likeness_of(predicate.action, norm.action).degree * (predicate.part == Part::main ? 1 : kCircumstance);
    }
    double best = 0;
    for (const auto& mention : context_.concepts) {
      if (ontology_[mention.id].kind == ConceptKind::action) best = std::max(best, kAround * likeness_of(mention.id, norm.action).degree);
    }
    return best;
  }

  bool speaks_of_acts() const {
    return std::any_of(statement_.predicates.begin(), statement_.predicates.end(), [](const Predicate& p) { return p.part == Part::main; });
  }

  bool audience_fits(const Frame& norm) const {
    if (!audience_.known()) return false;
    return std::any_of(&norm.bearer, &norm.bearer + 1, [&](ConceptId id) { return id.known() && ontology_.relate(audience_, id) != Relation::disjoint; }) ||
           (norm.counterparty.known() && ontology_.relate(audience_, norm.counterparty) != Relation::disjoint);
  }

  bool persons_apart(const Frame& norm) const {
    if (persons_.empty()) return false;
    for (const ConceptId id : concepts_of(norm)) {
      if (!is_person(ontology_[id].kind)) continue;
      for (const ConceptId person : persons_) {
        if (ontology_.relate(person, id) != Relation::disjoint) return false;
      }
    }
    return true;
  }

  void set_conditions(const Frame& norm, StatementMatch& m) const {
    double unnamed = norm.conditions.empty() ? 0 : 1;
    for (const auto& conjunction : norm.conditions) unnamed = std::min(unnamed, unnamed_share(conjunction));
    m.conditions_named = unnamed == 0;
    m.features[static_cast<size_t>(AboutFeature::conditions)] = norm.conditions.empty() ? 0 : 1 - unnamed;
    m.features[static_cast<size_t>(AboutFeature::special_case)] = unnamed;
  }

  void set_values(ProvisionIndex index, const Frame& norm, StatementMatch& m) const {
    double proof = 0;
    bool other = false;
    bool foreign = false;
    for (const Value* value : values_) {
      bool comparable_here = false;
      bool agrees = false;
      bool differs = false;
      for (const auto& quantity : norm.quantities) {
        const auto relation = relate(*value, quantity, ontology_);
        if (relation == QuantityRelation::incomparable) continue;
        comparable_here = true;
        differs = differs || relation == QuantityRelation::differs;
        if (relation != QuantityRelation::agrees) continue;
        agrees = true;
        m.most_agrees = m.most_agrees || (quantity.role == QuantityRole::penalty_max && value->bound == Bound::exact);
        const bool one_end = quantity.role == QuantityRole::range && value->bound != Bound::range;
        proof = std::max(proof, knowledge_.by_value.rarity(quantity) * (one_end ? 0.5 : 1));
      }
      m.agreeing += agrees ? 1 : 0;
      m.differing += !agrees && differs ? 1 : 0;
      other = other || (!agrees && differs);
      foreign = foreign || (!comparable_here && !comparable_in(index, *value));
    }
    m.features[static_cast<size_t>(AboutFeature::equal_value)] = proof;
    m.features[static_cast<size_t>(AboutFeature::other_value)] = other ? 1 : 0;
    m.features[static_cast<size_t>(AboutFeature::foreign_value)] = foreign ? 1 : 0;
  }

  bool comparable_in(ProvisionIndex index, const Value& value) const {
    const auto& norms = knowledge_.policies[index].norms;
    return std::any_of(norms.begin(), norms.end(), [&](const Frame& norm) {
      return std::any_of(norm.quantities.begin(), norm.quantities.end(), [&](const Quantity& q) { return comparable(value, q, ontology_); });
    });
  }

  const ClaimContext& context_;
  const Statement& statement_;
  const Candidates& candidates_;
  const Knowledge& knowledge_;
  const Ontology& ontology_;
  const AboutWeights& weights_;
  ConceptId audience_;
  std::vector<const Value*> values_;
  std::vector<ConceptId> persons_;
  mutable std::vector<double> named_;  // by concept; negative: not yet worked out
};

}  // namespace

std::string_view name(AboutFeature feature) { return kNames[static_cast<size_t>(feature)]; }

std::vector<StatementMatch> match_statement(const ClaimContext& context, const Candidates& candidates, const Knowledge& knowledge,
                                            const AboutWeights& weights, const std::vector<ProvisionIndex>& also) {
  const Matcher matcher(context, candidates, knowledge, weights);
  std::vector<ProvisionIndex> provisions = candidates.nearest();
  for (const ProvisionIndex index : also) {
    if (std::find(provisions.begin(), provisions.end(), index) == provisions.end()) provisions.push_back(index);
  }
  std::vector<StatementMatch> matches;
  for (const ProvisionIndex index : provisions) {
    for (uint32_t n = 0; n < knowledge.policies[index].norms.size(); ++n) matches.push_back(matcher.match(index, n));
  }
  std::stable_sort(matches.begin(), matches.end(), [](const auto& a, const auto& b) { return a.about > b.about; });
  return matches;
}

}  // namespace selaras
