#include "engine/report_model.h"

#include <algorithm>

namespace selaras {

size_t Report::count(Severity severity) const {
  return static_cast<size_t>(std::count_if(findings.begin(), findings.end(), [&](const Finding& finding) {
    return finding.severity == severity && finding.strength != Strength::ask;
  }));
}

size_t Report::asks() const {
  return static_cast<size_t>(std::count_if(findings.begin(), findings.end(), [](const Finding& f) { return f.strength == Strength::ask; }));
}

}  // namespace selaras
