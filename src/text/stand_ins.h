// A text whose only characters beyond ASCII are typographers' marks and symbols (dashes, curly quotes, bullets, currency signs, emoji), with an ASCII
// character in the place of each that breaks words and sentences alike: then the ASCII rules can read it, several times faster than
// ICU. tests/text/stand_ins_test.cc holds it against ICU. Private to text/.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/segment.h"

namespace selaras {

class StandIns {
 public:
  /// Replaces the text; keeps the memory. False, and the text is not to be used, when a character of `utf8` has no stand-in.
  bool assign(std::string_view utf8);

  std::string_view text() const { return text_; }
  /// Spans and ends in text(), in order, become those of the source.
  void to_source(std::vector<Token>& tokens) const;
  void to_source(std::vector<uint32_t>& ends) const;

 private:
  /// From one offset of text() on, how many bytes more the source has.
  struct Shift {
    uint32_t from;
    uint32_t bytes;
  };
  class WayBack;

  std::string text_;
  std::vector<Shift> shifts_;  // in order
};

}  // namespace selaras
