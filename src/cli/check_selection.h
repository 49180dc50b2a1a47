// Which messages `selaras check` checks and what it holds against them: the files below the paths that were named, or those that git calls
// changed or staged, each under its own workspace; then waivers and baseline.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"

namespace selaras {

class Baseline;
class MessageSettings;

struct SelectionOptions {
  std::vector<std::string> paths;
  std::string stdin_name = "stdin.md";
  std::string files_from0;    // a file of names with a NUL behind each; - for standard input
  std::string changed_since;  // a commit
  bool staged = false;
  bool no_vcs_ignore = false;
  bool no_ignore = false;
  std::string baseline;
  bool prune = false;
  bool no_baseline = false;  // not even that of the workspace
};

/// All but `paths` and `stdin_name`, which are the command's own.
void add_selection_options(CLI::App& app, SelectionOptions& options);
void add_baseline_options(CLI::App& app, SelectionOptions& options);

struct CheckedSelection {
  std::shared_ptr<const MessageSettings> settings;  // of the messages; holds the rules and policies that the report points into
  Report report;
  bool reaches = false;  // a finding that counts is at or above its workspace's `fail_on`
};

/// Puts the baseline in the place of the file, whose rights stay.
void write_baseline(const std::string& path, const Baseline& baseline, Diagnostics& diagnostics);

/// The folder or file whose workspace gives rules and policies where nothing else does.
std::string selection_start(const SelectionOptions& options);

/// A usable session is needed. Errors of inputs are in the report's diagnostics.
CheckedSelection check_selection(const Session& session, const CommonOptions& common, const SelectionOptions& options);

}  // namespace selaras
