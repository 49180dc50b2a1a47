#include "judge/value_claim.h"

#include <algorithm>

namespace selaras {
namespace {

bool is_cue(const Mention& mention, CueClass cue) {
  return mention.entry->kind == EntryKind::cue && mention.entry->meaning == static_cast<uint16_t>(cue);
}

class ClaimBuilder {
 public:
  explicit ClaimBuilder(const std::shared_ptr<const ClaimContext>& context)
      : reading_(*context->reading), sentence_(reading_.sentences[context->statement.sentence]), context_(context) {}

  ValueClaim claim(const Value& value) const {
    ValueClaim claim;
    claim.context = context_;
    claim.value = &value;
    const Clause& clause = clause_at(sentence_, value.core.begin);
    claim.time = clause.time;
    claim.stance = stance_of(value, clause);
    claim.beside = context_->values_around;
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

  void mark_clause(const Clause& clause, ValueClaim& claim) const {
    for (const auto& mention : block().mentions) {
      const bool outside = clause.span.contains(mention.span) && !claim.value->span.contains(mention.span);
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
  const Sentence& sentence_;
  std::shared_ptr<const ClaimContext> context_;
};

}  // namespace

std::vector<ValueClaim> value_claims(const std::shared_ptr<const ClaimContext>& context) {
  std::vector<ValueClaim> claims;
  const Statement& statement = context->statement;
  if (statement.first_value == statement.last_value) return claims;
  const ClaimBuilder builder(context);
  const auto& values = context->reading->blocks[context->reading->sentences[statement.sentence].block].values;
  for (uint32_t i = statement.first_value; i < statement.last_value; ++i) {
    if (values[i].kind != ValueKind::ordinal && !builder.is_idiom(values[i])) claims.push_back(builder.claim(values[i]));
  }
  return claims;
}

}  // namespace selaras
