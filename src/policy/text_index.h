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

class TextIndex {
 public:
  /// Of no provisions: to be filled by archive().
  TextIndex() = default;
  TextIndex(const PolicyBase& policies, std::string_view language, Segmenter& segmenter);

  /// For every provision, the share of the query that it holds, rare words weighing more: 0 nothing, 1 every word.
  std::vector<double> shares(std::span<const QueryTerm> query, std::optional<ProvisionIndex> without_examples_of = {}) const;
  /// A BM25 score for every provision, 0 where no term is shared. `without_examples_of`: that provision is found by its statement
  /// alone (its own examples are being tested).
  std::vector<double> scores(std::span<const QueryTerm> query, std::optional<ProvisionIndex> without_examples_of = {}) const;
 private:
  struct Posting {
    ProvisionIndex provision;
    uint16_t in_statement = 0;
    uint16_t in_examples = 0;
  };
  template <typename Archive>
  friend void archive(Archive& a, Posting& value) {
    auto& [provision, in_statement, in_examples] = value;
    a(provision, in_statement, in_examples);
  }
  template <typename Archive>
  friend void archive(Archive& a, TextIndex& index) {
    a(index.postings_, index.lengths_, index.mean_length_);
  }
  double rarity(size_t holders) const;
  void count(ProvisionIndex provision, bool example, std::vector<Posting>& list);

  std::unordered_map<std::string, std::vector<Posting>> postings_;
  std::vector<uint32_t> lengths_;
  double mean_length_ = 1;
};

}  // namespace selaras
