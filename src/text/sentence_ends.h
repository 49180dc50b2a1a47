// Mends the sentence ends that ICU found. Private to text/; Segmenter is the way in.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "text/segment.h"

namespace selaras {

class SentenceEnds {
 public:
  explicit SentenceEnds(const SentenceRules& rules);

  /// Whether only a mark or a line break can end a sentence.
  bool needs_marks() const { return starters_.empty(); }

  /// Byte offsets of the ends of sentences, from ICU's (ascending, the last one the end of the text) to ours. Single line breaks were
  /// hidden from ICU: one ends a sentence only before a bullet or a blank line.
  std::vector<uint32_t> mend(std::string_view text, const std::vector<uint32_t>& found) const;

  /// Offsets of the line breaks inside a sentence: neither beside another break nor before a bullet.
  static std::vector<uint32_t> soft_breaks(std::string_view text);

 private:
  bool is_false_end(std::string_view text, uint32_t end) const;
  bool goes_on_after_stop(std::string_view word, std::string_view rest) const;
  void add_missed_ends(std::string_view text, std::vector<uint32_t>& ends) const;
  bool is_missed_stop(std::string_view text, size_t stop, size_t next) const;
  bool begins_with_starter(std::string_view rest) const;

  std::unordered_set<std::string> before_names_;
  std::unordered_set<std::string> before_numbers_;
  std::vector<std::string> starters_;
};

}  // namespace selaras
