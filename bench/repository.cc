// What a CI job pays: the whole program over a repository of 5,000 messages, CPU seconds and peak memory, beside ripgrep with fifty patterns on the same
// files; the program again with everything kept. Median of RUNS (default 3). It asserts nothing; docs/performance.md says what is aimed at.
//
//   repository [--files N] [--runs N]
#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "message_repository.h"

extern char** environ;

namespace selaras::bench {
namespace {

namespace fs = std::filesystem;

struct Cost {
  double wall = 0;    // seconds
  double cpu = 0;     // seconds, user and system
  double memory = 0;  // MiB, at its highest
};

double seconds(const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; }

/// Output goes nowhere; nullopt when the program cannot be run or says 2.
std::optional<Cost> run(const std::vector<std::string>& command) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::vector<char*> arguments;
  for (const auto& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const auto begin = std::chrono::steady_clock::now();
  pid_t child = 0;
  const int failed = posix_spawnp(&child, arguments.front(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  int status = 0;
  rusage used{};
  if (failed != 0 || wait4(child, &status, 0, &used) != child || !WIFEXITED(status) || WEXITSTATUS(status) > 1) return std::nullopt;
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - begin;
  return Cost{wall.count(), seconds(used.ru_utime) + seconds(used.ru_stime), static_cast<double>(used.ru_maxrss) / 1024};
}

std::optional<Cost> median(const std::vector<std::string>& command, size_t runs) {
  std::vector<Cost> costs;
  for (size_t i = 0; i < runs; ++i) {
    const auto cost = run(command);
    if (!cost) return std::nullopt;
    costs.push_back(*cost);
  }
  std::sort(costs.begin(), costs.end(), [](const Cost& a, const Cost& b) { return a.cpu < b.cpu; });
  return costs[costs.size() / 2];
}

void row(std::string_view what, const std::optional<Cost>& cost) {
  if (!cost) return fmt::print("{:<58} cannot be run\n", what);
  fmt::print("{:<58} {:>8.2f} {:>8.2f} {:>9.1f}\n", what, cost->wall, cost->cpu, cost->memory);
}

size_t number_after(int argc, char** argv, std::string_view name, size_t otherwise) {
  for (int i = 1; i + 1 < argc; ++i) {
    if (argv[i] == name) return std::strtoul(argv[i + 1], nullptr, 10);
  }
  return otherwise;
}

int measure(int argc, char** argv) {
  const size_t files = number_after(argc, argv, "--files", 5000);
  const size_t runs = std::max<size_t>(1, number_after(argc, argv, "--runs", 3));
  std::string name = (fs::temp_directory_path() / "selaras-repository-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) return 2;
  const fs::path folder = name;
  const size_t bytes = write_message_repository((folder / "messages").string(), files);
  std::ofstream patterns(folder / "patterns");
  for (const auto& term : searched_terms()) patterns << "\\b" << term << "\\b\n";
  patterns.close();
  const std::string program = (fs::read_symlink("/proc/self/exe").parent_path().parent_path() / "selaras").string();
  const std::string messages = (folder / "messages").string();
  const auto check = [&](std::vector<std::string> more) {
    std::vector<std::string> command = {program, "check", "--no-config", "--fail-on", "never", messages};
    command.insert(command.end(), more.begin(), more.end());
    return command;
  };
  setenv("SELARAS_CACHE", (folder / "rules").c_str(), 1);
  run(check({"-f", "json"}));  // compiles the rules, and warms the disk
  fs::remove(folder / "rules" / "results.sqlite");
  const auto fresh = [&](std::vector<std::string> more) {  // without results of an earlier run
    auto command = check(std::move(more));
    std::vector<Cost> costs;
    for (size_t i = 0; i < runs; ++i) {
      fs::remove(folder / "rules" / "results.sqlite");
      if (const auto cost = run(command)) costs.push_back(*cost);
    }
    std::sort(costs.begin(), costs.end(), [](const Cost& a, const Cost& b) { return a.cpu < b.cpu; });
    return costs.empty() ? std::nullopt : std::optional<Cost>(costs[costs.size() / 2]);
  };
  fmt::print("{} messages, {} bytes, median of {}\n\n{:<58} {:>8} {:>8} {:>9}\n", files, bytes, runs, "", "wall s", "CPU s", "peak MiB");
  row("ripgrep, 50 patterns", median({"rg", "-i", "-f", (folder / "patterns").string(), "--no-heading", "-n", messages}, runs));
  row("selaras check -f sarif", fresh({"-f", "sarif"}));
  row("selaras check -f sarif, one thread", fresh({"-f", "sarif", "-j", "1"}));
  row("selaras check -f json", fresh({"-f", "json"}));
  row("selaras check -f compact", fresh({"-f", "compact"}));
  run(check({"-f", "compact"}));
  row("selaras check -f compact, nothing changed", median(check({"-f", "compact"}), runs));
  row("selaras check -f json, nothing changed", median(check({"-f", "json"}), runs));
  row("selaras check -f sarif, nothing changed", median(check({"-f", "sarif"}), runs));
  fs::remove_all(folder);
  return 0;
}

}  // namespace
}  // namespace selaras::bench

int main(int argc, char** argv) { return selaras::bench::measure(argc, argv); }
