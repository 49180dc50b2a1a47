#include <fmt/format.h>

#include "report/formats.h"
#include "report/outward.h"
#include "report/wrap.h"

namespace selaras {

std::string to_compact(const Report& report) {
  std::string out;
  for (const auto* open : open_findings(report)) {
    const auto& finding = *open;
    const auto at = finding.file->position(finding.span.begin);
    out += fmt::format("{}:{}:{}: {}: {} [{}]\n", printable(finding.file->path()), at.line, at.column, name(level_of(finding)), printable(finding.message), finding.check);
  }
  return out;
}

}  // namespace selaras
