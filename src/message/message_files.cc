#include <algorithm>
#include <set>

#include "message/reader.h"

namespace selaras {
namespace {

constexpr std::string_view kExtension = ".md";
constexpr size_t kDeepestFolder = 64;

bool is_passed_by(const DirectoryEntry& entry) {
  return entry.is_symlink || entry.name.starts_with('.') || (entry.is_directory && entry.name == "node_modules");
}

/// `a//b/./c/` and `a/b/c` are one path. `..` stays: what it leads to depends on links.
std::string normalised(const std::string& path) {
  std::string out = path.starts_with('/') ? "/" : "";
  for (size_t begin = 0; begin < path.size();) {
    const size_t end = std::min(path.find('/', begin), path.size());
    const std::string part = path.substr(begin, end - begin);
    if (!part.empty() && part != ".") out = out == "/" ? out + part : join_path(out, part);
    begin = end + 1;
  }
  return out.empty() ? "." : out;
}

class Finder {
 public:
  Finder(const FileSystem& files, Diagnostics& diagnostics) : files_(files), diagnostics_(diagnostics) {}

  void take(const std::string& path) {
    if (files_.is_directory(path)) return take_folder(path);
    if (files_.is_file(path)) return take_file(path);
    const auto content = files_.read(path, 0);
    const auto* fault = std::get_if<FileFault>(&content);
    report(path, fault != nullptr ? *fault : FileFault::not_a_file);
  }

  std::vector<std::string> found() { return {found_.begin(), found_.end()}; }

 private:
  void take_file(const std::string& path) {
    if (path.ends_with(kExtension)) {
      found_.insert(path);
    } else {
      diagnostics_.file_error(path, "this is not a message file", "name a Markdown file (*.md) or a folder of them");
    }
  }

  void take_folder(const std::string& path) {
    const size_t errors_before = diagnostics_.error_count();
    const bool any = walk(path, 1);
    if (any || diagnostics_.error_count() > errors_before) return;
    diagnostics_.file_error(path, "no message file (*.md) in this folder", "check the path, or put messages there");
  }

  bool walk(const std::string& folder, size_t depth) {
    if (depth > kDeepestFolder) {
      diagnostics_.file_error(folder, "folders nested deeper than 64 levels", "name the folder that holds the messages");
      return false;
    }
    const auto listed = files_.list(folder);
    if (const auto* fault = std::get_if<FileFault>(&listed)) {
      report(folder, *fault);
      return false;
    }
    bool any = false;
    for (const DirectoryEntry& entry : std::get<std::vector<DirectoryEntry>>(listed)) {
      if (is_passed_by(entry)) continue;
      const std::string path = join_path(folder, entry.name);
      if (entry.is_directory) {
        any = walk(path, depth + 1) || any;
      } else if (entry.name.ends_with(kExtension)) {
        found_.insert(path);
        any = true;
      }
    }
    return any;
  }

  void report(const std::string& path, FileFault fault) {
    diagnostics_.file_error(path, std::string(fault_message(fault)), std::string(fault_remedy(fault)));
  }

  const FileSystem& files_;
  Diagnostics& diagnostics_;
  std::set<std::string> found_;
};

}  // namespace

std::vector<std::string> find_message_files(const FileSystem& files, const std::vector<std::string>& paths,
                                            Diagnostics& diagnostics) {
  Finder finder(files, diagnostics);
  for (const auto& path : paths) finder.take(normalised(path));
  return finder.found();
}

}  // namespace selaras
