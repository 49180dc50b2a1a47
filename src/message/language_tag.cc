#include <algorithm>

#include "message/front_matter.h"

namespace selaras {
namespace {

bool is_letter_ascii(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit_ascii(char c) { return c >= '0' && c <= '9'; }
char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
char to_upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

bool only_letters(std::string_view text) { return std::all_of(text.begin(), text.end(), is_letter_ascii); }

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), to_lower);
  return out;
}

/// RFC 5646 2.1.1: four letters are a script, two a region.
std::string in_usual_case(std::string_view subtag) {
  std::string out = lower(subtag);
  if (out.size() == 4 && only_letters(out)) out.front() = to_upper(out.front());
  if (out.size() == 2) std::transform(out.begin(), out.end(), out.begin(), to_upper);
  return out;
}

bool is_subtag(std::string_view text) {
  return !text.empty() && text.size() <= 8 &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_letter_ascii(c) || is_digit_ascii(c); });
}

}  // namespace

std::optional<std::string> language_tag(std::string_view written) {
  const size_t dash = written.find('-');
  const std::string_view primary = written.substr(0, dash);
  if (primary.size() < 2 || primary.size() > 3 || !only_letters(primary)) return std::nullopt;
  std::string tag = lower(primary);
  if (tag == "tl") tag = "fil";
  for (size_t at = dash; at != std::string_view::npos;) {
    const size_t next = written.find('-', at + 1);
    const std::string_view subtag = written.substr(at + 1, next == std::string_view::npos ? next : next - at - 1);
    if (!is_subtag(subtag)) return std::nullopt;
    tag += '-' + in_usual_case(subtag);
    at = next;
  }
  return tag;
}

}  // namespace selaras
