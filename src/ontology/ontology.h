// The concepts that provisions and messages share, and how they lie to each other: a directed acyclic graph with several parents
// allowed, its closure as one bit row a concept, and the relations of logic.md 6.1 as word operations on those rows.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "data/column.h"

namespace selaras {

struct ConceptId {
  uint32_t index = UINT32_MAX;
  bool known() const { return index != UINT32_MAX; }
  auto operator<=>(const ConceptId&) const = default;
};

template <typename Archive>
void archive(Archive& a, ConceptId& value) {
  auto& [index] = value;
  a(index);
}

enum class ConceptKind : uint8_t { person, actor, action, thing, place, condition, attribute };
enum class Dimension : uint8_t { none, money, age, duration, date, percent, count, contact, frequency, clock, size };
enum class Regime : uint8_t { open, closed };

/// a against b: the same, narrower, wider, sharing a descendant, or apart (logic.md 6.1).
enum class Relation : uint8_t { equal, narrower, wider, overlapping, disjoint };

struct Concept {
  std::string id;
  ConceptKind kind;
  std::vector<ConceptId> parents;
  std::string gloss;
  Dimension dimension = Dimension::none;
  bool identity = false;
  ConceptId converse;
  ConceptId antonym;
  Regime regime = Regime::open;
  bool punishes = false;  // an act of punishing or of being punished
  bool eligibility = false;  // a condition that somebody must meet to have what a rule grants
  std::vector<ConceptId> shown_by;  // of a condition: naming one of these names the condition too, as a visa does with-visa
  FilePlace at = {};      // where it is declared; no path for a country, which no file declares, and from the rule cache
};

template <typename Archive>
void archive(Archive& a, Concept& value) {
  auto& [id, kind, parents, gloss, dimension, identity, converse, antonym, regime, punishes, eligibility, shown_by, at] = value;
  a(id, kind, parents, gloss, dimension, identity, converse, antonym, regime, punishes, eligibility, shown_by);
}

struct WrittenConcept;  // a concept's references as they stand in its file

class Ontology {
 public:
  /// Reads rules/ontology/*.yaml. Errors are in `diagnostics`; concepts without errors are kept.
  static Ontology load(const FileSystem& files, const std::string& folder, Diagnostics& diagnostics);

  /// A bare ontology of one kind from (parent, child) pairs; the edges must not run in a circle.
  static Ontology from_edges(const std::vector<std::pair<std::string, std::string>>& edges);

  /// Also knows ISO 3166-1 codes as places, made on demand while loading; unknown ids give !known().
  ConceptId find(std::string_view id) const;
  const Concept& operator[](ConceptId id) const { return concepts_[id.index]; }
  size_t size() const { return concepts_.size(); }
  std::vector<std::string_view> ids_of(ConceptKind kind) const;

  Relation relate(ConceptId a, ConceptId b) const;
  /// a is b or lies below it.
  bool is_a(ConceptId a, ConceptId b) const;
  /// Steps up from a to b; nullopt unless is_a(a, b).
  std::optional<uint32_t> distance(ConceptId a, ConceptId b) const;
  std::span<const ConceptId> ancestors(ConceptId id) const { return ancestor_lists_[id.index]; }    // nearest first, without itself
  std::span<const ConceptId> descendants(ConceptId id) const { return descendant_lists_[id.index]; }  // without itself

 private:
  template <typename Archive>
  friend void archive(Archive& a, Ontology& ontology) {
    a(ontology.concepts_, ontology.by_id_, ontology.words_, ontology.ancestors_, ontology.descendants_, ontology.ancestor_lists_,
      ontology.descendant_lists_);
  }
  void resolve(const std::vector<WrittenConcept>& written, Diagnostics& diagnostics);
  void close();
  std::vector<ConceptId> climb(ConceptId id) const;
  bool bit(const Column<uint64_t>& rows, ConceptId row, ConceptId column) const;

  std::vector<Concept> concepts_;
  std::unordered_map<std::string, uint32_t> by_id_;
  size_t words_ = 0;                  // 64-bit words a row
  Column<uint64_t> ancestors_;        // concept x concept, itself included
  Column<uint64_t> descendants_;
  Lists<ConceptId> ancestor_lists_, descendant_lists_;
};

}  // namespace selaras
