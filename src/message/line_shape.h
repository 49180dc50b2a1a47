// What one line of a message looks like: labelled ("Myth: …"), opened by a name as in a script ("AMINA: …"), wholly bold, a
// quotation, a question. Looks at the line alone; which reading holds is decided by blocks.h, which sees the lines around it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "message/block_labels.h"
#include "message/markdown.h"

namespace selaras {

/// Words in front of a line that may name who speaks.
struct Opening {
  std::string name;            // as written, without marks
  uint32_t rest = 0;           // where the words after it begin
  std::optional<BlockLabel> label;  // when the name is a word of rules/blocks.yaml for a voice
  bool capitals = false;       // written in capitals only
};

/// The number of a typed list, and where the words after it begin.
struct Number {
  int value = 0;
  uint32_t rest = 0;
};

struct LineShape {
  std::optional<BlockLabel> label;    // question … screen
  uint32_t rest = 0;             // where the words after the label begin (the line's begin without one)
  bool label_is_letter = false;  // "A.", which may as well count something
  std::optional<Opening> opening;
  bool emphasised = false;  // the whole line is bold or italic
  bool starts_emphasised = false;
  bool asks = false;  // ends with a question mark, closing quotes aside
  bool ends_sentence = false;
  bool bracketed = false;              // the whole line stands in brackets
  bool quotation = false;              // the whole line stands in quotation marks
  std::optional<uint32_t> quote_end;   // starts with a quotation that ends here, and a new sentence follows
  bool quote_asks = false;             // that quotation ends with a question mark
  std::optional<Number> number;        // starts with a typed number: "3. ", in any script's digits
  std::optional<uint32_t> bullet_end;  // starts with a typed bullet; the words begin here
};

/// A line of a block, and what it looks like.
struct Line {
  uint32_t block = 0;  // index of its MarkdownBlock
  Span span;
  LineShape shape;
};

/// `line` is a span of the block's text without outer spaces. All offsets are offsets in that text.
LineShape shape_of(const MarkdownBlock& block, Span line, const BlockLabels& labels, std::string_view language);

/// The span without spaces at either end.
Span trim_spaces(std::string_view text, Span span);

}  // namespace selaras
