// Finds provisions by the words of a text: BM25 (Robertson and Zaragoza 2009; k1 1.2, b 0.75) over stems of statements and of the
// examples that say the same. It proposes candidates; it never decides.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "data/column.h"
#include "data/name_table.h"
#include "policy/policy_base.h"
#include "text/segment.h"
#include "text/stem.h"

namespace selaras {

struct QueryTerm {
  std::string stem;
  double weight = 1;
};

/// Adds the stems of a text to a query; a stem that is there keeps the greater weight.
void add_terms(const Stemmer& stemmer, std::string_view text, const Segmentation& segmentation, double weight,
               std::vector<QueryTerm>& query);

/// What a search must not see of the examples: those of one provision, when they are themselves the sentences being judged.
struct LeftOut {
  std::optional<ProvisionIndex> examples_of{};
  std::string_view only{};  // of single sentences only this one, where the search is by sentence
};

class TextIndex {
 public:
  /// Of no provisions: to be filled by archive().
  TextIndex() = default;
  TextIndex(const PolicyBase& policies, std::string_view language, Segmenter& segmenter);

  /// For every provision, the share of the query that it holds, rare words weighing more: 0 nothing, 1 every word.
  std::vector<double> shares(std::span<const QueryTerm> query, const LeftOut& left_out = {}) const;
  /// A BM25 score for every provision, 0 where no term is shared. An examples' provision that is left
  /// out is found by its statement alone.
  std::vector<double> scores(std::span<const QueryTerm> query, const LeftOut& left_out = {}) const;
  /// How like the query is to the likest single sentence of every provision: the cosine of their words, rare words weighing more. Sentences
  /// that say what the provision says, and those (its examples of contradictions) that say the contrary, told apart.
  struct Likeness {
    double says = 0;
    double gainsays = 0;
  };
  std::vector<Likeness> likest(std::span<const QueryTerm> query, const LeftOut& left_out = {}) const;

 private:
  /// One sentence: a provision's statement or one of its examples.
  struct Unit {
    ProvisionIndex provision;
    bool example;
    bool gainsays;
    uint16_t unused;    // so that every byte is told
    uint64_t sentence;  // hash of an example's text
  };
  struct Posting {
    ProvisionIndex provision;
    uint16_t in_statement = 0;
    uint16_t in_examples = 0;
  };
  template <typename Archive>
  friend void archive(Archive& a, TextIndex& index) {
    a(index.stems_, index.provisions_with_, index.units_with_, index.units_, index.unit_lengths_, index.lengths_, index.mean_length_);
  }
  friend class TextIndexBuilder;

  /// Where a stem stands.
  struct Term {
    std::span<const Posting> provisions;  // in what says the same: statements and the examples that are right
    std::span<const uint32_t> units;      // sentences that hold it, in order
  };
  /// Empty for a stem that stands nowhere.
  Term term(std::string_view stem) const;
  double rarity(size_t holders) const;
  double unit_rarity(size_t holders) const;
  void measure_units();

  NameTable stems_;
  Lists<Posting> provisions_with_;  // by stem
  Lists<uint32_t> units_with_;      // by stem
  Column<Unit> units_;
  Column<double> unit_lengths_;     // of the vectors of units
  Column<uint32_t> lengths_;        // by provision: words of what says the same
  double mean_length_ = 1;
};

}  // namespace selaras
