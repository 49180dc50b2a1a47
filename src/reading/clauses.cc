#include "reading/clauses.h"

#include <algorithm>
#include <array>
#include <compare>
#include <initializer_list>

#include "base/utf8.h"

namespace selaras {
namespace {

constexpr std::array<char32_t, 18> kSeparators = {U',', U';', U':', U'(', U')', U'—', U'–', U'،', U'؛', U'၊', U'\n', U'។', U'។', U'…', U'。', U'、', U'!', U'?'};

bool separates(char32_t c) { return std::find(kSeparators.begin(), kSeparators.end(), c) != kSeparators.end(); }

bool inside_value(const ReadBlock& read, uint32_t offset) {
  return std::any_of(read.values.begin(), read.values.end(),
                     [&](const Value& value) { return value.span.begin < offset && offset < value.span.end; });
}

bool is_cue(const Mention& mention, CueClass cue) {
  return mention.entry->kind == EntryKind::cue && mention.entry->meaning == static_cast<uint16_t>(cue);
}

/// Words that may join two statements: but, and.
bool joins(const Mention& mention) { return is_cue(mention, CueClass::contrast) || is_cue(mention, CueClass::conjunction); }

struct Cut {
  uint32_t at;
  bool join;  // a joining word, not a mark
  auto operator<=>(const Cut&) const = default;
};

std::vector<Cut> cuts_in(std::string_view text, Span sentence, const ReadBlock& read) {
  std::vector<Cut> cuts;
  for (uint32_t at = sentence.begin; at < sentence.end;) {
    const auto [c, length] = code_point_at(text, at);
    if (separates(c) && !inside_value(read, at)) cuts.push_back({at + length, false});
    at += length;
  }
  for (const auto& mention : read.mentions) {
    const bool here = sentence.begin < mention.span.begin && mention.span.end < sentence.end;
    if (here && joins(mention) && !inside_value(read, mention.span.begin)) cuts.push_back({mention.span.begin, true});
  }
  std::sort(cuts.begin(), cuts.end());
  return cuts;
}

bool has_value(const ReadBlock& read, Span span) {
  return std::any_of(read.values.begin(), read.values.end(), [&](const Value& value) { return span.contains(value.span); });
}

bool has_content(const ReadBlock& read, Span span) {
  const bool mentions = std::any_of(read.mentions.begin(), read.mentions.end(), [&](const Mention& m) { return span.contains(m.span); });
  return mentions || has_value(read, span);
}

/// A date tells when, not how much.
bool has_amount(const ReadBlock& read, Span span) {
  return std::any_of(read.values.begin(), read.values.end(),
                     [&](const Value& value) { return value.kind != ValueKind::date && span.contains(value.span); });
}

/// A mark parts what says something on both sides, a joining word only what states an amount on both.
bool parts(const ReadBlock& read, const Cut& cut, Span left, Span right) {
  return cut.join ? has_amount(read, left) && has_amount(read, right) : has_content(read, left) && has_content(read, right);
}

bool has_cue(const ReadBlock& read, Span span, CueClass cue) {
  return std::any_of(read.mentions.begin(), read.mentions.end(),
                     [&](const Mention& m) { return span.contains(m.span) && is_cue(m, cue); });
}

bool has_any(const ReadBlock& read, Span span, std::initializer_list<CueClass> cues) {
  return std::any_of(cues.begin(), cues.end(), [&](CueClass cue) { return has_cue(read, span, cue); });
}

TimeView time_of(const ReadBlock& read, Span span) {
  if (has_any(read, span, {CueClass::proposed, CueClass::not_yet})) return TimeView::planned;
  const bool over = has_any(read, span, {CueClass::past, CueClass::formerly, CueClass::ended, CueClass::no_longer});
  return over ? TimeView::past : TimeView::present;
}

/// "An officer who thinks that …": what somebody of whom the sentence speaks says or thinks attributes nothing.
bool attributes(const ReadBlock& read, Span span) {
  const auto first = [&](CueClass cue) {
    return std::find_if(read.mentions.begin(), read.mentions.end(), [&](const Mention& m) { return span.contains(m.span) && is_cue(m, cue); });
  };
  const auto said = first(CueClass::attribution);
  const auto relative = first(CueClass::relative);
  if (said == read.mentions.end() || relative == read.mentions.end() || relative->span.begin > said->span.begin) return said != read.mentions.end();
  return std::any_of(relative, said, [](const Mention& m) { return m.entry->kind == EntryKind::concept_term && m.entry->concept_kind == ConceptKind::action; });
}

Stance stance_of(const ReadBlock& read, Span span) {
  if (has_cue(read, span, CueClass::denial)) return Stance::denied;
  return attributes(read, span) ? Stance::attributed : Stance::asserted;
}

/// A clause without a word of time takes the past from its neighbour: "the old fee, five dollars, was dropped".
void spread_past(const ReadBlock& read, std::vector<Clause>& clauses) {
  const auto is_over = [&](const Clause& clause) {
    const bool until_then = has_cue(read, clause.span, CueClass::until) && has_cue(read, clause.span, CueClass::past);
    return until_then || has_any(read, clause.span, {CueClass::formerly, CueClass::ended, CueClass::no_longer});
  };
  const auto has_time = [&](const Clause& clause) { return has_any(read, clause.span, {CueClass::now, CueClass::begins}); };
  bool goes_on = false;  // what was said to be over reaches on to the right until a word of time stops it
  for (size_t i = 0; i < clauses.size(); ++i) {
    const bool over = is_over(clauses[i]);
    const bool before_over = i + 1 < clauses.size() && is_over(clauses[i + 1]);
    const bool open = clauses[i].time == TimeView::present && !has_time(clauses[i]);
    if (open && (goes_on || before_over)) clauses[i].time = TimeView::past;
    goes_on = over || (goes_on && open);
  }
}

}  // namespace

std::vector<Clause> split_clauses(std::string_view text, Span sentence, const ReadBlock& read) {
  std::vector<Clause> clauses;
  uint32_t begin = sentence.begin;
  for (const Cut& cut : cuts_in(text, sentence, read)) {
    if (cut.at <= begin || !parts(read, cut, {begin, cut.at}, {cut.at, sentence.end})) continue;
    clauses.push_back({{begin, cut.at}, {}, {}});
    begin = cut.at;
  }
  clauses.push_back({{begin, sentence.end}, {}, {}});
  for (auto& clause : clauses) {
    clause.time = time_of(read, clause.span);
    clause.stance = stance_of(read, clause.span);
  }
  spread_past(read, clauses);
  return clauses;
}

}  // namespace selaras
