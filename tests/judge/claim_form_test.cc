// What a statement is by its form alone.
#include "judge/claim_form.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>

namespace selaras {
namespace {

constexpr const char* kConcepts = R"(area: a
concepts:
  - {id: worker, kind: person, parents: [], gloss: x}
  - {id: agency, kind: actor, parents: [], gloss: x}
  - {id: pay, kind: action, parents: [], gloss: x}
  - {id: wage, kind: attribute, dimension: money, parents: [], gloss: x}
)";

constexpr const char* kGrammar = R"(language: en
script: Latn
reviewed: yes
inflection:
  noun: [{ends: y, becomes: [ies]}, {ends: "", becomes: [s]}]
  verb: [{ends: "", becomes: [s, ed, ing]}]
cues:
  part-of: ["of", in, out of]
  future: [will]
  certainty: [guaranteed]
  negation: ["not"]
  quantifier-none: [nobody]
  condition: [if]
  second-person: [you]
  first-person: [we]
  auxiliary: [is, are]
numbers: {three: 3, eight: 8, ten: 10, twelve: 12}
places: {MY: [Malaysia], AU: [Australia]}
)";

constexpr const char* kTerms = R"(language: en
area: a
terms: {worker: [worker], agency: [agency], pay: [pay], wage: [wage]}
)";

class Reader {
 public:
  Reader() {
    MemoryFileSystem files;
    files.add("o/a.yaml", kConcepts);
    files.add("l/en.yaml", kGrammar);
    files.add("l/en/a.yaml", kTerms);
    Diagnostics diagnostics;
    const auto ontology = Ontology::load(files, "o", diagnostics);
    auto packs = load_language_packs(files, "l", ontology, diagnostics);
    for (const auto& told : diagnostics.all()) FAIL_CHECK(to_line(told));
    REQUIRE(packs.size() == 1);
    lexicon_ = std::make_unique<Lexicon>(std::move(packs.front()));
  }

  /// The context of the one statement of a message that was written in Malaysia.
  const ClaimContext& context(const std::string& text) {
    message_ = Message{};
    message_.file = std::make_shared<const SourceFile>("m.md", text);
    message_.language = "en";
    message_.country = "MY";
    Block block;
    block.content.append(message_.file->text(), 0);
    message_.blocks.push_back(std::move(block));
    reading_ = read(message_, *lexicon_, segmenter_);
    contexts_ = claim_contexts(reading_, Stemmer("en"), TextIndex());
    REQUIRE(contexts_.size() == 1);
    return *contexts_.front();
  }

 private:
  std::unique_ptr<Lexicon> lexicon_;
  Segmenter segmenter_;
  Message message_;
  Reading reading_;
  std::vector<std::shared_ptr<const ClaimContext>> contexts_;
};

TEST_CASE("a share of people is a figure about them, a share of an amount is not") {
  Reader reader;
  for (const char* text : {"80% of our workers pay.", "Eight workers in ten pay.", "8 in 10 workers pay.", "Three out of ten agencies pay."}) {
    CAPTURE(std::string(text));
    CHECK(tells_statistic(reader.context(text)));
  }
  for (const char* text : {"Workers pay 80% of the wage.", "A worker pays 80%.", "Eight workers pay in Malaysia.", "Ten workers in eight pay.", "Eight of twelve workers pay.",
                           "Workers pay."}) {
    CAPTURE(std::string(text));
    CHECK_FALSE(tells_statistic(reader.context(text)));
  }
}

TEST_CASE("who says that another state will do something promises for it") {
  Reader reader;
  CHECK(promises_for(reader.context("Australia will pay you.")) == "AU");
  for (const char* text : {"Malaysia will pay you.", "In Australia you will pay.", "In Australia workers will pay.", "Australia pays you.", "You will pay in Australia."}) {
    CAPTURE(std::string(text));
    CHECK_FALSE(promises_for(reader.context(text)).has_value());
  }
}

TEST_CASE("a guarantee is the speaker's own, without a condition or a denial") {
  Reader reader;
  CHECK(guarantees(reader.context("A wage is guaranteed.")));
  CHECK(guarantees(reader.context("We are guaranteed that agencies pay.")));
  for (const char* text : {"A wage is not guaranteed.", "If you pay a wage is guaranteed.", "Nobody is guaranteed a wage.", "Agencies are guaranteed to pay.", "A wage is paid."}) {
    CAPTURE(std::string(text));
    CHECK_FALSE(guarantees(reader.context(text)));
  }
}

}  // namespace
}  // namespace selaras
