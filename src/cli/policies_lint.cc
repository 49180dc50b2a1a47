#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>

#include "cli/policies.h"
#include "data/fields.h"
#include "lint/lint.h"
#include "report/wrap.h"

namespace selaras {
namespace {

struct LintOptions {
  CommonOptions common;
  std::string state, rule;
  bool only_list = false;
};

Date today() {
  const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return Date::from_days(static_cast<int32_t>(now.time_since_epoch().count()));
}

/// The folder that a file of the policy base lies in is its state.
bool of_state(const Lint& lint, const std::string& state) {
  return state.empty() || lint.path.find("/" + state + "/") != std::string::npos;
}

int lint(const LintOptions& options) {
  const auto session = open_session(options.common, ".");
  if (!session) return kFailed;
  const auto& library = *session->library;
  const LintSubject subject{library.ontology(), library.policies(), library.policy_lexicon(), session->workspace.as_of.value_or(today())};
  std::string out;
  size_t errors = 0;
  size_t warnings = 0;
  for (const auto& found : lint_policies(subject)) {
    if (!of_state(found, options.state) || (!options.rule.empty() && found.rule != options.rule)) continue;
    ++(found.level == Diagnostic::Level::error ? errors : warnings);
    out += printable(to_line(found)) + "\n";
  }
  out += fmt::format("{} provisions: {} errors, {} warnings\n", library.policies().provisions().size(), errors, warnings);
  write_out(out);
  if (session->broken) return kFailed;
  return errors > 0 ? kFindings : kClean;
}

int list_rules() {
  std::string out;
  for (const auto& rule : lint_rules()) {
    out += fmt::format("{:<20}{:<9}{}\n", rule.id, name(rule.level), rule.title);
  }
  write_out(out);
  return kClean;
}

}  // namespace

void add_policies_lint(CLI::App& policies, int& exit_code) {
  auto options = std::make_shared<LintOptions>();
  auto* command = policies.add_subcommand("lint", "What is wrong with the policy base itself; --as-of decides what is overdue");
  std::vector<std::string> rules;
  for (const auto& rule : lint_rules()) rules.emplace_back(rule.id);
  add_choice(*command, "--rule", options->rule, "Only this rule", rules);
  command->add_option("--state", options->state, "Only this jurisdiction (ISO code)");
  command->add_flag("--list", options->only_list, "The rules, and nothing else");
  add_common_options(*command, options->common);
  command->callback([options, &exit_code] { exit_code = options->only_list ? list_rules() : lint(*options); });
}

}  // namespace selaras
