#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/command.h"
#include "cli/output_file.h"
#include "engine/fix.h"
#include "engine/unified_diff.h"
#include "report/wrap.h"

namespace selaras {
namespace {

struct FixOptions {
  CommonOptions common;
  std::vector<std::string> paths;
  bool dry_run = false, diff = false, write = false;
};

std::string place_of(const Finding& finding) {
  const auto at = finding.file->position(finding.repair ? finding.repair->replaces.begin : finding.span.begin);
  return fmt::format("{}:{}:{}", printable(finding.file->path()), at.line, at.column);
}

std::string repair_line(const Finding& finding, std::string_view what) {
  return fmt::format("{}: {}: {} -> {} [{}]\n", place_of(finding), what, printable(slice(finding.file->text(), finding.repair->replaces)), printable(finding.repair->text), finding.check);
}

/// What is left to a person: an approved sentence to take over, never done by the program.
std::string suggestions(const Report& report) {
  std::string out;
  for (const auto& finding : report.findings) {
    const auto sentence = approved_sentence(finding);
    if (!sentence.empty()) out += fmt::format("{}: by hand: {} [{}]\n  approved: {}\n", place_of(finding), printable(finding.message), finding.check, printable(sentence));
  }
  return out;
}

std::string diff_of(const FileFix& fix) {
  std::vector<TextEdit> edits;
  for (const auto* finding : fix.repaired) edits.push_back({finding->repair->replaces, finding->repair->text});
  return unified_diff(*fix.file, edits);
}

/// What the repaired text would be found to say that the text as it is does not.
std::vector<std::string> objections(const FileFix& fix, const Report& report, const Run& run) {
  std::vector<Finding> before;
  for (const auto& finding : report.findings) {
    if (finding.file == fix.file) before.push_back(finding);
  }
  const Report after = run.check({}, {{fix.file->path(), fix.text}});
  std::vector<std::string> lines;
  for (const auto* finding : new_findings(before, after.findings)) lines.push_back(fmt::format("{}: {}", place_of(*finding), finding->message));
  for (const auto& diagnostic : after.diagnostics.all()) {
    if (diagnostic.level == Diagnostic::Level::error) lines.push_back(to_line(diagnostic));
  }
  return lines;
}

/// Whether the file is now as the repairs want it.
enum class Written : uint8_t { yes, refused, failed };

Written write_file(const FileFix& fix, const Report& report, const Session& session, const Run& run) {
  const auto worse = objections(fix, report, run);
  for (const auto& line : worse) complain(fmt::format("not repaired, the text would then be found wrong: {} (mend it by hand)", line));
  if (!worse.empty()) return Written::refused;
  const auto now = session.files.read(fix.file->path(), fix.file->text().size());
  const auto* text = std::get_if<std::string>(&now);
  if (text == nullptr || *text != fix.file->text()) {
    complain(fmt::format("{}: was changed meanwhile (run again)", fix.file->path()));
    return Written::failed;
  }
  if (const auto fault = write_output_file(fix.file->path(), fix.text)) {
    complain(fmt::format("{}: {} ({})", fix.file->path(), fault_message(*fault), fault_remedy(*fault)));
    return Written::failed;
  }
  return Written::yes;
}

int show(const FixOptions& options, const std::vector<FileFix>& fixes, const Report& report) {
  std::string out;
  for (const auto& fix : fixes) {
    if (options.diff) out += diff_of(fix);
    if (options.diff) continue;
    for (const auto* finding : fix.repaired) out += repair_line(*finding, "repair");
    for (const auto* finding : fix.overlapping) out += repair_line(*finding, "overlaps");
  }
  if (!options.diff) out += suggestions(report);
  write_out(out);
  return fixes.empty() ? kClean : kFindings;
}

int write(const std::vector<FileFix>& fixes, const Report& report, const Session& session, const Run& run) {
  std::string out;
  bool failed = false, left = false;
  for (const auto& fix : fixes) {
    const auto written = write_file(fix, report, session, run);
    failed = failed || written == Written::failed;
    left = left || written == Written::refused || !fix.overlapping.empty();
    if (written != Written::yes) continue;
    for (const auto* finding : fix.repaired) out += repair_line(*finding, "repaired");
    for (const auto* finding : fix.overlapping) out += repair_line(*finding, "overlaps");
  }
  write_out(out + suggestions(report));
  if (failed) return kFailed;
  return left ? kFindings : kClean;
}

int fix(const FixOptions& options) {
  for (const auto& path : options.paths) {
    if (path != "-") continue;
    complain("standard input cannot be repaired (name files or folders)");
    return kFailed;
  }
  const auto session = open_session(options.common, options.paths.empty() ? "." : options.paths.front());
  if (!session) return kFailed;
  const Run run = session->run(options.common);
  const Report report = run.check(message_paths(options.paths, session->workspace));
  print(report.diagnostics);
  const auto fixes = fixes_of(report);
  const int code = options.write ? write(fixes, report, *session, run) : show(options, fixes, report);
  return session->broken || report.diagnostics.has_errors() ? kFailed : code;
}

}  // namespace

void add_fix_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<FixOptions>();
  auto* command = app.add_subcommand("fix", "Make the repairs of findings: values, contacts, days and terms; what a law says is only suggested");
  command->add_option("paths", options->paths, "Message files or folders");
  auto* dry = command->add_flag("--dry-run", options->dry_run, "Tell what would be done (default); exits with 1 when there is something");
  auto* diff = command->add_flag("--diff", options->diff, "The same as a unified diff, for patch and git apply")->excludes(dry);
  command->add_flag("--write", options->write, "Change the files, after checking what they would then say")->excludes(dry)->excludes(diff);
  add_common_options(*command, options->common);
  command->callback([options, &exit_code] { exit_code = fix(*options); });
}

}  // namespace selaras
