// What the commands below `selaras rules` share. One file a command; rules.cc only gathers them.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"

namespace selaras {

void add_rules_list(CLI::App& rules, int& exit_code);
void add_rules_test(CLI::App& rules, int& exit_code);
void add_rules_lint(CLI::App& rules, int& exit_code);

/// A session whose rules were read from their files: the rule cache does not keep where things are written.
std::unique_ptr<Session> open_rules(CommonOptions options);

/// The checks by group and number of their code (A2 before A10), then by id.
std::vector<const CheckRule*> by_code(const CheckRules& checks);

}  // namespace selaras
