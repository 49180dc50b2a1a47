// Eight bytes of a text looked at together, the first one lowest. What is told of single bytes is told in the high bit of each.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace selaras {

constexpr uint64_t kEachByte = 0x0101010101010101U;
constexpr uint64_t kHighBits = 0x80 * kEachByte;

inline uint64_t eight_bytes(const void* bytes) {
  uint64_t eight = 0;
  std::memcpy(&eight, bytes, sizeof eight);
  if constexpr (std::endian::native == std::endian::big) eight = __builtin_bswap64(eight);
  return eight;
}

inline void put_eight_bytes(void* bytes, uint64_t eight) {
  if constexpr (std::endian::native == std::endian::big) eight = __builtin_bswap64(eight);
  std::memcpy(bytes, &eight, sizeof eight);
}

/// Bytes from `first` to `last`, both ASCII.
inline uint64_t bytes_between(uint64_t eight, char first, char last) {
  const uint64_t seven = eight & ~kHighBits;
  const uint64_t from_first = seven + (0x80U - static_cast<unsigned char>(first)) * kEachByte;
  const uint64_t behind_last = seven + (0x7FU - static_cast<unsigned char>(last)) * kEachByte;
  return from_first & ~behind_last & ~eight & kHighBits;
}

inline uint64_t not_small_letters(uint64_t eight) { return ~bytes_between(eight, 'a', 'z') & kHighBits; }

/// For bytes below 0x80.
inline uint64_t not_zeros(uint64_t eight) { return (eight + ~kHighBits) & kHighBits; }

/// The place of the first byte that was told; 8 when none was.
inline uint32_t first_byte(uint64_t told) { return static_cast<uint32_t>(std::countr_zero(told)) / 8; }

/// The first `count` bytes, the others zero; `count` below 8.
inline uint64_t lowest_bytes(uint64_t eight, uint32_t count) { return eight & ((uint64_t{1} << (8 * count)) - 1); }

/// A-Z as a-z, anything else as it is.
inline uint64_t lower_case(uint64_t eight) { return eight | bytes_between(eight, 'A', 'Z') >> 2U; }

/// Steps over the letters a-z from `at` on, most of most words, eight at a time; it may stop early near the end of the text.
inline size_t past_small_letters(std::string_view text, size_t at) {
  while (at + 8 <= text.size()) {
    const uint32_t letters = first_byte(not_small_letters(eight_bytes(text.data() + at)));
    at += letters;
    if (letters < 8) break;
  }
  return at;
}

}  // namespace selaras
