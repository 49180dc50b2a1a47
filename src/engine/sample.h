// One sentence as if a message said it: for the examples that rules and provisions carry, and for fitting weights to them.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/library.h"
#include "engine/run.h"

namespace selaras {

struct Sample {
  std::string text;
  std::string country;                 // of the speaker
  std::vector<std::string> corridor;
  Date day;
  std::string language = "en";
};

/// Reads the sample as a message of one paragraph; its claims are not yet judged.
std::unique_ptr<JudgedMessage> read_sample(const Sample& sample, const Library& library, Segmenter& segmenter);

/// What a provision's example should lead to.
enum class ExampleKind : uint8_t { supports, contradicts, stale, premature };

struct ProvisionExample {
  ProvisionIndex provision;
  ExampleKind kind;
  Sample sample;
};

/// All examples of the base as samples, spoken by the provision's own state on a day on which the provision holds (supports,
/// contradicts) or no longer or not yet holds (stale, premature). Examples of provisions that do not hold on `today` are left out
/// of the first two.
std::vector<ProvisionExample> provision_examples(const PolicyBase& policies, Date today);

}  // namespace selaras
