#include "judge/claim_form.h"

#include <algorithm>

namespace selaras {
namespace {

constexpr uint32_t kBehind = 60;  // bytes: how far behind a share the people stand it is a share of
constexpr uint32_t kBetween = 40;  // bytes between the two numbers of "eight girls in ten"

class Form {
 public:
  explicit Form(const ClaimContext& context)
      : statement_(context.statement), sentence_(context.reading->sentences[context.statement.sentence]), block_(context.reading->blocks[sentence_.block]) {}

  bool share_of_people() const {
    for (uint32_t i = statement_.first_value; i < statement_.last_value; ++i) {
      const Value& value = block_.values[i];
      if (value.kind == ValueKind::percent && followed_by_part(value.span.end) && people_behind(value.span.end, kBehind)) return true;
      const bool pair = i + 1 < statement_.last_value && is_count(value) && is_count(block_.values[i + 1]);
      if (!pair) continue;
      const Value& whole = block_.values[i + 1];
      if (whole.core.begin < value.core.end || whole.core.begin - value.core.end > kBetween || value.hi > whole.hi) continue;
      if (is_round(whole.lo) && joined_by_part(value.core.end, whole.core.end)) return true;
    }
    return false;
  }

  /// "…, he says": the sentence names who says so.
  bool told_by_others() const {
    return std::any_of(block_.mentions.begin() + sentence_.first_mention, block_.mentions.begin() + sentence_.last_mention,
                       [](const Mention& m) { return is_cue(m, CueClass::attribution); });
  }

  /// "They promise you": a pronoun for somebody else stands right before the word of certainty.
  bool promised_by_them() const {
    const Mention* certain = first(CueClass::certainty);
    return certain != nullptr && std::any_of(block_.mentions.begin() + sentence_.first_mention, block_.mentions.begin() + sentence_.last_mention, [&](const Mention& m) {
      return is_cue(m, CueClass::third_person) && m.last_token <= certain->first_token && certain->first_token - m.last_token <= 1;
    });
  }

  bool has(CueClass is) const { return first(is) != nullptr; }

  const Mention* first(CueClass is) const {
    for (uint32_t i = sentence_.first_mention; i < sentence_.last_mention; ++i) {
      const Mention& m = block_.mentions[i];
      if (is_cue(m, is) && statement_.span.contains(m.span)) return &m;
    }
    return nullptr;
  }

  /// The place named as the subject of a "will" of the statement, when it is another than the own one.
  std::optional<std::string> place_that_will(std::string_view own) const {
    for (uint32_t i = sentence_.first_mention; i < sentence_.last_mention; ++i) {
      const Mention& m = block_.mentions[i];
      if (!is_cue(m, CueClass::future) || !statement_.span.contains(m.span)) continue;
      if (const Mention* place = place_before(m); place != nullptr && place->entry->symbol != own) return place->entry->symbol;
    }
    return std::nullopt;
  }

 private:
  /// The place before the word in its clause, with no person of its own in between; nullptr when there is none.
  const Mention* place_before(const Mention& will) const {
    const Span clause = clause_at(sentence_, will.span.begin).span;
    const Mention* place = nullptr;
    for (uint32_t i = sentence_.first_mention; i < sentence_.last_mention; ++i) {
      const Mention& m = block_.mentions[i];
      if (!clause.contains(m.span) || m.span.end > will.span.begin) continue;
      if (m.entry->kind == EntryKind::place) place = &m;
      if (is_cue(m, CueClass::second_person) || is_cue(m, CueClass::first_person)) place = nullptr;
      if (m.entry->kind == EntryKind::concept_term && m.entry->concept_kind == ConceptKind::person) place = nullptr;
    }
    return place;
  }

  static bool is_cue(const Mention& m, CueClass is) { return m.entry->kind == EntryKind::cue && m.entry->meaning == static_cast<uint16_t>(is); }
  static bool is_count(const Value& value) { return value.kind == ValueKind::number && value.bound == Bound::exact && value.lo == value.hi && value.lo >= 1; }

  bool people_behind(uint32_t from, uint32_t reach) const {
    return std::any_of(block_.mentions.begin(), block_.mentions.end(), [&](const Mention& m) {
      const bool countable = m.entry->concept_kind == ConceptKind::person || m.entry->concept_kind == ConceptKind::actor || m.entry->concept_kind == ConceptKind::thing;
      return m.entry->kind == EntryKind::concept_term && countable && m.span.begin >= from && m.span.begin - from <= reach &&
             statement_.span.contains(m.span);
    });
  }

  /// "of" right behind the share.
  bool followed_by_part(uint32_t from) const {
    return std::any_of(block_.mentions.begin(), block_.mentions.end(),
                       [&](const Mention& m) { return is_cue(m, CueClass::part_of) && m.span.begin >= from && m.span.begin - from <= 1; });
  }

  /// A whole that shares are told of.
  static bool is_round(double whole) { return (whole >= 2 && whole <= 10) || whole == 20 || whole == 100 || whole == 1000; }

  /// "in", "out of": the pack's words for what something is a part of.
  bool joined_by_part(uint32_t from, uint32_t to) const {
    return std::any_of(block_.mentions.begin(), block_.mentions.end(),
                       [&](const Mention& m) { return is_cue(m, CueClass::part_of) && m.span.begin >= from && m.span.end <= to; });
  }

  const Statement& statement_;
  const Sentence& sentence_;
  const ReadBlock& block_;
};

}  // namespace

bool tells_statistic(const ClaimContext& context) { return Form(context).share_of_people(); }

std::optional<std::string> promises_for(const ClaimContext& context) { return Form(context).place_that_will(context.reading->message->country); }

bool guarantees(const ClaimContext& context) {
  const Statement& statement = context.statement;
  const Form form(context);
  if (!statement.certain || statement.negated || statement.conditional || form.has(CueClass::quantifier_none) || form.has(CueClass::inability) || form.told_by_others() || form.promised_by_them()) return false;
  const bool by_others = std::any_of(statement.predicates.begin(), statement.predicates.end(), [](const Predicate& p) { return p.bearer.has_value(); });
  return form.has(CueClass::first_person) || !by_others;
}

}  // namespace selaras
