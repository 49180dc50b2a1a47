// `selaras judge` as a program that is fed: one object a line in, one a line out, whatever the line.
#include <nlohmann/json.hpp>

#include "small_workspace.h"

using namespace selaras::test;
using Json = nlohmann::json;

namespace {

std::string pair(const std::string& id, const std::string& premise, const std::string& hypothesis) {
  return Json{{"id", id}, {"language", "en"}, {"premise", premise}, {"hypothesis", hypothesis}}.dump() + "\n";
}

std::vector<Json> judged(const House& house, const std::string& input) {
  const Ran ran = house.run(Call{{"judge"}, input});
  CHECK(ran.code == 0);
  CHECK(ran.err.empty());
  std::vector<Json> answers;
  for (const auto& line : lines_of(ran.out)) answers.push_back(Json::parse(line));
  return answers;
}

std::string error_of(const House& house, const std::string& line) {
  const auto answers = judged(house, line + "\n");
  REQUIRE(answers.size() == 1);
  return answers[0].value("error", "");
}

}  // namespace

TEST_CASE("every line has its answer, in the same order") {
  const House house;
  const auto answers = judged(house, pair("a", "Employers must pay workers.", "Employers must pay workers.") + "{nonsense\n" +
                                         pair("b", "Employers must pay workers.", "Employers must not pay workers."));
  REQUIRE(answers.size() == 3);
  CHECK(answers[0]["id"] == "a");
  CHECK(answers[0]["verdict"] == "supported");
  CHECK(answers[0]["strength"] == "proven");
  CHECK(answers[0]["slots"]["claims"].size() == 1);
  CHECK(answers[1]["id"].is_null());
  CHECK(answers[1].contains("error"));
  CHECK(answers[2]["id"] == "b");
  CHECK(answers[2]["verdict"] == "contradicted");
}

TEST_CASE("ids come back as they were given, and lines without words are passed over") {
  const House house;
  const std::string input =
      "\n   \n" + Json{{"id", 7}, {"language", "en-GB"}, {"premise", "Employers pay."}, {"hypothesis", "Employers pay."}}.dump() +
      "\n\r\n";
  const auto answers = judged(house, input);
  REQUIRE(answers.size() == 1);
  CHECK(answers[0]["id"] == 7);
  CHECK(judged(house, "").empty());
}

TEST_CASE("what is wrong with a line stands in its place, with the line's number and a remedy") {
  const House house;
  CHECK(error_of(house, "[1]") == "line 1: the line is no JSON object (write one JSON object a line)");
  CHECK(has(error_of(house, "{}"), "'language' is missing"));
  CHECK(has(error_of(house, R"({"id": 1, "language": "en", "premise": "x"})"), "'hypothesis' is missing"));
  CHECK(has(error_of(house, R"({"id": 1, "language": "en", "premise": 3, "hypothesis": "x"})"), "'premise' must be a text"));
  CHECK(has(error_of(house, R"({"id": 1, "language": "xx", "premise": "x", "hypothesis": "x"})"), "no language pack for 'xx'"));
  CHECK(has(error_of(house, R"({"id": [[1]], "language": "en"})"), "'id' is a list or an object"));
  CHECK(has(error_of(house, R"({"id": 1e999})"), "too large"));
  CHECK(has(error_of(house, pair("long", std::string(20'000, 'a'), "b")), "has 20000 bytes"));
  CHECK(has(error_of(house, "{\"id\": \"\xff\"}"), "in UTF-8"));
  CHECK(has(error_of(house, std::string("{\"id\": \0}", 9)), "no JSON from byte"));
}

TEST_CASE("lines longer than any pair, and nested deeper than any, are refused one by one") {
  const House house;
  const auto answers = judged(house, std::string(3U << 20U, 'x') + "\n" + std::string(500'000, '[') + "\n" +
                                         pair("last", "Employers must pay.", "Employers must pay."));
  REQUIRE(answers.size() == 3);
  CHECK(has(answers[0].value("error", ""), "line 1: the line has more than"));
  CHECK(has(answers[1].value("error", ""), "line 2: no JSON"));
  CHECK(answers[2]["verdict"] == "supported");
}

TEST_CASE("a last line without a line feed is answered") {
  const House house;
  std::string line = pair("end", "Employers must pay.", "Employers must pay.");
  line.pop_back();
  CHECK(judged(house, line).size() == 1);
}

TEST_CASE("an output that is full ends with 2 and a reason") {
  const House house;
  Call full{{"judge"}, pair("a", "Employers must pay.", "Employers must pay.")};
  full.out_to = "/dev/full";
  const Ran ran = house.run(full);
  CHECK(ran.code == 2);
  CHECK(has(ran.err, "standard output cannot be written"));
}

TEST_CASE("a text of many words is judged in the time of a line") {
  const House house;
  std::string premise;
  while (premise.size() < 9'000) premise += "no worker, if not an agent, must pay or ";
  const auto answers = judged(house, pair("many", premise, premise));
  REQUIRE(answers.size() == 1);
  CHECK(answers[0].contains("verdict"));
}

TEST_CASE("the help fits a terminal") {
  const House house;
  const Ran ran = house.run({"judge", "--help"});
  CHECK(ran.code == 0);
  for (const auto& line : lines_of(ran.out)) CHECK(line.size() <= 80);
}
