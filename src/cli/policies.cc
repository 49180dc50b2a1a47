#include "cli/policies.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

namespace selaras {

std::string life_of(const Provision& provision) {
  const auto& [from, to] = provision.in_force;
  const std::string since = provision.from_is_page_date ? "at the latest " : "";
  return fmt::format("{} {}{} – {}", name(provision.status), since, from ? from->iso() : "…", to ? to->iso() : "…");
}

void add_policies_command(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("policies", "Look into the policy base");
  command->require_subcommand(1);
  add_policies_show(*command, exit_code);
  add_policies_list(*command, exit_code);
  add_policies_lint(*command, exit_code);
  add_policies_diff(*command, exit_code);
}

}  // namespace selaras
