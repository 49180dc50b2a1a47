// The findings that a repository knows of and lives with for now, so that only new ones are held against a change. A file of JSON lines,
// sorted, one finding a line, so that two branches that each settle some can be merged (docs/formats/baseline.md). A finding is known by its
// fingerprint and its message, never by its line.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "engine/report_model.h"

namespace selaras {

struct BaselineEntry {
  std::string message_id;
  std::string id;  // of the finding
  std::string check;
  std::string path;  // where the message lay
  auto operator<=>(const BaselineEntry&) const = default;
};

class Baseline {
 public:
  /// nullopt after an error, which is then in `diagnostics`: a baseline that is missing or broken must not look like an empty one.
  static std::optional<Baseline> read(const FileSystem& files, const std::string& path, Diagnostics& diagnostics);
  /// Of everything that a report holds and nobody has waived.
  static Baseline of(const Report& report);

  std::string text() const;
  const std::vector<BaselineEntry>& entries() const { return entries_; }

  /// Marks each finding as known or new.
  void mark(Report& report) const;
  /// Entries of messages that were checked, and of messages that are gone, that no finding has any more. To be asked after mark().
  std::vector<BaselineEntry> stale(const Report& report, const FileSystem& files) const;
  /// Without these.
  Baseline without(const std::vector<BaselineEntry>& stale) const;

 private:
  std::vector<BaselineEntry> entries_;  // sorted, each once
};

}  // namespace selaras
