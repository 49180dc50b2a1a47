#include <algorithm>

#include "judge/gone.h"
#include "judge/statement_judge.h"

namespace selaras {
namespace {

constexpr size_t kFewest = 2;        // concepts that a statement without a value must name to say anything
constexpr double kMostCounted = 12;  // bare numbers up to here mostly count things

}  // namespace

bool StatementJudge::told_of_now() const {
  const bool dated = std::any_of(values_.begin(), values_.end(), [&](const Verdict* v) { return v->claim.as_of && v->claim.as_of->last < day_; });
  return statement_.time == TimeView::present && !dated;
}

bool StatementJudge::value_is_wrong() const {
  return std::any_of(values_.begin(), values_.end(), [](const Verdict* v) {
    return v->strength != Strength::ask && (v->outcome == Outcome::other_value || v->outcome == Outcome::stale || v->outcome == Outcome::not_in_force);
  });
}

const Standing* StatementJudge::borne_out_now() const {
  for (const auto& s : standings_) {
    if (s.about + kNearby < first().about) break;
    const bool says_so = s.values_agree || (s.stand == Stand::supports && !first().values_agree);
    if (provision(s).holds_on(day_) && says_so) return &s;
  }
  return nullptr;
}

std::optional<StatementVerdict> StatementJudge::about_what_is_gone() {
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

bool StatementJudge::names_past_day() const {
  return std::any_of(values_.begin(), values_.end(), [&](const Verdict* v) {
    const Value& value = *v->claim.value;
    return value.kind == ValueKind::date && value.date && value.date->last < day_;
  });
}

const Standing* StatementJudge::told_in_the_past(ConceptId id) const {
  for (const auto& s : standings_) {
    const auto& norms = provision(s).norms;
    const bool names = std::any_of(norms.begin(), norms.end(), [&](const Frame& norm) { return has_in_slot(norm, id); });
    if (names && provision(s).is_past(day_)) return &s;
  }
  return nullptr;
}

StatementVerdict StatementJudge::told_though_over() {
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

const Standing* StatementJudge::told_by_predecessor() const {
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

StatementVerdict StatementJudge::told_as_before(const Standing& over) {
  StatementVerdict verdict = make(StatementOutcome::stale, {first().best, over.telling});
  if (first().about < chance(t_.stale) || !leads(first())) verdict.strength = Strength::ask;
  return verdict;
}

StatementVerdict StatementJudge::stale(const StatementMatch& over) {
  StatementVerdict verdict = make(StatementOutcome::stale, {over});
  if (const auto now = knowledge_.policies.successors(over.provision); !now.empty()) verdict.evidence.insert(verdict.evidence.begin(), successor(now));
  return verdict;
}

StatementMatch StatementJudge::successor(const std::vector<ProvisionIndex>& successors) const {
  for (const auto& match : matches_) {
    const bool follows = std::find(successors.begin(), successors.end(), match.provision) != successors.end();
    if (follows && knowledge_.policies[match.provision].holds_on(day_)) return match;
  }
  StatementMatch match;
  match.provision = successors.front();
  return match;
}

bool StatementJudge::amount_agrees(std::optional<ValueKind> but) const {
  return first().values_agree && std::any_of(values_.begin(), values_.end(), [&](const Verdict* v) {
    const Value& value = *v->claim.value;
    const bool bare = value.kind == ValueKind::number && value.unit.empty() && value.hi <= kMostCounted;
    return !bare && value.kind != ValueKind::date && value.kind != but;
  });
}

bool StatementJudge::tells_more_than_dates() const {
  return std::any_of(values_.begin(), values_.end(), [](const Verdict* v) { return v->claim.value->kind != ValueKind::date; });
}

const Standing* StatementJudge::told_as_begun() const {
  if (!statement_.commences || !told_of_now() || denies()) return nullptr;
  for (const auto& s : standings_) {
    if (s.about + kNearby < first().about) break;
    if (provision(s).kind == ProvisionKind::announcement && provision(s).is_future_or_plan(day_)) return &s;
  }
  return nullptr;
}

StatementVerdict StatementJudge::told_though_planned(const Standing& plan) {
  const Standing* now = borne_out_now();
  if (now != nullptr && (!statement_.commences || now->values_agree)) return leads(*now) ? supported(*now) : not_evaluated("a plan is as near as the rule in force");
  if (statement_.mentions.size() < kFewest && values_.empty()) return not_evaluated("near a plan, and tells nothing of its own");
  const bool says_so = plan.stand != Stand::opposes && !plan.values_differ;
  StatementVerdict verdict = make(StatementOutcome::not_in_force, {plan.telling});
  const bool sure = plan.about >= chance(t_.planned) && says_so && (statement_.commences || (leads(plan) && provision(plan).kind != ProvisionKind::announcement));
  if (!sure) verdict.strength = Strength::ask;
  return verdict;
}

bool StatementJudge::holds_when_told(const Standing& s) const {
  const Provision& rule = provision(s);
  if (told_of_now()) return rule.holds_on(day_);
  return statement_.time == TimeView::planned ? rule.is_future_or_plan(day_) || rule.holds_on(day_) : rule.is_past(day_) || rule.holds_on(day_);
}

}  // namespace selaras
