// Which reports a run prints and where to, and when it counts as failed: the options that `check` shares with nobody but that every CI uses.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/command.h"

namespace selaras {

struct ReportOptions {
  std::vector<std::string> formats;  // FORMAT or FORMAT=FILE
  std::string output;                // of the format without a file
  std::optional<size_t> max_warnings;
  bool strict = false;
  bool quiet = false;
};

void add_report_options(CLI::App& app, ReportOptions& options);

/// A format and where it goes; an empty file is standard output.
struct ReportTarget {
  const ReportFormat* format = nullptr;
  std::string file;
};
/// What was asked for, pretty on standard output when nothing was; nullopt after complaining about formats that would be mixed up.
std::optional<std::vector<ReportTarget>> report_targets(const ReportOptions& options);

/// With which code the run ends. `reaches`: a finding that counts is at or above the level at which its workspace fails; `failed`: something could not
/// be run as asked.
int exit_code_of(const Report& report, const ReportOptions& options, bool reaches, bool failed);

/// Prints every report, files whole or not at all. False, after complaining, when one cannot be written; the others are.
bool write_reports(const Report& report, const std::vector<ReportTarget>& targets, const ReportOptions& options, const std::string& colour);

/// Whether a format is among the targets that tells of a run that could not begin.
bool tells_failure(const ReportTarget& target);

}  // namespace selaras
