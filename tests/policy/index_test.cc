// The three indexes on bases small enough to reckon by hand.
#include <algorithm>
#include <cmath>
#include <numeric>

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

/// Words of a text as a query to an index.
std::vector<QueryTerm> query(const TextIndex& index, std::string_view text, double weight = 1) {
  Segmenter segmenter;
  const Stemmer stemmer("en");
  StemNumbers numbers(index, stemmer);
  QueryBuilder builder;
  for (const auto& token : segmenter.segment(text).tokens) {
    if (token.kind == TokenKind::word) builder.add(numbers.of(slice(text, token.span)), weight);
  }
  return builder.take();
}

std::vector<uint32_t> every_stretch(const PolicyBase& policies) {
  std::vector<uint32_t> stretches(policies.stretches().size());
  std::iota(stretches.begin(), stretches.end(), 0);
  return stretches;
}

std::vector<TextNearness> search(const TextIndex& index, std::string_view text, const LeftOut& left_out = {}) {
  TextSearch found;
  index.search(query(index, text), every_stretch(three_rules()), left_out, found);
  std::vector<TextNearness> near;
  for (ProvisionIndex i = 0; i < found.size(); ++i) near.push_back(found[i]);
  return near;
}

std::vector<double> scores_of(const TextIndex& index, std::string_view text, const LeftOut& left_out = {}) {
  std::vector<double> found;
  for (const auto& near : search(index, text, left_out)) found.push_back(near.score);
  return found;
}

size_t best(const std::vector<double>& scores) { return static_cast<size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin()); }

}  // namespace

TEST_CASE("a value of one provision is worth 1, a shared one less, one that every provision has nothing") {
  const ValueIndex index(three_rules(), concepts());
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
  CHECK(best(scores_of(index, "the overtime that is paid")) == 1);
  CHECK(best(scores_of(index, "LEVIES")) == 2);
  for (const double score : scores_of(index, "nothing of this")) CHECK(score == 0);
  const auto monthly = scores_of(index, "monthly");
  CHECK(monthly[0] > 0);
  CHECK(monthly[1] == 0);
}

TEST_CASE("examples that say the same are searched, and left out when they are tested") {
  Segmenter segmenter;
  const TextIndex index(three_rules(), "en", segmenter);
  CHECK(scores_of(index, "year")[2] > 0);
  CHECK(scores_of(index, "year", {.examples_of = 2})[2] == 0);
  CHECK(scores_of(index, "tribute")[2] == 0);  // an example that contradicts
  CHECK(scores_of(index, "levy", {.examples_of = 2})[2] > 0);
}

TEST_CASE("the likest sentence is told apart by what it says, and an example that is tested is not its own witness") {
  Segmenter segmenter;
  const TextIndex index(three_rules(), "en", segmenter);
  const auto statement = search(index, "Employers pay overtime");
  CHECK(statement[1].says == doctest::Approx(1));
  CHECK(statement[1].gainsays == 0);
  CHECK(statement[0].says > 0);
  CHECK(statement[0].says < 1);
  const std::string_view contrary = "Nobody pays a tribute.";
  CHECK(search(index, contrary)[2].gainsays == doctest::Approx(1));
  CHECK(search(index, contrary, {.examples_of = 2, .only = contrary})[2].gainsays == 0);
  CHECK(search(index, contrary, {.examples_of = 2, .only = "another sentence"})[2].gainsays == doctest::Approx(1));
  CHECK(search(index, contrary, {.examples_of = 0})[2].gainsays == doctest::Approx(1));
  for (const auto& likeness : search(index, "nothing of this kind")) CHECK(likeness.says == 0);
}

TEST_CASE("a stem that is asked for twice keeps its greater weight") {
  Segmenter segmenter;
  const TextIndex index(three_rules(), "en", segmenter);
  const Stemmer stemmer("en");
  StemNumbers numbers(index, stemmer);
  QueryBuilder builder;
  builder.add(numbers.of("wages"), 0.5);
  builder.add(numbers.of("wage"), 0.8);
  builder.add(numbers.of("wages"), 0.1);
  const auto terms = builder.take();
  REQUIRE(terms.size() == 1);
  CHECK(terms[0].weight == 0.8);
  builder.add(numbers.of("wage"), 0.1);
  CHECK(builder.take()[0].weight == 0.1);
}

TEST_CASE("a word has the number of its stem, however it is written; stems that stand nowhere have numbers of their own") {
  Segmenter segmenter;
  const TextIndex index(three_rules(), "en", segmenter);
  const Stemmer stemmer("en");
  StemNumbers numbers(index, stemmer);
  for (const std::string_view word : {"pays", "Pay", "PAYS"}) CHECK(numbers.of(word) == index.number_of("pay"));
  CHECK(numbers.of("unheard") >= index.stems());
  CHECK(numbers.of("unheard") == numbers.of("Unheard"));
  CHECK(numbers.of("unheard") != numbers.of("unseen"));
}

namespace {

std::string file_of(const std::string& state, const std::vector<std::string>& statements) {
  std::string provisions;
  for (size_t i = 0; i < statements.size(); ++i) provisions += provision(state + "-A-0" + std::to_string(i + 1), pays("1700"), statements[i]);
  return policy_file(state, provisions);
}

/// BM25 and shares as the formulas have them, over statements that hold no word twice.
TextNearness reckoned(const std::vector<std::vector<std::string>>& texts, size_t at, const std::vector<std::string>& asked) {
  double length = 0;
  for (const auto& text : texts) length += static_cast<double>(text.size());
  const double mean = length / static_cast<double>(texts.size());
  const auto count = static_cast<double>(texts.size());
  TextNearness near;
  double all = 0, dot = 0, own = 0, other = 0;
  const auto holders = [&](const std::string& word) {
    return static_cast<double>(std::count_if(texts.begin(), texts.end(), [&](const auto& text) { return std::count(text.begin(), text.end(), word) > 0; }));
  };
  const auto unit_rarity = [&](const std::string& word) { return std::log((count + 1) / (holders(word) + 0.5)); };
  for (const auto& word : texts[at]) own += std::pow(unit_rarity(word), 2);
  for (const auto& word : asked) {
    const double rarity = std::log(1 + (count - holders(word) + 0.5) / (holders(word) + 0.5));
    all += rarity;
    other += std::pow(unit_rarity(word), 2);
    if (std::count(texts[at].begin(), texts[at].end(), word) == 0) continue;
    near.score += rarity * 2.2 / (1 + 1.2 * (0.25 + 0.75 * static_cast<double>(texts[at].size()) / mean));
    near.share += rarity;
    dot += std::pow(unit_rarity(word), 2);
  }
  near.share /= all;
  near.says = dot / std::sqrt(own * other);
  return near;
}

}  // namespace

TEST_CASE("a search in some states finds there what the formulas say, again and again") {
  const std::vector<std::vector<std::string>> texts = {{"ant", "bee", "cow"}, {"bee", "dog"}, {"cow", "dog", "elk", "fox"}, {"ant"}, {"fox", "bee", "gnu"}};
  const auto text = [&](size_t at) {
    std::string joined;
    for (const auto& word : texts[at]) joined += (joined.empty() ? "" : " ") + word;
    return joined;
  };
  const Base base = load_base({{"MY/a.yaml", file_of("MY", {text(0), text(1)})}, {"NP/a.yaml", file_of("NP", {text(2)})}, {"TH/a.yaml", file_of("TH", {text(3), text(4)})}});
  REQUIRE(base.told.empty());
  REQUIRE(base.policies.stretches().size() == 3);
  Segmenter segmenter;
  const TextIndex index(base.policies, "en", segmenter);
  TextSearch found;
  const std::vector<std::vector<uint32_t>> states = {{0, 2}, {1}, {0, 1, 2}, {2}};
  const std::vector<std::vector<std::string>> queries = {{"bee", "fox"}, {"cow"}, {"ant", "dog", "zebu"}, {"elk", "gnu", "bee", "ant"}};
  for (const auto& stretches : states) {
    for (const auto& asked : queries) {
      std::string words;
      for (const auto& word : asked) words += word + " ";
      index.search(query(index, words), stretches, {}, found);
      for (const uint32_t stretch : stretches) {
        for (ProvisionIndex at = base.policies.stretches()[stretch].first; at < base.policies.stretches()[stretch].last; ++at) {
          const auto expected = reckoned(texts, at, asked);
          CHECK(found[at].score == doctest::Approx(expected.score));
          CHECK(found[at].share == doctest::Approx(expected.share));
          CHECK(found[at].says == doctest::Approx(expected.says));
          CHECK(found[at].gainsays == 0);
        }
      }
    }
  }
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
    ConceptSearch found;
    index.search(named, every_stretch(three_rules()), found);
    return std::vector<Overlap>{found[0], found[1], found[2]};
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
