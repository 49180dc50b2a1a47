// How a claimed value stands to a quantity that a provision fixes: the table of logic.md 6.4, role by role.
#pragma once

#include <string>

#include "frame/frame.h"
#include "ontology/ontology.h"
#include "value/value.h"

namespace selaras {

enum class QuantityRelation : uint8_t {
  incomparable,  // another dimension, currency or period: nothing can be said
  agrees,        // S: the same, as far as it was stated
  loose,         // W: true, but weaker than the rule
  stronger,      // O: told as certain or fixed what the rule leaves open
  unsettled,     // U: neither follows nor is excluded
  differs,       // X
};

/// Whether the value can be a value of the attribute at all (dimension and unit), before any comparison.
bool comparable(const Value& claim, const Quantity& rule, const Ontology& ontology);

/// Whether it may be: false only where no value of that kind and bound can ever be compared with a quantity of that role and dimension.
bool may_be_comparable(const Value& claim, QuantityRole role, Dimension dimension);

QuantityRelation relate(const Value& claim, const Quantity& rule, const Ontology& ontology);

std::string_view name(QuantityRelation relation);

}  // namespace selaras
