// UTF-8 without tables: walking code points and judging whether bytes are text at all. Anything that needs to know what a
// character is belongs to text/.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace selaras {

/// The code point that starts at `at`, and its length in bytes. `text` must be valid UTF-8 and `at` a code point's start.
struct CodePoint {
  char32_t value;
  uint32_t length;
};
CodePoint code_point_at(std::string_view text, size_t at);

void append_utf8(std::string& text, char32_t code_point);

/// What keeps bytes from being a text file of ours.
struct TextFault {
  enum class Kind : uint8_t { invalid_utf8, nul_byte };
  Kind kind;
  uint32_t offset;  // of the first offending byte
};
std::optional<TextFault> find_text_fault(std::string_view bytes);

}  // namespace selaras
