#include "report/formats.h"
#include "report/json_values.h"

namespace selaras {
namespace {

using Json = nlohmann::ordered_json;

template <typename Items, typename ToJson>
Json list(const Items& items, ToJson to_json) {
  Json array = Json::array();
  for (const auto& item : items) array.push_back(to_json(item));
  return array;
}

}  // namespace

std::string to_json(const Report& report) {
  const Json json = {{"schema_version", 1},
                     {"tool", tool_json(report)},
                     {"as_of", report.as_of ? Json(report.as_of->iso()) : Json(nullptr)},
                     {"summary", summary_json(report)},
                     {"findings", list(report.findings, finding_json)},
                     {"supported", list(report.supported, supported_json)},
                     {"not_evaluated", list(report.not_evaluated, not_evaluated_json)},
                     {"diagnostics", list(report.diagnostics.all(), diagnostic_json)}};
  // Paths are bytes of the file system: what is no UTF-8 in them becomes U+FFFD.
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace selaras
