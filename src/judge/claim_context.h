// What a statement is read with: the concepts and words of the statement itself, of the rest of its sentence, and of what it is read
// under (headings, lead-ins, the sentences before), nearer ones weighing more; the states it may be about; whether punishment is spoken
// of. Shared by the judgement of the statement and of the values in it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "policy/text_index.h"
#include "reading/statement.h"

namespace selaras {

/// How near a piece of context is to the statement.
enum class Nearness : uint8_t { clause, sentence, context };

struct NamedConcept {
  ConceptId id;
  Nearness nearness;
};

struct ClaimContext {
  const Reading* reading = nullptr;
  Statement statement;
  std::vector<NamedConcept> concepts;
  std::vector<QueryTerm> terms;
  std::vector<std::string> named_places;       // ISO codes of states named in the sentence
  std::vector<std::string> places_around;      // of states named in what it is read under
  bool tells_sanction = false;                 // a word of punishment stands in the sentence or just before
  std::vector<const Value*> values_around;     // of what it is read under
};

/// The contexts of all statements of a reading, in order; their terms are numbers of `by_text`.
std::vector<std::shared_ptr<const ClaimContext>> claim_contexts(const Reading& reading, const Stemmer& stemmer, const TextIndex& by_text);

}  // namespace selaras
