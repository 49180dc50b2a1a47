#include "language/wording.h"

namespace selaras {
namespace {

/// Fills up to `end`, or up to the bracket that closes this part. `whole` turns false when a slot is empty.
std::string fill_part(std::string_view pattern, size_t& at, const SlotValues& values, bool& whole) {
  std::string text;
  while (at < pattern.size() && pattern[at] != ']') {
    const char c = pattern[at++];
    if (c == '[') {
      bool inner_whole = true;
      const std::string inner = fill_part(pattern, at, values, inner_whole);
      if (at < pattern.size()) ++at;
      if (inner_whole) text += inner;
      continue;
    }
    if (c != '{') {
      text += c;
      continue;
    }
    const size_t end = pattern.find('}', at);
    const auto value = values.find(pattern.substr(at, end - at));
    if (value == values.end() || value->second.empty()) {
      whole = false;
    } else {
      text += value->second;
    }
    at = end == std::string_view::npos ? pattern.size() : end + 1;
  }
  return text;
}

}  // namespace

std::string fill(std::string_view pattern, const SlotValues& values) {
  size_t at = 0;
  bool whole = true;
  return fill_part(pattern, at, values, whole);
}

}  // namespace selaras
