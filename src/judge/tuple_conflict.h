// A permission against a prohibition, slot by slot: the conflict tables that policy analysis uses (PolicyLint, Andow et al. 2019; its
// third slot by PoliCond, Feng et al. 2025) and our own reading of the same pair, which takes both sides as universal (logic.md 1.2,
// 6.3). Pair level only: what other provisions say is not looked at.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "ontology/ontology.h"

namespace selaras {

/// How the permission's slots stand to the prohibition's.
struct TupleRelations {
  Relation actor = Relation::disjoint;
  Relation object = Relation::disjoint;
  Relation condition = Relation::disjoint;
  bool unconditional = false;      // neither side has a condition
  bool opposite_polarity = true;   // one may, one must not
  bool claim_is_permission = true;
};

/// C1-C12, N1-N4, or "none"; nullopt where a condition is involved, which these rules do not know.
std::optional<std::string_view> policylint_type(const TupleRelations& relations);
/// contradiction, narrowing or none.
std::string_view policond_type(const TupleRelations& relations);
/// contradicted, contradicted-in-part, contradicted-on-overlap or no-conflict, seen from the claim.
std::string_view tuple_verdict(const TupleRelations& relations);

}  // namespace selaras
