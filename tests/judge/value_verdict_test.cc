// Verdicts over a small base of two states, read with the shipped ontology and English pack.
#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

#include "judge/judgement.h"
#include "language/lexicon.h"

namespace selaras {
namespace {

constexpr const char* kPolicies = R"(jurisdiction: AA
instruments:
  act: {title: An Act, kind: act, publisher: p, url: "https://example.org"}
provisions:
  - id: AA-LEVY-02
    topic: work.permit
    kind: norm
    statement: The yearly levy for a foreign worker is EUR 185, paid by the employer.
    norms:
      - {bearer: employer, modality: must, action: pay-levy, object: levy, quantities: [{attribute: levy, role: value, value: 185, unit: EUR, per: year}]}
    status: in-force
    in_force: {from: 2016-03-18, to: null}
    supersedes: AA-LEVY-01
    source: {instrument: act}
    confidence: high
  - id: AA-LEVY-01
    topic: work.permit
    kind: norm
    statement: Before March 2016 the yearly levy for a foreign worker was EUR 125.
    norms:
      - {bearer: employer, modality: must, action: pay-levy, object: levy, quantities: [{attribute: levy, role: value, value: 125, unit: EUR, per: year}]}
    status: ended
    in_force: {from: null, to: 2016-03-17}
    source: {instrument: act}
    confidence: high
  - id: AA-LEVY-03
    topic: work.permit
    kind: announcement
    statement: The ministry proposed a levy of EUR 777 a year for a foreign worker.
    norms:
      - {bearer: employer, modality: must, action: pay-levy, object: levy, quantities: [{attribute: levy, role: value, value: 777, unit: EUR, per: year}]}
    status: proposed
    in_force: {from: null, to: null}
    source: {instrument: act}
    confidence: high
  - id: AA-HOT-01
    topic: hotline
    kind: service
    statement: Foreign workers can call the labour hotline 4711, weekdays 08:30 to 16:30.
    norms:
      - {bearer: foreign-worker, modality: may, action: call-hotline, quantities: [{attribute: phone-number, role: identifier, value: "4711", unit: number}, {attribute: opening-hours, role: clock, value: "08:30-16:30"}]}
    status: in-force
    in_force: {from: null, to: null}
    source: {instrument: act}
    confidence: high
)";

/// The shipped ontology and English pack, with the small base above in the place of the shipped policies. "AA" is no country, so the
/// base is put under a code that is one.
class Bench {
 public:
  Bench() : ontology_(Ontology::load(disk_, rules("ontology"), diagnostics_)) {
    for (auto& pack : load_language_packs(disk_, rules("languages"), ontology_, diagnostics_)) {
      if (pack.language == "en") lexicon_ = std::make_unique<Lexicon>(std::move(pack));
    }
    REQUIRE(lexicon_ != nullptr);
    std::string text = kPolicies;
    for (size_t at = text.find("AA"); at != std::string::npos; at = text.find("AA", at)) text.replace(at, 2, "NL");
    MemoryFileSystem memory;
    memory.add("policies/NL/levy.yaml", text);
    Diagnostics own;
    policies_ = PolicyBase::load(memory, "policies", ontology_, own);
    for (const auto& d : own.all()) FAIL_CHECK(to_line(d));
    segmenter_ = std::make_unique<Segmenter>(lexicon_->pack().sentences);
    by_concept_ = std::make_unique<ConceptIndex>(policies_, ontology_, *lexicon_, *segmenter_);
    by_text_ = std::make_unique<TextIndex>(policies_, "en", *segmenter_);
    by_value_ = std::make_unique<ValueIndex>(policies_, ontology_);
  }

  std::vector<Verdict> judge(const std::string& text) {
    message_ = std::make_unique<Message>();
    message_->file = std::make_shared<const SourceFile>("m.md", text);
    message_->country = "NL";
    message_->language = "en";
    message_->publish = *Date::parse_iso("2026-10-01");
    Block block;
    block.content.append(message_->file->text(), 0);
    message_->blocks.push_back(std::move(block));
    reading_ = std::make_unique<Reading>(read(*message_, *lexicon_, *segmenter_));
    const Knowledge knowledge{ontology_, policies_, *by_concept_, *by_text_, *by_value_};
    const JudgeRules rules{{{-5000, {1573, 2127, 2043, 3144, 700, -600, 1456, -700, 0, 2000, 800, -800, 4455}}, {}}, {}};
    std::vector<Verdict> verdicts;
    for (auto& judged : selaras::judge(*reading_, Stemmer("en"), knowledge, rules)) {
      for (auto& verdict : judged.values) verdicts.push_back(std::move(verdict));
    }
    return verdicts;
  }

  Outcome outcome_of(const std::string& text, size_t number = 0) {
    const auto verdicts = judge(text);
    REQUIRE(verdicts.size() > number);
    return verdicts[number].outcome;
  }

  const PolicyBase& policies() const { return policies_; }

 private:
  static std::string rules(const std::string& folder) { return std::string(SELARAS_SOURCE_DIR) + "/rules/" + folder; }

  DiskFileSystem disk_;
  Diagnostics diagnostics_;
  Ontology ontology_;
  PolicyBase policies_;
  std::unique_ptr<Lexicon> lexicon_;
  std::unique_ptr<Segmenter> segmenter_;
  std::unique_ptr<ConceptIndex> by_concept_;
  std::unique_ptr<TextIndex> by_text_;
  std::unique_ptr<ValueIndex> by_value_;
  std::unique_ptr<Message> message_;
  std::unique_ptr<Reading> reading_;
};

TEST_CASE("a value is judged by the rule in force, the rules before it and the plans") {
  Bench bench;
  SUBCASE("the amount in force is supported") { CHECK(bench.outcome_of("The levy for a foreign worker is EUR 185 a year, paid by the employer.") == Outcome::supported); }
  SUBCASE("another amount differs") { CHECK(bench.outcome_of("The yearly levy for a foreign worker is EUR 200, paid by the employer.") == Outcome::other_value); }
  SUBCASE("the old amount told as if it held is stale, and the successor is named first") {
    const auto verdicts = bench.judge("The levy for a foreign worker is EUR 125 a year, paid by the employer.");
    REQUIRE(verdicts.size() == 1);
    CHECK(verdicts[0].outcome == Outcome::stale);
    CHECK(bench.policies()[verdicts[0].evidence.front().provision].id == "NL-LEVY-02");
  }
  SUBCASE("the old amount told of the past is supported") {
    CHECK(bench.outcome_of("The old levy for a foreign worker used to be EUR 125 a year.") == Outcome::supported);
  }
  SUBCASE("a plan told as law is not in force") { CHECK(bench.outcome_of("The levy for a foreign worker is EUR 777 a year, paid by the employer.") == Outcome::not_in_force); }
  SUBCASE("a plan told as a plan is supported") { CHECK(bench.outcome_of("A draft bill speaks of a levy of EUR 777 a year for a foreign worker.") == Outcome::supported); }
  SUBCASE("a question states nothing") { CHECK(bench.outcome_of("Is the levy for a foreign worker EUR 200 a year?") == Outcome::not_evaluated); }
  SUBCASE("reported speech is not the message's claim") {
    CHECK(bench.outcome_of("Your agent may tell you the levy for a foreign worker is EUR 200 a year.") == Outcome::not_evaluated);
  }
  SUBCASE("an amount of something else is left alone") { CHECK(bench.outcome_of("A cup of tea at the station costs EUR 200.") == Outcome::not_evaluated); }
}

TEST_CASE("a contrast in time is read right on both sides") {
  Bench bench;
  const auto verdicts = bench.judge("The levy for a foreign worker used to be EUR 125 a year, and now the levy is EUR 185 a year.");
  REQUIRE(verdicts.size() == 2);
  CHECK(verdicts[0].outcome == Outcome::supported);
  CHECK(verdicts[1].outcome == Outcome::supported);
}

TEST_CASE("a line is right, nearly right, or not known") {
  Bench bench;
  CHECK(bench.outcome_of("Foreign workers can call the labour hotline 4711.") == Outcome::supported);
  CHECK(bench.outcome_of("Foreign workers can call the labour hotline 4171.") == Outcome::other_value);
  CHECK(bench.outcome_of("Foreign workers can call the labour hotline 9292.") == Outcome::not_evaluated);
}

}  // namespace
}  // namespace selaras
