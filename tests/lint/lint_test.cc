// Each rule of the policy lint, shown to fire on the smallest base that breaks it, and to be silent on the base that does not.
#include "lint/lint.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace selaras {
namespace {

constexpr const char* kConcepts = R"(area: a
concepts:
  - {id: worker, kind: person, parents: [], gloss: x}
  - {id: employer, kind: actor, parents: [], gloss: x}
  - {id: pay, kind: action, parents: [], gloss: x}
  - {id: call, kind: action, parents: [], gloss: x}
  - {id: registered, kind: condition, parents: [], gloss: x}
  - {id: wage, kind: attribute, parents: [], dimension: money, gloss: x}
  - {id: prison, kind: attribute, parents: [], dimension: duration, gloss: x}
  - {id: phone, kind: attribute, parents: [], dimension: contact, identity: yes, gloss: x}
  - {id: start, kind: attribute, parents: [], dimension: date, gloss: x}
  - {id: scheme-88, kind: thing, parents: [], gloss: x}
)";

constexpr const char* kGrammar = R"(language: en
reviewed: yes
script: Latn
inflection:
  noun: [{ends: "", becomes: [s]}]
  verb: [{ends: "", becomes: [s]}]
cues: {obligation: [must], dialling: [call]}
bounds: {at-most: [at most], at-least: [at least], per: [a]}
numbers: {one: 1, six: 6}
currencies: {MYR: [RM], USD: [US dollars]}
units: {month: [month], year: [year]}
months: {January: 1, July: 7, August: 8}
places: {MY: [Malaysia], SG: [Singapore], US: [^US]}
fixed: {money 0: [free]}
)";

constexpr const char* kTerms = R"(language: en
area: a
terms: {worker: [worker], scheme-88: [Scheme 88]}
)";

constexpr const char* kNorm = "{bearer: employer, modality: must, action: pay, object: worker, quantities: [{attribute: wage, role: floor, value: 1700, unit: MYR, per: month}]}";
constexpr const char* kLife = "in-force, in_force: {from: 2025-08-01, to: null}";

/// A provision in one line of fields; what a test does not name is right.
struct Row {
  std::string id = "MY-WAGE-01";
  std::string statement = "Employers must pay at least RM1,700 a month.";
  std::string norms = kNorm;
  std::string life = kLife;       // status and in_force
  std::string rest = "";          // further fields, ", key: value"
  std::string instrument = "act";
};

std::string provision(const Row& row) {
  const bool reviewed = row.rest.find("review_by") != std::string::npos;
  return "  - {id: " + row.id + ", topic: work.wage, kind: norm, statement: \"" + row.statement + "\", norms: [" + row.norms +
         "], source: {instrument: " + row.instrument + ", section: section 3}, confidence: high, status: " + row.life +
         (reviewed ? "" : ", review_by: 2027-01-01") + row.rest + "}\n";
}

class Base {
 public:
  Base() {
    files_.add("o/a.yaml", kConcepts);
    files_.add("l/en.yaml", kGrammar);
    files_.add("l/en/a.yaml", kTerms);
    files_.add("p/MY/coverage.yaml", "coverage: {work.wage: full}\n");
  }
  explicit Base(const std::vector<Row>& rows) : Base() {
    std::string text = "jurisdiction: MY\ninstruments:\n  act: {title: Act of 1955, publisher: Ministry, url: \"https://example.org/act\"}\n"
                       "  bare: {title: Act}\nprovisions:\n";
    for (const auto& row : rows) text += provision(row);
    files_.add("p/MY/work.yaml", text);
  }
  Base& with(const std::string& name, const std::string& text) { return in("MY", name, text); }
  Base& in(const std::string& state, const std::string& name, const std::string& text) {
    files_.add("p/" + state + "/" + name, text);
    return *this;
  }

  std::vector<Lint> lints() const {
    Diagnostics diagnostics;
    const auto ontology = Ontology::load(files_, "o", diagnostics);
    auto packs = load_language_packs(files_, "l", ontology, diagnostics);
    const auto policies = PolicyBase::load(files_, "p", ontology, diagnostics);
    for (const auto& told : diagnostics.all()) FAIL_CHECK(to_line(told));
    REQUIRE(packs.size() == 1);
    const Lexicon lexicon(std::move(packs.front()));
    return lint_policies({ontology, policies, lexicon, *Date::parse_iso("2026-11-24")});
  }

  std::set<std::string> rules() const {
    std::set<std::string> found;
    for (const auto& lint : lints()) found.insert(lint.rule);
    return found;
  }

 private:
  MemoryFileSystem files_;
};

using Rules = std::set<std::string>;

Rules of(const Row& row) { return Base({row}).rules(); }
Rules of(const Row& one, const Row& other) { return Base({one, other}).rules(); }

constexpr const char* kContact = R"(contacts:
  - {id: MY-WAGE-01, name: Line, issuer: MY-JTK, numbers: ["15999"], hours: "24h", reachable_from: [MY]}
)";
constexpr const char* kIssuers = "issuers:\n  - {id: MY-JTK, names: [Labour Department], kind: agency, owns: [work.wage]}\n";

Rules of_contact(const std::string& fields) {
  return Base({Row{}}).with("issuers.yaml", kIssuers).with("contacts.yaml", "contacts:\n  - {name: Line, " + fields + "}\n").rules();
}

}  // namespace

TEST_CASE("a base whose statements, norms, days and sources agree is clean") {
  CHECK(Base({Row{}}).with("issuers.yaml", kIssuers).with("contacts.yaml", kContact).rules().empty());
}

TEST_CASE("every value of a statement is in a norm, in the rule's life, in a name, or set aside") {
  struct Case {
    const char* statement;
    const char* unmodelled;
    Rules expected;
  };
  const Case cases[] = {
      {"Employers must pay at least RM1,700 a month.", "", {}},
      {"Employers must pay RM1,700 a month.", "", {}},
      {"Employers must pay at least RM1,900 a month.", "", {"statement-number"}},
      {"Employers must pay RM1,700 a month in 6 cases.", "", {"statement-number"}},
      {"Employers must pay RM1,700 a month in six cases.", "{part: six, reason: counts the cases of one court}", {}},
      {"One must pay RM1,700 a month.", "", {}},
      {"By the Act of 1955 RM1,700 a month are due.", "", {}},
      {"Since 1 August 2025 employers pay RM1,700 a month.", "", {}},
      {"Until 31 July 2025 less than RM1,700 a month was due.", "", {}},
      {"Since 1 January 2024 employers pay RM1,700 a month.", "", {"statement-date"}},
      {"Since 1 January 2024 employers pay RM1,700 a month.", "{part: 1 January 2024, reason: day of the announcement}", {}},
      {"Who gets less than RM1,700 a month can call 15999.", "", {"statement-contact"}},
      {"Who gets less than RM1,700 a month can call +60 3 8000 8000.", "", {"statement-contact"}},
  };
  for (const auto& one : cases) {
    CAPTURE(std::string(one.statement));
    Row row;
    row.statement = one.statement;
    row.rest = std::string(", unmodelled: [") + one.unmodelled + "]";
    CHECK(of(row) == one.expected);
  }
}

TEST_CASE("a number is carried when a norm names the line, or the thing that the number is a part of") {
  CHECK(of({.statement = "Workers call 15999.", .norms = "{bearer: worker, modality: may, action: call, quantities: [{attribute: phone, role: identifier, value: '15999'}]}"}).empty());
  CHECK(of({.statement = "Workers call 131 237.", .norms = "{bearer: worker, modality: may, action: call, quantities: [{attribute: phone, role: identifier, value: '131237'}]}"}).empty());
  CHECK(of({.statement = "Workers pay nothing in Scheme 88.", .norms = "{bearer: worker, modality: need-not, action: pay, object: scheme-88}"}).empty());
  CHECK(of({.statement = "For workers Scheme 88 is free.", .norms = "{bearer: worker, modality: need-not, action: pay, object: scheme-88}"}).empty());
  CHECK(of({.statement = "For workers Scheme 88 is free.", .norms = "{bearer: worker, modality: may, action: pay, object: scheme-88}"}) == Rules{"statement-number"});
}

TEST_CASE("an amount that is told as the most is held against the most") {
  const std::string cap = "{bearer: employer, modality: may, action: pay, quantities: [{attribute: wage, role: cap, value: 1700, unit: MYR}]}";
  CHECK(of({.statement = "Employers may pay at most RM1,700.", .norms = cap}).empty());
  CHECK(of({.statement = "Employers may pay at most RM1,900.", .norms = cap}) == Rules{"statement-number"});
  CHECK(of({.statement = "Employers may pay RM1,900.", .norms = cap}) == Rules{"statement-number"});
}

TEST_CASE("every country of a statement is in the route, the parties or a norm, or set aside") {
  const std::string statement = "Workers from Singapore get RM1,700 a month in Malaysia.";
  const std::string where = "{bearer: employer, modality: must, action: pay, conditions: [{nationality: SG}], quantities: [{attribute: wage, role: floor, value: 1700, unit: MYR, per: month}]}";
  CHECK(of({.statement = statement}) == Rules{"statement-place"});
  CHECK(of({.statement = statement, .rest = ", route: {role: destination, origins: [SG]}"}).empty());
  CHECK(of({.statement = statement, .norms = where}).empty());
  CHECK(of({.statement = statement, .rest = ", unmodelled: [{part: Singapore, reason: an example only}]"}).empty());
  CHECK(of({.statement = "Workers get 9 US dollars.", .norms = "{bearer: employer, modality: must, action: pay, quantities: [{attribute: wage, role: value, value: 9, unit: USD}]}"}).empty());
}

TEST_CASE("nothing is left out without a reason") {
  CHECK(of({.statement = "Wages are due.", .norms = ""}) == Rules{"norm-missing"});
  CHECK(of({.rest = ", unmodelled: [{part: at least, reason: x}]"}) == Rules{"unmodelled-reason"});
  CHECK(of({.rest = ", unmodelled: [{part: twelve cases, reason: of one court}]"}) == Rules{"unmodelled-part"});
}

TEST_CASE("a quantity has the unit of its attribute and a period that is one") {
  const auto with = [](const std::string& quantity) {
    return of({.statement = "Wages are due.", .norms = "{bearer: employer, modality: must, action: pay, quantities: [" + quantity + "]}"});
  };
  CHECK(with("{attribute: wage, role: floor, value: 1700}") == Rules{"quantity-unit"});
  CHECK(with("{attribute: wage, role: floor, value: 1700, unit: RM}") == Rules{"quantity-unit"});
  CHECK(with("{attribute: prison, role: penalty-max, value: 5, unit: MYR}") == Rules{"quantity-unit"});
  CHECK(with("{attribute: wage, role: floor, value: 1700, unit: MYR, per: moon}") == Rules{"quantity-period"});
  CHECK(with("{attribute: prison, role: penalty-max, value: 5, unit: year}").empty());
}

TEST_CASE("what replaces what is a line through time") {
  const Row old{.id = "MY-WAGE-00", .norms = "{bearer: employer, modality: must, action: call, object: worker, quantities: [{attribute: wage, role: floor, value: 1700, unit: MYR, per: month}]}",
                .life = "ended, in_force: {from: 2020-01-01, to: 2025-07-31}"};
  const auto later = [](const std::string& life, const std::string& rest = "") {
    return Row{.life = life, .rest = ", supersedes: MY-WAGE-00" + rest};
  };
  CHECK(of(old, later(kLife)).empty());
  CHECK(of(old, later("in-force, in_force: {from: 2025-07-15, to: null}")) == Rules{"validity-overlap"});
  CHECK(of(old, later("in-force, in_force: {from: 2025-09-01, to: null}")) == Rules{"validity-gap"});
  CHECK(of(old, later("in-force, in_force: {from: 2025-09-01, to: null}", ", practice_note: the day is not sure")).empty());
  CHECK(of(old, later("in-force, in_force: {from: 2025-09-01, from_is: page-date, to: null}")).empty());
  CHECK(of(old, later("proposed, in_force: {from: null, to: null}")) == Rules{"supersession"});
  Row still = old;
  still.life = "in-force, in_force: {from: 2020-01-01, to: null}";
  CHECK(of(still, later(kLife)) == Rules{"supersession-open"});
  Row circle = old;
  circle.rest = ", supersedes: MY-WAGE-01";
  CHECK(of(circle, later(kLife)).contains("supersession"));
}

TEST_CASE("one state does not replace the rules of another") {
  Base base({Row{.rest = ", supersedes: SG-WAGE-01"}});
  base.in("SG", "work.yaml", "jurisdiction: SG\ninstruments:\n  act: {title: Act, publisher: x, url: \"https://example.org\"}\nprovisions:\n" +
                                 provision({.id = "SG-WAGE-01", .life = "ended, in_force: {from: null, to: 2025-07-31}"}));
  base.in("SG", "coverage.yaml", "coverage: {work.wage: full}\n");
  CHECK(base.rules() == Rules{"supersession"});
}

TEST_CASE("status and days fit on the day of the lint") {
  CHECK(of({.life = "in-force, in_force: {from: 2020-01-01, to: 2025-07-31}"}) == Rules{"status-dates"});
  CHECK(of({.life = "ended, in_force: {from: 2020-01-01, to: 2027-07-31}"}) == Rules{"status-dates"});
  CHECK(of({.life = "proposed, in_force: {from: null, to: 2027-07-31}"}) == Rules{"status-dates"});
  CHECK(of({.life = "in-force, in_force: {from: 2020-01-01, to: 2027-07-31}"}).empty());
}

TEST_CASE("two provisions contradict each other only when everything but the modality or one value is the same") {
  const std::string statement = "Wages are due.";
  const auto norm = [](const std::string& modality, const std::string& rest) {
    return "{bearer: employer, modality: " + modality + ", action: pay, object: worker" + rest + "}";
  };
  const auto pair = [&](const std::string& one, const std::string& other, const std::string& life = kLife) {
    return of({.id = "MY-WAGE-01", .statement = statement, .norms = one}, {.id = "MY-WAGE-02", .statement = statement, .norms = other, .life = life});
  };
  const auto amount = [](int value) { return ", quantities: [{attribute: wage, role: floor, value: " + std::to_string(value) + ", unit: MYR, per: month}]"; };
  const auto period = [](const std::string& role, int value, const std::string& of = "") {
    return ", quantities: [{attribute: prison, role: " + role + ", value: " + std::to_string(value) + ", unit: year" + of + "}]";
  };
  const Rules contradiction{"contradiction"};
  CHECK(pair(norm("must", ""), norm("must-not", "")) == contradiction);
  CHECK(pair(norm("must", ""), norm("need-not", "")) == contradiction);
  CHECK(pair(norm("may", ""), norm("must-not", "")) == contradiction);
  CHECK(pair(norm("entitled", ""), norm("not-entitled", "")) == contradiction);
  CHECK(pair(norm("will", ""), norm("will-not", "")) == contradiction);
  CHECK(pair(norm("may", ""), norm("need-not", "")).empty());
  CHECK(pair(norm("must", ""), norm("must-not", ", conditions: [registered]")).empty());
  CHECK(pair(norm("must", ""), norm("must-not", ", exceptions: [registered]")).empty());
  CHECK(pair(norm("must", amount(1700)), norm("must", amount(1500))) == contradiction);
  CHECK(pair(norm("must", amount(1700)), norm("must", amount(1700))).empty());
  CHECK(pair(norm("must", amount(400)), norm("need-not", amount(500))).empty());
  CHECK(pair(norm("must", period("penalty-max", 5)), norm("must", period("penalty-max", 7))) == contradiction);
  CHECK(pair(norm("must", period("penalty-min", 1)), norm("must", period("penalty-max", 7))).empty());
  CHECK(pair(norm("must", period("penalty-max", 5)), norm("must", period("penalty-max", 7, ", of: registered"))).empty());
  CHECK(pair(norm("must", amount(1700)), norm("must", amount(1500)), "ended, in_force: {from: 2020-01-01, to: 2025-07-31}").empty());
  CHECK(pair(norm("must", ""), norm("must-not", ""), "proposed, in_force: {from: null, to: null}").empty());
}

TEST_CASE("two lines may be answered differently") {
  const auto line = [](const std::string& modality, const std::string& number) {
    return "{bearer: employer, modality: " + modality + ", action: call, quantities: [{attribute: phone, role: identifier, value: '" + number + "'}]}";
  };
  const std::string statement = "There are lines.";
  CHECK(of({.id = "MY-HOT-01", .statement = statement, .norms = line("will", "15999")}, {.id = "MY-HOT-02", .statement = statement, .norms = line("will-not", "16999")}).empty());
  CHECK(of({.id = "MY-HOT-01", .statement = statement, .norms = line("will", "15999")}, {.id = "MY-HOT-02", .statement = statement, .norms = line("will-not", "15999")}) == Rules{"contradiction"});
}

TEST_CASE("everything has a source and a day on which it is looked at again") {
  CHECK(of({.instrument = "bare"}) == Rules{"source-missing"});
  CHECK(of({.rest = ", review_by: 2026-01-01"}) == Rules{"review-past"});
  CHECK(of({.rest = ", review_by: null"}) == Rules{"review-missing"});
}

TEST_CASE("a contact can be reached, belongs to somebody, and has a number in normal form") {
  const std::string right = "id: MY-WAGE-01, issuer: MY-JTK";
  CHECK(of_contact(right + ", numbers: ['15999'], reachable_from: [MY]").empty());
  CHECK(of_contact(right + ", numbers: ['+60380008000'], reachable_from: [any]").empty());
  CHECK(of_contact(right + ", numbers: ['+60380008000']") == Rules{"contact-reach"});
  CHECK(of_contact(right + ", numbers: ['15999'], reachable_from: [any]") == Rules{"contact-reach"});
  CHECK(of_contact(right) == Rules{"contact-means"});
  CHECK(of_contact(right + ", numbers: ['03-8000 8000'], reachable_from: [MY]") == Rules{"contact-number"});
  CHECK(of_contact(right + ", email: [a@b.my], hours: daily") == Rules{"contact-hours"});
  CHECK(of_contact("id: MY-WAGE-01, issuer: MY-JTM, email: [a@b.my]") == Rules{"contact-issuer"});
  CHECK(of_contact("id: MY-HOT-77, issuer: MY-JTK, email: [a@b.my]") == Rules{"contact-provision"});
}

TEST_CASE("issuers have names, and coverage fits what is held") {
  CHECK(Base({Row{}}).with("issuers.yaml", "issuers:\n  - {id: MY-JTK, kind: agency}\n").rules() == Rules{"issuer-empty"});
  CHECK(Base({Row{}}).with("coverage.yaml", "coverage: {work.wage: full, overstay: full}\n").rules() == Rules{"coverage-empty"});
  CHECK(Base({Row{}}).with("coverage.yaml", "coverage: {overstay: none}\n").rules() == Rules{"coverage-missing"});
}

TEST_CASE("a lint says where, what and how to mend it") {
  const auto lints = Base({Row{.statement = "Employers must pay at least RM1,900 a month."}}).lints();
  REQUIRE(lints.size() == 1);
  CHECK(lints.front().level == Diagnostic::Level::error);
  CHECK(to_line(lints.front()) ==
        "p/MY/work.yaml:6:63: error: the statement of MY-WAGE-01 says 'RM1,900', which no norm carries (give a norm a quantity for it, or add "
        "{part: \"RM1,900\", reason: …} to unmodelled) [statement-number]");
}

TEST_CASE("the rules are listed by id, each once") {
  const auto rules = lint_rules();
  CHECK(std::is_sorted(rules.begin(), rules.end(), [](const LintRule& a, const LintRule& b) { return a.id < b.id; }));
  CHECK(std::adjacent_find(rules.begin(), rules.end(), [](const LintRule& a, const LintRule& b) { return a.id == b.id; }) == rules.end());
}

TEST_CASE("the shipped base is clean") {
  const DiskFileSystem disk;
  Diagnostics diagnostics;
  const std::string root = SELARAS_SOURCE_DIR;
  const auto ontology = Ontology::load(disk, root + "/rules/ontology", diagnostics);
  auto packs = load_language_packs(disk, root + "/rules/languages", ontology, diagnostics);
  const auto policies = PolicyBase::load(disk, root + "/policies", ontology, diagnostics);
  for (const auto& told : diagnostics.all()) {
    if (told.level == Diagnostic::Level::error) FAIL_CHECK(to_line(told));
  }
  const auto english = std::find_if(packs.begin(), packs.end(), [](const LanguagePack& pack) { return pack.language == "en"; });
  REQUIRE(english != packs.end());
  const Lexicon lexicon(std::move(*english));
  // The day decides only what is overdue, which does not break a build.
  for (const auto& lint : lint_policies({ontology, policies, lexicon, *Date::parse_iso("2026-11-24")})) FAIL_CHECK(to_line(lint));
}

}  // namespace selaras
