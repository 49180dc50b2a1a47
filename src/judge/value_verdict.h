// What the policy base says of one stated value: supported, of another amount than the law's, of a rule that is over, of a rule that is
// only planned, or nothing that could be said, with the reason. Order of decision: logic.md 6.8 and 6.6.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "judge/event_match.h"
#include "judge/value_claim.h"

namespace selaras {

enum class Outcome : uint8_t { not_evaluated, supported, other_value, stale, not_in_force };

/// How sure: proven (every slot read, source of high confidence), likely, or only worth a question.
enum class Strength : uint8_t { proven, likely, ask };

struct Verdict {
  Outcome outcome = Outcome::not_evaluated;
  Strength strength = Strength::likely;
  ValueClaim claim;
  std::vector<QuantityMatch> evidence;    // what decided, best first: the rule that governs leads
  std::optional<QuantityMatch> repeated;  // stale, not_in_force: the past or planned quantity that the message repeats
  std::vector<QuantityMatch> considered;  // the nearest others, for the explanation
  std::string reason;                     // not_evaluated: why
};

/// Probabilities of "the same event" that a verdict needs, in thousandths (rules/weights.yaml).
struct Thresholds {
  int support = 400;
  int differ = 800;
  int past = 450;
  int planned = 550;
  int ask = 600;
  int margin = 150;  // a rival this near leaves it open
  int lead = 250;    // by which the rule that differs must lead every other, unless it reaches `sure`
  int sure = 850;
  int event = 100;   // an equal value proves nothing below this chance of the same event without it
  int slip = 200;    // a number that is nearly a known line's
};

struct ValueRules {
  EventWeights weights;
  Thresholds thresholds;
};

template <typename Archive>
void archive(Archive& a, Thresholds& value) {
  auto& [support, differ, past, planned, ask, margin, lead, sure, event, slip] = value;
  a(support, differ, past, planned, ask, margin, lead, sure, event, slip);
}

template <typename Archive>
void archive(Archive& a, ValueRules& value) {
  auto& [weights, thresholds] = value;
  a(weights, thresholds);
}

Verdict judge_value(ValueClaim claim, const Candidates& candidates, const Knowledge& knowledge, const ValueRules& rules);

std::string_view name(Outcome outcome);
std::string_view name(Strength strength);

}  // namespace selaras
