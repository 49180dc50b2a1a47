#include "judge/value_claim.h"

#include <algorithm>

namespace selaras {
namespace {

constexpr double kSentenceWeight = 1.0;
constexpr double kContextWeight = 0.4;
constexpr uint32_t kSentencesBefore = 2;

bool is_cue(const Mention& mention, CueClass cue) {
  return mention.entry->kind == EntryKind::cue && mention.entry->meaning == static_cast<uint16_t>(cue);
}

class ClaimBuilder {
 public:
  ClaimBuilder(const Reading& reading, uint32_t sentence, const Stemmer& stemmer)
      : reading_(reading), index_(sentence), sentence_(reading.sentences[sentence]), stemmer_(stemmer) {
    shared_.reading = &reading;
    shared_.sentence = sentence;
    add_sentence(index_, kSentenceWeight, false);
    shared_.tells_sanction = has_cue(index_, CueClass::sanction);
    for (const uint32_t before : sentences_before()) {
      add_sentence(before, kContextWeight, true);
      shared_.tells_sanction = shared_.tells_sanction || has_cue(before, CueClass::sanction);
    }
    add_context_blocks();
  }

  ValueClaim claim(const Value& value) const {
    ValueClaim claim = shared_;
    claim.value = &value;
    const Clause& clause = clause_at(sentence_, value.core.begin);
    claim.time = clause.time;
    claim.stance = stance_of(value, clause);
    mark_clause(clause, claim);
    for (const auto& other : block().values) {
      const bool in_sentence = sentence_.span.contains(other.span);
      if (in_sentence && &other != &value) claim.beside.push_back(&other);
    }
    claim.as_of = date_in(clause, value);
    return claim;
  }

  /// "Not one taka more", "not a single day": one of something right behind a negation is no amount.
  bool is_idiom(const Value& value) const {
    if (!value.in_words || value.lo != 1 || value.hi != 1) return false;
    return std::any_of(block().mentions.begin(), block().mentions.end(), [&](const Mention& m) {
      return is_cue(m, CueClass::negation) && m.span.end <= value.span.begin && value.span.begin - m.span.end <= 1;
    });
  }

 private:
  const ReadBlock& block() const { return reading_.blocks[sentence_.block]; }

  Stance stance_of(const Value& value, const Clause& clause) const {
    if (sentence_.stance != Stance::asserted) return sentence_.stance;
    return inside_any_quote(value) ? Stance::attributed : clause.stance;
  }

  bool inside_any_quote(const Value& value) const {
    return std::any_of(block().quotes.begin(), block().quotes.end(), [&](Span quote) { return quote.contains(value.core); });
  }

  std::vector<uint32_t> sentences_before() const {
    std::vector<uint32_t> found;
    const auto context = reading_.message->blocks[sentence_.block].context;
    for (uint32_t back = 1; back <= kSentencesBefore && back <= index_; ++back) {
      const auto& before = reading_.sentences[index_ - back];
      if (context && before.block == *context) break;  // taken as context of the block
      const auto other_context = reading_.message->blocks[before.block].context;
      if (before.block != sentence_.block && other_context != context) break;
      found.push_back(index_ - back);
    }
    return found;
  }

  void add_sentence(uint32_t index, double weight, bool is_context) {
    const auto& sentence = reading_.sentences[index];
    const auto& block = reading_.blocks[sentence.block];
    for (uint32_t i = sentence.first_mention; i < sentence.last_mention; ++i) add_mention(block.mentions[i], is_context);
    add_words(sentence.block, sentence.span, weight);
    if (!is_context) return;
    for (uint32_t i = sentence.first_value; i < sentence.last_value; ++i) shared_.beside.push_back(&block.values[i]);
  }

  bool has_cue(uint32_t index, CueClass cue) const {
    const auto& sentence = reading_.sentences[index];
    const auto begin = reading_.blocks[sentence.block].mentions.begin();
    return std::any_of(begin + sentence.first_mention, begin + sentence.last_mention, [&](const Mention& m) { return is_cue(m, cue); });
  }

  void add_mention(const Mention& mention, bool is_context) {
    if (mention.entry->kind == EntryKind::concept_term) {
      shared_.concepts.push_back({mention.entry->concept_id, is_context ? Nearness::context : Nearness::sentence});
    } else if (mention.entry->kind == EntryKind::place && !is_context) {
      auto& places = shared_.named_places;
      if (std::find(places.begin(), places.end(), mention.entry->symbol) == places.end()) places.push_back(mention.entry->symbol);
    }
  }

  void add_words(uint32_t block, Span span, double weight) {
    const std::string& text = reading_.message->blocks[block].content.text();
    Segmentation part;
    for (const auto& token : reading_.blocks[block].segmentation.tokens) {
      if (span.contains(token.span)) part.tokens.push_back(token);
    }
    add_terms(stemmer_, text, part, weight, shared_.terms);
  }

  void add_context_blocks() {
    auto context = reading_.message->blocks[sentence_.block].context;
    for (int level = 0; context && level < 3; ++level) {
      const auto& block = reading_.blocks[*context];
      for (const auto& mention : block.mentions) add_mention(mention, true);
      for (const auto& value : block.values) shared_.beside.push_back(&value);
      const auto size = static_cast<uint32_t>(reading_.message->blocks[*context].content.text().size());
      add_words(*context, {0, size}, kContextWeight);
      context = reading_.message->blocks[*context].context;
    }
  }

  void mark_clause(const Clause& clause, ValueClaim& claim) const {
    for (const auto& mention : block().mentions) {
      if (!clause.span.contains(mention.span)) continue;
      if (mention.entry->kind == EntryKind::concept_term) claim.concepts.push_back({mention.entry->concept_id, Nearness::clause});
      const bool outside = !claim.value->span.contains(mention.span);
      if (mention.entry->kind == EntryKind::bound && outside) add_bound(static_cast<BoundCue>(mention.entry->meaning), claim);
    }
  }

  static void add_bound(BoundCue cue, ValueClaim& claim) {
    if (cue == BoundCue::at_most) claim.bounds_near.push_back(Bound::at_most);
    if (cue == BoundCue::at_least) claim.bounds_near.push_back(Bound::at_least);
  }

  /// A date of the clause that places it in time, unless it tells since when the rule goes on.
  std::optional<DateRange> date_in(const Clause& clause, const Value& value) const {
    const auto goes_on = std::any_of(block().mentions.begin(), block().mentions.end(), [&](const Mention& m) {
      return clause.span.contains(m.span) && (is_cue(m, CueClass::since) || is_cue(m, CueClass::begins));
    });
    for (const auto& other : block().values) {
      const bool is_date = &other != &value && other.kind == ValueKind::date && other.date && !other.year_missing;
      if (!is_date || other.bound == Bound::at_least) continue;
      const bool bounded = other.bound == Bound::at_most || other.bound == Bound::less_than;
      if (clause.span.contains(other.span) && (bounded || !goes_on)) return other.date;
      if (heads_sentence(other)) return other.date;
    }
    return std::nullopt;
  }

  /// "2018: three to five years." The date stands at the head of the sentence or of its line with a colon behind it.
  bool heads_sentence(const Value& date) const {
    const std::string& text = reading_.message->blocks[sentence_.block].content.text();
    const bool first = date.span.begin == sentence_.span.begin || (date.span.begin > 0 && text[date.span.begin - 1] == '\n');
    return first && sentence_.span.contains(date.span) && date.span.end < text.size() && text[date.span.end] == ':';
  }

  const Reading& reading_;
  uint32_t index_;
  const Sentence& sentence_;
  const Stemmer& stemmer_;
  ValueClaim shared_;
};

}  // namespace

std::vector<ValueClaim> value_claims(const Reading& reading, const Stemmer& stemmer) {
  std::vector<ValueClaim> claims;
  for (uint32_t index = 0; index < reading.sentences.size(); ++index) {
    const auto& sentence = reading.sentences[index];
    if (sentence.first_value == sentence.last_value) continue;
    const ClaimBuilder builder(reading, index, stemmer);
    const auto& values = reading.blocks[sentence.block].values;
    for (uint32_t i = sentence.first_value; i < sentence.last_value; ++i) {
      if (values[i].kind != ValueKind::ordinal && !builder.is_idiom(values[i])) claims.push_back(builder.claim(values[i]));
    }
  }
  return claims;
}

}  // namespace selaras
