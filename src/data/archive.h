// One binary form for values that are computed once and kept between runs. A type takes part by one function beside it,
//
//   template <typename Archive>
//   void archive(Archive& a, Contact& contact) {
//     auto& [id, name, numbers] = contact;
//     a(id, name, numbers);
//   }
//
// which ArchiveWriter and ArchiveReader both run: what is written is what is read. A plain struct binds its fields, so that a field which is added
// and not named here stops the compiler; a class names its members in a friend. Numbers, enums, strings, the standard containers, columns,
// optional, pair, tuple and array need no such function.
//
// A column (data/column.h) and the text of a source file are not copied on reading: they stay where the bytes are, and keep them alive.
//
// The form holds no types, names or versions: it is read by the program that wrote it or not at all (store/image_file.h sees to that).
// Numbers have the machine's own byte order. The reader is safe with any bytes: it stays inside them, allocates no more than they
// could fill, and recurses no deeper than kDeepest. After its first fault it is not good() and everything it reads is empty.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/source_file.h"
#include "data/column.h"

namespace selaras {

/// How source files are named, the same wherever their folders lie.
class SourceNames {
 public:
  virtual ~SourceNames() = default;
  virtual std::string name_of(const SourceFile& file) const = 0;
  /// Where the file of that name lies now; empty when it cannot be told.
  virtual std::string path_of(const std::string& name) const = 0;
};

namespace archived {

template <typename T>
concept Number = (std::is_arithmetic_v<T> && !std::is_same_v<T, bool>) || std::is_enum_v<T>;

using Size = uint32_t;
/// Columns begin at multiples of this, counted from the first byte: what lies two to a cache line shall not lie across two.
constexpr size_t kAlignment = 64;
using SourcePtr = std::shared_ptr<const SourceFile>;

}  // namespace archived

class ArchiveWriter {
 public:
  explicit ArchiveWriter(const SourceNames& sources) : sources_(sources) {}

  /// The values one after another. They are not changed: archive() takes them as not const for the reader's sake.
  template <typename... T>
  void operator()(const T&... values) {
    (put(values), ...);
  }
  /// What must hold of values that were read.
  void require(bool) {}

  std::string take() { return std::move(bytes_); }

 private:
  void put_bytes(const void* data, size_t size) {
    if (size > 0) bytes_.append(static_cast<const char*>(data), size);
  }
  void put_size(size_t size) { put(static_cast<archived::Size>(size)); }

  template <archived::Number T>
  void put(const T& value) {
    put_bytes(&value, sizeof value);
  }
  void put(const bool& value) { put(static_cast<uint8_t>(value)); }
  void put(const std::string& text) { put_text(text); }
  void put_text(std::string_view text) {
    put_size(text.size());
    put_bytes(text.data(), text.size());
  }
  void put(const std::vector<bool>& items) {
    put_size(items.size());
    for (const bool item : items) put(item);
  }
  template <archived::Number T>
  void put(const std::vector<T>& items) {
    put_size(items.size());
    put_bytes(items.data(), items.size() * sizeof(T));
  }
  template <typename T>
  void put(const std::vector<T>& items) {
    put_size(items.size());
    for (const T& item : items) put(item);
  }
  template <typename T>
  void put(const Column<T>& items) {
    put_size(items.size());
    if (items.empty()) return;
    align();
    put_bytes(items.data(), items.size() * sizeof(T));
  }
  void align() { bytes_.resize((bytes_.size() + archived::kAlignment - 1) / archived::kAlignment * archived::kAlignment); }
  template <typename T, size_t N>
  void put(const std::array<T, N>& items) {
    for (const T& item : items) put(item);
  }
  template <typename A, typename B>
  void put(const std::pair<A, B>& pair) {
    put(pair.first);
    put(pair.second);
  }
  template <typename... T>
  void put(const std::tuple<T...>& tuple) {
    std::apply([this](const T&... items) { (put(items), ...); }, tuple);
  }
  template <typename T>
  void put(const std::optional<T>& value) {
    put(value.has_value());
    if (value) put(*value);
  }
  template <typename... T>
  void put(const std::map<T...>& items) {
    put_each(items);
  }
  template <typename... T>
  void put(const std::unordered_map<T...>& items) {
    put_each(items);
  }
  template <typename... T>
  void put(const std::set<T...>& items) {
    put_each(items);
  }
  template <typename Items>
  void put_each(const Items& items) {
    put_size(items.size());
    for (const auto& item : items) put(item);
  }
  void put(const archived::SourcePtr& file) {
    const auto [place, fresh] = known_.try_emplace(file.get(), static_cast<archived::Size>(known_.size()));
    put(place->second);
    if (!fresh) return;
    put(file ? sources_.name_of(*file) : std::string());
    if (file) put_text(file->text());
  }
  template <typename T>
  void put(const T& value) {
    archive(*this, const_cast<T&>(value));
  }

  const SourceNames& sources_;
  std::map<const SourceFile*, archived::Size> known_;
  std::string bytes_;
};

class ArchiveReader {
 public:
  static constexpr int kDeepest = 64;

  ArchiveReader(FileBytes file, const SourceNames& sources) : file_(std::move(file)), bytes_(file_.bytes), sources_(sources) {}

  template <typename... T>
  void operator()(T&... values) {
    (get(values), ...);
  }
  void require(bool holds) {
    if (!holds) fail();
  }

  bool good() const { return good_; }
  /// Everything was read and nothing is left.
  bool finished() const { return good_ && bytes_.empty(); }

 private:
  void fail() {
    good_ = false;
    bytes_ = {};
  }
  void get_bytes(void* into, size_t size) {
    if (size > bytes_.size()) return fail();
    if (size == 0) return;
    std::memcpy(into, bytes_.data(), size);
    bytes_.remove_prefix(size);
  }
  /// A number of items, of which each takes at least one byte.
  size_t get_size() {
    archived::Size size = 0;
    get(size);
    if (size <= bytes_.size()) return size;
    fail();
    return 0;
  }
  std::string_view get_text() {
    const size_t size = get_size();
    return take(size);
  }
  std::string_view take(size_t size) {
    const std::string_view taken = bytes_.substr(0, size);
    bytes_.remove_prefix(taken.size());
    return taken;
  }
  /// To where a column begins.
  void align() {
    const size_t at = file_.bytes.size() - bytes_.size();
    const size_t gap = (archived::kAlignment - at % archived::kAlignment) % archived::kAlignment;
    require(gap <= bytes_.size());
    take(gap);
  }
  template <typename T>
  size_t room_for(size_t size) const {
    return std::min(size, bytes_.size() / sizeof(T) + 1);
  }

  template <archived::Number T>
  void get(T& value) {
    get_bytes(&value, sizeof value);
  }
  void get(bool& value) {
    uint8_t byte = 0;
    get(byte);
    require(byte <= 1);
    value = byte == 1;
  }
  void get(std::string& text) { text.assign(get_text()); }
  void get(std::vector<bool>& items) {
    items.assign(get_size(), false);
    for (size_t i = 0; i < items.size() && good_; ++i) {
      bool item = false;
      get(item);
      items[i] = item;
    }
  }
  template <archived::Number T>
  void get(std::vector<T>& items) {
    const size_t size = get_size();
    require(size <= bytes_.size() / sizeof(T));
    if (!good_ || size == 0) return;
    items.resize(size);
    get_bytes(items.data(), size * sizeof(T));
  }
  template <typename T>
  void get(std::vector<T>& items) {
    const size_t size = get_size();
    items.reserve(room_for<T>(size));
    for (size_t i = 0; i < size && good_; ++i) get(items.emplace_back());
  }
  template <typename T>
  void get(Column<T>& items) {
    const size_t size = get_size();
    if (size > 0) align();
    require(size <= bytes_.size() / sizeof(T));
    if (!good_ || size == 0) return;
    const std::string_view taken = take(size * sizeof(T));
    const bool in_place = reinterpret_cast<uintptr_t>(taken.data()) % alignof(T) == 0;
    if (in_place) {
      items = Column<T>(file_.owner, {reinterpret_cast<const T*>(taken.data()), size});
    } else {
      std::vector<T> own(size);
      std::memcpy(own.data(), taken.data(), taken.size());
      items = Column<T>(std::move(own));
    }
  }
  template <typename T, size_t N>
  void get(std::array<T, N>& items) {
    for (T& item : items) get(item);
  }
  template <typename A, typename B>
  void get(std::pair<A, B>& pair) {
    get(pair.first);
    get(pair.second);
  }
  template <typename... T>
  void get(std::tuple<T...>& tuple) {
    std::apply([this](T&... items) { (get(items), ...); }, tuple);
  }
  template <typename T>
  void get(std::optional<T>& value) {
    bool there = false;
    get(there);
    if (there) get(value.emplace());
  }
  template <typename Key, typename Value, typename... Rest>
  void get(std::map<Key, Value, Rest...>& items) {
    const size_t size = get_size();
    for (size_t i = 0; i < size && good_; ++i) {
      std::pair<Key, Value> item;
      get(item);
      items.emplace_hint(items.end(), std::move(item));  // they come in order
    }
  }
  template <typename Key, typename Value, typename... Rest>
  void get(std::unordered_map<Key, Value, Rest...>& items) {
    const size_t size = get_size();
    items.reserve(room_for<std::pair<const Key, Value>>(size));
    for (size_t i = 0; i < size && good_; ++i) {
      std::pair<Key, Value> item;
      get(item);
      items.emplace(std::move(item));
    }
  }
  template <typename Key, typename... Rest>
  void get(std::set<Key, Rest...>& items) {
    const size_t size = get_size();
    for (size_t i = 0; i < size && good_; ++i) {
      Key item{};
      get(item);
      items.emplace_hint(items.end(), std::move(item));
    }
  }
  void get(archived::SourcePtr& file) {
    archived::Size place = 0;
    get(place);
    require(place <= known_.size());
    if (!good_) return;
    if (place == known_.size()) known_.push_back(get_source());
    file = known_[place];
  }
  archived::SourcePtr get_source() {
    std::string name;
    get(name);
    if (name.empty()) return nullptr;
    std::string path = sources_.path_of(name);
    require(!path.empty());
    const std::string_view text = get_text();
    return good_ ? std::make_shared<const SourceFile>(std::move(path), FileBytes{file_.owner, text}) : nullptr;
  }
  template <typename T>
  void get(T& value) {
    if (++depth_ > kDeepest) fail();
    if (good_) archive(*this, value);
    --depth_;
  }

  FileBytes file_;
  std::string_view bytes_;  // that are still to be read
  const SourceNames& sources_;
  std::vector<archived::SourcePtr> known_;
  int depth_ = 0;
  bool good_ = true;
};

}  // namespace selaras
