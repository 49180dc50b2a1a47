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

/// 0 nothing, 1 everything, rare concepts weighing more.
struct Overlap {
  double of_provision = 0;
  double of_named = 0;
};

/// What was found, and the room to search in, kept by whoever searches again and again. Only what lies in the stretches that were asked for
/// is of the last search.
class ConceptSearch {
 public:
  const Overlap& operator[](ProvisionIndex index) const { return found_[index]; }
  size_t size() const { return found_.size(); }

 private:
  friend class ConceptIndex;
  std::vector<Overlap> found_;            // by provision
  std::vector<double> held_;              // by provision: how well it speaks of the mention at hand
  std::vector<ProvisionIndex> holders_;   // of the mention at hand
  std::vector<double> best_;              // by concept: for each concept of a provision only the best mention counts
  std::vector<ConceptId> reached_;        // those that have a best mention
  std::vector<WeightedConcept> mentions_;
};

class ConceptIndex {
 public:
  /// Of no provisions: to be filled by archive().
  explicit ConceptIndex(const Ontology& ontology) : ontology_(ontology) {}
  /// `lexicon` reads the statements, so that a provision is also found by what its statement names beside its norms.
  ConceptIndex(const PolicyBase& policies, const Ontology& ontology, const Lexicon& lexicon, Segmenter& segmenter);

  /// `stretches`: which of the base's stretches to search. For each of their provisions: how much of what it speaks of is named, and how much
  /// of what is named it speaks of. Of a concept that is named twice the greater weight counts.
  void search(std::span<const WeightedConcept> named, std::span<const uint32_t> stretches, ConceptSearch& into) const;
  /// The concept is an attribute in which the base measures penalties.
  bool measures_penalty(ConceptId id) const { return penalties_[id.index]; }
  /// The concept is a measure of penalties, or an act of punishing or being punished.
  bool tells_punishment(ConceptId id) const { return penalties_[id.index] || punishments_[id.index]; }
  /// The persons and actors that a norm speaks of, each once.
  std::span<const ConceptId> persons_of(ProvisionIndex provision, uint32_t norm) const { return persons_[first_norm_[provision] + norm]; }
  /// A concept that a condition or an exception of a norm asks for. Any concept of an atom meets it; negated atoms ask for nothing.
  struct Need {
    ConceptId id;  // not known(): of a conjunction that asks for nothing
    Slot slot;
    bool begins_atom, begins_conjunction;
    uint8_t unused;  // so that every byte is told
  };
  std::span<const Need> conditions_of(ProvisionIndex provision, uint32_t norm) const { return conditions_[first_norm_[provision] + norm]; }
  std::span<const Need> exceptions_of(ProvisionIndex provision, uint32_t norm) const { return exceptions_[first_norm_[provision] + norm]; }
  /// Some condition or exception is on a quantity: what the norm asks for is in its frame alone.
  bool asks_for_values(ProvisionIndex provision, uint32_t norm) const { return asks_for_values_[first_norm_[provision] + norm] != 0; }
  /// How rare a concept is in the base: log(N / provisions that speak of it).
  double rarity(ConceptId id) const { return rarity_[id.index]; }

 private:
  static constexpr double kStatementAlone = 0.5;

  void mark_punishments();
  void make_room(std::span<const uint32_t> stretches, ConceptSearch& into) const;
  void add_mention(const WeightedConcept& mention, std::span<const uint32_t> stretches, ConceptSearch& into) const;
  struct Posting {
    ProvisionIndex provision;
    bool in_norm;  // not in the statement alone
    std::array<bool, 3> unused{};  // so that every byte is told
    double weight() const { return in_norm ? 1 : kStatementAlone; }
  };
  template <typename Archive>
  friend void archive(Archive& a, ConceptIndex& index) {
    a(index.postings_, index.rarity_, index.penalties_, index.punishments_, index.total_,
      index.stretches_, index.first_norm_, index.persons_, index.conditions_, index.exceptions_, index.asks_for_values_);
  }
  const Ontology& ontology_;
  struct Extent {
    ProvisionIndex first, last;
  };
  Lists<Posting> postings_;                     // by concept and stretch
  Column<double> rarity_;                       // by concept
  std::vector<bool> penalties_;                 // by concept
  std::vector<bool> punishments_;               // by concept
  Column<double> total_;                        // by provision
  Column<uint32_t> first_norm_;                 // by provision, among the norms of all
  Lists<ConceptId> persons_;                    // by norm
  Lists<Need> conditions_, exceptions_;         // by norm
  Column<uint8_t> asks_for_values_;             // by norm
  Column<Extent> stretches_;
};

}  // namespace selaras
