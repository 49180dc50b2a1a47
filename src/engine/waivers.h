// Findings that somebody accepted: why, by whom, until when, and for which version of the rule (docs/formats/waivers.md). A waived finding
// stays in the report, marked; it no longer decides about the exit code. A waiver that has run out, that serves nothing any more, whose rule has
// changed, or that a message names and nobody wrote, is a finding itself.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "check/check_rule.h"
#include "engine/report_model.h"
#include "message/ignore_pattern.h"
#include "policy/policy_base.h"

namespace selaras {

struct Waiver {
  std::string id, check, reason, approver;
  Date created, expires;
  // Where it holds; a waiver without any of these holds only where a message names it.
  std::string message, finding, quote;
  std::optional<IgnorePattern> path;  // counted from the folder of the file
  // The rule as it was when the waiver was given; empty: whatever it says.
  std::string provision, version;

  std::shared_ptr<const SourceFile> file;
  Span where;  // of the id

  bool inline_only() const { return message.empty() && finding.empty() && quote.empty() && !path; }
};

/// Reads a file, or the `*.yaml` files of a folder. What is wrong is an error; the good records beside it hold.
std::vector<Waiver> read_waivers(const FileSystem& files, const std::vector<std::string>& paths, const CheckRules& checks, Diagnostics& diagnostics);

struct WaiverRun {
  Date today;          // on which a waiver is valid or has run out
  bool whole = false;  // every message of the workspace was checked: what serves nothing here serves nothing at all
  const PolicyBase& policies;
  std::map<std::string, std::optional<Severity>> levels;  // of waiver/… in the workspace; nullopt: off
};

/// Marks what is waived and adds the findings about waivers.
void apply_waivers(const std::vector<Waiver>& waivers, const WaiverRun& run, Report& report);

/// The checks of this file: waiver/expired, waiver/outdated, waiver/unknown, waiver/unused.
bool is_waiver_check(std::string_view id);

}  // namespace selaras
