#include <algorithm>

#include "judge/claim_form.h"
#include "judge/statement_judge.h"

namespace selaras {

std::optional<StatementVerdict> StatementJudge::by_form() {
  const bool borne_out = std::any_of(values_.begin(), values_.end(), [](const Verdict* v) { return v->outcome == Outcome::supported; });
  if (tells_statistic(*context_) && !borne_out && told_of_now()) return make(StatementOutcome::statistic, {});
  if (const auto state = promises_for(*context_); state && !supported_in(*state)) {
    return make(StatementOutcome::foreign_promise, nearest_of(*state));
  }
  if (guarantees(*context_) && !supported_by_act()) return make(StatementOutcome::overpromise, surely_nearest());
  return std::nullopt;
}

bool StatementJudge::supported_in(std::string_view state) const {
  return std::any_of(standings_.begin(), standings_.end(), [&](const Standing& s) {
    const bool says_so = (same_act(s.telling) && (s.stand == Stand::supports || s.stand == Stand::weaker)) || (s.values_agree && tells_more_than_dates());
    return provision(s).jurisdiction == state && says_so && s.about >= chance(t_.oppose) && provision(s).holds_on(day_);
  });
}

std::vector<StatementMatch> StatementJudge::nearest_of(std::string_view state) const {
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

std::vector<StatementMatch> StatementJudge::surely_nearest() const {
  const bool sure = !standings_.empty() && first().about >= chance(t_.oppose) && leads(first());
  return sure ? std::vector{first().best} : std::vector<StatementMatch>{};
}

bool StatementJudge::supported_by_act() const {
  return !standings_.empty() && first().stand == Stand::supports && grants(norm(first().telling).modality) && first().about >= chance(t_.support);
}

}  // namespace selaras
