// Which terms of two propositions are the same, and what the rest makes of one beside the other: wider or narrower in what is said,
// in what is spoken of, or in its conditions.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "judge/entailment.h"

namespace selaras {

struct Difference {
  uint32_t shared = 0;
  bool says_narrower = false, says_wider = false;        // the hypothesis says more, or less, of them
  bool subject_narrower = false, subject_wider = false;  // it ranges over fewer, or more
  bool whole_subject_missing = false;                    // it does not name what the premise's quantity ranges over, nor a quantity
  bool subject_named = false;                            // both name what either's quantity ranges over
  bool condition_dropped = false;                        // a condition of the premise is not named
  bool comment_added = false, comment_opposed = false;
  bool excepted = false;                              // it speaks of what the premise excepts
  std::vector<std::string> missing, added, contrary;  // lemmas
};

Difference align(const Proposition& premise, const Proposition& hypothesis, const TermKnowledge& knowledge);

}  // namespace selaras
