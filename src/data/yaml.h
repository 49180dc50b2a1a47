// YAML as a small tree in which every node knows its bytes. Scalars are strings until a schema asks for more, so `NO` stays
// Norway and `08123` keeps its zero. Refused, each with its place: bytes that are no UTF-8 text, duplicate keys, anchors and aliases, tags, several documents,
// more than 64 levels, more than a million nodes.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/source_file.h"

namespace selaras::yaml {

enum class Kind : uint8_t { null, scalar, sequence, mapping };

struct Node {
  Kind kind = Kind::null;
  Span span;                // the bytes of the node in its file, quotes included
  bool quoted = false;      // scalars: written in quotes, so `"null"` is text
  std::string scalar;
  std::vector<Node> items;  // sequence: the items; mapping: the values, in the order of `keys`
  std::vector<Node> keys;   // mapping: scalar nodes

  bool is_null() const { return kind == Kind::null; }
  bool is_scalar() const { return kind == Kind::scalar; }
  bool is_sequence() const { return kind == Kind::sequence; }
  bool is_mapping() const { return kind == Kind::mapping; }
  /// The value of a key of a mapping; nullptr when it is not there.
  const Node* find(std::string_view key) const;
};

/// The document in `file`, or in the part of it that `part` covers (front matter); spans count from the start of the file.
/// nullopt after an error, which is then in `diagnostics`. An empty document is a null node.
std::optional<Node> parse(const SourceFile& file, Diagnostics& diagnostics);
std::optional<Node> parse(const SourceFile& file, Span part, Diagnostics& diagnostics);

}  // namespace selaras::yaml
