// Fits the weights of "the same event" (rules/weights.yaml) to the provisions' own examples, each judged with its provision's examples
// left out of the text index; reports how well the fit carries over to states it has not seen. Never fitted on tests/eval.
//
//   fit RULES POLICIES
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <vector>

#include "engine/library.h"
#include "engine/sample.h"
#include "judge/event_match.h"

namespace selaras {
namespace {

constexpr int kRounds = 600;
constexpr double kStep = 2.0;
constexpr double kShrink = 1e-4;  // L2

struct Case {
  std::string state;
  Features features;
  bool same;
};

struct Model {
  double bias = -3;
  std::array<double, kFeatureCount> weight{};

  double chance(const Features& features) const {
    double sum = bias;
    for (size_t i = 0; i < kFeatureCount; ++i) sum += weight[i] * features[i];
    return 1 / (1 + std::exp(-sum));
  }
};

/// The value of the example and the right relation: for a contradiction the rule's quantity must differ, else agree.
bool is_same_event(const ProvisionExample& example, const QuantityMatch& match) {
  const auto wanted = example.kind == ExampleKind::contradicts ? QuantityRelation::differs : QuantityRelation::agrees;
  return match.provision == example.provision && match.relation == wanted;
}

/// Only values that fit the example's own provision teach anything; others belong to something else.
void collect(const ProvisionExample& example, const Library& library, Segmenter& segmenter, const Stemmer& stemmer, std::vector<Case>& cases) {
  const auto judged = read_sample(example.sample, library, segmenter);
  for (const auto& claim : value_claims(judged->reading, stemmer)) {
    const auto matches = match_quantities(claim, library.knowledge(), EventWeights{}, example.provision);
    const bool fits = std::any_of(matches.begin(), matches.end(), [&](const auto& m) { return is_same_event(example, m); });
    if (!fits) continue;
    for (const auto& match : matches) {
      // Another provision that says the same is no error: it is left out.
      if (match.provision != example.provision && match.relation == QuantityRelation::agrees && example.kind == ExampleKind::supports) continue;
      cases.push_back({example.sample.country, match.features, is_same_event(example, match)});
    }
  }
}

Model fit(const std::vector<const Case*>& cases) {
  Model model;
  double positives = 0;
  for (const auto* c : cases) positives += c->same ? 1 : 0;
  const double up = std::max(1.0, 0.15 * static_cast<double>(cases.size()) / std::max(1.0, positives));
  for (int round = 0; round < kRounds; ++round) {
    double bias = 0;
    std::array<double, kFeatureCount> slope{};
    for (const auto* c : cases) {
      const double error = (model.chance(c->features) - (c->same ? 1 : 0)) * (c->same ? up : 1);
      bias += error;
      for (size_t i = 0; i < kFeatureCount; ++i) slope[i] += error * c->features[i];
    }
    const double scale = kStep / static_cast<double>(cases.size());
    model.bias -= scale * bias;
    for (size_t i = 0; i < kFeatureCount; ++i) model.weight[i] -= scale * slope[i] + kStep * kShrink * model.weight[i];
  }
  return model;
}

void report_held_out(const std::vector<Case>& cases) {
  std::set<std::string> states;
  for (const auto& c : cases) states.insert(c.state);
  for (const auto& state : states) {
    std::vector<const Case*> rest;
    for (const auto& c : cases) {
      if (c.state != state) rest.push_back(&c);
    }
    if (rest.empty()) continue;
    const Model model = fit(rest);
    int said = 0, right = 0, same = 0;
    for (const auto& c : cases) {
      if (c.state != state) continue;
      const bool says = model.chance(c.features) >= 0.5;
      said += says ? 1 : 0;
      right += says && c.same ? 1 : 0;
      same += c.same ? 1 : 0;
    }
    fmt::print("# {} held out: precision {:.2f} recall {:.2f} of {}\n", state, said ? 1.0 * right / said : 0, same ? 1.0 * right / same : 0, same);
  }
}

int run(const DataFolders& folders) {
  const DiskFileSystem files;
  Diagnostics diagnostics;
  const auto library = Library::load(files, folders, diagnostics);
  if (!library) return 2;
  Segmenter segmenter;
  const Stemmer stemmer("en");
  std::vector<Case> cases;
  for (const auto& example : provision_examples(library->policies(), *Date::from_civil(2026, 11, 1))) collect(example, *library, segmenter, stemmer, cases);
  std::vector<const Case*> all;
  for (const auto& c : cases) all.push_back(&c);
  fmt::print("# {} pairs of value and quantity\n", cases.size());
  report_held_out(cases);
  const Model model = fit(all);
  fmt::print("same_event:\n  bias: {:.0f}\n", 1000 * model.bias);
  for (size_t i = 0; i < kFeatureCount; ++i) fmt::print("  {}: {:.0f}\n", name(static_cast<Feature>(i)), 1000 * model.weight[i]);
  return 0;
}

}  // namespace
}  // namespace selaras

int main(int argc, char** argv) {
  if (argc != 3) {
    fmt::print(stderr, "usage: fit RULES POLICIES\n");
    return 2;
  }
  return selaras::run({argv[1], argv[2]});
}
