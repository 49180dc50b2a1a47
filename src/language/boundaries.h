// Where a phrase may begin and end in one folded block: at the ends of words, between the syllables of scripts without spaces, and, for
// some kinds of phrase, where letters meet digits. Private to language/.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "text/eight_bytes.h"
#include "text/fold.h"
#include "text/segment.h"

namespace selaras {

class Boundaries {
 public:
  enum Kind : uint8_t { none = 0, word = 1, syllable = 2, digit = 4 };

  Boundaries(const FoldedText& folded, const Segmentation& segmentation);
  Boundaries(const Boundaries&) = delete;
  Boundaries& operator=(const Boundaries&) = delete;

  /// What lies between the key bytes `at - 1` and `at`.
  uint8_t operator[](size_t at) const { return kinds_[at]; }
  /// From one place on, one byte a place, with LetterRun::kRoom zeros behind the last.
  const uint8_t* from(size_t at) const { return kinds_ + at; }
  /// The first boundary at or behind `at`; the length of the key when there is none before.
  uint32_t next(uint32_t at) const {
    for (; at < size_; at += 8) {
      const uint64_t told = not_zeros(eight_bytes(kinds_ + at));
      if (told != 0) return std::min(at + first_byte(told), size_);
    }
    return size_;
  }

 private:
  void mark_words(const FoldedText& folded, const Segmentation& segmentation);
  void mark_inside(std::string_view key);
  bool mark_ascii(std::string_view key);
  void mark_digit(std::string_view key, size_t at);

  uint32_t size_;                    // of the key
  std::array<uint8_t, 1024> short_;  // most blocks fit
  std::vector<uint8_t> long_;
  uint8_t* kinds_;  // one of the two
};

}  // namespace selaras
