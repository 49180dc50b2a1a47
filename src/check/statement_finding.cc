#include "check/statement_finding.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "reading/sentence.h"
#include "text/characters.h"
#include "text/message_format.h"

namespace selaras {
namespace {

std::string_view name(ActRelation relation) {
  constexpr std::array<std::string_view, 6> names = {"not named", "the same", "narrower", "wider", "the other side of it", "the opposite"};
  return names[static_cast<size_t>(relation)];
}

/// Without white space around it.
std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return text.substr(0, 0);
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

const Frame& norm_of(const StatementMatch& match, const Knowledge& knowledge) { return knowledge.policies[match.provision].norms[match.norm]; }

std::string id_or_nothing(ConceptId id, const Ontology& ontology) { return id.known() ? ontology[id].id : std::string("-"); }

/// The slots of the comparison: act, modality, bearer, conditions, values.
std::string slot_line(const StatementMatch& match, const StatementVerdict& verdict, const Knowledge& knowledge) {
  const auto& norm = norm_of(match, knowledge);
  const auto& ontology = knowledge.ontology;
  std::vector<std::string> slots;
  const Predicate* predicate = match.predicate ? &verdict.context->statement.predicates[*match.predicate] : nullptr;
  slots.push_back(fmt::format("act {} ({}: {})", predicate ? ontology[predicate->action].id : "-", id_or_nothing(norm.action, ontology), name(match.act)));
  if (match.stand) {
    const auto& own = verdict.context->statement.modality;
    const std::string_view told = predicate ? name(predicate->modality) : own ? name(*own) : "";
    slots.push_back(fmt::format("{} {} {}{}", told, name(*match.stand), name(norm.modality), match.stand_read ? "" : " (not surely read)"));
  }
  slots.push_back(fmt::format("bearer {}", match.party_apart ? "another" : match.wider_bearer ? "wider" : id_or_nothing(norm.bearer, ontology)));
  if (!norm.conditions.empty()) slots.push_back(match.conditions_named ? "conditions named" : "conditions not named");
  if (!norm.exceptions.empty()) slots.push_back(match.exception_named ? "exception named" : "exceptions not named");
  if (match.agreeing + match.differing > 0) slots.push_back(fmt::format("values: {} agree, {} differ", match.agreeing, match.differing));
  return fmt::format("{}", fmt::join(slots, " | "));
}

std::string feature_line(const StatementMatch& match) {
  std::vector<std::string> parts;
  for (size_t i = 0; i < kAboutFeatures; ++i) {
    if (std::abs(match.features[i]) > 0.005) parts.push_back(fmt::format("{} {:.2f}", name(static_cast<AboutFeature>(i)), match.features[i]));
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string match_line(const StatementMatch& match, const StatementVerdict& verdict, const Knowledge& knowledge) {
  return fmt::format("{}: {}; same rule {:.2f} ({})", knowledge.policies[match.provision].id, slot_line(match, verdict, knowledge), match.about,
                     feature_line(match));
}

std::string claimed_words(const StatementVerdict& verdict) {
  const auto& reading = *verdict.context->reading;
  const auto& statement = verdict.context->statement;
  return std::string(trimmed(slice(reading.message->blocks[reading.sentences[statement.sentence].block].content.text(), statement.span)));
}

/// Proven needs every slot read, a source of high confidence and a reviewed pack.
Strength strength_of(const StatementVerdict& verdict, const Knowledge& knowledge) {
  if (verdict.strength != Strength::likely || verdict.evidence.empty()) return verdict.strength;
  const auto& match = verdict.evidence.front();
  const bool read = match.stand_read && match.act == ActRelation::equal && match.about > 0.95;
  const bool high = knowledge.policies[match.provision].confidence == Confidence::high;
  return read && high && verdict.context->reading->lexicon->pack().reviewed ? Strength::proven : verdict.strength;
}

void word(Finding& finding, const StatementVerdict& verdict, const CheckContext& context, const CheckRule& rule, std::map<std::string, std::string> arguments) {
  auto wording = rule.wording.find(context.language);
  if (wording == rule.wording.end()) wording = rule.wording.begin();
  arguments.emplace("claimed", claimed_words(verdict));
  arguments.emplace("day", finding.as_of.iso());
  if (!finding.evidence.empty()) {
    const auto& provision = *finding.evidence.front();
    const auto& pack = verdict.context->reading->lexicon->pack();
    const bool tellable = pack.language == context.language && !provision.norms.empty();
    const std::string told = tellable ? sentence(norm_of(verdict.evidence.front(), context.knowledge), context.knowledge.ontology, pack) : std::string();
    arguments.emplace("rule", told.empty() ? provision.statement : told);
    arguments.emplace("statement", provision.statement);
    arguments.emplace("id", provision.id);
    arguments.emplace("state", country_name(provision.jurisdiction));
    arguments.emplace("own", provision.jurisdiction == verdict.context->reading->message->country ? "yes" : "no");
  }
  finding.message = format_message(wording->second, wording->first, arguments).value_or(rule.title);
}

}  // namespace

Span file_span_of(const StatementVerdict& verdict) {
  const auto& reading = *verdict.context->reading;
  const auto& statement = verdict.context->statement;
  const uint32_t block = reading.sentences[statement.sentence].block;
  const std::string& text = reading.message->blocks[block].content.text();
  const std::string_view words = slice(text, statement.span);
  const std::string_view inner = trimmed(words);
  const auto begin = statement.span.begin + static_cast<uint32_t>(inner.data() - words.data());
  return reading.file_span(block, {begin, begin + static_cast<uint32_t>(inner.size())});
}

ClaimSummary summary_of(const StatementVerdict& verdict, const Knowledge& knowledge) {
  const auto& ontology = knowledge.ontology;
  const auto& statement = verdict.context->statement;
  ClaimSummary summary;
  const StatementMatch* match = verdict.evidence.empty() ? nullptr : &verdict.evidence.front();
  const Predicate* predicate = match != nullptr && match->predicate ? &statement.predicates[*match->predicate]
                               : statement.predicates.empty()       ? nullptr
                                                                    : &statement.predicates.front();
  if (predicate != nullptr) {
    summary.action = ontology[predicate->action].id;
    summary.modality = name(predicate->modality);
    if (predicate->bearer) summary.bearer = ontology[*predicate->bearer].id;
    if (predicate->to_audience && verdict.context->reading->message->audience) summary.bearer = verdict.context->reading->message->audience->group;
    summary.speech_act = predicate->instructed ? "instruct" : predicate->advice ? "advise" : "assert";
  } else if (statement.modality) {
    summary.modality = name(*statement.modality);
  }
  for (const auto& mention : statement.mentions) {
    if (mention.kind == ConceptKind::thing && summary.object.empty() && mention.part == Part::main) summary.object = ontology[mention.id].id;
    if (mention.kind == ConceptKind::condition) summary.conditions.push_back(ontology[mention.id].id);
  }
  if (summary.speech_act.empty()) summary.speech_act = "assert";
  summary.quantifier = statement.universal ? "all" : statement.force == Force::hedged ? "some" : "";
  const auto& block = verdict.context->reading->blocks[verdict.context->reading->sentences[statement.sentence].block];
  for (uint32_t i = statement.first_value; i < statement.last_value; ++i) summary.quantities.push_back(describe(block.values[i]));
  if (match != nullptr) summary.jurisdiction = knowledge.policies[match->provision].jurisdiction;
  return summary;
}

std::vector<std::string> derivation_of(const StatementVerdict& verdict, const Knowledge& knowledge) {
  std::vector<std::string> lines;
  if (!verdict.reason.empty()) lines.push_back("because: " + verdict.reason);
  for (const auto& match : verdict.evidence) lines.push_back("governs: " + match_line(match, verdict, knowledge));
  for (const auto& match : verdict.considered) lines.push_back("considered: " + match_line(match, verdict, knowledge));
  return lines;
}

std::optional<Finding> statement_finding(const StatementVerdict& verdict, StatementOutcome outcome, std::string_view check, const CheckContext& context,
                                         std::map<std::string, std::string> arguments) {
  if (verdict.outcome != outcome) return std::nullopt;
  const CheckRule* rule = context.rules.find(check);
  if (rule == nullptr || !rule->enabled) return std::nullopt;
  const auto& message = *verdict.context->reading->message;
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
  finding.span = file_span_of(verdict);
  finding.claim = summary_of(verdict, context.knowledge);
  for (const auto& match : verdict.evidence) {
    const auto* provision = &context.knowledge.policies[match.provision];
    if (std::find(finding.evidence.begin(), finding.evidence.end(), provision) == finding.evidence.end()) finding.evidence.push_back(provision);
  }
  finding.route = finding.evidence.empty() || finding.evidence.front()->jurisdiction == message.country ? "policy" : "partner:" + finding.evidence.front()->jurisdiction;
  finding.derivation = derivation_of(verdict, context.knowledge);
  word(finding, verdict, context, *rule, std::move(arguments));
  return finding;
}

}  // namespace selaras
