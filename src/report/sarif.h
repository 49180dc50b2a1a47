// SARIF 2.1.0 with the limits that code scanning sets (docs.github.com, "SARIF support for code scanning"). A report that is over them is
// split into a run per country; what still does not fit is left out from the least severe on. Both are told in the runs' notifications.
#pragma once

#include <string>

#include "engine/report_model.h"

namespace selaras {

struct SarifLimits {
  size_t results_per_run = 25'000;
  size_t runs = 20;
  size_t gzipped_bytes = 10'000'000;  // of a file
};

std::string to_sarif(const Report& report, const SarifLimits& limits);

/// The size of the text when it is compressed as an upload is, in bytes.
size_t gzipped_size(const std::string& text);

}  // namespace selaras
