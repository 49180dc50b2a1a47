// The graph of concepts: its relations against a slow reference, and what its files may not say.
#include "ontology/ontology.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

using namespace selaras;

namespace {

struct Loaded {
  Ontology ontology;
  std::vector<std::string> told;
};

Loaded load(const std::vector<std::pair<std::string, std::string>>& texts) {
  MemoryFileSystem files;
  for (const auto& [name, text] : texts) files.add("o/" + name, text);
  Diagnostics diagnostics;
  Loaded loaded{Ontology::load(files, "o", diagnostics), {}};
  for (const auto& d : diagnostics.all()) loaded.told.push_back(to_line(d));
  return loaded;
}

Loaded load(const std::string& concepts) { return load({{"a.yaml", "area: a\nconcepts:\n" + concepts}}); }

/// A graph as lists of parents; every parent has a smaller number, unless edges are added by hand.
using Graph = std::vector<std::vector<size_t>>;

std::string name_of(size_t node) { return "c" + std::to_string(node); }

std::string written(const Graph& graph) {
  std::string text;
  for (size_t node = 0; node < graph.size(); ++node) {
    text += "  - {id: " + name_of(node) + ", kind: thing, gloss: x, parents: [";
    for (const size_t parent : graph[node]) text += name_of(parent) + ", ";
    text += "]}\n";
  }
  return text;
}

Graph random_graph(std::mt19937& random, size_t nodes) {
  Graph graph(nodes);
  for (size_t node = 1; node < nodes; ++node) {
    std::set<size_t> parents;
    for (size_t edges = random() % 4; edges > 0; --edges) parents.insert(random() % node);
    graph[node].assign(parents.begin(), parents.end());
  }
  return graph;
}

/// The slow reference: walks up every path. Exponential in deep graphs, so the graphs are small.
bool reaches(const Graph& graph, size_t from, size_t to) {
  if (from == to) return true;
  return std::any_of(graph[from].begin(), graph[from].end(), [&](size_t parent) { return reaches(graph, parent, to); });
}

std::optional<uint32_t> steps(const Graph& graph, size_t from, size_t to) {
  if (from == to) return 0;
  std::optional<uint32_t> best;
  for (const size_t parent : graph[from]) {
    const auto rest = steps(graph, parent, to);
    if (rest && (!best || *rest + 1 < *best)) best = *rest + 1;
  }
  return best;
}

Relation reference(const Graph& graph, size_t a, size_t b) {
  if (a == b) return Relation::equal;
  if (reaches(graph, a, b)) return Relation::narrower;
  if (reaches(graph, b, a)) return Relation::wider;
  for (size_t node = 0; node < graph.size(); ++node) {
    if (reaches(graph, node, a) && reaches(graph, node, b)) return Relation::overlapping;
  }
  return Relation::disjoint;
}

}  // namespace

TEST_CASE("relations, distances, ancestors and descendants are those of the slow reference, on random graphs") {
  std::mt19937 random(20261115);
  for (int round = 0; round < 20; ++round) {
    const Graph graph = random_graph(random, 3 + random() % 15);
    const Loaded loaded = load(written(graph));
    REQUIRE(loaded.told.empty());
    const Ontology& ontology = loaded.ontology;
    const auto id = [&](size_t node) { return ontology.find(name_of(node)); };
    for (size_t a = 0; a < graph.size(); ++a) {
      size_t above = 0;
      size_t below = 0;
      for (size_t b = 0; b < graph.size(); ++b) {
        CHECK(ontology.is_a(id(a), id(b)) == reaches(graph, a, b));
        CHECK(ontology.relate(id(a), id(b)) == reference(graph, a, b));
        CHECK(ontology.distance(id(a), id(b)) == steps(graph, a, b));
        above += a != b && reaches(graph, a, b) ? 1 : 0;
        below += a != b && reaches(graph, b, a) ? 1 : 0;
      }
      const auto ancestors = ontology.ancestors(id(a));
      CHECK(ancestors.size() == above);
      for (size_t i = 1; i < ancestors.size(); ++i) CHECK(*ontology.distance(id(a), ancestors[i - 1]) <= *ontology.distance(id(a), ancestors[i]));
      CHECK(ontology.descendants(id(a)).size() == below);
    }
  }
}

TEST_CASE("relations turn round as they should") {
  std::mt19937 random(7);
  const Graph graph = random_graph(random, 30);
  const Ontology ontology = load(written(graph)).ontology;
  for (size_t a = 0; a < graph.size(); ++a) {
    for (size_t b = 0; b < graph.size(); ++b) {
      const auto one = ontology.relate(ontology.find(name_of(a)), ontology.find(name_of(b)));
      const auto other = ontology.relate(ontology.find(name_of(b)), ontology.find(name_of(a)));
      const auto turned = one == Relation::narrower ? Relation::wider : one == Relation::wider ? Relation::narrower : one;
      CHECK(other == turned);
    }
  }
}

TEST_CASE("a chain of two thousand concepts is closed") {
  Graph chain(2000);
  for (size_t node = 1; node < chain.size(); ++node) chain[node] = {node - 1};
  const Loaded loaded = load(written(chain));
  CHECK(loaded.told.empty());
  CHECK(loaded.ontology.distance(loaded.ontology.find("c1999"), loaded.ontology.find("c0")) == 1999U);
}

TEST_CASE("a circle is told as a chain, cut, and the rest holds") {
  const Loaded loaded = load(
      "  - {id: a, kind: thing, parents: [c], gloss: x}\n"
      "  - {id: b, kind: thing, parents: [a], gloss: x}\n"
      "  - {id: c, kind: thing, parents: [b], gloss: x}\n"
      "  - {id: d, kind: thing, parents: [a], gloss: x}\n");
  REQUIRE(loaded.told.size() == 1);
  CHECK(loaded.told[0] == "o/a.yaml:3:5: error: concepts lie under each other in a circle: a -> c -> b -> a (remove one of these parents)");
  CHECK(loaded.ontology.is_a(loaded.ontology.find("d"), loaded.ontology.find("a")));
}

TEST_CASE("a concept that is its own parent, and two circles, are each told") {
  const Loaded loaded = load(
      "  - {id: a, kind: thing, parents: [a], gloss: x}\n"
      "  - {id: b, kind: thing, parents: [c], gloss: x}\n"
      "  - {id: c, kind: thing, parents: [b], gloss: x}\n");
  REQUIRE(loaded.told.size() == 2);
  CHECK(loaded.told[0].find("in a circle: a -> a (") != std::string::npos);
  CHECK(loaded.told[1].find("in a circle: b -> c -> b (") != std::string::npos);
}

TEST_CASE("what is wrong with a concept is told with its place") {
  const std::vector<std::pair<std::string, std::string>> faults = {
      {"  - {id: a, kind: thing, parents: [bb], gloss: x}\n  - {id: bbb, kind: thing, parents: [], gloss: x}\n", "o/a.yaml:3:36: error: unknown parent 'bb' (did you mean 'bbb'?)"},
      {"  - {id: a, kind: thing, parents: [], gloss: x}\n  - {id: a, kind: thing, parents: [], gloss: y}\n", "o/a.yaml:4:5: error: concept 'a' is declared twice (keep one declaration)"},
      {"  - {id: MY, kind: place, parents: [], gloss: x}\n", "o/a.yaml:3:5: error: 'MY' is no concept id (use lower-case letters, digits and hyphens)"},
      {"  - {id: a, kind: thing, parents: [], gloss: x}\n  - {id: b, kind: action, parents: [a], gloss: x}\n", "o/a.yaml:4:37: error: 'b' cannot lie under 'a': their kinds differ (name a parent of the same kind)"},
      {"  - {id: a, kind: attribute, parents: [], gloss: x}\n", "o/a.yaml:3:5: error: attribute 'a' has no dimension ("},
      {"  - {id: a, kind: attribute, dimension: weight, parents: [], gloss: x}\n", "o/a.yaml:3:41: error: 'weight' is no dimension of concept 'a' ("},
      {"  - {id: a, kind: action, parents: [], gloss: x, converse: bb}\n", "o/a.yaml:3:5: error: unknown converse 'bb' ("},
      {"  - {id: a, kind: action, parents: [], gloss: x, antonym: bb}\n", "o/a.yaml:3:5: error: unknown antonym 'bb' ("},
      {"  - {id: a, parents: [], gloss: x}\n", "o/a.yaml:3:5: error: concept 'a' has no 'kind' (add `kind:`)"},
      {"  - {id: a, kind: thing, parents: []}\n", "o/a.yaml:3:5: error: concept 'a' has no 'gloss' (add `gloss:`)"},
      {"  - {id: a, kind: thing, parents: [], gloss: x, regime: shut}\n", "o/a.yaml:3:57: error: 'shut' is no regime of concept 'a' ("},
      {"  - {id: a, kind: thing, parents: [], gloss: x, colour: red}\n", "o/a.yaml:3:49: error: unknown field 'colour' in concept 'a' ("},
  };
  for (const auto& [text, line] : faults) {
    const Loaded loaded = load(text);
    REQUIRE_FALSE(loaded.told.empty());
    CHECK_MESSAGE(loaded.told[0].starts_with(line), loaded.told[0], " is not ", line);
  }
}

TEST_CASE("concepts of several files belong together, and a broken file stops no other") {
  const Loaded loaded = load({{"a.yaml", "area: a\nconcepts:\n  - {id: low, kind: person, parents: [high], gloss: x}\n"},
                              {"b.yaml", "area: b\nconcepts:\n  - {id: high, kind: actor, parents: [], gloss: x}\n"},
                              {"c.yaml", "area: [\n"},
                              {"notes.txt", "not read"}});
  CHECK(loaded.told.size() == 1);
  CHECK(loaded.ontology.relate(loaded.ontology.find("low"), loaded.ontology.find("high")) == Relation::narrower);
}

TEST_CASE("every country is a place, and what nobody declares is not known") {
  const Ontology ontology = load("  []\n").ontology;
  CHECK(ontology.find("MY").known());
  CHECK(ontology[ontology.find("MY")].kind == ConceptKind::place);
  CHECK(ontology.find("XX").known());
  CHECK_FALSE(ontology.find("my").known());
  CHECK_FALSE(ontology.find("ZZ").known());
  CHECK_FALSE(ontology.find("worker").known());
  CHECK(ontology.relate(ontology.find("MY"), ontology.find("worker")) == Relation::disjoint);
  CHECK_FALSE(ontology.is_a(ontology.find("worker"), ontology.find("worker")));
}
