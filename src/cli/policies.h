// What the commands below `selaras policies` share. One file a command; policies.cc only gathers them.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "cli/command.h"

namespace selaras {

void add_policies_show(CLI::App& policies, int& exit_code);
void add_policies_list(CLI::App& policies, int& exit_code);
void add_policies_lint(CLI::App& policies, int& exit_code);
void add_policies_diff(CLI::App& policies, int& exit_code);

/// "in-force 2025-08-01 – …": status and days of a provision.
std::string life_of(const Provision& provision);

}  // namespace selaras
