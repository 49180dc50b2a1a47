#include "cli/check_selection.h"

#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <set>
#include <thread>

#include "cli/message_settings.h"
#include "engine/baseline.h"
#include "engine/git.h"
#include "engine/kept_reports.h"
#include "engine/waivers.h"
#include "message/message_search.h"

namespace selaras {
namespace {

namespace fs = std::filesystem;

constexpr size_t kNamesLimit = 64U << 20U;
constexpr size_t kWorthKeeping = 16;  // messages: below it a cache of results costs more than it saves
constexpr size_t kStaleTold = 20;
constexpr const char* kMessageEnding = ".md";

void note(const std::string& text) {
  const std::string line = "selaras: note: " + text + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

/// Everything from a stream; nullopt when it is too much or cannot be read.
std::optional<std::string> all_of(std::FILE* stream) {
  std::string text;
  std::array<char, 65536> block{};
  while (const size_t got = std::fread(block.data(), 1, block.size(), stream)) {
    text.append(block.data(), got);
    if (text.size() > kNamesLimit) return std::nullopt;
  }
  if (std::ferror(stream) != 0) return std::nullopt;
  return text;
}

/// What is to be checked, and how it was chosen.
struct Selection {
  std::vector<std::string> files;
  std::vector<GivenText> given;
  std::unique_ptr<FileSystem> staged;  // nullptr: the files of the disk
  bool whole = false;                  // all messages of the workspace
};

class Selector {
 public:
  Selector(const Session& session, const SelectionOptions& options, Report& report) : session_(session), options_(options), report_(report) {}

  Selection select() {
    Selection selection;
    if (!options_.changed_since.empty() && options_.staged) {
      report_.diagnostics.file_error("selaras", "--changed-since and --staged cannot be asked for together", "give one of them");
      return selection;
    }
    const auto paths = named(selection);
    if (!paths) return selection;
    const bool by_git = !options_.changed_since.empty() || options_.staged;
    selection.whole = options_.paths.empty() && options_.files_from0.empty() && !by_git;
    if (!paths->empty()) selection.files = found(*paths);
    if (by_git) narrow(*paths, selection);
    return selection;
  }

 private:
  /// The paths that were named, standard input taken out and read; nullopt after an error.
  std::optional<std::vector<std::string>> named(Selection& selection) {
    std::vector<std::string> paths;
    const auto listed = names_listed();
    if (!listed) return std::nullopt;
    const bool any = !options_.paths.empty() || !options_.files_from0.empty();
    for (const auto& path : any ? options_.paths : message_paths({}, session_.workspace)) {
      if (path != "-") {
        paths.push_back(path);
      } else if (options_.files_from0 == "-") {
        report_.diagnostics.file_error("selaras", "standard input cannot be a message and the list of them", "write the list to a file");
      } else if (selection.given.empty()) {
        if (auto text = read_standard_input(options_.stdin_name, report_.diagnostics)) selection.given.push_back(std::move(*text));
      }
    }
    paths.insert(paths.end(), listed->begin(), listed->end());
    return paths;
  }

  std::optional<std::vector<std::string>> names_listed() {
    std::vector<std::string> names;
    if (options_.files_from0.empty()) return names;
    const bool is_input = options_.files_from0 == "-";
    std::optional<std::string> text;
    if (is_input) {
      text = all_of(stdin);
    } else if (auto read = session_.files.read(options_.files_from0, kNamesLimit); std::holds_alternative<std::string>(read)) {
      text = std::move(std::get<std::string>(read));
    }
    if (!text) {
      report_.diagnostics.file_error(is_input ? "standard input" : options_.files_from0, "the list of files cannot be read", "check its path and that it has no more than 64 MiB");
      return std::nullopt;
    }
    std::string_view rest = *text;
    while (!rest.empty()) {
      const auto name = rest.substr(0, rest.find('\0'));
      if (!name.empty()) names.emplace_back(name);
      rest.remove_prefix(std::min(name.size() + 1, rest.size()));
    }
    return names;
  }

  IgnoreOptions ignore() const { return {!options_.no_ignore, !options_.no_ignore && !options_.no_vcs_ignore}; }

  std::vector<std::string> found(const std::vector<std::string>& paths) {
    auto search = find_messages(session_.files, paths, ignore(), report_.diagnostics);
    for (const auto& file : search.left_out) report_.skipped.push_back({file.path, "left out by " + file.by});
    return std::move(search.paths);
  }

  /// Keeps the files that git calls changed or staged, and those that hang on what is.
  void narrow(const std::vector<std::string>& scope, Selection& selection) {
    const std::string first = scope.empty() ? "." : scope.front();
    const auto tree = GitTree::holding(session_.files.is_directory(first) ? first : parent_path(first), report_.diagnostics);
    auto files = std::move(selection.files);
    selection.files.clear();
    if (!tree) return;
    const auto changed = options_.staged ? tree->staged(report_.diagnostics) : tree->changed_since(options_.changed_since, report_.diagnostics);
    if (!changed) return;
    if (options_.staged) {
      auto contents = tree->staged_where_different(report_.diagnostics);
      if (!contents) return;
      add_gone_from_disk(*tree, *changed, scope, files);
      selection.staged = std::make_unique<StagedFiles>(session_.files, tree->root(), std::move(*contents));
    }
    if (rules_changed(*tree, *changed)) {
      note("rules, policies or the workspace changed: every message is checked");
      selection.files = std::move(files);
    } else {
      std::copy_if(files.begin(), files.end(), std::back_inserter(selection.files), [&](const std::string& file) { return hangs_on(*tree, file, *changed); });
    }
  }

  /// Staged messages that the working tree has no more.
  void add_gone_from_disk(const GitTree& tree, const std::vector<std::string>& staged, const std::vector<std::string>& scope, std::vector<std::string>& files) const {
    std::set<std::string> all(files.begin(), files.end());
    for (const auto& path : staged) {
      std::error_code error;
      const std::string full = join_path(tree.root(), path);
      if (!path.ends_with(kMessageEnding) || session_.files.is_file(full)) continue;
      const bool inside = std::any_of(scope.begin(), scope.end(), [&](const std::string& part) {
        const auto below = path_below(tree.root(), part);
        return below && (below->empty() || path == *below || path.starts_with(*below + "/"));
      });
      if (inside) all.insert(fs::relative(full, error).string());
    }
    files.assign(all.begin(), all.end());
  }

  bool rules_changed(const GitTree& tree, const std::vector<std::string>& changed) const {
    std::vector<std::string> folders;
    for (const auto& folder : {session_.folders.rules, session_.folders.policies}) {
      std::error_code error;
      if (const auto below = path_below(tree.root(), fs::weakly_canonical(folder, error).string())) folders.push_back(*below + "/");
    }
    return std::any_of(changed.begin(), changed.end(), [&](const std::string& path) {
      const bool workspace = path == "selaras.yaml" || path.ends_with("/selaras.yaml");
      return workspace || std::any_of(folders.begin(), folders.end(), [&](const std::string& folder) { return path.starts_with(folder); });
    });
  }

  /// The message itself, or a campaign.yaml in a folder on the way to it.
  static bool hangs_on(const GitTree& tree, const std::string& file, const std::vector<std::string>& changed) {
    const auto below = path_below(tree.root(), file);
    if (!below) return false;
    const auto is_changed = [&](const std::string& path) { return std::binary_search(changed.begin(), changed.end(), path); };
    if (is_changed(*below) || is_changed("campaign.yaml")) return true;
    for (size_t slash = below->find('/'); slash != std::string::npos; slash = below->find('/', slash + 1)) {
      if (is_changed(below->substr(0, slash) + "/campaign.yaml")) return true;
    }
    return false;
  }

  const Session& session_;
  const SelectionOptions& options_;
  Report& report_;
};

std::vector<std::string> waiver_paths(const Session& session) {
  if (!session.workspace.waivers.empty()) return session.workspace.waivers;
  const std::string usual = join_path(session.workspace.root, "waivers.yaml");
  return session.files.is_file(usual) ? std::vector{usual} : std::vector<std::string>{};
}

void waive(const Session& session, bool whole, Report& report) {
  const auto waivers = read_waivers(session.files, waiver_paths(session), session.checks_as_written, report.diagnostics);
  WaiverRun run{session.workspace.as_of.value_or(today()), whole, session.library->policies(), {}};
  for (const auto& [id, level] : session.workspace.checks) {
    if (is_waiver_check(id)) run.levels[id] = level;
  }
  apply_waivers(waivers, run, report);
}

void tell_stale(const std::string& path, const std::vector<BaselineEntry>& stale, Diagnostics& diagnostics) {
  const SourceFile file(path, "");
  for (size_t i = 0; i < std::min(stale.size(), kStaleTold); ++i) {
    diagnostics.warning(file, {0, 0}, fmt::format("finding {} ({}) of message '{}' is gone", stale[i].id, stale[i].check, stale[i].message_id),
                        "take it out with `selaras check --baseline … --prune`");
  }
  if (stale.size() > kStaleTold) diagnostics.warning(file, {0, 0}, fmt::format("and {} more findings are gone", stale.size() - kStaleTold), "see above");
}

void hold_against_baseline(const Session& session, const SelectionOptions& options, Report& report) {
  const std::string path = !options.baseline.empty() ? options.baseline : session.workspace.baseline;
  if (options.no_baseline) return;
  if (path.empty()) {
    if (options.prune) report.diagnostics.file_error("selaras", "--prune has no baseline", "name it with --baseline FILE");
    return;
  }
  const auto baseline = Baseline::read(session.files, path, report.diagnostics);
  if (!baseline) return;
  baseline->mark(report);
  const auto stale = baseline->stale(report, session.files);
  if (!options.prune) return tell_stale(path, stale, report.diagnostics);
  if (!stale.empty() && !report.diagnostics.has_errors()) write_baseline(path, baseline->without(stale), report.diagnostics);
}

/// The cache of results where it is worth it.
class Kept {
 public:
  Kept(const CommonOptions& options, size_t messages) {
    const std::string folder = cache_folder(options);
    if (folder.empty() || messages < kWorthKeeping) return;
    cache_ = std::make_unique<ResultCache>(join_path(folder, "results.sqlite"));
    reports_ = std::make_unique<KeptReports>(*cache_);
  }
  KeptReports* reports() const { return reports_.get(); }
  void tell() const {
    if (!cache_ || cache_->warning().first.empty()) return;
    const std::string line = fmt::format("{}: warning: {} ({})\n", cache_->path(), cache_->warning().first, cache_->warning().second);
    std::fwrite(line.data(), 1, line.size(), stderr);
  }

 private:
  std::unique_ptr<ResultCache> cache_;
  std::unique_ptr<KeptReports> reports_;
};

}  // namespace

void write_baseline(const std::string& path, const Baseline& baseline, Diagnostics& diagnostics) {
  std::error_code error;
  const auto before = fs::status(path, error);
  DiskFileSystem files;
  if (const auto fault = files.replace(path, baseline.text())) {
    return diagnostics.file_error(path, std::string(fault_message(*fault)), std::string(fault_remedy(*fault)));
  }
  // A new one may be read by others, as what a repository holds.
  const bool fresh = before.type() == fs::file_type::not_found;
  fs::permissions(path, fresh ? fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read | fs::perms::others_read : before.permissions(), error);
}

void add_selection_options(CLI::App& app, SelectionOptions& options) {
  app.add_option("--files-from0", options.files_from0, "Check the files named in FILE, a NUL behind each; - for standard input")->type_name("FILE");
  app.add_option("--changed-since", options.changed_since, "Only messages that differ from where this branch left COMMIT")->type_name("COMMIT");
  app.add_flag("--staged", options.staged, "Only messages that git has staged, as they are staged");
  app.add_flag("--no-vcs-ignore", options.no_vcs_ignore, "Check what .gitignore leaves out, too");
  app.add_flag("--no-ignore", options.no_ignore, "Check what .selarasignore and .gitignore leave out, too");
}

void add_baseline_options(CLI::App& app, SelectionOptions& options) {
  app.add_option("--baseline", options.baseline, "Findings that are known and do not count (selaras baseline write)")->type_name("FILE");
  app.add_flag("--prune", options.prune, "Take findings that are gone out of the baseline");
  app.add_flag("--no-baseline", options.no_baseline, "Without the baseline that the workspace names");
}

std::string selection_start(const SelectionOptions& options) {
  if (options.paths.empty()) return ".";
  return options.paths.front() == "-" ? options.stdin_name : options.paths.front();
}

CheckedSelection check_selection(const Session& session, const CommonOptions& common, const SelectionOptions& options) {
  CheckedSelection checked;
  Report& report = checked.report;
  const Selection selection = Selector(session, options, report).select();
  const auto kept_settings = std::make_shared<MessageSettings>(session, common);
  MessageSettings& settings = *kept_settings;
  checked.settings = kept_settings;
  for (const auto& path : selection.files) settings.of(path);
  for (const auto& text : selection.given) settings.of(text.path);
  report.diagnostics.append(settings.diagnostics());
  const Kept kept(common, selection.files.size());
  RunOptions run_options;
  run_options.jobs = common.jobs == 0 ? std::max(1U, std::thread::hardware_concurrency()) : common.jobs;
  run_options.progress = progress_line();
  run_options.setting_of = [&](const std::string& path) { return settings.of(path); };
  run_options.kept = kept.reports();
  const FileSystem& disk = session.files;
  const FileSystem& files = selection.staged ? *selection.staged : disk;
  Run(files, *session.library, session.workspace, std::move(run_options)).check_files(selection.files, selection.given, report);
  clear_progress();
  kept.tell();
  waive(session, selection.whole, report);
  hold_against_baseline(session, options, report);
  checked.reaches = std::any_of(report.findings.begin(), report.findings.end(), [&](const Finding& finding) {
    const auto fail_on = settings.workspace_of(finding.file->path()).fail_on;
    return finding.counts() && fail_on && finding.severity >= *fail_on;
  });
  return checked;
}

}  // namespace selaras
