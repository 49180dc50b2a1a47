#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/command.h"
#include "report/wrap.h"

namespace selaras {
namespace {

struct ConfigOptions {
  CommonOptions common;
  std::string file = ".";
  bool origin = false;
};

/// A word as YAML: as it is where it can only be that word.
std::string scalar(const std::string& word) {
  const bool plain = !word.empty() && word.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./") == std::string::npos && word != "-" &&
                     word != "null" && word.front() != '-';
  if (plain) return word;
  std::string quoted = "\"";
  for (const char c : word) {
    if (c == '"' || c == '\\') quoted.push_back('\\');
    if (static_cast<unsigned char>(c) < ' ') {
      quoted += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
    } else {
      quoted.push_back(c);
    }
  }
  return quoted + "\"";
}

std::string written(const WorkspaceValue& value) {
  if (!value.is_list) return value.words.empty() ? "{}" : scalar(value.words.front());
  std::string text = "[";
  for (const auto& word : value.words) text += (text.size() > 1 ? ", " : "") + scalar(word);
  return text + "]";
}

class Printer {
 public:
  explicit Printer(bool origin) : origin_(origin) {}

  void value(const WorkspaceValue& value) {
    const bool has_parts = value.key.front() == "corridors" && value.key.size() == 2;
    section(value.key);
    line(value.key.size() - 1, scalar(value.key.back()), has_parts ? "" : written(value), fmt::format("{}:{}", value.at.path, value.at.start.line));
  }
  void missing(const std::vector<WorkspaceValue>& values, const char* key, const char* otherwise) {
    const bool there = std::any_of(values.begin(), values.end(), [&](const WorkspaceValue& v) { return v.key.front() == key; });
    if (!there) line(0, key, otherwise, "default");
  }
  std::string text() { return std::move(text_); }

 private:
  /// `checks:` and `corridors:` above the first of theirs.
  void section(const std::vector<std::string>& key) {
    if (key.size() < 2 || section_ == key.front()) return;
    section_ = key.front();
    text_ += section_ + ":\n";
  }
  void line(size_t depth, const std::string& key, const std::string& value, const std::string& from) {
    text_ += fmt::format("{}{}:{}{}", std::string(2 * depth, ' '), key, value.empty() ? "" : " ", value);
    if (origin_) text_ += fmt::format("  # {}", printable(from));
    text_ += "\n";
  }

  bool origin_;
  std::string section_;
  std::string text_;
};

int print_config(const ConfigOptions& options) {
  const DiskFileSystem files;
  Diagnostics diagnostics;
  WorkspaceTree tree(files, user_config_file());
  const auto workspace = options.common.config.empty() ? tree.holding(options.file, diagnostics) : tree.of_file(options.common.config, diagnostics);
  auto values = workspace->values;
  std::stable_sort(values.begin(), values.end(), [](const WorkspaceValue& a, const WorkspaceValue& b) { return a.key < b.key; });
  Printer printer(options.origin);
  for (const auto& value : values) printer.value(value);
  printer.missing(values, "profile", "draft");
  printer.missing(values, "fail_on", "major");
  print(diagnostics);
  write_out(printer.text());
  return diagnostics.has_errors() ? kFailed : kClean;
}

}  // namespace

void add_config_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<ConfigOptions>();
  auto* config = app.add_subcommand("config", "What the workspace files say together");
  config->require_subcommand(1);
  auto* command = config->add_subcommand("print", "The workspace that holds for a message");
  command->add_option("--for", options->file, "The message or its folder (default: here)")->type_name("FILE");
  command->add_flag("--origin", options->origin, "With the file and line of every value");
  add_config_option(*command, options->common);
  command->callback([options, &exit_code] { exit_code = print_config(*options); });
}

}  // namespace selaras
