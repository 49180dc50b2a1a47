#include "engine/check_message.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "check/registry.h"
#include "engine/fingerprint.h"

namespace selaras {
namespace {

/// Puts the verdicts of one message into its report.
class Reporter {
 public:
  Reporter(const Library& library, const CheckContext& context, MessageReport& report) : library_(library), context_(context), report_(report) {}

  void add(const JudgedMessage& judged) {
    report_.claims += judged.statements.size();
    if (judged.reading.lexicon == nullptr) {
      report_.not_evaluated.push_back({judged.message.id, judged.message.file, judged.message.body,
                                       fmt::format("no language pack for '{}'", judged.message.language)});
      return;
    }
    std::vector<Finding> findings;
    for (const auto& statement : judged.statements) {
      add(statement, judged, findings);
    }
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) { return std::tie(a.span, a.code) < std::tie(b.span, b.code); });
    set_fingerprints(findings);
    std::move(findings.begin(), findings.end(), std::back_inserter(report_.findings));
  }

 private:
  /// The statement first; a value says more only where the statement itself says nothing or the value is wrong.
  void add(const JudgedStatement& statement, const JudgedMessage& judged, std::vector<Finding>& findings) {
    const auto& verdict = statement.verdict;
    if (verdict.outcome == StatementOutcome::supported) add_support(verdict, judged);
    for (const auto check : statement_checks()) {
      if (auto finding = check(verdict, context_)) findings.push_back(std::move(*finding));
    }
    const bool settled = verdict.outcome != StatementOutcome::not_evaluated && verdict.strength != Strength::ask;
    for (const auto& value : statement.values) {
      const bool wrong = value.outcome == Outcome::other_value || value.outcome == Outcome::stale || value.outcome == Outcome::not_in_force;
      const bool borne_out = verdict.values_may_stand && !value.evidence.empty() && value.evidence.front().provision == verdict.considered.front().provision;
      if (wrong || (!settled && (borne_out || value.outcome != Outcome::supported))) add(value, judged, findings);
    }
    if (statement.values.empty() && verdict.outcome == StatementOutcome::not_evaluated) {
      report_.not_evaluated.push_back({judged.message.id, judged.message.file, file_span_of(verdict), verdict.reason});
    }
  }

  void add_support(const StatementVerdict& verdict, const JudgedMessage& judged) {
    add_support(verdict.evidence, file_span_of(verdict), judged);
  }

  /// What bears the words out, the rule that has the number of the source before one that shares it.
  template <typename Match>
  void add_support(const std::vector<Match>& evidence, Span span, const JudgedMessage& judged) {
    Supported supported{judged.message.id, judged.message.file, span, judged.message.publish, {}};
    const auto& policies = library_.policies();
    const auto name = [&](ProvisionIndex index) {
      const Provision* provision = &policies[index];
      if (std::find(supported.evidence.begin(), supported.evidence.end(), provision) == supported.evidence.end()) supported.evidence.push_back(provision);
    };
    for (const auto& match : evidence) {
      name(policies.whole_of(match.provision));
      name(match.provision);
    }
    report_.supported.push_back(std::move(supported));
  }

  void add(const Verdict& verdict, const JudgedMessage& judged, std::vector<Finding>& findings) {
    const Span span = judged.reading.file_span(verdict.claim.sentence().block, verdict.claim.value->span);
    if (verdict.outcome == Outcome::supported) {
      add_support(verdict.evidence, span, judged);
      return;
    }
    if (verdict.outcome == Outcome::not_evaluated) {
      report_.not_evaluated.push_back({judged.message.id, judged.message.file, span, verdict.reason});
      return;
    }
    for (const auto check : value_checks()) {
      if (auto finding = check(verdict, context_)) findings.push_back(std::move(*finding));
    }
  }

  const Library& library_;
  const CheckContext& context_;
  MessageReport& report_;
};

std::vector<std::string> states_without_policies(const Message& message, const PolicyBase& policies) {
  std::set<std::string> states;
  for (const auto& state : message.corridor) {
    if (!policies.covers(state)) states.insert(state);
  }
  if (!policies.covers(message.country)) states.insert(message.country);
  return {states.begin(), states.end()};
}

}  // namespace

/// What is needed to read one language.
struct MessageChecker::Tools {
  explicit Tools(const LanguagePack& pack) : segmenter(pack.sentences), stemmer(pack.language) {}
  Segmenter segmenter;
  Stemmer stemmer;
};

MessageChecker::MessageChecker() = default;
MessageChecker::~MessageChecker() = default;

MessageChecker::Tools& MessageChecker::tools(const LanguagePack& pack) {
  auto& tools = tools_[&pack];
  if (!tools) tools = std::make_unique<Tools>(pack);
  return *tools;
}

void MessageChecker::judge(JudgedMessage& judged, const Setting& setting) {
  if (setting.as_of) judged.message.publish = *setting.as_of;
  const Lexicon* lexicon = setting.library.lexicon(judged.message.language);
  if (lexicon == nullptr) return;
  Tools& of_language = tools(lexicon->pack());
  judged.reading = read(judged.message, *lexicon, of_language.segmenter);
  const Knowledge knowledge = setting.library.knowledge();
  judged.statements = selaras::judge(judged.reading, of_language.stemmer, knowledge, setting.library.judge_rules());
}

MessageReport MessageChecker::check(std::shared_ptr<const SourceFile> file, const CampaignDefaults::Values* defaults, const Setting& setting) {
  MessageReport report;
  report.file = file;
  auto result = read_message(std::move(file), defaults, setting.library.block_labels(), report.diagnostics);
  if (!result.is_message) report.kind = MessageReport::Kind::no_message;
  if (result.message) check(std::move(*result.message), setting, report);
  return report;
}

void MessageChecker::check(Message message, const Setting& setting, MessageReport& into) {
  JudgedMessage judged;
  judged.message = std::move(message);
  judge(judged, setting);
  into.kind = MessageReport::Kind::message;
  into.file = judged.message.file;
  into.id = judged.message.id;
  into.country = judged.message.country;
  into.language = judged.message.language;
  into.id_span = judged.message.id_span;
  into.inline_waivers = inline_waivers(judged.message.file, judged.message.body, judged.message.id);
  into.states = states_without_policies(judged.message, setting.library.policies());
  const Knowledge knowledge = setting.library.knowledge();
  const CheckContext context{knowledge, setting.checks, setting.profile, setting.language};
  Reporter(setting.library, context, into).add(judged);
}

}  // namespace selaras
