// Markdown as a flat list of text blocks, before anybody asks what a line is for: paragraphs, headings, list items and table
// cells, with the markup gone and every byte mapped to the file. Parsing is md4c's (CommonMark and tables); ours are the
// offsets, the lists' nesting, and HTML, whose tags and comments are left out while the words between them stay.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "base/diagnostic.h"
#include "base/source_file.h"
#include "message/message.h"

namespace selaras {

/// Limits that no message written by people comes near.
inline constexpr size_t kDeepestMarkdown = 64;
inline constexpr size_t kMostBlocks = 50000;  // blocks and the line breaks inside them

struct TableCell {
  uint32_t table = 0;   // from 1
  uint32_t row = 0;     // the header is row 0
  uint32_t column = 0;  // from 0
};

struct MarkdownBlock {
  enum class Kind : uint8_t { paragraph, heading, item, cell };
  Kind kind = Kind::paragraph;
  uint8_t level = 0;             // heading 1-6; item: nesting from 1
  bool quoted = false;           // inside a block quote
  MappedText content;            // line breaks of the source are '\n'
  std::vector<Span> emphasised;  // bold or italic, outermost, in order
  std::vector<Link> links;
  uint32_t list = 0;               // items: which outermost list, from 1
  std::optional<uint32_t> parent;  // items: the block this one hangs under: the item around it, or the first block of the same item
  TableCell cell;
};

/// The blocks of `part` of the file, in order; blocks without text are left out, but for table cells. nullopt after an error (too
/// deep, too many), which is then in `diagnostics`.
std::optional<std::vector<MarkdownBlock>> parse_markdown(const SourceFile& file, Span part, Diagnostics& diagnostics);

/// The spans, in order and apart, that lie in `window`, cut to it and counted from its start.
std::vector<Span> within(std::span<const Span> spans, Span window);
std::vector<Link> within(std::span<const Link> links, Span window);

}  // namespace selaras
