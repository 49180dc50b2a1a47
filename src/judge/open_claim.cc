#include "judge/open_claim.h"

#include <algorithm>

#include "judge/open_clause.h"

namespace selaras {
namespace {

using R = WordRole;

constexpr size_t kMostWords = 150;        // of a sentence
constexpr size_t kMostPropositions = 40;  // of a text

/// An operator of a clause at its place among the words.
struct Operators {
  std::vector<size_t> denials;
  std::optional<size_t> quantity;
  std::optional<size_t> modal;
};

bool adjacent(const std::vector<OpenWord>& words, size_t from, size_t to) {
  return std::all_of(words.begin() + static_cast<long>(from) + 1, words.begin() + static_cast<long>(to),
                     [](const OpenWord& w) { return w.role == R::filler || w.role == R::even; });
}

// --- one proposition of one clause -----------------------------------------------------------------------------------------------

class PropositionMaker {
 public:
  explicit PropositionMaker(const std::vector<OpenWord>& words) : words_(words) {}

  Proposition make() {
    find_operators();
    add_terms();
    settle_modality();
    settle_share();
    return std::move(made_);
  }

 private:
  void find_operators() {
    for (size_t i = 0; i < words_.size(); ++i) {
      const OpenWord& word = words_[i];
      if (word.role == R::denial && !narrows_measure(i) && !of_next_term(i)) at_.denials.push_back(i);
      if (word.role == R::modal) {
        if (!at_.modal || words_[*at_.modal].modality == Modality::will) at_.modal = i;
        if (word.denies) at_.denials.push_back(i);
      }
      if (word.role == R::quantity || word.role == R::degree) choose_quantity(i);
    }
  }

  /// "not a hundred metres": the denial bounds the amount.
  bool narrows_measure(size_t i) const {
    return i + 1 < words_.size() && words_[i + 1].role == R::term && words_[i + 1].term.measure &&
           words_[i + 1].term.measure->lo == words_[i + 1].term.measure->hi;
  }

  /// "some not unsafe boats": right behind a quantity or an article, the denial is of the next term alone.
  bool of_next_term(size_t i) const {
    return i > 0 && i + 1 < words_.size() && words_[i + 1].role == R::term &&
           (words_[i - 1].article || (words_[i - 1].role == R::quantity && words_[i - 1].ranges == Ranges::things));
  }

  /// Degrees yield to every other quantity, and "ever" to every other one.
  void choose_quantity(size_t i) {
    if (!at_.quantity) {
      at_.quantity = i;
      return;
    }
    const OpenWord& held = words_[*at_.quantity];
    const OpenWord& word = words_[i];
    if (held.share == Share::few() && word.reaching && adjacent(words_, *at_.quantity, i)) {  // "hardly any" counts things
      of_things_ = true;
      return;
    }
    const bool weak = held.role == R::degree || (held.reaching && held.ranges == Ranges::occasions);
    const bool word_weak = word.role == R::degree || word.reaching;
    if (weak && !word_weak)
      at_.quantity = i;
    else if (!weak && !word_weak)
      made_.doubtful = made_.doubtful || !(held.share == word.share);
  }

  // --- terms ----------------------------------------------------------------------------------------------------------------------

  void add_terms() {
    const auto [first, last] = subject_range();
    for (size_t i = 0; i < words_.size(); ++i) {
      if (words_[i].role != R::term) continue;
      ClaimPart part{words_[i].term, i >= first && i < last ? Region::subject : Region::says};
      if (i > 0 && words_[i - 1].role == R::denial && narrows_measure(i - 1)) {
        part.term.measure->lo = -1e300;
        part.term.measure->hi_open = true;
      }
      if (i > 0 && words_[i - 1].role == R::denial && of_next_term(i - 1)) part.term.denied = true;
      if (words_[i].comment) part.region = Region::comment;
      made_.parts.push_back(std::move(part));
    }
  }

  /// What the quantity ranges over: behind it, up to the word that marks the verb; without such a word the first person or, if
  /// there is none, the first term; behind the verb everything.
  std::pair<size_t, size_t> subject_range() const {
    if (!at_.quantity || (words_[*at_.quantity].ranges != Ranges::things && !of_things_)) return {0, 0};
    const size_t begin = *at_.quantity + 1;
    const auto is_verb_mark = [](const OpenWord& w) { return w.role == R::finite || w.role == R::modal || w.term.act; };
    const bool behind_verb = std::any_of(words_.begin(), words_.begin() + static_cast<long>(begin), is_verb_mark);
    if (behind_verb) return {begin, words_.size()};
    size_t end = begin;
    size_t first_term = 0;
    for (; end < words_.size() && !is_verb_mark(words_[end]); ++end) {
      if (words_[end].role == R::term && first_term == 0) first_term = end + 1;
      if (words_[end].role == R::term && words_[end].term.person && end + 1 < words_.size()) return {begin, end + 1};
    }
    return end < words_.size() ? std::pair{begin, end} : std::pair{begin, first_term};
  }

  // --- modality and share ---------------------------------------------------------------------------------------------------------

  void settle_modality() {
    if (!at_.modal) return;
    const OpenWord& modal = words_[*at_.modal];
    made_.modality = modal.modality;
    made_.advice = modal.advice;
    const bool inner = std::count_if(at_.denials.begin(), at_.denials.end(), [&](size_t d) { return d > *at_.modal; }) % 2 == 1;
    if (!inner) return;
    // "required … not" forbids, "may … not" frees: a denial inside turns the modal into its dual.
    if (made_.modality == Modality::must)
      made_.modality = Modality::may;
    else if (made_.modality == Modality::may)
      made_.modality = Modality::must;
  }

  void settle_share() {
    if (!at_.quantity) {
      made_.share = at_.denials.size() % 2 == 1 ? Share::none() : Share::some();
      return;
    }
    const OpenWord& quantity = words_[*at_.quantity];
    made_.ranges = of_things_ ? Ranges::things : quantity.ranges;
    size_t outer = 0;
    size_t inner = 0;
    bool beside = false;
    for (const size_t d : at_.denials) {
      if (d >= *at_.quantity) {
        ++inner;
      } else {
        ++outer;
        beside = beside || adjacent(words_, d, *at_.quantity);
      }
    }
    // "some" stands outside a denial that is not right before it: "did not see some of them".
    const bool plain_some =
        quantity.share == Share::some() && !quantity.reaching && !quantity.count && quantity.role == R::quantity;
    if (plain_some && !beside) {
      inner += outer;
      outer = 0;
    }
    made_.doubtful = made_.doubtful || (quantity.role == R::degree && outer > 0 && inner > 0) || denied_number(quantity);
    apply(quantity, inner % 2 == 1, outer % 2 == 1);
  }

  /// "signed not one form": behind its verb the denial may be of the number alone.
  bool denied_number(const OpenWord& quantity) const {
    return quantity.on_number &&
           std::any_of(words_.begin(), words_.begin() + static_cast<long>(*at_.quantity),
                       [](const OpenWord& w) { return w.role == R::finite || w.role == R::modal || w.role == R::term; });
  }

  void apply(const OpenWord& quantity, bool inner, bool outer) {
    made_.share = quantity.share;
    if (quantity.reaching && !outer && !inner) made_.share = Share::all();
    made_.count = quantity.count;
    if (made_.count && made_.count->hi < 1 + (made_.count->hi_open ? 0.5 : 0) && made_.count->lo < 1) {
      made_.share = Share::none();
      made_.count.reset();
    }
    made_.denied_quantity = quantity.denies || outer;
    if (inner) made_.share = quantity.role == R::degree ? Share::none() : made_.share.mirrored();  // "so not true" is not true
    made_.count_of_rest = inner;
    if (!outer) return;
    if (made_.count && made_.count->lo > 1)
      deny_count();
    else if (made_.count && made_.count->lo_open)
      made_.share = Share::anything();
    else
      made_.share = made_.share.denied();
    if (made_.share.denies()) made_.count.reset();
  }

  /// "not … two": fewer than two, perhaps none.
  void deny_count() {
    made_.count = Measure{0, made_.count->lo, false, true, ""};
    made_.share = Share::anything();
  }

  const std::vector<OpenWord>& words_;
  Operators at_;
  bool of_things_ = false;
  Proposition made_;
};

// --- all of a sentence -----------------------------------------------------------------------------------------------------------

Proposition opposite(Proposition p) {
  p.share = p.share.within(Share::some()) ? Share::none() : Share::some();
  if (p.ranges == Ranges::things && !p.share.denies()) p.share = Share::all();
  p.implied = true;
  return p;
}

std::vector<Term> terms_of(const std::vector<OpenWord>& words) {
  std::vector<Term> terms;
  bool denied = false;
  for (const OpenWord& word : words) {
    if (word.role == R::denial) denied = true;
    if (word.role != R::term) continue;
    terms.push_back(word.term);
    terms.back().denied = denied;
  }
  return terms;
}

/// `marker`, unless null, is a term that no word has.
void add_condition(Proposition& p, const char* marker, const std::vector<Term>& terms) {
  if (marker != nullptr) {
    Term term;
    term.lemma = marker;
    p.parts.push_back({std::move(term), Region::condition});
  }
  for (const Term& term : terms) p.parts.push_back({term, Region::condition});
}

class SentenceClaims {
 public:
  explicit SentenceClaims(const OpenSentence& sentence) : clauses_(split_open_clauses(sentence.words)) {}

  std::vector<Alternatives> read() {
    for (const OpenClause& clause : clauses_.main) {
      std::vector<Proposition> made = propositions(clause);
      for (Proposition& p : made) add(std::move(p), clause.alternative);
    }
    return std::move(told_);
  }

 private:
  std::vector<Proposition> propositions(const OpenClause& clause) const {
    std::vector<Proposition> made = {PropositionMaker(clause.words).make()};
    made.front().past_only = clauses_.formerly;
    made.front().qualified = clause.qualified;
    made.front().doubtful = made.front().doubtful || clause.unclear;
    add_focus(clause, made);
    if (clauses_.no_longer) add_change(made);
    for (const Circumstance& c : clauses_.circumstances) add_circumstance(c, made);
    return made;
  }

  /// "only he", "not only he", "not even he": what is said of those not named.
  void add_focus(const OpenClause& clause, std::vector<Proposition>& made) const {
    const auto focus = std::find_if(clause.words.begin(), clause.words.end(), [](const OpenWord& w) {
      return w.role == R::only || w.role == R::not_only || w.role == R::even;
    });
    if (focus == clause.words.end()) return;
    const auto at = static_cast<size_t>(focus - clause.words.begin());
    const bool not_only = focus->role == R::not_only || denied_only(clause.words, at);
    std::vector<OpenWord> words;
    for (size_t i = 0; i < clause.words.size(); ++i) {
      if (not_only && focus->role == R::only && clause.words[i].role == R::denial && i < at) continue;
      words.push_back(clause.words[i]);
    }
    if (not_only) made.front() = PropositionMaker(words).make();
    const std::optional<size_t> named = focus_term(clause.words, at);
    if (!named || (not_only && clauses_.main.size() > 1)) return;  // who else, the other clause tells
    Proposition others = made.front();
    std::erase_if(others.parts, [&](const ClaimPart& p) { return p.term.lemma == clause.words[*named].term.lemma; });
    Term rest;
    rest.lemma = kOthers;
    others.parts.push_back({rest, Region::subject});
    others.ranges = Ranges::things;
    others.count.reset();
    const bool denied = made.front().share.denies();
    if (focus->role == R::even)
      others.share = denied ? Share::none() : Share::all();
    else if (not_only)
      others.share = denied ? Share::some().mirrored() : Share::some();
    else
      others.share = denied ? Share::all() : Share::none();
    others.implied = true;
    others.presupposed = focus->role == R::even;
    made.push_back(std::move(others));
  }

  /// "was not the only one": the denial is of the focus.
  static bool denied_only(const std::vector<OpenWord>& words, size_t at) {
    if (words[at].role != R::only) return false;
    for (size_t i = at; i-- > 0;) {
      if (words[i].role == R::denial) return true;
      if (words[i].role == R::term) return false;
    }
    return false;
  }

  /// The term behind the focus, or before it when an aside or nothing follows.
  static std::optional<size_t> focus_term(const std::vector<OpenWord>& words, size_t at) {
    for (size_t i = at + 1; i < words.size(); ++i) {
      if (words[i].role == R::term && words[i].term.aside) break;
      if (words[i].role == R::term) return i;
    }
    for (size_t i = at; i-- > 0;) {
      if (words[i].role == R::term) return i;
    }
    return std::nullopt;
  }

  /// "no longer": it was so, and it is not.
  static void add_change(std::vector<Proposition>& made) {
    Proposition before = made.front();
    made.front().share = Share::none();
    before.past_only = true;
    made.push_back(std::move(before));
  }

  static void add_circumstance(const Circumstance& c, std::vector<Proposition>& made) {
    const std::vector<Term> terms = terms_of(c.words);
    if (terms.empty()) return;
    Proposition& rule = made.front();
    Proposition turned = opposite(rule);
    if (c.opened_by == R::exception) {
      except(c, terms, rule, turned);
    } else {
      const auto [here, there] = markers(c.opened_by);
      add_condition(rule, here, terms);
      add_condition(turned, there, terms);
    }
    const bool turns =
        c.only || c.opened_by == R::exception || c.opened_by == R::until || (c.opened_by == R::lacking && rule.share.denies());
    if (turns) made.push_back(std::move(turned));
  }

  /// How the circumstance lies to the rule, and to its opposite.
  static std::pair<const char*, const char*> markers(R opened_by) {
    switch (opened_by) {
      case R::until:
      case R::before: return {"<before>", "<after>"};
      case R::after: return {"<after>", "<before>"};
      case R::lacking: return {"<without>", nullptr};
      default: return {nullptr, "<without>"};
    }
  }

  /// Those excepted are spoken of by themselves: in the place of all of whom they are excepted, or as a condition.
  static void except(const Circumstance& c, const std::vector<Term>& terms, Proposition& rule, Proposition& turned) {
    rule.unless.insert(rule.unless.end(), terms.begin(), terms.end());
    const bool whole_clause =
        std::any_of(c.words.begin(), c.words.end(), [](const OpenWord& w) { return w.role == R::finite || w.role == R::modal; });
    if (turned.ranges == Ranges::things && !whole_clause) {
      std::erase_if(turned.parts, [](const ClaimPart& p) { return p.region == Region::subject; });
      for (const Term& term : terms) turned.parts.push_back({term, Region::subject});
      return;
    }
    add_condition(turned, nullptr, terms);
  }

  void add(Proposition p, bool alternative) {
    const bool open = alternative && !told_.empty() && !p.share.denies() && p.modality != Modality::may;
    if (open)
      told_.back().push_back(std::move(p));
    else
      told_.push_back({std::move(p)});
  }

  OpenClauses clauses_;
  std::vector<Alternatives> told_;
};

}  // namespace

OpenClaim open_claim(std::string_view text, const OpenReader& reader) {
  OpenClaim claim;
  for (const OpenSentence& sentence : open_sentences(text, reader)) {
    claim.asked = claim.asked || sentence.asked;
    claim.too_long = claim.too_long || sentence.words.size() > kMostWords || claim.told.size() > kMostPropositions;
    if (claim.too_long) break;
    for (Alternatives& told : SentenceClaims(sentence).read()) claim.told.push_back(std::move(told));
  }
  std::erase_if(claim.told, [](const Alternatives& told) {
    return std::all_of(told.begin(), told.end(), [](const Proposition& p) { return p.parts.empty(); });
  });
  claim.too_long = claim.too_long || claim.told.size() > kMostPropositions;
  if (claim.too_long) claim.told.clear();
  return claim;
}

}  // namespace selaras
