// The report formats, each a function from the report to text; one file a format.
#pragma once

#include <string>

#include "engine/report_model.h"

namespace selaras {

/// How text for people may look.
struct Style {
  bool colour = false;
  size_t width = 80;
};

/// The contract that other programs rely on: docs/formats/report.md.
std::string to_json(const Report& report);
/// `path:line:column: level: message [check]`, one finding a line.
std::string to_compact(const Report& report);
/// For a person at a terminal: the sentence with a line of carets, the provision, its source and date, why, and the repair.
std::string to_pretty(const Report& report, const Style& style);

}  // namespace selaras
