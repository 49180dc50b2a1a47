#include <CLI/CLI.hpp>

#include "cli/command.h"
#include "cli/report_options.h"

namespace selaras {
namespace {

struct CheckOptions {
  CommonOptions common;
  std::vector<std::string> paths;
  ReportOptions reports;
  std::string stdin_name = "stdin.md";
};

/// The paths to check, with `-` taken out and read.
struct Asked {
  std::vector<std::string> paths;
  std::vector<GivenText> given;
};

Asked asked(const CheckOptions& options, const Workspace& workspace, Diagnostics& diagnostics) {
  Asked asked;
  for (const auto& path : options.paths.empty() ? message_paths({}, workspace) : options.paths) {
    if (path != "-") {
      asked.paths.push_back(path);
    } else if (asked.given.empty()) {
      if (auto text = read_standard_input(options.stdin_name, diagnostics)) asked.given.push_back(std::move(*text));
    }
  }
  return asked;
}

Report report_of(const CheckOptions& options, const Session& session) {
  Report report;
  if (session.usable()) {
    Diagnostics unread;
    const auto [paths, given] = asked(options, session.workspace, unread);
    report = session.run(options.common, progress_line()).check(paths, given);
    clear_progress();
    unread.append(report.diagnostics);
    report.diagnostics = std::move(unread);
  }
  print(report.diagnostics);
  return report;
}

int check(const CheckOptions& options) {
  auto targets = report_targets(options.reports);
  if (!targets) return kFailed;
  const bool no_file = options.paths.empty() || options.paths.front() == "-";
  const auto session = load_session(options.common, !no_file ? options.paths.front() : options.paths.empty() ? "." : options.stdin_name);
  Report report = report_of(options, *session);
  Diagnostics all = session->diagnostics;  // a report is complete in itself
  report.configuration_diagnostics = all.all().size();
  all.append(report.diagnostics);
  report.diagnostics = std::move(all);
  report.exit_code = exit_code_of(report, options.reports, session->workspace.fail_on, !session->usable() || session->broken);
  if (!session->usable()) std::erase_if(*targets, [](const ReportTarget& target) { return !tells_failure(target); });
  return write_reports(report, *targets, options.reports, options.common.colour) ? report.exit_code : kFailed;
}

}  // namespace

void add_check_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<CheckOptions>();
  auto* command = app.add_subcommand("check", "Check messages against the policies they speak of");
  command->add_option("paths", options->paths, "Message files or folders; - for standard input");
  add_report_options(*command, options->reports);
  command->add_option("--stdin-filename", options->stdin_name, "Path under which standard input is reported")->type_name("PATH");
  add_common_options(*command, options->common);
  command->callback([options, &exit_code] { exit_code = check(*options); });
}

}  // namespace selaras
