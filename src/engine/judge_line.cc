#include "engine/judge_line.h"

#include <fmt/format.h>

#include <limits>
#include <map>
#include <nlohmann/json.hpp>
#include <string_view>

#include "engine/json_row.h"
#include "judge/entailment.h"
#include "message/front_matter.h"

namespace selaras {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kDeepest = std::numeric_limits<int>::max();  // fields that others add may be anything

/// What one language needs to be read; made when its first line comes.
struct PairTools {
  explicit PairTools(const Lexicon& of) : lexicon(of), segmenter(of.pack().sentences), stemmer(of.pack().language) {}
  const Lexicon& lexicon;
  Segmenter segmenter;
  Stemmer stemmer;
};

Json id_of(const Json& row) {
  const auto found = row.find("id");
  if (found == row.end()) return nullptr;
  if (found->is_structured()) throw Refusal{"the field 'id' is a list or an object", "give a text or a number"};
  return *found;
}

std::string text_of(const Json& row, const char* field) {
  const auto found = row.find(field);
  if (found == row.end()) throw Refusal{fmt::format("the field '{}' is missing", field), "every line has language, premise and hypothesis"};
  if (!found->is_string()) throw Refusal{fmt::format("the field '{}' must be a text", field), "write it in quotes"};
  auto text = found->get<std::string>();
  if (text.size() > LineJudge::kTextLimit)
    throw Refusal{fmt::format("the field '{}' has {} bytes, more than {}", field, text.size(), LineJudge::kTextLimit),
                  "give one provision or one sentence at a time"};
  return text;
}

Json parsed(const std::string& line) {
  return parse_row(line, {LineJudge::kLineLimit, kDeepest, "give one pair of texts a line", "give language, premise and hypothesis as texts"});
}

Json slots(const EntailmentStep& step) {
  return {{"verdict", name(step.verdict)},
          {"modality", {{"premise", step.premise_modality}, {"hypothesis", step.modality}}},
          {"share", {{"premise", step.premise_share}, {"hypothesis", step.share}}},
          {"missing", step.missing},
          {"added", step.added},
          {"contrary", step.contrary}};
}

}  // namespace

class LineJudge::Pairs {
 public:
  explicit Pairs(const Library& library) : library_(library) {}

  Json judge(const Json& id, const Json& row) {
    PairTools& tools = tools_of(text_of(row, "language"));
    const OpenReader reader{library_.ontology(), tools.lexicon, tools.segmenter, tools.stemmer};
    const OpenClaim premise = open_claim(text_of(row, "premise"), reader);
    const OpenClaim hypothesis = open_claim(text_of(row, "hypothesis"), reader);
    const Entailment made =
        judge_entailment(premise, hypothesis, {library_.ontology(), tools.lexicon.pack().plain.negative_prefixes});
    Json steps = Json::array();
    for (const EntailmentStep& step : made.steps) steps.push_back(slots(step));
    return {{"id", id}, {"verdict", name(made.verdict)}, {"strength", name(made.strength)}, {"slots", {{"claims", steps}}}};
  }

 private:
  PairTools& tools_of(const std::string& written) {
    const auto language = language_tag(written);
    const Lexicon* lexicon = language ? library_.lexicon(*language) : nullptr;
    if (lexicon == nullptr)
      throw Refusal{fmt::format("there is no language pack for '{}'", written), "use a language of rules/languages"};
    return tools_.try_emplace(lexicon->pack().language, *lexicon).first->second;
  }

  const Library& library_;
  std::map<std::string, PairTools> tools_;
};

LineJudge::LineJudge(const Library& library) : pairs_(std::make_unique<Pairs>(library)) {}
LineJudge::~LineJudge() = default;

std::string LineJudge::answer(const std::string& line, size_t number) {
  Json id = nullptr;
  Json answer;
  try {
    const Json row = parsed(line);
    id = id_of(row);
    answer = pairs_->judge(id, row);
  } catch (const Refusal& refusal) {
    answer = {{"id", id}, {"error", fmt::format("line {}: {} ({})", number, refusal.what, refusal.remedy)}};
  }
  return answer.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace selaras
