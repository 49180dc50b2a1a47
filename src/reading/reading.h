// What was understood of a message, before anything is compared: for every block its words, mentions and values; for every sentence
// and clause how it is meant (asserted, asked, quoted, denied) and of which time it speaks.
#pragma once

#include <cstdint>
#include <vector>

#include "language/lexicon.h"
#include "message/message.h"
#include "text/segment.h"
#include "value/value.h"

namespace selaras {

/// Whether the message stands behind a statement. Only `asserted` ones are its claims.
enum class Stance : uint8_t { asserted, asked, attributed, denied };

/// The time a clause speaks of, as far as its words tell.
enum class TimeView : uint8_t { present, past, planned };

/// Part of a sentence with cues of its own: cues act inside their clause, never across it.
struct Clause {
  Span span;  // in the block's text
  TimeView time = TimeView::present;
  Stance stance = Stance::asserted;  // attributed or denied by a cue of its own
};

struct Sentence {
  uint32_t block = 0;
  Span span;  // in the block's text
  Stance stance = Stance::asserted;
  std::vector<Clause> clauses;
  std::vector<Span> relatives;  // relative clauses: "who never registered"
  uint32_t first_mention = 0, last_mention = 0;  // of the block; end exclusive
  uint32_t first_value = 0, last_value = 0;
};

struct ReadBlock {
  Segmentation segmentation;
  std::vector<Mention> mentions;
  std::vector<Value> values;
  std::vector<Span> quotes;  // between quotation marks
};

struct Reading {
  const Message* message = nullptr;
  const Lexicon* lexicon = nullptr;
  std::vector<ReadBlock> blocks;      // parallel to the message's blocks
  std::vector<Sentence> sentences;    // in order

  std::string_view text(const Sentence& sentence) const;
  /// Bytes of the message's file.
  Span file_span(uint32_t block, Span in_block) const { return message->blocks[block].content.to_file(in_block); }
};

/// Reads a message with the lexicon of its language.
Reading read(const Message& message, const Lexicon& lexicon, Segmenter& segmenter);

/// The clause of the sentence that holds the offset.
const Clause& clause_at(const Sentence& sentence, uint32_t offset);

}  // namespace selaras
