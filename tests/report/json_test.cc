// The JSON report, key by key, as docs/formats/report.md promises it.
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "report/formats.h"
#include "report/json_writer.h"
#include "sample_report.h"

using namespace selaras;
using namespace selaras::test;
using Json = nlohmann::ordered_json;

namespace {

std::vector<std::string> keys(const Json& object) {
  std::vector<std::string> found;
  for (const auto& [key, value] : object.items()) found.push_back(key);
  return found;
}

using Keys = std::vector<std::string>;

std::string page() {
  std::ifstream file(SELARAS_SOURCE_DIR "/docs/formats/report.md", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The first ```json block of the page.
Json example_of_the_page() {
  const std::string text = page();
  const size_t begin = text.find("```json\n") + 8;
  return Json::parse(text.substr(begin, text.find("```", begin) - begin));
}

/// Both have the same keys in the same order, all the way down; of arrays the first items are compared.
void same_shape(const Json& a, const Json& b, const std::string& where) {
  CAPTURE(where);
  if (a.is_object() && b.is_object()) {
    CHECK(keys(a) == keys(b));
    for (const auto& [key, value] : a.items()) {
      if (b.contains(key)) same_shape(value, b[key], where + "." + key);
    }
  } else if (a.is_array() && b.is_array() && !a.empty() && !b.empty()) {
    same_shape(a[0], b[0], where + "[]");
  } else if (!a.is_null() && !b.is_null()) {
    CHECK(a.type() == b.type());
  }
}

}  // namespace

TEST_CASE("the keys of the report are those of the contract, in its order") {
  const SampleReport sample;
  const Json json = Json::parse(to_json(sample.report));
  CHECK(keys(json) == Keys{"schema_version", "tool", "as_of", "summary", "findings", "supported", "not_evaluated", "diagnostics"});
  CHECK(keys(json["tool"]) == Keys{"name", "version", "rules", "policies"});
  CHECK(keys(json["summary"]) == Keys{"messages", "claims", "findings", "blocker", "major", "minor", "note", "ask", "not_evaluated", "not_covered", "skipped"});
  const Json& finding = json["findings"][0];
  CHECK(keys(finding) == Keys{"id", "code", "check", "kind", "severity", "strength", "route", "as_of", "message", "message_id", "path", "language",
                              "start", "end", "quote", "claim", "evidence", "related", "derivation", "repair"});
  CHECK(keys(finding["start"]) == Keys{"offset", "line", "column"});
  CHECK(keys(finding["end"]) == Keys{"offset", "line", "column"});
  CHECK(keys(finding["claim"]) == Keys{"bearer", "modality", "action", "object", "conditions", "quantities", "jurisdiction", "quantifier", "speech_act"});
  CHECK(keys(finding["evidence"][0]) == Keys{"kind", "id", "jurisdiction", "statement", "instrument", "section", "url", "in_force", "confidence"});
  CHECK(keys(finding["evidence"][0]["in_force"]) == Keys{"from", "to"});
  CHECK(keys(finding["related"][0]) == Keys{"message_id", "path", "start", "end", "quote"});
  CHECK(keys(finding["repair"]) == Keys{"text", "replaces"});
  CHECK(keys(finding["repair"]["replaces"]) == Keys{"start", "end"});
  CHECK(keys(json["supported"][0]) == Keys{"message_id", "path", "start", "end", "as_of", "evidence"});
  CHECK(keys(json["not_evaluated"][0]) == Keys{"message_id", "path", "start", "end", "reason"});
  CHECK(keys(json["diagnostics"][0]) == Keys{"level", "path", "line", "column", "message", "remedy"});
}

TEST_CASE("the values are those of the report, with null for what is not known") {
  const SampleReport sample;
  const Json json = Json::parse(to_json(sample.report));
  CHECK(json["schema_version"] == 1);
  CHECK(json["tool"]["rules"] == "1111111111111111");
  CHECK(json["as_of"].is_null());
  const Json& finding = json["findings"][0];
  CHECK(finding["severity"] == "blocker");
  CHECK(finding["strength"] == "likely");
  CHECK(finding["as_of"] == "2026-11-15");
  CHECK(finding["route"] == "policy");
  CHECK(finding["claim"]["conditions"] == Json::array({"registered"}));
  CHECK(finding["evidence"][0]["in_force"] == Json({{"from", "2025-08-01"}, {"to", nullptr}}));
  CHECK(finding["evidence"][0]["confidence"] == "high");
  CHECK(finding["repair"] == Json({{"text", "RM1,700"}, {"replaces", {{"start", 15}, {"end", 22}}}}));
  const Json& ask = json["findings"][1];
  for (const char* key : {"route", "repair"}) CHECK(ask[key].is_null());
  for (const char* key : {"bearer", "modality", "action", "object", "jurisdiction", "quantifier", "speech_act"}) CHECK(ask["claim"][key].is_null());
  for (const char* key : {"evidence", "related"}) CHECK(ask[key] == Json::array());
  CHECK(json["supported"][0]["evidence"] == Json::array({"MY-WAGE-01"}));
  CHECK(json["summary"]["skipped"] == Json::array({{{"path", "README.md"}, {"reason", "no front matter: not a message"}}}));
}

TEST_CASE("offsets are bytes, columns are code points, ends are exclusive, and the quote is the file's bytes") {
  const SampleReport sample;
  const Json json = Json::parse(to_json(sample.report));
  const Json& finding = json["findings"][0];
  CHECK(finding["start"] == Json({{"offset", 15}, {"line", 1}, {"column", 7}}));
  CHECK(finding["end"] == Json({{"offset", 22}, {"line", 1}, {"column", 14}}));
  CHECK(finding["quote"] == "RM1,200");
  CHECK(finding["quote"] == std::string(sample.report.findings[0].file->text().substr(15, 7)));
  CHECK(finding["related"][0]["quote"] == "ค่า");
  CHECK(json["supported"][0]["start"] == Json({{"offset", 15}}));
  CHECK(json["diagnostics"][0]["column"] == 7);
  CHECK(json["diagnostics"][1]["line"] == 0);
}

TEST_CASE("the summary counts severities without what is only asked") {
  const SampleReport sample;
  const Json summary = Json::parse(to_json(sample.report))["summary"];
  CHECK(summary["findings"] == 2);
  CHECK(summary["blocker"] == 1);
  CHECK(summary["ask"] == 1);
  CHECK(summary["not_evaluated"] == 1);
  CHECK(summary["not_covered"] == Json::array({"AE"}));
}

TEST_CASE("a report of nothing has every key") {
  const Json json = Json::parse(to_json(Report()));
  for (const char* key : {"findings", "supported", "not_evaluated", "diagnostics"}) CHECK(json[key] == Json::array());
  CHECK(json["summary"]["messages"] == 0);
}

TEST_CASE("bytes of a path that are no UTF-8 become U+FFFD") {
  Report report;
  report.skipped = {{"a\xFF.md", "x"}};
  CHECK(Json::parse(to_json(report))["summary"]["skipped"][0]["path"] == "a\xEF\xBF\xBD.md");
}

TEST_CASE("the text is what the library writes of the same tree, one item a line") {
  const SampleReport sample;
  const std::string text = to_json(sample.report);
  CHECK(Json::parse(text).dump(1) + "\n" == text);
  const std::string nothing = to_json(Report());
  CHECK(Json::parse(nothing).dump(1) + "\n" == nothing);
}

TEST_CASE("every byte of a string is escaped as the library does") {
  std::vector<std::string> texts = {"", "plain", "\xC3\xA9\xE0\xB8\x81\xF0\x9F\x98\x80", "cut \xE0\xB8", "\xC0\xAF", "a\xFF\xFE\x80z", std::string("nul\0nul", 7)};
  for (int byte = 0; byte < 128; ++byte) texts.push_back("a" + std::string(1, static_cast<char>(byte)) + "z");
  for (const auto& text : texts) {
    JsonWriter writer;
    writer.value(text);
    CHECK(writer.take() == Json(text).dump(-1, ' ', false, Json::error_handler_t::replace));
  }
}

TEST_CASE("the example of docs/formats/report.md has the shape of a report") {
  const SampleReport sample;
  same_shape(example_of_the_page(), Json::parse(to_json(sample.report)), "report");
}

TEST_CASE("docs/formats/report.md speaks of every key") {
  const SampleReport sample;
  const std::string text = page();
  const std::string after_example = text.substr(text.find("```", text.find("```json") + 7));
  const auto each = [&](const auto& self, const Json& json) -> void {
    if (json.is_array() && !json.empty()) self(self, json[0]);
    if (!json.is_object()) return;
    for (const auto& [key, value] : json.items()) {
      CHECK_MESSAGE(after_example.find("`" + key + "`") != std::string::npos, key, " is not documented");
      self(self, value);
    }
  };
  each(each, Json::parse(to_json(sample.report)));
}
