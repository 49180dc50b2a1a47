#include "data/yaml.h"

#include <yaml.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_set>

#include "base/utf8.h"

namespace selaras::yaml {
namespace {

constexpr size_t kDeepest = 64;
constexpr size_t kMostNodes = 1000000;
constexpr size_t kUsualKeys = 8;      // room made at once in a mapping
constexpr size_t kUsualItems = 4;     // and in a sequence
constexpr size_t kSearchedKeys = 16;  // above, the keys of a mapping are looked up in a set

/// libyaml counts code points; everything of ours counts bytes.
class ByteOffsets {
 public:
  ByteOffsets(std::string_view text, uint32_t base) : base_(base), size_(static_cast<uint32_t>(text.size())) {
    const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
    if (ascii) return;
    starts_.reserve(text.size());
    for (uint32_t at = 0; at < text.size(); ++at) {
      if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) starts_.push_back(at);
    }
  }

  uint32_t operator()(const yaml_mark_t& mark) const {
    if (starts_.empty()) return base_ + std::min(static_cast<uint32_t>(mark.index), size_);
    return base_ + (mark.index < starts_.size() ? starts_[mark.index] : size_);
  }

 private:
  uint32_t base_;
  uint32_t size_;
  std::vector<uint32_t> starts_;
};

/// The part without a byte order mark, which editors write and libyaml refuses when it is told the encoding.
Span without_mark(const SourceFile& file, Span part) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (slice(file.text(), part).starts_with(mark)) part.begin += static_cast<uint32_t>(mark.size());
  return part;
}

class Builder {
 public:
  Builder(const SourceFile& file, Span part, Diagnostics& diagnostics)
      : file_(file), part_(without_mark(file, part)), text_(slice(file.text(), part_)), offsets_(text_, part_.begin), diagnostics_(diagnostics) {
    yaml_parser_initialize(&parser_);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text_.data()), text_.size());
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
  }
  ~Builder() { yaml_parser_delete(&parser_); }
  Builder(const Builder&) = delete;
  Builder& operator=(const Builder&) = delete;

  std::optional<Node> document() {
    if (!is_text()) return std::nullopt;
    Node root;
    root.span = {part_.begin, part_.begin};
    size_t documents = 0;
    for (;;) {
      yaml_event_t event;
      if (!next(event)) return std::nullopt;
      const auto type = event.type;
      if (type == YAML_DOCUMENT_START_EVENT && ++documents > 1) {
        fail(event, "a second document starts here", "keep one document in a file");
        return std::nullopt;
      }
      const bool content = type == YAML_SCALAR_EVENT || type == YAML_SEQUENCE_START_EVENT ||
                           type == YAML_MAPPING_START_EVENT || type == YAML_ALIAS_EVENT;
      const bool good = !content || node(event, root, 1);
      if (!content) yaml_event_delete(&event);
      if (!good) return std::nullopt;
      if (type == YAML_STREAM_END_EVENT) return root;
    }
  }

 private:
  bool is_text() {
    const auto fault = find_text_fault(text_);
    if (!fault) return true;
    const bool nul = fault->kind == TextFault::Kind::nul_byte;
    const uint32_t at = part_.begin + fault->offset;
    diagnostics_.error(file_, {at, at}, nul ? "a NUL byte: this is not a text file" : "these bytes are not UTF-8",
                       nul ? "save it as UTF-8 text" : "save the file as UTF-8");
    return false;
  }

  bool next(yaml_event_t& event) {
    if (yaml_parser_parse(&parser_, &event) != 0) return true;
    std::string problem = parser_.problem != nullptr ? parser_.problem : "this is not YAML";
    if (parser_.context != nullptr) problem = fmt::format("{}, {}", parser_.context, problem);
    // What the reader refuses (a control character) has an offset in bytes and no mark.
    const uint32_t at = parser_.error == YAML_READER_ERROR ? part_.begin + static_cast<uint32_t>(parser_.problem_offset)
                                                           : offsets_(parser_.problem_mark);
    diagnostics_.error(file_, {at, at}, "broken YAML: " + problem, remedy_at(at));
    return false;
  }

  std::string remedy_at(uint32_t at) const {
    const std::string_view line = file_.line(file_.position(at).line);
    if (line.find('\t') != std::string_view::npos) return "indent with spaces: a tab is not allowed there";
    return "check quotes, brackets and indentation near this place";
  }

  void fail(const yaml_event_t& event, std::string message, std::string remedy) {
    const Span where{offsets_(event.start_mark), offsets_(event.end_mark)};
    diagnostics_.error(file_, where, std::move(message), std::move(remedy));
  }

  /// Takes the event that starts a node, reads to the node's end, and frees the events.
  bool node(yaml_event_t& event, Node& into, size_t depth) {
    const bool good = allowed(event, depth) && fill(event, into, depth);
    yaml_event_delete(&event);
    return good;
  }

  bool allowed(const yaml_event_t& event, size_t depth) {
    if (event.type == YAML_ALIAS_EVENT || anchor_of(event) != nullptr) {
      fail(event, "anchors and aliases are not allowed", "write the value out where it is used");
      return false;
    }
    if (tag_of(event) != nullptr) {
      fail(event, "tags are not allowed", "take the !tag away; what a value is comes from its key");
      return false;
    }
    if (depth > kDeepest) {
      fail(event, fmt::format("nested deeper than {} levels", kDeepest), "flatten the structure");
      return false;
    }
    if (++nodes_ > kMostNodes) {
      fail(event, fmt::format("more than {} values in one file", kMostNodes), "split the file");
      return false;
    }
    return true;
  }

  static const yaml_char_t* anchor_of(const yaml_event_t& event) {
    switch (event.type) {
      case YAML_SCALAR_EVENT: return event.data.scalar.anchor;
      case YAML_SEQUENCE_START_EVENT: return event.data.sequence_start.anchor;
      case YAML_MAPPING_START_EVENT: return event.data.mapping_start.anchor;
      default: return nullptr;
    }
  }

  static const yaml_char_t* tag_of(const yaml_event_t& event) {
    switch (event.type) {
      case YAML_SCALAR_EVENT: return event.data.scalar.tag;
      case YAML_SEQUENCE_START_EVENT: return event.data.sequence_start.tag;
      case YAML_MAPPING_START_EVENT: return event.data.mapping_start.tag;
      default: return nullptr;
    }
  }

  bool fill(const yaml_event_t& event, Node& into, size_t depth) {
    into.span = {offsets_(event.start_mark), offsets_(event.end_mark)};
    if (event.type == YAML_SCALAR_EVENT) return scalar(event, into);
    if (event.type == YAML_SEQUENCE_START_EVENT) return sequence(into, depth);
    return mapping(into, depth);
  }

  static bool scalar(const yaml_event_t& event, Node& into) {
    const auto& data = event.data.scalar;
    into.scalar.assign(reinterpret_cast<const char*>(data.value), data.length);
    into.quoted = data.style != YAML_PLAIN_SCALAR_STYLE;
    const bool null = !into.quoted && (into.scalar.empty() || into.scalar == "~" || into.scalar == "null");
    into.kind = null ? Kind::null : Kind::scalar;
    return true;
  }

  bool sequence(Node& into, size_t depth) {
    into.kind = Kind::sequence;
    into.items.reserve(kUsualItems);
    yaml_event_t event;
    while (next(event)) {
      if (event.type == YAML_SEQUENCE_END_EVENT) return close(event, into);
      if (!node(event, into.items.emplace_back(), depth + 1)) return false;
    }
    return false;
  }

  bool mapping(Node& into, size_t depth) {
    into.kind = Kind::mapping;
    into.keys.reserve(kUsualKeys);
    into.items.reserve(kUsualKeys);
    std::unordered_set<std::string> seen;  // of large mappings
    yaml_event_t event;
    while (next(event)) {
      if (event.type == YAML_MAPPING_END_EVENT) return close(event, into);
      if (!node(event, into.keys.emplace_back(), depth + 1)) return false;
      if (!good_key(into.keys, seen)) return false;
      if (!next(event)) return false;
      if (!node(event, into.items.emplace_back(), depth + 1)) return false;
    }
    return false;
  }

  /// The last key is a word that stands here for the first time.
  bool good_key(const std::vector<Node>& keys, std::unordered_set<std::string>& seen) {
    const Node& key = keys.back();
    if (!key.is_scalar()) {
      diagnostics_.error(file_, key.span, "a key must be a plain word", "write the key as text");
      return false;
    }
    if (is_fresh(keys, seen)) return true;
    diagnostics_.error(file_, key.span, fmt::format("the key '{}' stands here a second time", key.scalar),
                       "keep one of the two");
    return false;
  }

  static bool is_fresh(const std::vector<Node>& keys, std::unordered_set<std::string>& seen) {
    const std::string& word = keys.back().scalar;
    if (keys.size() <= kSearchedKeys) return std::none_of(keys.begin(), keys.end() - 1, [&](const Node& key) { return key.scalar == word; });
    if (seen.empty()) {
      for (size_t i = 0; i + 1 < keys.size(); ++i) seen.insert(keys[i].scalar);
    }
    return seen.insert(word).second;
  }

  bool close(yaml_event_t& event, Node& into) {
    into.span.end = std::max(into.span.end, offsets_(event.end_mark));
    if (!into.items.empty()) into.span.end = std::max(into.span.begin, into.span.end);
    yaml_event_delete(&event);
    return true;
  }

  const SourceFile& file_;
  Span part_;
  std::string_view text_;
  ByteOffsets offsets_;
  Diagnostics& diagnostics_;
  yaml_parser_t parser_{};
  size_t nodes_ = 0;
};

}  // namespace

const Node* Node::find(std::string_view key) const {
  for (size_t i = 0; i < keys.size(); ++i) {
    if (keys[i].scalar == key) return &items[i];
  }
  return nullptr;
}

std::optional<Node> parse(const SourceFile& file, Diagnostics& diagnostics) {
  return parse(file, {0, static_cast<uint32_t>(file.text().size())}, diagnostics);
}

std::optional<Node> parse(const SourceFile& file, Span part, Diagnostics& diagnostics) {
  return Builder(file, part, diagnostics).document();
}

}  // namespace selaras::yaml
