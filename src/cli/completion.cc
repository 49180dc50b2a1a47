// Completion for bash, zsh and fish, printed from the option table.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <functional>

#include "cli/command.h"
#include "cli/option_table.h"

namespace selaras {
namespace {

void each_command(const CommandRow& row, const std::function<void(const CommandRow&)>& visit) {
  visit(row);
  for (const auto& command : row.commands) each_command(command, visit);
}

std::string command_names(const CommandRow& row) {
  std::vector<std::string> names;
  for (const auto& command : row.commands) names.push_back(command.name);
  return fmt::format("{}", fmt::join(names, " "));
}

std::string option_names(const CommandRow& row) {
  std::vector<std::string> names;
  for (const auto& option : row.options) {
    if (!option.positional) names.insert(names.end(), option.names.begin(), option.names.end());
  }
  return fmt::format("{}", fmt::join(names, " "));
}

/// The lines `pattern) what;;` of a shell's case statement: options of every command that take one of a few words.
std::string choice_cases(const CommandRow& table, const char* line) {
  std::string out;
  each_command(table, [&](const CommandRow& row) {
    for (const auto& option : row.options) {
      if (option.positional || option.choices.empty()) continue;
      std::vector<std::string> patterns;
      for (const auto& name : option.names) patterns.push_back(fmt::format("\"{}:{}\"", row.path, name));
      out += fmt::format(fmt::runtime(line), fmt::join(patterns, "|"), fmt::join(option.choices, " "));
    }
  });
  return out;
}

/// The same for options whose value is a name of the user's own: files are offered.
std::string value_cases(const CommandRow& table, const char* line) {
  std::string out;
  each_command(table, [&](const CommandRow& row) {
    std::vector<std::string> patterns;
    for (const auto& option : row.options) {
      if (option.positional || option.value.empty() || !option.choices.empty()) continue;
      for (const auto& name : option.names) patterns.push_back(fmt::format("\"{}:{}\"", row.path, name));
    }
    if (!patterns.empty()) out += fmt::format(fmt::runtime(line), fmt::join(patterns, "|"));
  });
  return out;
}

std::string path_cases(const CommandRow& table) {
  std::string out;
  each_command(table, [&](const CommandRow& row) {
    if (row.path.empty()) return;
    out += fmt::format("{}\"{}\"", out.empty() ? "" : "|", row.path);
  });
  return out;
}

std::string word_cases(const CommandRow& table) {
  std::string out;
  each_command(table, [&](const CommandRow& row) {
    out += fmt::format("    \"{}\") commands=\"{}\" options=\"{}\" ;;\n", row.path, command_names(row), option_names(row));
  });
  return out;
}

std::string bash(const CommandRow& table) {
  return fmt::format(R"(# bash completion of selaras; made by `selaras completion bash`
_selaras() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} path="" next i commands="" options=""
  for ((i = 1; i < COMP_CWORD; i++)); do
    next="$path${{path:+ }}${{COMP_WORDS[i]}}"
    case "$next" in {}) path=$next ;; esac
  done
  COMPREPLY=()
  case "$path:$before" in
{}{}  esac
  case "$path" in
{}  esac
  if [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$word"))
  elif [[ -n $commands ]]; then
    COMPREPLY=($(compgen -W "$commands" -- "$word"))
  fi
}}
complete -o bashdefault -o default -F _selaras selaras
)",
                     path_cases(table), choice_cases(table, "    {}) COMPREPLY=($(compgen -W \"{}\" -- \"$word\")); return ;;\n"),
                     value_cases(table, "    {}) return ;;\n"), word_cases(table));
}

std::string zsh(const CommandRow& table) {
  return fmt::format(R"(#compdef selaras
# zsh completion of selaras; made by `selaras completion zsh`
_selaras() {{
  local word=${{words[CURRENT]}} before=${{words[CURRENT-1]}} path_of_command="" next i commands="" options=""
  for ((i = 2; i < CURRENT; i++)); do
    next="$path_of_command${{path_of_command:+ }}${{words[i]}}"
    case "$next" in {}) path_of_command=$next ;; esac
  done
  case "$path_of_command:$before" in
{}{}  esac
  case "$path_of_command" in
{}  esac
  if [[ $word == -* ]]; then
    compadd -- ${{=options}}
  elif [[ -n $commands ]]; then
    compadd -- ${{=commands}}
  else
    _files
  fi
}}
if [[ ${{funcstack[1]}} == _selaras ]]; then
  _selaras "$@"  # loaded as a function of that name
else
  compdef _selaras selaras
fi
)",
                     path_cases(table), choice_cases(table, "    {}) compadd -- {}; return ;;\n"), value_cases(table, "    {}) _files; return ;;\n"),
                     word_cases(table));
}

std::string fish_quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

/// When a command is the one being typed: all its words were, and none of the commands below it.
std::string fish_condition(const CommandRow& row) {
  std::vector<std::string> parts;
  for (size_t at = 0; !row.path.empty() && at < row.path.size();) {
    const size_t end = std::min(row.path.find(' ', at), row.path.size());
    parts.push_back("__fish_seen_subcommand_from " + row.path.substr(at, end - at));
    at = end + 1;
  }
  if (!row.commands.empty()) parts.push_back("not __fish_seen_subcommand_from " + command_names(row));
  return fish_quoted(fmt::format("{}", fmt::join(parts, "; and ")));
}

std::string fish(const CommandRow& table) {
  std::string out = "# fish completion of selaras; made by `selaras completion fish`\n";
  each_command(table, [&](const CommandRow& row) {
    const std::string condition = fish_condition(row);
    for (const auto& command : row.commands) out += fmt::format("complete -c selaras -n {} -f -a {} -d {}\n", condition, command.name, fish_quoted(command.help));
    for (const auto& option : row.options) {
      if (option.positional) continue;
      std::string line = fmt::format("complete -c selaras -n {}", condition);
      for (const auto& name : option.names) line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
      if (!option.choices.empty()) {
        line += fmt::format(" -x -a '{}'", fmt::join(option.choices, " "));
      } else if (!option.value.empty()) {
        line += " -r";
      }
      out += line + " -d " + fish_quoted(option.help) + "\n";
    }
  });
  return out;
}

}  // namespace

void add_completion_command(CLI::App& app, int& exit_code) {
  auto shell = std::make_shared<std::string>();
  auto* command = app.add_subcommand("completion", "Print the completion of a shell: bash, zsh or fish");
  add_choice(*command, "shell", *shell, "Whose completion", {"bash", "zsh", "fish"});
  command->get_option("shell")->required();
  command->callback([shell, &app, &exit_code] {
    const auto table = command_table(app);
    write_out(*shell == "bash" ? bash(table) : *shell == "zsh" ? zsh(table) : fish(table));
    exit_code = kClean;
  });
}

}  // namespace selaras
