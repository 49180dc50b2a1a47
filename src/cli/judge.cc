#include <CLI/CLI.hpp>

#include "cli/command.h"
#include "cli/ndjson.h"
#include "engine/judge_line.h"

namespace selaras {
namespace {

int judge(const CommonOptions& options) {
  const auto session = open_session(options, ".");
  if (!session) return kFailed;
  LineJudge lines(*session->library);
  const bool read = answer_lines(LineJudge::kLineLimit,
                                 [&](const std::string& line, size_t number) { return lines.answer(line, number); });
  return read && !session->broken ? kClean : kFailed;
}

}  // namespace

void add_judge_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<CommonOptions>();
  auto* command = app.add_subcommand("judge", "Whether a premise bears a hypothesis out:\nNDJSON in, NDJSON out");
  add_config_option(*command, *options);
  command->add_flag("--no-cache", options->no_cache, "Read rules from their files, and keep nothing");
  command->callback([options, &exit_code] { exit_code = judge(*options); });
}

}  // namespace selaras
