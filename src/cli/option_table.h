// The commands and options as one table, taken from the parser itself: what `--help` prints, completion offers and the manual tells is the
// same because it has no other source.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace selaras {

struct OptionRow {
  std::vector<std::string> names;    // -f, --format; of a positional argument its one name, without dashes
  std::string value;                 // what it takes: FILE, or choices with | between them; empty for a flag
  std::vector<std::string> choices;  // when the value is one of a few words
  std::string help;
  bool positional = false;
  bool required = false;
};

struct CommandRow {
  std::string path;  // `policies list`; empty for the program
  std::string name, help;
  std::vector<OptionRow> options;
  std::vector<CommandRow> commands;
};

/// Without commands and options that help does not show.
CommandRow command_table(const CLI::App& app);
/// The command of that path; nullptr when there is none.
const CommandRow* find_command(const CommandRow& table, const std::string& path);

}  // namespace selaras
