#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <map>

#include "cli/rules.h"
#include "lint/rules.h"
#include "report/wrap.h"

namespace selaras {
namespace {

struct LintOptions {
  CommonOptions common;
  std::string rule;
  bool all = false;
  bool only_list = false;
};

std::vector<Lint> lints_of(const Session& session) {
  Diagnostics told;  // by opening the session
  const auto packs = load_language_packs(session.files, join_path(session.folders.rules, "languages"), session.library->ontology(),
                                         told, PackSources::kept);
  return lint_rule_files({session.library->ontology(), session.library->checks(), packs});
}

/// Notes are counted by rule: a pack has hundreds of them, which would hide the rest.
int lint(const LintOptions& options) {
  const auto session = open_rules(options.common);
  if (!session) return kFailed;
  const bool list_notes = options.all || !options.rule.empty();
  std::string out;
  std::map<Diagnostic::Level, size_t> count;
  std::map<std::string, size_t> not_listed;
  for (const auto& found : lints_of(*session)) {
    if (!options.rule.empty() && found.rule != options.rule) continue;
    ++count[found.level];
    if (found.level == Diagnostic::Level::note && !list_notes) {
      ++not_listed[found.rule];
    } else {
      out += printable(to_line(found)) + "\n";
    }
  }
  for (const auto& [rule, notes] : not_listed) out += fmt::format("{}: {} notes (--all lists them)\n", rule, notes);
  const size_t errors = count[Diagnostic::Level::error];
  out += fmt::format("{} checks: {} errors, {} warnings, {} notes\n", session->library->checks().all().size(), errors,
                     count[Diagnostic::Level::warning], count[Diagnostic::Level::note]);
  write_out(out);
  if (session->broken) return kFailed;
  return errors > 0 ? kFindings : kClean;
}

int list_rules() {
  std::string out;
  for (const auto& rule : rules_lint_rules()) out += fmt::format("{:<18}{:<9}{}\n", rule.id, name(rule.level), rule.title);
  write_out(out);
  return kClean;
}

}  // namespace

void add_rules_lint(CLI::App& rules, int& exit_code) {
  auto options = std::make_shared<LintOptions>();
  auto* command = rules.add_subcommand("lint", "What is wrong with the rules themselves: checks, words of the languages, ontology");
  std::vector<std::string> known;
  for (const auto& rule : rules_lint_rules()) known.emplace_back(rule.id);
  add_choice(*command, "--rule", options->rule, "Only this rule", known);
  command->add_flag("--all", options->all, "List the notes too, which are only counted");
  command->add_flag("--list", options->only_list, "The rules, and nothing else");
  add_config_option(*command, options->common);
  command->callback([options, &exit_code] { exit_code = options->only_list ? list_rules() : lint(*options); });
}

}  // namespace selaras
