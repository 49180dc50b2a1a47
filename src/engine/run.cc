#include "engine/run.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <set>
#include <thread>

#include "base/utf8.h"
#include "check/registry.h"
#include "engine/fingerprint.h"
#include "message/reader.h"

namespace selaras {
namespace {

/// What one thread needs to itself to read one language.
struct LanguageTools {
  explicit LanguageTools(const LanguagePack& pack) : segmenter(pack.sentences), stemmer(pack.language) {}
  Segmenter segmenter;
  Stemmer stemmer;
};

/// What one thread needs to itself.
class Worker {
 public:
  LanguageTools& tools(const LanguagePack& pack) {
    auto& tools = by_language_[pack.language];
    if (!tools) tools = std::make_unique<LanguageTools>(pack);
    return *tools;
  }

 private:
  std::map<std::string, std::unique_ptr<LanguageTools>> by_language_;
};

/// The messages to read, as files or given texts, in the order of the report.
class Inputs {
 public:
  Inputs(const FileSystem& files, const Library& library, const Workspace& workspace, Report& report)
      : files_(files), library_(library), defaults_(files, workspace.root), report_(report) {}

  std::vector<std::unique_ptr<JudgedMessage>> read(const std::vector<std::string>& paths, const std::vector<GivenText>& given) {
    std::vector<std::unique_ptr<JudgedMessage>> messages;
    if (!paths.empty()) {
      for (const auto& path : find_message_files(files_, paths, report_.diagnostics)) {
        if (auto file = load_text(files_, path, kMessageLimit, report_.diagnostics)) one(std::move(file), messages);
      }
    }
    for (const auto& text : given) one(std::make_shared<const SourceFile>(text.path, text.text), messages);
    refuse_duplicates(messages);
    return messages;
  }

 private:
  void one(std::shared_ptr<const SourceFile> file, std::vector<std::unique_ptr<JudgedMessage>>& messages) {
    const auto* defaults = defaults_.for_folder(parent_path(file->path()), report_.diagnostics);
    auto result = read_message(file, defaults, library_.block_labels(), report_.diagnostics);
    if (!result.is_message) {
      report_.skipped.push_back({file->path(), "no front matter: not a message"});
      return;
    }
    if (!result.message) return;
    auto judged = std::make_unique<JudgedMessage>();
    judged->message = std::move(*result.message);
    messages.push_back(std::move(judged));
  }

  void refuse_duplicates(std::vector<std::unique_ptr<JudgedMessage>>& messages) {
    std::map<std::string, const Message*> first;
    std::erase_if(messages, [&](const auto& judged) {
      const auto [other, fresh] = first.emplace(judged->message.id, &judged->message);
      if (fresh) return false;
      report_.diagnostics.error(*judged->message.file, judged->message.id_span, fmt::format("message id '{}' is used a second time", judged->message.id),
                                fmt::format("the first is {}; give one of them another id", other->second->file->path()));
      return true;
    });
  }

  const FileSystem& files_;
  const Library& library_;
  CampaignDefaults defaults_;
  Report& report_;
};

void judge_message(JudgedMessage& judged, const Library& library, const Workspace& workspace, Worker& worker) {
  if (workspace.as_of) judged.message.publish = *workspace.as_of;
  const Lexicon* lexicon = library.lexicon(judged.message.language);
  if (lexicon == nullptr) return;
  LanguageTools& tools = worker.tools(lexicon->pack());
  judged.reading = read(judged.message, *lexicon, tools.segmenter);
  const Knowledge knowledge = library.knowledge();
  judged.statements = judge(judged.reading, tools.stemmer, knowledge, library.judge_rules());
}

/// Puts the verdicts of one message into the report.
class Reporter {
 public:
  Reporter(const Library& library, const CheckContext& context, Report& report) : library_(library), context_(context), report_(report) {}

  void add(const JudgedMessage& judged) {
    ++report_.messages;
    report_.checked.push_back({judged.message.file->path(), judged.message.id, judged.message.country, judged.message.language});
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
  Report& report_;
};

std::vector<ReportedCheck> reported(const CheckRules& rules, Profile profile) {
  std::vector<ReportedCheck> checks;
  for (const auto& rule : rules.all()) {
    const auto severity = rule.severity.find(profile);
    if (!rule.enabled || severity == rule.severity.end()) continue;
    ReportedCheck check{rule.id, rule.code, rule.title, rule.kind, severity->second, rule.source, {}, {}};
    for (const auto& example : rule.flag) check.flags.push_back(example.text);
    for (const auto& example : rule.pass) check.passes.push_back(example.text);
    checks.push_back(std::move(check));
  }
  std::sort(checks.begin(), checks.end(), [](const ReportedCheck& a, const ReportedCheck& b) { return a.id < b.id; });
  return checks;
}

void note_uncovered(const Message& message, const PolicyBase& policies, std::set<std::string>& states) {
  for (const auto& state : message.corridor) {
    if (!policies.covers(state)) states.insert(state);
  }
  if (!policies.covers(message.country)) states.insert(message.country);
}

}  // namespace

Run::Run(const FileSystem& files, const Library& library, const Workspace& workspace, RunOptions options)
    : files_(files), library_(library), workspace_(workspace), options_(std::move(options)) {}

std::vector<std::unique_ptr<JudgedMessage>> Run::judge(const std::vector<std::string>& paths, const std::vector<GivenText>& given,
                                                       Report& report) const {
  auto messages = Inputs(files_, library_, workspace_, report).read(paths, given);
  std::atomic<size_t> next = 0;
  std::atomic<size_t> done = 0;
  std::mutex progress_mutex;
  const auto work = [&] {
    Worker worker;
    for (size_t i = next++; i < messages.size(); i = next++) {
      judge_message(*messages[i], library_, workspace_, worker);
      const std::lock_guard lock(progress_mutex);
      if (options_.progress) options_.progress(++done, messages.size());
    }
  };
  const auto threads = static_cast<unsigned>(std::min<size_t>(std::max(1U, options_.jobs), std::max<size_t>(1, messages.size())));
  std::vector<std::jthread> pool;
  for (unsigned i = 1; i < threads; ++i) pool.emplace_back(work);
  work();
  pool.clear();
  return messages;
}

Report Run::check(const std::vector<std::string>& paths, const std::vector<GivenText>& given) const {
  Report report;
  report.rules_hash = library_.rules_hash();
  report.policies_hash = library_.policies_hash();
  report.as_of = workspace_.as_of;
  const auto messages = judge(paths, given, report);
  const Knowledge knowledge = library_.knowledge();
  const CheckContext context{knowledge, library_.checks(), workspace_.profile, options_.language};
  report.checks = reported(library_.checks(), workspace_.profile);
  Reporter reporter(library_, context, report);
  std::set<std::string> uncovered;
  for (const auto& judged : messages) {
    reporter.add(*judged);
    note_uncovered(judged->message, library_.policies(), uncovered);
  }
  report.not_covered.assign(uncovered.begin(), uncovered.end());
  return report;
}

}  // namespace selaras
