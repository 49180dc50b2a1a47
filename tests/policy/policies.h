// Small policy bases from text.
#pragma once

#include <doctest/doctest.h>

#include "policy/policy_base.h"

namespace selaras::test {

constexpr const char* kConcepts = R"(area: a
concepts:
  - {id: worker, kind: person, parents: [], gloss: x}
  - {id: migrant, kind: person, parents: [worker], gloss: x}
  - {id: employer, kind: actor, parents: [], gloss: x}
  - {id: pay, kind: action, parents: [], gloss: x}
  - {id: charge, kind: action, parents: [], gloss: x}
  - {id: wage, kind: attribute, parents: [], dimension: money, gloss: x}
  - {id: age, kind: attribute, parents: [], dimension: age, gloss: x}
  - {id: line, kind: attribute, parents: [], dimension: contact, gloss: x}
  - {id: deadline, kind: attribute, parents: [], dimension: date, gloss: x}
  - {id: registered, kind: condition, parents: [], gloss: x}
)";

inline const Ontology& concepts() {
  static const Ontology ontology = [] {
    MemoryFileSystem files;
    files.add("o/a.yaml", kConcepts);
    Diagnostics diagnostics;
    Ontology loaded = Ontology::load(files, "o", diagnostics);
    REQUIRE(diagnostics.all().empty());
    return loaded;
  }();
  return ontology;
}

struct Base {
  PolicyBase policies;
  std::vector<std::string> told;
};

inline Base load_base(const std::vector<std::pair<std::string, std::string>>& texts) {
  MemoryFileSystem files;
  for (const auto& [name, text] : texts) files.add("p/" + name, text);
  Diagnostics diagnostics;
  Base base{PolicyBase::load(files, "p", concepts(), diagnostics), {}};
  for (const auto& d : diagnostics.all()) base.told.push_back(to_line(d));
  return base;
}

/// One provision with `extra` lines; its status, dates and norms are the caller's.
inline std::string provision(const std::string& id, const std::string& extra, const std::string& statement = "Something holds.") {
  return "  - id: " + id + "\n    topic: work.wage\n    kind: norm\n    statement: " + statement +
         "\n    source: {instrument: act}\n    confidence: high\n" + extra;
}

inline std::string policy_file(const std::string& state, const std::string& provisions) {
  return "jurisdiction: " + state + "\ninstruments:\n  act: {title: Act}\nprovisions:\n" + provisions;
}

constexpr const char* kInForce = "    status: in-force\n    in_force: {from: 2020-01-01, to: null}\n";

}  // namespace selaras::test
