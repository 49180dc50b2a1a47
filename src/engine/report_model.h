// The result of a run, complete in itself: every report format is printed from this and nothing else.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "check/finding.h"
#include "engine/inline_waiver.h"
#include "message/message.h"

namespace selaras {

struct Skipped {
  std::string path;
  std::string reason;
};

/// A message that was read.
struct CheckedMessage {
  std::string path, id, country, language;
};

/// A check that was on, for the formats that tell what was looked for.
struct ReportedCheck {
  std::string id, code, title, kind;
  Severity severity = Severity::major;  // in the profile of the run
  std::string source;
  std::vector<std::string> flags, passes;  // example sentences
};

struct Report {
  std::string rules_hash, policies_hash;
  std::optional<Date> as_of;  // forced date of the run
  size_t messages = 0;
  size_t claims = 0;
  std::vector<CheckedMessage> checked;    // by path
  std::vector<ReportedCheck> checks;      // by id
  std::vector<Finding> findings;          // by path, place, code
  std::vector<Supported> supported;       // by path, place
  std::vector<NotEvaluated> not_evaluated;
  std::vector<std::string> not_covered;   // states that messages touch and no policies are held for
  std::vector<Skipped> skipped;
  std::vector<InlineWaiver> inline_waivers;  // by path, place
  Diagnostics diagnostics;
  size_t configuration_diagnostics = 0;  // so many of them, the first, are about options, workspace, rules and policies
  int exit_code = 0;                     // with which the run ends

  size_t count(Severity severity) const;  // of the findings that count
  size_t asks() const;                    // of those not waived and not known
  size_t waived() const;
  size_t known() const;  // in the baseline and not waived
};

}  // namespace selaras
