#include "message/parts.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/utf8.h"
#include "message/dialogue.h"
#include "text/fold.h"

namespace selaras {
namespace {

using BlockForm = MarkdownBlock::Kind;

// A line in bold that stands for a heading ranks below every real one.
constexpr uint8_t kBoldHeadingLevel = 6;

BlockKind kind_of(BlockLabel label) {
  switch (label) {
    case BlockLabel::question: return BlockKind::question;
    case BlockLabel::answer: return BlockKind::answer;
    case BlockLabel::myth: return BlockKind::myth;
    case BlockLabel::fact: return BlockKind::fact;
    case BlockLabel::stage: return BlockKind::stage_direction;
    default: return BlockKind::paragraph;
  }
}

bool is_pair_label(BlockLabel label) { return label <= BlockLabel::fact; }

std::vector<Line> lines_of(std::span<const MarkdownBlock> blocks, const PartSettings& settings) {
  std::vector<Line> lines;
  for (uint32_t i = 0; i < blocks.size(); ++i) {
    const std::string_view text = blocks[i].content.text();
    const bool whole = blocks[i].kind == BlockForm::cell || blocks[i].kind == BlockForm::heading;
    for (size_t begin = 0; begin < text.size();) {
      const size_t end = whole ? text.size() : std::min(text.find('\n', begin), text.size());
      const Span line = trim_spaces(text, {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
      if (!line.empty()) lines.push_back({i, line, shape_of(blocks[i], line, settings.labels, settings.language)});
      begin = end + 1;
    }
  }
  return lines;
}

class Cutter {
 public:
  Cutter(const SourceFile& file, std::span<const MarkdownBlock> blocks, const PartSettings& settings)
      : file_(file),
        blocks_(blocks),
        labels_(settings.labels),
        language_(settings.language),
        issuer_(settings.issuer),
        channel_(settings.channel),
        lines_(lines_of(blocks, settings)),
        spoken_(spoken_lines(lines_, blocks, settings.channel)) {
    count_styles();
  }

  std::vector<Part> cut() {
    for (at_ = 0; at_ < lines_.size(); ++at_) take_line();
    return std::move(parts_);
  }

 private:
  /// What the message as a whole does, which settles what one line cannot.
  void count_styles() {
    for (size_t i = 0; i < lines_.size(); ++i) {
      const LineShape& shape = lines_[i].shape;
      if (shape.label) (shape.label_is_letter ? has_letter_ : has_label_)[static_cast<size_t>(*shape.label)] = true;
      if (shape.starts_emphasised) ++run_ins_[lines_[i].block];
      if (block(i).kind == BlockForm::heading && shape.asks) ++asking_headings_;
      if (in_paragraph(i) && shape.emphasised && shape.asks && plain_follows(i)) ++emphasised_questions_;
    }
  }

  const Line& line() const { return lines_[at_]; }
  const LineShape& shape() const { return lines_[at_].shape; }
  const MarkdownBlock& block(size_t i) const { return blocks_[lines_[i].block]; }
  const MarkdownBlock& block() const { return block(at_); }
  std::string_view text() const { return block().content.text(); }
  bool in_paragraph(size_t i) const { return block(i).kind == BlockForm::paragraph || block(i).kind == BlockForm::item; }
  bool same_block(size_t i, size_t j) const { return j < lines_.size() && lines_[i].block == lines_[j].block; }
  /// Letters ("Q.", "A.") count when both are there.
  bool has(BlockLabel label) const {
    const bool letters = has_letter_[static_cast<size_t>(BlockLabel::question)] && has_letter_[static_cast<size_t>(BlockLabel::answer)];
    return has_label_[static_cast<size_t>(label)] || (letters && has_letter_[static_cast<size_t>(label)]);
  }

  /// After line i comes a line that could answer it.
  bool plain_follows(size_t i) const { return i + 1 < lines_.size() && in_paragraph(i + 1) && !lines_[i + 1].shape.emphasised; }

  void take_line() {
    if (block().kind == BlockForm::heading) return take_heading();
    if (block().kind == BlockForm::cell) return take_cell();
    const bool taken = take_speech() || take_label() || take_question() || take_title() || take_list_mark() || take_break();
    if (!taken) take_plain();
  }

  // -- headings and cells

  void take_heading() {
    awaited_.reset();
    section_.reset();
    const LineShape& heading = shape();
    if (heading.label && is_pair_label(*heading.label)) {
      if (heading.rest < line().span.end) {
        add(kind_of(*heading.label), heading.rest, block().level);
        return await_counterpart(*heading.label);
      }
      section_ = heading.label;
    }
    const bool question = heading.asks && (heading.number || channel_ == Channel::qa || asking_headings_ > 1);
    const uint32_t begin = heading.number ? heading.number->rest : line().span.begin;
    add(question ? BlockKind::question : BlockKind::heading, begin, block().level);
    if (question) await_counterpart(BlockLabel::question);
  }

  void take_cell() {
    awaited_.reset();
    const TableCell& cell = block().cell;
    const auto label = labels_.find(text(), language_);
    const bool labelled = label && is_pair_label(*label);
    if (cell.row == 0) {
      if (labelled) columns_[{cell.table, cell.column}] = *label;
      return add(BlockKind::table_cell, line().span.begin);
    }
    const auto column = columns_.find({cell.table, cell.column});
    add(column == columns_.end() ? BlockKind::table_cell : kind_of(column->second), line().span.begin);
  }

  // -- what a line says it is

  bool take_speech() {
    if (!spoken_[at_]) {
      if (!is_script(channel_) || !shape().bracketed) return false;
      add(BlockKind::stage_direction, line().span.begin);
      open_ = false;
      return true;
    }
    const Opening& opening = *shape().opening;
    add(BlockKind::dialogue, opening.rest);
    parts_.back().speaker = opening.name;
    parts_.back().official_voice = opening.label == BlockLabel::official_voice || is_issuer(opening.name);
    return true;
  }

  /// "IOM" for IOM, "BMET" for BD-BMET.
  bool is_issuer(std::string_view name) const {
    if (issuer_.empty()) return false;
    const std::string key = fold_key(name);
    return key == fold_key(issuer_) || key == fold_key(issuer_.substr(issuer_.find('-') + 1));
  }

  bool take_label() {
    if (!shape().label || !label_holds(*shape().label)) return false;
    const BlockLabel label = *shape().label;
    if (shape().rest >= line().span.end) {
      awaited_ = kind_of(label);
      open_ = false;
      return true;
    }
    add(kind_of(label), shape().rest);
    if (is_pair_label(label)) {
      await_counterpart(label);
    } else {
      open_ = false;
    }
    return true;
  }

  bool label_holds(BlockLabel label) const {
    const bool after_question = !parts_.empty() && parts_.back().kind == BlockKind::question;
    switch (label) {
      case BlockLabel::question: return !shape().label_is_letter || has(BlockLabel::answer) || shape().asks;
      case BlockLabel::answer: return after_question || (!shape().label_is_letter && has(BlockLabel::question));
      case BlockLabel::myth: return !after_question;
      case BlockLabel::stage:
      case BlockLabel::screen: return is_script(channel_);
      default: return true;
    }
  }

  /// What the next plain text is when the message does not label it.
  void await_counterpart(BlockLabel label) {
    awaited_.reset();
    if (label == BlockLabel::question && !has(BlockLabel::answer)) awaited_ = BlockKind::answer;
    if (label == BlockLabel::myth && !has(BlockLabel::fact)) awaited_ = BlockKind::fact;
  }

  // -- questions without a label

  bool take_question() {
    if (take_quoted_question()) return true;
    if (!is_question()) return false;
    add(BlockKind::question, shape().number && !shape().emphasised ? shape().number->rest : line().span.begin);
    awaited_ = BlockKind::answer;
    return true;
  }

  bool is_question() const {
    const LineShape& here = shape();
    if (here.emphasised) return is_emphasised_question();
    const bool next_in_block = same_block(at_, at_ + 1) && !lines_[at_ + 1].shape.asks;
    if (here.quotation)
      return !is_script(channel_) && next_in_block && !lines_[at_ + 1].shape.quotation && (here.asks || channel_ == Channel::qa);
    if (channel_ != Channel::qa || !here.asks || awaited_) return false;
    return next_in_block || (stands_alone() && plain_follows(at_) && !lines_[at_ + 1].shape.asks);
  }

  bool is_emphasised_question() const {
    if (shape().asks) return plain_follows(at_);
    const bool style = channel_ == Channel::qa || emphasised_questions_ > 1;
    return style && at_ > 0 && same_block(at_, at_ + 1) && plain_follows(at_);
  }

  bool begins_block() const { return at_ == 0 || !same_block(at_ - 1, at_); }
  bool stands_alone() const { return begins_block() && !same_block(at_, at_ + 1); }

  /// `"Is it free?" It is.` on one line.
  bool take_quoted_question() {
    const LineShape& here = shape();
    if (!here.quote_end || is_script(channel_) || !(here.quote_asks || channel_ == Channel::qa)) return false;
    add(BlockKind::question, line().span.begin);
    parts_.back().span.end = *here.quote_end;
    add(BlockKind::answer, *here.quote_end);
    awaited_.reset();
    return true;
  }

  // -- titles, lists, breaks

  bool take_title() {
    if (!shape().emphasised || shape().ends_sentence || shape().asks) return false;
    if (shape().bracketed || block().kind == BlockForm::item || !begins_block()) return false;
    const bool above_something = plain_follows(at_) || (stands_alone() && at_ + 1 < lines_.size());
    if (!above_something) return false;
    awaited_.reset();
    add(BlockKind::heading, line().span.begin, kBoldHeadingLevel);
    open_ = false;
    return true;
  }

  bool take_list_mark() {
    std::optional<uint32_t> rest = shape().bullet_end;
    if (!rest && shape().number && counts_on()) {
      rest = shape().number->rest;
      next_number_ = shape().number->value + 1;
    }
    if (!rest || *rest >= line().span.end) return false;
    add(BlockKind::bullet, *rest, static_cast<uint8_t>(block().level + 1));
    return true;
  }

  /// The number follows the one before it, or the next line's follows it.
  bool counts_on() const {
    const int value = shape().number->value;
    if (value == next_number_ && value > 1) return true;
    const bool more = same_block(at_, at_ + 1) && lines_[at_ + 1].shape.number;
    return more && lines_[at_ + 1].shape.number->value == value + 1;
  }

  bool take_break() {
    if (begins_block()) return false;
    if (leaves_list()) {
      add(BlockKind::paragraph, line().span.begin, 0);
      return true;
    }
    const bool run_in = shape().starts_emphasised && run_ins_.at(line().block) > 1;
    if (run_in) add(own_kind(), line().span.begin, block().level);
    return run_in;
  }

  /// A line at the margin below a list: the sign-off of a poster, not the last item's next line. Below a Markdown item, which may
  /// be wrapped so, only when its sentence has ended.
  bool leaves_list() const {
    const bool typed = block().kind == BlockForm::paragraph && open_ && parts_.back().kind == BlockKind::bullet;
    const bool ended = block().kind == BlockForm::item && lines_[at_ - 1].shape.ends_sentence;
    return (typed || ended) && at_margin();
  }

  bool at_margin() const {
    uint32_t at = block().content.to_file(line().span).begin;
    while (at > 0 && (file_.text()[at - 1] == '*' || file_.text()[at - 1] == '_')) --at;
    return at == 0 || file_.text()[at - 1] == '\n';
  }

  // -- the rest

  BlockKind own_kind() const {
    if (section_) return kind_of(*section_);
    return block().kind == BlockForm::item ? BlockKind::bullet : BlockKind::paragraph;
  }

  void take_plain() {
    const bool list_follows = begins_block() && block().kind == BlockForm::item && awaited_ == BlockKind::answer;
    if (list_follows) awaited_.reset();
    if (awaited_) {
      const BlockKind kind = *awaited_;
      add(kind, line().span.begin, block().level);
      awaited_.reset();
      if (kind == BlockKind::question) await_counterpart(BlockLabel::question);
      if (kind == BlockKind::myth) await_counterpart(BlockLabel::myth);
    } else if (!begins_block() && open_) {
      parts_.back().span.end = line().span.end;
    } else {
      add(own_kind(), line().span.begin, block().level);
    }
  }

  void add(BlockKind kind, uint32_t begin, uint8_t level = 0) {
    const Span span = trim_spaces(text(), {begin, line().span.end});
    parts_.push_back({kind, level, line().block, span, {}, false});
    open_ = true;
  }

  const SourceFile& file_;
  std::span<const MarkdownBlock> blocks_;
  const BlockLabels& labels_;
  std::string_view language_;
  std::string_view issuer_;
  Channel channel_;
  std::vector<Line> lines_;
  std::vector<bool> spoken_;
  std::array<bool, 8> has_label_{};                         // by BlockLabel: in words
  std::array<bool, 8> has_letter_{};                        // by BlockLabel: as one letter
  std::map<uint32_t, size_t> run_ins_;                      // lines that start in bold, by block
  std::map<std::pair<uint32_t, uint32_t>, BlockLabel> columns_;  // (table, column) with a label for a header
  size_t asking_headings_ = 0;
  size_t emphasised_questions_ = 0;

  std::vector<Part> parts_;
  size_t at_ = 0;
  bool open_ = false;                 // the last part may take the next line of its block
  std::optional<BlockKind> awaited_;  // what the next plain text is
  std::optional<BlockLabel> section_;      // a heading that says what everything below it is
  int next_number_ = 0;
};

}  // namespace

std::vector<Part> cut_parts(const SourceFile& file, std::span<const MarkdownBlock> blocks, const PartSettings& settings) {
  return Cutter(file, blocks, settings).cut();
}

}  // namespace selaras
