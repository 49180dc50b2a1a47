// How a phrase is spelled inside the matcher: folded, with every run of spaces and every single hyphen as one space. Message text is
// read through the same eyes while it is walked. Private to language/.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace selaras {

inline bool is_phrase_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
inline bool is_phrase_gap(char c) { return is_phrase_space(c) || c == '-'; }

/// Every byte of a key as the matcher reads it: gaps as spaces, the NUL byte (in no phrase) as another control character.
inline constexpr std::array<char, 256> kAsRead = [] {
  std::array<char, 256> table{};
  for (size_t byte = 0; byte < table.size(); ++byte) table[byte] = static_cast<char>(byte);
  for (const char gap : {' ', '\n', '\t', '\r', '-'}) table[static_cast<unsigned char>(gap)] = ' ';
  table[0] = '\x01';
  return table;
}();

/// The place after the gap that starts at `at`: one hyphen, or a run of spaces, or a hyphen at the end of a line.
inline size_t after_gap(std::string_view key, size_t at) {
  const bool hyphen = key[at] == '-';
  ++at;
  if (hyphen && (at >= key.size() || key[at] != '\n')) return at;
  while (at < key.size() && is_phrase_space(key[at])) ++at;
  return at;
}

/// Empty when the phrase has nothing in it.
std::string phrase_key(std::string_view phrase);

}  // namespace selaras
