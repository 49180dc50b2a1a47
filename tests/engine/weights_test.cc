// The weights file, and its page.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "data/yaml.h"
#include "engine/weights_file.h"

using namespace selaras;

namespace {

std::string read(const std::string& path) {
  std::ifstream file(std::string(SELARAS_SOURCE_DIR "/") + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

struct Loaded {
  JudgeRules rules;
  std::vector<std::string> told;
};

Loaded load(const std::string& text) {
  MemoryFileSystem files;
  files.add("weights.yaml", text);
  Diagnostics diagnostics;
  Loaded loaded{load_weights(files, "weights.yaml", diagnostics), {}};
  for (const auto& d : diagnostics.all()) loaded.told.push_back(to_line(d));
  return loaded;
}

std::string example_of_the_page() {
  const std::string text = read("docs/formats/weights.md");
  const size_t begin = text.find("```yaml\n") + 8;
  return text.substr(begin, text.find("```", begin) - begin);
}

}  // namespace

TEST_CASE("the project's weights and the example of the page are read without a word") {
  CHECK(load(read("rules/weights.yaml")).told.empty());
  const auto [rules, told] = load(example_of_the_page());
  CHECK(told.empty());
  CHECK(rules.values.weights.bias == -4000);
  CHECK(rules.values.weights.weight[static_cast<size_t>(Feature::equal_value)] == 2500);
  CHECK(rules.values.weights.weight[static_cast<size_t>(Feature::other_attribute)] == -1500);
  CHECK(rules.values.thresholds.support == 400);
  CHECK(rules.values.thresholds.margin == 150);
  CHECK(rules.statements.weights.bias == -6000);
  CHECK(rules.statements.weights.weight[static_cast<size_t>(AboutFeature::persons_apart)] == -600);
  CHECK(rules.statements.weights.weight[static_cast<size_t>(AboutFeature::time)] == 1000);
  CHECK(rules.statements.thresholds.lead == 450);
  CHECK(rules.statements.thresholds.plain_lead == 900);
}

TEST_CASE(
    "docs/formats/weights.md has a row for every feature and every key of the project's weights, and no others in its example") {
  const std::string page = read("docs/formats/weights.md");
  const auto has_row = [&](const std::string& key) { return page.find("\n| `" + key + "` |") != std::string::npos; };
  const auto check_row = [&](std::string_view feature) {
    std::string key(feature);
    std::replace(key.begin(), key.end(), ' ', '_');
    CHECK_MESSAGE(has_row(key), key, " is not documented");
  };
  for (size_t i = 0; i < kFeatureCount; ++i) check_row(name(static_cast<Feature>(i)));
  for (size_t i = 0; i < kAboutFeatures; ++i) check_row(name(static_cast<AboutFeature>(i)));
  for (const std::string& text : {read("rules/weights.yaml"), example_of_the_page()}) {
    const SourceFile file("weights.yaml", text);
    Diagnostics diagnostics;
    const auto root = yaml::parse(file, diagnostics);
    REQUIRE(root.has_value());
    for (const auto& section : root->items) {
      for (const auto& key : section.keys) CHECK_MESSAGE(has_row(key.scalar), key.scalar, " is not documented");
    }
  }
}

TEST_CASE("a weight is a whole number, and a key that is left out keeps its default") {
  const auto [rules, told] = load(
      "same_event: {bias: -2.5, text: 1e9, beside: 7}\nthresholds: {support: half}\n"
      "same_rule: {bias: 0.5, time: 9}\nstatement_thresholds: {leed: 1, oppose: 800}\n");
  CHECK(told ==
        std::vector<std::string>{
            "weights.yaml:1:20: error: 'bias' of same_event must be a whole number of thousandths (write 1500 for 1.5)",
            "weights.yaml:1:32: error: 'text' of same_event must be a whole number of thousandths (write 1500 for 1.5)",
            "weights.yaml:2:23: error: 'support' of thresholds must be a number, not 'half' (write digits without separators)",
            "weights.yaml:3:19: error: 'bias' of same_rule must be a whole number of thousandths (write 1500 for 1.5)",
            "weights.yaml:4:24: error: unknown field 'leed' in statement_thresholds (did you mean 'lead'?)"});
  CHECK(rules.values.weights.bias == EventWeights().bias);
  CHECK(rules.values.weights.weight[static_cast<size_t>(Feature::beside)] == 7);
  CHECK(rules.values.thresholds.support == Thresholds().support);
  CHECK(rules.statements.weights.bias == AboutWeights().bias);
  CHECK(rules.statements.weights.weight[static_cast<size_t>(AboutFeature::time)] == 9);
  CHECK(rules.statements.thresholds.lead == StatementThresholds().lead);
  CHECK(rules.statements.thresholds.oppose == 800);
}

TEST_CASE("a weights file names each section that it lacks") {
  CHECK(load("same_event: {}\nthresholds: {}\n").told ==
        std::vector<std::string>{
            "weights.yaml:1:1: error: the weights file has no 'same_rule' (add `same_rule:`)",
            "weights.yaml:1:1: error: the weights file has no 'statement_thresholds' (add `statement_thresholds:`)"});
}
