// Everything a judgement may look at beside the message: the ontology, the policy base and its indexes. Immutable while messages are
// judged, shared by all threads.
#pragma once

#include "ontology/ontology.h"
#include "policy/concept_index.h"
#include "policy/policy_base.h"
#include "policy/text_index.h"
#include "policy/value_index.h"

namespace selaras {

struct Knowledge {
  const Ontology& ontology;
  const PolicyBase& policies;
  const ConceptIndex& by_concept;
  const TextIndex& by_text;
  const ValueIndex& by_value;
};

}  // namespace selaras
