#include "judge/entailment.h"

#include <algorithm>
#include <array>

#include "judge/alignment.h"
#include "judge/modality_table.h"

namespace selaras {
namespace {

using V = EntailmentVerdict;

/// What one proposition of the premise says about one of the hypothesis.
struct Comparison {
  V verdict = V::unsupported;
  bool sure = true;
  uint32_t shared = 0;  // terms in common: of two that settle nothing, the closer one is told
  EntailmentStep step;
};

Modality told_modality(const Proposition& p) {
  const bool denied = p.share.denies();
  switch (p.modality) {
    case Modality::must: return denied ? Modality::need_not : Modality::must;
    case Modality::may: return denied ? Modality::must_not : Modality::may;
    case Modality::entitled: return denied ? Modality::not_entitled : Modality::entitled;
    case Modality::will: return denied ? Modality::will_not : Modality::will;
    default: return denied ? Modality::will_not : Modality::is;
  }
}

/// Plain statements and those of the future are told of the same event.
bool same_modality(Modality a, Modality b) {
  const auto plain = [](Modality m) { return m == Modality::is || m == Modality::will; };
  return a == b || (plain(a) && plain(b));
}

/// Who denies something of all speaks of more than one.
constexpr double kSeveral = 2;

class PairJudge {
 public:
  PairJudge(const Proposition& premise, const Proposition& hypothesis, const TermKnowledge& knowledge)
      : premise_(premise), hypothesis_(hypothesis), difference_(align(premise, hypothesis, knowledge)) {}

  Comparison judge() {
    made_.shared = difference_.shared;
    made_.sure = !premise_.doubtful && !hypothesis_.doubtful;
    made_.step = step();
    made_.verdict = speaks_of_it() ? commented(verdict()) : V::unsupported;
    made_.step.verdict = made_.verdict;
    return std::move(made_);
  }

 private:
  bool speaks_of_it() const {
    return !difference_.excepted && difference_.shared > 0 && premise_.past_only == hypothesis_.past_only;
  }

  V commented(V verdict) const {
    if (difference_.comment_opposed && verdict == V::supported) return V::contradicted;
    return difference_.comment_added && verdict == V::supported ? V::unsupported : verdict;
  }

  V verdict() const {
    if (same_modality(premise_.modality, hypothesis_.modality) && premise_.advice == hypothesis_.advice) return by_share();
    return by_modality();
  }

  // --- the same modality: shares ---------------------------------------------------------------------------------------------------

  V by_share() const {
    const Share known = known_share();
    const Share told = told_share();
    const bool counts_fit = !hypothesis_.count || counted_within();
    if (known.within(told) && counts_fit) return widened(V::supported);
    if (known.apart(told) || counted_apart()) return widened(V::contradicted);
    return same_terms() ? V::over_claimed : V::unsupported;
  }

  /// What the premise lets know of the hypothesis's predicate.
  Share known_share() const {
    Share share = premise_share();
    if (difference_.whole_subject_missing)
      return share.apart(Share::none()) ? Share::some() : share.denies() ? share : Share::anything();
    if (difference_.subject_narrower && difference_.subject_wider) return Share::anything();
    if (difference_.subject_narrower && !(share == Share::all()) && !share.denies()) share = Share::anything();
    if (difference_.subject_wider) share = wider_subject(share);
    if (difference_.says_narrower) share = share.at_most();
    if (difference_.says_wider) share = share.at_least();
    if (!difference_.contrary.empty()) share = share.apart(Share::none()) ? Share::none() : Share::anything();
    return share;
  }

  static Share wider_subject(Share share) {
    if (share.apart(Share::none())) return Share::some();
    return share.apart(Share::all()) ? Share::all().denied() : Share::anything();
  }

  /// A plain statement is universal beside one about a part of those it names, and speaks of some occasion beside one about
  /// occasions.
  Share premise_share() const {
    const bool universal =
        premise_.ranges == Ranges::bare && hypothesis_.ranges == Ranges::things && difference_.subject_named && !premise_.qualified;
    return universal && !premise_.share.denies() ? Share::all() : premise_.share;
  }

  Share told_share() const {
    const bool universal = hypothesis_.ranges == Ranges::bare && premise_.ranges == Ranges::things && difference_.subject_named &&
                           !hypothesis_.qualified;
    return universal && !hypothesis_.share.denies() ? Share::all() : hypothesis_.share;
  }

  bool counted_within() const {
    const Measure& told = *hypothesis_.count;
    if (premise_share().denies() && known_share().denies()) return told.lo <= (hypothesis_.count_of_rest ? kSeveral : 0);
    if (!premise_.count || premise_.count_of_rest != hypothesis_.count_of_rest)
      return told.lo <= 1 && told.hi >= told.lo && !told.lo_open;
    const Measure& known = *premise_.count;
    const bool at_least = told.lo == told.hi;  // "two came" where three came
    return known.lo >= told.lo && (at_least || known.hi <= told.hi);
  }

  bool counted_apart() const {
    if (!premise_.count || !hypothesis_.count || premise_.count_of_rest != hypothesis_.count_of_rest || !same_terms()) return false;
    const Measure& known = *premise_.count;
    const Measure& told = *hypothesis_.count;
    const auto below = [](const Measure& a, const Measure& b) { return a.hi < b.lo || (a.hi == b.lo && (a.hi_open || b.lo_open)); };
    return below(known, told) || (below(told, known) && told.lo != told.hi);
  }

  bool same_terms() const {
    return difference_.added.empty() && difference_.missing.empty() && difference_.contrary.empty() && !difference_.says_narrower &&
           !difference_.says_wider;
  }

  // --- another modality: the table -------------------------------------------------------------------------------------------------

  V by_modality() const {
    const bool denied = premise_.share.denies();
    const bool inside = denied ? !difference_.says_wider : !difference_.says_narrower;
    if (!inside || !difference_.contrary.empty()) return V::unsupported;
    Stand stand = stand_of(told_modality(hypothesis_), told_modality(premise_), Regime::open);
    if (same_modality(premise_.modality, hypothesis_.modality))
      stand = advice_stand(stand);
    else if (hypothesis_.advice && stand == Stand::stronger)
      stand = Stand::unsettled;
    switch (stand) {
      case Stand::supports: return widened(V::supported);
      case Stand::weaker: return V::under_specified;
      case Stand::stronger: return V::over_claimed;
      case Stand::opposes: return widened(V::contradicted);
      case Stand::unsettled: return V::unsupported;
    }
    return V::unsupported;
  }

  /// A rule may be told as advice; advice is no rule.
  Stand advice_stand(Stand stand) const {
    return stand == Stand::supports && premise_.advice && !hypothesis_.advice ? Stand::stronger : stand;
  }

  /// logic.md 6.8: what is borne out, or opposed, under a condition that the hypothesis does not name.
  V widened(V verdict) const {
    if (!difference_.condition_dropped) return verdict;
    return verdict == V::supported ? V::over_claimed : V::contradicted_in_part;
  }

  EntailmentStep step() const {
    EntailmentStep step;
    step.premise_share = premise_.share.describe();
    step.share = hypothesis_.share.describe();
    step.premise_modality = name(told_modality(premise_));
    step.modality = name(told_modality(hypothesis_));
    step.missing = difference_.missing;
    step.added = difference_.added;
    step.contrary = difference_.contrary;
    return step;
  }

  const Proposition& premise_;
  const Proposition& hypothesis_;
  Difference difference_;
  Comparison made_;
};

// --- several propositions --------------------------------------------------------------------------------------------------------

/// Of verdicts of several propositions of the premise on one of the hypothesis, the one that stands earlier here counts.
constexpr std::array kDeciding = {V::contradicted, V::contradicted_in_part, V::supported,
                                  V::over_claimed, V::under_specified,      V::unsupported};

size_t rank(V verdict) { return static_cast<size_t>(std::find(kDeciding.begin(), kDeciding.end(), verdict) - kDeciding.begin()); }

bool decides_over(const Comparison& a, const Comparison& b) {
  if (a.verdict == V::supported && a.sure && b.verdict == V::contradicted_in_part) return true;
  if (b.verdict == V::supported && b.sure && a.verdict == V::contradicted_in_part) return false;
  if (rank(a.verdict) != rank(b.verdict)) return rank(a.verdict) < rank(b.verdict);
  return a.shared > b.shared;
}

/// Of alternatives of the hypothesis one that is borne out is enough; opposed they are only all together.
Comparison judged(const Proposition& premise, const Alternatives& hypothesis, const TermKnowledge& knowledge) {
  Comparison best = PairJudge(premise, hypothesis.front(), knowledge).judge();
  for (size_t i = 1; i < hypothesis.size(); ++i) {
    Comparison next = PairJudge(premise, hypothesis[i], knowledge).judge();
    const bool better = next.verdict == V::supported || (best.verdict == V::contradicted && next.verdict != V::contradicted);
    if (better && best.verdict != V::supported) best = std::move(next);
  }
  return best;
}

/// Alternatives of the premise settle something only where all of them say the same.
Comparison judged(const Alternatives& premise, const Alternatives& hypothesis, const TermKnowledge& knowledge) {
  Comparison common = judged(premise.front(), hypothesis, knowledge);
  for (size_t i = 1; i < premise.size(); ++i) {
    const Comparison next = judged(premise[i], hypothesis, knowledge);
    if (next.verdict != common.verdict) common.verdict = common.step.verdict = V::unsupported;
    common.sure = common.sure && next.sure;
  }
  return common;
}

Comparison judged(const OpenClaim& premise, const Alternatives& hypothesis, const TermKnowledge& knowledge) {
  std::optional<Comparison> best;
  for (const Alternatives& told : premise.told) {
    Comparison found = judged(told, hypothesis, knowledge);
    if (!best || decides_over(found, *best)) best = std::move(found);
  }
  return *best;
}

V together(const std::vector<Comparison>& all) {
  const auto count = [&](V verdict) {
    return std::count_if(all.begin(), all.end(), [&](const Comparison& c) { return c.verdict == verdict; });
  };
  const auto size = static_cast<std::ptrdiff_t>(all.size());
  if (count(V::contradicted) > 0) return count(V::supported) > 0 && size > 1 ? V::contradicted_in_part : V::contradicted;
  if (count(V::contradicted_in_part) > 0) return V::contradicted_in_part;
  if (count(V::supported) == size) return V::supported;
  if (count(V::supported) > 0) return V::partially_supported;
  if (count(V::over_claimed) > 0) return V::over_claimed;
  return count(V::under_specified) > 0 ? V::under_specified : V::unsupported;
}

EntailmentStrength strength_of(const OpenClaim& premise, const OpenClaim& hypothesis, const std::vector<Comparison>& all) {
  if (std::any_of(all.begin(), all.end(), [](const Comparison& c) { return !c.sure; })) return EntailmentStrength::ask;
  const auto every = [](const OpenClaim& claim, auto holds) {
    return std::all_of(claim.told.begin(), claim.told.end(),
                       [&](const Alternatives& told) { return std::all_of(told.begin(), told.end(), holds); });
  };
  const auto settled = [](const Proposition& p) {
    return !p.implied && std::all_of(p.parts.begin(), p.parts.end(),
                                     [](const ClaimPart& part) { return !part.term.concepts.empty() || part.term.measure; });
  };
  const auto same_words = [](const Comparison& c) {
    const bool decided = c.verdict == V::supported || c.verdict == V::contradicted;
    return decided && c.step.missing.empty() && c.step.added.empty() && c.step.contrary.empty();
  };
  const bool proven = every(premise, settled) && every(hypothesis, settled) && std::all_of(all.begin(), all.end(), same_words);
  return proven ? EntailmentStrength::proven : EntailmentStrength::likely;
}

/// People who deny a quantity mean that something is left of it.
OpenClaim as_meant(OpenClaim claim) {
  for (Alternatives& told : claim.told) {
    for (Proposition& p : told) {
      const Share meant = p.share.without_none();
      if (!p.denied_quantity || p.ranges == Ranges::degrees || p.share.denies() || meant == p.share || p.share == Share::anything())
        continue;
      p.share = meant;
      p.implied = true;
    }
  }
  return claim;
}

}  // namespace

Entailment judge_entailment(const OpenClaim& premise, const OpenClaim& hypothesis, const TermKnowledge& knowledge) {
  Entailment made;
  if (premise.told.empty() || hypothesis.told.empty() || hypothesis.asked) return made;
  const OpenClaim rule = as_meant(premise);
  std::vector<Comparison> all;
  for (const Alternatives& told : hypothesis.told) {
    if (!told.front().presupposed) all.push_back(judged(rule, told, knowledge));
  }
  if (all.empty()) return made;
  made.verdict = together(all);
  made.strength = strength_of(rule, hypothesis, all);
  for (Comparison& c : all) made.steps.push_back(std::move(c.step));
  return made;
}

std::string_view name(EntailmentVerdict verdict) {
  switch (verdict) {
    case V::supported: return "supported";
    case V::contradicted: return "contradicted";
    case V::contradicted_in_part: return "contradicted-in-part";
    case V::over_claimed: return "over-claimed";
    case V::partially_supported: return "partially-supported";
    case V::under_specified: return "under-specified";
    case V::unsupported: return "unsupported";
    case V::not_checkable: return "not-checkable";
  }
  return "";
}

std::string_view name(EntailmentStrength strength) {
  switch (strength) {
    case EntailmentStrength::proven: return "proven";
    case EntailmentStrength::likely: return "likely";
    case EntailmentStrength::ask: return "ask";
  }
  return "";
}

}  // namespace selaras
