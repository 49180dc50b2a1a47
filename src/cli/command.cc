#include "cli/command.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <thread>

#include "data/fields.h"
#include "engine/waivers.h"
#include "message/reader.h"
#include "report/wrap.h"

namespace selaras {
namespace {

constexpr size_t kDefaultWidth = 80;
constexpr size_t kNarrowest = 40;
constexpr size_t kWidest = 1000;
constexpr int kBrokenPipe = 141;  // 128 + SIGPIPE, as the shell has it

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

bool environment_says(const char* name) { return !environment(name).empty(); }

bool environment_forces(const char* name) { return environment_says(name) && environment(name) != "0"; }

/// Unlike fmt::print, does not throw when standard error is closed or full.
void write_error(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fflush(stderr);
}

/// The width that COLUMNS says, when it says one.
std::optional<size_t> columns_of_environment() {
  const auto written = environment("COLUMNS");
  size_t columns = 0;
  const auto [stop, error] = std::from_chars(written.data(), written.data() + written.size(), columns);
  if (error == std::errc::result_out_of_range) return kWidest;
  if (error != std::errc{} || stop != written.data() + written.size() || columns == 0) return std::nullopt;
  return columns;
}

std::string executable() {
  std::error_code error;
  const auto path = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? "selaras" : path.string();
}

}  // namespace

std::string cache_folder(const CommonOptions& options) {
  const auto chosen = environment("SELARAS_CACHE");
  if (options.no_cache) return {};
  if (!options.cache_folder.empty()) return options.cache_folder;
  if (chosen == "off") return {};
  if (!chosen.empty()) return std::string(chosen);
  // Paths that are not absolute are to be ignored: XDG Base Directory Specification 0.8.
  if (const auto caches = environment("XDG_CACHE_HOME"); caches.starts_with('/')) return join_path(caches, "selaras");
  if (const auto home = environment("HOME"); home.starts_with('/')) return join_path(home, ".cache/selaras");
  return {};
}

std::string user_config_file() {
  if (const auto configs = environment("XDG_CONFIG_HOME"); configs.starts_with('/')) return join_path(configs, "selaras/selaras.yaml");
  if (const auto home = environment("HOME"); home.starts_with('/')) return join_path(home, ".config/selaras/selaras.yaml");
  return {};
}

Date today() {
  const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return Date::from_days(static_cast<int32_t>(now.time_since_epoch().count()));
}

bool apply(const CommonOptions& options, Workspace& workspace, Diagnostics& diagnostics) {
  bool fine = true;
  const auto refuse = [&](std::string_view option, const std::string& value, std::string remedy) {
    diagnostics.file_error("selaras", fmt::format("--{} does not take '{}'", option, value), std::move(remedy));
    fine = false;
  };
  if (!options.as_of.empty()) {
    workspace.as_of = Date::parse_iso(options.as_of);
    if (!workspace.as_of) refuse("as-of", options.as_of, "write a day as YYYY-MM-DD");
  }
  if (!options.fail_on.empty()) {
    workspace.fail_on = severity_named(options.fail_on);
    static constexpr std::array<std::string_view, 5> levels = {"blocker", "major", "minor", "note", "never"};
    if (!workspace.fail_on && options.fail_on != "never") refuse("fail-on", options.fail_on, suggestion(options.fail_on, levels));
  }
  if (options.profile == "clearance") workspace.profile = Profile::clearance;
  if (options.profile == "draft") workspace.profile = Profile::draft;
  return fine;
}

void apply_check_levels(const Workspace& workspace, CheckRules& checks, Diagnostics& diagnostics) {
  for (const auto& [id, severity] : workspace.checks) {
    const bool known = is_waiver_check(id) || (severity ? checks.set_severity(id, *severity) : checks.disable(id));
    if (known) continue;
    std::vector<std::string_view> ids;
    for (const auto& rule : checks.all()) ids.push_back(rule.id);
    diagnostics.file_error(workspace.file, fmt::format("unknown check '{}'", id), suggestion(id, ids));
  }
}

DataFolders data_folders_of(const FileSystem& files, const Workspace& workspace) { return data_folders(files, workspace, executable()); }

std::unique_ptr<Library> load_library(DiskFileSystem& files, const CommonOptions& options, const DataFolders& folders, Diagnostics& diagnostics) {
  const LibraryCache cache{files, cache_folder(options)};
  return Library::load(files, folders, diagnostics, cache.folder.empty() ? nullptr : &cache);
}

void add_choice(CLI::App& app, const std::string& names, std::string& into, const std::string& help, std::vector<std::string> choices) {
  const std::string value = fmt::format("{}", fmt::join(choices, "|"));  // what completion offers
  auto* option = app.add_option(names, into, help)->type_name(value);
  option->check([choices = std::move(choices)](const std::string& word) {
    const std::vector<std::string_view> known(choices.begin(), choices.end());
    if (std::find(known.begin(), known.end(), word) != known.end()) return std::string();
    return fmt::format("'{}' is not taken: {}", word, suggestion(word, known));
  });
}

void add_config_option(CLI::App& app, CommonOptions& options) {
  app.add_option("-c,--config", options.config, "Workspace file (default: nearest selaras.yaml)")->type_name("FILE");
}

void add_common_options(CLI::App& app, CommonOptions& options) {
  add_config_option(app, options);
  app.add_option("--as-of", options.as_of, "Judge every message as of this day instead of its publish date")->type_name("DATE");
  app.add_option("--fail-on", options.fail_on, "Exit with 1 at this level or above (default: major)")->type_name("blocker|major|minor|note|never");
  add_choice(app, "--profile", options.profile, "Which severity of a check holds (default: draft)", {"draft", "clearance"});
  add_choice(app, "--color", options.colour, "Colour findings (default: auto, on a terminal)", {"auto", "always", "never"});
  app.add_option("-j,--jobs", options.jobs, "Threads (default: all cores)");
  app.add_flag("--no-config", options.no_config, "No workspace file, not even the user's own");
  app.add_flag("--no-cache", options.no_cache, "Read the rules from their files, and keep nothing (also SELARAS_CACHE=off)");
  app.add_option("--cache-dir", options.cache_folder, "Where to keep compiled rules and results (also SELARAS_CACHE)")->type_name("FOLDER");
}

std::unique_ptr<Session> load_session(const CommonOptions& options, const std::string& start) {
  auto session = std::make_unique<Session>();
  session->refused = !options.config.empty() && !session->files.is_file(options.config);
  session->tree = std::make_unique<WorkspaceTree>(session->files, user_config_file());
  auto& told = session->diagnostics;
  auto& tree = *session->tree;
  session->workspace = options.no_config ? *WorkspaceTree::defaults() : options.config.empty() ? *tree.holding(start, told) : *tree.of_file(options.config, told);
  if (!apply(options, session->workspace, told)) session->refused = true;
  session->folders = data_folders_of(session->files, session->workspace);
  session->library = load_library(session->files, options, session->folders, told);
  if (session->library) {
    session->checks_as_written = session->library->checks();
    apply_check_levels(session->workspace, session->library->checks(), told);
  }
  session->broken = told.has_errors();
  print(told);
  return session;
}

std::unique_ptr<Session> open_session(const CommonOptions& options, const std::string& start) {
  auto session = load_session(options, start);
  return session->usable() ? std::move(session) : nullptr;
}

Run Session::run(const CommonOptions& options, std::function<void(size_t, size_t)> progress) const {
  RunOptions run_options;
  run_options.jobs = options.jobs == 0 ? std::max(1U, std::thread::hardware_concurrency()) : options.jobs;
  run_options.progress = std::move(progress);
  return Run(files, *library, workspace, run_options);
}

Style terminal_style(const std::string& colour) {
  const bool terminal = isatty(STDOUT_FILENO) != 0;
  const bool dumb = environment("TERM") == "dumb";
  Style style;
  style.colour = colour == "always" || (colour == "auto" && !environment_says("NO_COLOR") &&
                                         ((terminal && !dumb) || environment_forces("CLICOLOR_FORCE") || environment_forces("FORCE_COLOR")));
  style.width = kDefaultWidth;
  winsize size{};
  if (terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) style.width = size.ws_col;
  style.width = std::clamp(columns_of_environment().value_or(style.width), kNarrowest, kWidest);
  return style;
}

std::function<void(size_t, size_t)> progress_line() {
  if (isatty(STDERR_FILENO) == 0) return {};
  const auto start = std::chrono::steady_clock::now();
  return [start, shown = start](size_t done, size_t of) mutable {
    const auto now = std::chrono::steady_clock::now();
    if (now - start < std::chrono::seconds(1) || now - shown < std::chrono::milliseconds(100)) return;
    shown = now;
    write_error(fmt::format("\r{} of {} messages", done, of));
  };
}

void clear_progress() {
  if (isatty(STDERR_FILENO) != 0) write_error("\r\033[K");
}

void print(const Diagnostics& diagnostics) {
  for (const auto& diagnostic : diagnostics.all()) write_error(printable(to_line(diagnostic)) + "\n");
}

void complain(std::string_view what) { write_error(printable(fmt::format("selaras: error: {}", what)) + "\n"); }

void print_warning(std::string_view what) { write_error(printable(fmt::format("selaras: warning: {}", what)) + "\n"); }

void write_out(const std::string& text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0) return;
  if (errno == EPIPE) std::_Exit(kBrokenPipe);
  complain(fmt::format("standard output cannot be written: {} (make room, or name another file)", std::strerror(errno)));
  std::_Exit(kFailed);
}

std::vector<std::string> message_paths(const std::vector<std::string>& given, const Workspace& workspace) {
  if (!given.empty()) return given;
  if (!workspace.messages.empty()) return workspace.messages;
  return {"."};
}

std::optional<GivenText> read_standard_input(const std::string& name, Diagnostics& diagnostics) {
  std::string text;
  std::array<char, 65536> buffer{};
  while (const size_t got = std::fread(buffer.data(), 1, buffer.size(), stdin)) {
    text.append(buffer.data(), got);
    if (text.size() > kMessageLimit) {
      diagnostics.file_error(name, std::string(fault_message(FileFault::too_large)), std::string(fault_remedy(FileFault::too_large)));
      return std::nullopt;
    }
  }
  if (std::ferror(stdin) != 0) {
    diagnostics.file_error(name, "standard input cannot be read", "check what is piped into the program");
    return std::nullopt;
  }
  MemoryFileSystem memory;
  memory.add(name, text);
  if (!load_text(memory, name, kMessageLimit, diagnostics)) return std::nullopt;
  return GivenText{name, std::move(text)};
}

}  // namespace selaras
