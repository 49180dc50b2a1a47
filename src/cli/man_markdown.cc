#include "cli/man_markdown.h"

#include <md4c.h>

#include <algorithm>

namespace selaras {
namespace {

class Writer {
 public:
  std::string write(std::string_view markdown) {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_NOHTML;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) { return static_cast<Writer*>(self)->enter(type, detail); };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) { return static_cast<Writer*>(self)->leave(type); };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* self) { return static_cast<Writer*>(self)->font(type, true); };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) { return static_cast<Writer*>(self)->font(type, false); };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) { return static_cast<Writer*>(self)->text(type, {text, size}); };
    md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, this);
    return std::move(out_);
  }

 private:
  void macro(std::string_view line) {
    if (!out_.empty() && !out_.ends_with('\n')) out_ += '\n';
    out_.append(line).append("\n");
  }

  int enter(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_H: heading_ = true; macro(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level <= 2 ? ".SH" : ".SS"); break;
      case MD_BLOCK_P: enter_paragraph(); break;
      case MD_BLOCK_CODE: macro(".RS 4\n.EX"); after_heading_ = false; break;
      case MD_BLOCK_LI: macro(".IP \\(bu 2"); in_item_ = true; after_heading_ = false; break;
      case MD_BLOCK_THEAD: in_head_ = true; break;
      case MD_BLOCK_TR: column_ = 0; after_heading_ = false; if (!in_head_) macro(".TP"); break;
      case MD_BLOCK_TD: enter_cell(); break;
      default: break;
    }
    return 0;
  }

  int leave(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_H: heading_ = false; after_heading_ = true; break;
      case MD_BLOCK_CODE: macro(".EE\n.RE"); break;
      case MD_BLOCK_UL: case MD_BLOCK_OL: in_item_ = false; break;
      case MD_BLOCK_TABLE: column_ = 0; break;
      case MD_BLOCK_THEAD: in_head_ = false; break;
      case MD_BLOCK_TD: if (column_ == 1) out_ += "\\fR\n"; break;
      default: break;
    }
    return 0;
  }

  /// The first paragraph of a section or an item needs no mark.
  void enter_paragraph() {
    if (!in_item_ && !after_heading_) macro(".PP");
    in_item_ = after_heading_ = false;
  }

  /// The first cell is the term, the others tell of it.
  void enter_cell() {
    ++column_;
    if (column_ == 1) out_ += "\\fB";
    if (column_ > 2 && !out_.ends_with('\n')) out_ += "; ";
  }

  int font(MD_SPANTYPE type, bool on) {
    if (in_head_ || heading_ || (type != MD_SPAN_CODE && type != MD_SPAN_STRONG && type != MD_SPAN_EM)) return 0;
    if (column_ == 1) return 0;  // a term is bold already
    out_ += !on ? "\\fR" : type == MD_SPAN_EM ? "\\fI" : "\\fB";
    return 0;
  }

  int text(MD_TEXTTYPE type, std::string_view text) {
    if (in_head_) return 0;
    if (type == MD_TEXT_SOFTBR || type == MD_TEXT_BR) {
      out_ += heading_ || column_ == 1 ? ' ' : '\n';
      return 0;
    }
    if (type == MD_TEXT_NULLCHAR) return 0;
    // Pieces of text meet inside a line: only what begins a line could be taken for a macro.
    const bool begins_line = out_.empty() || out_.ends_with('\n');
    std::string safe = roff(text);
    if (!begins_line && safe.starts_with("\\&")) safe.erase(0, 2);
    out_ += safe;
    return 0;
  }

  std::string out_;
  bool heading_ = false, after_heading_ = false, in_item_ = false, in_head_ = false;
  int column_ = 0;
};

}  // namespace

std::string roff(std::string_view text) {
  std::string out;
  bool begins_line = true;
  for (const char c : text) {
    if (begins_line && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
    begins_line = c == '\n';
  }
  return out;
}

std::string man_body(std::string_view markdown) { return Writer().write(markdown); }

}  // namespace selaras
