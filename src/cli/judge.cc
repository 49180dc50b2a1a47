#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "judge/entailment.h"
#include "message/front_matter.h"

namespace selaras {
namespace {

using Json = nlohmann::ordered_json;

constexpr size_t kLineLimit = 1U << 20U;
constexpr size_t kTextLimit = 10'000;  // bytes: a provision or a sentence of a message, not a document

/// What one language needs to be read; made when its first line comes.
struct LanguageTools {
  explicit LanguageTools(const Lexicon& of) : lexicon(of), segmenter(of.pack().sentences), stemmer(of.pack().language) {}
  const Lexicon& lexicon;
  Segmenter segmenter;
  Stemmer stemmer;
};

struct Refusal {
  std::string what;
};

std::string text_of(const Json& row, const char* field) {
  const auto found = row.find(field);
  if (found == row.end()) throw Refusal{fmt::format("the field '{}' is missing", field)};
  if (!found->is_string()) throw Refusal{fmt::format("the field '{}' must be a string", field)};
  const auto text = found->get<std::string>();
  if (text.size() > kTextLimit)
    throw Refusal{fmt::format("the field '{}' has {} bytes, more than {}", field, text.size(), kTextLimit)};
  return text;
}

Json slots(const EntailmentStep& step) {
  return {{"verdict", name(step.verdict)},
          {"modality", {{"premise", step.premise_modality}, {"hypothesis", step.modality}}},
          {"share", {{"premise", step.premise_share}, {"hypothesis", step.share}}},
          {"missing", step.missing},
          {"added", step.added},
          {"contrary", step.contrary}};
}

class LineJudge {
 public:
  explicit LineJudge(const Library& library) : library_(library) {}

  /// The answer to one line, or its error in the same place.
  Json answer(const std::string& line) {
    Json id = nullptr;
    try {
      if (line.size() > kLineLimit) throw Refusal{fmt::format("the line has {} bytes, more than {}", line.size(), kLineLimit)};
      const Json row = Json::parse(line);
      if (!row.is_object()) throw Refusal{"the line is no JSON object"};
      id = row.value("id", Json(nullptr));
      return judged(id, row);
    } catch (const Refusal& refusal) {
      return {{"id", id}, {"error", refusal.what}};
    } catch (const Json::exception& error) {
      return {{"id", id}, {"error", error.what()}};
    }
  }

 private:
  Json judged(const Json& id, const Json& row) {
    LanguageTools& tools = tools_of(text_of(row, "language"));
    const OpenReader reader{library_.ontology(), tools.lexicon, tools.segmenter, tools.stemmer};
    const OpenClaim premise = open_claim(text_of(row, "premise"), reader);
    const OpenClaim hypothesis = open_claim(text_of(row, "hypothesis"), reader);
    const Entailment made =
        judge_entailment(premise, hypothesis, {library_.ontology(), tools.lexicon.pack().plain.negative_prefixes});
    Json steps = Json::array();
    for (const EntailmentStep& step : made.steps) steps.push_back(slots(step));
    return {{"id", id}, {"verdict", name(made.verdict)}, {"strength", name(made.strength)}, {"slots", {{"claims", steps}}}};
  }

  LanguageTools& tools_of(const std::string& written) {
    const auto language = language_tag(written);
    const Lexicon* lexicon = language ? library_.lexicon(*language) : nullptr;
    if (lexicon == nullptr) throw Refusal{fmt::format("there is no language pack for '{}'", written)};
    return tools_.try_emplace(lexicon->pack().language, *lexicon).first->second;
  }

  const Library& library_;
  std::map<std::string, LanguageTools> tools_;
};

int judge(const CommonOptions& options) {
  const auto session = open_session(options, ".");
  if (!session) return kFailed;
  LineJudge lines(*session->library);
  for (std::string line; std::getline(std::cin, line);) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    write_out(lines.answer(line).dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
  }
  return kClean;
}

}  // namespace

void add_judge_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<CommonOptions>();
  auto* command = app.add_subcommand("judge", "Whether a premise bears a hypothesis out:\nNDJSON in, NDJSON out");
  command->add_option("-c,--config", options->config, "Workspace file (selaras.yaml)")->type_name("FILE");
  command->callback([options, &exit_code] { exit_code = judge(*options); });
}

}  // namespace selaras
