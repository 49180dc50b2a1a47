#include "judge/open_word.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>

#include "text/fold.h"
#include "value/value.h"

namespace selaras {
namespace {

using C = CueClass;

constexpr uint32_t kNothing = UINT32_MAX;
constexpr uint32_t kLongestCue = 12;  // tokens
constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// What a modal class tells: the positive modality, and whether it is denied.
struct Modal {
  C is;
  Modality modality;
  bool denies = false;
  bool advice = false;
};

/// Of classes that one phrase has, the first of these counts.
constexpr std::array kModals = {
    Modal{C::prohibition, Modality::may, true},
    Modal{C::inability, Modality::may, true},
    Modal{C::no_obligation, Modality::must, true},
    Modal{C::no_entitlement, Modality::entitled, true},
    Modal{C::obligation, Modality::must},
    Modal{C::entitlement, Modality::entitled},
    Modal{C::advice_against, Modality::may, true, true},
    Modal{C::permission, Modality::may},
    Modal{C::advice, Modality::must, false, true},
    Modal{C::future, Modality::will},
    Modal{C::possibility, Modality::may},
};

/// Of classes that one phrase has, the first of these that it has says what the phrase does; modals come after all of them.
struct Working {
  C is;
  WordRole role;
};
constexpr std::array kWorking = {
    Working{C::not_only, WordRole::not_only},   Working{C::instead, WordRole::contrasts},
    Working{C::no_longer, WordRole::no_longer}, Working{C::degree, WordRole::degree},
    Working{C::even, WordRole::even},           Working{C::lacking, WordRole::lacking},
    Working{C::exception, WordRole::exception}, Working{C::until, WordRole::until},
    Working{C::after, WordRole::after},         Working{C::before, WordRole::before},
    Working{C::condition, WordRole::condition}, Working{C::only, WordRole::only},
    Working{C::contrast, WordRole::contrasts},  Working{C::disjunction, WordRole::either},
    Working{C::conjunction, WordRole::joins},   Working{C::formerly, WordRole::formerly},
    Working{C::relative, WordRole::aside},      Working{C::purpose, WordRole::aside},
    Working{C::cause, WordRole::aside},         Working{C::auxiliary, WordRole::finite},
};

constexpr std::array kPronouns = {C::first_person, C::second_person, C::third_person};

bool listed(const std::vector<std::string>& sorted, const std::string& word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

/// The classes of one stretch of cues, and where it stands.
struct CueAt {
  Span span;
  uint32_t first_token = 0, last_token = 0;
  std::vector<C> classes;
  bool is(C c) const { return std::find(classes.begin(), classes.end(), c) != classes.end(); }
};

Measure measure_of(const Value& value) {
  Measure measure{value.lo, value.hi, false, false, value.unit};
  switch (value.bound) {
    case Bound::at_most: measure.lo = -kInfinity; break;
    case Bound::less_than:
      measure.lo = -kInfinity;
      measure.hi_open = true;
      break;
    case Bound::at_least: measure.hi = kInfinity; break;
    case Bound::more_than:
      measure.hi = kInfinity;
      measure.lo_open = true;
      break;
    case Bound::unbounded:
      measure.lo = -kInfinity;
      measure.hi = kInfinity;
      break;
    default: break;
  }
  if (!value.per.empty()) measure.unit += "/" + value.per;
  return measure;
}

class WordReader {
 public:
  WordReader(std::string_view text, const OpenReader& reader)
      : text_(text),
        reader_(reader),
        pack_(reader.lexicon.pack()),
        segmentation_(reader.segmenter.segment(text)),
        mentions_(reader.lexicon.find(text, segmentation_)),
        values_(find_values(text, segmentation_, mentions_, pack_, {})) {
    collect_cues();
    collect_concepts();
    place_values();
    place_numbers();
  }

  std::vector<OpenSentence> read() {
    std::vector<OpenSentence> sentences;
    for (const Span span : segmentation_.sentences) sentences.push_back(sentence(span));
    return sentences;
  }

 private:
  // --- what the lexicon found -----------------------------------------------------------------------------------------------------

  void collect_cues() {
    cue_at_.assign(segmentation_.tokens.size(), kNothing);
    for (const Mention& m : mentions_) {
      if (m.entry->kind != EntryKind::cue) continue;
      if (cues_.empty() || !(cues_.back().span == m.span)) cues_.push_back({m.span, m.first_token, m.last_token, {}});
      cues_.back().classes.push_back(static_cast<C>(m.entry->meaning));
      if (cue_at_[m.first_token] == kNothing) cue_at_[m.first_token] = static_cast<uint32_t>(cues_.size() - 1);
    }
  }

  /// The longest concept phrases, from left to right; all concepts of one phrase stay together.
  void collect_concepts() {
    concept_at_.assign(segmentation_.tokens.size(), kNothing);
    uint32_t end = 0;
    for (const Mention& m : mentions_) {
      if (m.entry->kind != EntryKind::concept_term || breaks_inside(m)) continue;
      if (!concepts_.empty() && concepts_.back().front()->span == m.span) {
        concepts_.back().push_back(&m);
      } else if (m.first_token >= end) {
        for (uint32_t t = m.first_token; t < m.last_token; ++t) concept_at_[t] = static_cast<uint32_t>(concepts_.size());
        concepts_.push_back({&m});
        end = m.last_token;
      }
    }
  }

  void place_values() {
    const auto& tokens = segmentation_.tokens;
    value_at_.assign(tokens.size(), kNothing);
    uint32_t token = 0;
    for (uint32_t v = 0; v < values_.size(); ++v) {
      const Span span = span_of(values_[v]);
      while (token < tokens.size() && tokens[token].span.begin < span.begin) ++token;
      if (token < tokens.size() && counted_in_cue(token)) continue;
      for (uint32_t t = token; t < tokens.size() && span.contains(tokens[t].span); ++t) {
        if (value_at_[t] == kNothing) value_at_[t] = v;
      }
    }
  }

  /// What is no interval (a date, a number to call) is told by its words.
  static bool told_by_words(const Value& value) {
    return value.kind == ValueKind::date || value.kind == ValueKind::contact || value.kind == ValueKind::link ||
           value.kind == ValueKind::clock;
  }

  /// Its bound ("not until June") is then read as words too.
  static Span span_of(const Value& value) { return told_by_words(value) ? value.core : value.span; }

  /// "work without a permit" is read as work, and what is not there; "the pass is valid" as a pass, and valid; "allowed to work" as a
  /// permission, and work.
  bool breaks_inside(const Mention& phrase) const {
    for (uint32_t t = phrase.first_token; t < phrase.last_token; ++t) {
      const CueAt* cue = cue_from(t);
      if (t == phrase.first_token && cue != nullptr && counts_people(phrase, *cue)) return true;
      if (t > phrase.first_token && cue != nullptr && (cue->is(C::auxiliary) || cue->is(C::until))) return true;
      if (cue == nullptr || cue->last_token - cue->first_token >= phrase.last_token - phrase.first_token) continue;
      if (t == phrase.first_token && modal_of(*cue)) return true;
      if (cue->is(C::negation) || cue->is(C::lacking) || cue->is(C::no_longer) || cue->is(C::exception))
        return !cue->is(C::quantifier_none);
    }
    return false;
  }

  /// "many people" as the name of a number or of a crowd: the quantity is read by itself.
  static bool counts_people(const Mention& phrase, const CueAt& cue) {
    const bool quantity =
        cue.is(C::quantifier_some) || cue.is(C::quantifier_many) || cue.is(C::quantifier_most) || cue.is(C::quantifier_few);
    const bool person = phrase.entry->concept_kind == ConceptKind::person || phrase.entry->concept_kind == ConceptKind::actor;
    return quantity && !person && cue.last_token < phrase.last_token;
  }

  /// Number words that are no value by themselves ("one"), each under the token where its bound begins ("more than one").
  void place_numbers() {
    number_at_.assign(segmentation_.tokens.size(), kNothing);
    for (uint32_t m = 0; m < mentions_.size(); ++m) {
      const Mention& number = mentions_[m];
      if (number.entry->kind != EntryKind::number_word || number.entry->amount < 1 || value_at_[number.first_token] != kNothing ||
          counted_in_cue(number.first_token))
        continue;
      number_at_[number.first_token] = m;
    }
  }

  /// The bound that ends right before the token.
  const Mention* bound_from(uint32_t token) const {
    const auto bound = std::find_if(mentions_.begin(), mentions_.end(), [&](const Mention& m) {
      return m.entry->kind == EntryKind::bound && m.first_token == token &&
             m.entry->meaning != static_cast<uint16_t>(BoundCue::per);
    });
    return bound == mentions_.end() ? nullptr : &*bound;
  }

  /// A number word at the token, or behind a bound there.
  std::optional<std::pair<OpenWord, uint32_t>> number_word(uint32_t token) const {
    const Mention* bound = bound_from(token);
    const uint32_t at = bound == nullptr ? token : bound->last_token + 1;  // the token between is a space
    if (at >= number_at_.size() || number_at_[at] == kNothing) return std::nullopt;
    const Mention& number = mentions_[number_at_[at]];
    OpenWord word{.role = WordRole::quantity, .span = number.span, .share = Share::some(), .ranges = Ranges::things};
    const double amount = number.entry->amount;
    word.count = Measure{amount, amount, false, false, ""};
    if (bound != nullptr) widen(*word.count, static_cast<BoundCue>(bound->entry->meaning));
    return std::pair{word, number.last_token - 1};
  }

  static void widen(Measure& count, BoundCue bound) {
    if (bound == BoundCue::at_most || bound == BoundCue::less_than) count.lo = 0;
    if (bound == BoundCue::at_least || bound == BoundCue::more_than) count.hi = kInfinity;
    count.hi_open = bound == BoundCue::less_than;
    count.lo_open = bound == BoundCue::more_than;
  }

  /// The cue of a quantity right behind a word for nearly.
  const CueAt* nearly_all(const CueAt* nearly) const {
    if (nearly == nullptr || !nearly->is(C::nearly)) return nullptr;
    const uint32_t next = nearly->last_token + 1;  // the token between is a space
    const CueAt* cue = next < cue_at_.size() ? cue_from(next) : nullptr;
    return cue != nullptr && (quantity_of(*cue) || cue->is(C::occasion_none)) ? cue : nullptr;
  }

  const CueAt* cue_from(uint32_t token) const { return cue_at_[token] == kNothing ? nullptr : &cues_[cue_at_[token]]; }
  const std::vector<const Mention*>* concept_over(uint32_t token) const {
    return concept_at_[token] == kNothing ? nullptr : &concepts_[concept_at_[token]];
  }
  /// The first concept that begins in the range: "not everyone".
  const std::vector<const Mention*>* concept_from(uint32_t first, uint32_t last) const {
    for (uint32_t t = first; t < last; ++t) {
      const auto* phrase = concept_over(t);
      if (phrase != nullptr && phrase->front()->first_token == t) return phrase;
    }
    return nullptr;
  }
  const Value* value_over(uint32_t token) const { return value_at_[token] == kNothing ? nullptr : &values_[value_at_[token]]; }

  // --- one sentence ---------------------------------------------------------------------------------------------------------------

  OpenSentence sentence(Span span) {
    OpenSentence sentence;
    const auto& tokens = segmentation_.tokens;
    for (uint32_t i = 0; i < tokens.size(); ++i) {
      if (!span.contains(tokens[i].span)) continue;
      const CueAt* cue = cue_from(i);
      if (cue != nullptr && cue->is(C::question) && !tokens[i].is_wordlike()) sentence.asked = true;
      if (tokens[i].kind == TokenKind::space) continue;
      i = add(sentence.words, i, cue);
    }
    return sentence;
  }

  /// Adds what begins at the token; returns the last token it took.
  uint32_t add(std::vector<OpenWord>& words, uint32_t i, const CueAt* cue) {
    const auto* phrase = concept_over(i);
    if (const Value* value = value_over(i); value != nullptr) return add_value(words, i, *value);
    if (const auto number = number_word(i)) return words.push_back(number->first), number->second;
    if (const CueAt* quantity = nearly_all(cue)) return add_nearly(words, *quantity);
    if (cue != nullptr && !(phrase != nullptr && hides(*phrase->front(), *cue))) {
      if (const auto word = working(*cue)) return add_working(words, *cue, *word);
    }
    if (phrase != nullptr && phrase->front()->first_token == i) {
      words.push_back(term_of(*phrase));
      return phrase->front()->last_token - 1;
    }
    if (!segmentation_.tokens[i].is_wordlike()) return add_mark(words, i), i;
    words.push_back(open_term(i, cue));
    if (words.back().term.pronoun && has_clitic(i))
      words.push_back({.role = WordRole::finite, .span = segmentation_.tokens[i].span});
    return i;
  }

  /// A quantity may have what it counts in itself: "not everyone".
  uint32_t add_working(std::vector<OpenWord>& words, const CueAt& cue, const OpenWord& word) const {
    words.push_back(word);
    const auto* named = word.role == WordRole::quantity ? concept_from(cue.first_token, cue.last_token) : nullptr;
    if (named == nullptr) return cue.last_token - 1;
    words.push_back(term_of(*named));
    Term& term = words.back().term;
    term.anybody = term.person && named->front()->last_token <= cue.last_token;
    return std::max(cue.last_token, named->front()->last_token) - 1;
  }

  /// "almost everyone".
  uint32_t add_nearly(std::vector<OpenWord>& words, const CueAt& cue) const {
    const OpenWord never{.role = WordRole::quantity, .span = cue.span, .share = Share::none(), .ranges = Ranges::occasions};
    OpenWord quantity = quantity_of(cue).value_or(never);
    quantity.share = quantity.share.nearly();
    quantity.reaching = false;
    return add_working(words, cue, quantity);
  }

  /// A concept of several words keeps the cues that stand inside it, quantities excepted.
  static bool hides(const Mention& phrase, const CueAt& cue) {
    const bool longer = phrase.last_token - phrase.first_token > cue.last_token - cue.first_token;
    const bool quantity =
        cue.is(C::quantifier_all) || cue.is(C::quantifier_none) || cue.is(C::quantifier_some) || cue.is(C::quantifier_any);
    return longer && phrase.first_token <= cue.first_token && cue.last_token <= phrase.last_token && !quantity;
  }

  /// "not one": the number belongs to the cue.
  bool counted_in_cue(uint32_t token) const {
    for (uint32_t first = token + 1; first-- > 0 && token - first < kLongestCue;) {
      const CueAt* cue = cue_from(first);
      if (cue != nullptr && token < cue->last_token) return cue->is(C::quantifier_none) || cue->is(C::only) || cue->is(C::others);
    }
    return false;
  }

  void add_mark(std::vector<OpenWord>& words, uint32_t i) const {
    const std::string_view mark = slice(text_, segmentation_.tokens[i].span);
    const bool ends = mark == ";" || mark == ":" || mark == "—" || mark == "–" || mark == "(" || mark == ")";
    if (mark == "," || ends)
      words.push_back({.role = ends ? WordRole::stop : WordRole::comma, .span = segmentation_.tokens[i].span});
  }

  // --- words that work ------------------------------------------------------------------------------------------------------------

  std::optional<OpenWord> working(const CueAt& cue) const {
    const std::string word = fold_key(slice(text_, cue.span));
    if (listed(pack_.plain.finite, word)) return OpenWord{.role = WordRole::finite, .span = cue.span};
    if (cue.is(C::others)) return others(cue);
    if (auto quantity = quantity_of(cue)) return quantity;
    if (cue.is(C::contrast) && !cue.is(C::instead) && begins_denied(cue))
      return OpenWord{.role = WordRole::denial, .span = cue.span};
    if (cue.is(C::degree))
      return OpenWord{.role = WordRole::degree, .span = cue.span, .share = Share::many(), .ranges = Ranges::degrees};
    if (cue.is(C::article) || listed(pack_.plain.particles, word))
      return OpenWord{.role = WordRole::filler, .span = cue.span, .article = cue.is(C::article)};
    if (cue.is(C::absolute) && denies_somewhere(cue)) return OpenWord{.role = WordRole::denial, .span = cue.span};
    if (cue.is(C::lacking) && begins_finite(cue)) return OpenWord{.role = WordRole::denial, .span = cue.span};
    for (const Working& w : kWorking) {
      if (!cue.is(w.is) || (w.is == C::formerly && cue.is(C::past))) continue;
      OpenWord made{.role = w.role, .span = cue.span};
      made.only = cue.is(C::only) || (w.is == C::after && begins_denied(cue));
      made.denies = cue.is(C::instead) || cue.is(C::negation);
      return made;
    }
    if (auto modal = modal_of(cue)) return modal;
    if (cue.is(C::occasion_none) || cue.is(C::negation) || cue.is(C::not_yet)) return OpenWord{.role = WordRole::denial, .span = cue.span};
    if (cue.is(C::past) && !naming(cue) && marks_verb(cue)) {
      return OpenWord{.role = WordRole::finite, .span = cue.span};
    }
    return std::nullopt;
  }

  static OpenWord others(const CueAt& cue) {
    OpenWord word{.role = WordRole::term, .span = cue.span};
    word.term.lemma = kOthers;
    return word;
  }

  /// All its words stand before verbs: "had been", but not "last year".
  bool marks_verb(const CueAt& cue) const {
    for (uint32_t t = cue.first_token; t < cue.last_token; ++t) {
      if (!segmentation_.tokens[t].is_wordlike()) continue;
      const std::string word = fold_key(slice(text_, segmentation_.tokens[t].span));
      if (!listed(pack_.plain.finite, word) && !listed(pack_.plain.auxiliaries, word)) return false;
    }
    return true;
  }

  /// A cue that a concept claims is left to the terms.
  bool naming(const CueAt& cue) const { return concept_over(cue.first_token) != nullptr; }

  std::optional<OpenWord> quantity_of(const CueAt& cue) const {
    OpenWord made{.role = WordRole::quantity, .span = cue.span, .ranges = Ranges::things};
    if (cue.is(C::occasion) || cue.is(C::occasion_all)) made.ranges = Ranges::occasions;
    made.reaching = cue.is(C::quantifier_any);
    if (cue.is(C::quantifier_few) || cue.is(C::quantifier_a_few))
      made.share = Share::few();
    else if (cue.is(C::quantifier_many))
      made.share = Share::many();
    else if (cue.is(C::quantifier_most))
      made.share = Share::most();
    else if (made.reaching)
      made.share = Share::some();
    else if (cue.is(C::quantifier_all) || cue.is(C::occasion_all))
      made.share = Share::all();
    else if (cue.is(C::quantifier_none))
      return none_of(cue);
    else if (cue.is(C::quantifier_some))
      set_part(cue, made);
    else if (!cue.is(C::occasion))
      return std::nullopt;
    return made;
  }

  std::optional<OpenWord> none_of(const CueAt& cue) const {
    OpenWord made{.role = WordRole::quantity, .span = cue.span, .share = Share::none(), .ranges = Ranges::things};
    if (begins_with_none(cue)) return made;  // "no one" denies itself alone, "not one" perhaps the number
    made.on_number = std::any_of(mentions_.begin(), mentions_.end(), [&](const Mention& m) {
      return m.entry->kind == EntryKind::number_word && m.entry->amount > 0 && m.first_token > cue.first_token &&
             m.last_token <= cue.last_token;
    });
    return made;
  }

  bool begins_with_none(const CueAt& cue) const {
    return listed(pack_.plain.nones, fold_key(slice(text_, segmentation_.tokens[cue.first_token].span)));
  }

  /// "on no account".
  bool denies_somewhere(const CueAt& cue) const {
    for (uint32_t t = cue.first_token; t < cue.last_token; ++t) {
      if (listed(pack_.plain.denials, fold_key(slice(text_, segmentation_.tokens[t].span)))) return true;
    }
    return false;
  }

  /// A phrase of several words, of which the first denies: "not so", "not all".
  bool begins_denied(const CueAt& cue) const {
    return cue.last_token - cue.first_token > 1 &&
           listed(pack_.plain.denials, fold_key(slice(text_, segmentation_.tokens[cue.first_token].span)));
  }

  /// "has no": a verb of its own, and its denial.
  bool begins_finite(const CueAt& cue) const {
    return listed(pack_.plain.finite, fold_key(slice(text_, segmentation_.tokens[cue.first_token].span)));
  }

  /// A phrase for a part that has a denial in it denies the whole: "not all".
  void set_part(const CueAt& cue, OpenWord& quantity) const {
    quantity.denies = begins_denied(cue);
    quantity.share = quantity.denies ? Share::all().denied() : Share::some();
  }

  static std::optional<OpenWord> modal_of(const CueAt& cue) {
    for (const Modal& m : kModals) {
      if (!cue.is(m.is)) continue;
      OpenWord made{.role = WordRole::modal, .span = cue.span, .modality = m.modality};
      made.denies = m.denies || (m.is == C::future && cue.is(C::negation));
      made.advice = m.advice;
      return made;
    }
    return std::nullopt;
  }

  // --- terms and amounts ----------------------------------------------------------------------------------------------------------

  uint32_t add_value(std::vector<OpenWord>& words, uint32_t i, const Value& value) {
    const auto& tokens = segmentation_.tokens;
    uint32_t last = i;
    while (last + 1 < tokens.size() && span_of(value).contains(tokens[last + 1].span)) ++last;
    if (value.kind == ValueKind::number || value.kind == ValueKind::share) {
      add_count(words, i, last, value);
    } else {
      words.push_back(amount(value, last));
    }
    return last;
  }

  /// A number of things, and what is counted, which is named inside the value.
  void add_count(std::vector<OpenWord>& words, uint32_t first, uint32_t last, const Value& value) const {
    OpenWord word{.role = WordRole::quantity, .span = value.span, .share = Share::some(), .ranges = Ranges::things};
    word.count = measure_of(value);
    word.count->unit.clear();
    words.push_back(word);
    for (uint32_t t = first; t <= last; ++t) {
      const auto* phrase = concept_over(t);
      if (phrase != nullptr && phrase->front()->first_token == t) words.push_back(term_of(*phrase));
    }
  }

  /// An amount of something measured.
  OpenWord amount(const Value& value, uint32_t last) const {
    OpenWord word{.role = WordRole::term, .span = value.span};
    const bool told = told_by_words(value);
    word.term.lemma = "=" + (told ? fold_key(slice(text_, value.core)) : value.unit + value.text);
    if (told) return word;
    word.term.measure = measure_of(value);
    word.term.measure->moment = told_of_past(last);
    return word;
  }

  /// "an hour ago".
  bool told_of_past(uint32_t last) const {
    const CueAt* cue = last + 2 < segmentation_.tokens.size() ? cue_from(last + 2) : nullptr;
    return cue != nullptr && cue->is(C::past);
  }

  OpenWord term_of(const std::vector<const Mention*>& phrase) const {
    OpenWord word{.role = WordRole::term, .span = phrase.front()->span};
    for (const Mention* m : phrase) {
      word.term.concepts.push_back(m->entry->concept_id);
      word.term.person =
          word.term.person || m->entry->concept_kind == ConceptKind::person || m->entry->concept_kind == ConceptKind::actor;
      word.term.act = word.term.act || m->entry->concept_kind == ConceptKind::action;
    }
    word.term.lemma = lemma_of(phrase.front()->first_token, phrase.front()->last_token);
    return word;
  }

  OpenWord open_term(uint32_t i, const CueAt* cue) const {
    const std::string word = fold_key(slice(text_, segmentation_.tokens[i].span));
    if (listed(pack_.plain.finite, word)) return {.role = WordRole::finite, .span = segmentation_.tokens[i].span};
    if (listed(pack_.plain.particles, word)) return {.role = WordRole::filler, .span = segmentation_.tokens[i].span};
    if (listed(pack_.plain.denials, word))
      return {.role = WordRole::denial, .span = segmentation_.tokens[i].span};  // inside a bound of no amount
    OpenWord made{.role = WordRole::term, .span = segmentation_.tokens[i].span};
    made.term.lemma = lemma_of(i, i + 1);
    made.term.pronoun = cue != nullptr && std::any_of(kPronouns.begin(), kPronouns.end(), [&](C c) { return cue->is(c); });
    return made;
  }

  /// Words of grammar are left out, unless there are no others: "was paid" is "pay".
  std::string lemma_of(uint32_t first, uint32_t last) const {
    std::string lemma;
    std::string whole;
    for (uint32_t i = first; i < last; ++i) {
      if (!segmentation_.tokens[i].is_wordlike()) continue;
      const std::string word = fold_key(slice(text_, segmentation_.tokens[i].span));
      const bool grammar = listed(pack_.plain.particles, word) || listed(pack_.plain.finite, word) || listed(pack_.plain.auxiliaries, word);
      whole += (whole.empty() ? "" : " ") + base(word);
      if (!grammar) lemma += (lemma.empty() ? "" : " ") + base(word);
    }
    return lemma.empty() ? whole : lemma;
  }

  bool has_clitic(uint32_t i) const { return fold_key(slice(text_, segmentation_.tokens[i].span)).find('\'') != std::string::npos; }

  /// Without what an apostrophe joins to it; regular and irregular endings taken off.
  std::string base(const std::string& written) const {
    const size_t mark = written.find('\'');
    const std::string word =
        mark == 0 || mark == std::string::npos || written.size() - mark > 3 ? written : written.substr(0, mark);
    const auto& table = pack_.base_forms;
    const auto found =
        std::lower_bound(table.begin(), table.end(), word, [](const auto& row, const std::string& key) { return row.first < key; });
    return reader_.stemmer.stem(found != table.end() && found->first == word ? found->second : word);
  }

  std::string_view text_;
  const OpenReader& reader_;
  const LanguagePack& pack_;
  Segmentation segmentation_;
  std::vector<Mention> mentions_;
  std::vector<Value> values_;
  std::vector<CueAt> cues_;
  std::vector<std::vector<const Mention*>> concepts_;
  std::vector<uint32_t> number_at_;                       // by token: index of the mention of a number word
  std::vector<uint32_t> cue_at_, concept_at_, value_at_;  // by token: index, kNothing without one
};

}  // namespace

std::vector<OpenSentence> open_sentences(std::string_view text, const OpenReader& reader) {
  return WordReader(text, reader).read();
}

}  // namespace selaras
