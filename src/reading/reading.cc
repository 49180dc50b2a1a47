#include "reading/reading.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "language/acts.h"
#include "reading/clauses.h"
#include "reading/quotes.h"
#include "reading/relative_clauses.h"
#include "reading/stance.h"

namespace selaras {
namespace {

ReadingPlace place_of(const Message& message) {
  ReadingPlace place{message.country, message.corridor};
  if (message.audience && message.audience->location.size() == 2) place.countries.push_back(message.audience->location);
  return place;
}

/// Indexes of the items that begin inside the span; items are in the order of their start.
template <typename Item>
std::pair<uint32_t, uint32_t> range_in(const std::vector<Item>& items, Span span) {
  const auto before = [](const Item& item, uint32_t offset) { return item.span.begin < offset; };
  const auto first = std::lower_bound(items.begin(), items.end(), span.begin, before);
  const auto last = std::lower_bound(first, items.end(), span.end, before);
  return {static_cast<uint32_t>(first - items.begin()), static_cast<uint32_t>(last - items.begin())};
}

Sentence read_sentence(const Message& message, uint32_t block, Span span, const ReadBlock& read, const LanguagePack& pack) {
  Sentence sentence;
  sentence.block = block;
  sentence.span = span;
  std::tie(sentence.first_mention, sentence.last_mention) = range_in(read.mentions, span);
  std::tie(sentence.first_value, sentence.last_value) = range_in(read.values, span);
  const std::string& text = message.blocks[block].content.text();
  sentence.clauses = split_clauses(text, span, read);
  sentence.relatives = find_relative_clauses(text, sentence.clauses, read, pack);
  sentence.stance = stance_of(message.blocks[block], text, sentence, read);
  return sentence;
}

}  // namespace

std::string_view Reading::text(const Sentence& sentence) const {
  return slice(message->blocks[sentence.block].content.text(), sentence.span);
}

Reading read(const Message& message, const Lexicon& lexicon, Segmenter& segmenter) {
  Reading reading;
  reading.message = &message;
  reading.lexicon = &lexicon;
  const ReadingPlace place = place_of(message);
  for (uint32_t index = 0; index < message.blocks.size(); ++index) {
    const std::string& text = message.blocks[index].content.text();
    ReadBlock block;
    block.segmentation = segmenter.segment(text);
    block.mentions = lexicon.find(text, block.segmentation);
    compose_acts(lexicon.pack(), block.segmentation, block.mentions);
    block.values = find_values(text, block.segmentation, block.mentions, lexicon.pack(), place);
    block.quotes = find_quotes(text);
    for (const Span span : block.segmentation.sentences) {
      reading.sentences.push_back(read_sentence(message, index, span, block, lexicon.pack()));
    }
    reading.blocks.push_back(std::move(block));
  }
  return reading;
}

const Clause& clause_at(const Sentence& sentence, uint32_t offset) {
  const auto after = std::find_if(sentence.clauses.begin(), sentence.clauses.end(), [&](const Clause& c) { return offset < c.span.end; });
  return after == sentence.clauses.end() ? sentence.clauses.back() : *after;
}

}  // namespace selaras
