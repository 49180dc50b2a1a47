#include "engine/unified_diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace selaras {
namespace {

constexpr uint32_t kContext = 3;

/// Whole lines that are replaced together: lines [first, last] of the file, from 1.
struct Change {
  uint32_t first = 0, last = 0;
  std::string text;  // what stands there afterwards
};

/// Lines with their line breaks.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    lines.push_back(text.substr(0, end == std::string_view::npos ? end : end + 1));
    text.remove_prefix(lines.back().size());
  }
  return lines;
}

uint32_t end_of_line(const SourceFile& file, uint32_t line) {
  const bool is_last = line >= file.line_count();
  return is_last ? static_cast<uint32_t>(file.text().size()) : file.line_start(line + 1);
}

/// Edits whose lines meet become one change.
std::vector<Change> changes_of(const SourceFile& file, std::span<const TextEdit> edits) {
  std::vector<Change> changes;
  uint32_t copied = 0;  // of the file, up to here, into the last change
  const auto close = [&] {
    if (!changes.empty()) changes.back().text += file.text().substr(copied, end_of_line(file, changes.back().last) - copied);
  };
  for (const auto& edit : edits) {
    const uint32_t first = file.position(edit.replaces.begin).line;
    if (changes.empty() || first > changes.back().last) {
      close();
      changes.push_back({first, first, ""});
      copied = file.line_start(first);
    }
    changes.back().text += file.text().substr(copied, edit.replaces.begin - copied);
    changes.back().text += edit.text;
    changes.back().last = file.position(edit.replaces.end).line;
    copied = edit.replaces.end;
  }
  close();
  return changes;
}

class Hunk {
 public:
  Hunk(const std::vector<std::string_view>& lines, uint32_t old_first, uint32_t new_first) : lines_(lines), old_first_(old_first), new_first_(new_first), next_(old_first) {}

  void add(const Change& change) {
    context(change.first);
    for (; next_ <= change.last; ++next_, ++old_count_) line('-', lines_[next_ - 1]);
    for (const auto added : lines_of(change.text)) {
      line('+', added);
      ++new_count_;
    }
  }
  /// Up to a line, not including it.
  void context(uint32_t end) {
    for (; next_ < end && next_ <= lines_.size(); ++next_, ++old_count_, ++new_count_) line(' ', lines_[next_ - 1]);
  }
  std::string text() const { return fmt::format("@@ -{},{} +{},{} @@\n{}", old_first_, old_count_, new_first_, new_count_, out_); }
  /// By how many lines what follows has moved.
  int64_t moved() const { return static_cast<int64_t>(new_count_) - static_cast<int64_t>(old_count_); }

 private:
  void line(char sign, std::string_view text) {
    out_ += sign;
    out_ += text;
    if (!text.ends_with('\n')) out_ += "\n\\ No newline at end of file\n";
  }

  const std::vector<std::string_view>& lines_;
  uint32_t old_first_, new_first_, next_;
  uint32_t old_count_ = 0, new_count_ = 0;
  std::string out_;
};

}  // namespace

std::string unified_diff(const SourceFile& file, std::span<const TextEdit> edits) {
  const auto changes = changes_of(file, edits);
  if (changes.empty()) return {};
  const auto lines = lines_of(file.text());
  std::string out = fmt::format("--- a/{0}\n+++ b/{0}\n", file.path());
  int64_t moved = 0;
  for (size_t i = 0; i < changes.size();) {
    const uint32_t first = changes[i].first > kContext ? changes[i].first - kContext : 1;
    Hunk hunk(lines, first, static_cast<uint32_t>(first + moved));
    uint32_t last = 0;
    do {
      hunk.add(changes[i]);
      last = changes[i].last;
      ++i;
    } while (i < changes.size() && changes[i].first <= last + 2 * kContext);
    hunk.context(last + kContext + 1);
    moved += hunk.moved();
    out += hunk.text();
  }
  return out;
}

}  // namespace selaras
