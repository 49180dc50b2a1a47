#include "report/formats.h"
#include "report/json_values.h"

namespace selaras {
namespace {

using Json = nlohmann::ordered_json;

std::string line(std::string_view type, const Json& values) {
  Json json = {{"type", type}};
  json.update(values);
  return one_line(json) + "\n";
}

}  // namespace

std::string to_jsonl(const Report& report) {
  std::string out;
  for (const auto& finding : report.findings) out += line("finding", finding_json(finding));
  for (const auto& supported : report.supported) out += line("supported", supported_json(supported));
  for (const auto& not_evaluated : report.not_evaluated) out += line("not-evaluated", not_evaluated_json(not_evaluated));
  for (const auto& diagnostic : report.diagnostics.all()) out += line("diagnostic", diagnostic_json(diagnostic));
  const Json as_of = report.as_of ? Json(report.as_of->iso()) : Json(nullptr);
  return out + line("summary", {{"schema_version", 1}, {"tool", tool_json(report)}, {"as_of", as_of}, {"summary", summary_json(report)}});
}

}  // namespace selaras
