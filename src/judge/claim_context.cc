#include "judge/claim_context.h"

#include <algorithm>

namespace selaras {
namespace {

constexpr double kStatementWeight = 1.0;
constexpr double kSentenceWeight = 0.7;
constexpr double kContextWeight = 0.4;
constexpr uint32_t kSentencesBefore = 2;
constexpr int kContextLevels = 3;

bool is_sanction(const Mention& mention) {
  return mention.entry->kind == EntryKind::cue && mention.entry->meaning == static_cast<uint16_t>(CueClass::sanction);
}

/// The words of a message's blocks by the numbers of their stems, each block read once, when it is first asked for.
class MessageWords {
 public:
  MessageWords(const Reading& reading, const Stemmer& stemmer, const TextIndex& by_text)
      : reading_(reading), numbers_(by_text, stemmer), blocks_(reading.blocks.size()) {}

  void add(uint32_t block, Span span, double weight) {
    const auto& words = words_of(block);
    auto word = std::partition_point(words.begin(), words.end(), [&](const Word& w) { return w.span.begin < span.begin; });
    for (; word != words.end() && word->span.end <= span.end; ++word) query_.add(word->stem, weight);
  }
  std::vector<QueryTerm> take() { return query_.take(); }

 private:
  struct Word {
    Span span;
    uint32_t stem;
  };

  const std::vector<Word>& words_of(uint32_t block) {
    auto& words = blocks_[block];
    if (words) return *words;
    words.emplace();
    const std::string& text = reading_.message->blocks[block].content.text();
    for (const auto& token : reading_.blocks[block].segmentation.tokens) {
      if (token.kind == TokenKind::word) words->push_back({token.span, numbers_.of(slice(text, token.span))});
    }
    return *words;
  }

  const Reading& reading_;
  StemNumbers numbers_;
  std::vector<std::optional<std::vector<Word>>> blocks_;
  QueryBuilder query_;
};

class ContextBuilder {
 public:
  ContextBuilder(const Reading& reading, Statement statement, MessageWords& words)
      : reading_(reading), sentence_(reading.sentences[statement.sentence]), words_(words) {
    context_.reading = &reading;
    context_.statement = std::move(statement);
  }

  ClaimContext build() {
    add_own_sentence();
    for (const uint32_t before : sentences_before()) add_sentence_before(before);
    add_context_blocks();
    context_.terms = words_.take();
    return std::move(context_);
  }

 private:
  const Block& block_of(uint32_t index) const { return reading_.message->blocks[index]; }

  void add_own_sentence() {
    const Span own = context_.statement.span;
    const auto& block = reading_.blocks[sentence_.block];
    for (uint32_t i = sentence_.first_mention; i < sentence_.last_mention; ++i) {
      const Mention& mention = block.mentions[i];
      add_concept(mention, own.contains(mention.span) ? Nearness::clause : Nearness::sentence);
      add_place(mention, context_.named_places);
      context_.tells_sanction = context_.tells_sanction || is_sanction(mention);
    }
    add_words(sentence_.block, own, kStatementWeight);
    if (own.begin > sentence_.span.begin) add_words(sentence_.block, {sentence_.span.begin, own.begin}, kSentenceWeight);
    if (own.end < sentence_.span.end) add_words(sentence_.block, {own.end, sentence_.span.end}, kSentenceWeight);
  }

  std::vector<uint32_t> sentences_before() const {
    std::vector<uint32_t> found;
    const uint32_t index = context_.statement.sentence;
    const auto context = block_of(sentence_.block).context;
    for (uint32_t back = 1; back <= kSentencesBefore && back <= index; ++back) {
      const auto& before = reading_.sentences[index - back];
      if (context && before.block == *context) break;  // taken as context of the block
      if (before.block != sentence_.block && block_of(before.block).context != context) break;
      found.push_back(index - back);
    }
    return found;
  }

  void add_sentence_before(uint32_t index) {
    const auto& sentence = reading_.sentences[index];
    const auto& block = reading_.blocks[sentence.block];
    for (uint32_t i = sentence.first_mention; i < sentence.last_mention; ++i) {
      add_concept(block.mentions[i], Nearness::context);
      add_place(block.mentions[i], context_.places_around);
      context_.tells_sanction = context_.tells_sanction || is_sanction(block.mentions[i]);
    }
    for (uint32_t i = sentence.first_value; i < sentence.last_value; ++i) context_.values_around.push_back(&block.values[i]);
    add_words(sentence.block, sentence.span, kContextWeight);
  }

  void add_context_blocks() {
    auto index = block_of(sentence_.block).context;
    for (int level = 0; index && level < kContextLevels; ++level) {
      const auto& block = reading_.blocks[*index];
      for (const auto& mention : block.mentions) {
        add_concept(mention, Nearness::context);
        add_place(mention, context_.places_around);
      }
      for (const auto& value : block.values) context_.values_around.push_back(&value);
      add_words(*index, {0, static_cast<uint32_t>(block_of(*index).content.text().size())}, kContextWeight);
      index = block_of(*index).context;
    }
  }

  void add_concept(const Mention& mention, Nearness nearness) {
    if (mention.entry->kind == EntryKind::concept_term) context_.concepts.push_back({mention.entry->concept_id, nearness});
  }

  static void add_place(const Mention& mention, std::vector<std::string>& places) {
    if (mention.entry->kind != EntryKind::place) return;
    if (std::find(places.begin(), places.end(), mention.entry->symbol) == places.end()) places.push_back(mention.entry->symbol);
  }

  void add_words(uint32_t block, Span span, double weight) { words_.add(block, span, weight); }

  const Reading& reading_;
  const Sentence& sentence_;
  MessageWords& words_;
  ClaimContext context_;
};

}  // namespace

std::vector<std::shared_ptr<const ClaimContext>> claim_contexts(const Reading& reading, const Stemmer& stemmer, const TextIndex& by_text) {
  MessageWords words(reading, stemmer, by_text);
  std::vector<std::shared_ptr<const ClaimContext>> contexts;
  for (uint32_t index = 0; index < reading.sentences.size(); ++index) {
    for (auto& statement : find_statements(reading, index)) {
      contexts.push_back(std::make_shared<const ClaimContext>(ContextBuilder(reading, std::move(statement), words).build()));
    }
  }
  return contexts;
}

}  // namespace selaras
