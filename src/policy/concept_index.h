// Finds provisions by the concepts they speak of, the wider and the narrower ones included: a contradiction may sit on either side.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "data/column.h"
#include "language/lexicon.h"
#include "policy/policy_base.h"

namespace selaras {

struct WeightedConcept {
  ConceptId id;
  double weight = 1;
};

class ConceptIndex {
 public:
  /// Of no provisions: to be filled by archive().
  explicit ConceptIndex(const Ontology& ontology) : ontology_(ontology) {}
  /// `lexicon` reads the statements, so that a provision is also found by what its statement names beside its norms.
  ConceptIndex(const PolicyBase& policies, const Ontology& ontology, const Lexicon& lexicon, Segmenter& segmenter);

  /// For every provision: how much of what it speaks of is named, and how much of what is named it speaks of. 0 nothing, 1
  /// everything, rare concepts weighing more.
  struct Overlap {
    double of_provision = 0;
    double of_named = 0;
  };
  std::vector<Overlap> overlaps(std::span<const WeightedConcept> named) const;
  /// The concept is an attribute in which the base measures penalties.
  bool measures_penalty(ConceptId id) const { return penalties_[id.index]; }
  /// The concept is a measure of penalties, or an act of punishing or being punished.
  bool tells_punishment(ConceptId id) const { return penalties_[id.index] || punishments_[id.index]; }
  /// How rare a concept is in the base: log(N / provisions that speak of it).
  double rarity(ConceptId id) const { return rarity_[id.index]; }

 private:
  static constexpr double kStatementAlone = 0.5;

  void mark_punishments();
  struct Posting {
    ProvisionIndex provision;
    bool in_norm;  // not in the statement alone
    std::array<bool, 3> unused{};  // so that every byte is told
    double weight() const { return in_norm ? 1 : kStatementAlone; }
  };
  template <typename Archive>
  friend void archive(Archive& a, ConceptIndex& index) {
    a(index.postings_, index.rarity_, index.penalties_, index.punishments_, index.total_);
  }
  const Ontology& ontology_;
  Lists<Posting> postings_;                     // by concept
  Column<double> rarity_;                       // by concept
  std::vector<bool> penalties_;                 // by concept
  std::vector<bool> punishments_;               // by concept
  Column<double> total_;                        // by provision
};

}  // namespace selaras
