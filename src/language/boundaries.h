// Where a phrase may begin and end in one folded block: at the ends of words, between the syllables of scripts without spaces, and, for
// some kinds of phrase, where letters meet digits. Private to language/.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <vector>

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
    const uint8_t* kinds = kinds_;
    while (at < size_) {
      uint64_t eight = 0;
      std::memcpy(&eight, kinds + at, sizeof eight);
      if (eight != 0) break;
      at += sizeof eight;
    }
    while (at < size_ && kinds[at] == none) ++at;
    return at < size_ ? at : size_;
  }

 private:
  void mark_words(const FoldedText& folded, const Segmentation& segmentation);
  void mark_inside(std::string_view key);
  void mark_digits(std::string_view ascii_key);

  uint32_t size_;  // of the key
  std::array<uint8_t, 1024> short_;  // most blocks fit
  std::vector<uint8_t> long_;
  uint8_t* kinds_;  // one of the two
};

}  // namespace selaras
