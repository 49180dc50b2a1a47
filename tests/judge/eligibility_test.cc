// Conditions of eligibility that a message names, or does not.
#include "judge/eligibility.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>

using namespace selaras;

namespace {

constexpr const char* kConcepts = R"(area: a
concepts:
  - {id: visa, kind: thing, parents: [], gloss: x}
  - {id: work-visa, kind: thing, parents: [visa], gloss: x}
  - {id: with-visa, kind: condition, parents: [], gloss: x, eligibility: yes, shown_by: [visa]}
  - {id: registered, kind: condition, parents: [], gloss: x, eligibility: yes}
  - {id: after-return, kind: condition, parents: [], gloss: x}
)";

constexpr const char* kTerms = R"(language: en
area: a
terms: {visa: [visa], work-visa: [work visa], with-visa: [holding papers], registered: [registered], after-return: [back home]}
)";

class Told {
 public:
  Told() {
    MemoryFileSystem files;
    files.add("o/a.yaml", kConcepts);
    files.add("l/en.yaml", "language: en\nscript: Latn\n");
    files.add("l/en/a.yaml", kTerms);
    Diagnostics diagnostics;
    ontology_ = Ontology::load(files, "o", diagnostics);
    auto packs = load_language_packs(files, "l", ontology_, diagnostics);
    for (const auto& told : diagnostics.all()) FAIL_CHECK(to_line(told));
    REQUIRE(packs.size() == 1);
    lexicon_ = std::make_unique<Lexicon>(std::move(packs.front()));
  }

  /// How many conditions of eligibility the text leaves out of a norm with these alternatives of one atom each.
  size_t unnamed(const std::string& text, const std::vector<std::string>& alternatives) {
    Message message;
    message.file = std::make_shared<const SourceFile>("m.md", text);
    message.language = "en";
    Block block;
    block.content.append(message.file->text(), 0);
    message.blocks.push_back(std::move(block));
    Segmenter segmenter;
    const Reading reading = read(message, *lexicon_, segmenter);
    Frame norm;
    for (const auto& id : alternatives) {
      Atom atom;
      atom.concepts = {ontology_.find(id)};
      norm.conditions.push_back({atom});
    }
    return unnamed_eligibility(norm, reading, ontology_).size();
  }

 private:
  Ontology ontology_;
  std::unique_ptr<Lexicon> lexicon_;
};

}  // namespace

TEST_CASE("a condition of eligibility that nothing names is left out") {
  Told told;
  CHECK(told.unnamed("You may borrow.", {"with-visa"}) == 1);
  CHECK(told.unnamed("You may borrow.", {"after-return"}) == 0);
  CHECK(told.unnamed("You may borrow.", {}) == 0);
}

TEST_CASE("the condition, a kind of what shows it, or another alternative names it") {
  Told told;
  CHECK(told.unnamed("Those holding papers may borrow.", {"with-visa"}) == 0);
  CHECK(told.unnamed("You may borrow. Bring the work visa.", {"with-visa"}) == 0);
  CHECK(told.unnamed("The registered may borrow.", {"with-visa", "registered"}) == 0);
  CHECK(told.unnamed("You may borrow.", {"with-visa", "after-return"}) == 0);
  CHECK(told.unnamed("You may borrow.", {"with-visa", "registered"}) == 1);
}
