#include "report/json_writer.h"

#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

#include "base/utf8.h"

namespace selaras {
namespace {

constexpr std::array<bool, 256> plain_bytes() {
  std::array<bool, 256> plain{};
  for (size_t byte = 0x20; byte < plain.size(); ++byte) plain[byte] = byte != '"' && byte != '\\';
  return plain;
}
constexpr auto kPlain = plain_bytes();

void add_escaped(char byte, std::string& text) {
  switch (byte) {
    case '"': text += "\\\""; return;
    case '\\': text += "\\\\"; return;
    case '\b': text += "\\b"; return;
    case '\f': text += "\\f"; return;
    case '\n': text += "\\n"; return;
    case '\r': text += "\\r"; return;
    case '\t': text += "\\t"; return;
    default: break;
  }
  constexpr std::string_view digits = "0123456789abcdef";
  text += "\\u00";
  text += digits[static_cast<unsigned char>(byte) >> 4U];
  text += digits[static_cast<unsigned char>(byte) & 0xFU];
}

}  // namespace

void JsonWriter::value(std::string_view text) {
  if (const auto fault = find_text_fault(text); fault && fault->kind == TextFault::Kind::invalid_utf8) {  // mended as the library does
    text_ += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return;
  }
  text_ += '"';
  size_t written = 0;
  for (size_t at = 0; at < text.size(); ++at) {
    if (kPlain[static_cast<unsigned char>(text[at])]) continue;
    text_.append(text, written, at - written);
    add_escaped(text[at], text_);
    written = at + 1;
  }
  text_.append(text, written, text.size() - written);
  text_ += '"';
}

void JsonWriter::unsigned_value(uint64_t number) {
  std::array<char, 20> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  text_.append(digits.data(), end);
}

}  // namespace selaras
