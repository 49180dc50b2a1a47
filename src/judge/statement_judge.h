// The judgement of one statement while it is being made: what the other files of judge/statement_*.cc ask of it and answer. Included by
// those alone; judge/statement_verdict.h is what others see.
//   statement_verdict.cc   the order of the questions, and what a verdict is made of
//   statement_form.cc      what the form tells: figures, promises, guarantees
//   statement_time.cc      rules that are over or only planned
//   statement_contrary.cc  what speaks against the nearest rule
//   statement_support.cc   what the nearest rule bears out
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "judge/standing.h"
#include "judge/statement_verdict.h"

namespace selaras {

class StatementJudge {
 public:
  StatementJudge(const std::shared_ptr<const ClaimContext>& context, const std::vector<const Verdict*>& values, const Candidates& candidates,
                 const Knowledge& knowledge, const StatementRules& rules);
  StatementVerdict decide();

 private:
  static constexpr double kNearby = 0.35;  // a rule in force this much behind a past one still speaks against calling it stale, if it supports

  static bool can_contradict(ProvisionKind kind) {
    return kind == ProvisionKind::norm || kind == ProvisionKind::sanction || kind == ProvisionKind::service || kind == ProvisionKind::definition;
  }
  /// What is said to be done is the norm's act, or a kind of it.
  static bool same_act(const StatementMatch& match) { return match.act == ActRelation::equal || match.act == ActRelation::narrower; }
  static bool grants(Modality modality) { return modality == Modality::may || modality == Modality::entitled || modality == Modality::will; }

  const Provision& provision(const Standing& standing) const { return knowledge_.policies[standing.provision()]; }
  const Frame& norm(const StatementMatch& match) const { return knowledge_.policies[match.provision].norms[match.norm]; }
  const Standing& first() const { return standings_.front(); }
  static double chance(int thousandths) { return thousandths / 1000.0; }
  std::vector<ProvisionIndex> provisions_of_values() const;
  bool in_heading() const { return context_->reading->message->blocks[context_->reading->sentences[statement_.sentence].block].kind == BlockKind::heading; }
  /// No other provision comes near, unless one belongs to the other's line or names it as related.
  bool leads_by(const Standing& s, int thousandths) const;
  bool allied(const Standing& a, const Standing& b) const;
  StatementVerdict make(StatementOutcome outcome, std::vector<StatementMatch> evidence);
  StatementVerdict not_evaluated(std::string reason);
  /// Left open, while a value in it may be borne out by itself.
  StatementVerdict open(std::string reason);
  StatementVerdict finish(StatementVerdict verdict);

  // --- by form ----------------------------------------------------------------------------------------------------------------

  std::optional<StatementVerdict> by_form();
  bool supported_in(std::string_view state) const;
  /// The rule of that state that holds now and says the contrary of what is promised; else the one of the same act, else the nearest.
  std::vector<StatementMatch> nearest_of(std::string_view state) const;
  /// What a guarantee is nearest to, if it is surely about it.
  std::vector<StatementMatch> surely_nearest() const;
  bool supported_by_act() const;

  // --- by time ----------------------------------------------------------------------------------------------------------------

  bool told_of_now() const;
  bool value_is_wrong() const;
  /// A rule in force that bears the statement out, not far behind.
  const Standing* borne_out_now() const;
  /// A programme, a document or an agency is told of as if it were still there.
  std::optional<StatementVerdict> about_what_is_gone();
  bool names_past_day() const;
  /// The nearest rule that is over and has the concept in a slot of its own.
  const Standing* told_in_the_past(ConceptId id) const;
  StatementVerdict told_though_over();
  /// The rule that the nearest one took the place of, when it says what is told and the nearest does not.
  const Standing* told_by_predecessor() const;
  StatementVerdict told_as_before(const Standing& over);
  /// With the rule that took its place first, when there is one.
  StatementVerdict stale(const StatementMatch& over);
  StatementMatch successor(const std::vector<ProvisionIndex>& successors) const;
  /// A value other than a date, and of another kind than `but`, is the past rule's.
  bool amount_agrees(std::optional<ValueKind> but = std::nullopt) const;
  bool tells_more_than_dates() const;
  /// The contrary of a past rule is no claim about it: the rule that took its place may say so.
  StatementVerdict after_a_change() { return not_evaluated("says the contrary of a rule that is over"); }
  /// A bill of which it is said that it is in force or has taken another law's place.
  const Standing* told_as_begun() const;
  StatementVerdict told_though_planned(const Standing& plan);
  bool holds_when_told(const Standing& s) const;

  // --- against the rule -------------------------------------------------------------------------------------------------------

  StatementVerdict by_the_rule();
  /// Its slots decide nothing, and it is much liker to an example of what the nearest rule excludes than to anything that says the same.
  bool sounds_contrary() const;
  /// An act is said of somebody, or a may, must or must not is; no heading and no instruction.
  bool says_something() const;
  std::optional<StatementVerdict> against_the_rule();
  /// A plain statement of an act that the rule forbids or spares: a story or a warning as often as a claim.
  bool only_happens(const Standing& s) const;
  /// An instruction to people whom the rule does not bind.
  bool told_to_others(const Standing& s) const { return s.telling.predicate && statement_.predicates[*s.telling.predicate].instructed && !s.telling.audience_fits; }
  /// The rule itself speaks of people at large.
  bool binds_anybody(const Standing& s) const;
  /// "Everybody will be given": what the rule binds to conditions.
  bool promised_to_all(const Standing& s) const;
  /// What only those who meet a condition have is promised, and the whole message does not name the condition.
  bool promised_to_anybody(const Standing& s) const;
  /// The act is told of a person or of the audience, or is done to somebody; no noun beside another verb.
  bool told_of_somebody(const Standing& s) const;
  /// "Agencies never overcharge": that it is forbidden is told as if it never happened.
  bool never_done(const Standing& s) const;
  /// "Without exception", "always": the very rule, and it has exceptions of which none is named.
  bool told_without_exception(const Standing& s) const;
  /// The rule's own value is told of every case or whatever the case, and the cases to which the rule is bound go unnamed.
  bool over_all_cases(const Standing& s) const;
  /// The subject is the norm's other party: what the employer owes is told as the worker's duty.
  bool roles_turned(const Standing& s) const;
  StatementVerdict flagged(StatementOutcome outcome, const Standing& s);
  /// A1, where the same act was read with its modality; anything less is a guess.
  StatementVerdict contrary(const Standing& s);
  /// Not worth a question: what a rule forbids told without a word for may or must, a heading, an instruction to others.
  bool only_hinted(const Standing& s) const;
  /// Said with a word of its own for what may, must, need not or must not be done, and the rule says the very contrary.
  bool contrary_in_words(const Standing& s) const;
  /// The same act, said with a word of its own for may, must or must not, or as an instruction to those whom the rule binds; what it is done
  /// to is named, and so are the rule's conditions.
  bool clearly_opposed(const Standing& s) const;
  /// A duty, or a ban, told as something that one may do or leave.
  bool told_as_choice(const Standing& s) const;
  /// Will or must where the rule only says may.
  bool promised(const Standing& s) const;
  bool hedged() const { return statement_.force == Force::hedged || statement_.possible || statement_.modality == Modality::may; }
  StatementVerdict told_as_fixed(const Standing& s);
  StatementVerdict asked(StatementOutcome outcome, const Standing& s);
  /// What is said to be done is none of the rule's acts.
  bool does_another(const Standing& s) const;
  /// Another rule, less near, that speaks of the very act says the contrary.
  const Standing* opposing_elsewhere() const;

  // --- with the rule ----------------------------------------------------------------------------------------------------------

  StatementVerdict with_the_rule();
  /// "Only women must": that others are spared or refused, of which the rule says nothing.
  bool shuts_others_out(const Standing& s) const;
  /// Nothing of the provision agrees with the value, and something of it can be compared.
  StatementVerdict differing(const Standing& s);
  /// A price, a share, an age or a time with its unit; a bare number, a date or "a day" may be of anything.
  static bool tells_amount(const Value& value);
  std::optional<QuantityMatch> only_differing(const Value& value, const Standing& s) const;
  /// No act was read, but every word points to this rule alone, and the statement is as positive or negative as the rule.
  bool plainly_the_same(const Standing& s) const;
  /// Its slots decide nothing, and it is much liker to what says the same as the rule than to any example of the contrary.
  bool sounds_alike(const Standing& s) const;
  bool denies() const { return statement_.negated || (statement_.modality && negative(*statement_.modality)); }
  static bool negative(Modality modality);
  bool condition_dropped(const Standing& s) const { return s.conditions_unnamed && grants(norm(s.telling).modality); }
  /// An amount, age or period of the statement that is neither this provision's nor borne out by another.
  bool open_value(const Standing& s) const;
  /// Some quantity of the provision is the value, or leaves room for it.
  bool kept_by(const Value& value, const Standing& s) const;
  /// A bare number, or a date, that the rule has too, of a rule that is not much about what is said: "three things".
  bool only_a_count(const Standing& s) const;
  bool leads(const Standing& s) const { return leads_by(s, t_.lead); }
  StatementVerdict supported(const Standing& s);

  const std::shared_ptr<const ClaimContext>& context_;
  const Statement& statement_;
  const std::vector<const Verdict*>& values_;
  const Knowledge& knowledge_;
  const StatementThresholds& t_;
  Date day_;
  std::vector<StatementMatch> matches_;
  std::vector<Standing> standings_;
};

}  // namespace selaras
