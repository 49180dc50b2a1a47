#include "cli/command.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <thread>

#include "data/fields.h"

namespace selaras {
namespace {

constexpr size_t kDefaultWidth = 80;

bool environment_says(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

std::string executable() {
  std::error_code error;
  const auto path = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? "selaras" : path.string();
}

/// Applies the options that override the workspace file.
void apply(const CommonOptions& options, Session& session) {
  const auto refuse = [&](std::string_view option, const std::string& value, std::string remedy) {
    session.diagnostics.file_error("selaras", fmt::format("--{} does not take '{}'", option, value), std::move(remedy));
  };
  if (!options.as_of.empty()) {
    session.workspace.as_of = Date::parse_iso(options.as_of);
    if (!session.workspace.as_of) refuse("as-of", options.as_of, "write a day as YYYY-MM-DD");
  }
  if (!options.fail_on.empty()) {
    session.workspace.fail_on = severity_named(options.fail_on);
    if (!session.workspace.fail_on && options.fail_on != "never") refuse("fail-on", options.fail_on, "use blocker, major, minor, note or never");
  }
  if (options.profile == "clearance") session.workspace.profile = Profile::clearance;
  if (options.profile == "draft") session.workspace.profile = Profile::draft;
}

void apply_check_levels(Session& session) {
  auto& checks = session.library->checks();
  for (const auto& [id, severity] : session.workspace.checks) {
    const bool known = severity ? checks.set_severity(id, *severity) : checks.disable(id);
    if (known) continue;
    std::vector<std::string_view> ids;
    for (const auto& rule : checks.all()) ids.push_back(rule.id);
    session.diagnostics.file_error(session.workspace.file, fmt::format("unknown check '{}'", id), suggestion(id, ids));
  }
}

}  // namespace

void add_common_options(CLI::App& app, CommonOptions& options) {
  app.add_option("-c,--config", options.config, "Workspace file (default: the nearest selaras.yaml upward)")->type_name("FILE");
  app.add_option("--as-of", options.as_of, "Judge every message as of this day instead of its publish date")->type_name("DATE");
  app.add_option("--fail-on", options.fail_on, "Exit with 1 at this level or above: blocker, major (default), minor, note, never")->type_name("LEVEL");
  app.add_option("--profile", options.profile, "draft (default) or clearance")->check(CLI::IsMember({"draft", "clearance"}));
  app.add_option("--color", options.colour, "auto, always or never")->check(CLI::IsMember({"auto", "always", "never"}));
  app.add_option("-j,--jobs", options.jobs, "Threads (default: all cores)");
}

std::unique_ptr<Session> open_session(const CommonOptions& options, const std::string& start) {
  auto session = std::make_unique<Session>();
  session->workspace = load_workspace(session->files, start, options.config, session->diagnostics);
  apply(options, *session);
  const auto folders = data_folders(session->files, session->workspace, executable());
  session->library = Library::load(session->files, folders, session->diagnostics);
  if (session->library) apply_check_levels(*session);
  session->broken = session->diagnostics.has_errors();
  print(session->diagnostics);
  return session->library ? std::move(session) : nullptr;
}

Run Session::run(const CommonOptions& options, std::function<void(size_t, size_t)> progress) const {
  RunOptions run_options;
  run_options.jobs = options.jobs == 0 ? std::max(1U, std::thread::hardware_concurrency()) : options.jobs;
  run_options.progress = std::move(progress);
  return Run(files, *library, workspace, run_options);
}

Style terminal_style(const std::string& colour) {
  const bool terminal = isatty(STDOUT_FILENO) != 0;
  const char* term = std::getenv("TERM");
  const bool dumb = term != nullptr && std::string_view(term) == "dumb";
  Style style;
  style.colour = colour == "always" || (colour == "auto" && !environment_says("NO_COLOR") &&
                                         ((terminal && !dumb) || environment_says("CLICOLOR_FORCE") || environment_says("FORCE_COLOR")));
  style.width = kDefaultWidth;
  winsize size{};
  if (terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) style.width = size.ws_col;
  if (environment_says("COLUMNS")) style.width = static_cast<size_t>(std::max(0, std::atoi(std::getenv("COLUMNS"))));
  if (style.width == 0) style.width = kDefaultWidth;
  return style;
}

std::function<void(size_t, size_t)> progress_line() {
  if (isatty(STDERR_FILENO) == 0) return {};
  const auto start = std::chrono::steady_clock::now();
  return [start, shown = start](size_t done, size_t of) mutable {
    const auto now = std::chrono::steady_clock::now();
    if (now - start < std::chrono::seconds(1) || now - shown < std::chrono::milliseconds(100)) return;
    shown = now;
    fmt::print(stderr, "\r{} of {} messages", done, of);
    std::fflush(stderr);
  };
}

void clear_progress() {
  if (isatty(STDERR_FILENO) != 0) fmt::print(stderr, "\r\033[K");
}

void print(const Diagnostics& diagnostics) {
  for (const auto& diagnostic : diagnostics.all()) fmt::print(stderr, "{}\n", to_line(diagnostic));
}

void write_out(const std::string& text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0) return;
  fmt::print(stderr, "selaras: error: the report could not be written to standard output\n");
  std::_Exit(kFailed);
}

std::vector<std::string> message_paths(const std::vector<std::string>& given, const Workspace& workspace) {
  if (!given.empty()) return given;
  if (!workspace.messages.empty()) return workspace.messages;
  return {"."};
}

GivenText read_standard_input(const std::string& name) {
  return {name, std::string(std::istreambuf_iterator<char>(std::cin), {})};
}

}  // namespace selaras
