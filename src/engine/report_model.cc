#include "engine/report_model.h"

#include <algorithm>

namespace selaras {

namespace {

template <typename Test>
size_t count_of(const std::vector<Finding>& findings, Test test) {
  return static_cast<size_t>(std::count_if(findings.begin(), findings.end(), test));
}

}  // namespace

size_t Report::count(Severity severity) const {
  return count_of(findings, [&](const Finding& finding) { return finding.severity == severity && finding.counts(); });
}

size_t Report::asks() const {
  return count_of(findings, [](const Finding& f) { return f.strength == Strength::ask && !f.is_waived() && !f.is_known(); });
}

size_t Report::waived() const {
  return count_of(findings, [](const Finding& f) { return f.is_waived(); });
}

size_t Report::known() const {
  return count_of(findings, [](const Finding& f) { return f.is_known() && !f.is_waived(); });
}

}  // namespace selaras
