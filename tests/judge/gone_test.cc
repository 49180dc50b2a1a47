// What only rules that are over name.
#include "judge/gone.h"

#include <string>

#include "../policy/policies.h"

using namespace selaras;
using namespace selaras::test;

namespace {

constexpr const char* kEnded = "    status: ended\n    in_force: {from: 2010-01-01, to: 2019-12-31}\n";

std::string norm(const std::string& modality, const std::string& slots) {
  return "    norms: [{bearer: worker, modality: " + modality + ", action: pay" + slots + "}]\n";
}

bool employer_is_gone(const std::string& provisions, const std::string& day = "2026-01-01") {
  const Base base = load_base({{"MY/work.yaml", policy_file("MY", provisions)}});
  REQUIRE(base.told.empty());
  return is_gone(concepts().find("employer"), *Date::parse_iso(day), base.policies);
}

}  // namespace

TEST_CASE("what a rule that is over names, and none in force, is gone") {
  const std::string over = provision("MY-A-01", kEnded + norm("must", ", counterparty: employer"));
  CHECK(employer_is_gone(over));
  CHECK_FALSE(employer_is_gone(over, "2015-01-01"));
  CHECK(employer_is_gone(over + provision("MY-A-02", kInForce + norm("must", ", counterparty: migrant"))));
  CHECK_FALSE(employer_is_gone(over + provision("MY-A-02", kInForce + norm("may", ", counterparty: employer"))));
}

TEST_CASE("a rule in force that denies it speaks against nothing") {
  const std::string over = provision("MY-A-01", kEnded + norm("may", ", counterparty: employer"));
  for (const char* modality : {"will-not", "not-entitled", "need-not"}) {
    CAPTURE(std::string(modality));
    CHECK(employer_is_gone(over + provision("MY-A-02", kInForce + norm(modality, ", counterparty: employer"))));
  }
  CHECK_FALSE(employer_is_gone(over + provision("MY-A-02", kInForce + norm("must-not", ", counterparty: employer"))));
}

TEST_CASE("what no rule names was never there") {
  CHECK_FALSE(employer_is_gone(provision("MY-A-01", kEnded + norm("must", ", counterparty: migrant"))));
  CHECK_FALSE(employer_is_gone(provision("MY-A-01", kInForce + norm("must", ", counterparty: employer"))));
}
