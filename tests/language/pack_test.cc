#include "language/pack.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "language/inflection.h"
#include "language/lexicon.h"

using namespace selaras;

namespace {

constexpr const char* kOntology = R"(area: work
concepts:
  - {id: worker, kind: person, parents: [], gloss: somebody who works}
  - {id: domestic-worker, kind: person, parents: [worker], gloss: works in a household}
  - {id: pay, kind: action, parents: [], gloss: give money}
)";

constexpr const char* kGrammar = R"(language: xx
script: Latn
reviewed: yes
inflection:
  noun: [{ends: y, not_after: aeiou, becomes: [ies]}, {ends: "", becomes: [s, "'s"]}]
  verb: [{ends: e, becomes: [es, ed, ing]}, {ends: "", becomes: [s, ed, ing]}]
  irregular_verbs: {pay: [pays, paid, paying]}
)";

struct Loaded {
  std::vector<LanguagePack> packs;
  std::string errors;
  std::string warnings;
};

Loaded load(const std::string& grammar, const std::string& terms = "") {
  MemoryFileSystem files;
  files.add("o/work.yaml", kOntology);
  files.add("l/xx.yaml", grammar);
  if (!terms.empty()) files.add("l/xx/work.yaml", terms);
  Diagnostics diagnostics;
  const Ontology ontology = Ontology::load(files, "o", diagnostics);
  REQUIRE(diagnostics.all().empty());
  Loaded loaded;
  loaded.packs = load_language_packs(files, "l", ontology, diagnostics);
  for (const Diagnostic& d : diagnostics.all()) (d.level == Diagnostic::Level::error ? loaded.errors : loaded.warnings) += to_line(d) + "\n";
  return loaded;
}

bool has_phrase(const LanguagePack& pack, std::string_view text) {
  return std::any_of(pack.phrases.begin(), pack.phrases.end(), [&](const Phrase& phrase) { return phrase.text == text; });
}

}  // namespace

TEST_CASE("a pack is its grammar and its terms, inflected") {
  const Loaded loaded = load(std::string(kGrammar) + "cues: {negation: [not]}\n",
                             "language: xx\narea: work\nterms:\n  domestic-worker: [lady, worker~ at home, =maid, nanny]\n  pay: [pay wages, hand over]\n");
  CHECK(loaded.errors.empty());
  REQUIRE(loaded.packs.size() == 1);
  const LanguagePack& pack = loaded.packs[0];
  for (const auto phrase : {"not", "lady", "ladies", "worker at home", "workers at home", "worker's at home", "maid", "nannies", "pay wages",
                            "paid wages", "paying wages", "hands over", "handed over"}) {
    CAPTURE(phrase);
    CHECK(has_phrase(pack, phrase));
  }
  for (const auto phrase : {"maids", "payed wages", "worker at homes", "nots"}) CHECK_FALSE(has_phrase(pack, phrase));
  CHECK(pack.reviewed);
}

TEST_CASE("every section of the grammar becomes entries") {
  const Loaded loaded = load(std::string(kGrammar) + R"(decimal: ","
group: "."
sentences: {before_names: [Dr], before_numbers: [No], starters: [so]}
bounds: {at-most: [up to]}
numbers: {twelve: 12, half: 0.5}
ordinals: {first: 1}
magnitudes: {lakh: 100000}
currencies: {MYR: [RM]}
shared_currencies: [{words: [Rs, rupee], by_country: {IN: INR, PK: PKR}}]
units: {day: [day], "week*2": [fortnight]}
periods: {month: [monthly]}
months: {^May: 5}
weekdays: {Monday: 1}
places: {MY: [Malaysian]}
fixed: {clock 24h: [round the clock], money 0: [for nothing], life: [for life]}
)");
  CHECK(loaded.errors.empty());
  REQUIRE(loaded.packs.size() == 1);
  const LanguagePack& pack = loaded.packs[0];
  CHECK(pack.decimal == ',');
  CHECK(pack.group == '.');
  CHECK(pack.sentences.starters == std::vector<std::string>{"so"});
  CHECK(has_phrase(pack, "fortnights"));
  CHECK(has_phrase(pack, "Malaysians"));
  REQUIRE(pack.shared_currencies.size() == 2);
  CHECK(pack.shared_currencies[0].first == "rs");
  CHECK(pack.shared_currencies[1].second.size() == 2);
  const auto may = std::find_if(pack.phrases.begin(), pack.phrases.end(), [](const Phrase& phrase) { return phrase.text == "May"; });
  REQUIRE(may != pack.phrases.end());
  CHECK(may->cased);
  const auto fortnight = std::find_if(pack.phrases.begin(), pack.phrases.end(), [](const Phrase& phrase) { return phrase.text == "fortnight"; });
  CHECK(fortnight->entry.symbol == "week");
  CHECK(fortnight->entry.amount == 2);
}

TEST_CASE("mistakes are named with their place and a remedy, and leave the pack out") {
  struct Mistake {
    std::string_view grammar, says;
  };
  const Mistake mistakes[] = {
      {"cues: {negatoin: [not]}\n", "did you mean 'negation'?"},
      {"bounds: {atmost: [up to]}\n", "at-most"},
      {"cue: {negation: [not]}\n", "cue"},
      {"cues: {negation: [not, \"\"]}\n", "an empty phrase"},
      {"cues: {negation: {not: yes}}\n", "expected a list of phrases"},
      {"numbers: {two: zwei}\n", "is no number"},
      {"months: {Smarch: 13}\n", "from 1 to 12"},
      {"currencies: {RMX1: [RM]}\n", "ISO 4217"},
      {"places: {Malaysia: [Malaysia]}\n", "ISO 3166-1"},
      {"units: {dy: [day]}\n", "is no unit"},
      {"units: {\"week*x\": [day]}\n", "write the factor"},
      {"fixed: {zero: [nothing]}\n", "is no fixed value"},
      {"numbers: {two: 2, TWO: 3}\n", "two meanings"},
      {"decimal: point\n", "one ASCII character"},
  };
  for (const Mistake& mistake : mistakes) {
    CAPTURE(mistake.grammar);
    const Loaded loaded = load(std::string(kGrammar) + std::string(mistake.grammar));
    CHECK(loaded.packs.empty());
    CAPTURE(loaded.errors);
    CHECK(loaded.errors.find(mistake.says) != std::string::npos);
    CHECK(loaded.errors.starts_with("l/xx.yaml:"));
  }
}

TEST_CASE("terms name concepts that exist") {
  const Loaded wrong = load(kGrammar, "language: xx\narea: work\nterms: {domestic-workr: [maid]}\n");
  CHECK(wrong.packs.empty());
  CHECK(wrong.errors.find("did you mean 'domestic-worker'?") != std::string::npos);
  const Loaded foreign = load(kGrammar, "language: yy\narea: work\nterms: {worker: [maid]}\n");
  CHECK(foreign.errors.find("folder of 'xx'") != std::string::npos);
}

TEST_CASE("a phrase may stand under two concepts: the reader picks by what stands around it") {
  const Loaded loaded = load(kGrammar, "language: xx\narea: work\nterms: {worker: [hand], pay: [hand]}\n");
  REQUIRE(loaded.packs.size() == 1);
  CHECK(loaded.warnings.empty());
  CHECK(loaded.errors.empty());
}

TEST_CASE("a cue may belong to several classes") {
  CHECK(load(std::string(kGrammar) + "cues: {permission: [may], possibility: [may]}\n").errors.empty());
}

TEST_CASE("words follow the first row that fits") {
  const Paradigm paradigm{{{"y", "", "aeiou", {"ies"}}, {"", "", "", {"s"}}}, {{"child", {"children"}}}};
  CHECK(paradigm.forms("agency") == std::vector<std::string>{"agency", "agencies"});
  CHECK(paradigm.forms("day") == std::vector<std::string>{"day", "days"});
  CHECK(paradigm.forms("Child") == std::vector<std::string>{"Child", "children"});
  CHECK(phrase_forms("pay slip", paradigm, Head::last) == std::vector<std::string>{"pay slip", "pay slips"});
  CHECK(phrase_forms("permit~ to work", paradigm, Head::last) == std::vector<std::string>{"permit to work", "permits to work"});
}

TEST_CASE("the packs of the rules load without errors") {
  const DiskFileSystem files;
  Diagnostics diagnostics;
  const Ontology ontology = Ontology::load(files, SELARAS_SOURCE_DIR "/rules/ontology", diagnostics);
  const auto packs = load_language_packs(files, SELARAS_SOURCE_DIR "/rules/languages", ontology, diagnostics);
  std::string errors;
  for (const Diagnostic& d : diagnostics.all()) {
    if (d.level == Diagnostic::Level::error) errors += to_line(d) + "\n";
  }
  CHECK(errors == "");
  CHECK_FALSE(packs.empty());
}
