// The report formats, each a function from the report to text; one file a format. What each looks like: docs/formats/report.md.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "engine/report_model.h"

namespace selaras {

/// How text for people may look.
struct Style {
  bool colour = false;
  size_t width = 80;
};

/// For a person at a terminal: the sentence with a line of carets, the provision, its source and date, why, and the repair.
std::string to_pretty(const Report& report, const Style& style);
/// `path:line:column: level: message [check]`, one finding a line.
std::string to_compact(const Report& report);
/// The contract that other programs rely on: docs/formats/report.md.
std::string to_json(const Report& report);
/// The parts of the JSON report, one a line, each with its `type`; the summary last.
std::string to_jsonl(const Report& report);
/// SARIF 2.1.0, for code scanning.
std::string to_sarif(const Report& report);
/// Workflow commands of GitHub Actions: ten annotations a level, and the whole list in the log.
std::string to_github(const Report& report);
/// Code Quality of GitLab.
std::string to_gitlab(const Report& report);
/// JUnit XML: a suite per message, a case per check.
std::string to_junit(const Report& report);
std::string to_checkstyle(const Report& report);
/// Diagnostics of reviewdog, as one object and one a line.
std::string to_rdjson(const Report& report);
std::string to_rdjsonl(const Report& report);
/// Test Anything Protocol, version 14.
std::string to_tap(const Report& report);
/// RFC 4180 with a header; safe to open in a spreadsheet.
std::string to_csv(const Report& report);
/// A table for the summary of a CI job or a comment. Above `limit` bytes the rest is counted only.
std::string to_markdown(const Report& report, size_t limit = 900'000);
/// One page that needs nothing else, no script and no network.
std::string to_html(const Report& report);

struct ReportFormat {
  std::string_view name;
  std::string (*print)(const Report& report, const Style& style);
};
/// Every format, in the order in which help names them.
std::span<const ReportFormat> report_formats();
/// nullptr when there is none of that name.
const ReportFormat* report_format(std::string_view name);

}  // namespace selaras
