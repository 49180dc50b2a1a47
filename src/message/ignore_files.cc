#include "message/ignore_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace selaras {
namespace {

constexpr size_t kLimit = 64U << 10U;  // every path is held against every line
constexpr size_t kMostLines = 5000;
constexpr const char* kOwn = ".selarasignore";
constexpr const char* kVcs = ".gitignore";

std::string absolute(const std::string& path) {
  std::error_code error;
  const auto full = std::filesystem::absolute(path, error);
  std::string text = (error ? std::filesystem::path(path) : full).lexically_normal().string();
  if (text.size() > 2 && text.ends_with("/.")) text.pop_back();
  while (text.size() > 1 && text.ends_with('/')) text.pop_back();
  return text;
}

/// An absolute folder as it is named from here, where it lies below.
std::string named(const std::string& folder) {
  const std::string here = absolute(".");
  if (folder == here) return ".";
  const std::string prefix = here.ends_with('/') ? here : here + "/";
  return folder.starts_with(prefix) ? folder.substr(prefix.size()) : folder;
}

}  // namespace

IgnoreFiles::IgnoreFiles(const FileSystem& files, IgnoreOptions options, Diagnostics& diagnostics)
    : files_(files), options_(options), diagnostics_(diagnostics) {}

IgnoreFiles::~IgnoreFiles() = default;

void IgnoreFiles::read(const std::string& folder, const char* name, bool own, std::vector<Line>& lines) {
  const std::string path = join_path(named(folder), name);
  if (!files_.is_file(path)) return;
  auto text = files_.read(path, kLimit);
  if (const auto* fault = std::get_if<FileFault>(&text)) {
    const SourceFile nothing(path, "");
    diagnostics_.warning(nothing, {0, 0}, fmt::format("{}: nothing is left out by it", fault_message(*fault)), std::string(fault_remedy(*fault)));
    return;
  }
  std::string_view rest = std::get<std::string>(text);
  if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
  for (uint32_t number = 1; !rest.empty() && number <= kMostLines; ++number) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    if (auto pattern = IgnorePattern::parse(rest.substr(0, end))) lines.push_back({std::move(*pattern), own, number});
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  if (rest.empty()) return;
  const SourceFile nothing(path, "");
  diagnostics_.warning(nothing, {0, 0}, fmt::format("only its first {} lines count", kMostLines), "write fewer patterns");
}

/// Of the folder and of all above it, up to the root of a repository.
IgnoreFiles::Rules IgnoreFiles::rules_of(const std::string& folder) {
  if (const auto known = by_folder_.find(folder); known != by_folder_.end()) return known->second;
  auto rules = std::make_shared<FolderRules>();
  rules->folder = folder.ends_with('/') ? folder : folder + "/";
  if (options_.vcs) read(folder, kVcs, false, rules->lines);
  if (options_.own) read(folder, kOwn, true, rules->lines);
  const std::string git = join_path(named(folder), ".git");
  rules->ends = files_.is_directory(git) || files_.is_file(git);  // a file in a worktree of its own
  const std::string above = parent_path(folder);
  if (!rules->ends && above != folder) rules->above = rules_of(above);
  return by_folder_[folder] = rules;
}

IgnoreFiles::Decision IgnoreFiles::decide(const Rules& rules, const std::string& path, bool is_directory, bool own_only) const {
  for (const FolderRules* at = rules.get(); at != nullptr; at = at->above.get()) {
    const std::string_view below = std::string_view(path).substr(at->folder.size());
    for (auto line = at->lines.rbegin(); line != at->lines.rend(); ++line) {
      if ((line->own || !own_only) && line->pattern.matches(below, is_directory)) return {at, &*line};
    }
  }
  return {};
}

bool IgnoreFiles::leaves_out(const std::string& path, bool is_directory) {
  if (!options_.own && !options_.vcs) return false;
  const std::string full = absolute(path);
  const auto [rules, line] = decide(rules_of(parent_path(full)), full, is_directory, false);
  return line != nullptr && !line->pattern.negated();
}

std::optional<std::string> IgnoreFiles::named_but_left_out(const std::string& path) {
  if (!options_.own) return std::nullopt;
  const std::string full = absolute(path);
  for (size_t end = full.find('/', 1);; end = full.find('/', end + 1)) {
    const bool whole = end == std::string::npos;
    const std::string part = full.substr(0, end);
    const auto [rules, line] = decide(rules_of(parent_path(part)), part, !whole || files_.is_directory(path), true);
    if (line != nullptr && !line->pattern.negated()) return fmt::format("{}{}:{}", rules->folder, kOwn, line->number);
    if (whole) return std::nullopt;
  }
}

}  // namespace selaras
