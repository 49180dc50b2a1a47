// What every command shares: the options that people know from other tools, the loaded workspace and rules, the terminal, and how a
// command ends. One file a command; main.cc only chooses.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "engine/library.h"
#include "engine/run.h"
#include "engine/workspace.h"
#include "engine/workspace_tree.h"
#include "report/formats.h"

namespace CLI {
class App;
}

namespace selaras {

/// 0 nothing at or above --fail-on, 1 findings, 2 could not run as asked.
enum ExitCode : int { kClean = 0, kFindings = 1, kFailed = 2 };

struct CommonOptions {
  std::string config;
  std::string as_of;
  std::string fail_on;
  std::string colour = "auto";
  std::string profile;
  unsigned jobs = 0;  // 0: all cores
  bool no_cache = false;
  bool no_config = false;
  std::string cache_folder;  // empty: where SELARAS_CACHE and XDG_CACHE_HOME say
};

void add_common_options(CLI::App& app, CommonOptions& options);
/// For commands that judge no messages: the workspace file alone.
void add_config_option(CLI::App& app, CommonOptions& options);

/// An option that takes one of a few words; another is refused with the nearest.
void add_choice(CLI::App& app, const std::string& names, std::string& into, const std::string& help, std::vector<std::string> choices);

/// A workspace with its rules loaded.
struct Session {
  DiskFileSystem files;
  Diagnostics diagnostics;
  std::unique_ptr<WorkspaceTree> tree;
  Workspace workspace;
  DataFolders folders;
  CheckRules checks_as_written;  // before the severities of the workspace
  std::unique_ptr<Library> library;
  bool broken = false;   // a rule or policy could not be used: the run ends with kFailed whatever it finds
  bool refused = false;  // an option makes no sense: nothing is run

  bool usable() const { return library != nullptr && !refused; }

  Run run(const CommonOptions& options, std::function<void(size_t, size_t)> progress = {}) const;
};
/// What is wrong with workspace, options, rules and policies is printed, and kept in `diagnostics`.
std::unique_ptr<Session> load_session(const CommonOptions& options, const std::string& start);
/// The same; nullptr when nothing can be done.
std::unique_ptr<Session> open_session(const CommonOptions& options, const std::string& start);

/// Options of the command line that are above every workspace file; false, and an error, when one makes no sense.
bool apply(const CommonOptions& options, Workspace& workspace, Diagnostics& diagnostics);
/// The severities of a workspace.
void apply_check_levels(const Workspace& workspace, CheckRules& checks, Diagnostics& diagnostics);
DataFolders data_folders_of(const FileSystem& files, const Workspace& workspace);
std::unique_ptr<Library> load_library(DiskFileSystem& files, const CommonOptions& options, const DataFolders& folders, Diagnostics& diagnostics);
/// Where things are kept between runs; empty: nowhere.
std::string cache_folder(const CommonOptions& options);
/// The user's own workspace file, whether it exists or not; empty when there is no place for one.
std::string user_config_file();
Date today();

/// Terminal of standard output: colour by --color, NO_COLOR, CLICOLOR_FORCE, TERM; width by COLUMNS.
Style terminal_style(const std::string& colour);
/// A line on standard error that tells how far a run is, when it takes over a second and standard error is a terminal.
std::function<void(size_t, size_t)> progress_line();
void clear_progress();

void print(const Diagnostics& diagnostics);
/// `selaras: error: what` on standard error, which may be closed or full.
void complain(std::string_view what);
/// `selaras: warning: what` on standard error.
void print_warning(std::string_view what);
/// Writes all of it or ends the program: silently when nobody reads any more, else with kFailed.
void write_out(const std::string& text);

/// Paths as given, the workspace's own messages when none are.
std::vector<std::string> message_paths(const std::vector<std::string>& given, const Workspace& workspace);
/// Standard input, to be reported under `name`; nullopt when it is too large or no text, which is then in `diagnostics`.
std::optional<GivenText> read_standard_input(const std::string& name, Diagnostics& diagnostics);

// The commands: each adds itself to the app and, when chosen, sets `exit_code`.
void add_check_command(CLI::App& app, int& exit_code);
void add_claims_command(CLI::App& app, int& exit_code);
void add_explain_command(CLI::App& app, int& exit_code);
void add_eval_command(CLI::App& app, int& exit_code);
void add_policies_command(CLI::App& app, int& exit_code);
void add_rules_command(CLI::App& app, int& exit_code);
void add_init_command(CLI::App& app, int& exit_code);
void add_judge_command(CLI::App& app, int& exit_code);
void add_tuples_command(CLI::App& app, int& exit_code);
void add_fix_command(CLI::App& app, int& exit_code);
void add_completion_command(CLI::App& app, int& exit_code);
void add_man_command(CLI::App& app, int& exit_code);
void add_baseline_command(CLI::App& app, int& exit_code);
void add_config_command(CLI::App& app, int& exit_code);

}  // namespace selaras
