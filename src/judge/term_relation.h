// How two terms lie to each other: by the ontology where both are concepts, as intervals where both are amounts, else by their base
// forms, of which one may be the contrary of the other by a prefix.
#pragma once

#include <string>
#include <vector>

#include "judge/open_word.h"

namespace selaras {

/// The first against the second. Terms that are denied differently are contrary when they are the same, and apart else.
enum class TermRelation : uint8_t { same, narrower, wider, contrary, apart };
TermRelation relate(const Term& a, const Term& b, const Ontology& ontology, const std::vector<std::string>& negative_prefixes);

}  // namespace selaras
