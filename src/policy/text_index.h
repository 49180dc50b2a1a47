// Finds provisions by the words of a text: BM25 (Robertson and Zaragoza 2009; k1 1.2, b 0.75) over stems of statements and of the
// examples that say the same. It proposes candidates; it never decides.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

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
    uint64_t sentence;  // hash of an example's text
    double length = 0;  // of its vector
  };
  struct Posting {
    ProvisionIndex provision;
    uint16_t in_statement = 0;
    uint16_t in_examples = 0;
  };
  /// Where a stem stands.
  struct Term {
    std::vector<Posting> provisions;  // in what says the same: statements and the examples that are right
    std::vector<uint32_t> units;      // sentences that hold it, in order
  };
  template <typename Archive>
  friend void archive(Archive& a, Unit& value) {
    auto& [provision, example, gainsays, sentence, length] = value;
    a(provision, example, gainsays, sentence, length);
  }
  template <typename Archive>
  friend void archive(Archive& a, Posting& value) {
    auto& [provision, in_statement, in_examples] = value;
    a(provision, in_statement, in_examples);
  }
  template <typename Archive>
  friend void archive(Archive& a, Term& value) {
    auto& [provisions, units] = value;
    a.as_bytes(provisions);
    a(units);
  }
  template <typename Archive>
  friend void archive(Archive& a, TextIndex& index) {
    a(index.by_stem_, index.terms_, index.units_, index.lengths_, index.mean_length_);
  }
  friend class TextIndexBuilder;

  /// nullptr for a stem that stands nowhere.
  const Term* term(const std::string& stem) const;
  double rarity(size_t holders) const;
  double unit_rarity(size_t holders) const;
  void measure_units();

  std::unordered_map<std::string, uint32_t> by_stem_;  // index in terms_
  std::vector<Term> terms_;
  std::vector<Unit> units_;
  std::vector<uint32_t> lengths_;  // by provision: words of what says the same
  double mean_length_ = 1;
};

}  // namespace selaras
