// The policy base: what is read from its folders, how provisions replace each other, and when each of them holds.
#include <algorithm>

#include "policies.h"
#include "policy/policy_files.h"

using namespace selaras;
using namespace selaras::test;

namespace {

Date day(const std::string& text) { return *Date::parse_iso(text); }

std::vector<std::string> ids(const PolicyBase& policies, const std::vector<ProvisionIndex>& indexes) {
  std::vector<std::string> found;
  for (const auto index : indexes) found.push_back(policies[index].id);
  return found;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("a provision with everything is read") {
  const Base base = load_base({{"MY/work.yaml", R"(jurisdiction: MY
instruments:
  act: {title: Employment Act, kind: act, rank: statute, publisher: Parliament, url: "https://example.org", page_date: 2025-07-22}
provisions:
  - id: MY-WAGE-01
    topic: work.wage
    kind: sanction
    statement: Employers pay wages.
    norms:
      - bearer: employer
        modality: must-not
        action: pay
        object: wage
        counterparty: worker
        conditions: [[registered, {sex: worker}], [{not: registered}]]
        exceptions: [{counterparty: migrant}, [{attribute: age, role: floor, value: 18, unit: year}, {counterparty: migrant}]]
        quantities: [{attribute: wage, role: range, value: [100, 200], unit: MYR, per: month, of: {sex: worker}}]
    unmodelled: [{part: a part, reason: a reason}]
    status: pilot
    in_force: {from: 2025-08-01, to: 2026-01-31, from_is: page-date}
    route: {role: destination, origins: [BD, NP], destinations: any}
    parties: [MY]
    source: {instrument: act, section: section 2}
    confidence: medium
    practice_note: a note
    review_by: 2026-12-31
    examples: {supports: [One.], contradicts: [Two., Three.], stale: [], premature: [Four.]}
)"}});
  CHECK(base.told == Ids{});
  REQUIRE(base.policies.provisions().size() == 1);
  const Provision& p = *base.policies.find("MY-WAGE-01");
  CHECK(p.jurisdiction == "MY");
  CHECK(p.kind == ProvisionKind::sanction);
  CHECK(p.status == Status::pilot);
  CHECK(p.in_force.to == day("2026-01-31"));
  CHECK(p.from_is_page_date);
  CHECK(p.confidence == Confidence::medium);
  CHECK(p.instrument.title == "Employment Act");
  CHECK(p.instrument.page_date == day("2025-07-22"));
  CHECK(p.route.origins == Ids{"BD", "NP"});
  CHECK(p.route.destinations.empty());
  CHECK(p.examples.contradicts == Ids{"Two.", "Three."});
  CHECK(p.unmodelled.front().reason == "a reason");
  REQUIRE(p.norms.size() == 1);
  const Frame& norm = p.norms.front();
  CHECK(norm.modality == Modality::must_not);
  REQUIRE(norm.conditions.size() == 2);
  CHECK(norm.conditions[0].size() == 2);
  CHECK(norm.conditions[0][1].slot == Slot::sex);
  CHECK(norm.conditions[1][0].negated);
  REQUIRE(norm.exceptions.size() == 2);
  CHECK(norm.exceptions[0].size() == 1);
  REQUIRE(norm.exceptions[1].size() == 2);  // both together
  CHECK(norm.exceptions[1][0].quantity->lo == 18);
  REQUIRE(norm.quantities.size() == 1);
  CHECK(describe(norm.quantities[0]) == "100 to 200 MYR per month");
  CHECK(norm.quantities[0].of.size() == 1);
  CHECK(slice(p.file->text(), p.statement_span) == "Employers pay wages.");
}

TEST_CASE("values are read by their role") {
  const auto quantity = [](const std::string& fields) {
    const Base base = load_base({{"MY/a.yaml", policy_file("MY", provision("MY-A-01", std::string(kInForce) + "    norms: [{bearer: employer, modality: must, action: pay, quantities: [{" + fields + "}]}]\n"))}});
    if (!base.told.empty()) return base.told.front();
    return describe(base.policies.provisions()[0].norms[0].quantities[0]);
  };
  const std::vector<std::pair<std::string, std::string>> values = {
      {"attribute: wage, role: value, value: 1700, unit: MYR", "1,700 MYR"},
      {"attribute: wage, role: cap, value: 1700.5, unit: MYR", "at most 1,700.5 MYR"},
      {"attribute: age, role: range, value: [18, 45], unit: year", "18 to 45 year"},
      {"attribute: age, role: range, value: [10, life], unit: year", "10 to inf year"},
      {"attribute: age, role: life, value: life", "life"},
      {"attribute: line, role: identifier, value: \"+60380008000\"", "+60380008000"},
      {"attribute: deadline, role: date, value: 2026-04", "2026-04-01 to 2026-04-30"},
      {"attribute: deadline, role: date, value: [2026-04-01, 2026-09]", "2026-04-01 to 2026-09-30"},
  };
  for (const auto& [fields, read] : values) CHECK(quantity(fields) == read);
  const std::vector<std::pair<std::string, std::string>> wrong = {
      {"attribute: wage, role: value, value: many", "the value of a quantity with role value must be a number"},
      {"attribute: age, role: range, value: 18", "the value of a quantity with role range must be a list of two numbers"},
      {"attribute: age, role: range, value: [18, x]", "the value of a quantity with role range must be a list of two numbers"},
      {"attribute: deadline, role: date, value: spring", "the value of a quantity with role date must be a date (2026-04-30, 2026-04 or 2026) or a list of two"},
      {"attribute: line, role: identifier, value: [1]", "the value of a quantity with role identifier must be text"},
      {"attribute: wage, role: limit, value: 1", "'limit' is no role of a quantity of provision MY-A-01"},
      {"attribute: wage, role: value", "a quantity of provision MY-A-01 has no 'value'"},
      {"attribute: pay, role: value, value: 1", "'pay' is no attribute"},
  };
  for (const auto& [fields, message] : wrong) CHECK_MESSAGE(quantity(fields).find(message) != std::string::npos, quantity(fields));
}

TEST_CASE("a provision holds, is past, or is a plan, by its status and its dates") {
  struct Row {
    const char* status;
    const char* validity;
    const char* on;
    char is;  // h holds, p past, f future or plan, - none of them
  };
  const std::vector<Row> rows = {
      {"in-force", "{from: null, to: null}", "1999-01-01", 'h'},
      {"in-force", "{from: 2025-08-01, to: null}", "2025-07-31", 'f'},
      {"in-force", "{from: 2025-08-01, to: null}", "2025-08-01", 'h'},
      {"in-force", "{from: 2025-08-01, to: 2025-12-31}", "2025-12-31", 'h'},
      {"in-force", "{from: 2025-08-01, to: 2025-12-31}", "2026-01-01", 'p'},
      {"in-force", "{from: 2025-08-01, from_is: page-date}", "2025-07-31", 'h'},
      {"pilot", "{from: 2025-08-01, to: null}", "2025-08-01", 'h'},
      {"ended", "{from: 2020-01-01, to: null}", "2021-01-01", 'p'},
      {"ended", "{from: 2020-01-01, to: 2022-01-01}", "2021-01-01", 'h'},
      {"ended", "{from: 2020-01-01, to: 2022-01-01}", "2022-01-02", 'p'},
      {"ended", "{from: 2020-01-01, to: 2022-01-01}", "2019-12-31", 'f'},
      {"proposed", "{from: null, to: null}", "2026-01-01", 'f'},
      {"approved", "{from: 2026-01-01, to: null}", "2026-06-01", 'f'},
      {"proposed", "{from: 2020-01-01, to: 2021-01-01}", "2022-01-01", 'f'},
      {"suspended", "{from: 2020-01-01, to: null}", "2021-01-01", '-'},
  };
  for (const Row& row : rows) {
    CAPTURE(row.status);
    CAPTURE(row.validity);
    CAPTURE(row.on);
    const Base base = load_base({{"MY/a.yaml", policy_file("MY", provision("MY-A-01", "    status: " + std::string(row.status) + "\n    in_force: " + row.validity + "\n"))}});
    REQUIRE(base.told == Ids{});
    const Provision& p = base.policies.provisions()[0];
    CHECK(p.holds_on(day(row.on)) == (row.is == 'h'));
    CHECK(p.is_past(day(row.on)) == (row.is == 'p'));
    CHECK(p.is_future_or_plan(day(row.on)) == (row.is == 'f'));
  }
}

TEST_CASE("supersession is followed over several steps, and a circle ends") {
  const auto with = [](const std::string& id, const std::string& old) { return provision(id, std::string(kInForce) + "    supersedes: " + old + "\n"); };
  const Base base = load_base({{"MY/a.yaml", policy_file("MY", with("MY-A-03", "[MY-A-02]") + with("MY-A-02", "MY-A-01") + provision("MY-A-01", kInForce) +
                                                                   with("MY-A-05", "MY-A-04") + with("MY-A-04", "MY-A-05"))}});
  CHECK(base.told == Ids{});
  const auto& policies = base.policies;
  CHECK(ids(policies, policies.successors(*policies.index_of("MY-A-01"))) == Ids{"MY-A-02", "MY-A-03"});
  CHECK(ids(policies, policies.predecessors(*policies.index_of("MY-A-03"))) == Ids{"MY-A-02", "MY-A-01"});
  CHECK(ids(policies, policies.successors(*policies.index_of("MY-A-04"))) == Ids{"MY-A-05"});
  CHECK(policies.successors(*policies.index_of("MY-A-03")).empty());
}

TEST_CASE("rules that share the number of a source have a whole") {
  const Base base = load_base({{"MY/work.yaml", policy_file("MY", provision("MY-WAGE-01", kInForce) + provision("MY-WAGE-01a", kInForce) + provision("MY-WAGE-02b", kInForce))}});
  const auto whole = [&](const std::string& id) { return base.policies[base.policies.whole_of(*base.policies.index_of(id))].id; };
  CHECK(whole("MY-WAGE-01") == "MY-WAGE-01");
  CHECK(whole("MY-WAGE-01a") == "MY-WAGE-01");
  CHECK(whole("MY-WAGE-02b") == "MY-WAGE-02b");
}

TEST_CASE("ids that lead nowhere are told, unless they lead to a state whose policies are not held") {
  const Base base = load_base({{"MY/a.yaml", policy_file("MY", provision("MY-A-01", std::string(kInForce) + "    supersedes: MY-A-09\n    related: [AE-A-01]\n    say_with: [MY-B-01]\n"))}});
  REQUIRE(base.told.size() == 2);
  CHECK(base.told[0] == "p/MY/a.yaml:5:5: error: provision MY-A-01 supersedes MY-A-09, which is not in the base (did you mean 'MY-A-01'?)");
  CHECK(base.told[1] == "p/MY/a.yaml:5:5: error: provision MY-A-01 says with MY-B-01, which is not in the base (did you mean 'MY-A-01'?)");
}

TEST_CASE("a provision with an error is left out, its neighbours are kept") {
  const Base base = load_base({{"MY/a.yaml", policy_file("MY", provision("MY-A-01", "    status: in-force\n") + provision("MY-A-02", kInForce))}});
  REQUIRE(base.told.size() == 1);
  CHECK(base.told[0] == "p/MY/a.yaml:5:5: error: provision MY-A-01 has no 'in_force' (add `in_force:`)");
  CHECK(base.policies.find("MY-A-01") == nullptr);
  CHECK(base.policies.find("MY-A-02") != nullptr);
}

TEST_CASE("an id is used once, in any file, and begins with its state") {
  const Base base = load_base({{"MY/a.yaml", policy_file("MY", provision("MY-A-01", kInForce))},
                               {"MY/b.yaml", policy_file("MY", provision("MY-A-01", kInForce) + provision("BD-A-01", kInForce))}});
  REQUIRE(base.told.size() == 2);
  CHECK(base.told[0] == "p/MY/b.yaml:13:9: error: provision id 'BD-A-01' does not begin with MY- (begin the id with the jurisdiction's code)");
  CHECK(base.told[1] == "p/MY/b.yaml:5:5: error: provision id MY-A-01 is used a second time (the first is at p/MY/a.yaml:5; give one of them another id)");
}

TEST_CASE("contacts, issuers and coverage are read from their files") {
  const Base base = load_base({{"MY/contacts.yaml",
                                "contacts:\n  - {id: MY-HOT-01, name: A line, numbers: [\"15999\"], serves: [worker], hours: \"24h\", reachable_from: [MY], verified_on: 2026-01-31}\n"
                                "  - {id: MY-HOT-02, name: B, hours: [{clock: \"08:00-17:00\", days: weekdays}], status: ended, reachable_from: [any]}\n"},
                               {"MY/issuers.yaml", "issuers:\n  - {id: MY-JTK, names: [Labour], kind: agency, owns: [work.wage]}\n"},
                               {"MY/coverage.yaml", "coverage: {work.wage: full, hotline: partial}\n"}});
  CHECK(base.told == Ids{});
  REQUIRE(base.policies.contacts().size() == 2);
  CHECK(base.policies.contacts()[0].hours[0].clock == "24h");
  CHECK(base.policies.contacts()[1].hours[0].days == "weekdays");
  CHECK(base.policies.contacts()[1].status == Status::ended);
  REQUIRE(base.policies.issuer("MY-JTK") != nullptr);
  CHECK(base.policies.issuer("MY-JTK")->owns == Ids{"work.wage"});
  CHECK(base.policies.issuer("MY-NOBODY") == nullptr);
  CHECK(base.policies.coverage("MY", "work.wage") == Coverage::full);
  CHECK(base.policies.coverage("MY", "hotline") == Coverage::partial);
  CHECK(base.policies.coverage("MY", "detention") == Coverage::none);
  CHECK(base.policies.coverage("BD", "work.wage") == Coverage::none);
  CHECK(base.policies.covers("MY"));
  CHECK_FALSE(base.policies.covers("BD"));
}

TEST_CASE("there are 42 topics, each once") {
  std::vector<std::string_view> all(topics().begin(), topics().end());
  CHECK(all.size() == 42);
  std::sort(all.begin(), all.end());
  CHECK(std::adjacent_find(all.begin(), all.end()) == all.end());
}
