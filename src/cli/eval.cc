#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/command.h"
#include "engine/scoreboard.h"

namespace selaras {
namespace {

struct EvalOptions {
  CommonOptions common;
  std::string folder;
  std::vector<std::string> codes;
  bool with_asks = false;
  bool list = false;
  bool json = false;
};

int evaluate(const EvalOptions& options) {
  const auto session = open_session(options.common, options.folder);
  if (!session) return kFailed;
  Diagnostics diagnostics;
  const auto gold = load_gold(session->files, options.folder, diagnostics);
  if (gold.empty()) diagnostics.file_error(options.folder, "no labelled message", "name a folder with <id>.md and <id>.gold.yaml files");
  print(diagnostics);
  if (diagnostics.has_errors()) return kFailed;
  const Report report = session->run(options.common, progress_line()).check({options.folder});
  clear_progress();
  print(report.diagnostics);
  ScoreOptions score_options;
  if (!options.codes.empty()) score_options.codes = options.codes;
  score_options.with_asks = options.with_asks;
  const auto board = score(gold, report, score_options);
  std::string out;
  if (options.list && !options.json) {
    for (const auto& entry : board.log) out += entry + "\n";
  }
  out += options.json ? to_json(board) : to_table(board, gold.size(), score_options);
  write_out(out);
  return session->broken || report.diagnostics.has_errors() ? kFailed : kClean;
}

}  // namespace

void add_eval_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<EvalOptions>();
  auto* command = app.add_subcommand("eval", "Figures against labelled messages");
  command->add_option("folder", options->folder, "Folder with messages and their gold files")->required();
  command->add_option("--codes", options->codes, "Groups or codes under test (default: A,B,C)")->delimiter(',');
  command->add_flag("--all", options->with_asks, "Count findings of strength ask as well");
  command->add_flag("--list", options->list, "Print every miss, false finding and false alarm");
  command->add_flag("--json", options->json, "Print the figures as JSON");
  add_common_options(*command, options->common);
  command->callback([options, &exit_code] { exit_code = evaluate(*options); });
}

}  // namespace selaras
