// Writes a JSON text from its beginning to its end, without a tree of it in between: keys in the order they are given, one item a line, one
// space deeper for every level. Bytes that are no UTF-8 become U+FFFD.
//
//   JsonWriter json;
//   json.object([&] {
//     json.field("name", "selaras");
//     json.key("lines").list(lines, [&](const auto& line) { json.value(line); });
//   });
//   std::string text = json.take();
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace selaras {

class JsonWriter {
 public:
  /// `fields` writes key after key.
  template <typename Fields>
  void object(const Fields& fields) {
    open('{');
    fields();
    close('}');
  }
  /// `write` writes one value for each of the items.
  template <typename Items, typename Write>
  void list(const Items& items, const Write& write) {
    open('[');
    for (const auto& item : items) {
      next();
      write(item);
    }
    close(']');
  }
  void list(const std::vector<std::string>& texts) {
    list(texts, [this](const std::string& text) { value(text); });
  }

  JsonWriter& key(std::string_view name) {
    next();
    value(name);
    text_ += ": ";
    return *this;
  }
  void value(std::string_view text);
  void value(const std::string& text) { value(std::string_view(text)); }
  void value(const char* text) { value(std::string_view(text)); }
  void value(std::unsigned_integral auto number) { unsigned_value(number); }
  void null() { text_ += "null"; }
  void field(std::string_view name, const auto& item) { key(name).value(item); }

  std::string take() { return std::move(text_); }

 private:
  void open(char bracket) {
    text_ += bracket;
    ++depth_;
    empty_ = true;
  }
  void close(char bracket) {
    --depth_;
    if (!empty_) new_line();
    empty_ = false;
    text_ += bracket;
  }
  void next() {
    if (!empty_) text_ += ',';
    empty_ = false;
    new_line();
  }
  void new_line() {
    text_ += '\n';
    text_.append(depth_, ' ');
  }
  void unsigned_value(uint64_t number);

  std::string text_;
  size_t depth_ = 0;
  bool empty_ = true;  // nothing has been written in the innermost object or list
};

}  // namespace selaras
