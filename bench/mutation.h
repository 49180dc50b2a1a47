// Contrast pairs made from the policy base: a sentence that the law bears out, the same sentence with one edit, and the code that a
// reviewer would give the second (logic.md 10). The labels follow from the norms alone, so they may judge the engine that reads the
// sentences. For tests and measuring; never part of what is shipped. docs/mutation.md tells every kind.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/library.h"
#include "engine/sample.h"

namespace selaras {

enum class MutationKind : uint8_t { identity, value, unit, period, modality, condition, exception, bearer, state, superseded };
inline constexpr size_t kMutationKinds = 10;

/// The sentence that was edited: an example that the provision carries, or its norm told by reading/sentence.h.
enum class Carrier : uint8_t { example, norm };

struct ContrastPair {
  std::string id;  // MY-WAGE-01/value/2
  ProvisionIndex provision = 0;
  uint32_t norm = 0;
  MutationKind kind = MutationKind::identity;
  Carrier carrier = Carrier::norm;
  Sample front;       // who says both sentences, when, on which corridor; its text is empty
  std::string right;  // the sentence that holds
  std::string wrong;  // the edited one
  std::string label;  // code of the finding on `wrong`; empty: it holds as well
  std::string slot;   // attribute or slot that was edited
  std::string note;
  std::optional<uint32_t> quantity;  // of the norm: the one that was edited
  std::optional<uint32_t> at;        // byte of both sentences at which the edited value begins, where it is known
};

struct MutationOptions {
  Date day;                     // on which the true sentences are law
  std::string language = "en";  // of the sentences; examples are carriers in the policies' own language only
  uint64_t seed = 0;            // other amounts, nothing else
};

/// All pairs of the base, by provision, then by kind. The same options give the same pairs. Provisions that only inform (practice,
/// statistic, announcement) and those that do not hold on the day give none.
std::vector<ContrastPair> contrast_pairs(const Library& library, const MutationOptions& options);

std::string_view name(MutationKind kind);
std::string_view name(Carrier carrier);
std::optional<MutationKind> mutation_kind_named(std::string_view name);

}  // namespace selaras
