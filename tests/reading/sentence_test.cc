// Frames told as sentences: the words are the pack's, nothing is added, and what a frame does not have is not told.
#include "reading/sentence.h"

#include <doctest/doctest.h>

#include <memory>

#include "data/yaml.h"
#include "policy/frame_reader.h"

namespace selaras {
namespace {

constexpr const char* kConcepts = R"(area: a
concepts:
  - {id: worker, kind: person, parents: [], gloss: x}
  - {id: guest-worker, kind: person, parents: [worker], gloss: x}
  - {id: employer, kind: actor, parents: [], gloss: x}
  - {id: pay-wage, kind: action, parents: [], gloss: x}
  - {id: keep, kind: action, parents: [], gloss: x}
  - {id: passport, kind: thing, parents: [], gloss: x}
  - {id: rice, kind: thing, parents: [], gloss: x}
  - {id: registered, kind: condition, parents: [], gloss: x}
  - {id: at-night, kind: condition, parents: [], gloss: x}
  - {id: wage, kind: attribute, parents: [], dimension: money, gloss: x}
  - {id: prison, kind: attribute, parents: [], dimension: duration, gloss: x}
)";

constexpr const char* kGrammar = R"(language: en
reviewed: yes
script: Latn
inflection:
  noun: [{ends: "", becomes: [s, "'s"]}]
  verb: [{ends: "", becomes: [s]}]
units: {month: [month], year: [year]}
places: {MY: [Malaysia]}
sentence:
  uncounted: [rice]
  norms:
    must: "{bearer} must {act}[, if {conditions}][, except {exceptions}][: {quantities}]."
    must-not: "{bearer} must not {act}[, if {conditions}][, except {exceptions}][: {quantities}]."
    may: "{bearer} may {act}."
    need-not: "{bearer} need not {act}."
    entitled: "{bearer} have the right to {act}."
    not-entitled: "{bearer} have no right to {act}."
    will: "{bearer} will {act}."
    will-not: "{bearer} will not {act}."
    is: "Of {bearer}: {act}."
  parts: {act: "{action}[ ({object})][ with {counterparty}]", and: " and ", or: " or ", or-if: ", or if ", not: "not {atom}"}
  slots: {any: "{concept}", bearer: "for {concept}", counterparty: "towards {concept}", object: "for {concept}", place: "in {concept}",
    nationality: "from {concept}", origin: "from {concept}", destination: "to {concept}", sector: "in {concept}", programme: "under {concept}", sex: "{concept}"}
  quantities: {value: "{attribute} {amount}[ ({of})]", cap: "{attribute} at most {amount}[ ({of})]", floor: "{attribute} at least {amount}[ ({of})]",
    range: "{attribute} {least} to {most}", penalty-max: "{attribute} up to {amount}", penalty-min: "{attribute} from {amount}", approx: "{attribute} about {amount}",
    identifier: "{attribute} {amount}", date: "{attribute} {amount}", life: "{attribute} for life", clock: "{attribute} {amount}", and: "; ",
    money: "{unit} {number}[ per {per}]", count: "{number}[ {unit}][ per {per}]"}
  actions: {keep: "keep[ {object}][ of {counterparty}]"}
)";

constexpr const char* kTerms = R"(language: en
area: a
terms: {worker: [worker, labourer], employer: ["=boss", employer], pay-wage: [pay wages], keep: [keep], passport: [passport], rice: [rice],
  registered: [registered], at-night: [at night], wage: [minimum wage], prison: [prison]}
)";

class Told {
 public:
  explicit Told(const std::string& grammar = kGrammar) {
    MemoryFileSystem files;
    files.add("o/a.yaml", kConcepts);
    files.add("l/en.yaml", grammar);
    files.add("l/en/a.yaml", kTerms);
    Diagnostics diagnostics;
    ontology_ = Ontology::load(files, "o", diagnostics);
    auto packs = load_language_packs(files, "l", ontology_, diagnostics);
    for (const auto& one : diagnostics.all()) errors_ += to_line(one) + "\n";
    if (!packs.empty()) pack_ = std::move(packs.front());
  }

  std::string operator()(const std::string& norm) const {
    Diagnostics diagnostics;
    const SourceFile file("p.yaml", norm);
    const auto root = yaml::parse(file, diagnostics);
    REQUIRE(root.has_value());
    const Frame frame = FrameReader(file, ontology_, diagnostics).norm(*root, "the test");
    for (const auto& one : diagnostics.all()) FAIL_CHECK(to_line(one));
    return sentence(frame, ontology_, pack_);
  }
  const std::string& errors() const { return errors_; }

 private:
  Ontology ontology_;
  LanguagePack pack_;
  std::string errors_;
};

struct Row {
  const char* norm;
  const char* told;
};

}  // namespace

TEST_CASE("a norm is told in the words of the pack") {
  const Told told;
  CHECK(told.errors() == "");
  const Row rows[] = {
      {"{bearer: worker, modality: may, action: pay-wage}", "Workers may pay wages."},
      {"{bearer: employer, modality: must, action: pay-wage, counterparty: worker}", "Boss must pay wages with workers."},
      {"{bearer: worker, modality: entitled, action: keep, object: passport}", "Workers have the right to keep passports."},
      {"{bearer: worker, modality: not-entitled, action: keep, object: rice}", "Workers have no right to keep rice."},
      {"{bearer: employer, modality: must-not, action: keep, object: passport, counterparty: worker}", "Boss must not keep passports of workers."},
      {"{bearer: worker, modality: must, action: keep, conditions: [registered, at-night]}", "Workers must keep, if registered and at night."},
      {"{bearer: worker, modality: must, action: keep, conditions: [[registered], [at-night]]}", "Workers must keep, if registered, or if at night."},
      {"{bearer: worker, modality: must, action: keep, conditions: [{not: registered}, {place: MY}]}", "Workers must keep, if not registered and in Malaysia."},
      {"{bearer: worker, modality: must, action: keep, exceptions: [{nationality: [MY, BD]}]}", "Workers must keep, except from Malaysia or BD."},
      {"{bearer: worker, modality: must, action: keep, conditions: [{attribute: prison, role: floor, value: 1, unit: year}]}", "Workers must keep, if prison at least 1 year."},
      {"{bearer: guest-worker, modality: may, action: keep}", "Guest-worker may keep."},
  };
  for (const auto& row : rows) CHECK(told(row.norm) == row.told);
}

TEST_CASE("quantities are told with unit, period and role") {
  const Told told;
  const auto of = [&](const std::string& quantity) { return told("{bearer: worker, modality: must, action: keep, quantities: [" + quantity + "]}"); };
  CHECK(of("{attribute: wage, role: floor, value: 1700, unit: MYR, per: month}") == "Workers must keep: minimum wage at least MYR 1,700 per month.");
  CHECK(of("{attribute: wage, role: cap, value: 12.5, unit: MYR}") == "Workers must keep: minimum wage at most MYR 12.5.");
  CHECK(of("{attribute: wage, role: range, value: [300000, 15000000], unit: MYR}") == "Workers must keep: minimum wage MYR 300,000 to MYR 15,000,000.");
  CHECK(of("{attribute: prison, role: penalty-max, value: 5, unit: year}") == "Workers must keep: prison up to 5 years.");
  CHECK(of("{attribute: prison, role: value, value: 1, unit: month, of: registered}") == "Workers must keep: prison 1 month (registered).");
  CHECK(of("{attribute: prison, role: life, value: life}, {attribute: prison, role: range, value: [2, 6], unit: year}") ==
        "Workers must keep: prison for life; prison 2 to 6 years.");
}

TEST_CASE("a pack without patterns tells nothing") {
  const std::string grammar = kGrammar;
  CHECK(Told(grammar.substr(0, grammar.find("sentence:")))("{bearer: worker, modality: may, action: keep}").empty());
}

TEST_CASE("what is wrong with patterns is named with line and remedy") {
  const auto with = [](const std::string& old_part, const std::string& part) {
    std::string grammar = kGrammar;
    grammar.replace(grammar.find(old_part), old_part.size(), part);
    return Told(grammar).errors();
  };
  CHECK(with("{bearer} may {act}.", "{bearr} may {act}.").find("l/en.yaml:14:10: error: 'bearr' is no slot of a pattern (did you mean 'bearer'?)") == 0);
  CHECK(with("[, if {conditions}]", "[, if {conditions}").find("a bracket of the pattern is not closed") != std::string::npos);
  CHECK(with("    may: ", "    can: ").find("'can' is no name of 'norms'") != std::string::npos);
  CHECK(with("    may: \"{bearer} may {act}.\"\n", "").find("'sentence' has no pattern 'may' under 'norms'") != std::string::npos);
  CHECK(with("actions: {keep: ", "actions: {kep: ").find("no action is called 'kep' (did you mean 'keep'?)") != std::string::npos);
}

TEST_CASE("what stands in brackets goes when a slot in it is empty") {
  CHECK(fill("a[ {x}][ {y}] b", {{"x", "1"}}) == "a 1 b");
  CHECK(fill("a[ {x}[ {y}]] b", {{"x", "1"}}) == "a 1 b");
  CHECK(fill("a {x}", {}) == "a ");
}

}  // namespace selaras
