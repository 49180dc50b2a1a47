// The manual: selaras(1) from the option table alone; selaras-rules(5) and selaras-policies(5) from the commands of that name and the
// documents of the formats. The build runs this; people run man(1).
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/command.h"
#include "cli/man_markdown.h"
#include "cli/option_table.h"

namespace selaras {
namespace {

constexpr size_t kDocumentLimit = 1U << 20U;

std::string title(const std::string& page, int section) {
  std::string upper = page;
  std::transform(upper.begin(), upper.end(), upper.begin(), [](char c) { return static_cast<char>(c >= 'a' && c <= 'z' ? c - ('a' - 'A') : c); });
  return fmt::format(".TH {} {} \"\" \"selaras {}\" \"Selaras\"\n", roff(upper), section, SELARAS_VERSION);
}

std::string option_text(const OptionRow& option) {
  std::vector<std::string> names;
  for (const auto& name : option.names) names.push_back("\\fB" + roff(name) + "\\fR");
  const std::string value = option.value.empty() || option.positional ? "" : " \\fI" + roff(option.value) + "\\fR";
  return fmt::format(".TP\n{}{}\n{}\n", fmt::join(names, ", "), value, roff(option.help));
}

std::string synopsis(const CommandRow& row) {
  std::string line = fmt::format("\\fBselaras{}{}\\fR", row.path.empty() ? "" : " ", roff(row.path));
  if (std::any_of(row.options.begin(), row.options.end(), [](const OptionRow& option) { return !option.positional; })) line += " [\\fIoptions\\fR]";
  for (const auto& option : row.options) {
    if (option.positional) line += (option.required ? " \\fI" : " [\\fI") + roff(option.names.front()) + (option.required ? "\\fR" : "\\fR]");
  }
  return line;
}

/// A command that does something by itself, with everything it takes; then those below it.
std::string commands_text(const CommandRow& row) {
  std::string out;
  if (row.commands.empty()) {
    out = fmt::format(".SS {}\n{}\n.PP\n{}.\n", roff("selaras " + row.path), synopsis(row), roff(row.help));
    for (const auto& option : row.options) out += option_text(option);
  }
  for (const auto& command : row.commands) out += commands_text(command);
  return out;
}

constexpr std::string_view kClosing = R"(.SH EXIT STATUS
.TP
.B 0
Everything was checked; nothing at the level of \fB\-\-fail\-on\fR or above.
.TP
.B 1
Everything was checked; there are findings at that level or above, or more warnings than \fB\-\-max\-warnings\fR.
.TP
.B 2
Something could not be run as asked: an option, a rule, a policy, a message, a full disk. The rest was checked and is reported.
.TP
.B 130\fR, \fB141
Ended by an interrupt from the keyboard; the reader of the output went away.
.SH ENVIRONMENT
.TP
.B NO_COLOR\fR, \fBCLICOLOR_FORCE\fR, \fBFORCE_COLOR\fR, \fBTERM
Whether findings are coloured; \fB\-\-color\fR is above them.
.TP
.B COLUMNS
The width of the terminal.
.TP
.B SELARAS_CACHE\fR, \fBXDG_CACHE_HOME
Where compiled rules are kept; \fBSELARAS_CACHE=off\fR keeps none.
.TP
.B GITHUB_STEP_SUMMARY
With \fB\-\-format github\fR the table of all findings is appended to this file.
.SH FILES
.TP
.I selaras.yaml
The workspace: where messages, rules and policies lie and how strict a run is.
)";

std::string program_page(const CommandRow& table) {
  std::string out = title("selaras", 1) + ".SH NAME\nselaras \\- " + roff(table.help) + "\n.SH SYNOPSIS\n";
  for (const auto& command : table.commands) {
    const std::string below = command.commands.empty() ? synopsis(command) : synopsis(command) + " \\fIcommand\\fR …";
    if (&command != &table.commands.front()) out += ".br\n";
    out += below + "\n";
  }
  out += ".SH OPTIONS\n";
  for (const auto& option : table.options) out += option_text(option);
  out += ".SH COMMANDS\n";
  for (const auto& command : table.commands) out += commands_text(command);
  return out + std::string(kClosing) + ".SH SEE ALSO\n.BR selaras\\-rules (5),\n.BR selaras\\-policies (5)\n";
}

/// A page on the files that a group of commands works with.
std::string files_page(const CommandRow& table, const std::string& group, std::string_view what, const std::vector<std::string>& documents) {
  const auto* commands = find_command(table, group);
  std::string out = title("selaras-" + group, 5) + fmt::format(".SH NAME\nselaras\\-{} \\- {}\n.SH COMMANDS\n", group, roff(what));
  if (commands != nullptr) out += commands_text(*commands);
  for (const auto& document : documents) out += man_body(document);
  return out + ".SH SEE ALSO\n.BR selaras (1)\n";
}

struct ManOptions {
  std::string page;
  std::vector<std::string> documents;
};

int man(const CLI::App& app, const ManOptions& options) {
  std::vector<std::string> documents;
  const DiskFileSystem files;
  for (const auto& path : options.documents) {
    auto text = files.read(path, kDocumentLimit);
    if (const auto* fault = std::get_if<FileFault>(&text)) {
      complain(fmt::format("{}: {} ({})", path, fault_message(*fault), fault_remedy(*fault)));
      return kFailed;
    }
    documents.push_back(std::move(std::get<std::string>(text)));
  }
  const auto table = command_table(app);
  if (options.page == "selaras") write_out(program_page(table));
  if (options.page == "selaras-rules") write_out(files_page(table, "rules", "the files of ontology, languages and checks", documents));
  if (options.page == "selaras-policies") write_out(files_page(table, "policies", "the files of policies: provisions with their sources and dates", documents));
  return kClean;
}

}  // namespace

void add_man_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<ManOptions>();
  auto* command = app.add_subcommand("man", "Print a page of the manual as roff: selaras, or selaras-rules and selaras-policies with the documents they are made of");
  add_choice(*command, "page", options->page, "Which page", {"selaras", "selaras-rules", "selaras-policies"});
  command->get_option("page")->required();
  command->add_option("documents", options->documents, "Markdown files that become sections of the page");
  command->group("");  // for the build
  command->callback([options, &app, &exit_code] { exit_code = man(app, *options); });
}

}  // namespace selaras
