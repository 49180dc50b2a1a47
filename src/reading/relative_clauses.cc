#include "reading/relative_clauses.h"

#include <algorithm>

#include "reading/cue_modality.h"
#include "text/fold.h"

namespace selaras {
namespace {

constexpr uint32_t kBeside = 3;  // tokens: one word and the spaces around it

bool is_cue(const Mention& m, CueClass is) { return m.entry->kind == EntryKind::cue && static_cast<CueClass>(m.entry->meaning) == is; }

bool is_act(const Mention& m) { return m.entry->kind == EntryKind::concept_term && m.entry->concept_kind == ConceptKind::action; }

class RelativeClauses {
 public:
  RelativeClauses(std::string_view text, const ReadBlock& read, const LanguagePack& pack) : text_(text), read_(read), plain_(pack.plain) {}

  void find_in(Span clause, std::vector<Span>& found) const {
    for (const auto& mention : read_.mentions) {
      if (!clause.contains(mention.span) || !opens(mention)) continue;
      if (!found.empty() && found.back().contains(mention.span)) continue;
      found.push_back({mention.span.begin, end_of(mention, clause)});
    }
  }

 private:
  /// A relative word, or a condition that holds one: "those who".
  bool opens(const Mention& m) const {
    if (is_cue(m, CueClass::relative)) return true;
    if (!is_cue(m, CueClass::condition)) return false;
    for (uint32_t i = m.first_token; i < m.last_token; ++i) {
      if (listed(plain_.relatives, i)) return true;
    }
    return false;
  }

  uint32_t end_of(const Mention& opening, Span clause) const {
    const auto& tokens = read_.segmentation.tokens;
    uint32_t verb_end = opening.last_token;  // of the clause's own verb, as far as it is read
    bool verb = !listed(plain_.relatives, opening.last_token - 1);  // "who has"
    bool act = false;
    if (!verb) {
      const uint32_t next = next_word(opening.last_token);
      act = verb = next < tokens.size() && unknown_word(next);  // "people who fled": a verb that the pack has no entry for
      if (verb) verb_end = next + 1;
    }
    for (uint32_t i = verb_end; i < tokens.size() && tokens[i].span.begin < clause.end; ++i) {
      const Mention* word = verb_at(i);
      if (word == nullptr) continue;
      if (verb && (act || i > verb_end + kBeside)) {
        if (is_act(*word) && (listed_before(plain_.prepositions, i) || joined(i))) continue;
        return tokens[i].span.begin;
      }
      verb = true;
      act = act || is_act(*word);
      verb_end = word->last_token;
      i = word->last_token - 1;
    }
    return clause.end;
  }

  uint32_t next_word(uint32_t token) const {
    const auto& tokens = read_.segmentation.tokens;
    while (token < tokens.size() && !tokens[token].is_wordlike()) ++token;
    return token;
  }

  /// No mention begins with it, and it is no small word such as an article.
  bool unknown_word(uint32_t token) const {
    const bool known = std::any_of(read_.mentions.begin(), read_.mentions.end(), [&](const Mention& m) { return m.first_token == token; });
    return !known && !listed(plain_.particles, token);
  }

  /// An act, an auxiliary or a word such as may that begins at the token; the longest.
  const Mention* verb_at(uint32_t token) const {
    const Mention* longest = nullptr;
    for (const auto& m : read_.mentions) {
      if (m.first_token != token) continue;
      const bool modal = m.entry->kind == EntryKind::cue && modality_of(static_cast<CueClass>(m.entry->meaning)).has_value();
      if (!is_act(m) && !modal && !is_cue(m, CueClass::auxiliary)) continue;
      if (longest == nullptr || m.last_token > longest->last_token) longest = &m;
    }
    return longest;
  }

  bool joined(uint32_t token) const {
    return std::any_of(read_.mentions.begin(), read_.mentions.end(), [&](const Mention& m) {
      const bool joins = is_cue(m, CueClass::conjunction) || is_cue(m, CueClass::disjunction);
      return joins && m.last_token <= token && token - m.last_token <= kBeside;
    });
  }

  bool listed(const std::vector<std::string>& words, uint32_t token) const {
    return std::binary_search(words.begin(), words.end(), fold_key(slice(text_, read_.segmentation.tokens[token].span)));
  }

  /// The word before the token is one of these.
  bool listed_before(const std::vector<std::string>& words, uint32_t token) const {
    const auto& tokens = read_.segmentation.tokens;
    while (token-- > 0) {
      if (tokens[token].is_wordlike()) return listed(words, token);
    }
    return false;
  }

  std::string_view text_;
  const ReadBlock& read_;
  const PlainWords& plain_;
};

}  // namespace

std::vector<Span> find_relative_clauses(std::string_view text, const std::vector<Clause>& clauses, const ReadBlock& read, const LanguagePack& pack) {
  std::vector<Span> found;
  const RelativeClauses finder(text, read, pack);
  for (const auto& clause : clauses) finder.find_in(clause.span, found);
  return found;
}

bool in_relative_clause(const Sentence& sentence, uint32_t offset) {
  return std::any_of(sentence.relatives.begin(), sentence.relatives.end(), [&](Span span) { return span.begin <= offset && offset < span.end; });
}

}  // namespace selaras
