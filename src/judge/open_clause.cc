#include "judge/open_clause.h"

#include <algorithm>

namespace selaras {
namespace {

using R = WordRole;
using Words = std::vector<OpenWord>;

bool opens(R role) {
  return role == R::condition || role == R::exception || role == R::until || role == R::before || role == R::after ||
         role == R::lacking || role == R::aside;
}
bool separates(R role) {
  return role == R::joins || role == R::either || role == R::contrasts || role == R::comma || role == R::stop;
}
bool marks_verb(const OpenWord& word) { return word.role == R::finite || word.role == R::modal; }

// --- circumstances ---------------------------------------------------------------------------------------------------------------

/// Sorts the words of a sentence into the told and the circumstances.
class CircumstanceSplitter {
 public:
  explicit CircumstanceSplitter(const Words& words) : words_(words) {}

  Words split(OpenClauses& into) {
    for (size_t i = 0; i < words_.size();) {
      if (stands_alone(i) || denied_lack(i)) {
        ++i;
        continue;
      }
      if (!opens(words_[i].role)) {
        take(words_[i], into);
        ++i;
        continue;
      }
      const size_t end = end_of(i);
      if (words_[i].role == R::aside)
        add_aside(i, end);
      else
        into.circumstances.push_back(circumstance(i, end));
      i = end;
      if (i < words_.size() && words_[i].role == R::comma) ++i;  // the comma that closes it
    }
    mark_bare_asides();
    return std::move(told_);
  }

 private:
  /// "never before": nothing follows that it could open.
  bool stands_alone(size_t i) const {
    if (words_[i].role != R::before && words_[i].role != R::after) return false;
    return i + 1 == words_.size() || marks_verb(words_[i + 1]) || separates(words_[i + 1].role);
  }

  /// "not without": what it opens is there, and the denial is used up.
  bool denied_lack(size_t i) {
    if (words_[i].role != R::lacking || told_.empty() || told_.back().role != R::denial) return false;
    told_.pop_back();
    return true;
  }

  void take(const OpenWord& word, OpenClauses& into) {
    if (word.role == R::no_longer)
      into.no_longer = true;
    else if (word.role == R::formerly)
      into.formerly = true;
    else
      told_.push_back(word);
  }

  Circumstance circumstance(size_t from, size_t end) const {
    Circumstance made{words_[from].role, words_[from].only, {}};
    if (!told_.empty() && told_.back().role == R::only) made.only = true;
    made.words.assign(words_.begin() + static_cast<long>(from) + 1, words_.begin() + static_cast<long>(end));
    return made;
  }

  /// To the next comma; when no verb was told yet, only to the last word that marks one, for that is the told verb's.
  size_t end_of(size_t from) const {
    size_t end = from + 1;
    while (end < words_.size() && words_[end].role != R::comma && words_[end].role != R::stop && words_[end].role != R::contrasts &&
           !opens(words_[end].role))
      ++end;
    const bool told_verb = std::any_of(told_.begin(), told_.end(), marks_verb);
    const bool first = told_.empty();
    if (told_verb || (first && end < words_.size())) return end;
    for (size_t i = end; i-- > from + 1;) {
      if (!marks_verb(words_[i])) continue;
      while (i > from + 1 && (marks_verb(words_[i - 1]) || words_[i - 1].role == R::denial)) --i;
      return i;
    }
    return end;
  }

  void add_aside(size_t from, size_t end) {
    bool denied = false;
    for (size_t i = from + 1; i < end; ++i) {
      OpenWord word = words_[i];
      if (word.role == R::denial || (word.role == R::modal && word.denies)) denied = true;
      if (word.role != R::term && word.role != R::quantity) continue;
      word.term.aside = true;
      word.term.denied = denied;
      told_.push_back(word);
    }
  }

  /// "the forms they have sent": behind the told verb, a pronoun and a verb of its own open an aside without a word for it.
  void mark_bare_asides() {
    bool verb = false;
    Words kept;
    for (size_t i = 0; i < told_.size(); ++i) {
      if (verb && opens_bare_aside(i)) {
        i = take_aside(i, kept) - 1;
        continue;
      }
      verb = verb || marks_verb(told_[i]);
      kept.push_back(told_[i]);
    }
    told_ = std::move(kept);
  }

  bool opens_bare_aside(size_t i) const {
    return i > 0 && told_[i - 1].role == R::term && told_[i].role == R::term && told_[i].term.pronoun && i + 1 < told_.size() &&
           marks_verb(told_[i + 1]);
  }

  /// Keeps the terms of the aside that begins there; returns its end.
  size_t take_aside(size_t from, Words& kept) const {
    size_t end = from;
    while (end < told_.size() && !separates(told_[end].role)) ++end;
    const auto first = told_.begin() + static_cast<long>(from);
    const auto last = told_.begin() + static_cast<long>(end);
    const bool denied = std::any_of(first, last, [](const OpenWord& w) { return w.role == R::denial; });
    for (auto it = first; it != last; ++it) {
      if (marks_verb(*it) || it->role == R::denial) continue;
      kept.push_back(*it);
      kept.back().term.aside = true;
      kept.back().term.denied = denied;
    }
    return end;
  }

  const Words& words_;
  Words told_;
};

// --- clauses ---------------------------------------------------------------------------------------------------------------------

struct Piece {
  Words words;
  bool contrasts = false;  // opened by "but" or "instead of"
  bool instead = false;
  bool either = false;  // opened by "or"
  bool comma = false;   // a comma before it
  bool joined = false;  // opened by "and"

  bool has_verb() const {
    return std::any_of(words.begin(), words.end(),
                       [](const OpenWord& w) { return marks_verb(w) || (w.role == R::term && w.term.act && !w.term.aside); });
  }
  bool has_terms() const {
    return std::any_of(words.begin(), words.end(), [](const OpenWord& w) { return w.role == R::term; });
  }
  size_t terms() const {
    return static_cast<size_t>(std::count_if(words.begin(), words.end(), [](const OpenWord& w) { return w.role == R::term; }));
  }
  bool has_verb_mark() const { return std::any_of(words.begin(), words.end(), marks_verb); }
  bool has(R role) const {
    return std::any_of(words.begin(), words.end(), [&](const OpenWord& w) { return w.role == role; });
  }
  /// What it begins with, fillers left out.
  R head() const {
    const auto first = std::find_if(words.begin(), words.end(), [](const OpenWord& w) { return w.role != R::filler; });
    return first == words.end() ? R::filler : first->role;
  }
  /// Nothing that could be a subject stands before its verb.
  bool begins_with_verb() const {
    const auto first = std::find_if(words.begin(), words.end(),
                                    [](const OpenWord& w) { return w.role == R::term || w.role == R::quantity || marks_verb(w); });
    return first != words.end() && (marks_verb(*first) || (first->role == R::term && !has_verb_mark()));
  }
};

std::vector<Piece> pieces_of(const Words& words) {
  std::vector<Piece> pieces(1);
  for (const OpenWord& word : words) {
    if (!separates(word.role)) {
      pieces.back().words.push_back(word);
      continue;
    }
    if (!pieces.back().words.empty()) pieces.emplace_back();
    Piece& piece = pieces.back();
    piece.contrasts = piece.contrasts || word.role == R::contrasts;
    piece.instead = piece.instead || (word.role == R::contrasts && word.denies);
    piece.either = piece.either || word.role == R::either;
    piece.comma = piece.comma || word.role == R::comma || word.role == R::stop;
    piece.joined = piece.joined || word.role == R::joins;
    if ((word.role == R::contrasts || word.role == R::either) && word.denies)
      piece.words.push_back({.role = R::denial, .span = word.span});
  }
  if (pieces.back().words.empty()) pieces.pop_back();
  return pieces;
}

/// Where the last phrase begins, with all that is joined to it: "the cook and his wife".
size_t tail_of(const Words& words) {
  size_t begin = words.size();
  for (size_t i = words.size(); i-- > 0;) {
    if (words[i].role == R::term) {
      begin = i;
      const bool starts = i == 0 || words[i - 1].role != R::term || words[i].term.pronoun;
      if (starts && !(i > 0 && (words[i - 1].role == R::joins || words[i - 1].role == R::either))) break;
    } else if (words[i].role != R::filler && words[i].role != R::joins && words[i].role != R::either) {
      break;
    }
  }
  return begin;
}

constexpr size_t kLongestSubject = 2;  // terms

class ClauseBuilder {
 public:
  explicit ClauseBuilder(std::vector<Piece> pieces) : pieces_(std::move(pieces)) {}

  std::vector<OpenClause> build() {
    share_predicate();
    for (size_t i = 0; i < pieces_.size(); ++i) place(pieces_[i], i + 1 < pieces_.size() && leads_to(pieces_[i], pieces_[i + 1]));
    return std::move(clauses_);
  }

 private:
  /// A piece without a verb before one with a verb; or one word set off before several.
  static bool leads_to(const Piece& piece, const Piece& next) {
    if (piece.has_verb()) return false;
    return next.has_verb() || (piece.terms() == 1 && next.comma && !next.joined && next.terms() > 1);
  }

  /// "Ann or Bob signed it": what is said of the last of several joined subjects is said of each. As many words stand for each of
  /// them.
  void share_predicate() {
    const size_t last = last_subject();
    if (last == 0) return;
    Piece& piece = pieces_[last];
    const size_t cut = predicate_of(piece, pieces_.front().terms());
    if (cut == piece.words.size()) return;
    const bool denied = !piece.contrasts && pieces_.front().has(R::denial);
    const Words predicate(piece.words.begin() + static_cast<long>(cut), piece.words.end());
    for (size_t i = 0; i <= last; ++i) {
      Words words = pieces_[i].words;
      if (i > 0 && denied && !pieces_[i].has(R::denial))
        words.insert(words.begin(), {.role = R::denial, .span = words.front().span});
      if (i < last) words.insert(words.end(), predicate.begin(), predicate.end());
      clauses_.push_back({std::move(words), i > 0 && piece.either});
    }
    pieces_.erase(pieces_.begin(), pieces_.begin() + static_cast<long>(last) + 1);
  }

  /// The index of the piece that ends a run of joined subjects; 0 without such a run.
  size_t last_subject() const {
    if (pieces_.size() < 2 || pieces_.front().has_verb() || pieces_.front().terms() == 0 ||
        pieces_.front().terms() > kLongestSubject)
      return 0;
    for (size_t i = 1; i < pieces_.size(); ++i) {
      if (pieces_[i].contrasts) return i == 1 && answers(pieces_.front()) ? i : 0;
      if (pieces_[i].joined || pieces_[i].either) return i > 1 || !pieces_[i].comma ? i : 0;
      if (pieces_[i].has_verb() || pieces_[i].terms() > kLongestSubject) return 0;
    }
    return 0;
  }

  /// "not only he but", "not he but": it waits for the other subject.
  static bool answers(const Piece& piece) { return piece.head() == R::not_only || piece.head() == R::denial; }

  /// Where the verb begins: at its mark, or behind as many terms as the other subjects have.
  static size_t predicate_of(const Piece& piece, size_t terms) {
    size_t seen = 0;
    for (size_t i = 0; i < piece.words.size(); ++i) {
      if (marks_verb(piece.words[i])) return i;
      if (piece.words[i].role == R::term && ++seen > terms) return piece.has_verb_mark() ? predicate_of(piece, SIZE_MAX) : i;
    }
    return piece.words.size();
  }

  void place(Piece& piece, bool verb_follows) {
    if (clauses_.empty()) {
      clauses_.push_back({piece.words});
      waits_ = verb_follows;
      return;
    }
    if (waits_) return lead_in(piece);
    const bool whole_before = std::any_of(clauses_.back().words.begin(), clauses_.back().words.end(), marks_verb);
    if (whole_before && stands_alone(piece)) return whole(piece);
    if (piece.contrasts || piece.either || begins_anew(piece)) return elliptic(piece);
    append(clauses_.back(), piece);
  }

  /// It has a verb mark; or a comma or "but" before an act; or it is joined by a comma and counts or denies on its own.
  static bool stands_alone(const Piece& piece) {
    if (piece.has_verb_mark()) return true;
    if (piece.has_verb()) return piece.comma || piece.contrasts;
    return piece.comma && piece.joined && piece.head() == R::term && (piece.has(R::quantity) || piece.has(R::denial));
  }

  /// A piece before the first verb: set off by a comma its denial is its own, and alone it is a comment ("Not surprisingly, …").
  void lead_in(Piece& piece) {
    OpenClause& first = clauses_.back();
    const bool focus = std::any_of(first.words.begin(), first.words.end(), [](const OpenWord& w) { return w.role == R::not_only; });
    const bool denied = std::any_of(first.words.begin(), first.words.end(), [](const OpenWord& w) { return w.role == R::denial; });
    if (piece.comma && !focus) {
      std::erase_if(first.words, [](const OpenWord& w) { return w.role == R::denial; });
      for (OpenWord& word : first.words) {
        word.term.denied = denied;
        word.comment = first.words.size() == 1;
      }
    }
    first.unclear = piece.either && denied;
    append(first, piece);
    waits_ = false;
  }

  /// A whole clause. Without a subject of its own it has that of the clause before.
  void whole(const Piece& piece) {
    OpenClause made{piece.words, piece.either};
    if (piece.begins_with_verb()) {
      Words shared;
      for (const OpenWord& word : clauses_.back().words) {
        if (marks_verb(word) || word.role == R::denial) break;
        shared.push_back(word);
      }
      made.words.insert(made.words.begin(), shared.begin(), shared.end());
    }
    clauses_.push_back(std::move(made));
  }

  /// A piece that begins with a word that works on it speaks for itself.
  static bool begins_anew(const Piece& piece) {
    const R head = piece.head();
    return (piece.joined || piece.comma) && (head == R::denial || head == R::quantity || head == R::degree || head == R::not_only);
  }

  /// A piece that stands for a clause: the clause before, with the piece in the place of its last phrase.
  void elliptic(const Piece& piece) {
    OpenClause& before = clauses_.back();
    OpenClause made{{}, piece.either};
    before.qualified = !piece.has_terms();
    const auto turned = std::find_if(before.words.begin(), before.words.end(),
                                     [](const OpenWord& w) { return w.role == R::denial || w.role == R::not_only; });
    const bool answers = piece.contrasts && turned != before.words.end() && piece.head() != R::denial;
    const auto cut = answers ? turned : before.words.begin() + static_cast<long>(replaced_from(before.words, piece));
    for (auto it = before.words.begin(); it != cut; ++it) {
      const bool own_denial = it->role == R::denial && piece.head() == R::denial;
      if (!own_denial) made.words.push_back(*it);
    }
    while (!made.words.empty() && made.words.back().role == R::filler) made.words.pop_back();
    made.words.insert(made.words.end(), piece.words.begin(), piece.words.end());
    clauses_.push_back(std::move(made));
  }

  /// A phrase that is the whole clause is cut to as many terms as the piece has.
  static size_t replaced_from(const Words& words, const Piece& piece) {
    if (!piece.has_terms()) return words.size();
    const size_t tail = tail_of(words);
    const bool whole =
        std::none_of(words.begin(), words.begin() + static_cast<long>(tail), [](const OpenWord& w) { return w.role == R::term; });
    if (!whole) return tail;
    size_t terms = piece.terms();
    for (size_t i = words.size(); i-- > 0;) {
      if (words[i].role == R::term && --terms == 0) return i;
    }
    return tail;
  }

  static void append(OpenClause& clause, const Piece& piece) {
    if (!clause.words.empty()) clause.words.push_back({.role = R::joins, .span = piece.words.front().span});
    clause.words.insert(clause.words.end(), piece.words.begin(), piece.words.end());
  }

  std::vector<Piece> pieces_;
  std::vector<OpenClause> clauses_;
  bool waits_ = false;
};

}  // namespace

OpenClauses split_open_clauses(const std::vector<OpenWord>& words) {
  OpenClauses clauses;
  Words told = CircumstanceSplitter(words).split(clauses);
  const auto is_term = [](const OpenWord& w) { return w.role == R::term; };
  if (std::none_of(told.begin(), told.end(), is_term)) {  // a circumstance that stands alone is itself what is told
    clauses.circumstances.clear();
    told = words;
    std::erase_if(told, [](const OpenWord& w) { return opens(w.role); });
  }
  clauses.main = ClauseBuilder(pieces_of(told)).build();
  return clauses;
}

}  // namespace selaras
