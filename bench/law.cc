#include "law.h"

#include <fmt/format.h>

#include <limits>

#include "judge/quantity_relation.h"
#include "text/characters.h"

namespace selaras {
namespace {

bool holds(const std::vector<std::string>& states, const std::string& state) {
  return std::find(states.begin(), states.end(), state) != states.end();
}

template <typename Test>
bool any_quantity(const Provision& provision, Test test) {
  return std::any_of(provision.norms.begin(), provision.norms.end(),
                     [&](const Frame& norm) { return std::any_of(norm.quantities.begin(), norm.quantities.end(), test); });
}

bool same_fixed(const Quantity& a, const Quantity& b) {
  return a.attribute == b.attribute && a.role == b.role && a.lo == b.lo && a.hi == b.hi && a.unit == b.unit && a.per == b.per &&
         a.text == b.text;
}

Bound bound_of(QuantityRole role) {
  switch (role) {
    case QuantityRole::cap:
    case QuantityRole::penalty_max: return Bound::at_most;
    case QuantityRole::floor:
    case QuantityRole::penalty_min: return Bound::at_least;
    case QuantityRole::range: return Bound::range;
    case QuantityRole::approx: return Bound::about;
    default: return Bound::exact;
  }
}

}  // namespace

bool Law::tells(const std::vector<std::string>& states, const Value& value, ConceptId attribute, When when) const {
  const auto& all = policies_.provisions();
  return std::any_of(all.begin(), all.end(), [&](const Provision& provision) {
    if (!holds(states, provision.jurisdiction) || (when == When::not_past && provision.is_past(day_))) return false;
    return any_quantity(provision, [&](const Quantity& quantity) {
      return quantity.attribute == attribute && relate(value, quantity, ontology_) == QuantityRelation::agrees;
    });
  });
}

bool Law::fixes(const std::vector<std::string>& states, const Quantity& quantity) const {
  const auto& all = policies_.provisions();
  return std::any_of(all.begin(), all.end(), [&](const Provision& provision) {
    return holds(states, provision.jurisdiction) &&
           any_quantity(provision, [&](const Quantity& q) { return same_fixed(q, quantity); });
  });
}

bool Law::tells_any(const Provision& provision, const Value& value) const {
  return any_quantity(provision, [&](const Quantity& q) { return relate(value, q, ontology_) == QuantityRelation::agrees; });
}

bool Law::says(const std::string& state, const Frame& frame) const {
  return any_norm(state, [&](const Frame& norm) {
    return norm.modality == frame.modality && norm.action == frame.action && norm.object == frame.object &&
           covers(norm.bearer, frame.bearer) && covers(norm.counterparty, frame.counterparty) && asks_no_more(norm, frame) &&
           excepts_no_more(norm, frame);
  });
}

/// Whoever meets the frame's conditions, one way or another, meets the norm's.
bool Law::asks_no_more(const Frame& norm, const Frame& frame) const {
  if (norm.conditions.empty()) return true;
  if (frame.conditions.empty()) return false;
  return std::all_of(frame.conditions.begin(), frame.conditions.end(), [&](const auto& met) {
    return std::any_of(norm.conditions.begin(), norm.conditions.end(), [&](const auto& asked) { return holds_all(met, asked); });
  });
}

bool Law::excepts_no_more(const Frame& norm, const Frame& frame) const {
  return std::all_of(norm.exceptions.begin(), norm.exceptions.end(), [&](const auto& lifted) {
    return std::any_of(frame.exceptions.begin(), frame.exceptions.end(),
                       [&](const auto& known) { return holds_all(lifted, known); });
  });
}

bool Law::holds_all(const std::vector<Atom>& atoms, const std::vector<Atom>& wanted) const {
  return std::all_of(wanted.begin(), wanted.end(), [&](const Atom& one) {
    return std::any_of(atoms.begin(), atoms.end(), [&](const Atom& other) { return described(other) == described(one); });
  });
}

bool Law::covers(ConceptId wide, ConceptId narrow) const {
  if (!wide.known() || !narrow.known()) return wide.known() == narrow.known();
  return ontology_.is_a(narrow, wide);
}

std::string Law::described(const Atom& atom) const {
  std::string text = atom.negated ? "not " : "";
  if (atom.slot != Slot::any) text += fmt::format("{} ", name(atom.slot));
  if (atom.quantity) return fmt::format("{}{} {}", text, ontology_[atom.quantity->attribute].id, describe(*atom.quantity));
  for (size_t i = 0; i < atom.concepts.size(); ++i) text += (i == 0 ? "" : " or ") + ontology_[atom.concepts[i]].id;
  return text;
}

Value Law::as_stated(const Quantity& quantity) const {
  Value value;
  value.kind = kind_of(quantity);
  value.bound = bound_of(quantity.role);
  value.lo = value.bound == Bound::at_most ? 0 : quantity.lo;
  value.hi = value.bound == Bound::at_least ? std::numeric_limits<double>::infinity() : quantity.hi;
  value.unit = quantity.unit == "number" ? "" : quantity.unit;
  value.per = quantity.per;
  return value;
}

ValueKind Law::kind_of(const Quantity& quantity) const {
  switch (ontology_[quantity.attribute].dimension) {
    case Dimension::money: return is_currency_code(quantity.unit) ? ValueKind::money : ValueKind::share;
    case Dimension::duration: return ValueKind::duration;
    case Dimension::age: return ValueKind::age;
    case Dimension::percent: return ValueKind::percent;
    default: return ValueKind::number;
  }
}

}  // namespace selaras
