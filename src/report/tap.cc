// Test Anything Protocol 14: a point per message that is clean, a point per finding, a point per file that could not be read.
#include <fmt/format.h>

#include <set>

#include "report/formats.h"
#include "report/json_values.h"
#include "report/outward.h"
#include "report/wrap.h"

namespace selaras {
namespace {

/// `#` begins a directive and `\` escapes it; a line break would end the point.
std::string described(std::string_view text) {
  std::string out;
  for (const char c : printable(as_utf8(text))) {
    if (c == '#' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

class Points {
 public:
  void add(bool ok, const std::string& description, const std::string& directive = {}) {
    out_ += fmt::format("{} {} - {}{}\n", ok ? "ok" : "not ok", ++count_, description, directive.empty() ? "" : " # " + directive);
  }
  /// A string in YAML is a string in JSON.
  void block(const std::vector<std::pair<std::string, std::string>>& values) {
    out_ += "  ---\n";
    for (const auto& [key, value] : values) out_ += fmt::format("  {}: {}\n", key, one_line(value));
    out_ += "  ...\n";
  }
  std::string text() const { return fmt::format("TAP version 14\n1..{}\n{}", count_, out_); }

 private:
  std::string out_;
  size_t count_ = 0;
};

std::string directive(const Finding& finding) {
  if (finding.is_waived()) return "SKIP " + described(waiver_text(*finding.suppression));
  if (finding.is_known()) return "SKIP in the baseline";
  return level_of(finding) == Level::note ? "TODO " + std::string(finding.strength == Strength::ask ? "ask" : "note") : "";
}

void add(const Finding& finding, Points& points) {
  const auto at = finding.file->position(finding.span.begin);
  points.add(finding.is_waived() || finding.is_known(), fmt::format("{}:{}:{} {}", described(finding.file->path()), at.line, at.column, finding.check), directive(finding));
  std::vector<std::pair<std::string, std::string>> values = {
      {"message", finding.message}, {"severity", std::string(name(level_of(finding)))}, {"quote", quote_of(finding)}};
  if (!finding.evidence.empty()) values.emplace_back("rule", rule_text(*finding.evidence.front()));
  points.block(values);
}

}  // namespace

std::string to_tap(const Report& report) {
  Points points;
  std::set<std::string_view> with_findings;
  for (const auto& finding : report.findings) with_findings.insert(finding.file->path());
  for (const auto& message : report.checked) {
    if (!with_findings.contains(message.path)) points.add(true, described(message.path));
  }
  for (const auto& finding : report.findings) add(finding, points);
  for (const auto* error : errors_of(report)) {
    points.add(false, described(error->path));
    points.block({{"message", error->message}, {"remedy", error->remedy}});
  }
  return points.text();
}

}  // namespace selaras
