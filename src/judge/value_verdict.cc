#include "judge/value_verdict.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <tuple>

namespace selaras {
namespace {

constexpr double kNamedNear = 0.8;      // the attribute is named in the sentence of the value
constexpr double kNamedInClause = 1.0;
constexpr double kPlainEvent = 0.3;     // the event is plain even without the value
constexpr double kTelling = 0.95;       // a value this rare in the base nearly names its provision
constexpr double kCommon = 0.8;         // below this many provisions share the value
constexpr int kOddDigits = 3;           // significant digits that no round figure has
constexpr double kSomeCircumstances = 0.4;
constexpr size_t kShown = 5;  // near misses kept for the explanation

bool can_contradict(ProvisionKind kind) {
  return kind == ProvisionKind::norm || kind == ProvisionKind::sanction || kind == ProvisionKind::service || kind == ProvisionKind::definition;
}

bool agrees(const QuantityMatch& match) { return match.relation == QuantityRelation::agrees; }
bool differs(const QuantityMatch& match) { return match.relation == QuantityRelation::differs; }
bool is_loose(const QuantityMatch& match) { return match.relation == QuantityRelation::loose; }
bool for_others(const QuantityMatch& match) { return match.features[static_cast<size_t>(Feature::special_case)] > 0.99; }

/// 3,774 has four, 400,000 one.
int significant_digits(double amount) {
  while (amount >= 10 && std::fmod(amount, 10) == 0) amount /= 10;
  return amount < 1 ? 1 : 1 + static_cast<int>(std::log10(amount));
}

class ValueJudge {
 public:
  ValueJudge(ValueClaim claim, const Candidates& candidates, const Knowledge& knowledge, const ValueRules& rules)
      : claim_(std::move(claim)), knowledge_(knowledge), rules_(rules), day_(claim_.reading().message->publish) {
    matches_ = match_quantities(claim_, candidates, knowledge, rules.weights);
    std::erase_if(matches_, [&](const QuantityMatch& match) { return !tells_enough(match); });
    sort_out();
  }

  Verdict decide() {
    if (claim_.stance != Stance::asserted) return not_evaluated("not stated as the message's own claim");
    if (is_sum_of_others()) return not_evaluated("the sum of other values beside it");
    if (matches_.empty()) return not_evaluated("no provision holds a quantity of this kind");
    if (claim_.time == TimeView::planned) return told_as_plan();
    if (speaks_of_the_past()) return told_as_past();
    return told_as_present();
  }

 private:
  using Best = const QuantityMatch*;

  double chance(int thousandths) const { return thousandths / 1000.0; }
  const Provision& provision(const QuantityMatch& match) const { return knowledge_.policies[match.provision]; }

  /// A date or a bare number can be of anything: what it measures must be named near it.
  bool tells_enough(const QuantityMatch& match) const {
    const Value& value = *claim_.value;
    const bool bare = value.bound == Bound::unbounded || (value.kind == ValueKind::number && value.unit.empty());
    const auto feature = [&](Feature f) { return match.features[static_cast<size_t>(f)]; };
    if (value.kind == ValueKind::date) return feature(Feature::attribute) >= kNamedInClause && feature(Feature::circumstances) >= kSomeCircumstances;
    const bool may_be_age = value.kind == ValueKind::number && value.bound != Bound::exact && match.event >= kPlainEvent &&
                            knowledge_.ontology[attribute_of(match)].dimension == Dimension::age;
    if (bare) return feature(Feature::attribute) >= kNamedNear || may_be_age;
    const bool offence_named = feature(Feature::circumstances) >= kSomeCircumstances || names_a_penalty();
    return !is_penalty(match) || claim_.context->tells_sanction || offence_named;
  }

  /// A measure of punishment is named near: "up to RM200,000, up to three years' jail" speaks of a fine as well.
  bool names_a_penalty() const {
    return std::any_of(claim_.context->concepts.begin(), claim_.context->concepts.end(), [&](const NamedConcept& named) { return knowledge_.by_concept.measures_penalty(named.id); });
  }

  /// An amount is a punishment's only where punishment is spoken of.
  bool is_penalty(const QuantityMatch& match) const {
    const auto role = quantity(match).role;
    return provision(match).kind == ProvisionKind::sanction || role == QuantityRole::penalty_max || role == QuantityRole::penalty_min;
  }

  const Quantity& quantity(const QuantityMatch& match) const { return provision(match).norms[match.norm].quantities[match.quantity]; }

  /// The best match of each sort; matches_ is in the order of the score.
  void sort_out() {
    for (const auto& match : matches_) {
      const auto& rule = provision(match);
      if (agrees(match) && !event_shows(match)) continue;
      if (rule.holds_on(day_)) {
        keep(agrees(match) ? equal_now_ : is_loose(match) ? loose_now_ : may_differ(match) ? differs_now_ : open_now_, match);
      } else if (rule.is_past(day_)) {
        if (agrees(match)) keep(equal_past_, match);
      } else if (agrees(match)) {
        keep(equal_plan_, match);
      }
    }
  }

  /// An equal value alone proves nothing: something else must speak for the event, hardly anything where the value is like no other.
  bool event_shows(const QuantityMatch& match) const {
    const bool rare = match.features[static_cast<size_t>(Feature::equal_value)] >= kTelling;
    const bool range = claim_.value->bound == Bound::range;
    const bool odd_amount = claim_.value->kind == ValueKind::money && significant_digits(claim_.value->lo) >= kOddDigits;
    const double needed = chance(rules_.thresholds.event);
    if (rare && odd_amount) return match.event >= needed / 10;
    return match.event >= (rare && range ? needed / 2 : needed);
  }

  /// "Since June" may tell of anything that began then; a date that differs counts only as a deadline or an end.
  bool may_differ(const QuantityMatch& match) const {
    const bool start = claim_.value->kind == ValueKind::date && claim_.value->bound == Bound::at_least;
    return differs(match) && !start && can_contradict(provision(match).kind) && !told_beside(match);
  }

  /// Another value of the sentence is this quantity: "1,850 in a factory, 640 on an estate" contradicts neither rule.
  bool told_beside(const QuantityMatch& match) const {
    return std::any_of(claim_.beside.begin(), claim_.beside.end(), [&](const Value* other) {
      return other->kind == claim_.value->kind && relate(*other, quantity(match), knowledge_.ontology) == QuantityRelation::agrees;
    });
  }

  static void keep(Best& kept, const QuantityMatch& match) {
    if (kept == nullptr) kept = &match;
  }

  static double score(Best match) { return match == nullptr ? 0 : match->score; }

  /// 500 and 1,000, 1,500 altogether: arithmetic, not a claim of its own (logic.md 6.4).
  bool is_sum_of_others() const {
    const Value& value = *claim_.value;
    if (value.kind != ValueKind::money || value.bound != Bound::exact) return false;
    for (size_t i = 0; i < claim_.beside.size(); ++i) {
      for (size_t k = i + 1; k < claim_.beside.size(); ++k) {
        const Value& a = *claim_.beside[i];
        const Value& b = *claim_.beside[k];
        const bool same_kind = a.kind == value.kind && b.kind == value.kind && a.unit == value.unit && b.unit == value.unit;
        if (same_kind && a.lo > 0 && b.lo > 0 && a.lo + b.lo == value.lo) return true;
      }
    }
    return false;
  }

  bool speaks_of_the_past() const {
    return claim_.time == TimeView::past || (claim_.as_of && claim_.value->kind != ValueKind::date && claim_.as_of->last < day_);
  }

  Verdict told_as_plan() {
    if (score(equal_plan_) >= chance(rules_.thresholds.support)) return supported(*equal_plan_);
    if (score(equal_now_) >= chance(rules_.thresholds.support)) return supported(*equal_now_);
    return not_evaluated("told as a plan; no plan with this value is held");
  }

  Verdict told_as_past() {
    const double past = score(equal_past_);
    const double now = score(equal_now_);
    if (std::max(past, now) < chance(rules_.thresholds.support)) return not_evaluated("told of the past; no rule with this value is held");
    return supported(past >= now ? *equal_past_ : *equal_now_);
  }

  Verdict told_as_present() {
    const auto& t = rules_.thresholds;
    const double now = score(equal_now_);
    const double past = score(equal_past_);
    const double plan = score(equal_plan_);
    const bool now_is_best = now >= chance(t.support) && now + chance(t.margin) >= std::max(past, plan);
    if (now_is_best && !flatly_another(*equal_now_) && !only_for_others(*equal_now_)) return supported(*equal_now_);
    if (past >= chance(t.past) && past >= plan && !still_allowed(*equal_past_)) return stale(*equal_past_);
    if (plan >= chance(t.planned)) return planned(*equal_plan_);
    if (score(loose_now_) >= chance(t.support) && score(loose_now_) > score(differs_now_)) return supported(*loose_now_);
    return compare_with_law();
  }

  /// A rule for a special group that the text does not name rescues no general claim that repeats a past general rule.
  bool only_for_others(const QuantityMatch& equal) const {
    return for_others(equal) && equal_past_ != nullptr && !for_others(*equal_past_) && equal_past_->score >= chance(rules_.thresholds.past);
  }

  /// The equal value belongs to something else: a rule that differs is the event by far, were the value not looked at.
  bool flatly_another(const QuantityMatch& equal) const {
    const bool common = equal.features[static_cast<size_t>(Feature::equal_value)] < kCommon;
    return common && differs_now_ != nullptr && differs_now_->provision != equal.provision && differs_now_->event >= chance(rules_.thresholds.sure) &&
           differs_now_->event > equal.event + chance(rules_.thresholds.lead);
  }

  /// A rule in force still fixes the same value of the same attribute.
  bool still_allowed(const QuantityMatch& past) const {
    return std::any_of(matches_.begin(), matches_.end(), [&](const QuantityMatch& match) {
      const bool general = !for_others(match) || for_others(past);
      return agrees(match) && general && provision(match).holds_on(day_) && attribute_of(match) == attribute_of(past) && match.event * 4 >= past.event;
    });
  }

  ConceptId attribute_of(const QuantityMatch& match) const { return quantity(match).attribute; }

  Verdict compare_with_law() {
    const auto& t = rules_.thresholds;
    if (differs_now_ == nullptr) return not_evaluated("no rule in force fixes this quantity");
    if (claim_.value->kind == ValueKind::contact) return compare_line();
    const double score = differs_now_->score;
    const bool rival = equal_anywhere_near(score) || score_of_open() > score;
    const bool leads = score >= chance(t.sure) || leads_all_others();
    if (score >= chance(t.differ) && leads && !rival) return other_value(Strength::likely);
    if (score >= chance(t.ask) && !rival) return other_value(Strength::ask);
    return not_evaluated("no provision held that surely speaks of this");
  }

  /// A number to call that no rule holds, but that is a slip away from one.
  Verdict compare_line() {
    const bool held = equal_now_ != nullptr || equal_past_ != nullptr;
    if (!held && differs_now_->score >= chance(rules_.thresholds.slip)) return other_value(Strength::likely);
    return not_evaluated("this number is not among the contacts held");
  }

  /// No quantity of another attribute or another provision comes near.
  bool leads_all_others() const {
    return std::none_of(matches_.begin(), matches_.end(), [&](const QuantityMatch& other) {
      return !same_subject(other, *differs_now_) && other.score + chance(rules_.thresholds.lead) > differs_now_->score;
    });
  }

  /// Quantities of one provision, or of one that it replaced, with one attribute.
  bool same_subject(const QuantityMatch& a, const QuantityMatch& b) const {
    const bool same_amount = quantity(a).lo == quantity(b).lo && quantity(a).hi == quantity(b).hi && quantity(a).unit == quantity(b).unit;
    if (a.provision == b.provision && same_amount) return true;  // one ceiling written on two fees
    if (attribute_of(a) != attribute_of(b)) return false;
    const auto before = knowledge_.policies.predecessors(b.provision);
    return a.provision == b.provision || std::find(before.begin(), before.end(), a.provision) != before.end();
  }

  bool equal_anywhere_near(double score) const {
    const auto near = [&](Best equal) { return equal != nullptr && !flatly_another(*equal) && equal->score + chance(rules_.thresholds.margin) >= score; };
    return near(equal_now_) || near(equal_past_) || near(equal_plan_);
  }
  double score_of_open() const { return score(open_now_); }

  Verdict supported(const QuantityMatch& match) {
    Verdict verdict = make(Outcome::supported, match);
    for (const auto& other : matches_) {
      if (other.provision != match.provision && agrees(other) && other.score + chance(rules_.thresholds.margin) >= match.score) verdict.evidence.push_back(other);
    }
    return verdict;
  }

  Verdict stale(const QuantityMatch& match) {
    Verdict verdict = make(Outcome::stale, match);
    verdict.repeated = match;
    if (const auto governing = governing_instead(match)) verdict.evidence.insert(verdict.evidence.begin(), *governing);
    return verdict;
  }

  Verdict planned(const QuantityMatch& match) {
    Verdict verdict = make(Outcome::not_in_force, match);
    verdict.repeated = match;
    if (differs_now_ != nullptr && differs_now_->score + chance(rules_.thresholds.margin) >= match.score) verdict.evidence.push_back(*differs_now_);
    return verdict;
  }

  /// The quantity in force that took the place of a past one: of a successor, with the same attribute if it can be, for the same
  /// case (sector, sex, first or repeated), the nearest to the sentence.
  std::optional<QuantityMatch> governing_instead(const QuantityMatch& past) const {
    const auto successors = knowledge_.policies.successors(past.provision);
    const QuantityMatch* best = nullptr;
    const auto rank = [&](const QuantityMatch& m) { return std::tuple(attribute_of(m) == attribute_of(past), shared_case(m, past), m.score); };
    for (const auto& match : matches_) {
      const bool succeeds = std::find(successors.begin(), successors.end(), match.provision) != successors.end();
      if (!succeeds || !provision(match).holds_on(day_)) continue;
      if (best == nullptr || rank(match) > rank(*best)) best = &match;
    }
    return best == nullptr ? std::nullopt : std::optional(*best);
  }

  /// How many concepts the cases of two quantities share.
  size_t shared_case(const QuantityMatch& a, const QuantityMatch& b) const {
    const auto concepts = [&](const QuantityMatch& m) {
      auto found = concepts_of(provision(m).norms[m.norm]);
      std::sort(found.begin(), found.end());
      return found;
    };
    const auto left = concepts(a);
    const auto right = concepts(b);
    std::vector<ConceptId> both;
    std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(both));
    return both.size();
  }

  Verdict other_value(Strength strength) {
    Verdict verdict = make(Outcome::other_value, *differs_now_);
    if (strength == Strength::ask) verdict.strength = strength;
    return verdict;
  }

  Verdict make(Outcome outcome, const QuantityMatch& match) {
    Verdict verdict;
    verdict.outcome = outcome;
    verdict.strength = provision(match).confidence == Confidence::low ? Strength::ask : Strength::likely;
    verdict.evidence = {match};
    return finish(std::move(verdict));
  }

  Verdict not_evaluated(std::string reason) {
    Verdict verdict;
    verdict.reason = std::move(reason);
    return finish(std::move(verdict));
  }

  Verdict finish(Verdict verdict) {
    for (const auto& match : matches_) {
      if (verdict.considered.size() == kShown) break;
      verdict.considered.push_back(match);
    }
    verdict.claim = claim_;
    return verdict;
  }

  ValueClaim claim_;
  const Knowledge& knowledge_;
  const ValueRules& rules_;
  Date day_;
  std::vector<QuantityMatch> matches_;
  Best equal_now_ = nullptr;    // says the same and holds
  Best loose_now_ = nullptr;    // is kept by what is said, and says more
  Best differs_now_ = nullptr;  // says otherwise, holds, and can contradict
  Best open_now_ = nullptr;     // holds and leaves the value open
  Best equal_past_ = nullptr;
  Best equal_plan_ = nullptr;
};

}  // namespace

Verdict judge_value(ValueClaim claim, const Candidates& candidates, const Knowledge& knowledge, const ValueRules& rules) {
  return ValueJudge(std::move(claim), candidates, knowledge, rules).decide();
}

std::string_view name(Outcome outcome) {
  constexpr std::array<std::string_view, 5> names = {"not evaluated", "supported", "another value", "stale", "not in force"};
  return names[static_cast<size_t>(outcome)];
}

std::string_view name(Strength strength) {
  constexpr std::array<std::string_view, 3> names = {"proven", "likely", "ask"};
  return names[static_cast<size_t>(strength)];
}

}  // namespace selaras
