// Where a phrase may begin and end in one folded block: at the ends of words, between the syllables of scripts without spaces, and, for
// some kinds of phrase, where letters meet digits. Private to language/.
#pragma once

#include <cstdint>
#include <vector>

#include "text/fold.h"
#include "text/segment.h"

namespace selaras {

class Boundaries {
 public:
  enum Kind : uint8_t { none = 0, word = 1, syllable = 2, digit = 4 };

  Boundaries(const FoldedText& folded, const Segmentation& segmentation);

  /// What lies between the key bytes `at - 1` and `at`.
  uint8_t operator[](size_t at) const { return kinds_.data()[at]; }

 private:
  void mark_words(const FoldedText& folded, const Segmentation& segmentation);
  void mark_inside(std::string_view key);

  std::vector<uint8_t> kinds_;
};

}  // namespace selaras
