#include "message/blocks.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/utf8.h"
#include "message/parts.h"

namespace selaras {
namespace {

using Index = std::optional<uint32_t>;

/// Says under what each part is read.
class Linker {
 public:
  Linker(std::span<const MarkdownBlock> markdown, std::span<const Part> parts, const BlockLabels& labels)
      : markdown_(markdown), parts_(parts), labels_(labels) {}

  void link(std::vector<Block>& blocks) {
    for (at_ = 0; at_ < parts_.size(); ++at_) {
      blocks[at_].context = context();
      if (markdown().kind == MarkdownBlock::Kind::cell) blocks[at_].row_header = row_header();
      remember();
    }
  }

 private:
  const Part& part() const { return parts_[at_]; }
  const MarkdownBlock& markdown() const { return markdown_[part().block]; }

  bool is_heading(const Part& part) const {
    return part.kind == BlockKind::heading || markdown_[part.block].kind == MarkdownBlock::Kind::heading;
  }

  Index context() {
    if (is_heading(part())) return heading_above(part().level);
    if (markdown().kind == MarkdownBlock::Kind::cell) return cell_context();
    switch (part().kind) {
      case BlockKind::answer: return question_ ? question_ : heading_above(7);
      case BlockKind::fact: return myth_ ? myth_ : heading_above(7);
      case BlockKind::bullet: return list_context();
      default: return heading_above(7);
    }
  }

  /// The nearest heading of a level above this one.
  Index heading_above(uint8_t level) const {
    for (size_t i = std::min<size_t>(level, headings_.size()); i-- > 1;) {
      if (headings_[i]) return headings_[i];
    }
    return std::nullopt;
  }

  Index list_context() {
    const auto parent = markdown().parent;
    if (parent) {
      const auto known = part_of_block_.find(*parent);
      if (known != part_of_block_.end()) return known->second;
    }
    const bool begins = at_ == 0 || parts_[at_ - 1].kind != BlockKind::bullet || list_ != markdown().list;
    if (begins && !(in_list_ && list_ == markdown().list && markdown().list != 0)) lead_in_ = lead_in_before();
    in_list_ = true;
    list_ = markdown().list;
    return lead_in_ ? lead_in_ : heading_above(7);
  }

  /// The part just before a list, when it announces one.
  Index lead_in_before() const {
    if (at_ == 0) return std::nullopt;
    const Part& before = parts_[at_ - 1];
    if (before.kind == BlockKind::bullet || is_heading(before)) return std::nullopt;
    const bool announces = before.kind == BlockKind::question || ends_with_colon(before);
    return announces ? Index(static_cast<uint32_t>(at_ - 1)) : std::nullopt;
  }

  bool ends_with_colon(const Part& before) const {
    const std::string_view words = slice(markdown_[before.block].content.text(), before.span);
    size_t last = words.size();
    while (last > 0 && (static_cast<unsigned char>(words[--last]) & 0xC0U) == 0x80U) {
    }
    return !words.empty() && labels_.is_separator(code_point_at(words, last).value);
  }

  Index cell_context() const {
    const TableCell& cell = markdown().cell;
    if (cell.row == 0) return heading_above(7);
    const Index counterpart = part().kind == BlockKind::fact ? myth_ : part().kind == BlockKind::answer ? question_ : std::nullopt;
    if (counterpart && same_row(parts_[*counterpart])) return counterpart;
    const auto header = column_headers_.find(cell.column);
    return header == column_headers_.end() ? heading_above(7) : Index(header->second);
  }

  bool same_row(const Part& other) const {
    const TableCell& here = markdown().cell;
    const TableCell& there = markdown_[other.block].cell;
    return there.table == here.table && there.row == here.row;
  }

  Index row_header() const {
    if (markdown().cell.column == 0 || markdown().cell.row == 0) return std::nullopt;
    return row_first_ && same_row(parts_[*row_first_]) ? row_first_ : std::nullopt;
  }

  void remember() {
    const auto index = static_cast<uint32_t>(at_);
    part_of_block_.emplace(part().block, index);
    if (is_heading(part())) start_section(index);
    if (part().kind == BlockKind::question) question_ = index;
    if (part().kind == BlockKind::myth) myth_ = index;
    if (part().kind != BlockKind::bullet) in_list_ = false;
    const TableCell& cell = markdown().cell;
    if (markdown().kind == MarkdownBlock::Kind::cell && cell.column == 0) row_first_ = index;
    if (markdown().kind != MarkdownBlock::Kind::cell || cell.row != 0) return;
    if (table_ != cell.table) column_headers_.clear();
    table_ = cell.table;
    column_headers_[cell.column] = index;
  }

  void start_section(uint32_t index) {
    const size_t level = std::clamp<size_t>(part().level, 1, 6);
    std::fill(headings_.begin() + static_cast<ptrdiff_t>(level), headings_.end(), std::nullopt);
    headings_[level] = index;
    question_.reset();
    myth_.reset();
  }

  std::span<const MarkdownBlock> markdown_;
  std::span<const Part> parts_;
  const BlockLabels& labels_;
  size_t at_ = 0;
  std::array<Index, 7> headings_;  // by level
  Index question_, myth_, lead_in_;
  Index row_first_;  // the first cell of the current row, when it has words
  bool in_list_ = false;
  uint32_t list_ = 0;
  uint32_t table_ = 0;
  std::map<uint32_t, uint32_t> part_of_block_;   // Markdown block -> its first part
  std::map<uint32_t, uint32_t> column_headers_;  // of the current table
};

Block to_block(const MarkdownBlock& markdown, const Part& part) {
  Block block;
  block.kind = part.kind;
  block.level = part.level;
  block.content = markdown.content.part(part.span);
  block.speaker = part.speaker;
  block.official_voice = part.official_voice;
  block.quoted = markdown.quoted;
  block.emphasised = within(markdown.emphasised, part.span);
  block.links = within(markdown.links, part.span);
  return block;
}

}  // namespace

std::vector<Block> build_blocks(const SourceFile& file, std::span<const MarkdownBlock> markdown, const BlockLabels& labels,
                                const Message& message) {
  const std::vector<Part> parts = cut_parts(file, markdown, {labels, message.language, message.issuer, message.channel});
  std::vector<Block> blocks;
  blocks.reserve(parts.size());
  for (const Part& part : parts) blocks.push_back(to_block(markdown[part.block], part));
  Linker(markdown, parts, labels).link(blocks);
  return blocks;
}

}  // namespace selaras
