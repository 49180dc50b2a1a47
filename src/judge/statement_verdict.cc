#include "judge/statement_verdict.h"

#include <algorithm>
#include <array>

#include "judge/claim_form.h"
#include "judge/eligibility.h"
#include "judge/gone.h"
#include "judge/standing.h"

namespace selaras {
namespace {

constexpr size_t kShown = 8;     // near misses kept for the explanation
constexpr double kNamedInSentence = 0.75;
constexpr size_t kFewest = 2;  // concepts that a statement without a value must name to say anything
constexpr double kMostCounted = 12;  // bare numbers up to here mostly count things
constexpr double kNearby = 0.35;  // a rule in force this much behind a past one still speaks against calling it stale, if it supports

bool can_contradict(ProvisionKind kind) {
  return kind == ProvisionKind::norm || kind == ProvisionKind::sanction || kind == ProvisionKind::service || kind == ProvisionKind::definition;
}

/// What is said to be done is the norm's act, or a kind of it.
bool same_act(const StatementMatch& match) { return match.act == ActRelation::equal || match.act == ActRelation::narrower; }

bool grants(Modality modality) { return modality == Modality::may || modality == Modality::entitled || modality == Modality::will; }

class StatementJudge {
 public:
  StatementJudge(const std::shared_ptr<const ClaimContext>& context, const std::vector<const Verdict*>& values, const Candidates& candidates,
                 const Knowledge& knowledge, const StatementRules& rules)
      : context_(context), statement_(context->statement), values_(values), knowledge_(knowledge), t_(rules.thresholds), day_(context->reading->message->publish) {
    matches_ = match_statement(*context, candidates, knowledge, rules.weights, provisions_of_values());
    standings_ = standings(matches_, knowledge.policies);
  }

  StatementVerdict decide() {
    if (statement_.stance != Stance::asserted) return not_evaluated("not stated as the message's own claim");
    if (const auto decided = by_form()) return *decided;
    if (standings_.empty()) return not_evaluated("no provision held that speaks of this");
    if (value_is_wrong()) return not_evaluated("judged by its value");
    if (const auto decided = about_what_is_gone()) return *decided;
    if (told_of_now() && provision(first()).is_past(day_)) return told_though_over();
    if (told_of_now() && provision(first()).is_future_or_plan(day_)) return told_though_planned(first());
    if (const Standing* plan = told_as_begun()) return told_though_planned(*plan);
    if (const Standing* over = told_by_predecessor()) return told_as_before(*over);
    StatementVerdict verdict = by_the_rule();
    if (verdict.strength == Strength::ask && in_heading()) return not_evaluated("a heading, and nothing in it that is surely wrong");
    if (verdict.outcome == StatementOutcome::not_evaluated && verdict.differing.empty() && sounds_contrary()) return asked(StatementOutcome::opposed, first());
    return verdict;
  }

 private:
  const Provision& provision(const Standing& standing) const { return knowledge_.policies[standing.provision()]; }
  const Frame& norm(const StatementMatch& match) const { return knowledge_.policies[match.provision].norms[match.norm]; }
  const Standing& first() const { return standings_.front(); }
  static double chance(int thousandths) { return thousandths / 1000.0; }

  std::vector<ProvisionIndex> provisions_of_values() const {
    std::vector<ProvisionIndex> found;
    for (const Verdict* verdict : values_) {
      for (const auto& match : verdict->considered) found.push_back(match.provision);
      for (const auto& match : verdict->evidence) found.push_back(match.provision);
    }
    return found;
  }

  bool in_heading() const { return context_->reading->message->blocks[context_->reading->sentences[statement_.sentence].block].kind == BlockKind::heading; }

  // --- by form -----------------------------------------------------------------------------------------------------------------

  std::optional<StatementVerdict> by_form() {
    const bool borne_out = std::any_of(values_.begin(), values_.end(), [](const Verdict* v) { return v->outcome == Outcome::supported; });
    if (tells_statistic(*context_) && !borne_out && told_of_now()) return make(StatementOutcome::statistic, {});
    if (const auto state = promises_for(*context_); state && !supported_in(*state)) {
      return make(StatementOutcome::foreign_promise, nearest_of(*state));
    }
    if (guarantees(*context_) && !supported_by_act()) return make(StatementOutcome::overpromise, surely_nearest());
    return std::nullopt;
  }

  bool supported_in(std::string_view state) const {
    return std::any_of(standings_.begin(), standings_.end(), [&](const Standing& s) {
      const bool says_so = (same_act(s.telling) && (s.stand == Stand::supports || s.stand == Stand::weaker)) || (s.values_agree && tells_more_than_dates());
      return provision(s).jurisdiction == state && says_so && s.about >= chance(t_.oppose) && provision(s).holds_on(day_);
    });
  }

  /// The rule of that state that holds now and says the contrary of what is promised; else the one of the same act, else the nearest.
  std::vector<StatementMatch> nearest_of(std::string_view state) const {
    const Standing* found = nullptr;
    int found_rank = 0;
    for (const auto& s : standings_) {
      if (provision(s).jurisdiction != state || s.about < kNearby || !provision(s).holds_on(day_)) continue;
      const int rank = !same_act(s.telling) ? 1 : s.stand == Stand::opposes ? 3 : 2;
      if (rank <= found_rank) continue;
      found = &s;
      found_rank = rank;
    }
    return found == nullptr ? std::vector<StatementMatch>{} : std::vector{found->telling};
  }

  /// What a guarantee is nearest to, if it is surely about it.
  std::vector<StatementMatch> surely_nearest() const {
    const bool sure = !standings_.empty() && first().about >= chance(t_.oppose) && leads(first());
    return sure ? std::vector{first().best} : std::vector<StatementMatch>{};
  }

  bool supported_by_act() const {
    return !standings_.empty() && first().stand == Stand::supports && grants(norm(first().telling).modality) && first().about >= chance(t_.support);
  }

  // --- time --------------------------------------------------------------------------------------------------------------------

  bool told_of_now() const {
    const bool dated = std::any_of(values_.begin(), values_.end(), [&](const Verdict* v) { return v->claim.as_of && v->claim.as_of->last < day_; });
    return statement_.time == TimeView::present && !dated;
  }

  bool value_is_wrong() const {
    return std::any_of(values_.begin(), values_.end(), [](const Verdict* v) {
      return v->strength != Strength::ask && (v->outcome == Outcome::other_value || v->outcome == Outcome::stale || v->outcome == Outcome::not_in_force);
    });
  }

  /// A rule in force that bears the statement out, not far behind.
  const Standing* borne_out_now() const {
    for (const auto& s : standings_) {
      if (s.about + kNearby < first().about) break;
      const bool says_so = s.values_agree || (s.stand == Stand::supports && !first().values_agree);
      if (provision(s).holds_on(day_) && says_so) return &s;
    }
    return nullptr;
  }

  /// A programme, a document or an agency is told of as if it were still there.
  std::optional<StatementVerdict> about_what_is_gone() {
    const bool used = std::any_of(statement_.predicates.begin(), statement_.predicates.end(), [](const Predicate& p) {
      return p.part == Part::main && (p.instructed || p.passive || p.to_audience || !p.cue.empty());
    });
    if (!told_of_now() || !used || denies() || statement_.leads_in || statement_.ending || names_past_day()) return std::nullopt;
    for (const auto& mention : statement_.mentions) {
      const bool may_go = mention.kind == ConceptKind::thing || mention.kind == ConceptKind::actor;
      if (!may_go || mention.part != Part::main) continue;
      const Standing* over = told_in_the_past(mention.id);
      if (over == nullptr || !is_gone(mention.id, day_, knowledge_.policies)) continue;
      return stale(over->best);
    }
    return std::nullopt;
  }

  bool names_past_day() const {
    return std::any_of(values_.begin(), values_.end(), [&](const Verdict* v) {
      const Value& value = *v->claim.value;
      return value.kind == ValueKind::date && value.date && value.date->last < day_;
    });
  }

  /// The nearest rule that is over and has the concept in a slot of its own.
  const Standing* told_in_the_past(ConceptId id) const {
    for (const auto& s : standings_) {
      const auto& norms = provision(s).norms;
      const bool names = std::any_of(norms.begin(), norms.end(), [&](const Frame& norm) { return has_in_slot(norm, id); });
      if (names && provision(s).is_past(day_)) return &s;
    }
    return nullptr;
  }

  StatementVerdict told_though_over() {
    if (const Standing* now = borne_out_now()) return leads(*now) ? supported(*now) : not_evaluated("a past rule is as near as the one in force");
    if (first().stand == Stand::opposes) return after_a_change();
    if (first().values_differ) return not_evaluated("near a rule that is over, with another value");
    const bool says_so = amount_agrees() || (first().stand == Stand::supports && first().read && same_act(first().telling));
    if (!says_so && statement_.predicates.empty()) return not_evaluated("near a rule that is over, and tells nothing of its own");
    const bool sure = first().about >= chance(t_.stale) && (leads(first()) || (says_so && same_act(first().telling)));
    StatementVerdict verdict = stale(first().telling);
    const bool by_period_alone = first().telling.act == ActRelation::none && says_so && !amount_agrees(ValueKind::duration);  // "she sat there for 15 days"
    if (!sure || by_period_alone || (!says_so && first().telling.act == ActRelation::none)) verdict.strength = Strength::ask;
    return verdict;
  }

  /// The rule that the nearest one took the place of, when it says what is told and the nearest does not.
  const Standing* told_by_predecessor() const {
    const bool borne_out = first().values_agree || (first().stand == Stand::supports && first().read);
    if (!told_of_now() || borne_out || statement_.ending || !provision(first()).holds_on(day_) || !can_contradict(provision(first()).kind)) return nullptr;
    if (first().best.wider_bearer || first().best.features[static_cast<size_t>(AboutFeature::special_case)] > 0) return nullptr;
    for (const auto& s : standings_) {
      if (s.about + kNearby < first().about) break;
      const auto& now = knowledge_.policies.replacing_it(s.provision());
      const bool replaced = std::find(now.begin(), now.end(), first().provision()) != now.end();
      if (replaced && provision(s).is_past(day_) && s.stand == Stand::supports && s.read && same_act(s.telling) && negative(norm(s.telling).modality) == denies()) return &s;
    }
    return nullptr;
  }

  StatementVerdict told_as_before(const Standing& over) {
    StatementVerdict verdict = make(StatementOutcome::stale, {first().best, over.telling});
    if (first().about < chance(t_.stale) || !leads(first())) verdict.strength = Strength::ask;
    return verdict;
  }

  /// With the rule that took its place first, when there is one.
  StatementVerdict stale(const StatementMatch& over) {
    StatementVerdict verdict = make(StatementOutcome::stale, {over});
    if (const auto now = knowledge_.policies.successors(over.provision); !now.empty()) verdict.evidence.insert(verdict.evidence.begin(), successor(now));
    return verdict;
  }

  StatementMatch successor(const std::vector<ProvisionIndex>& successors) const {
    for (const auto& match : matches_) {
      const bool follows = std::find(successors.begin(), successors.end(), match.provision) != successors.end();
      if (follows && knowledge_.policies[match.provision].holds_on(day_)) return match;
    }
    StatementMatch match;
    match.provision = successors.front();
    return match;
  }

  /// A value other than a date, and of another kind than `but`, is the past rule's.
  bool amount_agrees(std::optional<ValueKind> but = std::nullopt) const {
    return first().values_agree && std::any_of(values_.begin(), values_.end(), [&](const Verdict* v) {
      const Value& value = *v->claim.value;
      const bool bare = value.kind == ValueKind::number && value.unit.empty() && value.hi <= kMostCounted;
      return !bare && value.kind != ValueKind::date && value.kind != but;
    });
  }

  bool tells_more_than_dates() const {
    return std::any_of(values_.begin(), values_.end(), [](const Verdict* v) { return v->claim.value->kind != ValueKind::date; });
  }

  /// The contrary of a past rule is no claim about it: the rule that took its place may say so.
  StatementVerdict after_a_change() { return not_evaluated("says the contrary of a rule that is over"); }

  /// A bill of which it is said that it is in force or has taken another law's place.
  const Standing* told_as_begun() const {
    if (!statement_.commences || !told_of_now() || denies()) return nullptr;
    for (const auto& s : standings_) {
      if (s.about + kNearby < first().about) break;
      if (provision(s).kind == ProvisionKind::announcement && provision(s).is_future_or_plan(day_)) return &s;
    }
    return nullptr;
  }

  StatementVerdict told_though_planned(const Standing& plan) {
    const Standing* now = borne_out_now();
    if (now != nullptr && (!statement_.commences || now->values_agree)) return leads(*now) ? supported(*now) : not_evaluated("a plan is as near as the rule in force");
    if (statement_.mentions.size() < kFewest && values_.empty()) return not_evaluated("near a plan, and tells nothing of its own");
    const bool says_so = plan.stand != Stand::opposes && !plan.values_differ;
    StatementVerdict verdict = make(StatementOutcome::not_in_force, {plan.telling});
    const bool sure = plan.about >= chance(t_.planned) && says_so && (statement_.commences || (leads(plan) && provision(plan).kind != ProvisionKind::announcement));
    if (!sure) verdict.strength = Strength::ask;
    return verdict;
  }

  StatementVerdict by_the_rule() {
    if (const auto decided = against_the_rule()) return *decided;
    const Standing* contrary = does_another(first()) && !first().values_agree ? opposing_elsewhere() : nullptr;
    if (contrary != nullptr && statement_.modality != Modality::must_not && clearly_opposed(*contrary) && !only_happens(*contrary) && !statement_.leads_in) return asked(StatementOutcome::opposed, *contrary);
    return with_the_rule();
  }

  /// Its slots decide nothing, and it is much liker to an example of what the nearest rule excludes than to anything that says the same.
  bool sounds_contrary() const {
    const Standing& s = first();
    const bool told = told_of_now() && provision(s).holds_on(day_) && can_contradict(provision(s).kind) && !statement_.leads_in && says_something() && statement_.modality != Modality::must_not;
    return told && !s.values_agree && s.about >= chance(t_.oppose) && s.best.gainsaying >= chance(t_.gainsaid) && leads(s);
  }

  /// An act is said of somebody, or a may, must or must not is; no heading and no instruction.
  bool says_something() const {
    return std::any_of(statement_.predicates.begin(), statement_.predicates.end(), [&](const Predicate& p) {
      return p.part == Part::main && !p.instructed && (p.asserted || p.passive || statement_.modality);
    });
  }

  // --- against the rule --------------------------------------------------------------------------------------------------------

  std::optional<StatementVerdict> against_the_rule() {
    const Standing& s = first();
    const Provision& rule = provision(s);
    if (!rule.holds_on(day_) || s.about < chance(t_.ask)) return std::nullopt;
    const bool absolute = statement_.force == Force::absolute || statement_.universal;
    const bool of_law = statement_.modality && *statement_.modality != Modality::will && *statement_.modality != Modality::will_not;
    if (rule.kind == ProvisionKind::practice && absolute && !of_law && !s.values_agree && s.stand != Stand::supports && s.about >= chance(t_.oppose)) {
      return leads(s) ? make(StatementOutcome::practice_gap, {s.telling}) : asked(StatementOutcome::practice_gap, s);
    }
    if (!can_contradict(rule.kind)) return std::nullopt;
    if (s.another_party && roles_turned(s)) return s.best.subject_is_counterparty || s.values_agree ? flagged(StatementOutcome::wrong_party, s) : asked(StatementOutcome::wrong_party, s);
    if (s.stand == Stand::opposes && (only_happens(s) || told_to_others(s))) return not_evaluated("tells what happens, not what is allowed or owed");
    if (s.stand == Stand::opposes && s.about < chance(t_.oppose) && !clearly_opposed(s)) return std::nullopt;
    if (s.stand == Stand::opposes) return contrary(s);
    if (s.stand == Stand::stronger && s.read && !s.values_agree && promised(s)) return flagged(StatementOutcome::other_strength, s);
    if (told_as_choice(s)) return flagged(StatementOutcome::other_strength, s);
    if (s.most_told_as_fixed && (absolute || statement_.sweeping) && !hedged()) return told_as_fixed(s);
    const bool to_all = statement_.universal && statement_.modality == Modality::will;
    if (s.stand == Stand::stronger && to_all && s.conditions_unnamed && s.about >= chance(t_.oppose)) return make(StatementOutcome::other_strength, {s.telling});
    if (over_all_cases(s)) return make(StatementOutcome::absolute, {s.telling});
    const bool over = (s.conditions_unnamed || s.exception_unnamed) && (s.stand == Stand::supports || s.values_agree);
    if (told_without_exception(s)) return make(StatementOutcome::absolute, {s.telling});
    if (over && statement_.force == Force::absolute && statement_.universal) return flagged(StatementOutcome::absolute, s);
    if (over && (promised_to_all(s) || never_done(s))) return flagged(StatementOutcome::absolute, s);
    if (promised_to_anybody(s)) return make(StatementOutcome::missing_condition, {s.telling});
    const bool grants_or_asks = !negative(norm(s.telling).modality);  // "no agency may" is how what is forbidden is told
    if (over && statement_.universal && s.conditions_unnamed && s.stand == Stand::supports && grants_or_asks && !binds_anybody(s)) return asked(StatementOutcome::absolute, s);
    return std::nullopt;
  }

  /// A plain statement of an act that the rule forbids or spares: a story or a warning as often as a claim.
  bool only_happens(const Standing& s) const {
    if (!s.telling.predicate) return false;
    const auto& told = statement_.predicates[*s.telling.predicate];
    return told.possible || (told.modality == Modality::is && s.best.gainsaying < chance(t_.gainsaid) / 2);
  }

  /// An instruction to people whom the rule does not bind.
  bool told_to_others(const Standing& s) const { return s.telling.predicate && statement_.predicates[*s.telling.predicate].instructed && !s.telling.audience_fits; }

  /// The rule itself speaks of people at large.
  bool binds_anybody(const Standing& s) const {
    const ConceptId bearer = norm(s.telling).bearer;
    return bearer.known() && knowledge_.ontology[bearer].kind == ConceptKind::person && knowledge_.ontology[bearer].parents.empty();
  }

  /// "Everybody will be given": what the rule binds to conditions.
  bool promised_to_all(const Standing& s) const {
    if (!statement_.universal || !s.conditions_unnamed || !s.telling.predicate || s.telling.act != ActRelation::equal || binds_anybody(s)) return false;
    const auto& told = statement_.predicates[*s.telling.predicate];
    return !told.cue.empty() && (told.modality == Modality::will || told.modality == Modality::entitled);
  }

  /// What only those who meet a condition have is promised, and the whole message does not name the condition.
  bool promised_to_anybody(const Standing& s) const {
    const bool act = same_act(s.telling) || s.telling.act == ActRelation::wider || s.telling.act == ActRelation::converse;
    const bool told = act && s.stand == Stand::supports && s.read && told_of_now() && s.about >= chance(t_.oppose) && leads(s);
    const bool qualified = statement_.conditional || statement_.excepting || statement_.leads_in || statement_.force == Force::hedged;
    const Frame& rule = norm(s.telling);
    const bool to_people = rule.bearer.known() && knowledge_.ontology[rule.bearer].kind == ConceptKind::person;
    const bool of_another_norm = s.values_agree && s.telling.agreeing == 0;
    const bool grant = rule.modality == Modality::may || rule.modality == Modality::entitled;
    if (!told || qualified || !grant || !to_people || (!told_of_somebody(s) && s.telling.agreeing == 0) || statement_.predicates[*s.telling.predicate].is_subject || of_another_norm || knowledge_.by_concept.tells_punishment(rule.action)) return false;
    return !unnamed_eligibility(rule, *context_->reading, knowledge_.ontology).empty();
  }

  /// The act is told of a person or of the audience, or is done to somebody; no noun beside another verb.
  bool told_of_somebody(const Standing& s) const {
    const auto& told = statement_.predicates[*s.telling.predicate];
    return told.bearer.has_value() || told.to_audience || told.instructed || told.passive;
  }

  /// "Agencies never overcharge": that it is forbidden is told as if it never happened.
  bool never_done(const Standing& s) const {
    if (statement_.force != Force::absolute || !s.telling.predicate || s.telling.act != ActRelation::equal) return false;
    const auto& told = statement_.predicates[*s.telling.predicate];
    return told.modality == Modality::will_not && told.asserted && !told.to_audience && norm(s.telling).modality == Modality::must_not;
  }

  /// "Without exception", "always": the very rule, and it has exceptions of which none is named.
  bool told_without_exception(const Standing& s) const {
    return statement_.force == Force::absolute && s.exception_unnamed && s.telling.act == ActRelation::equal && s.stand == Stand::supports && s.read &&
           !norm(s.telling).exceptions.empty() && provision(s).kind != ProvisionKind::definition && s.about >= chance(t_.oppose) && leads(s);
  }

  /// The rule's own value is told of every case or whatever the case, and the cases to which the rule is bound go unnamed.
  bool over_all_cases(const Standing& s) const {
    const bool all = statement_.universal || statement_.of_all || statement_.force == Force::absolute;
    const bool contact = std::any_of(values_.begin(), values_.end(), [](const Verdict* v) { return v->claim.value->kind == ValueKind::contact || v->claim.value->kind == ValueKind::clock; });
    return all && same_act(s.telling) && !contact && s.values_agree && s.conditions_unnamed && s.stand != Stand::opposes && s.about >= chance(t_.oppose) &&
           leads_by(s, t_.oppose_lead) && !statement_.conditional;
  }

  /// The subject is the norm's other party: what the employer owes is told as the worker's duty.
  bool roles_turned(const Standing& s) const {
    const auto& rule = norm(s.best);
    if (!s.best.predicate || s.best.act == ActRelation::none || s.best.act == ActRelation::antonym) return false;
    const auto& predicate = statement_.predicates[*s.best.predicate];
    const bool duty = predicate.modality == Modality::must || predicate.modality == Modality::need_not;
    return duty && !predicate.cue.empty() && predicate.read && predicate.asserted && rule.modality == Modality::must;
  }

  StatementVerdict flagged(StatementOutcome outcome, const Standing& s) {
    StatementVerdict verdict = make(outcome, {s.another_party ? s.best : s.telling});
    const bool sure = s.about >= chance(t_.oppose) && (s.read || s.another_party) && leads_by(s, t_.oppose_lead) && (!s.values_agree || s.another_party) && !statement_.leads_in;
    if (!sure) verdict.strength = Strength::ask;
    return verdict;
  }

  /// A1, where the same act was read with its modality; anything less is a guess.
  StatementVerdict contrary(const Standing& s) {
    const bool same = same_act(s.telling) || s.telling.act == ActRelation::wider;
    if (!same || !s.read || (s.values_agree && !contrary_in_words(s)) || statement_.alternative) return not_evaluated("seems to say the contrary, but its act, modality or value could not be read surely");
    StatementVerdict verdict = make(StatementOutcome::opposed, {s.telling});
    const bool promise_denied = norm(s.telling).modality == Modality::will && statement_.predicates[*s.telling.predicate].modality == Modality::must_not;
    const bool plain = !promise_denied && clearly_opposed(s) && leads_by(s, t_.oppose_lead);
    const bool sure = s.about >= chance(t_.oppose) && !statement_.leads_in && ((contrary_in_words(s) && leads(s)) || plain);
    if (!sure && only_hinted(s)) return not_evaluated("seems to say the contrary, but hardly as a claim");
    if (!sure) verdict.strength = Strength::ask;
    return verdict;
  }

  /// Not worth a question: what a rule forbids told without a word for may or must, a heading, an instruction to others.
  bool only_hinted(const Standing& s) const {
    const auto& told = statement_.predicates[*s.telling.predicate];
    const bool plain = told.cue.empty() && told.modality == Modality::is && norm(s.telling).modality == Modality::must_not;
    return plain || (statement_.leads_in && told.cue.empty()) || told.instructed;
  }

  /// Said with a word of its own for what may, must, need not or must not be done, and the rule says the very contrary.
  bool contrary_in_words(const Standing& s) const {
    const auto& told = statement_.predicates[*s.telling.predicate];
    if (told.cue.empty()) return false;
    const Modality rule = norm(s.telling).modality;
    const bool denied = rule == Modality::must_not || rule == Modality::not_entitled || rule == Modality::will_not;
    switch (told.modality) {
      case Modality::may:
      case Modality::entitled:
      case Modality::will: return denied;
      case Modality::must: return rule == Modality::need_not || rule == Modality::will_not;
      case Modality::must_not: return rule == Modality::may || rule == Modality::entitled;
      case Modality::need_not: return rule == Modality::must;
      case Modality::not_entitled: return rule == Modality::entitled;
      default: return false;
    }
  }

  /// The same act, said with a word of its own for may, must or must not, or as an instruction to those whom the rule binds; what it is done
  /// to is named, and so are the rule's conditions.
  bool clearly_opposed(const Standing& s) const {
    const auto& match = s.telling;
    const auto& predicate = statement_.predicates[*match.predicate];
    const auto feature = [&](AboutFeature f) { return match.features[static_cast<size_t>(f)]; };
    const bool object_named = !norm(match).object.known() || feature(AboutFeature::object) >= kNamedInSentence;
    const bool never = predicate.modality == Modality::will_not;
    const bool told = predicate.instructed ? match.audience_fits : never ? statement_.universal && predicate.asserted : !predicate.cue.empty();
    return same_act(match) && object_named && told && feature(AboutFeature::special_case) == 0;
  }

  /// A duty, or a ban, told as something that one may do or leave.
  bool told_as_choice(const Standing& s) const {
    if (s.stand != Stand::weaker || !s.read || !s.telling.predicate || s.telling.act == ActRelation::converse) return false;
    const auto& told = statement_.predicates[*s.telling.predicate];
    const bool of_somebody = told.bearer.has_value() || told.to_audience;
    const Frame& rule = norm(s.telling);
    const bool duty = told.modality == Modality::may && !told.possible && rule.modality == Modality::must;
    const bool ban = told.modality == Modality::need_not && rule.modality == Modality::must_not && !knowledge_.by_concept.tells_punishment(rule.action);
    return (duty || ban) && of_somebody && !told.cue.empty();
  }

  /// Will or must where the rule only says may.
  bool promised(const Standing& s) const {
    const Modality told = statement_.predicates[*s.telling.predicate].modality;
    return told == Modality::will || told == Modality::must || told == Modality::entitled;
  }

  bool hedged() const { return statement_.force == Force::hedged || statement_.possible || statement_.modality == Modality::may; }

  StatementVerdict told_as_fixed(const Standing& s) {
    StatementVerdict verdict = make(StatementOutcome::other_strength, {s.best});
    if (s.about < chance(t_.oppose)) verdict.strength = Strength::ask;
    return verdict;
  }

  StatementVerdict asked(StatementOutcome outcome, const Standing& s) {
    StatementVerdict verdict = make(outcome, {s.telling});
    verdict.strength = Strength::ask;
    return verdict;
  }

  // --- with the rule -----------------------------------------------------------------------------------------------------------

  StatementVerdict with_the_rule() {
    const Standing& s = first();
    if (s.about < chance(t_.support)) return open("no provision held that surely speaks of this");
    if (!leads(s)) return open("several provisions are as near");
    if (!holds_when_told(s)) return not_evaluated("the nearest rule does not hold at the time that is told");
    if (s.values_differ) return differing(s);
    if (s.another_party) return not_evaluated("told of somebody else than the nearest rule binds");
    const bool absolute = statement_.force == Force::absolute || statement_.universal;
    if (absolute && (s.conditions_unnamed || s.exception_unnamed)) return not_evaluated("told of all, while the nearest rule has conditions or exceptions");
    if (open_value(s)) return not_evaluated("a value that nothing held bears out");
    if (statement_.of_all && !s.values_agree && s.telling.act == ActRelation::none) return not_evaluated("told of all, and what is said could not be compared slot by slot");
    if (shuts_others_out(s)) return not_evaluated("told of these alone, which the nearest rule does not say");
    if (s.values_agree && s.stand != Stand::opposes && s.stand != Stand::stronger && !only_a_count(s)) return supported(s);
    if (s.stand == Stand::supports && s.read && !condition_dropped(s)) return supported(s);
    const bool weaker_denial = s.stand == Stand::weaker && s.read && negative(norm(s.telling).modality);
    if (weaker_denial) return supported(s);
    if (s.stand == Stand::stronger) return not_evaluated("more than the nearest rule says");
    if (does_another(s) && opposing_elsewhere()) return not_evaluated("the nearest rule is silent on what is done, and another says the contrary");
    if ((!s.stand && plainly_the_same(s)) || sounds_alike(s)) return supported(s);
    return not_evaluated("what is said could not be compared slot by slot");
  }

  /// "Only women must": that others are spared or refused, of which the rule says nothing.
  bool shuts_others_out(const Standing& s) const {
    const auto& norms = provision(s).norms;
    const bool limits = std::any_of(norms.begin(), norms.end(), [](const Frame& norm) { return negative(norm.modality) || !norm.exceptions.empty(); });
    return statement_.exclusive && !s.values_agree && !limits;
  }

  /// Nothing of the provision agrees with the value, and something of it can be compared.
  StatementVerdict differing(const Standing& s) {
    StatementVerdict verdict = not_evaluated("a value differs from the nearest rule's");
    const Provision& rule = provision(s);
    if (s.about < chance(t_.oppose) || !can_contradict(rule.kind) || !told_of_now() || !leads_by(s, t_.oppose_lead)) return verdict;
    for (size_t i = 0; i < values_.size(); ++i) {
      if (values_[i]->outcome != Outcome::not_evaluated || !tells_amount(*values_[i]->claim.value)) continue;
      if (const auto quantity = only_differing(*values_[i]->claim.value, s)) verdict.differing.push_back({i, *quantity});
    }
    return verdict;
  }

  /// A price, a share, an age or a time with its unit; a bare number, a date or "a day" may be of anything.
  static bool tells_amount(const Value& value) {
    if (value.bound == Bound::unbounded || value.unit.empty()) return false;
    const bool article = value.kind == ValueKind::duration && value.in_words && value.hi == 1;
    return !article && (value.kind == ValueKind::money || value.kind == ValueKind::percent || value.kind == ValueKind::age || value.kind == ValueKind::duration);
  }

  std::optional<QuantityMatch> only_differing(const Value& value, const Standing& s) const {
    const auto& norms = provision(s).norms;
    std::optional<QuantityMatch> found;
    for (uint32_t n = 0; n < norms.size(); ++n) {
      for (uint32_t q = 0; q < norms[n].quantities.size(); ++q) {
        const auto relation = relate(value, norms[n].quantities[q], knowledge_.ontology);
        if (relation == QuantityRelation::incomparable) continue;
        if (relation != QuantityRelation::differs) return std::nullopt;
        QuantityMatch match;
        match.provision = s.provision();
        match.norm = n;
        match.quantity = q;
        match.relation = relation;
        match.score = match.event = s.about;
        const bool nearer = !found || n == s.best.norm;
        if (nearer && (!found || found->norm != s.best.norm)) found = match;
      }
    }
    return found;
  }

  /// No act was read, but every word points to this rule alone, and the statement is as positive or negative as the rule.
  bool plainly_the_same(const Standing& s) const {
    const bool same_sign = denies() == negative(norm(s.best).modality);
    const bool open = s.best.stand && s.best.stand != Stand::supports && s.best.stand != Stand::weaker;
    const bool absolute = statement_.force == Force::absolute || statement_.universal;
    return same_sign && !open && !absolute && s.about >= chance(t_.plain) && leads_by(s, t_.plain_lead);
  }

  /// Its slots decide nothing, and it is much liker to what says the same as the rule than to any example of the contrary.
  bool sounds_alike(const Standing& s) const {
    const bool open = s.stand == Stand::opposes || s.stand == Stand::weaker || s.stand == Stand::stronger;
    const bool sweeping = statement_.force == Force::absolute || statement_.universal || statement_.sweeping;
    const auto& norms = provision(s).norms;
    const bool same_sign = std::any_of(norms.begin(), norms.end(), [&](const Frame& norm) { return negative(norm.modality) == denies(); });
    return !open && !sweeping && same_sign && !statement_.leads_in && s.best.gainsaying <= -chance(t_.alike);
  }

  /// What is said to be done is none of the rule's acts.
  bool does_another(const Standing& s) const {
    return s.telling.act == ActRelation::none && std::any_of(statement_.predicates.begin(), statement_.predicates.end(), [](const Predicate& p) { return p.part == Part::main; });
  }

  /// Another rule, less near, that speaks of the very act says the contrary.
  const Standing* opposing_elsewhere() const {
    for (const auto& s : standings_) {
      if (s.about >= chance(t_.ask) && same_act(s.telling) && s.stand == Stand::opposes && s.read && provision(s).holds_on(day_) && can_contradict(provision(s).kind)) return &s;
    }
    return nullptr;
  }

  bool denies() const { return statement_.negated || (statement_.modality && negative(*statement_.modality)); }

  static bool negative(Modality modality) {
    return modality == Modality::must_not || modality == Modality::not_entitled || modality == Modality::will_not || modality == Modality::need_not;
  }

  bool condition_dropped(const Standing& s) const { return s.conditions_unnamed && grants(norm(s.telling).modality); }

  bool holds_when_told(const Standing& s) const {
    const Provision& rule = provision(s);
    if (told_of_now()) return rule.holds_on(day_);
    return statement_.time == TimeView::planned ? rule.is_future_or_plan(day_) || rule.holds_on(day_) : rule.is_past(day_) || rule.holds_on(day_);
  }

  /// An amount, age or period of the statement that is neither this provision's nor borne out by another.
  bool open_value(const Standing& s) const {
    if (!s.values_agree) return tells_more_than_dates();
    return std::any_of(values_.begin(), values_.end(), [&](const Verdict* v) {
      const Value& value = *v->claim.value;
      const bool amount = value.bound == Bound::unbounded || tells_amount(value);
      return amount && v->outcome != Outcome::supported && !kept_by(value, s);
    });
  }

  /// Some quantity of the provision is the value, or leaves room for it.
  bool kept_by(const Value& value, const Standing& s) const {
    const auto& norms = provision(s).norms;
    return std::any_of(norms.begin(), norms.end(), [&](const Frame& norm) {
      return std::any_of(norm.quantities.begin(), norm.quantities.end(), [&](const Quantity& quantity) {
        const auto relation = relate(value, quantity, knowledge_.ontology);
        return relation == QuantityRelation::agrees || relation == QuantityRelation::loose || relation == QuantityRelation::stronger;
      });
    });
  }

  /// A bare number, or a date, that the rule has too, of a rule that is not much about what is said: "three things".
  bool only_a_count(const Standing& s) const {
    const bool telling = std::any_of(values_.begin(), values_.end(), [](const Verdict* v) {
      return v->claim.value->kind != ValueKind::number && v->claim.value->kind != ValueKind::date;
    });
    return !telling && s.about < chance(t_.oppose);
  }

  bool leads(const Standing& s) const { return leads_by(s, t_.lead); }

  /// No other provision comes near, unless one belongs to the other's line or names it as related.
  bool leads_by(const Standing& s, int thousandths) const {
    return std::none_of(standings_.begin(), standings_.end(), [&](const Standing& other) {
      return other.provision() != s.provision() && other.odds + chance(thousandths) > s.odds && !allied(other, s);
    });
  }

  bool allied(const Standing& a, const Standing& b) const {
    const auto names = [](const Provision& from, const Provision& to) {
      const auto holds = [&](const std::vector<std::string>& ids) { return std::find(ids.begin(), ids.end(), to.id) != ids.end(); };
      return holds(from.supersedes) || holds(from.related);
    };
    const auto& policies = knowledge_.policies;
    return policies.whole_of(a.provision()) == policies.whole_of(b.provision()) || names(provision(a), provision(b)) || names(provision(b), provision(a));
  }

  StatementVerdict supported(const Standing& s) {
    StatementVerdict verdict = make(StatementOutcome::supported, {s.telling});
    for (const auto& other : standings_) {
      if (other.provision() != s.provision() && other.stand == Stand::supports && allied(other, s)) verdict.evidence.push_back(other.telling);
    }
    return verdict;
  }

  // --- verdicts ----------------------------------------------------------------------------------------------------------------

  StatementVerdict make(StatementOutcome outcome, std::vector<StatementMatch> evidence) {
    StatementVerdict verdict;
    verdict.outcome = outcome;
    verdict.evidence = std::move(evidence);
    const bool doubtful = std::any_of(verdict.evidence.begin(), verdict.evidence.end(), [&](const StatementMatch& m) { return knowledge_.policies[m.provision].confidence == Confidence::low; });
    if (doubtful) verdict.strength = Strength::ask;
    return finish(std::move(verdict));
  }

  StatementVerdict not_evaluated(std::string reason) {
    StatementVerdict verdict;
    verdict.reason = std::move(reason);
    return finish(std::move(verdict));
  }

  /// Left open, while a value in it may be borne out by itself.
  StatementVerdict open(std::string reason) {
    StatementVerdict verdict = not_evaluated(std::move(reason));
    verdict.values_may_stand = !first().another_party && first().stand != Stand::opposes;
    return verdict;
  }

  StatementVerdict finish(StatementVerdict verdict) {
    verdict.context = context_;
    for (const auto& s : standings_) {
      if (s.about >= chance(t_.oppose) && s.odds + chance(t_.lead) >= first().odds) verdict.nearest.push_back(s.provision());
    }
    verdict.considered.assign(matches_.begin(), matches_.begin() + static_cast<std::ptrdiff_t>(std::min(kShown, matches_.size())));
    return verdict;
  }

  const std::shared_ptr<const ClaimContext>& context_;
  const Statement& statement_;
  const std::vector<const Verdict*>& values_;
  const Knowledge& knowledge_;
  const StatementThresholds& t_;
  Date day_;
  std::vector<StatementMatch> matches_;
  std::vector<Standing> standings_;
};

}  // namespace

StatementVerdict judge_statement(const std::shared_ptr<const ClaimContext>& context, const std::vector<const Verdict*>& values,
                                 const Candidates& candidates, const Knowledge& knowledge, const StatementRules& rules) {
  return StatementJudge(context, values, candidates, knowledge, rules).decide();
}

std::string_view name(StatementOutcome outcome) {
  constexpr std::array<std::string_view, 13> names = {"not evaluated", "supported",    "opposed",         "absolute",   "missing condition", "wrong party", "other strength",
                                                      "stale",         "not in force", "foreign promise", "overpromise", "statistic",   "practice gap"};
  return names[static_cast<size_t>(outcome)];
}

}  // namespace selaras
