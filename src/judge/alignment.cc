#include "judge/alignment.h"

#include <algorithm>

#include "judge/term_relation.h"

namespace selaras {
namespace {

constexpr size_t kNobody = SIZE_MAX;

class Aligner {
 public:
  Aligner(const Proposition& premise, const Proposition& hypothesis, const TermKnowledge& knowledge)
      : premise_(premise),
        hypothesis_(hypothesis),
        knowledge_(knowledge),
        partner_of_(hypothesis.parts.size(), kNobody),
        taken_(premise.parts.size(), false) {}

  Difference align() {
    for (const TermRelation wanted : {TermRelation::same, TermRelation::narrower, TermRelation::wider, TermRelation::contrary})
      pair(wanted);
    if (made_.shared > 0) pair_anybody();
    for (size_t h = 0; h < partner_of_.size(); ++h) {
      if (partner_of_[h] == kNobody) add(hypothesis_.parts[h]);
    }
    for (size_t p = 0; p < taken_.size(); ++p) {
      if (!taken_[p]) miss(premise_.parts[p]);
    }
    made_.excepted = speaks_of_excepted() || turns_condition();
    made_.whole_subject_missing = whole_subject_missing();
    made_.subject_named = subject_named();
    return std::move(made_);
  }

 private:
  TermRelation relation(const Term& a, const Term& b) const {
    return relate(a, b, knowledge_.ontology, knowledge_.negative_prefixes);
  }

  /// As a comment "not unexpectedly" is "expectedly"; of a thing, "not unfriendly" leaves more open.
  TermRelation relation(const ClaimPart& a, const ClaimPart& b) const {
    if (a.region != Region::comment || b.region != Region::comment || a.term.denied == b.term.denied) return relation(a.term, b.term);
    Term plain = a.term;
    Term other = b.term;
    plain.denied = other.denied = false;
    return relation(plain, other) == TermRelation::contrary ? TermRelation::same : relation(a.term, b.term);
  }

  /// Equal terms first, so that a wider one does not take another's place.
  void pair(TermRelation wanted) {
    for (size_t h = 0; h < partner_of_.size(); ++h) {
      if (partner_of_[h] != kNobody) continue;
      for (size_t p = 0; p < taken_.size(); ++p) {
        if (taken_[p] || relation(hypothesis_.parts[h], premise_.parts[p]) != wanted) continue;
        match(h, p, wanted);
        break;
      }
    }
  }

  /// "Everyone" speaks of whoever is named, also by a word that no concept has.
  void pair_anybody() {
    for (size_t p = 0; p < taken_.size(); ++p) {
      if (taken_[p] || !premise_.parts[p].term.anybody) continue;
      const size_t h = free_subject(hypothesis_, [&](size_t i) { return partner_of_[i] == kNobody; });
      if (h != kNobody) match(h, p, TermRelation::narrower);
    }
    for (size_t h = 0; h < partner_of_.size(); ++h) {
      if (partner_of_[h] != kNobody || !hypothesis_.parts[h].term.anybody) continue;
      const size_t p = free_subject(premise_, [&](size_t i) { return !taken_[i]; });
      if (p != kNobody) match(h, p, TermRelation::wider);
    }
  }

  /// What is spoken of: what a quantity ranges over, else what is named first.
  template <typename Free>
  static size_t free_subject(const Proposition& p, const Free& free) {
    for (size_t i = 0; i < p.parts.size(); ++i) {
      const bool spoken_of = p.parts[i].region == Region::subject || (i == 0 && p.parts[i].region == Region::says);
      if (spoken_of && free(i) && !p.parts[i].term.act) return i;
    }
    return kNobody;
  }

  void match(size_t h, size_t p, TermRelation relation) {
    partner_of_[h] = p;
    taken_[p] = true;
    note(hypothesis_.parts[h], premise_.parts[p], relation);
  }

  static Region region_of(const ClaimPart& a, const ClaimPart& b) {
    if (a.region == Region::comment || b.region == Region::comment) return Region::comment;
    if (a.region == Region::condition || b.region == Region::condition) return Region::condition;
    return a.region == Region::subject || b.region == Region::subject ? Region::subject : Region::says;
  }

  void note(const ClaimPart& told, const ClaimPart& rule, TermRelation relation) {
    const Region region = region_of(told, rule);
    if (relation == TermRelation::contrary) {
      if (region == Region::comment) made_.comment_opposed = true;
      if (region == Region::says) made_.contrary.push_back(told.term.lemma);
      if (region == Region::subject || region == Region::condition) made_.subject_narrower = made_.subject_wider = true;
      return;
    }
    ++made_.shared;
    if (relation == TermRelation::narrower) narrow(region);
    if (relation == TermRelation::wider) widen(region);
  }

  void narrow(Region region) {
    if (region == Region::says) made_.says_narrower = true;
    if (region == Region::subject) made_.subject_narrower = true;
  }
  void widen(Region region) {
    if (region == Region::says) made_.says_wider = true;
    if (region == Region::subject) made_.subject_wider = true;
    if (region == Region::condition) made_.condition_dropped = true;
  }

  void add(const ClaimPart& part) {
    if (part.region == Region::says && (covered(part, premise_) || named_within(part, premise_))) return;
    if (part.region == Region::condition) return;  // told of fewer cases
    if (part.region == Region::comment) made_.comment_added = true;
    made_.added.push_back(part.term.lemma);
    narrow(part.region);
  }

  void miss(const ClaimPart& part) {
    if (part.region == Region::says && named_within(part, hypothesis_)) return;
    made_.missing.push_back(part.term.lemma);
    widen(part.region);
  }

  /// Nothing new is said by a term that is wider than one that stands in the other.
  bool covered(const ClaimPart& part, const Proposition& other) const {
    return std::any_of(other.parts.begin(), other.parts.end(), [&](const ClaimPart& p) {
      return p.region == Region::says && relation(p.term, part.term) == TermRelation::narrower;
    });
  }

  /// "charge" and "fee" beside "charge a fee": a longer phrase of the other says it too.
  static bool named_within(const ClaimPart& part, const Proposition& other) {
    const std::string word = " " + part.term.lemma + " ";
    return std::any_of(other.parts.begin(), other.parts.end(), [&](const ClaimPart& p) {
      const bool longer = p.term.lemma.size() > part.term.lemma.size() && p.term.denied == part.term.denied;
      return longer && p.region == Region::says && (" " + p.term.lemma + " ").find(word) != std::string::npos;
    });
  }

  bool names(const Proposition& p, const Term& term) const {
    return std::any_of(p.parts.begin(), p.parts.end(), [&](const ClaimPart& part) {
      const TermRelation found = relation(part.term, term);
      return found == TermRelation::same || found == TermRelation::narrower;
    });
  }

  bool speaks_of_excepted() const {
    return !premise_.unless.empty() &&
           std::all_of(premise_.unless.begin(), premise_.unless.end(), [&](const Term& term) { return names(hypothesis_, term); });
  }

  static bool is_marker(const ClaimPart& part) { return part.region == Region::condition && part.term.lemma.starts_with('<'); }

  /// Both name the condition, and only one names it as not met, or as what comes before.
  bool turns_condition() const {
    bool named = false;
    bool turned = false;
    for (size_t p = 0; p < taken_.size(); ++p) {
      if (is_marker(premise_.parts[p]))
        turned = turned || !taken_[p];
      else
        named = named || (taken_[p] && premise_.parts[p].region == Region::condition);
    }
    for (size_t h = 0; h < partner_of_.size(); ++h)
      turned = turned || (is_marker(hypothesis_.parts[h]) && partner_of_[h] == kNobody);
    return named && turned;
  }

  bool whole_subject_missing() const {
    if (premise_.ranges != Ranges::things || hypothesis_.ranges != Ranges::bare) return false;
    bool any = false;
    for (size_t p = 0; p < taken_.size(); ++p) {
      if (premise_.parts[p].region != Region::subject) continue;
      if (taken_[p]) return false;
      any = true;
    }
    return any && !made_.says_narrower;
  }

  /// Whether the first term of the plain one is what the quantity of the other ranges over.
  bool subject_named() const {
    const Proposition& counted = premise_.ranges == Ranges::things ? premise_ : hypothesis_;
    const Proposition& plain = premise_.ranges == Ranges::things ? hypothesis_ : premise_;
    if (plain.parts.empty()) return false;
    return std::any_of(counted.parts.begin(), counted.parts.end(), [&](const ClaimPart& p) {
      return p.region == Region::subject && relation(p.term, plain.parts.front().term) != TermRelation::apart;
    });
  }

  const Proposition& premise_;
  const Proposition& hypothesis_;
  const TermKnowledge& knowledge_;
  std::vector<size_t> partner_of_;
  std::vector<bool> taken_;
  Difference made_;
};

}  // namespace

Difference align(const Proposition& premise, const Proposition& hypothesis, const TermKnowledge& knowledge) {
  return Aligner(premise, hypothesis, knowledge).align();
}

}  // namespace selaras
