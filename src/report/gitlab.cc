// Code Quality (docs.gitlab.com, "Code Quality", "Code Quality report format"). A file that could not be read is an entry too: a report
// that leaves it out would read as clean.
#include <algorithm>
#include <array>

#include "engine/hash.h"
#include "report/formats.h"
#include "report/json_values.h"
#include "report/outward.h"

namespace selaras {
namespace {

using Json = nlohmann::ordered_json;

Json entry(std::string description, std::string_view check, std::string fingerprint, std::string_view severity, std::string_view path, uint32_t line) {
  return {{"description", std::move(description)},
          {"check_name", check},
          {"fingerprint", std::move(fingerprint)},
          {"severity", severity},
          {"location", {{"path", path}, {"lines", {{"begin", std::max(line, 1U)}}}}}};
}

std::string_view severity(const Finding& finding) {
  if (finding.strength == Strength::ask) return "info";
  static constexpr std::array<std::string_view, 4> names = {"info", "minor", "major", "blocker"};
  return names[static_cast<size_t>(finding.severity)];
}

Json entry(const Finding& finding) {
  // Two messages may say the same wrong thing: an id is one within its message, a fingerprint within the report.
  std::string fingerprint = Hasher().add(finding.message_id).add(finding.id).hex16();
  return entry(finding.message, finding.check, std::move(fingerprint), severity(finding), finding.file->path(),
               finding.file->position(finding.span.begin).line);
}

Json entry(const Diagnostic& diagnostic) {
  std::string fingerprint = Hasher().add(diagnostic.path).add(diagnostic.message).add(std::to_string(diagnostic.start.offset)).hex16();
  return entry(diagnostic.message + " (" + diagnostic.remedy + ")", "selaras", std::move(fingerprint), "critical", diagnostic.path, diagnostic.start.line);
}

}  // namespace

std::string to_gitlab(const Report& report) {
  Json entries = Json::array();
  for (const auto* error : errors_of(report)) entries.push_back(entry(*error));
  for (const auto* finding : open_findings(report)) entries.push_back(entry(*finding));
  return entries.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace selaras
