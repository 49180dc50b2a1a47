#include <algorithm>

#include "judge/eligibility.h"
#include "judge/statement_judge.h"

namespace selaras {
namespace {

constexpr double kNamedInSentence = 0.75;

}  // namespace

StatementVerdict StatementJudge::by_the_rule() {
  if (const auto decided = against_the_rule()) return *decided;
  const Standing* contrary = does_another(first()) && !first().values_agree ? opposing_elsewhere() : nullptr;
  if (contrary != nullptr && statement_.modality != Modality::must_not && clearly_opposed(*contrary) && !only_happens(*contrary) && !statement_.leads_in) return asked(StatementOutcome::opposed, *contrary);
  return with_the_rule();
}

bool StatementJudge::sounds_contrary() const {
  const Standing& s = first();
  const bool told = told_of_now() && provision(s).holds_on(day_) && can_contradict(provision(s).kind) && !statement_.leads_in && says_something() && statement_.modality != Modality::must_not;
  return told && !s.values_agree && s.about >= chance(t_.oppose) && s.best.gainsaying >= chance(t_.gainsaid) && leads(s);
}

bool StatementJudge::says_something() const {
  return std::any_of(statement_.predicates.begin(), statement_.predicates.end(), [&](const Predicate& p) {
    return p.part == Part::main && !p.instructed && (p.asserted || p.passive || statement_.modality);
  });
}

std::optional<StatementVerdict> StatementJudge::against_the_rule() {
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

bool StatementJudge::only_happens(const Standing& s) const {
  if (!s.telling.predicate) return false;
  const auto& told = statement_.predicates[*s.telling.predicate];
  return told.possible || (told.modality == Modality::is && s.best.gainsaying < chance(t_.gainsaid) / 2);
}

bool StatementJudge::binds_anybody(const Standing& s) const {
  const ConceptId bearer = norm(s.telling).bearer;
  return bearer.known() && knowledge_.ontology[bearer].kind == ConceptKind::person && knowledge_.ontology[bearer].parents.empty();
}

bool StatementJudge::promised_to_all(const Standing& s) const {
  if (!statement_.universal || !s.conditions_unnamed || !s.telling.predicate || s.telling.act != ActRelation::equal || binds_anybody(s)) return false;
  const auto& told = statement_.predicates[*s.telling.predicate];
  return !told.cue.empty() && (told.modality == Modality::will || told.modality == Modality::entitled);
}

bool StatementJudge::promised_to_anybody(const Standing& s) const {
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

bool StatementJudge::told_of_somebody(const Standing& s) const {
  const auto& told = statement_.predicates[*s.telling.predicate];
  return told.bearer.has_value() || told.to_audience || told.instructed || told.passive;
}

bool StatementJudge::never_done(const Standing& s) const {
  if (statement_.force != Force::absolute || !s.telling.predicate || s.telling.act != ActRelation::equal) return false;
  const auto& told = statement_.predicates[*s.telling.predicate];
  return told.modality == Modality::will_not && told.asserted && !told.to_audience && norm(s.telling).modality == Modality::must_not;
}

bool StatementJudge::told_without_exception(const Standing& s) const {
  return statement_.force == Force::absolute && s.exception_unnamed && s.telling.act == ActRelation::equal && s.stand == Stand::supports && s.read &&
         !norm(s.telling).exceptions.empty() && provision(s).kind != ProvisionKind::definition && s.about >= chance(t_.oppose) && leads(s);
}

bool StatementJudge::over_all_cases(const Standing& s) const {
  const bool all = statement_.universal || statement_.of_all || statement_.force == Force::absolute;
  const bool contact = std::any_of(values_.begin(), values_.end(), [](const Verdict* v) { return v->claim.value->kind == ValueKind::contact || v->claim.value->kind == ValueKind::clock; });
  return all && same_act(s.telling) && !contact && s.values_agree && s.conditions_unnamed && s.stand != Stand::opposes && s.about >= chance(t_.oppose) &&
         leads_by(s, t_.oppose_lead) && !statement_.conditional;
}

bool StatementJudge::roles_turned(const Standing& s) const {
  const auto& rule = norm(s.best);
  if (!s.best.predicate || s.best.act == ActRelation::none || s.best.act == ActRelation::antonym) return false;
  const auto& predicate = statement_.predicates[*s.best.predicate];
  const bool duty = predicate.modality == Modality::must || predicate.modality == Modality::need_not;
  return duty && !predicate.cue.empty() && predicate.read && predicate.asserted && rule.modality == Modality::must;
}

StatementVerdict StatementJudge::flagged(StatementOutcome outcome, const Standing& s) {
  StatementVerdict verdict = make(outcome, {s.another_party ? s.best : s.telling});
  const bool sure = s.about >= chance(t_.oppose) && (s.read || s.another_party) && leads_by(s, t_.oppose_lead) && (!s.values_agree || s.another_party) && !statement_.leads_in;
  if (!sure) verdict.strength = Strength::ask;
  return verdict;
}

StatementVerdict StatementJudge::contrary(const Standing& s) {
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

bool StatementJudge::only_hinted(const Standing& s) const {
  const auto& told = statement_.predicates[*s.telling.predicate];
  const bool plain = told.cue.empty() && told.modality == Modality::is && norm(s.telling).modality == Modality::must_not;
  return plain || (statement_.leads_in && told.cue.empty()) || told.instructed;
}

bool StatementJudge::contrary_in_words(const Standing& s) const {
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

bool StatementJudge::clearly_opposed(const Standing& s) const {
  const auto& match = s.telling;
  const auto& predicate = statement_.predicates[*match.predicate];
  const auto feature = [&](AboutFeature f) { return match.features[static_cast<size_t>(f)]; };
  const bool object_named = !norm(match).object.known() || feature(AboutFeature::object) >= kNamedInSentence;
  const bool never = predicate.modality == Modality::will_not;
  const bool told = predicate.instructed ? match.audience_fits : never ? statement_.universal && predicate.asserted : !predicate.cue.empty();
  return same_act(match) && object_named && told && feature(AboutFeature::special_case) == 0;
}

bool StatementJudge::told_as_choice(const Standing& s) const {
  if (s.stand != Stand::weaker || !s.read || !s.telling.predicate || s.telling.act == ActRelation::converse) return false;
  const auto& told = statement_.predicates[*s.telling.predicate];
  const bool of_somebody = told.bearer.has_value() || told.to_audience;
  const Frame& rule = norm(s.telling);
  const bool duty = told.modality == Modality::may && !told.possible && rule.modality == Modality::must;
  const bool ban = told.modality == Modality::need_not && rule.modality == Modality::must_not && !knowledge_.by_concept.tells_punishment(rule.action);
  return (duty || ban) && of_somebody && !told.cue.empty();
}

bool StatementJudge::promised(const Standing& s) const {
  const Modality told = statement_.predicates[*s.telling.predicate].modality;
  return told == Modality::will || told == Modality::must || told == Modality::entitled;
}

StatementVerdict StatementJudge::told_as_fixed(const Standing& s) {
  StatementVerdict verdict = make(StatementOutcome::other_strength, {s.best});
  if (s.about < chance(t_.oppose)) verdict.strength = Strength::ask;
  return verdict;
}

StatementVerdict StatementJudge::asked(StatementOutcome outcome, const Standing& s) {
  StatementVerdict verdict = make(outcome, {s.telling});
  verdict.strength = Strength::ask;
  return verdict;
}

bool StatementJudge::does_another(const Standing& s) const {
  return s.telling.act == ActRelation::none && std::any_of(statement_.predicates.begin(), statement_.predicates.end(), [](const Predicate& p) { return p.part == Part::main; });
}

const Standing* StatementJudge::opposing_elsewhere() const {
  for (const auto& s : standings_) {
    if (s.about >= chance(t_.ask) && same_act(s.telling) && s.stand == Stand::opposes && s.read && provision(s).holds_on(day_) && can_contradict(provision(s).kind)) return &s;
  }
  return nullptr;
}

}  // namespace selaras
