#include "judge/statement_verdict.h"

#include <algorithm>
#include <array>

namespace selaras {
namespace {

constexpr size_t kShown = 6;

class StatementJudge {
 public:
  StatementJudge(const std::shared_ptr<const ClaimContext>& context, const std::vector<const Verdict*>& values, const Candidates& candidates,
                 const Knowledge& knowledge, const StatementRules& rules)
      : context_(context), statement_(context->statement), values_(values), knowledge_(knowledge), rules_(rules), day_(context->reading->message->publish) {
    matches_ = match_statement(*context, candidates, knowledge, rules.weights, provisions_of_values());
  }

  StatementVerdict decide() {
    if (statement_.stance != Stance::asserted) return not_evaluated("not stated as the message's own claim");
    if (matches_.empty()) return not_evaluated("no provision held that speaks of this");
    return not_evaluated("not yet");
  }

 private:
  std::vector<ProvisionIndex> provisions_of_values() const {
    std::vector<ProvisionIndex> found;
    for (const Verdict* verdict : values_) {
      for (const auto& match : verdict->considered) found.push_back(match.provision);
      for (const auto& match : verdict->evidence) found.push_back(match.provision);
    }
    return found;
  }

  StatementVerdict not_evaluated(std::string reason) {
    StatementVerdict verdict;
    verdict.reason = std::move(reason);
    return finish(std::move(verdict));
  }

  StatementVerdict finish(StatementVerdict verdict) {
    verdict.context = context_;
    verdict.considered.assign(matches_.begin(), matches_.begin() + static_cast<std::ptrdiff_t>(std::min(kShown, matches_.size())));
    return verdict;
  }

  const std::shared_ptr<const ClaimContext>& context_;
  const Statement& statement_;
  const std::vector<const Verdict*>& values_;
  const Knowledge& knowledge_;
  const StatementRules& rules_;
  Date day_;
  std::vector<StatementMatch> matches_;
};

}  // namespace

StatementVerdict judge_statement(const std::shared_ptr<const ClaimContext>& context, const std::vector<const Verdict*>& values,
                                 const Candidates& candidates, const Knowledge& knowledge, const StatementRules& rules) {
  return StatementJudge(context, values, candidates, knowledge, rules).decide();
}

std::string_view name(StatementOutcome outcome) {
  constexpr std::array<std::string_view, 14> names = {"not evaluated", "supported", "opposed", "absolute", "condition dropped", "wrong party",
                                                      "other strength", "stale", "not in force", "foreign promise", "overpromise", "statistic",
                                                      "consequence omitted", "practice gap"};
  return names[static_cast<size_t>(outcome)];
}

}  // namespace selaras
