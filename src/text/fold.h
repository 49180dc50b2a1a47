// The lookup key of a text: NFKC case folding with zero-width characters dropped and the spellings that readers take for one
// another made equal (curly and straight apostrophes, Arabic letter variants, mark order in Thai, Lao and Khmer), and the way back
// from every byte of the key to the byte of the source it came from. Lexicon entries and message text are folded alike. A key is
// for looking up only: it is never shown, and never segmented (the dictionaries hold the unfolded forms).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace selaras {

class FoldedText {
 public:
  std::string key;

  /// Whether every offset is the same in key and source.
  bool keeps_offsets() const { return shifts_.empty(); }
  /// The source bytes behind a range of key bytes; a range that cuts through what one source character became covers all of it.
  Span source(Span in_key) const { return shifts_.empty() ? in_key : shifted_source(in_key); }
  /// The first key byte that comes from the source byte at or after `offset`.
  uint32_t key_offset(uint32_t source_offset) const { return shifts_.empty() ? source_offset : shifted_key_offset(source_offset); }

 private:
  Span shifted_source(Span in_key) const;
  uint32_t shifted_key_offset(uint32_t source_offset) const;
  friend class Folder;
  /// A piece whose length changed. Between two shifts the offsets of key and source run in step.
  struct Shift {
    Span key;
    Span source;
  };
  std::vector<Shift> shifts_;  // in order; empty for most Latin texts
};

/// `utf8` must be valid UTF-8.
FoldedText fold(std::string_view utf8);
/// The key alone.
std::string fold_key(std::string_view utf8);

}  // namespace selaras
