#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/ndjson.h"
#include "judge/tuple_conflict.h"

namespace selaras {
namespace {

using Json = nlohmann::ordered_json;

constexpr size_t kOntologyLimit = 64U << 20U;
constexpr size_t kLineLimit = 1U << 20U;

/// The three small ontologies of a tuple file: {actors, objects, conditions: {root, edges: [[parent, child]]}}.
struct TupleOntologies {
  Ontology actors, objects, conditions;
  std::string unconditional;  // the root of the conditions
};

Ontology ontology_of(const Json& part) {
  std::vector<std::pair<std::string, std::string>> edges;
  for (const auto& edge : part.at("edges")) edges.emplace_back(edge.at(0).get<std::string>(), edge.at(1).get<std::string>());
  return Ontology::from_edges(edges);
}

TupleOntologies read_ontologies(const Json& json) {
  return {ontology_of(json.at("actors")), ontology_of(json.at("objects")), ontology_of(json.at("conditions")),
          json.at("conditions").at("root").get<std::string>()};
}

Relation relate(const Ontology& ontology, const Json& a, const Json& b, std::string_view what) {
  const auto find = [&](const Json& word) {
    const ConceptId id = ontology.find(word.get<std::string>());
    if (!id.known()) throw std::invalid_argument(fmt::format("unknown {} '{}'", what, word.get<std::string>()));
    return id;
  };
  return ontology.relate(find(a), find(b));
}

Json answer(const Json& row, const TupleOntologies& ontologies) {
  const auto& pos = row.at("pos");
  const auto& neg = row.at("neg");
  TupleRelations relations;
  relations.actor = relate(ontologies.actors, pos.at(0), neg.at(0), "actor");
  relations.object = relate(ontologies.objects, pos.at(2), neg.at(2), "object");
  relations.condition = relate(ontologies.conditions, pos.at(3), neg.at(3), "condition");
  relations.unconditional = pos.at(3) == ontologies.unconditional && neg.at(3) == ontologies.unconditional;
  relations.opposite_polarity = pos.at(1) != neg.at(1);
  relations.claim_is_permission = row.value("claim_side", "pos") == "pos";
  const auto type = policylint_type(relations);
  return {{"id", row.value("id", Json(nullptr))},
          {"policylint", type ? Json(std::string(*type)) : Json(nullptr)},
          {"policond", policond_type(relations)},
          {"verdict", tuple_verdict(relations)}};
}

/// The answer to one line, or its error in the same place.
Json answer_line(const std::string& line, const TupleOntologies& ontologies) {
  Json id = nullptr;
  try {
    const Json row = Json::parse(line);
    id = row.value("id", Json(nullptr));
    return answer(row, ontologies);
  } catch (const std::exception& error) {
    return {{"id", id}, {"error", error.what()}};
  }
}

int tuples(const std::string& path) {
  const DiskFileSystem files;
  const auto text = files.read(path, kOntologyLimit);
  if (const auto* fault = std::get_if<FileFault>(&text)) {
    fmt::print(stderr, "{}: error: {} ({})\n", path, fault_message(*fault), fault_remedy(*fault));
    return kFailed;
  }
  TupleOntologies ontologies;
  try {
    ontologies = read_ontologies(Json::parse(std::get<std::string>(text)));
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}: error: {} (see docs/formats/tuples.md for the shape of an ontology file)\n", path, error.what());
    return kFailed;
  }
  const bool read = answer_lines(kLineLimit, [&](const std::string& line, size_t) { return answer_line(line, ontologies).dump(); });
  return read ? kClean : kFailed;
}

}  // namespace

void add_tuples_command(CLI::App& app, int& exit_code) {
  auto path = std::make_shared<std::string>();
  auto* command = app.add_subcommand("tuples", "Conflict types of permission and prohibition tuples: NDJSON in, NDJSON out");
  command->add_option("--ontology", *path, "JSON file with actors, objects and conditions")->required()->type_name("FILE");
  command->callback([path, &exit_code] { exit_code = tuples(*path); });
}

}  // namespace selaras
