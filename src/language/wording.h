// How a language names concepts, units and countries to a person, and the patterns by which it tells a frame as a sentence: the way back
// from what was understood to words (reading/sentence.h). Read from the same pack files as everything else.
//
// A pattern is text with slots, `{bearer} must {act}`. What stands in square brackets is left out when a slot inside it is empty:
// `{act}[, except {exceptions}]`.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace selaras {

struct Naming {
  std::string one;   // "passport"
  std::string many;  // "passports"; the same as `one` for what is not counted
};

using Patterns = std::map<std::string, std::string, std::less<>>;

struct Wording {
  std::vector<Naming> concepts;  // by ConceptId; empty where the pack has no term
  std::map<std::string, Naming, std::less<>> units, places;
  Patterns norms;       // by modality
  Patterns parts;       // act, and, or, not, joined conditions
  Patterns slots;       // by the slot that an atom restricts
  Patterns quantities;  // by role; amounts
  Patterns actions;     // by action: how its object and counterparty stand beside it

  bool speaks() const { return !norms.empty(); }
};

template <typename Archive>
void archive(Archive& a, Naming& value) {
  auto& [one, many] = value;
  a(one, many);
}

template <typename Archive>
void archive(Archive& a, Wording& value) {
  auto& [concepts, units, places, norms, parts, slots, quantities, actions] = value;
  a(concepts, units, places, norms, parts, slots, quantities, actions);
}

using SlotValues = std::map<std::string_view, std::string>;

/// The pattern with its slots filled; a slot that is not among the values is empty.
std::string fill(std::string_view pattern, const SlotValues& values);

}  // namespace selaras
