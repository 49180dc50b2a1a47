// How a statement lies to one norm: whether both speak of the same rule ("about", a small logistic model over readable features, its
// weights data), and, slot by slot, how what is said stands to it.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "judge/candidates.h"
#include "judge/modality_table.h"
#include "judge/quantity_relation.h"

namespace selaras {

/// What speaks for or against "the same rule", each between 0 and 1.
enum class AboutFeature : uint8_t {
  text,           // shared words, against the best provision
  text_share,     // share of the statement's words that the provision holds
  likeness,       // to the likest single sentence of the provision
  concepts,       // share of what the provision speaks of that is named
  concept_share,  // share of what is named that the provision speaks of
  jurisdiction,   // the state is the one in question
  action,         // the act is the norm's, or its converse or antonym
  other_action,   // acts are named, none of them the norm's
  object,         // the norm's object is named
  persons,        // the norm's bearer or counterparty is named, or is the audience
  persons_apart,  // persons are named, none of them the norm's
  conditions,     // conditions of the norm that are named
  special_case,   // conditions of the norm that nothing names: a rule for somebody else
  equal_value,    // a value agrees with a quantity of the norm, more the rarer it is
  other_value,    // a value is comparable with a quantity of the norm and differs from all
  foreign_value,  // a value that nothing of the provision can be compared with
  time,           // the rule holds when the statement says it does: now, formerly, or one day
  count_,
};
inline constexpr size_t kAboutFeatures = static_cast<size_t>(AboutFeature::count_);
using About = std::array<double, kAboutFeatures>;
std::string_view name(AboutFeature feature);

/// Weights in thousandths, as rules/weights.yaml holds them.
struct AboutWeights {
  int bias = -6000;
  std::array<int, kAboutFeatures> weight = {1600, 2100, 2000, 2000, 3000, 2000, 1200, -500, 600, 400, -600, 600, -600, 3500, -300, -500, 1000};
};

template <typename Archive>
void archive(Archive& a, AboutWeights& value) {
  auto& [bias, weight] = value;
  a(bias, weight);
}

/// How the claim's act lies to the norm's.
enum class ActRelation : uint8_t { none, equal, narrower, wider, converse, antonym };

struct StatementMatch {
  ProvisionIndex provision = 0;
  uint32_t norm = 0;
  About features{};
  double odds = 0;                          // logarithm of the odds that the statement speaks of this rule
  double about = 0;                         // the same as a probability
  ActRelation act = ActRelation::none;
  std::optional<uint32_t> predicate;        // of the statement: the one that was compared
  std::optional<Stand> stand;               // nullopt: neither side's modality could be compared
  bool stand_read = false;                  // every slot the stand rests on was read without doubt
  bool party_apart = false;                 // the subject is somebody else than the norm's bearer
  bool subject_is_counterparty = false;     // and that somebody is the norm's other party
  bool audience_fits = false;               // those whom the message is for may be those whom the norm binds
  bool wider_bearer = false;                // the claim speaks of more people than the norm
  bool conditions_named = false;            // some alternative of the norm's conditions is named, or there are none
  bool exception_named = false;
  size_t agreeing = 0, differing = 0;       // values against this norm's quantities
  bool most_agrees = false;                 // a plain value is the most that a penalty may be
  double gainsaying = 0;                    // as Nearby has it
};

/// The norms of the nearest provisions and of `also`, best first.
std::vector<StatementMatch> match_statement(const ClaimContext& context, const Candidates& candidates, const Knowledge& knowledge,
                                            const AboutWeights& weights, const std::vector<ProvisionIndex>& also = {});

}  // namespace selaras
