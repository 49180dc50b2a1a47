#include <fmt/format.h>

#include "report/formats.h"
#include "report/wrap.h"

namespace selaras {
namespace {

std::string_view outward_level(const Finding& finding) {
  if (finding.strength == Strength::ask) return "note";
  if (finding.severity >= Severity::major) return "error";
  return finding.severity == Severity::minor ? "warning" : "note";
}

}  // namespace

std::string to_compact(const Report& report) {
  std::string out;
  for (const auto& finding : report.findings) {
    const auto at = finding.file->position(finding.span.begin);
    out += fmt::format("{}:{}:{}: {}: {} [{}]\n", printable(finding.file->path()), at.line, at.column, outward_level(finding), printable(finding.message), finding.check);
  }
  return out;
}

}  // namespace selaras
