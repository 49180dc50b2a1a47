#include "judge/judgement.h"

#include <algorithm>
#include <set>

namespace selaras {
namespace {

bool says_wrong(const JudgedStatement& one) {
  const bool statement = one.verdict.outcome != StatementOutcome::not_evaluated && one.verdict.outcome != StatementOutcome::supported && one.verdict.strength != Strength::ask;
  return statement || std::any_of(one.values.begin(), one.values.end(), [](const Verdict& value) {
    const bool wrong = value.outcome == Outcome::other_value || value.outcome == Outcome::stale || value.outcome == Outcome::not_in_force;
    return wrong && value.strength != Strength::ask;
  });
}

/// A sentence is no better than the worst that it says (logic.md 6.9): what is right beside it bears the sentence out as little as half an answer.
void drop_support_beside_wrong(std::vector<JudgedStatement>& judged) {
  std::set<uint32_t> wrong;
  for (const auto& one : judged) {
    if (says_wrong(one)) wrong.insert(one.verdict.context->statement.sentence);
  }
  for (auto& one : judged) {
    if (one.verdict.outcome != StatementOutcome::supported || !wrong.contains(one.verdict.context->statement.sentence)) continue;
    one.verdict.outcome = StatementOutcome::not_evaluated;
    one.verdict.reason = "right, beside something in its sentence that is not";
  }
}

}  // namespace

std::vector<JudgedStatement> judge(const Reading& reading, const Stemmer& stemmer, const Knowledge& knowledge, const JudgeRules& rules,
                                   const LeftOut& left_out) {
  std::vector<JudgedStatement> judged;
  Candidates candidates(*reading.message, knowledge);
  for (const auto& context : claim_contexts(reading, stemmer, knowledge.by_text)) {
    candidates.look(*context, left_out);
    JudgedStatement one;
    for (auto& claim : value_claims(context)) one.values.push_back(judge_value(std::move(claim), candidates, knowledge, rules.values));
    std::vector<const Verdict*> values;
    for (const auto& verdict : one.values) values.push_back(&verdict);
    one.verdict = judge_statement(context, values, candidates, knowledge, rules.statements);
    for (const auto& [value, quantity] : one.verdict.differing) {
      one.values[value].outcome = Outcome::other_value;
      one.values[value].evidence = {quantity};
      one.values[value].reason.clear();
    }
    const auto& nearest = one.verdict.nearest;
    for (auto& value : one.values) {  // a value that differs from a rule the whole statement is surely about is no mere question
      const bool doubtful = value.outcome == Outcome::other_value && value.strength == Strength::ask;
      const bool sure = doubtful && std::find(nearest.begin(), nearest.end(), value.evidence.front().provision) != nearest.end();
      const bool held = sure && knowledge.policies[value.evidence.front().provision].confidence != Confidence::low;
      if (held) value.strength = Strength::likely;
    }
    judged.push_back(std::move(one));
  }
  drop_support_beside_wrong(judged);
  return judged;
}

}  // namespace selaras
