#include "judge/statement_match.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace selaras {
namespace {

constexpr std::array<std::string_view, kAboutFeatures> kNames = {
    "text", "text share", "likeness", "concepts", "concept share", "jurisdiction", "action", "other action", "object", "persons", "persons apart",
    "conditions", "special case", "equal value", "other value", "foreign value", "time"};

constexpr double kCircumstance = 0.8;  // an act told as a circumstance, against one that is told itself
constexpr double kAround = 0.5;        // named in the context alone
constexpr double kTurned = 0.9;        // converse or antonym
constexpr size_t kMostly = 160;        // norms, hardly ever more

class Matcher {
 public:
  Matcher(const ClaimContext& context, const Candidates& candidates, const Knowledge& knowledge, const AboutWeights& weights)
      : context_(context), statement_(context.statement), candidates_(candidates), named_(candidates.named()), knowledge_(knowledge),
        ontology_(knowledge.ontology), act_numbers_(ontology_.size(), 0) {
    bias_ = weights.bias;
    std::copy(weights.weight.begin(), weights.weight.end(), weights_.begin());
    const auto& block = context.reading->blocks[context.reading->sentences[statement_.sentence].block];
    for (uint32_t i = statement_.first_value; i < statement_.last_value; ++i) values_.push_back(&block.values[i]);
    penalty_named_ = names_penalty();
    speaks_of_acts_ = std::any_of(statement_.predicates.begin(), statement_.predicates.end(), [](const Predicate& p) { return p.part == Part::main; });
  }

  /// All norms of a provision.
  void match(ProvisionIndex index, std::vector<StatementMatch>& into) {
    const Provision& provision = knowledge_.policies[index];
    StatementMatch shared;
    shared.provision = index;
    shared.gainsaying = candidates_[index].gainsaying;
    set_nearness(index, shared);
    find_foreign(provision);
    for (uint32_t n = 0; n < provision.norms.size(); ++n) {
      StatementMatch& m = into.emplace_back(shared);
      m.norm = n;
      match(provision.norms[n], m);
    }
  }

 private:
  void match(const Frame& norm, StatementMatch& m) {
    compare_act(norm, m);
    compare_parties(norm, m);
    m.exception_named = !norm.exceptions.empty() && unnamed_exceptions(norm, m) == 0;
    set_features(norm, m);
    double sum = bias_;
    for (size_t i = 0; i < kAboutFeatures; ++i) sum += weights_[i] * m.features[i];
    m.odds = sum / 1000;
    m.about = 1 / (1 + std::exp(-m.odds));
  }

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

  /// What the acts of the statement are to an act of a rule; worked out once for each.
  struct Act {
    ActRelation relation = ActRelation::none;
    double degree = 0;  // as the feature has it
    std::optional<uint32_t> predicate;
  };

  const Act& act_of(ConceptId rule) {
    if (!rule.known()) return no_act_;
    uint16_t& number = act_numbers_[rule.index];
    if (number == 0) {
      acts_.push_back(work_out_act(rule));
      number = static_cast<uint16_t>(acts_.size());
    }
    return acts_[number - 1U];
  }

  Act work_out_act(ConceptId rule) const {
    Act act;
    for (uint32_t i = 0; i < statement_.predicates.size(); ++i) {
      const auto& predicate = statement_.predicates[i];
      const auto like = likeness_of(predicate.action, rule);
      const double degree = like.degree * (predicate.part == Part::main ? 1 : kCircumstance);
      const bool plainer = act.predicate && degree == act.degree && !predicate.cue.empty() && statement_.predicates[*act.predicate].cue.empty();
      if (degree <= act.degree && !plainer) continue;  // of an act named twice, the one that is told with a may or must
      act.degree = degree;
      act.relation = like.relation;
      act.predicate = i;
    }
    if (act.predicate) return act;
    for (const auto& mention : context_.concepts) {
      if (ontology_[mention.id].kind == ConceptKind::action) act.degree = std::max(act.degree, kAround * likeness_of(mention.id, rule).degree);
    }
    return act;
  }

  void compare_act(const Frame& norm, StatementMatch& m) {
    const Act& act = act_of(norm.action);
    m.act = act.relation;
    m.predicate = act.predicate;
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
    return plain && !tells_punishment(predicate.action) && (statement_.sanctioned || penalty_named_);
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
    const ConceptId audience = named_.audience();
    m.audience_fits = norm.bearer.known() && (!audience.known() || named_.meets_audience(norm.bearer));
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

  double named(ConceptId id) const { return id.known() ? named_[id] : 0; }

  /// The least share of what is unnamed in any conjunction.
  double unnamed_conditions(const Frame& norm, const StatementMatch& m) const {
    const auto& index = knowledge_.by_concept;
    return index.asks_for_values(m.provision, m.norm) ? least_unnamed(norm.conditions) : least_unnamed(index.conditions_of(m.provision, m.norm));
  }
  double unnamed_exceptions(const Frame& norm, const StatementMatch& m) const {
    const auto& index = knowledge_.by_concept;
    return index.asks_for_values(m.provision, m.norm) ? least_unnamed(norm.exceptions) : least_unnamed(index.exceptions_of(m.provision, m.norm));
  }

  double least_unnamed(std::span<const ConceptIndex::Need> needs) const {
    double least = 1;
    for (size_t at = 0; at < needs.size();) {
      int met = 0;
      int atoms = 0;
      do {
        bool found = false;
        atoms += needs[at].id.known() ? 1 : 0;
        do {
          found = found || (needs[at].id.known() && named_.is_met(needs[at].id, needs[at].slot));
          ++at;
        } while (at < needs.size() && !needs[at].begins_atom && !needs[at].begins_conjunction);
        met += found ? 1 : 0;
      } while (at < needs.size() && !needs[at].begins_conjunction);
      least = std::min(least, atoms > 0 ? static_cast<double>(atoms - met) / atoms : 0);
    }
    return least;
  }

  double least_unnamed(const Conditions& conditions) const {
    double least = 1;
    for (const auto& conjunction : conditions) least = std::min(least, unnamed_share(conjunction));
    return least;
  }

  double unnamed_share(const std::vector<Atom>& atoms) const {
    double unnamed = 0;
    double count = 0;
    for (const auto& atom : atoms) {
      if (atom.negated || (atom.concepts.empty() && !atom.quantity)) continue;
      ++count;
      const bool found = atom.quantity ? value_met(*atom.quantity)
                                       : std::any_of(atom.concepts.begin(), atom.concepts.end(), [&](ConceptId id) { return named_.is_met(id, atom.slot); });
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

  static void set(StatementMatch& m, AboutFeature feature, double value) { m.features[static_cast<size_t>(feature)] = value; }

  /// What all norms of the provision share.
  void set_nearness(ProvisionIndex index, StatementMatch& m) const {
    const Nearby& near = candidates_[index];
    using F = AboutFeature;
    set(m, F::text, near.text);
    set(m, F::text_share, near.text_share);
    set(m, F::likeness, near.likeness);
    set(m, F::concepts, near.concepts);
    set(m, F::concept_share, near.concept_share);
    set(m, F::jurisdiction, near.jurisdiction);
    set(m, F::time, holds_when_told(index) ? 1 : 0);
  }

  void set_features(const Frame& norm, StatementMatch& m) {
    using F = AboutFeature;
    const double action = act_of(norm.action).degree;
    set(m, F::action, action);
    set(m, F::other_action, action == 0 && speaks_of_acts_ ? 1 : 0);
    set(m, F::object, named(norm.object));
    set(m, F::persons, std::max({named(norm.bearer), named(norm.counterparty), audience_fits(norm) ? kAround : 0}));
    set(m, F::persons_apart, persons_apart(m) ? 1 : 0);
    set_conditions(norm, m);
    set_values(norm, m);
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

  bool audience_fits(const Frame& norm) const {
    if (!named_.audience().known()) return false;
    return (norm.bearer.known() && named_.meets_audience(norm.bearer)) || (norm.counterparty.known() && named_.meets_audience(norm.counterparty));
  }

  bool persons_apart(const StatementMatch& m) const {
    const auto& persons = named_.persons_of_statement();
    if (persons.nobody()) return false;
    const auto of_norm = knowledge_.by_concept.persons_of(m.provision, m.norm);
    return std::all_of(of_norm.begin(), of_norm.end(), [&](ConceptId id) { return persons.is_apart(id); });
  }

  void set_conditions(const Frame& norm, StatementMatch& m) const {
    const double unnamed = norm.conditions.empty() ? 0 : unnamed_conditions(norm, m);
    m.conditions_named = unnamed == 0;
    m.features[static_cast<size_t>(AboutFeature::conditions)] = norm.conditions.empty() ? 0 : 1 - unnamed;
    m.features[static_cast<size_t>(AboutFeature::special_case)] = unnamed;
  }

  void set_values(const Frame& norm, StatementMatch& m) const {
    double proof = 0;
    bool other = false;
    for (const Value* value : values_) {
      bool agrees = false;
      bool differs = false;
      for (uint32_t q = 0; q < norm.quantities.size(); ++q) {
        const Quantity& quantity = norm.quantities[q];
        const auto relation = relate(*value, quantity, ontology_);
        differs = differs || relation == QuantityRelation::differs;
        if (relation != QuantityRelation::agrees) continue;
        agrees = true;
        m.most_agrees = m.most_agrees || (quantity.role == QuantityRole::penalty_max && value->bound == Bound::exact);
        const bool one_end = quantity.role == QuantityRole::range && value->bound != Bound::range;
        proof = std::max(proof, knowledge_.by_value.rarity(m.provision, m.norm, q) * (one_end ? 0.5 : 1));
      }
      m.agreeing += agrees ? 1 : 0;
      m.differing += !agrees && differs ? 1 : 0;
      other = other || (!agrees && differs);
    }
    set(m, AboutFeature::equal_value, proof);
    set(m, AboutFeature::other_value, other ? 1 : 0);
    set(m, AboutFeature::foreign_value, foreign_ ? 1 : 0);
  }

  /// Whether some value can be compared with nothing in any norm of the provision.
  void find_foreign(const Provision& provision) {
    foreign_ = std::any_of(values_.begin(), values_.end(), [&](const Value* value) {
      return std::none_of(provision.norms.begin(), provision.norms.end(), [&](const Frame& norm) {
        return std::any_of(norm.quantities.begin(), norm.quantities.end(), [&](const Quantity& q) { return comparable(*value, q, ontology_); });
      });
    });
  }

  const ClaimContext& context_;
  const Statement& statement_;
  const Candidates& candidates_;
  const NamedConcepts& named_;
  const Knowledge& knowledge_;
  const Ontology& ontology_;
  double bias_ = 0;
  std::array<double, kAboutFeatures> weights_{};
  std::vector<const Value*> values_;
  bool penalty_named_ = false;
  bool speaks_of_acts_ = false;
  bool foreign_ = false;  // of the provision at hand
  std::vector<Act> acts_;
  std::vector<uint16_t> act_numbers_;  // by concept; 0: not yet worked out, else one more than its place among the acts
  const Act no_act_;
};

}  // namespace

std::string_view name(AboutFeature feature) { return kNames[static_cast<size_t>(feature)]; }

std::vector<StatementMatch> match_statement(const ClaimContext& context, const Candidates& candidates, const Knowledge& knowledge,
                                            const AboutWeights& weights, const std::vector<ProvisionIndex>& also) {
  Matcher matcher(context, candidates, knowledge, weights);
  std::vector<StatementMatch> matches;
  matches.reserve(kMostly);
  for (const ProvisionIndex index : candidates.nearest()) matcher.match(index, matches);
  for (auto index = also.begin(); index != also.end(); ++index) {
    if (!candidates.is_near(*index) && std::find(also.begin(), index, *index) == index) matcher.match(*index, matches);
  }
  std::vector<std::pair<double, uint32_t>> order;
  order.reserve(matches.size());
  for (uint32_t at = 0; at < matches.size(); ++at) order.emplace_back(-matches[at].about, at);
  std::sort(order.begin(), order.end());
  std::vector<StatementMatch> sorted;
  sorted.reserve(matches.size());
  for (const auto& place : order) sorted.push_back(matches[place.second]);
  return sorted;
}

}  // namespace selaras
