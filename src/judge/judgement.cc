#include "judge/judgement.h"

#include <algorithm>

namespace selaras {

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
  return judged;
}

}  // namespace selaras
