// One value that a message states, with all that tells what it is a value of: the concepts and words around it, nearer ones weighing
// more, the states it may be about, the values that stand beside it, and the time the clause speaks of.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "judge/knowledge.h"
#include "reading/reading.h"

namespace selaras {

/// How near a piece of context is to the value.
enum class Nearness : uint8_t { clause, sentence, context };

struct NamedConcept {
  ConceptId id;
  Nearness nearness;
};

struct ValueClaim {
  const Reading* reading = nullptr;
  uint32_t sentence = 0;
  const Value* value = nullptr;
  Stance stance = Stance::asserted;
  TimeView time = TimeView::present;
  std::vector<NamedConcept> concepts;
  std::vector<QueryTerm> terms;
  std::vector<std::string> named_places;    // ISO codes of states named in the sentence
  bool tells_sanction = false;              // a word of punishment stands in the sentence or just before
  std::vector<const Value*> beside;         // other values of the sentence and of its context
  std::vector<Bound> bounds_near;           // bound words of the clause that the value itself did not take in
  std::optional<DateRange> as_of;           // the day or year that the clause itself names ("in 2019", "until June 2025")
};

/// The claims of a reading, in order.
std::vector<ValueClaim> value_claims(const Reading& reading, const Stemmer& stemmer);

}  // namespace selaras
