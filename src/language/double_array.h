// A set of byte strings as a double-array trie (Aoe 1989): from a node, one addition and one comparison per byte. Built once from
// sorted keys, walked by the lexicon from every place where a phrase may begin. Private to language/.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "data/column.h"

namespace selaras {

class DoubleArray {
 public:
  using Node = uint32_t;
  static constexpr Node kRoot = 0;

  /// `keys` are distinct, not empty, sorted by byte value and free of NUL bytes; a key's value is its place in `keys`.
  static DoubleArray build(std::span<const std::string_view> keys);

  /// No node, no value.
  static constexpr uint32_t kNone = UINT32_MAX;

  /// The node reached by one byte, not NUL; kNone when no key goes on that way.
  Node step(Node node, char byte) const { return child(node, static_cast<unsigned char>(byte)); }
  /// The value of the key that ends at this node; kNone when none does.
  uint32_t value(Node node) const {
    const Node end = child(node, 0);
    return end == kNone ? kNone : cells_.data()[end].base;
  }

 private:
  friend class DoubleArrayBuilder;
  template <typename Archive>
  friend void archive(Archive& a, DoubleArray& array) {
    a(array.cells_);
    a.require(array.cells_.size() >= kRoom);
  }
  struct Cell {
    uint32_t base = 0;        // children of this node live at base + byte; in the cell of an end: the value
    uint32_t owner = kFree;   // the node this cell is a child of
  };
  static constexpr uint32_t kFree = UINT32_MAX;
  static constexpr size_t kRoom = 256;

  // The hottest line of the house: the cells end with room for every byte after every base, so no bound is checked.
  Node child(Node node, unsigned char byte) const {
    const Cell* cells = cells_.data();
    const Node at = cells[node].base + byte;
    return cells[at].owner == node ? at : kNone;
  }

  Column<Cell> cells_{std::vector<Cell>(kRoom)};
};

}  // namespace selaras
