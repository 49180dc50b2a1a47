// An array of plain items that is made once and only read: of its own when it was worked out in this run, a part of the mapped image when an
// earlier run did (data/archive.h). Whoever reads it cannot tell which. It keeps what it lies in alive, copies share it, and nothing changes
// it: so it may be handed about like a number.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace selaras {

/// What may be written and read as bytes: no pointers, and no padding that would hold anything.
template <typename T>
concept Plain = std::is_trivially_copyable_v<T> && (std::is_floating_point_v<T> || std::has_unique_object_representations_v<T>);

template <Plain T>
class Column {
 public:
  Column() = default;
  explicit Column(std::vector<T> items) {
    const auto own = std::make_shared<const std::vector<T>>(std::move(items));
    items_ = *own;
    owner_ = own;
  }
  /// `items` live as long as `owner` does.
  Column(std::shared_ptr<const void> owner, std::span<const T> items) : owner_(std::move(owner)), items_(items) {}
  // No moves: a column that was given away still is what it was.
  Column(const Column&) = default;
  Column& operator=(const Column&) = default;
  ~Column() = default;

  const T* data() const { return items_.data(); }
  size_t size() const { return items_.size(); }
  bool empty() const { return items_.empty(); }
  const T& operator[](size_t at) const { return items_[at]; }
  const T& back() const { return items_.back(); }
  auto begin() const { return items_.begin(); }
  auto end() const { return items_.end(); }

 private:
  std::shared_ptr<const void> owner_;
  std::span<const T> items_;
};

/// Many short lists in one column: list i is the items from begins[i] to begins[i + 1].
template <Plain T>
class Lists {
 public:
  Lists() = default;
  explicit Lists(const std::vector<std::vector<T>>& lists) {
    std::vector<uint32_t> begins(1, 0);
    std::vector<T> items;
    begins.reserve(lists.size() + 1);
    for (const auto& list : lists) {
      items.insert(items.end(), list.begin(), list.end());
      begins.push_back(static_cast<uint32_t>(items.size()));
    }
    begins_ = Column<uint32_t>(std::move(begins));
    items_ = Column<T>(std::move(items));
  }

  size_t size() const { return begins_.empty() ? 0 : begins_.size() - 1; }
  std::span<const T> operator[](size_t at) const { return {items_.data() + begins_[at], items_.data() + begins_[at + 1]}; }
  /// Lists `from` up to `to`, which lie one behind the other.
  std::span<const T> range(size_t from, size_t to) const { return {items_.data() + begins_[from], items_.data() + begins_[to]}; }
  /// The place of a list's first item among the items of all lists, for columns that lie beside them.
  size_t place(size_t at) const { return begins_[at]; }

 private:
  template <typename Archive>
  friend void archive(Archive& a, Lists& lists) {
    a(lists.begins_, lists.items_);
    a.require(lists.is_whole());
  }
  bool is_whole() const {
    if (begins_.empty()) return items_.empty();
    for (size_t i = 1; i < begins_.size(); ++i) {
      if (begins_[i - 1] > begins_[i]) return false;
    }
    return begins_.back() == items_.size();
  }

  Column<uint32_t> begins_;
  Column<T> items_;
};

}  // namespace selaras
