// `selaras check --ndjson` as the map step of a stream engine: one object a line in, one report a line out, whatever the line.
#include <nlohmann/json.hpp>

#include "small_workspace.h"

using namespace selaras::test;
using Json = nlohmann::ordered_json;

namespace {

Json message(const std::string& id, const std::string& amount) {
  return {{"id", id},
          {"issuer", "MY-JTK"},
          {"country", "MY"},
          {"role", "destination"},
          {"corridor", {"BD", "MY"}},
          {"language", "en"},
          {"channel", "leaflet"},
          {"audience", {{"group", "migrant-worker"}}},
          {"publish", "2026-11-15"},
          {"body", "Employers in Malaysia must pay foreign workers a minimum wage of at least " + amount + " a month.\n"}};
}

std::vector<Json> answers(const House& house, const std::string& input, const std::string& jobs = "2") {
  const Ran ran = house.run(Call{{"check", "--ndjson", "-j", jobs}, input});
  CHECK(ran.code == 0);
  CHECK(ran.err.empty());
  std::vector<Json> all;
  for (const auto& line : lines_of(ran.out)) all.push_back(Json::parse(line));
  return all;
}

std::string error_of(const House& house, const std::string& line) {
  const auto all = answers(house, line + "\n" + message("after", "RM1,200").dump() + "\n");
  REQUIRE(all.size() == 2);
  CHECK(all[1]["summary"]["findings"] == 1);  // the next line does not suffer
  return all[0].value("error", "");
}

}  // namespace

TEST_CASE("a line has the report that its message has as a file") {
  const House house;
  const auto all = answers(house, message("wrong", "RM1,200").dump() + "\n" + message("right", "RM1,700").dump());
  REQUIRE(all.size() == 2);
  const Json as_file = Json::parse(house.run({"check", "-f", "json", "messages/wrong.md"}).out);
  const Json& finding = all[0]["findings"][0];
  for (const char* key : {"id", "code", "check", "severity", "strength", "message", "message_id", "quote", "claim", "evidence", "derivation"}) {
    CHECK_MESSAGE(finding[key] == as_file["findings"][0][key], key);
  }
  CHECK(all[0]["tool"] == as_file["tool"]);
  CHECK(finding["path"] == "wrong");
  const std::string body = message("wrong", "RM1,200")["body"];
  CHECK(finding["start"]["offset"] == body.find("at least RM1,200"));  // positions are those of `body`
  CHECK(finding["start"]["line"] == 1);
  CHECK(all[1]["findings"].empty());
}

TEST_CASE("order, threads and neighbours do not matter") {
  const House house;
  std::string input;
  for (int i = 0; i < 200; ++i) {
    input += i % 17 == 3 ? "{nonsense" + std::to_string(i) + "\n" : message("m" + std::to_string(i), i % 2 == 0 ? "RM1,200" : "RM1,700").dump() + "\n";
    if (i % 50 == 0) input += "  \n";  // a line without words has no answer
  }
  const auto one = answers(house, input, "1");
  REQUIRE(one.size() == 200);
  CHECK(one == answers(house, input, "3"));
  for (size_t i = 0; i < 200; i += 41) {
    const auto alone = answers(house, lines_of(input)[i + (i + 49) / 50] + "\n");
    REQUIRE(alone.size() == 1);
    CHECK(alone[0] == one[i]);
  }
}

TEST_CASE("a line that is no message is answered with what to do, and the id where it has one") {
  const House house;
  CHECK(error_of(house, "{\"id\":") == "no JSON from byte 7 on (write one JSON object a line, in UTF-8)");
  CHECK(error_of(house, "[1, 2]") == "the line is no JSON object (write one JSON object a line)");
  CHECK(error_of(house, "{\"id\": \"x\"}") == "the field 'body' is missing (every line has the fields of the front matter and `body`)");
  CHECK(error_of(house, "{\"id\": \"x\", \"body\": 7}") == "the field 'body' must be a text (write it in quotes)");
  CHECK(has(error_of(house, "{\"id\": \"x\", \"body\": \"a\\u0000b\"}"), "a byte of zero"));
  CHECK(has(error_of(house, "\xff"), "no JSON from byte 1 on"));
  CHECK(has(error_of(house, "{\"id\": \"x\", \"body\": " + std::string(100000, '[')), "nested too deep"));
  CHECK(has(error_of(house, "{\"id\": 1e999, \"body\": \"x\"}"), "a number is too large"));
  CHECK(has(error_of(house, "{\"id\": \"x\", \"body\": \"Text.\"}"), "the front matter has no 'issuer'"));
  Json row = message("x", "RM1,200");
  row["languge"] = "en";
  CHECK(has(error_of(house, row.dump()), "unknown field 'languge' in the front matter (did you mean 'language'?)"));
  row = message("x", "RM1,200");
  row["publish"] = "2026-02-30";
  const auto all = answers(house, row.dump() + "\n");
  CHECK(all[0]["id"] == "x");
  CHECK(has(all[0]["error"].get<std::string>(), "is not a day"));
  row["publish"] = "2026-11-15";
  row["body"] = " \n";
  CHECK(has(error_of(house, row.dump()), "the message has no text"));
}

TEST_CASE("a line longer than any message is answered, and held in no more memory than a message") {
  const House house;
  const Ran ran = run_program("/bin/sh",
                              Call{{"-c", "ulimit -v 900000; { head -c 1073741824 /dev/zero | tr '\\0' x; echo; printf '%s\\n' '" + message("after", "RM1,200").dump() +
                                              "'; } | " + SELARAS_PROGRAM + " check --ndjson -j 1"}},
                              house.path());
  CHECK(ran.code == 0);
  const auto lines = lines_of(ran.out);
  REQUIRE(lines.size() == 2);
  CHECK(has(lines[0], "the line has more than 16777216 bytes"));
  CHECK(Json::parse(lines[1])["summary"]["findings"] == 1);
}

TEST_CASE("an answer does not wait for the next line") {
  const House house;
  // A program that writes its second line only when it has read the first answer would wait for ever otherwise.
  house.write("talk.sh", std::string("mkfifo to from; exec 3<>to 4<>from; ") + SELARAS_PROGRAM +
                             " check --ndjson <to >from & \n"
                             "for i in 1 2 3; do printf '%s\\n' \"$1\" >&3; read -r answer <&4; echo \"$answer\" | cut -c1-20; done; kill $!\n");
  const Ran ran = run_program("/usr/bin/timeout", Call{{"60", "/bin/bash", "talk.sh", message("x", "RM1,200").dump()}}, house.path());
  CHECK(ran.out == "{\"schema_version\": 1\n{\"schema_version\": 1\n{\"schema_version\": 1\n");
}

TEST_CASE("who stops reading ends the stream, quietly") {
  const House house;
  std::string input;
  for (int i = 0; i < 3000; ++i) input += message("m" + std::to_string(i), "RM1,200").dump() + "\n";
  house.write("in", input);
  const Ran ran = run_program("/bin/bash", Call{{"-c", std::string(SELARAS_PROGRAM) + " check --ndjson <in | head -1 | cut -c1-5; echo ${PIPESTATUS[0]}"}}, house.path());
  CHECK(ran.out == "{\"sch\n141\n");
  CHECK(ran.err.empty());
}
