// Holds JSON against a schema, by Debian's python3-jsonschema: an implementation that knows nothing of ours.
#pragma once

#include "../cli/program.h"

namespace selaras::test {

inline constexpr const char* kReportSchema = SELARAS_SOURCE_DIR "/docs/formats/report.schema.json";
inline constexpr const char* kSarifSchema = SELARAS_SOURCE_DIR "/tests/formats/sarif-schema-2.1.0.json";

/// What is wrong with `json`; empty when nothing is. Where the validator is not installed that is told, and nothing is wrong.
inline std::string schema_faults(const std::string& json, const std::string& schema) {
  const Folder folder;
  const Ran ran = run_program("/usr/bin/python3", Call{{SELARAS_SOURCE_DIR "/tests/formats/valid_by_schema.py", schema}, json}, folder.path());
  if (ran.code == 77 || ran.code == kCannotRun) {
    MESSAGE("skipped: python3-jsonschema is not installed (./dev setup --all)");
    return {};
  }
  if (ran.code == 0) return {};
  return ran.out + ran.err + (ran.out.empty() && ran.err.empty() ? "ended without a word" : "");
}

}  // namespace selaras::test
