#include "cli/option_table.h"

#include <CLI/CLI.hpp>

namespace selaras {
namespace {

std::vector<std::string> choices_of(const std::string& value) {
  std::vector<std::string> choices;
  if (value.find('|') == std::string::npos) return choices;
  for (size_t at = 0; at <= value.size();) {
    const size_t end = std::min(value.find('|', at), value.size());
    choices.push_back(value.substr(at, end - at));
    at = end + 1;
  }
  return choices;
}

OptionRow row_of(const CLI::Option& option) {
  OptionRow row;
  for (const auto& name : option.get_snames()) row.names.push_back("-" + name);
  for (const auto& name : option.get_lnames()) row.names.push_back("--" + name);
  row.positional = row.names.empty();
  if (row.positional) row.names.push_back(option.get_name());
  if (row.positional || option.get_items_expected_max() > 0) row.value = option.get_type_name();
  row.choices = choices_of(row.value);
  row.help = option.get_description();
  row.required = option.get_required();
  return row;
}

CommandRow row_of(const CLI::App& app, const std::string& path) {
  CommandRow row;
  row.path = path;
  row.name = app.get_name();
  row.help = app.get_description();
  for (const auto* option : app.get_options()) {
    if (!option->get_group().empty()) row.options.push_back(row_of(*option));
  }
  for (const auto* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    if (!command->get_group().empty()) row.commands.push_back(row_of(*command, path.empty() ? command->get_name() : path + " " + command->get_name()));
  }
  return row;
}

}  // namespace

CommandRow command_table(const CLI::App& app) { return row_of(app, ""); }

const CommandRow* find_command(const CommandRow& table, const std::string& path) {
  if (table.path == path) return &table;
  for (const auto& command : table.commands) {
    if (const auto* found = find_command(command, path)) return found;
  }
  return nullptr;
}

}  // namespace selaras
