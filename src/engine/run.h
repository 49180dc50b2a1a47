// From paths to a report: finds the messages, reads and judges each on its own, several at a time, and puts the results together in an
// order that does not depend on the threads.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/file_system.h"
#include "engine/check_message.h"
#include "engine/library.h"
#include "engine/report_model.h"
#include "engine/workspace.h"
#include "judge/judgement.h"
#include "reading/reading.h"

namespace selaras {

class KeptReports;

/// How the message at a path is checked, and the folder above which no campaign.yaml holds for it.
struct MessageSetting {
  const Setting& setting;
  std::string root;
};

struct RunOptions {
  unsigned jobs = 1;
  std::string language = "en";  // of the report
  std::function<void(size_t done, size_t of)> progress;  // called from one thread at a time
  std::function<MessageSetting(const std::string& path)> setting_of;  // empty: the workspace's for all of them
  KeptReports* kept = nullptr;  // reports of earlier runs (engine/kept_reports.h)
};

/// A message whose text was given (standard input), with the path to report it under.
struct GivenText {
  std::string path;
  std::string text;
};

/// The checks that are on, by id.
std::vector<ReportedCheck> reported_checks(const CheckRules& rules, Profile profile);

class Run {
 public:
  Run(const FileSystem& files, const Library& library, const Workspace& workspace, RunOptions options);

  /// Messages below the paths, and the given texts. Errors of inputs are in the report's diagnostics.
  Report check(const std::vector<std::string>& paths, const std::vector<GivenText>& given = {}) const;
  /// The message files themselves, sorted, each once. Adds to a report that may know already what was not found or passed over.
  void check_files(const std::vector<std::string>& paths, const std::vector<GivenText>& given, Report& report) const;
  /// The same as check(), keeping everything. In the order of the report.
  std::vector<std::unique_ptr<JudgedMessage>> judge(const std::vector<std::string>& paths, const std::vector<GivenText>& given,
                                                    Report& report) const;

 private:
  MessageSetting setting_of(const std::string& path) const;
  std::vector<MessageReport> check_each(const std::vector<std::string>& paths, const std::vector<GivenText>& given) const;
  void in_threads(size_t count, const std::function<std::function<void(size_t)>()>& worker,
                  const std::function<void(size_t, size_t)>& progress) const;

  const FileSystem& files_;
  const Library& library_;
  const Workspace& workspace_;
  Setting setting_;
  RunOptions options_;
};

}  // namespace selaras
