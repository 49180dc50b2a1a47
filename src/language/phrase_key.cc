#include "language/phrase_key.h"

#include "text/fold.h"

namespace selaras {

std::string phrase_key(std::string_view phrase) {
  const std::string folded = fold_key(phrase);
  size_t begin = 0;
  size_t end = folded.size();
  while (begin < end && is_phrase_space(folded[begin])) ++begin;
  while (end > begin && is_phrase_space(folded[end - 1])) --end;
  std::string key;
  const std::string_view inner = std::string_view(folded).substr(begin, end - begin);
  key.reserve(inner.size());
  for (size_t at = 0; at < inner.size();) {
    const bool gap = is_phrase_gap(inner[at]);
    key.push_back(gap ? ' ' : inner[at]);
    at = gap ? after_gap(inner, at) : at + 1;
  }
  return key;
}

}  // namespace selaras
