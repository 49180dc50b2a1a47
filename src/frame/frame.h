// The one representation of what is said, in policies and in messages alike: who (bearer) may, must, need not, is entitled to … do
// what (action, object, counterparty), when (conditions, exceptions) and how much (quantities). Free of any language.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/span.h"
#include "ontology/ontology.h"

namespace selaras {

enum class Modality : uint8_t { must, must_not, may, need_not, entitled, not_entitled, will, will_not, is };

/// What a rule fixes about a quantity (docs/formats/policy.md), and with it how a claim is compared (logic.md 6.4).
enum class QuantityRole : uint8_t {
  value, cap, floor, range, penalty_max, penalty_min, approx, identifier, date, life, clock,
};

/// The part of a frame that an atom restricts.
enum class Slot : uint8_t {
  any, bearer, counterparty, object, place, nationality, origin, destination, sector, programme, sex,
};

struct Atom;

struct Quantity {
  ConceptId attribute;
  QuantityRole role = QuantityRole::value;
  double lo = 0;        // cap and penalty_max: hi is the bound, lo 0; floor and penalty_min: lo is the bound, hi infinite
  double hi = 0;
  std::string unit;     // ISO 4217, a time unit, percent, person, number, or a concept's id
  std::string per;      // hour day week month year person worker …; empty: not counted on anything
  std::string text;     // identifier and clock: normal form
  std::optional<DateRange> date;
  std::vector<Atom> of;  // what narrows it: only women, only a repeated offence
  Span where;            // in the policy file
};

/// One condition: a concept (any of several) in a slot, or a bound on a quantity.
struct Atom {
  Slot slot = Slot::any;
  std::vector<ConceptId> concepts;
  std::optional<Quantity> quantity;
  bool negated = false;
};

/// A disjunction of conjunctions; empty means unconditional.
using Conditions = std::vector<std::vector<Atom>>;

struct Frame {
  ConceptId bearer;
  Modality modality = Modality::is;
  ConceptId action;
  ConceptId object;
  ConceptId counterparty;
  Conditions conditions;
  Conditions exceptions;  // any of them lifts the rule
  std::vector<Quantity> quantities;
};

template <typename Archive>
void archive(Archive& a, Quantity& value) {
  auto& [attribute, role, lo, hi, unit, per, text, date, of, where] = value;
  a(attribute, role, lo, hi, unit, per, text, date, of, where);
}

template <typename Archive>
void archive(Archive& a, Atom& value) {
  auto& [slot, concepts, quantity, negated] = value;
  a(slot, concepts, quantity, negated);
}

template <typename Archive>
void archive(Archive& a, Frame& value) {
  auto& [bearer, modality, action, object, counterparty, conditions, exceptions, quantities] = value;
  a(bearer, modality, action, object, counterparty, conditions, exceptions, quantities);
}

std::string_view name(Modality modality);
std::string_view name(QuantityRole role);
std::string_view name(Slot slot);

/// Every concept that the frame names, slots first, then conditions, exceptions and what narrows its quantities. Attributes too.
std::vector<ConceptId> concepts_of(const Frame& frame);

/// `RM1,700 a month`-like, from data alone: "1700 MYR per month", "18 to 45 year", "at most 78990 BDT".
std::string describe(const Quantity& quantity);

}  // namespace selaras
