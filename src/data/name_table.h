// Distinct names and their numbers, 0, 1, 2 … in the order they were given: three columns instead of a map, so that it takes no time to read
// from an image.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "data/column.h"

namespace selaras {

class NameTable {
 public:
  NameTable() = default;
  /// Of a name that is given twice, the first number counts.
  explicit NameTable(std::span<const std::string> names);

  std::optional<uint32_t> find(std::string_view name) const;

 private:
  static constexpr uint32_t kFree = UINT32_MAX;
  template <typename Archive>
  friend void archive(Archive& a, NameTable& table) {
    a(table.letters_, table.slots_);
    a.require((table.slots_.size() & (table.slots_.size() - 1)) == 0);
  }
  std::string_view name(uint32_t number) const { return {letters_[number].data(), letters_[number].size()}; }
  /// Where the name is, or would be.
  size_t slot_of(std::span<const uint32_t> slots, std::string_view name) const;

  Lists<char> letters_;     // by number
  Column<uint32_t> slots_;  // numbers by hash, open addressing: as many as a power of two, at most half of them taken
};

}  // namespace selaras
