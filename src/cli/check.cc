#include <CLI/CLI.hpp>

#include "cli/check_ndjson.h"
#include "cli/check_selection.h"
#include "cli/command.h"

namespace selaras {
namespace {

struct CheckOptions {
  CommonOptions common;
  SelectionOptions selection;
  std::string format = "pretty";
  bool ndjson = false;
};

std::string printed(const Report& report, const CheckOptions& options) {
  if (options.format == "json") return to_json(report);
  if (options.format == "compact") return to_compact(report);
  return to_pretty(report, terminal_style(options.common.colour));
}

int check(const CheckOptions& options) {
  const auto session = load_session(options.common, options.ndjson ? "." : selection_start(options.selection));
  if (options.ndjson) return session->usable() ? check_ndjson(*session, options.common) : kFailed;
  CheckedSelection checked;
  if (session->usable()) checked = check_selection(*session, options.common, options.selection);
  Report& report = checked.report;
  print(report.diagnostics);
  Diagnostics all = session->diagnostics;  // a report is complete in itself
  all.append(report.diagnostics);
  report.diagnostics = std::move(all);
  if (session->usable() || options.format == "json") write_out(printed(report, options));
  if (!session->usable() || session->broken || report.diagnostics.has_errors()) return kFailed;
  return checked.reaches ? kFindings : kClean;
}

}  // namespace

void add_check_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<CheckOptions>();
  auto* command = app.add_subcommand("check", "Check messages against the policies they speak of");
  command->add_option("paths", options->selection.paths, "Message files or folders; - for standard input");
  add_choice(*command, "-f,--format", options->format, "pretty (default), compact or json", {"pretty", "compact", "json"});
  command->add_option("--stdin-filename", options->selection.stdin_name, "Path under which standard input is reported")->type_name("PATH");
  add_selection_options(*command, options->selection);
  add_baseline_options(*command, options->selection);
  command->add_flag("--ndjson", options->ndjson, "A message a line on standard input, a JSON report a line on standard output");
  add_common_options(*command, options->common);
  command->callback([options, &exit_code] { exit_code = check(*options); });
}

}  // namespace selaras
