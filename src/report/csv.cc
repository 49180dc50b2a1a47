// Comma-separated values by RFC 4180: CRLF, quotes doubled. Spreadsheets take a cell that begins with = + - @ for a formula, also in
// quotes: such a cell gets an apostrophe in front (OWASP, "CSV Injection").
#include "report/formats.h"
#include "report/outward.h"

namespace selaras {
namespace {

std::string cell(std::string_view text) {
  std::string value = as_utf8(text);
  if (!value.empty() && std::string_view("=+-@\t\r\n").find(value.front()) != std::string_view::npos) value.insert(0, 1, '\'');
  if (value.find_first_of(",\"\r\n") == std::string::npos) return value;
  std::string quoted = "\"";
  for (const char c : value) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

std::string row(const std::vector<std::string>& values) {
  std::string out;
  for (const auto& value : values) out += (out.empty() ? "" : ",") + cell(value);
  return out + "\r\n";
}

std::string baseline(BaselineState state) {
  if (state == BaselineState::none) return "";
  return state == BaselineState::unchanged ? "unchanged" : "new";
}

std::string row(const Finding& finding) {
  const auto start = finding.file->position(finding.span.begin);
  const auto end = finding.file->position(finding.span.end);
  const Provision* rule = finding.evidence.empty() ? nullptr : finding.evidence.front();
  return row({finding.file->path(), std::to_string(start.line), std::to_string(start.column), std::to_string(end.line), std::to_string(end.column),
              std::string(name(finding.severity)), std::string(name(finding.strength)), finding.code, finding.check, finding.message,
              quote_of(finding), rule ? rule->id : "", rule ? rule->statement : "", rule ? rule->instrument.title : "",
              rule ? rule->instrument.url : "", finding.repair ? finding.repair->text : "", finding.message_id, finding.language,
              finding.id, finding.suppression ? waiver_text(*finding.suppression) : "", baseline(finding.baseline)});
}

}  // namespace

std::string to_csv(const Report& report) {
  std::string out = row({"path", "line", "column", "end_line", "end_column", "severity", "strength", "code", "check", "message", "quote", "provision",
                         "rule", "instrument", "url", "repair", "message_id", "language", "id", "waiver", "baseline"});
  for (const auto& finding : report.findings) out += row(finding);
  return out;
}

}  // namespace selaras
