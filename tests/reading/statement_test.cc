// Statements of a sentence, and the modality, subject and part of every act in them, read with a pack of a few words.
#include "reading/statement.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace selaras {
namespace {

constexpr const char* kConcepts = R"(area: a
concepts:
  - {id: worker, kind: person, parents: [], gloss: x}
  - {id: agency, kind: actor, parents: [], gloss: x}
  - {id: pay, kind: action, parents: [], gloss: x}
  - {id: charge, kind: action, parents: [], gloss: x}
  - {id: fee, kind: thing, parents: [], gloss: x}
  - {id: registered, kind: condition, parents: [], gloss: x}
)";

constexpr const char* kGrammar = R"(language: en
script: Latn
reviewed: yes
inflection:
  noun: [{ends: y, becomes: [ies]}, {ends: "", becomes: [s]}]
  verb: [{ends: e, becomes: [es, ed, ing]}, {ends: "", becomes: [s, ed, ing]}]
cues:
  obligation: [must]
  prohibition: [must not, illegal, is against the law]
  no-obligation: [need not]
  permission: [may, licensed to]
  possibility: [may, might]
  inability: [cannot]
  entitlement: [entitled to]
  future: [will, "won't"]
  advice: [should]
  negation: ["not", do not, "won't", never, neither, nor]
  disjunction: [or, nor]
  before: [before]
  cause: [because]
  quantifier-none: ["no", nobody, nothing]
  quantifier-all: [every]
  condition: [if]
  exception: [except]
  absolute: [always]
  hedge: [usually]
  certainty: [guaranteed]
  auxiliary: [is, are, be]
  second-person: [you]
  imperative: [please]
  conjunction: [and]
  relative: [who]
  ended: [closed]
  begins: [came into force]
  regardless: [whatever]
plain_words:
  particles: [the, a, this]
  prepositions: [in, with, of]
)";

constexpr const char* kTerms = R"(language: en
area: a
terms: {worker: [worker], agency: [agency], pay: [pay, "!go unpaid"], charge: [charge], fee: [fee], registered: [registered]}
)";

class Reader {
 public:
  Reader() {
    MemoryFileSystem files;
    files.add("o/a.yaml", kConcepts);
    files.add("l/en.yaml", kGrammar);
    files.add("l/en/a.yaml", kTerms);
    Diagnostics diagnostics;
    ontology_ = Ontology::load(files, "o", diagnostics);
    auto packs = load_language_packs(files, "l", ontology_, diagnostics);
    for (const auto& told : diagnostics.all()) FAIL_CHECK(to_line(told));
    REQUIRE(packs.size() == 1);
    lexicon_ = std::make_unique<Lexicon>(std::move(packs.front()));
  }

  std::vector<Statement> statements(const std::string& text) {
    message_ = Message{};
    message_.file = std::make_shared<const SourceFile>("m.md", text);
    message_.language = "en";
    Block block;
    block.content.append(message_.file->text(), 0);
    message_.blocks.push_back(std::move(block));
    reading_ = read(message_, *lexicon_, segmenter_);
    REQUIRE(reading_.sentences.size() == 1);
    return find_statements(reading_, 0);
  }

  Statement only_statement(const std::string& text) {
    auto found = statements(text);
    REQUIRE(found.size() == 1);
    return found.front();
  }

  /// The first act of the sentence.
  Predicate act(const std::string& text) {
    for (const auto& statement : statements(text)) {
      if (!statement.predicates.empty()) return statement.predicates.front();
    }
    FAIL("no act was read");
    return {};
  }

  ConceptId id(const std::string& name) const { return ontology_.find(name); }

 private:
  Ontology ontology_;
  std::unique_ptr<Lexicon> lexicon_;
  Segmenter segmenter_;
  Message message_;
  Reading reading_;
};

TEST_CASE("clauses that stand alone are statements, and the others stay with them") {
  Reader reader;
  const std::string two = "Workers must not pay a fee, agencies must pay it.";
  const auto statements = reader.statements(two);
  REQUIRE(statements.size() == 2);
  CHECK(statements[0].span == Span{0, 27});
  CHECK(statements[1].span == Span{27, static_cast<uint32_t>(two.size())});
  CHECK(statements[0].modality == Modality::must_not);
  CHECK(statements[1].modality == Modality::must);
  CHECK(reader.statements("For every worker, agencies must pay a fee.").size() == 1);
  CHECK(reader.statements("If you are registered, you must pay a fee.").size() == 1);
  CHECK(reader.statements("Workers must pay a fee, except registered workers.").size() == 1);
}

TEST_CASE("an instruction that a consequence is joined to is a condition") {
  Reader reader;
  const auto threat = reader.only_statement("Pay a fee and the worker will be charged.");
  REQUIRE(threat.predicates.size() == 2);
  CHECK(threat.predicates.front().part == Part::condition);
  CHECK_FALSE(threat.predicates.front().instructed);
  const auto instruction = reader.act("Pay a fee and charge the worker.");
  CHECK(instruction.instructed);
  CHECK(instruction.part == Part::main);
}

TEST_CASE("what is said of those who do something is said of the act") {
  Reader reader;
  const auto act = reader.act("Agencies who charge workers illegal.");
  CHECK(act.modality == Modality::must_not);
  CHECK(reader.act("Agencies charge workers illegal.").modality == Modality::is);
}

TEST_CASE("all cases, an end and a beginning are heard") {
  Reader reader;
  CHECK(reader.only_statement("Every fee must be charged.").of_all);
  CHECK_FALSE(reader.only_statement("No fee must be charged.").of_all);
  CHECK(reader.only_statement("Workers must pay whatever fee.").force == Force::absolute);
  CHECK(reader.only_statement("The agency closed and workers must pay.").ending);
  CHECK_FALSE(reader.only_statement("Workers must pay.").ending);
  CHECK(reader.only_statement("The fee came into force and workers must pay.").commences);
}

TEST_CASE("a condition is attached to what it is a condition of") {
  Reader reader;
  for (const char* text : {"If you are registered, you must pay a fee.", "You must pay a fee if you are registered."}) {
    CAPTURE(std::string(text));
    const auto statement = reader.only_statement(text);
    CHECK(statement.conditional);
    CHECK_FALSE(statement.excepting);
    REQUIRE(statement.predicates.size() == 1);
    CHECK(statement.predicates.front().part == Part::main);
    CHECK(statement.predicates.front().modality == Modality::must);
    const auto named = std::find_if(statement.mentions.begin(), statement.mentions.end(), [&](const NamedMention& m) { return m.id == reader.id("registered"); });
    REQUIRE(named != statement.mentions.end());
    CHECK(named->part == Part::condition);
  }
  const auto excepted = reader.only_statement("Workers must pay a fee, except registered workers.");
  CHECK(excepted.excepting);
  CHECK(excepted.mentions.back().part == Part::exception);
  CHECK(excepted.mentions.front().part == Part::main);
}

struct ModalityRow {
  const char* text;
  Modality modality;
  bool read;
};

TEST_CASE("an act has the modality that its words give it, turned by a negation") {
  Reader reader;
  const ModalityRow rows[] = {
      {"Workers must pay a fee.", Modality::must, true},
      {"Workers must not pay a fee.", Modality::must_not, true},
      {"Workers need not pay a fee.", Modality::need_not, true},
      {"Workers may pay a fee.", Modality::may, true},
      {"Workers may not pay a fee.", Modality::must_not, true},
      {"No worker may pay a fee.", Modality::must_not, true},
      {"Nobody must pay a fee.", Modality::need_not, false},
      {"Workers cannot pay a fee.", Modality::must_not, true},
      {"Agencies cannot be licensed to charge a fee.", Modality::must_not, true},
      {"Agencies are licensed to charge a fee.", Modality::may, true},
      {"Workers are entitled to pay a fee.", Modality::entitled, true},
      {"Workers are not entitled to pay a fee.", Modality::not_entitled, true},
      {"Agencies will charge a fee.", Modality::will, true},
      {"Agencies won't charge a fee.", Modality::will_not, true},
      {"Agencies charge a fee.", Modality::is, true},
      {"Agencies charge nothing.", Modality::will_not, true},
      {"Charging a fee is illegal.", Modality::must_not, true},
      {"Charging a fee is not illegal.", Modality::may, false},
  };
  for (const auto& row : rows) {
    CAPTURE(std::string(row.text));
    const Predicate act = reader.act(row.text);
    CHECK(act.modality == row.modality);
    CHECK(act.read == row.read);
    CHECK_FALSE(act.instructed);
  }
}

TEST_CASE("a relative clause keeps its words to itself, and ends at the sentence's own verb") {
  Reader reader;
  const auto last = [&](const char* text) { return reader.only_statement(text).predicates.back(); };
  CHECK(last("Workers who never charge must pay a fee.").modality == Modality::must);
  CHECK(last("Workers who must not charge pay a fee.").modality == Modality::is);
  CHECK(last("Nobody who charges will pay a fee.").modality == Modality::will_not);
  const auto inside = reader.only_statement("Workers who must not charge pay a fee.");
  CHECK(inside.predicates.front().modality == Modality::must_not);
  CHECK_FALSE(inside.modality.has_value());
  CHECK_FALSE(reader.only_statement("Workers who never charge pay a fee.").negated);
}

TEST_CASE("words that say an act is left undone turn what is said of it") {
  Reader reader;
  CHECK(reader.act("Workers go unpaid.").modality == Modality::will_not);
  CHECK(reader.act("Workers may go unpaid.").modality == Modality::need_not);
  CHECK(reader.act("Workers must not go unpaid.").modality == Modality::must);
}

TEST_CASE("a word that forbids names no act of its own, and neither-nor denies once") {
  Reader reader;
  const auto forbidden = reader.only_statement("Charging a fee is against the law.");
  REQUIRE(forbidden.predicates.size() == 1);
  CHECK(forbidden.predicates.front().modality == Modality::must_not);
  CHECK(reader.act("Neither workers nor agencies may charge a fee.").modality == Modality::must_not);
}

TEST_CASE("a clause with somebody of its own behind before or because is a circumstance") {
  Reader reader;
  const auto before = reader.only_statement("Agencies must pay before you charge a fee.");
  REQUIRE(before.predicates.size() == 2);
  CHECK(before.predicates.front().part == Part::main);
  CHECK(before.predicates.back().part != Part::main);
  CHECK_FALSE(reader.only_statement("Agencies charge a fee because nobody must pay.").universal);
}

TEST_CASE("who stands behind a preposition is not whom the sentence speaks of") {
  Reader reader;
  CHECK(reader.act("Workers with this agency must pay a fee.").bearer == reader.id("worker"));
  CHECK_FALSE(reader.act("In the agency you must pay a fee.").bearer.has_value());
}

TEST_CASE("what begins with an or is an alternative") {
  Reader reader;
  const auto statements = reader.statements("Workers must pay a fee, or agencies cannot charge them.");
  REQUIRE(statements.size() == 2);
  CHECK_FALSE(statements[0].alternative);
  CHECK(statements[1].alternative);
}

TEST_CASE("advice and what may happen are told apart from duty and permission") {
  Reader reader;
  CHECK(reader.act("You should pay a fee.").advice);
  CHECK(reader.act("You should pay a fee.").modality == Modality::must);
  CHECK(reader.act("Agencies might charge a fee.").possible);
  CHECK_FALSE(reader.act("Agencies may charge a fee.").possible);
}

TEST_CASE("only the bare form of a verb that opens its clause instructs") {
  Reader reader;
  for (const char* text : {"Pay the fee.", "Please pay the fee.", "Do not pay the fee.", "If you are registered, pay the fee."}) {
    CAPTURE(std::string(text));
    const Predicate act = reader.act(text);
    CHECK(act.instructed);
    CHECK(act.to_audience);
  }
  CHECK(reader.act("Pay the fee.").modality == Modality::must);
  CHECK(reader.act("Do not pay the fee.").modality == Modality::must_not);
  CHECK(reader.act("Do not pay the fee.").read);
  for (const char* text : {"Paying the fee.", "Workers pay the fee.", "Pay is the fee.", "The fee to pay."}) {
    CAPTURE(std::string(text));
    CHECK_FALSE(reader.act(text).instructed);
  }
}

TEST_CASE("the subject is the person named before the act, or the audience, unless the act is done to it") {
  Reader reader;
  const Predicate agency = reader.act("The agency must pay the worker.");
  CHECK(agency.bearer == reader.id("agency"));
  CHECK_FALSE(agency.to_audience);
  CHECK(agency.asserted);
  const Predicate audience = reader.act("You must pay the agency.");
  CHECK_FALSE(audience.bearer.has_value());
  CHECK(audience.to_audience);
  CHECK(audience.asserted);
  CHECK_FALSE(reader.act("An agency who charges a fee.").asserted);
  const Predicate passive = reader.act("The worker is charged a fee.");
  CHECK(passive.passive);
  CHECK_FALSE(passive.bearer.has_value());
  CHECK_FALSE(reader.act("A fee must be charged.").bearer.has_value());
  CHECK_FALSE(agency.passive);
}

TEST_CASE("a modality reaches a second act only where the two are joined") {
  Reader reader;
  const auto joined = reader.only_statement("Agencies must pay and charge the worker.");
  REQUIRE(joined.predicates.size() == 2);
  CHECK(joined.predicates[1].modality == Modality::must);
  CHECK(joined.predicates[1].read);
  const auto loose = reader.only_statement("Agencies must pay the worker charging a fee.");
  REQUIRE(loose.predicates.size() == 2);
  CHECK(loose.predicates[0].read);
  CHECK_FALSE(loose.predicates[1].read);
}

TEST_CASE("the tone of a statement is that of its own words") {
  Reader reader;
  CHECK(reader.only_statement("Agencies always charge a fee.").force == Force::absolute);
  CHECK(reader.only_statement("Agencies usually charge a fee.").force == Force::hedged);
  CHECK(reader.only_statement("Agencies charge a fee.").force == Force::plain);
  CHECK(reader.only_statement("A fee is guaranteed.").certain);
  CHECK(reader.only_statement("Every worker must pay a fee.").universal);
  CHECK(reader.only_statement("Workers do not pay a fee.").negated);
  CHECK_FALSE(reader.only_statement("Workers pay a fee.").negated);
}

}  // namespace
}  // namespace selaras
