#include "base/utf8.h"

#include <simdjson.h>

#include <algorithm>

namespace selaras {
namespace {

/// Offset of the first byte that no valid sequence covers.
uint32_t first_invalid(std::string_view bytes) {
  // Whole blocks at simdjson's speed while they are valid, then one character at a time.
  constexpr size_t kBlock = 4096;
  const auto is_tail = [&](size_t at) { return (static_cast<unsigned char>(bytes[at]) & 0xC0U) == 0x80U; };
  size_t at = 0;
  while (at < bytes.size()) {
    size_t end = std::min(at + kBlock, bytes.size());
    for (int back = 0; back < 3 && end < bytes.size() && is_tail(end); ++back) --end;
    if (!simdjson::validate_utf8(bytes.data() + at, end - at)) break;
    at = end;
  }
  while (at < bytes.size()) {
    size_t length = 1;
    while (length <= 4 && at + length <= bytes.size() && !simdjson::validate_utf8(bytes.data() + at, length)) ++length;
    if (length > 4 || at + length > bytes.size()) break;
    at += length;
  }
  return static_cast<uint32_t>(at);
}

}  // namespace

CodePoint code_point_at(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[at + i])); };
  const char32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {((lead & 0x1F) << 6) | (byte(1) & 0x3F), 2};
  if (lead < 0xF0) return {((lead & 0x0F) << 12) | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F), 3};
  return {((lead & 0x07) << 18) | ((byte(1) & 0x3F) << 12) | ((byte(2) & 0x3F) << 6) | (byte(3) & 0x3F), 4};
}

void append_utf8(std::string& text, char32_t c) {
  const auto put = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

std::optional<TextFault> find_text_fault(std::string_view bytes) {
  if (!simdjson::validate_utf8(bytes.data(), bytes.size())) {
    return TextFault{TextFault::Kind::invalid_utf8, first_invalid(bytes)};
  }
  if (const size_t nul = bytes.find('\0'); nul != std::string_view::npos) {
    return TextFault{TextFault::Kind::nul_byte, static_cast<uint32_t>(nul)};
  }
  return std::nullopt;
}

}  // namespace selaras
