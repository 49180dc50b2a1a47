// The parts of the JSON report (docs/formats/report.md), for the formats that are made of them.
#pragma once

#include <nlohmann/json.hpp>

#include "engine/report_model.h"

namespace selaras {

nlohmann::ordered_json tool_json(const Report& report);
nlohmann::ordered_json summary_json(const Report& report);
nlohmann::ordered_json finding_json(const Finding& finding);
nlohmann::ordered_json supported_json(const Supported& supported);
nlohmann::ordered_json not_evaluated_json(const NotEvaluated& not_evaluated);
nlohmann::ordered_json diagnostic_json(const Diagnostic& diagnostic);

/// On one line. Bytes of paths that are no UTF-8 become U+FFFD.
std::string one_line(const nlohmann::ordered_json& json);

}  // namespace selaras
