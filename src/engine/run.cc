#include "engine/run.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <thread>

#include "engine/kept_reports.h"
#include "message/reader.h"

namespace selaras {
namespace {

using Messages = std::vector<std::unique_ptr<JudgedMessage>>;

/// Ids of messages, of which each may be used once.
class Ids {
 public:
  explicit Ids(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  /// False, and an error, when another message has it.
  bool take(const std::string& id, const SourceFile& file, Span span) {
    const auto [other, fresh] = first_.emplace(id, file.path());
    if (fresh) return true;
    diagnostics_.error(file, span, fmt::format("message id '{}' is used a second time", id),
                       fmt::format("the first is {}; give one of them another id", other->second));
    return false;
  }

 private:
  std::map<std::string, std::string> first_;
  Diagnostics& diagnostics_;
};

/// Reads the messages in the order of the report, one after another.
Messages read_all(const FileSystem& files, const Library& library, const std::string& root, const std::vector<std::string>& paths,
                  const std::vector<GivenText>& given, Report& report) {
  CampaignDefaults defaults(files, root);
  Messages messages;
  const auto one = [&](std::shared_ptr<const SourceFile> file) {
    const auto* of_folder = defaults.for_folder(parent_path(file->path()), report.diagnostics);
    const std::string path = file->path();
    auto result = read_message(std::move(file), of_folder, library.block_labels(), report.diagnostics);
    if (!result.is_message) report.skipped.push_back({path, "no front matter: not a message"});
    if (!result.message) return;
    messages.push_back(std::make_unique<JudgedMessage>());
    messages.back()->message = std::move(*result.message);
  };
  for (const auto& path : paths) {
    if (auto file = load_text(files, path, kMessageLimit, report.diagnostics)) one(std::move(file));
  }
  for (const auto& text : given) one(std::make_shared<const SourceFile>(text.path, text.text));
  Ids ids(report.diagnostics);
  std::erase_if(messages, [&](const auto& judged) { return !ids.take(judged->message.id, *judged->message.file, judged->message.id_span); });
  return messages;
}

/// Puts what each message adds into one report, in their order.
void merge(std::vector<MessageReport> parts, Report& report) {
  for (const auto& part : parts) report.diagnostics.append(part.diagnostics);
  Ids ids(report.diagnostics);
  for (auto& part : parts) {
    const bool second = part.kind == MessageReport::Kind::message && !ids.take(part.id, *part.file, part.id_span);
    if (!second) add(std::move(part), report);
  }
}

}  // namespace

std::vector<ReportedCheck> reported_checks(const CheckRules& rules, Profile profile) {
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

Run::Run(const FileSystem& files, const Library& library, const Workspace& workspace, RunOptions options)
    : files_(files),
      library_(library),
      workspace_(workspace),
      setting_{library, library.checks(), workspace.profile, workspace.as_of, options.language},
      options_(std::move(options)) {}

MessageSetting Run::setting_of(const std::string& path) const {
  return options_.setting_of ? options_.setting_of(path) : MessageSetting{setting_, workspace_.root};
}

/// Calls what `worker` makes, one for each thread, with the numbers below `count`, each once.
void Run::in_threads(size_t count, const std::function<std::function<void(size_t)>()>& worker,
                     const std::function<void(size_t, size_t)>& progress) const {
  std::atomic<size_t> next = 0;
  size_t done = 0;
  std::mutex progress_mutex;
  const auto work = [&] {
    const auto one = worker();
    for (size_t i = next++; i < count; i = next++) {
      one(i);
      if (!progress) continue;
      const std::lock_guard lock(progress_mutex);
      progress(++done, count);
    }
  };
  const auto threads = static_cast<unsigned>(std::min<size_t>(std::max(1U, options_.jobs), std::max<size_t>(1, count)));
  std::vector<std::jthread> pool;
  for (unsigned i = 1; i < threads; ++i) pool.emplace_back(work);
  work();
}

Messages Run::judge(const std::vector<std::string>& paths, const std::vector<GivenText>& given, Report& report) const {
  std::vector<std::string> found;
  if (!paths.empty()) found = find_message_files(files_, paths, report.diagnostics);
  auto messages = read_all(files_, library_, workspace_.root, found, given, report);
  in_threads(messages.size(), [&] {
    return [&messages, this, checker = std::make_shared<MessageChecker>()](size_t i) { checker->judge(*messages[i], setting_); };
  }, options_.progress);
  return messages;
}

Report Run::check(const std::vector<std::string>& paths, const std::vector<GivenText>& given) const {
  Report report;
  std::vector<std::string> found;
  if (!paths.empty()) found = find_message_files(files_, paths, report.diagnostics);
  check_files(found, given, report);
  return report;
}

void Run::check_files(const std::vector<std::string>& paths, const std::vector<GivenText>& given, Report& report) const {
  report.rules_hash = library_.rules_hash();
  report.policies_hash = library_.policies_hash();
  report.as_of = workspace_.as_of;
  report.checks = reported_checks(library_.checks(), workspace_.profile);
  merge(check_each(paths, given), report);
}

std::vector<MessageReport> Run::check_each(const std::vector<std::string>& paths, const std::vector<GivenText>& given) const {
  std::map<std::string, CampaignDefaults> by_root;
  std::vector<MessageReport> parts(paths.size() + given.size());
  std::vector<KeptReports::Question> inputs(parts.size());
  const auto path_of = [&](size_t i) -> const std::string& { return i < paths.size() ? paths[i] : given[i - paths.size()].path; };
  for (size_t i = 0; i < parts.size(); ++i) {
    const MessageSetting by = setting_of(path_of(i));
    auto& defaults = by_root.try_emplace(by.root, files_, by.root).first->second;
    inputs[i] = {nullptr, defaults.for_folder(parent_path(path_of(i)), parts[i].diagnostics), &by.setting};
  }
  const auto read = [&](size_t i) {
    inputs[i].file = i < paths.size() ? load_text(files_, paths[i], kMessageLimit, parts[i].diagnostics)
                                      : std::make_shared<const SourceFile>(path_of(i), given[i - paths.size()].text);
  };
  std::vector<bool> found(parts.size());
  if (options_.kept != nullptr) {
    in_threads(parts.size(), [&] { return read; }, {});
    auto kept = options_.kept->find(inputs);
    for (size_t i = 0; i < kept.size(); ++i) {
      found[i] = kept[i].has_value() && parts[i].diagnostics.all().empty();
      if (found[i]) parts[i] = std::move(*kept[i]);
    }
  }
  in_threads(parts.size(), [&] {
    return [&, checker = std::make_shared<MessageChecker>()](size_t i) {
      if (found[i]) return;
      if (options_.kept == nullptr) read(i);
      if (!inputs[i].file) return;
      Diagnostics all = std::move(parts[i].diagnostics);
      parts[i] = checker->check(options_.kept != nullptr ? inputs[i].file : std::move(inputs[i].file), inputs[i].defaults, *inputs[i].setting);
      all.append(parts[i].diagnostics);
      parts[i].diagnostics = std::move(all);
    };
  }, options_.progress);
  if (options_.kept != nullptr) options_.kept->keep(inputs, parts, found);
  return parts;
}

}  // namespace selaras
