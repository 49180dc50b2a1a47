#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/check_selection.h"
#include "engine/baseline.h"

namespace selaras {
namespace {

struct BaselineOptions {
  CommonOptions common;
  SelectionOptions selection;
  std::string output;
};

int write(BaselineOptions options) {
  options.selection.no_baseline = true;
  const auto session = open_session(options.common, selection_start(options.selection));
  if (!session) return kFailed;
  const CheckedSelection checked = check_selection(*session, options.common, options.selection);
  const Report& report = checked.report;
  print(report.diagnostics);
  if (session->broken || report.diagnostics.has_errors()) {
    complain("no baseline is written while something could not be checked (mend the errors above)");
    return kFailed;
  }
  std::string path = options.output.empty() ? session->workspace.baseline : options.output;
  if (path.empty()) path = "selaras-baseline.jsonl";
  const auto baseline = Baseline::of(report);
  Diagnostics writing;
  write_baseline(path, baseline, writing);
  print(writing);
  if (writing.has_errors()) return kFailed;
  write_out(fmt::format("{}: {} findings in {} messages\n", path, baseline.entries().size(), report.messages));
  return kClean;
}

}  // namespace

void add_baseline_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<BaselineOptions>();
  auto* baseline = app.add_subcommand("baseline", "Findings to live with for now");
  baseline->require_subcommand(1);
  auto* command = baseline->add_subcommand("write", "Write down all findings that there are, for check --baseline");
  command->add_option("paths", options->selection.paths, "Message files or folders");
  command->add_option("-o,--output", options->output, "Where (default: the workspace's baseline, or selaras-baseline.jsonl)")->type_name("FILE");
  add_selection_options(*command, options->selection);
  add_common_options(*command, options->common);
  command->callback([options, &exit_code] { exit_code = write(*options); });
}

}  // namespace selaras
