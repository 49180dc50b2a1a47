// The three indexes on bases small enough to reckon by hand.
#include <algorithm>
#include <cmath>

#include "language/pack_file.h"
#include "policies.h"
#include "policy/concept_index.h"
#include "policy/text_index.h"
#include "policy/value_index.h"

using namespace selaras;
using namespace selaras::test;

namespace {

std::string pays(const std::string& value, const std::string& bearer = "employer") {
  return std::string(kInForce) + "    norms: [{bearer: " + bearer + ", modality: must, action: pay, quantities: [{attribute: wage, role: value, value: " + value + ", unit: MYR}]}]\n";
}

const PolicyBase& three_rules() {
  static const Base base = load_base({{"MY/a.yaml", policy_file("MY", provision("MY-A-01", pays("1700"), "Employers pay a monthly wage.") +
                                                                          provision("MY-A-02", pays("1700"), "Employers pay overtime.") +
                                                                          provision("MY-A-03", pays("55", "migrant") + "    examples: {supports: [Migrants pay a levy each year.], contradicts: [Nobody pays a tribute.]}\n", "Migrants pay a levy."))}});
  REQUIRE(base.told.empty());
  return base.policies;
}

std::vector<QueryTerm> query(std::string_view text) {
  Segmenter segmenter;
  const Stemmer stemmer("en");
  std::vector<QueryTerm> terms;
  add_terms(stemmer, text, segmenter.segment(text), 1, terms);
  return terms;
}

size_t best(const std::vector<double>& scores) { return static_cast<size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin()); }

}  // namespace

TEST_CASE("a value of one provision is worth 1, a shared one less, one that every provision has nothing") {
  const ValueIndex index(three_rules());
  const auto value = [](const PolicyBase& policies, size_t i) { return policies.provisions()[i].norms[0].quantities[0]; };
  CHECK(index.rarity(value(three_rules(), 2)) == doctest::Approx(1));
  CHECK(index.rarity(value(three_rules(), 0)) == doctest::Approx(std::log(3.0 / 2) / std::log(3.0)));
  Quantity unheard = value(three_rules(), 0);
  unheard.lo = unheard.hi = 1;
  CHECK(index.rarity(unheard) == doctest::Approx(1));
  Quantity in_another_unit = value(three_rules(), 0);
  in_another_unit.unit = "BDT";
  CHECK(index.rarity(in_another_unit) == doctest::Approx(1));
}

TEST_CASE("text finds the provision that shares its rare words") {
  Segmenter segmenter;
  const TextIndex index(three_rules(), "en", segmenter);
  CHECK(best(index.scores(query("the overtime that is paid"))) == 1);
  CHECK(best(index.scores(query("LEVIES"))) == 2);
  for (const double score : index.scores(query("nothing of this"))) CHECK(score == 0);
  const auto scores = index.scores(query("monthly"));
  CHECK(scores[0] > 0);
  CHECK(scores[1] == 0);
}

TEST_CASE("examples that say the same are searched, and left out when they are tested") {
  Segmenter segmenter;
  const TextIndex index(three_rules(), "en", segmenter);
  CHECK(index.scores(query("year"))[2] > 0);
  CHECK(index.scores(query("year"), {.examples_of = 2})[2] == 0);
  CHECK(index.scores(query("tribute"))[2] == 0);  // an example that contradicts
  CHECK(index.scores(query("levy"), {.examples_of = 2})[2] > 0);
}

TEST_CASE("the likest sentence is told apart by what it says, and an example that is tested is not its own witness") {
  Segmenter segmenter;
  const TextIndex index(three_rules(), "en", segmenter);
  const auto statement = index.likest(query("Employers pay overtime"));
  CHECK(statement[1].says == doctest::Approx(1));
  CHECK(statement[1].gainsays == 0);
  CHECK(statement[0].says > 0);
  CHECK(statement[0].says < 1);
  const std::string_view contrary = "Nobody pays a tribute.";
  CHECK(index.likest(query(contrary))[2].gainsays == doctest::Approx(1));
  CHECK(index.likest(query(contrary), {.examples_of = 2, .only = contrary})[2].gainsays == 0);
  CHECK(index.likest(query(contrary), {.examples_of = 2, .only = "another sentence"})[2].gainsays == doctest::Approx(1));
  CHECK(index.likest(query(contrary), {.examples_of = 0})[2].gainsays == doctest::Approx(1));
  for (const auto& likeness : index.likest(query("nothing of this kind"))) CHECK(likeness.says == 0);
}

TEST_CASE("a stem that is asked for twice keeps its greater weight") {
  Segmenter segmenter;
  const Stemmer stemmer("en");
  std::vector<QueryTerm> terms;
  add_terms(stemmer, "wage wages", segmenter.segment("wage wages"), 0.5, terms);
  add_terms(stemmer, "wages", segmenter.segment("wages"), 0.8, terms);
  add_terms(stemmer, "wage", segmenter.segment("wage"), 0.1, terms);
  REQUIRE(terms.size() == 1);
  CHECK(terms[0].weight == 0.8);
}

TEST_CASE("concepts find provisions that name them, something wider or something narrower") {
  MemoryFileSystem files;
  files.add("l/en.yaml", "language: en\nscript: Latn\n");
  files.add("l/en/a.yaml", "language: en\narea: a\nterms:\n  charge: [levy]\n");
  Diagnostics diagnostics;
  auto packs = load_language_packs(files, "l", concepts(), diagnostics);
  REQUIRE(packs.size() == 1);
  const Lexicon lexicon(std::move(packs[0]));
  Segmenter segmenter;
  const ConceptIndex index(three_rules(), concepts(), lexicon, segmenter);
  const auto overlaps = [&](const std::vector<std::string>& ids) {
    std::vector<WeightedConcept> named;
    for (const auto& id : ids) named.push_back({concepts().find(id), 1});
    return index.overlaps(named);
  };
  const auto scores = [&](const std::string& id) {
    std::vector<double> shares;
    for (const auto& overlap : overlaps({id})) shares.push_back(overlap.of_provision);
    return shares;
  };
  CHECK(best(scores("migrant")) == 2);
  CHECK(scores("worker")[2] > 0);  // wider than what the provision names
  CHECK(scores("worker")[2] < scores("migrant")[2]);
  CHECK(scores("employer")[2] == 0);
  CHECK(scores("charge")[2] > 0);  // in the statement alone
  CHECK(scores("charge")[0] == 0);
  CHECK(index.rarity(concepts().find("migrant")) > index.rarity(concepts().find("pay")));
  const auto everything = overlaps({"migrant", "pay", "wage", "charge"});
  CHECK(everything[2].of_provision == doctest::Approx(1));
  CHECK(everything[2].of_named < 1);  // the charge stands in the statement alone
  CHECK(overlaps({"migrant", "pay"})[2].of_named == doctest::Approx(1));
  CHECK(overlaps({"migrant", "employer"})[2].of_named < 1);
}
