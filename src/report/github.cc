// Workflow commands (docs.github.com, "Workflow commands for GitHub Actions"). GitHub shows ten annotations of a level per step and drops
// the rest without a word, so the worst come first and the rest is counted; the whole list stands in the log, where no text of a message
// can give a command.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/hash.h"
#include "report/formats.h"
#include "report/outward.h"
#include "report/wrap.h"

namespace selaras {
namespace {

constexpr size_t kPerLevel = 10;

/// The last notice is for what was left out.
constexpr size_t most_of(Level level) { return level == Level::note ? kPerLevel - 1 : kPerLevel; }

std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (const char c : as_utf8(text)) {
    const bool special = c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ','));
    if (special) {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  return out;
}

std::string_view command(Level level) { return level == Level::note ? "notice" : name(level); }

std::string annotation(const Finding& finding) {
  const auto start = finding.file->position(finding.span.begin);
  const auto end = finding.file->position(finding.span.end);
  return fmt::format("::{} file={},line={},endLine={},col={},endColumn={},title={}::{}\n", command(level_of(finding)),
                     escaped(finding.file->path(), true), start.line, end.line, start.column, end.column,
                     escaped(finding.code + " " + finding.check, true), escaped(finding.message, false));
}

std::string annotation(const Diagnostic& diagnostic) {
  std::string place = "file=" + escaped(diagnostic.path, true);
  if (diagnostic.start.line > 0) place += fmt::format(",line={},col={}", diagnostic.start.line, diagnostic.start.column);
  return fmt::format("::error {},title=selaras::{}\n", place, escaped(diagnostic.message + " (" + diagnostic.remedy + ")", false));
}

std::vector<const Finding*> worst_first(const Report& report) {
  auto findings = open_findings(report);
  std::stable_sort(findings.begin(), findings.end(), [](const Finding* a, const Finding* b) {
    return std::pair(level_of(*a), a->severity) > std::pair(level_of(*b), b->severity);
  });
  return findings;
}

/// The list for the log. While it is printed commands are switched off, until a word that the list cannot have: its own hash.
std::string log(const Report& report) {
  const std::string list = to_compact(report);
  const std::string word = Hasher().add(list).hex16();
  return fmt::format("::group::selaras: all {} findings\n::stop-commands::{}\n{}::{}::\n::endgroup::\n", open_findings(report).size(), word,
                     as_utf8(list), word);
}

}  // namespace

std::string to_github(const Report& report) {
  std::string out;
  std::array<size_t, 3> shown{};
  size_t left_out = 0;
  const auto add = [&](Level level, const auto& told) {
    if (shown[static_cast<size_t>(level)]++ < most_of(level)) {
      out += annotation(told);
    } else {
      ++left_out;
    }
  };
  for (const auto* error : errors_of(report)) add(Level::error, *error);
  for (const auto* finding : worst_first(report)) add(level_of(*finding), *finding);
  if (left_out > 0) out += fmt::format("::notice title=selaras::{} more in the log and in the summary of the job\n", left_out);
  return out + log(report);
}

}  // namespace selaras
