#include "language/double_array.h"

#include <algorithm>
#include <span>
#include <utility>

namespace selaras {

/// Places the children of one node after another, depth first. Cells are looked for from the first one that may still be free; a node
/// whose children find no room near there is placed at the end, so that building stays linear.
class DoubleArrayBuilder {
 public:
  explicit DoubleArrayBuilder(std::span<const std::string_view> keys) : keys_(keys) {
    size_t nodes = DoubleArray::kRoom;
    for (const auto key : keys) nodes += key.size() + 1;
    cells_.reserve(nodes);  // most of it never touched, and nothing moved
    cells_.resize(DoubleArray::kRoom);
  }

  DoubleArray build() {
    cells_[DoubleArray::kRoot].owner = DoubleArray::kFree - 1;  // taken, and nobody's child
    if (!keys_.empty()) place(DoubleArray::kRoot, {0, static_cast<uint32_t>(keys_.size())}, 0);
    cells_.resize(used_);
    DoubleArray array;
    array.cells_ = Column<DoubleArray::Cell>(std::move(cells_));
    return array;
  }

 private:
  struct Keys {
    uint32_t first, last;  // the keys below a node, end exclusive
  };
  struct Child {
    unsigned char byte;
    Keys keys;
  };
  static constexpr uint32_t kTries = 64;
  static constexpr size_t kAtOnce = 1 << 14;  // cells

  void place(DoubleArray::Node node, Keys range, size_t depth) {
    if (range.last - range.first == 1) return place_rest(node, range.first, depth);
    const size_t first = open_.size();
    open_children(range, depth);
    const size_t last = open_.size();
    const uint32_t base = room_for({open_.data() + first, last - first});
    cells_[node].base = base;
    for (size_t i = first; i < last; ++i) cells_[base + open_[i].byte].owner = node;
    for (size_t i = first; i < last; ++i) {
      const Child child = open_[i];
      if (child.byte == 0) {
        cells_[base].base = child.keys.first;
      } else {
        place(base + child.byte, child.keys, depth + 1);
      }
    }
    open_.resize(first);
  }

  /// Of a node below which there is one key.
  void place_rest(DoubleArray::Node node, uint32_t key, size_t depth) {
    for (;; ++depth) {
      const Child child{byte_at(key, depth), {key, key + 1}};
      const uint32_t base = room_for({&child, 1});
      const DoubleArray::Node at = base + child.byte;
      cells_[node].base = base;
      cells_[at].owner = node;
      if (child.byte == 0) {
        cells_[at].base = key;
        return;
      }
      node = at;
    }
  }

  unsigned char byte_at(uint32_t key, size_t depth) const {
    return depth < keys_[key].size() ? static_cast<unsigned char>(keys_[key][depth]) : 0;
  }

  void open_children(Keys range, size_t depth) {
    const size_t first = open_.size();
    for (uint32_t key = range.first; key < range.last; ++key) {
      const unsigned char byte = byte_at(key, depth);
      if (open_.size() == first || open_.back().byte != byte) open_.push_back({byte, {key, key}});
      open_.back().keys.last = key + 1;
    }
  }

  uint32_t room_for(std::span<const Child> children) {
    while (first_free_ < used_ && cells_[first_free_].owner != DoubleArray::kFree) ++first_free_;
    const uint32_t lowest = children.front().byte;
    uint32_t at = first_free_;
    for (uint32_t tries = 0; tries < kTries && at < used_; ++at) {
      if (at < lowest || cells_[at].owner != DoubleArray::kFree) continue;
      if (fits(at - lowest, children)) return claim(at - lowest);
      ++tries;
    }
    if (at < used_) first_free_ = at;  // crowded: what is left free behind us is given up
    return claim(static_cast<uint32_t>(used_));
  }

  bool fits(uint32_t base, std::span<const Child> children) const {
    for (const Child& child : children) {
      const size_t at = size_t{base} + child.byte;
      if (at == DoubleArray::kRoot || (at < cells_.size() && cells_[at].owner != DoubleArray::kFree)) return false;
    }
    return true;
  }

  uint32_t claim(uint32_t base) {
    const size_t needed = size_t{base} + DoubleArray::kRoom;
    if (cells_.size() < needed) cells_.resize(std::max(needed, cells_.size() + kAtOnce));
    used_ = std::max(used_, needed);
    return base;
  }

  std::span<const std::string_view> keys_;
  std::vector<DoubleArray::Cell> cells_;
  size_t used_ = DoubleArray::kRoom;  // of them; the others are there for what comes
  std::vector<Child> open_;           // the children of the node at hand and of those above it
  uint32_t first_free_ = 1;
};

DoubleArray DoubleArray::build(std::span<const std::string_view> keys) { return DoubleArrayBuilder(keys).build(); }

}  // namespace selaras
