#include "engine/inline_waiver.h"

#include <algorithm>

namespace selaras {
namespace {

constexpr std::string_view kBegin = "<!--";
constexpr std::string_view kKey = "selaras-waive:";
constexpr std::string_view kEnd = "-->";
constexpr std::string_view kBlank = " \t\r\n,";

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

/// The lines without a blank one between them that hold `at`, none before `first`.
Span lines_around(std::string_view text, size_t first, size_t at) {
  size_t begin = std::max(first, text.rfind('\n', at) + 1);
  while (begin > first + 1) {
    const size_t before = text.rfind('\n', begin - 2) + 1;
    if (before < first || is_blank(text.substr(before, begin - 1 - before))) break;
    begin = before;
  }
  size_t end = std::min(text.find('\n', at), text.size());
  while (end < text.size()) {
    const size_t next = std::min(text.find('\n', end + 1), text.size());
    if (is_blank(text.substr(end + 1, next - end - 1))) break;
    end = next;
  }
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

Span covered(std::string_view text, size_t first, Span comment) {
  Span around = lines_around(text, first, comment.begin);
  around.end = std::max(around.end, comment.end);
  const bool alone = is_blank(slice(text, {around.begin, comment.begin})) && is_blank(slice(text, {comment.end, around.end}));
  if (!alone) return around;
  const size_t next = text.find_first_not_of(" \t\r\n", comment.end);
  return next == std::string_view::npos ? around : cover(around, lines_around(text, first, next));
}

}  // namespace

std::vector<InlineWaiver> inline_waivers(const std::shared_ptr<const SourceFile>& file, Span body, const std::string& message_id) {
  std::vector<InlineWaiver> found;
  const auto text = file->text().substr(0, body.end);
  for (size_t at = text.find(kBegin, body.begin); at != std::string_view::npos; at = text.find(kBegin, at + 1)) {
    const size_t end = text.find(kEnd, at);
    if (end == std::string_view::npos) break;
    std::string_view inside = text.substr(at + kBegin.size(), end - at - kBegin.size());
    inside.remove_prefix(std::min(inside.find_first_not_of(kBlank), inside.size()));
    if (!inside.starts_with(kKey)) continue;
    const Span comment{static_cast<uint32_t>(at), static_cast<uint32_t>(end + kEnd.size())};
    inside.remove_prefix(kKey.size());
    while (!inside.empty()) {
      inside.remove_prefix(std::min(inside.find_first_not_of(kBlank), inside.size()));
      const std::string_view id = inside.substr(0, inside.find_first_of(kBlank));
      if (!id.empty()) found.push_back({std::string(id), message_id, file, comment, covered(text, body.begin, comment)});
      inside.remove_prefix(id.size());
    }
  }
  return found;
}

}  // namespace selaras
