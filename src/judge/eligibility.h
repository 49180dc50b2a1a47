// Conditions that somebody must meet to have what a norm grants, and whether a message names them. A message that promises what is granted
// and names such a condition nowhere promises too much (logic.md 6.5: a dropped condition); other circumstances are left out of true
// statements all the time.
#pragma once

#include <vector>

#include "frame/frame.h"
#include "reading/reading.h"

namespace selaras {

/// The conditions of eligibility of the norm that nothing in the message names; empty when one alternative of its conditions has none such.
std::vector<ConceptId> unnamed_eligibility(const Frame& norm, const Reading& reading, const Ontology& ontology);

}  // namespace selaras
