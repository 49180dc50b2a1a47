// The words of raw HTML inside Markdown: what stands between the tags, without comments, scripts and styles. Fed piece by piece,
// since md4c hands out an HTML block line by line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace selaras {

class HtmlText {
 public:
  struct Piece {
    Span span;                 // counts from the start of what was fed
    bool starts_line = false;  // after a tag that is more than emphasis or a link: a cell, a list item, `<br>`
  };
  std::vector<Piece> words(std::string_view html);
  bool inside_comment() const { return state_ == State::comment; }
  /// Forgets an open tag or comment at the end of an HTML block.
  void reset() { *this = HtmlText(); }

 private:
  enum class State { words, tag, comment, hidden };
  size_t leave_words(std::string_view rest);
  size_t close(std::string_view rest, std::string_view mark);
  State state_ = State::words;
  bool starts_line_ = false;
  std::string hidden_end_;  // "</script>" or "</style>"
};

/// The character that an entity (`&amp;`, `&#x2014;`) stands for, in UTF-8; the entity itself when it is not known.
std::string decode_entity(std::string_view entity);
/// Whether an inline tag breaks the line (`<br>`).
bool is_line_break_tag(std::string_view html);

}  // namespace selaras
