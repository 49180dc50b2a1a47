// What one message adds to a report. Complete in itself: no reading and no verdict is needed any more, so that a run over many messages holds
// no more than what it will print.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "check/finding.h"
#include "engine/report_model.h"

namespace selaras {

struct MessageReport {
  enum class Kind : uint8_t { unreadable, no_message, message };

  Kind kind = Kind::unreadable;  // unreadable: why is in `diagnostics`
  std::shared_ptr<const SourceFile> file;  // nullptr when there was no text
  std::string id, country, language;
  Span id_span;
  size_t claims = 0;
  std::vector<Finding> findings;  // by place, code
  std::vector<Supported> supported;
  std::vector<NotEvaluated> not_evaluated;
  std::vector<InlineWaiver> inline_waivers;
  std::vector<std::string> states;  // that it touches and no policies are held for
  Diagnostics diagnostics;
};

/// Adds it to the report behind what is there; its diagnostics are the caller's business.
void add(MessageReport part, Report& report);

}  // namespace selaras
