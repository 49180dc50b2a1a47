#include "cli/rules.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <tuple>

namespace selaras {

std::vector<const CheckRule*> by_code(const CheckRules& checks) {
  std::vector<const CheckRule*> sorted;
  for (const auto& rule : checks.all()) sorted.push_back(&rule);
  // Of two numbers in one group, the one with more digits is larger.
  const auto key = [](const CheckRule& rule) { return std::tuple(rule.code.substr(0, 1), rule.code.size(), rule.code, rule.id); };
  std::stable_sort(sorted.begin(), sorted.end(), [&](const CheckRule* a, const CheckRule* b) { return key(*a) < key(*b); });
  return sorted;
}

std::unique_ptr<Session> open_rules(CommonOptions options) {
  options.no_cache = true;
  return open_session(options, ".");
}

void add_rules_command(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("rules", "Look into the checks, run their examples, and check the rules themselves");
  command->require_subcommand(1);
  add_rules_list(*command, exit_code);
  add_rules_test(*command, exit_code);
  add_rules_lint(*command, exit_code);
}

}  // namespace selaras
