// Fits the weights of "the same event" and "the same rule" (rules/weights.yaml) to the provisions' own examples, each judged with its provision's examples
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
#include "judge/judgement.h"

namespace selaras {
namespace {

constexpr int kRounds = 600;
constexpr double kStep = 2.0;
constexpr double kShrink = 1e-4;  // L2

template <size_t N>
struct Case {
  std::string state;
  std::array<double, N> features;
  bool same;
};

template <size_t N>
struct Model {
  double bias = -3;
  std::array<double, N> weight{};

  double chance(const std::array<double, N>& features) const {
    double sum = bias;
    for (size_t i = 0; i < N; ++i) sum += weight[i] * features[i];
    return 1 / (1 + std::exp(-sum));
  }
};

struct Cases {
  std::vector<Case<kFeatureCount>> events;
  std::vector<Case<kAboutFeatures>> rules;
};

/// The value of the example and the right relation: for a contradiction the rule's quantity must differ, else agree.
bool is_same_event(const ProvisionExample& example, const QuantityMatch& match) {
  const auto wanted = example.kind == ExampleKind::contradicts ? QuantityRelation::differs : QuantityRelation::agrees;
  return match.provision == example.provision && match.relation == wanted;
}

/// Only values that fit the example's own provision teach anything; others belong to something else.
void collect_events(const ProvisionExample& example, const std::vector<QuantityMatch>& matches, Cases& cases) {
  const bool fits = std::any_of(matches.begin(), matches.end(), [&](const auto& m) { return is_same_event(example, m); });
  if (!fits) return;
  for (const auto& match : matches) {
    // Another provision that says the same is no error: it is left out.
    if (match.provision != example.provision && match.relation == QuantityRelation::agrees && example.kind == ExampleKind::supports) continue;
    cases.events.push_back({example.sample.country, match.features, is_same_event(example, match)});
  }
}

/// The best norm of the example's own provision against the best of every other that is not of its line of succession.
void collect_rules(const ProvisionExample& example, const std::vector<StatementMatch>& matches, const PolicyBase& policies, Cases& cases) {
  std::set<ProvisionIndex> seen;
  for (const ProvisionIndex index : policies.successors(example.provision)) seen.insert(index);
  for (const ProvisionIndex index : policies.predecessors(example.provision)) seen.insert(index);
  for (const auto& match : matches) {
    if (seen.insert(match.provision).second) cases.rules.push_back({example.sample.country, match.features, match.provision == example.provision});
  }
}

void collect(const ProvisionExample& example, const Library& library, Segmenter& segmenter, const Stemmer& stemmer, Cases& cases) {
  const auto judged = read_sample(example.sample, library, segmenter);
  const Knowledge knowledge = library.knowledge();
  Candidates candidates(judged->message, knowledge);
  for (const auto& context : claim_contexts(judged->reading, stemmer, knowledge.by_text)) {
    candidates.look(*context, {example.provision, {}});
    for (const auto& claim : value_claims(context)) {
      collect_events(example, match_quantities(claim, candidates, knowledge, EventWeights{}), cases);
    }
    collect_rules(example, match_statement(*context, candidates, knowledge, library.judge_rules().statements.weights, {example.provision}),
                  library.policies(), cases);
  }
}

template <size_t N>
Model<N> fit(const std::vector<const Case<N>*>& cases) {
  Model<N> model;
  double positives = 0;
  for (const auto* c : cases) positives += c->same ? 1 : 0;
  const double up = std::max(1.0, 0.15 * static_cast<double>(cases.size()) / std::max(1.0, positives));
  for (int round = 0; round < kRounds; ++round) {
    double bias = 0;
    std::array<double, N> slope{};
    for (const auto* c : cases) {
      const double error = (model.chance(c->features) - (c->same ? 1 : 0)) * (c->same ? up : 1);
      bias += error;
      for (size_t i = 0; i < N; ++i) slope[i] += error * c->features[i];
    }
    const double scale = kStep / static_cast<double>(cases.size());
    model.bias -= scale * bias;
    for (size_t i = 0; i < N; ++i) model.weight[i] -= scale * slope[i] + kStep * kShrink * model.weight[i];
  }
  return model;
}

template <size_t N>
void report_held_out(const std::vector<Case<N>>& cases) {
  std::set<std::string> states;
  for (const auto& c : cases) states.insert(c.state);
  for (const auto& state : states) {
    std::vector<const Case<N>*> rest;
    for (const auto& c : cases) {
      if (c.state != state) rest.push_back(&c);
    }
    if (rest.empty()) continue;
    const auto model = fit(rest);
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

template <size_t N, typename Feature>
void report(std::string_view section, std::string_view of, const std::vector<Case<N>>& cases, Feature first) {
  (void)first;
  fmt::print("# {} pairs of {}\n", cases.size(), of);
  report_held_out(cases);
  std::vector<const Case<N>*> all;
  for (const auto& c : cases) all.push_back(&c);
  const auto model = fit(all);
  fmt::print("{}:\n  bias: {:.0f}\n", section, 1000 * model.bias);
  for (size_t i = 0; i < N; ++i) {
    std::string key(name(static_cast<Feature>(i)));
    std::replace(key.begin(), key.end(), ' ', '_');
    fmt::print("  {}: {:.0f}\n", key, 1000 * model.weight[i]);
  }
}

int run(const DataFolders& folders) {
  const DiskFileSystem files;
  Diagnostics diagnostics;
  const auto library = Library::load(files, folders, diagnostics);
  if (!library) return 2;
  Segmenter segmenter;
  const Stemmer stemmer("en");
  Cases cases;
  for (const auto& example : provision_examples(library->policies(), *Date::from_civil(2026, 11, 1))) collect(example, *library, segmenter, stemmer, cases);
  report("same_event", "value and quantity", cases.events, Feature::text);
  report("same_rule", "statement and provision", cases.rules, AboutFeature::text);
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
