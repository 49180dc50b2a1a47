#include "message/markdown.h"

#include <fmt/format.h>
#include <md4c.h>

#include <algorithm>

#include "message/html_text.h"

namespace selaras {
namespace {

constexpr unsigned kHighestItemNumber = 999;
constexpr unsigned kDialect = MD_FLAG_TABLES | MD_FLAG_TASKLISTS | MD_FLAG_NOINDENTEDCODEBLOCKS;

std::string attribute_text(const MD_ATTRIBUTE& attribute) { return {attribute.text, attribute.size}; }

Span trimmed(std::string_view text) {
  const size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(text.find_last_not_of(" \t\r\n") + 1)};
}

/// Listens to md4c and writes blocks down.
class Listener {
 public:
  Listener(const SourceFile& file, Span part, Diagnostics& diagnostics)
      : file_(file), text_(slice(file.text(), part)), base_(part.begin), diagnostics_(diagnostics) {}

  std::optional<std::vector<MarkdownBlock>> parse() {
    MD_PARSER parser{};
    parser.flags = kDialect;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) { return of(self).enter(type, detail); };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) { return of(self).leave(type); };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) { return of(self).enter_span(type, detail); };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) { return of(self).leave_span(type); };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) { return of(self).take(type, {text, size}); };
    const int result = md_parse(text_.data(), static_cast<MD_SIZE>(text_.size()), &parser, this);
    if (result != 0) return refuse();
    return std::move(blocks_);
  }

 private:
  // md4c passes on negative results only.
  enum Stop : int { go_on = 0, too_deep = -2, too_many = -3 };

  struct Item {
    std::optional<uint32_t> first;  // the item's first block, once it is written
  };

  static Listener& of(void* self) { return *static_cast<Listener*>(self); }

  std::nullopt_t refuse() {
    const uint32_t at = std::max(last_end_, base_);
    const Span where{at, at};
    if (stop_ == too_deep) {
      diagnostics_.error(file_, where, fmt::format("lists, quotes or emphasis nested deeper than {} levels", kDeepestMarkdown),
                         "flatten the text");
    } else if (stop_ == too_many) {
      diagnostics_.error(file_, where, fmt::format("more than {} lines of text", kMostBlocks),
                         "split the message; one message is a page or two");
    } else {
      diagnostics_.error(file_, {base_, base_}, "the Markdown could not be read", "make the message smaller");
    }
    return std::nullopt;
  }

  int stop(Stop reason) {
    stop_ = reason;
    return reason;
  }

  int enter(MD_BLOCKTYPE type, void* detail) {
    if (++depth_ > kDeepestMarkdown) return stop(too_deep);
    const bool has_text = type == MD_BLOCK_P || type == MD_BLOCK_H || type == MD_BLOCK_CODE || type == MD_BLOCK_HTML ||
                          type == MD_BLOCK_TH || type == MD_BLOCK_TD;
    if (!has_text) write_open_block();
    switch (type) {
      case MD_BLOCK_QUOTE: ++quotes_; break;
      case MD_BLOCK_UL:
      case MD_BLOCK_OL: enter_list(type == MD_BLOCK_OL ? static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start : 0); break;
      case MD_BLOCK_LI: items_.emplace_back(); break;
      case MD_BLOCK_TABLE: cell_ = {cell_.table + 1, 0, 0}; break;
      case MD_BLOCK_TR: cell_.column = 0; break;
      default: break;
    }
    if (has_text) open(type, detail);
    return too_many_blocks();
  }

  int leave(MD_BLOCKTYPE type) {
    --depth_;
    if (type != MD_BLOCK_DOC) write_open_block();
    switch (type) {
      case MD_BLOCK_QUOTE: --quotes_; break;
      case MD_BLOCK_UL:
      case MD_BLOCK_OL: starts_.pop_back(); break;
      case MD_BLOCK_LI: items_.pop_back(); break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD: ++cell_.column; break;
      case MD_BLOCK_TR: ++cell_.row; break;
      case MD_BLOCK_HTML: end_html(); break;
      default: break;
    }
    return too_many_blocks();
  }

  void enter_list(unsigned start) {
    if (items_.empty()) ++lists_;
    starts_.push_back(start);
  }

  int too_many_blocks() { return blocks_.size() + breaks_ > kMostBlocks ? stop(too_many) : go_on; }

  void open(MD_BLOCKTYPE type, void* detail) {
    write_open_block();
    MarkdownBlock block;
    block.quoted = quotes_ > 0;
    if (type == MD_BLOCK_H) {
      block.kind = MarkdownBlock::Kind::heading;
      block.level = static_cast<uint8_t>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
    } else if (type == MD_BLOCK_TH || type == MD_BLOCK_TD) {
      block.kind = MarkdownBlock::Kind::cell;
      block.cell = cell_;
    } else if (!items_.empty()) {
      block.kind = MarkdownBlock::Kind::item;
      block.level = static_cast<uint8_t>(items_.size());
      block.list = lists_;
      block.parent = parent_of_item();
    }
    open_ = std::move(block);
    in_html_block_ = type == MD_BLOCK_HTML;
    break_pending_ = false;
  }

  std::optional<uint32_t> parent_of_item() const {
    for (auto item = items_.rbegin(); item != items_.rend(); ++item) {
      if (item->first) return item->first;
    }
    return std::nullopt;
  }

  void write_open_block() {
    if (!open_) return;
    MarkdownBlock block = std::move(*open_);
    open_.reset();
    const Span kept = trimmed(block.content.text());
    const bool is_cell = block.kind == MarkdownBlock::Kind::cell;
    if (kept.empty() && !is_cell) return;
    if (block.kind == MarkdownBlock::Kind::item && !items_.back().first) {
      items_.back().first = static_cast<uint32_t>(blocks_.size());
    }
    blocks_.push_back(trim(std::move(block), kept));
  }

  static MarkdownBlock trim(MarkdownBlock block, Span kept) {
    block.content = block.content.part(kept);
    block.emphasised = within(block.emphasised, kept);
    block.links = within(block.links, kept);
    return block;
  }

  uint32_t text_end() const { return static_cast<uint32_t>(open_->content.text().size()); }

  int enter_span(MD_SPANTYPE type, void* detail) {
    if (++span_depth_ > kDeepestMarkdown) return stop(too_deep);
    ensure_open();
    flush_break_before_span();
    if ((type == MD_SPAN_EM || type == MD_SPAN_STRONG) && emphasis_++ == 0) emphasis_begin_ = text_end();
    if (type == MD_SPAN_A) {
      link_begin_ = text_end();
      link_target_ = attribute_text(static_cast<MD_SPAN_A_DETAIL*>(detail)->href);
    }
    return go_on;
  }

  int leave_span(MD_SPANTYPE type) {
    --span_depth_;
    if ((type == MD_SPAN_EM || type == MD_SPAN_STRONG) && --emphasis_ == 0) {
      if (emphasis_begin_ < text_end()) open_->emphasised.push_back({emphasis_begin_, text_end()});
    }
    if (type == MD_SPAN_A) open_->links.push_back({{link_begin_, text_end()}, std::move(link_target_)});
    return go_on;
  }

  /// The text of a tight list's item comes without a paragraph around it.
  void ensure_open() {
    if (!open_) open(MD_BLOCK_P, nullptr);
  }

  int take(MD_TEXTTYPE type, std::string_view text) {
    ensure_open();
    switch (type) {
      case MD_TEXT_BR:
      case MD_TEXT_SOFTBR:
        break_pending_ = true;
        ++breaks_;
        return too_many_blocks();
      case MD_TEXT_HTML: take_html(text); break;
      case MD_TEXT_ENTITY: take_entity(text); break;
      case MD_TEXT_NULLCHAR: break;  // load_text refuses NUL; a decoded one stands for nothing
      default: take_words(text); break;
    }
    return go_on;
  }

  bool from_source(std::string_view text) const {
    return std::less_equal<>{}(text_.data(), text.data()) &&
           std::less_equal<>{}(text.data() + text.size(), text_.data() + text_.size());
  }

  uint32_t offset_of(std::string_view text) const { return base_ + static_cast<uint32_t>(text.data() - text_.data()); }

  void take_words(std::string_view text) {
    if (text.empty()) return;
    if (!from_source(text)) return take_made_up(text);
    write_break(offset_of(text));
    if (open_->content.empty() && number_is_text()) keep_number(offset_of(text));
    append_without_returns(text, offset_of(text));
    last_end_ = offset_of(text) + static_cast<uint32_t>(text.size());
  }

  /// Nobody counts that far: "2024. The rule changed." is no list, whatever Markdown makes of it.
  bool number_is_text() const {
    return open_->kind == MarkdownBlock::Kind::item && !items_.back().first && starts_.back() > kHighestItemNumber;
  }

  void keep_number(uint32_t item_text) {
    const std::string_view text = file_.text();
    uint32_t begin = item_text;
    while (begin > base_ && std::string_view(" \t*_").find(text[begin - 1]) != std::string_view::npos) --begin;
    if (begin > base_) --begin;  // the mark after the number
    while (begin > base_ && text[begin - 1] >= '0' && text[begin - 1] <= '9') --begin;
    const Span marker{begin, item_text};
    open_->content.append(slice(text, marker), begin);
  }

  /// md4c keeps the carriage return of a line in HTML and code blocks.
  void append_without_returns(std::string_view text, uint32_t offset) {
    for (size_t at = 0; at < text.size();) {
      const size_t stop_at = std::min(text.find('\r', at), text.size());
      open_->content.append(text.substr(at, stop_at - at), offset + static_cast<uint32_t>(at));
      at = stop_at + 1;
    }
  }

  /// Line ends of code, and spaces that stand for a line end or an indent: md4c's own bytes.
  void take_made_up(std::string_view text) {
    for (const char c : text) {
      if (c == '\n' || c == ' ') break_pending_ = break_pending_ || next_line_end() != std::string_view::npos;
    }
  }

  size_t next_line_end() const {
    const size_t from = std::max(last_end_, base_) - base_;
    return text_.find_first_of("\r\n", from);
  }

  void take_entity(std::string_view text) {
    if (!from_source(text)) return;
    const uint32_t begin = offset_of(text);
    write_break(begin);
    const Span entity{begin, begin + static_cast<uint32_t>(text.size())};
    open_->content.append_for(decode_entity(text), entity);
    last_end_ = entity.end;
  }

  void take_html(std::string_view text) {
    if (!from_source(text)) return take_made_up(text);
    const uint32_t begin = offset_of(text);
    const uint32_t end = begin + static_cast<uint32_t>(text.size());
    if (in_html_block_) {
      take_html_block(text);
    } else if (is_line_break_tag(text)) {
      write_break(begin);
      open_->content.append_for("\n", {begin, end});
    }
    last_end_ = end;
  }

  void take_html_block(std::string_view text) {
    const bool was_inside = html_.inside_comment();
    for (const auto& piece : html_.words(text)) {
      const std::string_view words = slice(text, piece.span);
      if (piece.starts_line && !break_pending_ && !open_->content.empty()) {
        open_->content.append_for("\n", {offset_of(words), offset_of(words)});
      }
      take_words(words);
    }
    if (html_.inside_comment() && !was_inside) comment_begin_ = offset_of(text);
  }

  void end_html() {
    if (html_.inside_comment()) {
      diagnostics_.warning(file_, {comment_begin_, comment_begin_}, "this comment never ends: the text after it is not read",
                           "close it with `-->`");
    }
    html_.reset();
    in_html_block_ = false;
  }

  /// Before an emphasised or linked word the line break comes first, so that it stays outside the span.
  void flush_break_before_span() {
    if (!break_pending_) return;
    const size_t line_end = next_line_end();
    write_break(line_end == std::string_view::npos ? last_end_ : base_ + static_cast<uint32_t>(line_end) + 1);
  }

  /// A break stands for the line end of the file between the last words and `next`.
  void write_break(uint32_t next) {
    if (!break_pending_) return;
    break_pending_ = false;
    if (open_->content.empty()) return;
    const std::string_view gap = file_.text().substr(last_end_, next > last_end_ ? next - last_end_ : 0);
    const size_t feed = gap.find_first_of("\r\n");
    if (feed == std::string_view::npos) return open_->content.append_for("\n", {last_end_, last_end_});
    const auto begin = last_end_ + static_cast<uint32_t>(feed);
    const bool two_bytes = file_.text().substr(begin, 2) == "\r\n";
    if (file_.text()[begin] == '\n') {
      open_->content.append("\n", begin);
    } else {
      open_->content.append_for("\n", {begin, begin + (two_bytes ? 2U : 1U)});
    }
  }

  const SourceFile& file_;
  std::string_view text_;
  uint32_t base_;
  Diagnostics& diagnostics_;
  std::vector<MarkdownBlock> blocks_;
  std::optional<MarkdownBlock> open_;
  std::vector<Item> items_;       // the list items around the current place
  std::vector<unsigned> starts_;  // the first numbers of the lists around it, 0 for bullets
  HtmlText html_;
  std::string link_target_;
  TableCell cell_;
  size_t breaks_ = 0;  // lines begun inside a block
  size_t depth_ = 0;
  size_t span_depth_ = 0;
  uint32_t quotes_ = 0;
  uint32_t lists_ = 0;
  uint32_t emphasis_ = 0;
  uint32_t emphasis_begin_ = 0;
  uint32_t link_begin_ = 0;
  uint32_t last_end_ = 0;       // file offset after the last bytes taken
  uint32_t comment_begin_ = 0;  // file offset of the HTML line that opened a comment
  bool in_html_block_ = false;
  bool break_pending_ = false;
  Stop stop_ = go_on;
};

const Span& span_of(const Span& span) { return span; }
const Span& span_of(const Link& link) { return link.text; }
Span& span_of(Span& span) { return span; }
Span& span_of(Link& link) { return link.text; }

template <typename T>
std::vector<T> cut_to(std::span<const T> spans, Span window) {
  std::vector<T> cut;
  auto at = std::partition_point(spans.begin(), spans.end(), [&](const T& x) { return span_of(x).end <= window.begin; });
  for (; at != spans.end() && span_of(*at).begin < window.end; ++at) {
    T piece = *at;
    Span& span = span_of(piece);
    span = {std::max(span.begin, window.begin) - window.begin, std::min(span.end, window.end) - window.begin};
    if (!span.empty()) cut.push_back(std::move(piece));
  }
  return cut;
}

}  // namespace

std::vector<Span> within(std::span<const Span> spans, Span window) { return cut_to(spans, window); }
std::vector<Link> within(std::span<const Link> links, Span window) { return cut_to(links, window); }

std::optional<std::vector<MarkdownBlock>> parse_markdown(const SourceFile& file, Span part, Diagnostics& diagnostics) {
  return Listener(file, part, diagnostics).parse();
}

}  // namespace selaras
