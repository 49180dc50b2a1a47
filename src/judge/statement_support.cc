#include <algorithm>

#include "judge/statement_judge.h"

namespace selaras {

StatementVerdict StatementJudge::with_the_rule() {
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

bool StatementJudge::shuts_others_out(const Standing& s) const {
  const auto& norms = provision(s).norms;
  const bool limits = std::any_of(norms.begin(), norms.end(), [](const Frame& norm) { return negative(norm.modality) || !norm.exceptions.empty(); });
  return statement_.exclusive && !s.values_agree && !limits;
}

StatementVerdict StatementJudge::differing(const Standing& s) {
  StatementVerdict verdict = not_evaluated("a value differs from the nearest rule's");
  const Provision& rule = provision(s);
  if (s.about < chance(t_.oppose) || !can_contradict(rule.kind) || !told_of_now() || !leads_by(s, t_.oppose_lead)) return verdict;
  for (size_t i = 0; i < values_.size(); ++i) {
    if (values_[i]->outcome != Outcome::not_evaluated || !tells_amount(*values_[i]->claim.value)) continue;
    if (const auto quantity = only_differing(*values_[i]->claim.value, s)) verdict.differing.push_back({i, *quantity});
  }
  return verdict;
}

bool StatementJudge::tells_amount(const Value& value) {
  if (value.bound == Bound::unbounded || value.unit.empty()) return false;
  const bool article = value.kind == ValueKind::duration && value.in_words && value.hi == 1;
  return !article && (value.kind == ValueKind::money || value.kind == ValueKind::percent || value.kind == ValueKind::age || value.kind == ValueKind::duration);
}

std::optional<QuantityMatch> StatementJudge::only_differing(const Value& value, const Standing& s) const {
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

bool StatementJudge::plainly_the_same(const Standing& s) const {
  const bool same_sign = denies() == negative(norm(s.best).modality);
  const bool open = s.best.stand && s.best.stand != Stand::supports && s.best.stand != Stand::weaker;
  const bool absolute = statement_.force == Force::absolute || statement_.universal;
  return same_sign && !open && !absolute && s.about >= chance(t_.plain) && leads_by(s, t_.plain_lead);
}

bool StatementJudge::sounds_alike(const Standing& s) const {
  const bool open = s.stand == Stand::opposes || s.stand == Stand::weaker || s.stand == Stand::stronger;
  const bool sweeping = statement_.force == Force::absolute || statement_.universal || statement_.sweeping;
  const auto& norms = provision(s).norms;
  const bool same_sign = std::any_of(norms.begin(), norms.end(), [&](const Frame& norm) { return negative(norm.modality) == denies(); });
  return !open && !sweeping && same_sign && !statement_.leads_in && s.best.gainsaying <= -chance(t_.alike);
}

bool StatementJudge::negative(Modality modality) {
  return modality == Modality::must_not || modality == Modality::not_entitled || modality == Modality::will_not || modality == Modality::need_not;
}

bool StatementJudge::open_value(const Standing& s) const {
  if (!s.values_agree) return tells_more_than_dates();
  return std::any_of(values_.begin(), values_.end(), [&](const Verdict* v) {
    const Value& value = *v->claim.value;
    const bool amount = value.bound == Bound::unbounded || tells_amount(value);
    return amount && v->outcome != Outcome::supported && !kept_by(value, s);
  });
}

bool StatementJudge::kept_by(const Value& value, const Standing& s) const {
  const auto& norms = provision(s).norms;
  return std::any_of(norms.begin(), norms.end(), [&](const Frame& norm) {
    return std::any_of(norm.quantities.begin(), norm.quantities.end(), [&](const Quantity& quantity) {
      const auto relation = relate(value, quantity, knowledge_.ontology);
      return relation == QuantityRelation::agrees || relation == QuantityRelation::loose || relation == QuantityRelation::stronger;
    });
  });
}

bool StatementJudge::only_a_count(const Standing& s) const {
  const bool telling = std::any_of(values_.begin(), values_.end(), [](const Verdict* v) {
    return v->claim.value->kind != ValueKind::number && v->claim.value->kind != ValueKind::date;
  });
  return !telling && s.about < chance(t_.oppose);
}

StatementVerdict StatementJudge::supported(const Standing& s) {
  StatementVerdict verdict = make(StatementOutcome::supported, {s.telling});
  for (const auto& other : standings_) {
    if (other.provision() != s.provision() && other.stand == Stand::supports && allied(other, s)) verdict.evidence.push_back(other.telling);
  }
  return verdict;
}

}  // namespace selaras
