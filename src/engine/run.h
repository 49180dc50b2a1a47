// From paths to a report: finds the messages, reads and judges each on its own, several at a time, and puts the results together in an
// order that does not depend on the threads.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/file_system.h"
#include "engine/library.h"
#include "engine/report_model.h"
#include "engine/workspace.h"
#include "judge/judgement.h"
#include "reading/reading.h"

namespace selaras {

struct RunOptions {
  unsigned jobs = 1;
  std::string language = "en";  // of the report
  std::function<void(size_t done, size_t of)> progress;  // called from one thread at a time
};

/// A message whose text was given (standard input), with the path to report it under.
struct GivenText {
  std::string path;
  std::string text;
};

/// Messages of a run, read and judged. Kept by `claims` and `explain`, which show more than the report holds.
struct JudgedMessage {
  Message message;
  Reading reading;
  std::vector<JudgedStatement> statements;
};

class Run {
 public:
  Run(const FileSystem& files, const Library& library, const Workspace& workspace, RunOptions options);

  /// Messages below the paths, and the given texts. Errors of inputs are in the report's diagnostics.
  Report check(const std::vector<std::string>& paths, const std::vector<GivenText>& given = {}) const;
  /// The same, keeping everything. In the order of the report.
  std::vector<std::unique_ptr<JudgedMessage>> judge(const std::vector<std::string>& paths, const std::vector<GivenText>& given,
                                                    Report& report) const;

 private:
  const FileSystem& files_;
  const Library& library_;
  const Workspace& workspace_;
  RunOptions options_;
};

}  // namespace selaras
