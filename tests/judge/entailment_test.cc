// Sentences against sentences: the quantifier square, the reach of denials, modality, numbers, conditions, exceptions, time. Read
// with the shipped ontology and English pack; the sentences are of this file alone.
#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

#include "judge/entailment.h"
#include "policy/policy_base.h"

namespace selaras {
namespace {

class Bench {
 public:
  Bench() : ontology_(Ontology::load(disk_, rules("ontology"), diagnostics_)) {
    for (auto& pack : load_language_packs(disk_, rules("languages"), ontology_, diagnostics_)) {
      if (pack.language == "en") lexicon_ = std::make_unique<Lexicon>(std::move(pack));
    }
    REQUIRE(lexicon_ != nullptr);
    segmenter_ = std::make_unique<Segmenter>(lexicon_->pack().sentences);
  }

  PolicyBase policies() {
    Diagnostics own;
    return PolicyBase::load(disk_, std::string(SELARAS_SOURCE_DIR) + "/policies", ontology_, own);
  }

  Entailment judge(const std::string& premise, const std::string& hypothesis) {
    const OpenReader reader{ontology_, *lexicon_, *segmenter_, stemmer_};
    return judge_entailment(open_claim(premise, reader), open_claim(hypothesis, reader),
                            {ontology_, lexicon_->pack().plain.negative_prefixes});
  }

 private:
  static std::string rules(const std::string& folder) { return std::string(SELARAS_SOURCE_DIR) + "/rules/" + folder; }

  DiskFileSystem disk_;
  Diagnostics diagnostics_;
  Ontology ontology_;
  std::unique_ptr<Lexicon> lexicon_;
  std::unique_ptr<Segmenter> segmenter_;
  Stemmer stemmer_{"en"};
};

struct Row {
  const char* premise;
  const char* hypothesis;
  const char* verdict;
};

void check(const std::vector<Row>& rows) {
  static Bench bench;
  for (const Row& row : rows) {
    CAPTURE(std::string(row.premise));
    CAPTURE(std::string(row.hypothesis));
    CHECK(name(bench.judge(row.premise, row.hypothesis).verdict) == std::string(row.verdict));
  }
}

}  // namespace

TEST_CASE("the square of opposition") {
  check({
      {"All sailors were paid.", "Some sailors were paid.", "supported"},
      {"All sailors were paid.", "Most sailors were paid.", "supported"},
      {"All sailors were paid.", "No sailors were paid.", "contradicted"},
      {"All sailors were paid.", "Some sailors were not paid.", "contradicted"},
      {"All sailors were paid.", "Not all sailors were paid.", "contradicted"},
      {"No sailor was paid.", "Some sailors were paid.", "contradicted"},
      {"No sailor was paid.", "Some sailors were not paid.", "supported"},
      {"No sailor was paid.", "Not every sailor was paid.", "supported"},
      {"Not all sailors were paid.", "Some sailors were not paid.", "supported"},
      {"Not all sailors were paid.", "Every sailor was paid.", "contradicted"},
      {"Not all sailors were paid.", "None of the sailors were paid.", "contradicted"},
      {"Some sailors were paid.", "All sailors were paid.", "over-claimed"},
      {"Some sailors were paid.", "No sailors were paid.", "contradicted"},
      {"Few sailors were paid.", "Many sailors were paid.", "contradicted"},
      {"Most sailors were paid.", "Some sailors were paid.", "supported"},
      {"Nobody slept.", "Somebody slept.", "contradicted"},
  });
}

TEST_CASE("a plain statement of those it names speaks of all of them") {
  check({
      {"Sailors are insured.", "All sailors are insured.", "supported"},
      {"Sailors are insured.", "Some sailors are not insured.", "contradicted"},
      {"Some sailors are insured.", "Sailors are insured.", "over-claimed"},
      {"No sailors are insured.", "Sailors are insured.", "contradicted"},
  });
}

TEST_CASE("the reach of a denial") {
  check({
      {"The clerk did not stamp the form.", "The clerk stamped the form.", "contradicted"},
      {"The clerk stamped the form.", "The clerk did not stamp the form.", "contradicted"},
      {"The clerk did not stamp any form.", "The clerk stamped a form.", "contradicted"},
      {"The clerk did not stamp any form.", "The clerk stamped no form.", "supported"},
      {"The clerk did not stamp every form.", "The clerk stamped every form.", "contradicted"},
      {"The clerk never stamped the form.", "The clerk did not stamp the form.", "supported"},
      {"Nobody did not stamp the form.", "Everybody stamped the form.", "supported"},
      {"The clerk stamped the form quickly.", "The clerk stamped the form.", "supported"},
      {"The clerk did not stamp the form.", "The clerk did not stamp the form quickly.", "supported"},
      {"The clerk did not stamp the form quickly.", "The clerk did not stamp the form.", "unsupported"},
      {"The clerk stamped the form.", "The clerk stamped the form quickly.", "unsupported"},
      {"The reply was not unfriendly.", "The reply was unfriendly.", "contradicted"},
      {"The reply was not unfriendly.", "The reply was friendly.", "unsupported"},
      {"The reply was unfriendly.", "The reply was friendly.", "contradicted"},
      {"Not unfairly, the fine was lifted.", "Fairly, the fine was lifted.", "supported"},
      {"The tank had no water.", "There was no water in the tank.", "supported"},
      {"The tank had no water.", "The tank had some water.", "contradicted"},
      {"The parcel has not yet arrived.", "The parcel has already arrived.", "contradicted"},
      {"The boss is not always right.", "The boss is sometimes not right.", "supported"},
  });
}

TEST_CASE("how often") {
  check({
      {"The ferry always stops here.", "The ferry sometimes stops here.", "supported"},
      {"The ferry rarely stops here.", "The ferry often stops here.", "contradicted"},
      {"The ferry rarely stops here.", "The ferry never stops here.", "contradicted"},
      {"The ferry rarely stops here.", "The ferry stops here, but not often.", "supported"},
      {"The ferry does not often stop here.", "The ferry always stops here.", "contradicted"},
      {"Hardly anyone came.", "Many people came.", "contradicted"},
      {"On no account may guests smoke.", "Guests may smoke.", "contradicted"},
      {"The ferry never stops here.", "The ferry sometimes stops here.", "contradicted"},
  });
}

TEST_CASE("modality") {
  check({
      {"Passengers must show a ticket.", "Passengers must show a ticket.", "supported"},
      {"Passengers must show a ticket.", "Passengers need not show a ticket.", "contradicted"},
      {"Passengers may show a ticket.", "Passengers must show a ticket.", "over-claimed"},
      {"Passengers must show a ticket.", "Passengers may show a ticket.", "under-specified"},
      {"Passengers must not smoke.", "Passengers may smoke.", "contradicted"},
      {"Passengers must not smoke.", "No passenger may smoke.", "supported"},
      {"No passenger may smoke.", "Some passengers may smoke.", "contradicted"},
      {"It is required that passengers not smoke.", "Passengers must not smoke.", "supported"},
      {"Passengers must not smoke.", "Passengers should not smoke.", "supported"},
      {"Passengers should not smoke.", "Passengers must not smoke.", "over-claimed"},
      {"Employers must not charge a fee.", "Employers must not charge a recruitment fee.", "supported"},
      {"Guests may not enter.", "Guests are allowed to enter.", "contradicted"},
  });
}

TEST_CASE("numbers") {
  check({
      {"Three pilots came.", "Two pilots came.", "supported"},
      {"Three pilots came.", "No pilots came.", "contradicted"},
      {"No pilot came.", "Two pilots came.", "contradicted"},
      {"No pilot came.", "One pilot did not come.", "supported"},
      {"No more than three pilots came.", "Five pilots came.", "contradicted"},
      {"At least three pilots came.", "More than one pilot came.", "supported"},
      {"The levy is EUR 185.", "The levy is EUR 200.", "contradicted"},
      {"The levy is EUR 185.", "The levy is less than EUR 200.", "supported"},
      {"Stays of more than 30 days need a permit.", "Stays of more than 60 days need a permit.", "unsupported"},
  });
}

TEST_CASE("conditions and exceptions") {
  check({
      {"Guests may stay if they hold a pass.", "Guests may stay.", "over-claimed"},
      {"Guests may stay if they hold a pass.", "Guests may stay if they hold a pass.", "supported"},
      {"Guests may stay if they hold a pass.", "Guests must not stay.", "contradicted-in-part"},
      {"Guests may stay.", "Guests may stay if they hold a pass.", "supported"},
      {"All guests except drivers may stay.", "Drivers may stay.", "contradicted"},
      {"All guests except drivers may stay.", "Drivers may not stay.", "supported"},
      {"Guests may not work until they register.", "Guests may work before they register.", "contradicted"},
      {"Guests may not work until they register.", "Guests may work after they register.", "supported"},
      {"Guests may stay only if they hold a pass.", "Guests may stay without a pass.", "contradicted-in-part"},
  });
}

TEST_CASE("only, not only, even") {
  check({
      {"Only Ravi signed the letter.", "Ravi signed the letter.", "supported"},
      {"Not only Ravi signed the letter.", "Ravi signed the letter.", "supported"},
      {"Not only Ravi signed the letter.", "Only Ravi signed the letter.", "contradicted-in-part"},
      {"Not even Ravi signed the letter.", "Ravi signed the letter.", "contradicted"},
      {"Not even Ravi signed the letter.", "Even Ravi signed the letter.", "contradicted"},
  });
}

TEST_CASE("joined and contrasted") {
  check({
      {"They asked you and your sister, but not him.", "They asked you.", "supported"},
      {"They asked you and your sister, but not him.", "They asked him.", "contradicted"},
      {"They asked you and your sister, but not him.", "They did not ask him.", "supported"},
      {"They asked you and your sister, but not him.", "They did not ask your sister.", "contradicted"},
      {"The office opens on Monday, not on Tuesday.", "The office opens on Tuesday.", "contradicted"},
      {"The office opens on Monday, not on Tuesday.", "The office opens on Monday instead of Tuesday.", "supported"},
      {"The office opens not on Tuesday, but on Monday.", "The office opens on Monday.", "supported"},
      {"The room was cold and the food was late.", "The food was late and the room was cold.", "supported"},
      {"The room was cold and the food was late.", "The food was late but the room was not cold.", "contradicted-in-part"},
      {"Ravi or Mina signed the letter.", "Ravi signed the letter.", "unsupported"},
      {"Ravi and some others signed the letter.", "Some others signed the letter.", "supported"},
      {"Neither Ravi nor Mina came.", "Mina came.", "contradicted"},
      {"Neither Ravi nor Mina came.", "Ravi did not come.", "supported"},
      {"You may call or write.", "You may write.", "supported"},
      {"Not just teachers but also parents came.", "Teachers came.", "supported"},
      {"Not just teachers but also parents came.", "Parents did not come.", "contradicted"},
      {"Not teachers but parents came.", "Teachers came.", "contradicted"},
  });
}

TEST_CASE("dates and their bounds") {
  check({
      {"Not until June did the office open.", "The office did not open before June.", "supported"},
      {"Not until June did the office open.", "The office opened before June.", "contradicted"},
      {"The bridge did not open until May.", "The bridge opened before May.", "contradicted"},
      {"Never before had the river been so high.", "The river had been so high before.", "contradicted"},
  });
}

TEST_CASE("nearly") {
  check({
      {"Almost nobody voted.", "Few people voted.", "supported"},
      {"Almost nobody voted.", "Many people voted.", "contradicted"},
      {"Almost everyone voted.", "Everyone voted.", "contradicted"},
      {"Almost everyone voted.", "Most people voted.", "supported"},
  });
}

TEST_CASE("whoever is named is one of everybody") {
  check({
      {"Nobody other than Lena may enter.", "Omar may enter.", "contradicted"},
      {"Nobody other than Lena may enter.", "Lena may enter.", "supported"},
      {"None but the captain knew the route.", "Everyone knew the route.", "contradicted"},
      {"Everyone signed the letter.", "Ravi signed the letter.", "supported"},
  });
}

TEST_CASE("what changed") {
  check({
      {"The pass is no longer valid.", "The pass is valid.", "contradicted"},
      {"The pass is no longer valid.", "The pass is not valid.", "supported"},
  });
}

TEST_CASE("a provision bears itself out, and never opposes itself") {
  Bench bench;
  const PolicyBase policies = bench.policies();
  size_t supported = 0;
  for (const Provision& provision : policies.provisions()) {
    CAPTURE(provision.statement);
    const EntailmentVerdict verdict = bench.judge(provision.statement, provision.statement).verdict;
    CHECK(verdict != EntailmentVerdict::contradicted);
    if (verdict == EntailmentVerdict::supported) ++supported;
  }
  CHECK(supported * 20 > policies.provisions().size() * 19);
}

TEST_CASE("what cannot be judged says so") {
  Bench bench;
  SUBCASE("a question tells nothing") {
    CHECK(bench.judge("Guests may stay.", "May guests stay?").verdict == EntailmentVerdict::not_checkable);
  }
  SUBCASE("an empty text neither") { CHECK(bench.judge("", "Guests may stay.").verdict == EntailmentVerdict::not_checkable); }
  SUBCASE("a denied number behind its verb is read, and left to a person") {
    CHECK(bench.judge("The clerk stamped not one form.", "The clerk stamped no form.").strength == EntailmentStrength::ask);
  }
}

}  // namespace selaras
