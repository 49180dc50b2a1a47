#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/command.h"

namespace selaras {
namespace {

struct CheckOptions {
  CommonOptions common;
  std::vector<std::string> paths;
  std::string format = "pretty";
  std::string stdin_name = "stdin.md";
};

std::string printed(const Report& report, const CheckOptions& options) {
  if (options.format == "json") return to_json(report);
  if (options.format == "compact") return to_compact(report);
  return to_pretty(report, terminal_style(options.common.colour));
}

bool reaches(const Report& report, std::optional<Severity> fail_on) {
  return fail_on && std::any_of(report.findings.begin(), report.findings.end(), [&](const Finding& finding) {
    return finding.strength != Strength::ask && finding.severity >= *fail_on;
  });
}

int check(const CheckOptions& options) {
  const bool from_stdin = options.paths == std::vector<std::string>{"-"};
  const std::string start = from_stdin ? options.stdin_name : options.paths.empty() ? "." : options.paths.front();
  const auto session = open_session(options.common, start);
  if (!session) return kFailed;
  std::vector<GivenText> given;
  if (from_stdin) given.push_back(read_standard_input(options.stdin_name));
  const auto paths = from_stdin ? std::vector<std::string>{} : message_paths(options.paths, session->workspace);
  const Report report = session->run(options.common, progress_line()).check(paths, given);
  clear_progress();
  print(report.diagnostics);
  write_out(printed(report, options));
  if (session->broken || report.diagnostics.has_errors()) return kFailed;
  return reaches(report, session->workspace.fail_on) ? kFindings : kClean;
}

}  // namespace

void add_check_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<CheckOptions>();
  auto* command = app.add_subcommand("check", "Check messages against the policies they speak of");
  command->add_option("paths", options->paths, "Message files or folders; - for standard input");
  command->add_option("-f,--format", options->format, "pretty (default), compact or json")->check(CLI::IsMember({"pretty", "compact", "json"}));
  command->add_option("--stdin-filename", options->stdin_name, "Path under which standard input is reported")->type_name("PATH");
  add_common_options(*command, options->common);
  command->callback([options, &exit_code] { exit_code = check(*options); });
}

}  // namespace selaras
