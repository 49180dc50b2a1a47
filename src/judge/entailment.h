// Whether a premise bears a hypothesis out, both as open claims. Each proposition of the hypothesis is held against each of the
// premise: their terms are aligned, the difference turns the premise's share into what is known of the hypothesis's own predicate
// (fewer terms: at least as much; more terms: at most as much), and the two shares are compared as sets. Differing modalities go by
// the table of logic.md 6.2. A hypothesis of several propositions is judged by the worst of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "judge/open_claim.h"

namespace selaras {

enum class EntailmentVerdict : uint8_t {
  supported,
  contradicted,
  contradicted_in_part,
  over_claimed,
  partially_supported,
  under_specified,
  unsupported,
  not_checkable,
};
enum class EntailmentStrength : uint8_t { proven, likely, ask };

/// One proposition of the hypothesis beside the one of the premise that decided.
struct EntailmentStep {
  EntailmentVerdict verdict = EntailmentVerdict::unsupported;
  std::string premise_share, share;  // cells of Share
  std::string premise_modality, modality;
  std::vector<std::string> missing;  // terms of the premise that the hypothesis does not name
  std::vector<std::string> added;    // terms of the hypothesis that the premise does not name
  std::vector<std::string> contrary;
};

struct Entailment {
  EntailmentVerdict verdict = EntailmentVerdict::not_checkable;
  EntailmentStrength strength = EntailmentStrength::likely;
  std::vector<EntailmentStep> steps;  // one for each proposition of the hypothesis
};

struct TermKnowledge {
  const Ontology& ontology;
  const std::vector<std::string>& negative_prefixes;
};

Entailment judge_entailment(const OpenClaim& premise, const OpenClaim& hypothesis, const TermKnowledge& knowledge);

std::string_view name(EntailmentVerdict verdict);
std::string_view name(EntailmentStrength strength);

}  // namespace selaras
