#include <CLI/CLI.hpp>

#include "cli/check_ndjson.h"
#include "cli/check_selection.h"
#include "cli/command.h"
#include "cli/report_options.h"

namespace selaras {
namespace {

struct CheckOptions {
  CommonOptions common;
  SelectionOptions selection;
  ReportOptions reports;
  bool ndjson = false;
};

int check(const CheckOptions& options) {
  auto targets = report_targets(options.reports);
  if (!targets) return kFailed;
  const auto session = load_session(options.common, options.ndjson ? "." : selection_start(options.selection));
  if (options.ndjson) return session->usable() ? check_ndjson(*session, options.common) : kFailed;
  CheckedSelection checked;
  if (session->usable()) checked = check_selection(*session, options.common, options.selection);
  Report& report = checked.report;
  print(report.diagnostics);
  Diagnostics all = session->diagnostics;  // a report is complete in itself
  report.configuration_diagnostics = all.all().size();
  all.append(report.diagnostics);
  report.diagnostics = std::move(all);
  report.exit_code = exit_code_of(report, options.reports, checked.reaches, !session->usable() || session->broken);
  if (!session->usable()) std::erase_if(*targets, [](const ReportTarget& target) { return !tells_failure(target); });
  return write_reports(report, *targets, options.reports, options.common.colour) ? report.exit_code : kFailed;
}

}  // namespace

void add_check_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<CheckOptions>();
  auto* command = app.add_subcommand("check", "Check messages against the policies they speak of");
  command->add_option("paths", options->selection.paths, "Message files or folders; - for standard input");
  add_report_options(*command, options->reports);
  command->add_option("--stdin-filename", options->selection.stdin_name, "Path under which standard input is reported")->type_name("PATH");
  add_selection_options(*command, options->selection);
  add_baseline_options(*command, options->selection);
  command->add_flag("--ndjson", options->ndjson, "A message a line on standard input, a JSON report a line on standard output");
  add_common_options(*command, options->common);
  command->callback([options, &exit_code] { exit_code = check(*options); });
}

}  // namespace selaras
