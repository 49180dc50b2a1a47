// The JSON report on one line, for commands that answer a line with a line.
#pragma once

#include <string>
#include <string_view>

#include "engine/report_model.h"

namespace selaras {

/// What to_json() says, without line breaks and without a line feed at the end.
std::string to_json_line(const Report& report);
/// `{"id": …, "error": "…"}`. `id` is JSON already.
std::string error_json_line(std::string_view id, std::string_view what);

}  // namespace selaras
