// Finds provisions by the words of a text: BM25 (Robertson and Zaragoza 2009; k1 1.2, b 0.75) over stems of statements and of the
// examples that say the same. It proposes candidates; it never decides.
//
// Everything that does not depend on the text is worked out when the index is made: what a stem adds to the score of a provision that holds
// it, how rare it is, which stem a word of the policies has. Lists are kept by stem and stretch of the base, and a search walks only the
// stretches that it is asked for.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "data/column.h"
#include "data/name_table.h"
#include "policy/policy_base.h"
#include "text/segment.h"
#include "text/stem.h"

namespace selaras {

/// A stem that is searched for, by its number in the index; any number from stems() on is of a stem that stands nowhere.
struct QueryTerm {
  uint32_t stem = 0;
  double weight = 1;
};

/// What a search must not see of the examples: those of one provision, when they are themselves the sentences being judged.
struct LeftOut {
  std::optional<ProvisionIndex> examples_of{};
  std::string_view only{};  // of single sentences only this one, where the search is by sentence
};

/// How near a provision lies to the text of a query.
struct TextNearness {
  double score = 0;     // BM25; 0 where no term is shared
  double share = 0;     // of the query that the provision holds, rare words weighing more: 0 nothing, 1 every word
  /// The cosine, rare words weighing more, to the likest single sentence that says what the provision says, and to the likest of those (its
  /// examples of contradictions) that say the contrary.
  double says = 0;
  double gainsays = 0;
};

/// What was found, and the room to search in, kept by whoever searches again and again. Only what lies in the stretches that were asked for
/// is of the last search.
class TextSearch {
 public:
  const TextNearness& operator[](ProvisionIndex index) const { return found_[index]; }
  size_t size() const { return found_.size(); }

 private:
  friend class TextIndex;
  std::vector<TextNearness> found_;  // by provision
  std::vector<double> dots_;         // by unit
};

class TextIndex {
 public:
  /// Of no provisions: to be filled by archive().
  TextIndex() = default;
  TextIndex(const PolicyBase& policies, std::string_view language, Segmenter& segmenter);

  /// Of the stems.
  const std::string& language() const { return language_; }
  uint32_t stems() const { return rarities_.empty() ? 0 : static_cast<uint32_t>(rarities_.size() - 1); }
  /// The number of a stem; nullopt when it stands nowhere.
  std::optional<uint32_t> number_of(std::string_view stem) const { return stems_.find(stem); }
  /// The number of the stem of a word that stands just so, capitals and all, somewhere in the policies. For words of the index's language.
  std::optional<uint32_t> number_of_word(std::string_view word) const;

  /// `stretches`: which of the base's stretches to search. An examples' provision that is left out is found by its statement alone.
  void search(std::span<const QueryTerm> query, std::span<const uint32_t> stretches, const LeftOut& left_out, TextSearch& into) const;

 private:
  /// One sentence: a provision's statement or one of its examples.
  struct Unit {
    ProvisionIndex provision;
    bool example;
    bool gainsays;
    uint16_t unused;    // so that every byte is told
    uint64_t sentence;  // hash of an example's text
  };
  /// How often a stem stands in a provision.
  struct Frequency {
    uint16_t in_statement;
    uint16_t in_examples;
  };
  /// The units of a provision, one behind the other, those that say the same first.
  struct UnitRange {
    uint32_t first, first_contrary, last;
  };
  struct Extent {
    ProvisionIndex first, last;
  };
  template <typename Archive>
  friend void archive(Archive& a, TextIndex& index) {
    a(index.language_, index.stems_, index.words_, index.stems_of_words_, index.provisions_with_, index.frequencies_, index.scores_,
      index.units_with_, index.units_, index.units_of_, index.unit_scales_, index.rarities_, index.unit_rarities_, index.lengths_,
      index.mean_length_, index.stretches_);
  }
  friend class TextIndexBuilder;

  double score(double rarity, double frequency, ProvisionIndex provision) const;
  void weigh_postings();
  void measure_units();
  void clear(std::span<const uint32_t> stretches, TextSearch& into) const;
  void add_up(std::span<const QueryTerm> query, std::span<const uint32_t> stretches, TextSearch& into) const;
  void leave_out(std::span<const QueryTerm> query, ProvisionIndex provision, TextSearch& into) const;
  double likest(uint32_t first, uint32_t last, const LeftOut& left_out, const TextSearch& search) const;
  bool is_left_out(const Unit& unit, const LeftOut& left_out) const;

  std::string language_;
  NameTable stems_;
  NameTable words_;                   // as written in the policies
  Column<uint32_t> stems_of_words_;
  Lists<ProvisionIndex> provisions_with_;  // by stem and stretch, in what says the same: statements and the examples that are right
  Column<Frequency> frequencies_;     // by posting
  Column<double> scores_;             // by posting: what the stem adds to the provision's score
  Lists<uint32_t> units_with_;        // by stem and stretch: sentences that hold it, in order
  Column<Unit> units_;
  Column<UnitRange> units_of_;        // by provision
  Column<double> unit_scales_;        // 1 over the length of a unit's vector
  Column<double> rarities_;           // by stem, and one more of a stem that stands nowhere
  Column<double> unit_rarities_;      // likewise, among units
  Column<uint32_t> lengths_;          // by provision: words of what says the same
  double mean_length_ = 1;
  Column<Extent> stretches_;
};

/// Numbers of the stems of words, for the texts of one message: words of the policies are looked up as they are written, others are folded and
/// stemmed. A stem that stands nowhere gets a number of its own, from TextIndex::stems() on.
class StemNumbers {
 public:
  StemNumbers(const TextIndex& index, const Stemmer& stemmer) : index_(index), stemmer_(stemmer), same_language_(index.language() == stemmer.language()) {}
  uint32_t of(std::string_view word);
  /// One more than the greatest number given so far.
  uint32_t count() const { return index_.stems() + static_cast<uint32_t>(unheard_of_.size()); }

 private:
  const TextIndex& index_;
  const Stemmer& stemmer_;
  const bool same_language_;
  std::unordered_map<std::string, uint32_t> unheard_of_;
};

/// Adds terms to a query; a stem that is there keeps the greater weight. Reused for query after query.
class QueryBuilder {
 public:
  void add(uint32_t stem, double weight) {
    if (stem >= places_.size()) places_.resize(stem + 1);
    Place& place = places_[stem];
    if (place.query != query_) {
      place = {query_, static_cast<uint32_t>(terms_.size())};
      terms_.push_back({stem, weight});
    } else if (terms_[place.at].weight < weight) {
      terms_[place.at].weight = weight;
    }
  }
  /// The terms in the order they were first added; what comes next begins a new query.
  std::vector<QueryTerm> take() {
    ++query_;
    std::vector<QueryTerm> taken(terms_);
    terms_.clear();
    return taken;
  }

 private:
  struct Place {
    uint32_t query = 0;
    uint32_t at = 0;
  };
  std::vector<Place> places_;  // by stem
  std::vector<QueryTerm> terms_;
  uint32_t query_ = 1;
};

}  // namespace selaras
