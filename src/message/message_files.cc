#include <algorithm>
#include <set>

#include "message/message_search.h"
#include "message/reader.h"

namespace selaras {
namespace {

constexpr std::string_view kExtension = ".md";
constexpr size_t kDeepestFolder = 64;

bool is_passed_by(const DirectoryEntry& entry) {
  return entry.is_symlink || entry.name.starts_with('.') || (entry.is_directory && entry.name == "node_modules");
}

}  // namespace

std::string normalised_path(const std::string& path) {
  std::string out = path.starts_with('/') ? "/" : "";
  for (size_t begin = 0; begin < path.size();) {
    const size_t end = std::min(path.find('/', begin), path.size());
    const std::string part = path.substr(begin, end - begin);
    if (!part.empty() && part != ".") out = out == "/" ? out + part : join_path(out, part);
    begin = end + 1;
  }
  return out.empty() ? "." : out;
}

namespace {

class Finder {
 public:
  Finder(const FileSystem& files, IgnoreOptions ignore, Diagnostics& diagnostics)
      : files_(files), ignore_(files, ignore, diagnostics), diagnostics_(diagnostics) {}

  void take(const std::string& path) {
    if (files_.is_directory(path)) return take_folder(path);
    if (files_.is_file(path)) return take_file(path);
    const auto content = files_.read(path, 0);
    const auto* fault = std::get_if<FileFault>(&content);
    report(path, fault != nullptr ? *fault : FileFault::not_a_file);
  }

  std::vector<std::string> found() { return {found_.begin(), found_.end()}; }
  std::vector<LeftOutFile> left_out() { return std::move(left_out_); }

 private:
  void take_file(const std::string& path) {
    if (auto where = ignore_.named_but_left_out(path)) {
      left_out_.push_back({path, std::move(*where)});
    } else if (path.ends_with(kExtension)) {
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
      const bool of_interest = entry.is_directory || entry.name.ends_with(kExtension);
      if (of_interest && ignore_.leaves_out(path, entry.is_directory)) {
        any = true;  // left out on purpose: nothing is missing
      } else if (entry.is_directory) {
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
  IgnoreFiles ignore_;
  Diagnostics& diagnostics_;
  std::set<std::string> found_;
  std::vector<LeftOutFile> left_out_;
};

}  // namespace

std::vector<std::string> find_message_files(const FileSystem& files, const std::vector<std::string>& paths,
                                            Diagnostics& diagnostics) {
  return find_messages(files, paths, {false, false}, diagnostics).paths;
}

MessageSearch find_messages(const FileSystem& files, const std::vector<std::string>& paths, IgnoreOptions ignore, Diagnostics& diagnostics) {
  Finder finder(files, ignore, diagnostics);
  for (const auto& path : paths) finder.take(normalised_path(path));
  return {finder.found(), finder.left_out()};
}

}  // namespace selaras
