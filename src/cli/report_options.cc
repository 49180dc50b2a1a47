#include "cli/report_options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "cli/output_file.h"
#include "data/fields.h"
#include "report/sarif.h"

namespace selaras {
namespace {

std::string format_names() {
  std::string names;
  for (const auto& format : report_formats()) names += (names.empty() ? "" : "|") + std::string(format.name);
  return names;
}

/// FORMAT=FILE in its two parts.
std::pair<std::string, std::string> parts_of(const std::string& written) {
  const size_t equals = written.find('=');
  if (equals == std::string::npos) return {written, ""};
  return {written.substr(0, equals), written.substr(equals + 1)};
}

std::string refuse_unknown_format(const std::string& written) {
  const auto [name, file] = parts_of(written);
  if (report_format(name) == nullptr) {
    std::vector<std::string_view> known;
    for (const auto& format : report_formats()) known.push_back(format.name);
    return fmt::format("'{}' is not taken: {}", name, suggestion(name, known));
  }
  if (written.ends_with('=')) return fmt::format("'{}' names no file: write {}=FILE", written, name);
  return "";
}

std::string refuse_no_count(const std::string& written) {
  const bool digits = !written.empty() && written.find_first_not_of("0123456789") == std::string::npos;
  return digits ? "" : fmt::format("'{}' is not taken: write a number", written);
}

size_t warnings_of(const Report& report) { return report.count(Severity::minor); }

/// Without what is less than an error, for those who want to see nothing else.
Report errors_only(const Report& report) {
  Report errors = report;
  std::erase_if(errors.findings, [](const Finding& finding) { return !finding.counts() || finding.severity < Severity::major; });
  return errors;
}

bool is_for_people(const ReportFormat& format) { return format.name == "pretty" || format.name == "compact"; }

/// GitHub shows what is appended to this file on the page of the job.
void add_job_summary(const Report& report) {
  const char* file = std::getenv("GITHUB_STEP_SUMMARY");
  if (file == nullptr || *file == '\0') return;
  std::ofstream summary(file, std::ios::app | std::ios::binary);
  if (!(summary << to_markdown(report)).flush()) complain(fmt::format("the job summary {} cannot be written (check GITHUB_STEP_SUMMARY)", file));
}

void warn_of_size(const std::string& sarif) {
  const SarifLimits limits;
  if (sarif.size() <= limits.gzipped_bytes) return;
  const size_t size = gzipped_size(sarif);
  if (size <= limits.gzipped_bytes) return;
  print_warning(fmt::format("the SARIF report has {} bytes when compressed, code scanning takes {} (check the folders of the countries one by one)", size, limits.gzipped_bytes));
}

}  // namespace

void add_report_options(CLI::App& app, ReportOptions& options) {
  app.add_option("-f,--format", options.formats, "Format of the report, or FORMAT=FILE; may be given several times (default: pretty)")
      ->type_name(format_names())
      ->allow_extra_args(false)
      ->take_all()
      ->check(refuse_unknown_format);
  app.add_option("-o,--output", options.output, "File for the report that names none")->type_name("FILE");
  app.add_option("--max-warnings", options.max_warnings, "Exit with 1 when there are more warnings (minor findings) than this")
      ->type_name("N")
      ->check(refuse_no_count);
  app.add_flag("--strict", options.strict, "Exit with 2 when a file was skipped");
  app.add_flag("-q,--quiet", options.quiet, "Show errors only (blocker and major), in pretty and compact");
}

std::optional<std::vector<ReportTarget>> report_targets(const ReportOptions& options) {
  std::vector<ReportTarget> targets;
  for (const auto& written : options.formats) {
    const auto [name, file] = parts_of(written);
    targets.push_back({report_format(name), file});
  }
  if (targets.empty()) targets.push_back({report_format("pretty"), ""});
  std::vector<std::string> used;
  for (auto& target : targets) {
    if (target.file.empty()) target.file = options.output;
    if (std::find(used.begin(), used.end(), target.file) != used.end()) {
      complain(fmt::format("two reports would go to {} (write FORMAT=FILE for one of them)", target.file.empty() ? "standard output" : target.file));
      return std::nullopt;
    }
    used.push_back(target.file);
  }
  return targets;
}

int exit_code_of(const Report& report, const ReportOptions& options, bool reaches, bool failed) {
  if (failed || report.diagnostics.has_errors()) return kFailed;
  if (options.strict && !report.skipped.empty()) return kFailed;
  if (reaches) return kFindings;
  if (options.max_warnings && warnings_of(report) > *options.max_warnings) return kFindings;
  return kClean;
}

bool tells_failure(const ReportTarget& target) { return !is_for_people(*target.format); }

bool write_reports(const Report& report, const std::vector<ReportTarget>& targets, const ReportOptions& options, const std::string& colour) {
  bool all = true;
  std::string to_standard_output;  // last: when nobody reads it any more, the program ends
  for (const auto& target : targets) {
    Style style = terminal_style(colour);
    if (!target.file.empty()) style.colour = colour == "always";
    const bool less = options.quiet && is_for_people(*target.format);
    std::string text = less ? target.format->print(errors_only(report), style) : target.format->print(report, style);
    if (target.format->name == "sarif") warn_of_size(text);
    if (target.format->name == "github") add_job_summary(report);
    if (target.file.empty()) {
      to_standard_output = std::move(text);
    } else if (const auto fault = write_output_file(target.file, text)) {
      complain(fmt::format("{}: {} ({})", target.file, fault_message(*fault), fault_remedy(*fault)));
      all = false;
    }
  }
  write_out(to_standard_output);
  return all;
}

}  // namespace selaras
