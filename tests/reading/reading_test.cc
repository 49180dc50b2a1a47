// Clauses, their time and stance, and quotations.
#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

#include "reading/quotes.h"
#include "reading/reading.h"

namespace selaras {
namespace {

class Reader {
 public:
  Reader() {
    DiskFileSystem disk;
    Diagnostics diagnostics;
    const std::string rules = std::string(SELARAS_SOURCE_DIR) + "/rules/";
    const auto ontology = Ontology::load(disk, rules + "ontology", diagnostics);
    for (auto& pack : load_language_packs(disk, rules + "languages", ontology, diagnostics)) {
      if (pack.language == "en") lexicon_ = std::make_unique<Lexicon>(std::move(pack));
    }
    REQUIRE(lexicon_ != nullptr);
    segmenter_ = std::make_unique<Segmenter>(lexicon_->pack().sentences);
  }

  const Reading& read_text(const std::string& text, BlockKind kind = BlockKind::paragraph) {
    message_ = Message{};
    message_.file = std::make_shared<const SourceFile>("m.md", text);
    message_.language = "en";
    Block block;
    block.kind = kind;
    block.content.append(message_.file->text(), 0);
    message_.blocks.push_back(std::move(block));
    reading_ = read(message_, *lexicon_, *segmenter_);
    return reading_;
  }

 private:
  std::unique_ptr<Lexicon> lexicon_;
  std::unique_ptr<Segmenter> segmenter_;
  Message message_;
  Reading reading_;
};

struct TimeRow {
  const char* text;
  const char* word;  // whose clause is asked for
  TimeView time;
};

TEST_CASE("a clause speaks of the time that its own words tell") {
  Reader reader;
  const std::vector<TimeRow> rows = {
      {"The fee is EUR 5.", "EUR", TimeView::present},
      {"The fee used to be EUR 5.", "EUR", TimeView::past},
      {"Until July it was EUR 5; now it is EUR 7.", "EUR 5", TimeView::past},
      {"Until July it was EUR 5; now it is EUR 7.", "EUR 7", TimeView::present},
      {"The old charge, EUR 5 from everybody, was dropped.", "EUR 5", TimeView::past},
      {"A draft law would set the fee at EUR 9.", "EUR 9", TimeView::planned},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const std::string text = row.text;
    const auto& reading = reader.read_text(text);
    const auto at = static_cast<uint32_t>(text.find(row.word));
    CHECK(clause_at(reading.sentences.front(), at).time == row.time);
  }
}

TEST_CASE("a message does not stand behind what it asks, quotes or denies") {
  Reader reader;
  const std::vector<std::pair<const char*, Stance>> rows = {
      {"The fee is EUR 5.", Stance::asserted},
      {"Is the fee EUR 5?", Stance::asked},
      {"\"The fee is EUR 5.\"", Stance::attributed},
  };
  for (const auto& [text, stance] : rows) {
    CAPTURE(text);
    CHECK(reader.read_text(text).sentences.front().stance == stance);
  }
  CHECK(reader.read_text("The fee is EUR 5.", BlockKind::myth).sentences.front().stance == Stance::denied);
  CHECK(reader.read_text("The fee is EUR 5.", BlockKind::question).sentences.front().stance == Stance::asked);
  CHECK(reader.read_text("Agents may tell you it is EUR 5.").sentences.front().clauses.front().stance == Stance::attributed);
}

TEST_CASE("a value is never cut by a clause") {
  Reader reader;
  const auto& reading = reader.read_text("Between one and five years in prison, and a fine of EUR 1,000 to EUR 2,000.");
  for (const auto& value : reading.blocks.front().values) {
    const auto& clause = clause_at(reading.sentences.front(), value.span.begin);
    CHECK(clause.span.contains(value.span));
  }
}

TEST_CASE("clauses cover their sentence without gaps") {
  Reader reader;
  const auto& reading = reader.read_text("Pay EUR 5, keep the receipt (EUR 2 more), and if it was lost: ask for another.");
  for (const auto& sentence : reading.sentences) {
    uint32_t at = sentence.span.begin;
    for (const auto& clause : sentence.clauses) {
      CHECK(clause.span.begin == at);
      at = clause.span.end;
    }
    CHECK(at == sentence.span.end);
  }
}

TEST_CASE("quotations are found in the marks of every script") {
  CHECK(find_quotes("a \"b\" c").size() == 1);
  CHECK(find_quotes("a “b” c «d» e").size() == 2);
  CHECK(find_quotes("an unclosed \"quote").empty());
  const auto quotes = find_quotes("say “five” now");
  REQUIRE(quotes.size() == 1);
  CHECK(inside_any(quotes, {8, 10}));
  CHECK_FALSE(inside_any(quotes, {0, 3}));
}

}  // namespace
}  // namespace selaras
