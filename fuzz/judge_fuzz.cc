// libFuzzer entry point: any bytes as a line of `selaras judge`, and as the two texts of a good one. Every line must have an answer that is
// JSON with a verdict or an error.
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>

#include "engine/judge_line.h"

namespace {

using namespace selaras;
using Json = nlohmann::json;

// Words of our own: the fuzzer need not find the project's.
MemoryFileSystem files() {
  MemoryFileSystem files;
  files.add("rules/ontology/a.yaml",
            "area: a\nconcepts:\n  - {id: worker, kind: person, gloss: g}\n  - {id: nurse, kind: person, parents: [worker], gloss: g}\n"
            "  - {id: pay, kind: action, gloss: g}\n  - {id: wage, kind: attribute, dimension: money, gloss: g}\n");
  files.add("rules/languages/en.yaml",
            "language: en\nscript: Latn\nplain_words: {particles: [the, o], finite: [do], negative_prefixes: [un]}\n"
            "cues:\n  negation: [not, n]\n  obligation: [must]\n  permission: [may]\n  prohibition: [must not]\n  quantifier-all: [all]\n"
            "  quantifier-none: [no]\n  quantifier-some: [some, not all]\n  quantifier-many: [many]\n  quantifier-any: [any]\n"
            "  only: [only]\n  not-only: [not only]\n  even: [even]\n  exception: [except]\n  condition: [if]\n  until: [until]\n"
            "  before: [before]\n  after: [after]\n  lacking: [without]\n  contrast: [but]\n  instead: [but not]\n  disjunction: [or]\n"
            "  conjunction: [and]\n  auxiliary: [is, be]\n  relative: [who]\n  no-longer: [no longer]\n  question: [\"?\"]\n"
            "  third-person: [he]\n  others: [others]\n  degree: [very]\n  occasion-none: [never]\n"
            "bounds: {at-most: [at most], more-than: [more than]}\nnumbers: {one: 1, two: 2}\ncurrencies: {USD: [dollar]}\n"
            "units: {month: [month]}\n");
  files.add("rules/languages/en/a.yaml",
            "language: en\narea: a\nterms: {worker: [worker], nurse: [nurse], pay: [pay], wage: [wage]}\n");
  files.add("rules/blocks.yaml",
            "labels: {question: {en: [q]}}\nseparators: [\":\"]\nweak-separators: [\".\"]\nquestion-marks: [\"?\"]\n"
            "sentence-ends: [\".\"]\nbullets: [\"•\"]\nquotes: [[\"“\", \"”\"]]\n");
  files.add("policies/MY/a.yaml", "jurisdiction: MY\ninstruments: {}\nprovisions: []\n");
  return files;
}

const Library& library() {
  static const auto loaded = [] {
    Diagnostics diagnostics;
    auto found = Library::load(files(), {"rules", "policies"}, diagnostics);
    if (!found || found->lexicon("en") == nullptr) std::abort();
    return found;
  }();
  return *loaded;
}

Json answer(const std::string& line) {
  static LineJudge lines(library());
  const Json said = Json::parse(lines.answer(line, 1));
  if (said.contains("verdict") == said.contains("error")) std::abort();
  return said;
}

std::string pair(const std::string& premise, const std::string& hypothesis) {
  return Json{{"id", 1}, {"language", "en"}, {"premise", premise}, {"hypothesis", hypothesis}}.dump(
      -1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  answer(bytes);
  const size_t cut = bytes.find('|');
  answer(pair(bytes.substr(0, cut), cut == std::string::npos ? "" : bytes.substr(cut + 1)));
  answer(pair(bytes, bytes));
  return 0;
}
