// The published JSON Schemas of the files that people write (docs/formats/*.schema.json) and the readers of the program hold together: what is shipped
// is valid by both, and a key that nobody knows is refused by both.
#include <optional>

#include "../cli/small_workspace.h"

using namespace selaras::test;

namespace {

/// What is wrong with the files by the schema; nullopt where there is no validator.
std::optional<std::string> faults(const std::string& schema, std::vector<std::string> files, const std::string& folder) {
  files.insert(files.begin(), {SELARAS_SOURCE_DIR "/tests/formats/yaml_by_schema.py", SELARAS_SOURCE_DIR "/docs/formats/" + schema + ".schema.json"});
  const Ran ran = run_program("/usr/bin/python3", Call{files}, folder);
  if (ran.code == 77 || ran.code == kCannotRun) {
    MESSAGE("skipped: python3-jsonschema or python3-yaml is not installed (./dev setup --all)");
    return std::nullopt;
  }
  return ran.code == 0 ? ran.out : ran.out + ran.err + " (ended with " + std::to_string(ran.code) + ")";
}

std::vector<std::string> below(const std::string& folder, const std::string& ending) {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(std::string(SELARAS_SOURCE_DIR "/") + folder)) {
    const std::string path = entry.path().string();
    const bool page = path.ends_with("README.md") || path.ends_with("STORY.md");
    if (entry.is_regular_file() && path.ends_with(ending) && !page) files.push_back(path);
  }
  return files;
}

/// A file of the small workspace with a key that nobody knows, put in before `line`.
struct Case {
  const char* schema;
  const char* file;
  const char* before;
  const char* key;
};

}  // namespace

TEST_CASE("what is shipped is valid by its schema") {
  const auto valid = [](const std::string& schema, const std::vector<std::string>& files) {
    REQUIRE_FALSE(files.empty());
    if (const auto told = faults(schema, files, "/")) CHECK_MESSAGE(told->empty(), *told);
  };
  valid("workspace", {SELARAS_SOURCE_DIR "/selaras.yaml"});
  valid("ontology", below("rules/ontology", ".yaml"));
  valid("language", below("rules/languages", ".yaml"));
  valid("check", below("rules/checks", ".yaml"));
  valid("policy", below("policies", ".yaml"));
  std::vector<std::string> messages;
  for (const auto& file : below("corpora", ".md")) {
    std::ifstream in(file);
    std::string first;
    if (std::getline(in, first) && first == "---") messages.push_back(file);
  }
  valid("message", messages);
}

TEST_CASE("an unknown key is refused by the schema and by the reader") {
  const std::vector<Case> cases = {
      {"workspace", "selaras.yaml", "rules: rules", "ruels: x\n"},
      {"workspace", "selaras.yaml", "rules: rules", "corridors: {a: {orign: [BD]}}\n"},
      {"message", "messages/wrong.md", "issuer:", "isuer: x\n"},
      {"message", "messages/wrong.md", "publish:", "brief: x\nchanel: sms\n"},
      {"policy", "policies/MY/work.yaml", "instruments:", "instrumnets: {}\n"},
      {"policy", "policies/MY/work.yaml", "    topic: work.wage\n    kind: norm\n    statement: The minimum wage is", "    topik: x\n"},
      {"ontology", "rules/ontology/work.yaml", "concepts:", "concept: []\n"},
      {"language", "rules/languages/en.yaml", "script:", "skript: Latn\n"},
      {"language", "rules/languages/en/work.yaml", "terms:", "term: {}\n"},
      {"check", "rules/checks/policy/quantity.yaml", "kind:", "knid: x\n"},
      {"waivers", "waivers.yaml", "    reason:", "    reson: x\n"},
      {"campaign", "messages/campaign.yaml", "role:", "rolle: origin\n"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.file);
    CAPTURE(one.key);
    const House house;
    house.write("messages/campaign.yaml", "campaign: autumn\nrole: destination\n");
    house.write("waivers.yaml", "waivers:\n  - id: W-1\n    check: policy/quantity\n    where: {message: wrong}\n    reason: Agreed.\n    approver: A\n"
                                "    created: 2026-11-01\n    expires: 2027-01-01\n");
    CHECK(faults(one.schema, {house.at(one.file)}, house.path()).value_or("") == "");
    CHECK(house.run({"check"}).code == 1);
    house.change(one.file, one.before, std::string(one.key) + one.before);
    if (const auto told = faults(one.schema, {house.at(one.file)}, house.path())) CHECK_FALSE(told->empty());
    const Ran ran = house.run({"check"});
    CHECK(ran.code == 2);
    CHECK_MESSAGE(has(ran.err, "unknown field '"), ran.err);
  }
}
