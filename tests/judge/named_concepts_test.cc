// What a statement names, held against the relations of the ontology one by one.
#include "judge/named_concepts.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>

using namespace selaras;

namespace {

double names(const Ontology& ontology, ConceptId mention, ConceptId in_rule) {
  switch (ontology.relate(mention, in_rule)) {
    case Relation::equal: return 1.0;
    case Relation::narrower: return 0.9;
    case Relation::wider: return 0.5;
    default: return 0;
  }
}

/// Fifty concepts, each below one or two that stand before it.
Ontology random_ontology(std::mt19937& random) {
  std::vector<std::pair<std::string, std::string>> edges;
  for (unsigned child = 1; child < 50; ++child) {
    edges.emplace_back("c" + std::to_string(random() % child), "c" + std::to_string(child));
    if (child % 3 == 0) edges.emplace_back("c" + std::to_string(random() % child), "c" + std::to_string(child));
  }
  return Ontology::from_edges(edges);
}

}  // namespace

TEST_CASE("how well a concept is named is the best that any mention says of it, statement after statement") {
  std::mt19937 random(7);
  const Ontology ontology = random_ontology(random);
  const Message message;
  NamedConcepts named(message, ontology);
  constexpr std::array nearness = {Nearness::clause, Nearness::sentence, Nearness::context};
  for (int round = 0; round < 50; ++round) {
    ClaimContext context;
    for (auto i = random() % 6; i > 0; --i) context.concepts.push_back({ConceptId{static_cast<uint32_t>(random() % ontology.size())}, nearness[random() % 3]});
    named.read(context);
    for (uint32_t at = 0; at < ontology.size(); ++at) {
      double best = 0;
      for (const auto& mention : context.concepts) best = std::max(best, weight_of(mention.nearness) * names(ontology, mention.id, ConceptId{at}));
      CHECK(named[ConceptId{at}] == best);
      CHECK(named.is_met_here(ConceptId{at}) == (best > 0));
    }
  }
}

TEST_CASE("places are met where they are named, and at the message's own ends") {
  const Ontology ontology = Ontology::from_edges({{"place", "here"}, {"place", "there"}, {"place", "home"}, {"place", "beyond"}});
  Message message;
  message.country = "home";
  message.corridor = {"home", "there"};
  NamedConcepts named(message, ontology);
  ClaimContext context;
  context.named_places = {"here"};
  context.places_around = {"beyond"};
  named.read(context);
  const auto id = [&](std::string_view name) { return ontology.find(name); };
  CHECK(named.is_met_here(id("here")));
  CHECK_FALSE(named.is_met_here(id("beyond")));
  CHECK(named.is_met(id("beyond"), Slot::any));
  CHECK(named.is_met(id("there"), Slot::destination));
  CHECK_FALSE(named.is_met(id("there"), Slot::place));
  CHECK(named.is_met(id("home"), Slot::place));
  named.read(ClaimContext{});
  CHECK_FALSE(named.is_met(id("here"), Slot::any));
  CHECK(named.is_met(id("home"), Slot::place));
  message.audience.emplace();
  message.audience->location = "there";
  NamedConcepts elsewhere(message, ontology);
  elsewhere.read(ClaimContext{});
  CHECK(elsewhere.is_met(id("there"), Slot::place));
  CHECK_FALSE(elsewhere.is_met(id("home"), Slot::place));
}

TEST_CASE("a concept lies apart from persons when it does from each of them") {
  const Ontology ontology = Ontology::from_edges({{"person", "worker"}, {"worker", "cook"}, {"worker", "maid"}, {"person", "guard"}});
  ApartFromPersons persons(ontology);
  CHECK(persons.nobody());
  persons.add(ontology.find("worker"));
  CHECK(persons.is_apart(ontology.find("guard")));
  CHECK_FALSE(persons.is_apart(ontology.find("cook")));
  CHECK_FALSE(persons.is_apart(ontology.find("person")));
  persons.clear();
  persons.add(ontology.find("guard"));
  CHECK_FALSE(persons.is_apart(ontology.find("guard")));
  CHECK(persons.is_apart(ontology.find("cook")));
}
