#include "message/dialogue.h"

#include <map>
#include <set>

#include "text/fold.h"

namespace selaras {
namespace {

constexpr size_t kShortestExchange = 3;  // lines: A, B, A

bool opens(const Line& line) { return line.shape.opening && !line.shape.label; }

/// How often each name opens a line.
std::map<std::string, size_t> count_names(std::span<const Line> lines) {
  std::map<std::string, size_t> counts;
  for (const Line& line : lines) {
    if (opens(line)) ++counts[fold_key(line.shape.opening->name)];
  }
  return counts;
}

std::vector<bool> spoken_in_script(std::span<const Line> lines) {
  const auto counts = count_names(lines);
  std::set<std::string> in_capitals;
  for (const Line& line : lines) {
    if (opens(line) && line.shape.opening->capitals) in_capitals.insert(fold_key(line.shape.opening->name));
  }
  bool any = false;
  std::vector<bool> spoken(lines.size());
  for (size_t i = 0; i < lines.size(); ++i) {
    if (!opens(lines[i])) continue;
    const Opening& opening = *lines[i].shape.opening;
    const bool comes_back = counts.at(fold_key(opening.name)) > 1;
    spoken[i] = comes_back || opening.label || (opening.capitals && in_capitals.size() > 1);
    any = any || spoken[i];
  }
  // A part with one line only, before somebody whose part is sure.
  for (size_t i = 0; any && i < lines.size(); ++i) {
    const bool before_speech = i + 1 < lines.size() && spoken[i + 1];
    if (opens(lines[i]) && (before_speech || lines[i].shape.opening->capitals)) spoken[i] = true;
  }
  return spoken;
}

bool is_exchange(std::span<const Line> run) {
  if (run.size() < kShortestExchange) return false;
  const auto counts = count_names(run);
  return counts.size() > 1 && counts.size() < run.size();
}

/// Outside scripts only an unbroken exchange between two or more counts.
std::vector<bool> spoken_in_prose(std::span<const Line> lines, std::span<const MarkdownBlock> blocks) {
  std::vector<bool> spoken(lines.size());
  for (size_t begin = 0; begin < lines.size();) {
    size_t end = begin;
    while (end < lines.size() && opens(lines[end]) && blocks[lines[end].block].kind == MarkdownBlock::Kind::paragraph) ++end;
    if (is_exchange(lines.subspan(begin, end - begin))) {
      for (size_t i = begin; i < end; ++i) spoken[i] = true;
    }
    begin = end + 1;
  }
  return spoken;
}

}  // namespace

bool is_script(Channel channel) { return channel == Channel::radio || channel == Channel::video || channel == Channel::speech; }

std::vector<bool> spoken_lines(std::span<const Line> lines, std::span<const MarkdownBlock> blocks, Channel channel) {
  return is_script(channel) ? spoken_in_script(lines) : spoken_in_prose(lines, blocks);
}

}  // namespace selaras
