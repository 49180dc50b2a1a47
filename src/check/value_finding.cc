#include "check/value_finding.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "judge/repair.h"
#include "reading/sentence.h"
#include "text/characters.h"
#include "text/message_format.h"

namespace selaras {
namespace {

std::string_view stance_word(Stance stance) {
  switch (stance) {
    case Stance::asserted: return "assert";
    case Stance::asked: return "ask";
    case Stance::attributed: return "attributed";
    case Stance::denied: return "denied";
  }
  return "";
}

ClaimSummary summary_of(const Verdict& verdict, const Knowledge& knowledge) {
  ClaimSummary summary;
  summary.quantities = {describe(*verdict.claim.value)};
  summary.speech_act = stance_word(verdict.claim.stance);
  if (!verdict.evidence.empty()) summary.jurisdiction = knowledge.policies[verdict.evidence.front().provision].jurisdiction;
  return summary;
}

std::string feature_line(const QuantityMatch& match) {
  std::vector<std::string> parts;
  for (size_t i = 0; i < kFeatureCount; ++i) {
    if (std::abs(match.features[i]) > 0.005) parts.push_back(fmt::format("{} {:.2f}", name(static_cast<Feature>(i)), match.features[i]));
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string match_line(const QuantityMatch& match, const Knowledge& knowledge) {
  const auto& provision = knowledge.policies[match.provision];
  const auto& quantity = quantity_of(match, knowledge);
  return fmt::format("{} {} {} ({}): {}; same event {:.2f}, {:.2f} without the value ({})", provision.id, knowledge.ontology[quantity.attribute].id,
                     describe(quantity), name(quantity.role), name(match.relation), match.score, match.event, feature_line(match));
}

/// The value as the message writes it, without marks of emphasis.
std::string claimed_words(const Verdict& verdict) {
  const auto& block = verdict.claim.reading().message->blocks[verdict.claim.sentence().block];
  return std::string(slice(block.content.text(), verdict.claim.value->span));
}

/// Proven needs a source of high confidence, the attribute named outright, the same unit, and a reviewed pack.
Strength strength_of(const Verdict& verdict, const Knowledge& knowledge) {
  const auto& match = verdict.evidence.front();
  const auto feature = [&](Feature f) { return match.features[static_cast<size_t>(f)]; };
  const bool sure = feature(Feature::attribute) > 0.8 && feature(Feature::same_unit) == 1 && match.score > 0.95;
  const bool high = knowledge.policies[match.provision].confidence == Confidence::high;
  const bool reviewed = verdict.claim.reading().lexicon->pack().reviewed;
  return verdict.strength == Strength::likely && sure && high && reviewed ? Strength::proven : verdict.strength;
}

}  // namespace

const Quantity& quantity_of(const QuantityMatch& match, const Knowledge& knowledge) {
  return knowledge.policies[match.provision].norms[match.norm].quantities[match.quantity];
}

std::string rule_text(const Quantity& quantity, const Verdict& verdict, const CheckContext& context) {
  const auto& pack = verdict.claim.reading().lexicon->pack();
  const std::string told = pack.language == context.language ? phrase(quantity, context.knowledge.ontology, pack) : std::string();
  return told.empty() ? describe(quantity) : told;
}

std::vector<std::string> derivation_of(const Verdict& verdict, const Knowledge& knowledge) {
  std::vector<std::string> lines;
  lines.push_back(fmt::format("read: {}", describe(*verdict.claim.value)));
  if (!verdict.reason.empty()) lines.push_back("because: " + verdict.reason);
  if (verdict.repeated) lines.push_back("repeats: " + match_line(*verdict.repeated, knowledge));
  for (const auto& match : verdict.evidence) lines.push_back("governs: " + match_line(match, knowledge));
  for (const auto& match : verdict.considered) lines.push_back("considered: " + match_line(match, knowledge));
  return lines;
}

std::optional<Finding> value_finding(const Verdict& verdict, std::string_view check, const CheckContext& context) {
  const CheckRule* rule = context.rules.find(check);
  if (rule == nullptr || !rule->enabled) return std::nullopt;
  const auto& message = *verdict.claim.reading().message;
  Finding finding;
  finding.code = rule->code;
  finding.check = rule->id;
  finding.kind = rule->kind;
  finding.severity = rule->severity.at(context.profile);
  finding.strength = strength_of(verdict, context.knowledge);
  finding.as_of = message.publish;
  finding.message_id = message.id;
  finding.language = message.language;
  finding.file = message.file;
  finding.span = verdict.claim.reading().file_span(verdict.claim.sentence().block, verdict.claim.value->span);
  finding.claim = summary_of(verdict, context.knowledge);
  for (const auto& match : verdict.evidence) {
    const auto* provision = &context.knowledge.policies[match.provision];
    if (std::find(finding.evidence.begin(), finding.evidence.end(), provision) == finding.evidence.end()) finding.evidence.push_back(provision);
  }
  const auto& first = *finding.evidence.front();
  finding.route = first.jurisdiction == message.country ? "policy" : "partner:" + first.jurisdiction;
  finding.derivation = derivation_of(verdict, context.knowledge);
  return finding;
}

void word_finding(Finding& finding, const Verdict& verdict, const CheckContext& context, std::map<std::string, std::string> arguments) {
  const CheckRule& rule = *context.rules.find(finding.check);
  auto wording = rule.wording.find(context.language);
  if (wording == rule.wording.end()) wording = rule.wording.begin();
  const auto& provision = *finding.evidence.front();
  arguments.emplace("claimed", claimed_words(verdict));
  arguments.emplace("id", provision.id);
  arguments.emplace("state", country_name(provision.jurisdiction));
  arguments.emplace("day", finding.as_of.iso());
  arguments.emplace("statement", provision.statement);
  finding.message = format_message(wording->second, wording->first, arguments).value_or(rule.title);
}

}  // namespace selaras
