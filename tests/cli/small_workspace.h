// A whole workspace small enough to be read in one look: two rules on wages (the old and the new), one on fees, and the words that
// messages about them need. What is wrong with it is put in by each test, so that no test depends on the project's own policies.
#pragma once

#include <map>
#include <string>

#include "program.h"

namespace selaras::test {

/// Path in the workspace -> text. Weights and labels are the project's own.
inline std::map<std::string, std::string> small_workspace() {
  std::map<std::string, std::string> files;
  files["selaras.yaml"] = R"(rules: rules
policies: policies
messages: [messages]
)";
  files["rules/ontology/work.yaml"] = R"(area: work
concepts:
  - {id: worker, kind: person, parents: [], gloss: somebody who works}
  - {id: foreign-worker, kind: person, parents: [worker], gloss: works in another country}
  - {id: employer, kind: actor, parents: [], gloss: gives work}
  - {id: agent, kind: actor, parents: [], gloss: finds work}
  - {id: pay, kind: action, parents: [], gloss: give money for work}
  - {id: keep, kind: action, parents: [], gloss: hold a document}
  - {id: charge, kind: action, parents: [], gloss: take money}
  - {id: wage, kind: thing, parents: [], gloss: money for work}
  - {id: passport, kind: thing, parents: [], gloss: a document}
  - {id: minimum-wage, kind: attribute, parents: [], dimension: money, gloss: the least pay}
  - {id: fee, kind: attribute, parents: [], dimension: money, gloss: what an agent takes}
)";
  files["rules/languages/en.yaml"] = R"(language: en
reviewed: yes
script: Latn
inflection:
  noun: [{ends: "", becomes: [s, "'s"]}]
  verb: [{ends: e, becomes: [es, ed, ing]}, {ends: "", becomes: [s, ed, ing]}]
  irregular_verbs: {pay: [pays, paid, paying]}
cues: {obligation: [must], negation: [not]}
bounds: {at-most: [at most], at-least: [at least], per: [a, per]}
currencies: {MYR: [RM], BDT: [taka]}
units: {month: [month], day: [day], year: [year]}
places: {MY: [Malaysia], BD: [Bangladesh]}
)";
  files["rules/languages/en/work.yaml"] = R"(language: en
area: work
terms:
  worker: [worker]
  foreign-worker: [foreign worker]
  employer: [employer]
  agent: [agent]
  pay: [pay]
  charge: [charge]
  wage: [wage]
  passport: [passport]
  minimum-wage: [minimum wage, wage]
  fee: [fee]
)";
  files["rules/checks/policy/quantity.yaml"] = R"(id: policy/quantity
code: A10
title: Another amount than the rule in force
kind: contradiction
severity: {draft: blocker, clearance: blocker}
source: for tests
wording: {en: "The message says {claimed}; the rule of {state} in force on {day} says {rule}."}
examples: {flag: [], pass: []}
)";
  files["policies/MY/work.yaml"] = R"(jurisdiction: MY
instruments:
  order: {title: Minimum Wages Order, publisher: Ministry, url: "https://example.org/a-very-long-path/that-no-terminal/can-hold/minimum-wages-order-2024.html"}
provisions:
  - id: MY-WAGE-01
    topic: work.wage
    kind: norm
    statement: The minimum wage is RM1,700 a month; it covers foreign workers as well as citizens.
    norms:
      - {bearer: employer, modality: must, action: pay, object: wage, counterparty: foreign-worker, quantities: [{attribute: minimum-wage, role: floor, value: 1700, unit: MYR, per: month}]}
    status: in-force
    in_force: {from: 2025-08-01, to: null}
    supersedes: MY-WAGE-02
    source: {instrument: order, section: section 2}
    confidence: high
  - id: MY-WAGE-02
    topic: work.wage
    kind: norm
    statement: The minimum wage was RM1,500 a month.
    norms:
      - {bearer: employer, modality: must, action: pay, object: wage, counterparty: foreign-worker, quantities: [{attribute: minimum-wage, role: floor, value: 1500, unit: MYR, per: month}]}
    status: ended
    in_force: {from: 2022-05-01, to: 2025-07-31}
    source: {instrument: order, section: section 1}
    confidence: high
)";
  files["policies/BD/fees.yaml"] = R"(jurisdiction: BD
instruments:
  notice: {title: Fee Notice, publisher: Ministry}
provisions:
  - id: BD-FEE-01
    topic: recruitment.fee
    kind: norm
    statement: An agent may charge a fee of at most 78,990 taka.
    norms:
      - {bearer: agent, modality: may, action: charge, counterparty: worker, quantities: [{attribute: fee, role: cap, value: 78990, unit: BDT}]}
    status: in-force
    in_force: {from: 2020-01-01, to: null}
    source: {instrument: notice}
    confidence: high
)";
  const std::string quantity = files["rules/checks/policy/quantity.yaml"];
  const auto like = [&](const std::string& name, const std::string& code, const std::string& wording) {
    std::string text = quantity;
    const auto put = [&](const std::string& old_part, const std::string& part) { text.replace(text.find(old_part), old_part.size(), part); };
    put("policy/quantity", "policy/" + name);
    put("A10", code);
    put("The message says {claimed}; the rule of {state} in force on {day} says {rule}.", wording);
    files["rules/checks/policy/" + name + ".yaml"] = text;
  };
  like("stale", "A6", "{claimed} repeats {old}; now it is {rule}.");
  like("not-in-force", "A7", "{claimed} comes from {id}, which is {status}.");
  for (const std::string name : {"rules/weights.yaml", "rules/blocks.yaml"}) {
    std::ifstream file(SELARAS_SOURCE_DIR "/" + name, std::ios::binary);
    files[name] = {std::istreambuf_iterator<char>(file), {}};
  }
  return files;
}

/// A message of Malaysia's labour department that says what the least pay is.
inline std::string wage_message(const std::string& id, const std::string& amount) {
  return "---\nid: " + id +
         "\nissuer: MY-JTK\ncountry: MY\nrole: destination\ncorridor: [BD, MY]\nlanguage: en\nchannel: leaflet\n"
         "audience: {group: migrant-worker}\npublish: 2026-11-15\n---\n"
         "Employers in Malaysia must pay foreign workers a minimum wage of at least " + amount + " a month.\n";
}

#ifdef SELARAS_PROGRAM  // not in the tests of a floor alone
/// The workspace on disk, with three messages: one wrong, one right, one of yesterday.
class House : public Folder {
 public:
  House() {
    for (const auto& [name, text] : small_workspace()) write(name, text);
    write("messages/wrong.md", wage_message("wrong", "RM1,200"));
    write("messages/right.md", wage_message("right", "RM1,700"));
    write("messages/stale.md", wage_message("stale", "RM1,500"));
  }

  /// Puts `part` in the place of `old_part`, which must be there.
  void change(const std::string& name, const std::string& old_part, const std::string& part) const {
    std::string text = read(name);
    const size_t at = text.find(old_part);
    REQUIRE_MESSAGE(at != std::string::npos, name, " does not have ", old_part);
    write(name, text.replace(at, old_part.size(), part));
  }
  void remove(const std::string& name) const { std::filesystem::remove_all(at(name)); }

  Ran run(const Call& call) const { return run_program(SELARAS_PROGRAM, call, path()); }
  Ran run(const std::vector<std::string>& arguments) const { return run(Call{arguments}); }
};
#endif

}  // namespace selaras::test
