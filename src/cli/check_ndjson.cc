#include "cli/check_ndjson.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <thread>

#include "cli/line_reader.h"
#include "engine/check_line.h"
#include "report/json_line.h"

namespace selaras {
namespace {

constexpr size_t kLinesAThread = 32;
constexpr size_t kBatchBytes = 4U << 20U;

std::string answered(const std::variant<Report, LineRefusal>& answer) {
  if (const auto* report = std::get_if<Report>(&answer)) return to_json_line(*report);
  const auto& refusal = std::get<LineRefusal>(answer);
  return error_json_line(refusal.id, fmt::format("{} ({})", refusal.what, refusal.remedy));
}

/// The lines that can be had at once, at least one; false at the end of the input.
bool next_batch(LineReader& reader, size_t most, std::vector<std::string>& lines) {
  lines.clear();
  std::string line;
  size_t bytes = 0;
  while (lines.size() < most && bytes < kBatchBytes && (lines.empty() || reader.ready()) && reader.next(line)) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    bytes += line.size();
    lines.push_back(std::move(line));
  }
  return !lines.empty();
}

/// Each line's answer in the place of the line.
void answer_all(std::vector<std::string>& lines, std::vector<std::unique_ptr<LineChecker>>& checkers) {
  std::atomic<size_t> next = 0;
  const auto work = [&](LineChecker& checker) {
    for (size_t i = next++; i < lines.size(); i = next++) lines[i] = answered(checker.check(lines[i]));
  };
  std::vector<std::jthread> pool;
  for (size_t i = 1; i < std::min(checkers.size(), lines.size()); ++i) pool.emplace_back([&, i] { work(*checkers[i]); });
  work(*checkers.front());
}

}  // namespace

int check_ndjson(const Session& session, const CommonOptions& options) {
  const Setting setting{*session.library, session.library->checks(), session.workspace.profile, session.workspace.as_of};
  const unsigned jobs = options.jobs == 0 ? std::max(1U, std::thread::hardware_concurrency()) : options.jobs;
  std::vector<std::unique_ptr<LineChecker>> checkers;
  for (unsigned i = 0; i < jobs; ++i) checkers.push_back(std::make_unique<LineChecker>(setting));
  LineReader reader(STDIN_FILENO, LineChecker::kLineLimit);
  std::vector<std::string> lines;
  while (next_batch(reader, jobs * kLinesAThread, lines)) {
    answer_all(lines, checkers);
    std::string text;
    for (const auto& answer : lines) text.append(answer).push_back('\n');
    write_out(text);
  }
  if (reader.failed()) complain("standard input cannot be read (check what is piped into the program)");
  return reader.failed() || session.broken ? kFailed : kClean;
}

}  // namespace selaras
