// The judgement of everything a message claims: for each of its statements one verdict on the statement and one on each value in it.
#pragma once

#include <optional>
#include <vector>

#include "judge/statement_verdict.h"

namespace selaras {

struct JudgeRules {
  ValueRules values;
  StatementRules statements;
};

template <typename Archive>
void archive(Archive& a, JudgeRules& value) {
  auto& [values, statements] = value;
  a(values, statements);
}

struct JudgedStatement {
  StatementVerdict verdict;
  std::vector<Verdict> values;
};

/// In the order of the text. `left_out`: examples that are themselves being judged.
std::vector<JudgedStatement> judge(const Reading& reading, const Stemmer& stemmer, const Knowledge& knowledge, const JudgeRules& rules,
                                   const LeftOut& left_out = {});

}  // namespace selaras
