// One pack compiled into one matcher, and the mentions it finds: one pass over the folded text, longest phrase first, at word
// boundaries (syllable boundaries in scripts without spaces; money, units and magnitudes also where letters meet digits: RM500).
// A hyphen, a space and a line break match alike. Hits of different kinds or concepts may overlap; of the same kind only the longest
// stays, where function words (cues, bounds, fixed values) count as one kind: "no more than" is no negation. Meanings that share
// one phrase all stay.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "language/pack.h"
#include "text/fold.h"
#include "text/segment.h"

namespace selaras {

struct Mention {
  Span span;           // bytes of the block's source text
  const Entry* entry;  // owned by the lexicon
  uint32_t first_token = 0;  // index in the segmentation; end exclusive
  uint32_t last_token = 0;
  // As in `entry`, which is rarely in the cache: most readers look for a few kinds among many mentions.
  EntryKind kind = EntryKind::concept_term;
  uint16_t meaning = 0;
};

class ArchiveReader;
class ArchiveWriter;

class Lexicon {
 public:
  /// Without phrases: to be filled by archive().
  Lexicon();
  explicit Lexicon(LanguagePack pack);
  ~Lexicon();
  Lexicon(Lexicon&&) noexcept;

  /// Its phrases are compiled: forms that mean the same share one, and only those with capitals of their own keep a text.
  const LanguagePack& pack() const;
  /// Mentions in the order of their start, longer first.
  std::vector<Mention> find(std::string_view text, const Segmentation& segmentation) const;

 private:
  friend void archive(ArchiveWriter& a, Lexicon& lexicon);
  friend void archive(ArchiveReader& a, Lexicon& lexicon);

  struct Automaton;
  std::unique_ptr<Automaton> automaton_;
};

}  // namespace selaras
