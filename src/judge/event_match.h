// Whether a value stated in a message and a quantity fixed by a provision are values of the same thing (de Marneffe et al. 2008: first
// decide "same event?", only then compare). A small logistic model over readable features; its weights are data.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "judge/candidates.h"
#include "judge/knowledge.h"
#include "judge/quantity_relation.h"
#include "judge/value_claim.h"

namespace selaras {

/// What speaks for or against "the same event", each between 0 and 1.
enum class Feature : uint8_t {
  text,             // shared words, against the best provision for the sentence
  text_share,       // share of the sentence's words that the provision holds
  concepts,         // share of what the provision speaks of that the sentence and its context name
  concept_share,    // share of what the sentence names that the provision speaks of
  attribute,        // the measured attribute is named
  other_attribute,  // another attribute of the same dimension is named, and this one is not
  circumstances,    // the norm's action, object and conditions are named near the value
  special_case,     // conditions of the norm that nothing in the text names: a rule for somebody else
  same_unit,        // the unit and the period are the provision's own
  jurisdiction,     // the state is the one in question
  beside,           // another value of the provision stands beside the claim
  bearer_apart,     // the persons named are none of the provision's
  equal_value,      // the values agree; more the rarer the value is in the base
  count_,
};
inline constexpr size_t kFeatureCount = static_cast<size_t>(Feature::count_);
using Features = std::array<double, kFeatureCount>;
std::string_view name(Feature feature);

/// Weights in thousandths, as rules/weights.yaml holds them.
struct EventWeights {
  int bias = -3200;
  std::array<int, kFeatureCount> weight = {1600, 1500, 2600, 1500, 1500, -1500, 1300, -500, 500, 2000, 1500, -900, 2500};
};

template <typename Archive>
void archive(Archive& a, EventWeights& value) {
  auto& [bias, weight] = value;
  a(bias, weight);
}

struct QuantityMatch {
  ProvisionIndex provision = 0;
  uint32_t norm = 0;
  uint32_t quantity = 0;
  QuantityRelation relation = QuantityRelation::incomparable;
  Features features{};
  double score = 0;  // probability that it is the same event
  double event = 0;  // the same without regard to whether the values agree
};

/// Every comparable quantity of the base, best first; ties in the order of the base.
std::vector<QuantityMatch> match_quantities(const ValueClaim& claim, const Candidates& candidates, const Knowledge& knowledge,
                                            const EventWeights& weights);

}  // namespace selaras
