#include "engine/git.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "engine/child_process.h"
#include "message/reader.h"

namespace selaras {
namespace {

namespace fs = std::filesystem;

constexpr size_t kOutputLimit = 512U << 20U;

std::vector<std::string> split_at_nul(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\0'), text.size());
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::string first_line(std::string_view text) { return std::string(text.substr(0, text.find('\n'))); }

/// git in `folder`, deaf to what the repository's own settings would make it run.
std::vector<std::string> command_in(const std::string& folder, const std::vector<std::string>& arguments) {
  std::vector<std::string> command = {"git", "-C", folder, "-c", "core.fsmonitor=false", "-c", "core.quotePath=false", "--no-pager"};
  command.insert(command.end(), arguments.begin(), arguments.end());
  return command;
}

/// The path without links on its way, the file itself as it is named.
fs::path real_place(const fs::path& path) {
  std::error_code error;
  fs::path absolute = fs::absolute(path, error).lexically_normal();
  if (!absolute.has_filename()) absolute = absolute.parent_path();  // a slash stood at its end
  return fs::weakly_canonical(absolute.parent_path(), error) / absolute.filename();
}

}  // namespace

std::optional<std::string> path_below(const std::string& root, const std::string& path) {
  const std::string place = real_place(path).string();
  const std::string prefix = root.ends_with('/') ? root : root + "/";
  if (place == root) return std::string();
  if (!place.starts_with(prefix)) return std::nullopt;
  return place.substr(prefix.size());
}

std::optional<GitTree> GitTree::holding(const std::string& folder, Diagnostics& diagnostics) {
  const auto asked = run_process(command_in(folder, {"rev-parse", "--show-toplevel"}), {}, kOutputLimit);
  if (!asked) {
    diagnostics.file_error(folder, "git cannot be run", "install git, or name the messages");
    return std::nullopt;
  }
  if (asked->code != 0) {
    diagnostics.file_error(folder, "no working tree of git here", fmt::format("git says: {}", first_line(asked->error)));
    return std::nullopt;
  }
  std::string root = asked->out;
  if (root.ends_with('\n')) root.pop_back();
  std::error_code error;
  return GitTree(fs::weakly_canonical(root, error).string());
}

std::optional<std::string> GitTree::ask(const std::vector<std::string>& arguments, const std::string& what, const std::string& remedy,
                                        Diagnostics& diagnostics, const std::string& input) const {
  auto answer = run_process(command_in(root_, arguments), input, kOutputLimit);
  if (answer && answer->code == 0) return std::move(answer->out);
  const std::string said = answer ? first_line(answer->error) : "cannot be run, or says too much";
  diagnostics.file_error(root_, said.empty() ? what : fmt::format("{} (git: {})", what, said), remedy);
  return std::nullopt;
}

std::optional<std::vector<std::string>> GitTree::changed_since(const std::string& commit, Diagnostics& diagnostics) const {
  const std::string remedy = "name a commit, branch or tag of this repository that shares history with what is checked out";
  const auto known = ask({"rev-parse", "--verify", "--quiet", "--end-of-options", commit + "^{commit}"}, fmt::format("there is no commit '{}'", commit), remedy, diagnostics);
  if (!known) return std::nullopt;
  const std::string hash = first_line(*known);
  const auto differing = ask({"diff", "--merge-base", "--name-only", "-z", "--no-ext-diff", "--no-textconv", "--no-renames", "--ignore-submodules", hash, "--"},
                             fmt::format("what changed since '{}' cannot be told", commit), remedy, diagnostics);
  if (!differing) return std::nullopt;
  const auto unknown = ask({"ls-files", "--others", "--exclude-standard", "-z"}, "the new files cannot be listed", "run `git status`", diagnostics);
  if (!unknown) return std::nullopt;
  auto all = split_at_nul(*differing);
  for (auto& path : split_at_nul(*unknown)) all.push_back(std::move(path));
  std::sort(all.begin(), all.end());
  return all;
}

std::optional<std::vector<std::string>> GitTree::staged(Diagnostics& diagnostics) const {
  const auto differing = ask({"diff", "--cached", "--name-only", "-z", "--no-ext-diff", "--no-textconv", "--no-renames", "--diff-filter=d", "--ignore-submodules", "--"},
                             "what is staged cannot be told", "run `git status`", diagnostics);
  if (!differing) return std::nullopt;
  return split_at_nul(*differing);
}

std::optional<GitTree::Contents> GitTree::staged_where_different(Diagnostics& diagnostics) const {
  const std::string what = "what is staged cannot be read";
  const std::string remedy = "run `git fsck`";
  const auto listed = ask({"diff-files", "--name-only", "-z", "--no-ext-diff", "--ignore-submodules", "--"}, what, remedy, diagnostics);
  if (!listed) return std::nullopt;
  Contents contents;
  std::string questions;
  const auto paths = split_at_nul(*listed);
  for (const auto& path : paths) questions += ":" + path + '\0';
  if (questions.empty()) return contents;
  const auto objects = ask({"cat-file", "--batch", "-z"}, what, "staged content needs git 2.38 or newer", diagnostics, questions);
  if (!objects) return std::nullopt;
  std::string_view rest = *objects;
  for (const auto& path : paths) {  // `<object> <type> <size>`, a line feed, the content, a line feed; or `:<path> missing`
    const std::string missing = ":" + path + " missing\n";
    if (rest.starts_with(missing)) {
      rest.remove_prefix(missing.size());
      contents[path] = std::nullopt;
      continue;
    }
    const size_t end = rest.find('\n');
    const size_t space = rest.substr(0, end).rfind(' ');
    size_t size = 0;
    const bool told = end != std::string_view::npos && space != std::string_view::npos &&
                      std::from_chars(rest.data() + space + 1, rest.data() + end, size).ec == std::errc{} && end + 1 + size < rest.size();
    if (!told) {
      diagnostics.file_error(root_, what, remedy);
      return std::nullopt;
    }
    contents[path] = std::string(rest.substr(end + 1, size));
    rest.remove_prefix(end + 1 + size + 1);
  }
  return contents;
}

StagedFiles::StagedFiles(const FileSystem& disk, std::string root, GitTree::Contents different)
    : disk_(disk), root_(std::move(root)), different_(std::move(different)) {}

const std::optional<std::string>* StagedFiles::of(const std::string& path) const {
  if (different_.empty()) return nullptr;
  const auto below = path_below(root_, path);
  const auto found = below ? different_.find(*below) : different_.end();
  return found == different_.end() ? nullptr : &found->second;
}

std::variant<std::string, FileFault> StagedFiles::read(const std::string& path, size_t limit) const {
  const auto* staged = of(path);
  if (staged == nullptr) return disk_.read(path, limit);
  if (!*staged) return FileFault::missing;
  if ((*staged)->size() > limit) return FileFault::too_large;
  return **staged;
}

bool StagedFiles::is_file(const std::string& path) const {
  const auto* staged = of(path);
  return staged == nullptr ? disk_.is_file(path) : staged->has_value();
}

std::optional<FileFault> StagedFiles::replace(const std::string&, std::string_view) { return FileFault::not_writable; }

}  // namespace selaras
