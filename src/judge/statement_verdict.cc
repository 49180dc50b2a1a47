#include "judge/statement_verdict.h"

#include <algorithm>
#include <array>

#include "judge/statement_judge.h"

namespace selaras {
namespace {

constexpr size_t kShown = 8;  // near misses kept for the explanation

}  // namespace

StatementJudge::StatementJudge(const std::shared_ptr<const ClaimContext>& context, const std::vector<const Verdict*>& values, const Candidates& candidates,
                 const Knowledge& knowledge, const StatementRules& rules)
    : context_(context), statement_(context->statement), values_(values), knowledge_(knowledge), t_(rules.thresholds), day_(context->reading->message->publish) {
  matches_ = match_statement(*context, candidates, knowledge, rules.weights, provisions_of_values());
  standings_ = standings(matches_, knowledge.policies);
}

StatementVerdict StatementJudge::decide() {
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

std::vector<ProvisionIndex> StatementJudge::provisions_of_values() const {
  std::vector<ProvisionIndex> found;
  for (const Verdict* verdict : values_) {
    for (const auto& match : verdict->considered) found.push_back(match.provision);
    for (const auto& match : verdict->evidence) found.push_back(match.provision);
  }
  return found;
}

bool StatementJudge::leads_by(const Standing& s, int thousandths) const {
  return std::none_of(standings_.begin(), standings_.end(), [&](const Standing& other) {
    return other.provision() != s.provision() && other.odds + chance(thousandths) > s.odds && !allied(other, s);
  });
}

bool StatementJudge::allied(const Standing& a, const Standing& b) const {
  const auto names = [](const Provision& from, const Provision& to) {
    const auto holds = [&](const std::vector<std::string>& ids) { return std::find(ids.begin(), ids.end(), to.id) != ids.end(); };
    return holds(from.supersedes) || holds(from.related);
  };
  const auto& policies = knowledge_.policies;
  return policies.whole_of(a.provision()) == policies.whole_of(b.provision()) || names(provision(a), provision(b)) || names(provision(b), provision(a));
}

StatementVerdict StatementJudge::make(StatementOutcome outcome, std::vector<StatementMatch> evidence) {
  StatementVerdict verdict;
  verdict.outcome = outcome;
  verdict.evidence = std::move(evidence);
  const bool doubtful = std::any_of(verdict.evidence.begin(), verdict.evidence.end(), [&](const StatementMatch& m) { return knowledge_.policies[m.provision].confidence == Confidence::low; });
  if (doubtful) verdict.strength = Strength::ask;
  return finish(std::move(verdict));
}

StatementVerdict StatementJudge::not_evaluated(std::string reason) {
  StatementVerdict verdict;
  verdict.reason = std::move(reason);
  return finish(std::move(verdict));
}

StatementVerdict StatementJudge::open(std::string reason) {
  StatementVerdict verdict = not_evaluated(std::move(reason));
  verdict.values_may_stand = !first().another_party && first().stand != Stand::opposes;
  return verdict;
}

StatementVerdict StatementJudge::finish(StatementVerdict verdict) {
  verdict.context = context_;
  for (const auto& s : standings_) {
    if (s.about >= chance(t_.oppose) && s.odds + chance(t_.lead) >= first().odds) verdict.nearest.push_back(s.provision());
  }
  verdict.considered.assign(matches_.begin(), matches_.begin() + static_cast<std::ptrdiff_t>(std::min(kShown, matches_.size())));
  return verdict;
}

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
