// selaras: the command line. Every command has its own file.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <exception>
#include <iostream>
#include <vector>

#include "cli/command.h"
#include "base/heap.h"
#include "data/fields.h"

namespace selaras {
namespace {

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const auto* command : app.get_subcommands([](const CLI::App*) { return true; })) names.push_back(command->get_name());
  return names;
}

bool has_command(const CLI::App& app, std::string_view word) {
  const auto names = command_names(app);
  return std::find(names.begin(), names.end(), word) != names.end();
}

/// A word that is no command, with the nearest that is.
int unknown_command(const CLI::App& app, const std::string& word) {
  const auto names = command_names(app);
  const std::vector<std::string_view> known(names.begin(), names.end());
  const std::string of = app.get_parent() == nullptr ? "" : fmt::format(" of {}", app.get_name());
  complain(fmt::format("'{}' is no command{} ({})", word, of, suggestion(word, known)));
  return kFailed;
}

/// The command that was chosen, or the one under it.
const CLI::App& chosen_command(const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  return chosen.empty() ? app : chosen_command(*chosen.front());
}

std::string near_option(const CLI::App& command, const std::string& word) {
  std::vector<std::string> names;
  for (const auto* option : command.get_options()) {
    for (const auto& name : option->get_lnames()) names.push_back("--" + name);
  }
  const std::vector<std::string_view> known(names.begin(), names.end());
  const std::string near = nearest(word.substr(0, word.find('=')), known);
  return near.empty() ? "see --help" : fmt::format("did you mean '{}'?", near);
}

/// What was written and nobody takes: an option, a command of a command, or one word too many.
int unknown_word(const CLI::App& command, const std::string& word) {
  if (word.starts_with('-')) {
    complain(fmt::format("unknown option '{}' ({})", word, near_option(command, word)));
  } else if (!command_names(command).empty()) {
    return unknown_command(command, word);
  } else {
    complain(fmt::format("'{}' is one argument too many (see --help)", word));
  }
  return kFailed;
}

int usage_error(const CLI::App& app, const CLI::ParseError& error) {
  if (error.get_exit_code() == 0) {  // --help, --version
    app.exit(error);
    return std::cout.flush() ? kClean : kFailed;
  }
  const auto& command = chosen_command(app);
  const auto rest = app.remaining(true);
  const auto option = std::find_if(rest.begin(), rest.end(), [](const std::string& word) { return word.size() > 1 && word.starts_with('-'); });
  if (option != rest.end()) return unknown_word(command, *option);
  if (!rest.empty()) return unknown_word(command, rest.front());
  if (!command_names(command).empty()) {
    complain("no command is given (see --help)");
  } else {
    complain(fmt::format("{} (see --help)", error.what()));
  }
  return kFailed;
}

int run(int argc, char** argv) {
  CLI::App app("Checks that what governments tell people on the move is true, complete and the same on both sides of a border.", "selaras");
  app.set_version_flag("--version", "selaras " SELARAS_VERSION);
  app.require_subcommand(1);
  int exit_code = kClean;
  add_check_command(app, exit_code);
  add_claims_command(app, exit_code);
  add_explain_command(app, exit_code);
  add_eval_command(app, exit_code);
  add_policies_command(app, exit_code);
  add_rules_command(app, exit_code);
  add_init_command(app, exit_code);
  add_judge_command(app, exit_code);
  add_tuples_command(app, exit_code);
  add_fix_command(app, exit_code);
  add_completion_command(app, exit_code);
  add_man_command(app, exit_code);
  add_baseline_command(app, exit_code);
  add_config_command(app, exit_code);
  if (argc > 1 && argv[1][0] != '-' && !has_command(app, argv[1])) return unknown_command(app, argv[1]);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return usage_error(app, error);
  }
  return exit_code;
}

}  // namespace
}  // namespace selaras

int main(int argc, char** argv) {
  selaras::take_heap_in_large_pages();
  try {
    return selaras::run(argc, argv);
  } catch (const std::exception& error) {
    selaras::complain(error.what());
    return selaras::kFailed;
  }
}
