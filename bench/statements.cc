// Every statement of messages, or of the provisions' own examples, with what was read and the nearest norms, as NDJSON: for reading the
// causes of misses and false alarms, and for work on features.
//
//   statements RULES POLICIES PATH…        messages below the paths
//   statements RULES POLICIES --examples   each example judged with its provision's examples left out
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "engine/library.h"
#include "engine/run.h"
#include "engine/sample.h"
#include "language/pack_names.h"

namespace selaras {
namespace {

using Json = nlohmann::ordered_json;

std::string_view name(Part part) {
  constexpr std::array<std::string_view, 4> names = {"main", "condition", "exception", "aside"};
  return names[static_cast<size_t>(part)];
}

Json to_json(const StatementMatch& match, const Knowledge& knowledge) {
  Json features = Json::array();
  for (const double value : match.features) features.push_back(std::round(value * 1000) / 1000);
  const auto& provision = knowledge.policies[match.provision];
  return {{"id", provision.id}, {"norm", match.norm}, {"about", match.about}, {"features", features},
          {"act", static_cast<int>(match.act)}, {"stand", match.stand ? std::string(name(*match.stand)) : ""},
          {"stand_read", match.stand_read}, {"party_apart", match.party_apart}, {"wider", match.wider_bearer},
          {"conditions_named", match.conditions_named}, {"exception_named", match.exception_named},
          {"agree", match.agreeing}, {"gainsaying", match.gainsaying}, {"differ", match.differing}, {"modality", std::string(selaras::name(provision.norms[match.norm].modality))}};
}

Json to_json(const Predicate& predicate, const Ontology& ontology) {
  return {{"action", ontology[predicate.action].id}, {"modality", std::string(selaras::name(predicate.modality))}, {"part", std::string(name(predicate.part))},
          {"read", predicate.read}, {"advice", predicate.advice}, {"passive", predicate.passive}, {"instructed", predicate.instructed},
          {"audience", predicate.to_audience}, {"bearer", predicate.bearer ? ontology[*predicate.bearer].id : ""}};
}

Json to_json(const JudgedStatement& judged, const JudgedMessage& message, const Library& library) {
  const auto& statement = judged.verdict.context->statement;
  const auto& ontology = library.ontology();
  const auto& sentence = message.reading.sentences[statement.sentence];
  const Span span = message.reading.file_span(sentence.block, statement.span);
  Json out = {{"message", message.message.id}, {"begin", span.begin}, {"end", span.end},
              {"text", std::string(slice(message.message.blocks[sentence.block].content.text(), statement.span))},
              {"stance", static_cast<int>(statement.stance)}, {"time", static_cast<int>(statement.time)},
              {"modality", statement.modality ? std::string(name(*statement.modality)) : ""}, {"modality_read", statement.modality_read},
              {"force", static_cast<int>(statement.force)}, {"certain", statement.certain}, {"universal", statement.universal},
              {"exclusive", statement.exclusive}, {"conditional", statement.conditional}, {"excepting", statement.excepting},
              {"sanctioned", statement.sanctioned}, {"negated", statement.negated}, {"outcome", std::string(name(judged.verdict.outcome))}, {"strength", std::string(name(judged.verdict.strength))}, {"reason", judged.verdict.reason}};
  for (const auto& predicate : statement.predicates) out["predicates"].push_back(to_json(predicate, ontology));
  for (const auto& mention : message.reading.blocks[sentence.block].mentions) {
    if (mention.entry->kind != EntryKind::cue || !statement.span.contains(mention.span)) continue;
    out["cues"].push_back(fmt::format("{} '{}'", kCueNames[mention.entry->meaning], slice(message.message.blocks[sentence.block].content.text(), mention.span)));
  }
  for (const auto& mention : statement.mentions) out["mentions"].push_back(std::string(ontology[mention.id].id));
  for (const auto& match : judged.verdict.considered) out["matches"].push_back(to_json(match, library.knowledge()));
  for (const auto& value : judged.values) {
    out["values"].push_back({{"value", describe(*value.claim.value)}, {"outcome", std::string(name(value.outcome))}, {"strength", std::string(name(value.strength))},
                             {"evidence", value.evidence.empty() ? "" : library.policies()[value.evidence.front().provision].id}});
  }
  return out;
}

std::string_view name(ExampleKind kind) {
  constexpr std::array<std::string_view, 4> names = {"supports", "contradicts", "stale", "premature"};
  return names[static_cast<size_t>(kind)];
}

void examples(const Library& library) {
  Segmenter segmenter(library.lexicon("en")->pack().sentences);
  const Stemmer stemmer("en");
  for (const auto& example : provision_examples(library.policies(), *Date::from_civil(2026, 11, 1))) {
    auto judged = read_sample(example.sample, library, segmenter);
    judged->statements = judge(judged->reading, stemmer, library.knowledge(), library.judge_rules(), {example.provision, example.sample.text});
    for (const auto& statement : judged->statements) {
      Json line = to_json(statement, *judged, library);
      line["provision"] = library.policies()[example.provision].id;
      line["kind"] = std::string(name(example.kind));
      fmt::print("{}\n", line.dump(-1, ' ', false, Json::error_handler_t::replace));
    }
  }
}

int run(const DataFolders& folders, const std::vector<std::string>& paths) {
  const DiskFileSystem files;
  Diagnostics diagnostics;
  const auto library = Library::load(files, folders, diagnostics);
  if (!library) return 2;
  if (paths.front() == "--examples") {
    examples(*library);
    return 0;
  }
  const Workspace workspace;
  Report report;
  for (const auto& judged : Run(files, *library, workspace, {}).judge(paths, {}, report)) {
    for (const auto& statement : judged->statements) {
      fmt::print("{}\n", to_json(statement, *judged, *library).dump(-1, ' ', false, Json::error_handler_t::replace));
    }
  }
  return 0;
}

}  // namespace
}  // namespace selaras

int main(int argc, char** argv) {
  if (argc < 4) {
    fmt::print(stderr, "usage: statements RULES POLICIES PATH…|--examples\n");
    return 2;
  }
  return selaras::run({argv[1], argv[2]}, std::vector<std::string>(argv + 3, argv + argc));
}
