#include "engine/fix.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace selaras {
namespace {

bool touch(const Span& a, const Span& b) {
  if (a.begin == a.end || b.begin == b.end) return a.begin <= b.end && b.begin <= a.end;  // an insertion has no width, but a place
  return a.begin < b.end && b.begin < a.end;
}

bool is_same(const Repair& a, const Repair& b) { return a.text == b.text && a.replaces.begin == b.replaces.begin && a.replaces.end == b.replaces.end; }

bool may_be_made(const Finding& finding) {
  if (!finding.repair || finding.strength == Strength::ask || finding.is_waived()) return false;
  const auto& place = finding.repair->replaces;
  return place.begin <= place.end && place.end <= finding.file->text().size() && slice(finding.file->text(), place) != finding.repair->text;
}

/// The better proven first, then the more severe, then the first in the file.
bool goes_before(const Finding* a, const Finding* b) {
  const auto rank = [](const Finding& f) { return std::tuple(f.strength, -static_cast<int>(f.severity), f.repair->replaces.begin, f.repair->replaces.end); };
  return rank(*a) < rank(*b);
}

void place(const Finding* finding, FileFix& fix) {
  const bool made_already = std::any_of(fix.repaired.begin(), fix.repaired.end(), [&](const Finding* other) { return is_same(*other->repair, *finding->repair); });
  if (made_already) return;
  const bool overlaps = std::any_of(fix.repaired.begin(), fix.repaired.end(), [&](const Finding* other) { return touch(other->repair->replaces, finding->repair->replaces); });
  (overlaps ? fix.overlapping : fix.repaired).push_back(finding);
}

std::string repaired_text(const FileFix& fix) {
  const auto before = fix.file->text();
  std::string text;
  size_t at = 0;
  for (const auto* finding : fix.repaired) {
    text += before.substr(at, finding->repair->replaces.begin - at);
    text += finding->repair->text;
    at = finding->repair->replaces.end;
  }
  return text.append(before.substr(at));
}

}  // namespace

std::vector<FileFix> fixes_of(const Report& report) {
  std::map<std::string, std::vector<const Finding*>> by_path;
  for (const auto& finding : report.findings) {
    if (may_be_made(finding)) by_path[finding.file->path()].push_back(&finding);
  }
  std::vector<FileFix> fixes;
  for (auto& [path, findings] : by_path) {
    std::stable_sort(findings.begin(), findings.end(), goes_before);
    FileFix fix;
    fix.file = findings.front()->file;
    for (const auto* finding : findings) place(finding, fix);
    std::sort(fix.repaired.begin(), fix.repaired.end(), [](const Finding* a, const Finding* b) { return a->repair->replaces.begin < b->repair->replaces.begin; });
    fix.text = repaired_text(fix);
    fixes.push_back(std::move(fix));
  }
  return fixes;
}

std::string approved_sentence(const Finding& finding) {
  if (finding.repair || finding.strength == Strength::ask || finding.is_waived()) return {};
  for (const auto* provision : finding.evidence) {
    if (provision->holds_on(finding.as_of) && !provision->examples.supports.empty()) return provision->examples.supports.front();
  }
  return {};
}

std::vector<const Finding*> new_findings(const std::vector<Finding>& before, const std::vector<Finding>& after) {
  std::set<std::string> known;
  for (const auto& finding : before) known.insert(finding.id);
  std::vector<const Finding*> fresh;
  for (const auto& finding : after) {
    if (finding.strength != Strength::ask && !known.contains(finding.id)) fresh.push_back(&finding);
  }
  return fresh;
}

}  // namespace selaras
