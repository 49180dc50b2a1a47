#include "judge/tuple_conflict.h"

#include <algorithm>

namespace selaras {
namespace {

constexpr size_t kRelated = 4;  // equal, narrower, wider, overlapping: the rows and columns of the table

// Rows: the actor of the permission against that of the prohibition; columns: the object likewise.
constexpr std::array<std::array<std::string_view, kRelated>, kRelated> kTypes = {{
    {"C1", "C2", "N1", "C6"},
    {"C3", "C4", "N2", "C7"},
    {"N3", "C5", "N4", "C8"},
    {"C9", "C10", "C11", "C12"},
}};
static_assert(static_cast<size_t>(Relation::equal) == 0 && static_cast<size_t>(Relation::narrower) == 1 &&
              static_cast<size_t>(Relation::wider) == 2 && static_cast<size_t>(Relation::overlapping) == 3);

bool disjoint_somewhere(const TupleRelations& r) {
  return r.actor == Relation::disjoint || r.object == Relation::disjoint || r.condition == Relation::disjoint;
}

std::string_view type_of(const TupleRelations& r) { return kTypes[static_cast<size_t>(r.actor)][static_cast<size_t>(r.object)]; }

Relation seen_from_other_side(Relation relation) {
  if (relation == Relation::narrower) return Relation::wider;
  if (relation == Relation::wider) return Relation::narrower;
  return relation;
}

}  // namespace

std::optional<std::string_view> policylint_type(const TupleRelations& r) {
  if (!r.unconditional) return std::nullopt;
  if (!r.opposite_polarity || disjoint_somewhere(r)) return "none";
  return type_of(r);
}

std::string_view policond_type(const TupleRelations& r) {
  if (!r.opposite_polarity || disjoint_somewhere(r)) return "none";
  if (r.actor == Relation::overlapping || r.object == Relation::overlapping) return "none";
  switch (r.condition) {
    case Relation::equal: return type_of(r).starts_with('C') ? "contradiction" : "narrowing";
    case Relation::narrower: return "contradiction";
    case Relation::wider: return "narrowing";
    default: return "none";
  }
}

std::string_view tuple_verdict(const TupleRelations& r) {
  if (!r.opposite_polarity || disjoint_somewhere(r)) return "no-conflict";
  std::array<Relation, 3> slots = {r.actor, r.object, r.condition};
  if (!r.claim_is_permission) std::transform(slots.begin(), slots.end(), slots.begin(), seen_from_other_side);
  const auto all = [&](Relation direction) {
    return std::all_of(slots.begin(), slots.end(), [&](Relation slot) { return slot == Relation::equal || slot == direction; });
  };
  if (all(Relation::narrower)) return "contradicted";
  return all(Relation::wider) ? "contradicted-in-part" : "contradicted-on-overlap";
}

}  // namespace selaras
