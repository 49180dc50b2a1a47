// What a shell and its user see of the command line: exit codes, words nobody knows, standard input, pipes and full disks.
#include <nlohmann/json.hpp>

#include "small_workspace.h"

using namespace selaras::test;
using Json = nlohmann::json;

namespace {

struct Line {
  std::vector<std::string> arguments;
  int code;
  std::string error;  // on standard error, whole
};

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += word + " ";
  return text;
}

}  // namespace

TEST_CASE("words nobody knows are refused, with the nearest that is known") {
  const House house;
  const std::vector<Line> lines = {
      {{}, 2, "selaras: error: no command is given (see --help)\n"},
      {{"chek"}, 2, "selaras: error: 'chek' is no command (did you mean 'check'?)\n"},
      {{"policies"}, 2, "selaras: error: no command is given (see --help)\n"},
      {{"policies", "shwo"}, 2, "selaras: error: 'shwo' is no command of policies (did you mean 'show'?)\n"},
      {{"check", "--formt", "json"}, 2, "selaras: error: unknown option '--formt' (did you mean '--format'?)\n"},
      {{"check", "messages", "--colour=never"}, 2, "selaras: error: unknown option '--colour=never' (did you mean '--color'?)\n"},
      {{"policies", "list", "--topc", "work.wage"}, 2, "selaras: error: unknown option '--topc' (did you mean '--topic'?)\n"},
      {{"--verison"}, 2, "selaras: error: unknown option '--verison' (did you mean '--version'?)\n"},
      {{"eval", "a", "b"}, 2, "selaras: error: 'b' is one argument too many (see --help)\n"},
      {{"eval"}, 2, "selaras: error: folder is required (see --help)\n"},
      {{"check", "--format", "jsn"}, 2, "selaras: error: --format: 'jsn' is not taken: did you mean 'json'? (see --help)\n"},
      {{"check", "--color", "sometimes"}, 2, "selaras: error: --color: 'sometimes' is not taken: known are: auto, always, never (see --help)\n"},
      {{"check", "--profile", "drft"}, 2, "selaras: error: --profile: 'drft' is not taken: did you mean 'draft'? (see --help)\n"},
      {{"check", "--jobs", "many"}, 2, "selaras: error: Could not convert: --jobs = many (see --help)\n"},
      {{"check", "--as-of", "2026-13-01"}, 2, "selaras: error: --as-of does not take '2026-13-01' (write a day as YYYY-MM-DD)\n"},
      {{"check", "--as-of", "tomorrow"}, 2, "selaras: error: --as-of does not take 'tomorrow' (write a day as YYYY-MM-DD)\n"},
      {{"check", "--fail-on", "majr"}, 2, "selaras: error: --fail-on does not take 'majr' (did you mean 'major'?)\n"},
      {{"check", "-c", "no.yaml", "messages/right.md"}, 2, "no.yaml: error: no such file or folder (check the path)\n"},
      {{"explain", "A99"}, 2, "selaras: error: 'A99' is no check, no place FILE:LINE and no finding of these messages (name the messages after it)\n"},
      {{"policies", "show", "MY-WAGE-O1"}, 2, "selaras: error: no provision 'MY-WAGE-O1' (did you mean 'MY-WAGE-01'?)\n"},
  };
  for (const Line& line : lines) {
    CAPTURE(joined(line.arguments));
    const Ran ran = house.run(line.arguments);
    CHECK(ran.code == line.code);
    CHECK(ran.err == line.error);
    CHECK_FALSE(has(ran.out, "findings"));
  }
}

TEST_CASE("help and version are no errors") {
  const House house;
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"--help"}, {"check", "--help"}, {"--version"}}) {
    const Ran ran = house.run(arguments);
    CHECK(ran.code == 0);
    CHECK(ran.err.empty());
    CHECK(has(ran.out, "selaras"));
  }
}

TEST_CASE("the exit code is 0 without findings at the level, 1 with them, 2 when something could not be run") {
  const House house;
  const std::vector<Line> lines = {
      {{"check", "messages/right.md"}, 0, ""},
      {{"check", "messages/wrong.md"}, 1, ""},
      {{"check"}, 1, ""},
      {{"check", "messages/wrong.md", "--fail-on", "never"}, 0, ""},
      {{"check", "messages/wrong.md", "--fail-on", "note"}, 1, ""},
      {{"check", "messages/wrong.md", "--fail-on", "error"}, 1, ""},
      {{"check", "messages/stale.md", "--as-of", "2023-01-01"}, 0, ""},
      {{"check", "messages/right.md", "messages/wrong.md"}, 1, ""},
      {{"check", "gone.md", "messages/wrong.md"}, 2, "gone.md: error: no such file or folder (check the path)\n"},
      {{"check", "rules"}, 2, "rules: error: no message file (*.md) in this folder (check the path, or put messages there)\n"},
      {{"check", "selaras.yaml"}, 2, "selaras.yaml: error: this is not a message file (name a Markdown file (*.md) or a folder of them)\n"},
  };
  for (const Line& line : lines) {
    CAPTURE(joined(line.arguments));
    const Ran ran = house.run(line.arguments);
    CHECK(ran.code == line.code);
    CHECK(ran.err == line.error);
  }
}

TEST_CASE("a level of the workspace holds, and the command line is above it") {
  const House house;
  house.write("selaras.yaml", "fail_on: blocker\nchecks: {policy/quantity: minor, policy/stale: \"off\"}\nmessages: [messages]\n");
  CHECK(house.run({"check"}).code == 0);
  CHECK(house.run({"check", "--fail-on", "minor"}).code == 1);
  CHECK_FALSE(has(house.run({"check"}).out, "policy/stale"));
}

TEST_CASE("Markdown without front matter is named as skipped and is no fault") {
  const House house;
  house.write("messages/README.md", "# About these messages\n");
  const Ran ran = house.run({"check", "--format", "json"});
  CHECK(ran.code == 1);
  CHECK(ran.err.empty());
  CHECK(Json::parse(ran.out)["summary"]["skipped"] == Json::parse(R"([{"path": "messages/README.md", "reason": "no front matter: not a message"}])"));
}

TEST_CASE("standard input is a file under the name that is given") {
  const House house;
  const std::string wrong = wage_message("typed", "RM1,200");
  const Ran ran = house.run(Call{{"check", "-", "--stdin-filename", "messages/typed.md", "-f", "compact"}, wrong});
  CHECK(ran.code == 1);
  CHECK(ran.out.starts_with("messages/typed.md:12:66: error: "));
  CHECK(house.run(Call{{"check", "-", "-f", "compact"}, wrong}).out.starts_with("stdin.md:12:66: error: "));
  CHECK(house.run(Call{{"check", "-"}, wage_message("typed", "RM1,700")}).code == 0);
}

TEST_CASE("standard input goes beside files, and is never mixed up with a file that is missing") {
  const House house;
  const Ran both = house.run(Call{{"check", "messages/wrong.md", "-", "-f", "compact"}, wage_message("typed", "RM1,300")});
  CHECK(both.code == 1);
  CHECK(has(both.out, "messages/wrong.md:12:66"));
  CHECK(has(both.out, "stdin.md:12:66"));
  CHECK(house.run(Call{{"check", "typed.md"}, wage_message("typed", "RM1,700")}).err == "typed.md: error: no such file or folder (check the path)\n");
}

TEST_CASE("standard input that is no message is told like a file") {
  const House house;
  const std::vector<std::pair<std::string, std::string>> inputs = {
      {"", "stdin.md:1:1: error: the file is empty (write front matter and a text, or delete the file)\n"},
      {"---\nid: \xFF\n---\nText\n", "stdin.md:2:5: error: these bytes are not UTF-8 (save the file as UTF-8)\n"},
      {std::string("---\nid: \0\n---\nText\n", 19), "stdin.md:2:5: error: a NUL byte: this is not a text file (save it as UTF-8 text)\n"},
      {std::string(17U << 20U, 'a'), "stdin.md: error: the file is larger than the limit (split the file, or leave it out)\n"},
  };
  for (const auto& [input, error] : inputs) {
    const Ran ran = house.run(Call{{"check", "-"}, input});
    CHECK(ran.code == 2);
    CHECK(ran.err == error);
  }
}

TEST_CASE("a reader that goes away ends the program without a word") {
  const House house;
  for (int i = 0; i < 300; ++i) house.write("messages/many/" + std::to_string(i) + ".md", wage_message("many-" + std::to_string(i), "RM1,200"));
  const std::string script = "{ " SELARAS_PROGRAM " check messages; echo $? >code; } | head -1";
  const Ran ran = run_program("/bin/sh", Call{{"-c", script}}, house.path());
  CHECK(ran.code == 0);
  CHECK(lines_of(ran.out).size() == 1);
  CHECK(ran.err.empty());
  CHECK(house.read("code") == "141\n");
}

TEST_CASE("a full disk is an error of the run") {
  if (access("/dev/full", W_OK) != 0) {
    MESSAGE("skipped: no /dev/full here");
    return;
  }
  const House house;
  for (const char* format : {"pretty", "compact", "json"}) {
    Call call{{"check", "messages", "-f", format}};
    call.out_to = "/dev/full";
    const Ran ran = house.run(call);
    CHECK(ran.code == 2);
    CHECK(ran.err == "selaras: error: standard output cannot be written: No space left on device (make room, or name another file)\n");
  }
  Call help{{"--help"}};
  help.out_to = "/dev/full";
  CHECK(house.run(help).code == 2);
}

TEST_CASE("standard error that cannot be written changes nothing") {
  const House house;
  Call call{{"check", "gone.md", "messages/wrong.md"}};
  call.err_to = "/dev/full";
  const Ran ran = house.run(call);
  CHECK(ran.code == 2);
  CHECK(has(ran.out, "messages/wrong.md:12:66"));
}

TEST_CASE("JSON is a whole document without findings, with failed files, and when nothing could be run") {
  const House house;
  house.write("broken/bad.md", "---\nid: bad\n");
  house.write("no-rules/selaras.yaml", "rules: nowhere\npolicies: nowhere\n");
  const std::vector<std::pair<std::vector<std::string>, int>> runs = {
      {{"messages/right.md"}, 0}, {{"messages"}, 1},          {{"broken", "messages"}, 2},          {{"gone.md"}, 2},
      {{"--as-of", "x"}, 2},      {{"-c", "no-such.yaml"}, 2}, {{"-c", "no-rules/selaras.yaml"}, 2},
  };
  for (const auto& [arguments, code] : runs) {
    CAPTURE(joined(arguments));
    std::vector<std::string> all = {"check", "--format", "json"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    const Ran ran = house.run(all);
    CHECK(ran.code == code);
    REQUIRE(Json::accept(ran.out));
    const Json json = Json::parse(ran.out);
    CHECK(json["schema_version"] == 1);
    CHECK(json["findings"].is_array());
    CHECK(json["diagnostics"].empty() == (code != 2));
    CHECK(lines_of(ran.err).size() == json["diagnostics"].size());
  }
}

TEST_CASE("a file name that is no UTF-8 is checked, and its JSON is valid") {
  const House house;
  house.write("messages/\xFF.md", wage_message("odd", "RM1,200"));
  const Ran ran = house.run({"check", "--format", "json"});
  CHECK(ran.code == 1);
  CHECK(Json::accept(ran.out));
  CHECK(house.run({"check"}).code == 1);
}

TEST_CASE("every number of threads prints the same bytes") {
  const House house;
  for (int i = 0; i < 40; ++i) house.write("messages/many/" + std::to_string(i) + ".md", wage_message("many-" + std::to_string(i), "RM1," + std::to_string(200 + i)));
  house.write("messages/bad.md", "---\nid: bad\n---\n");
  for (const char* format : {"pretty", "compact", "json"}) {
    const Ran one = house.run({"check", "messages", "-f", format, "--jobs", "1"});
    CHECK(one.code == 2);
    for (const char* jobs : {"2", "8", "0"}) {
      const Ran other = house.run({"check", "messages", "-f", format, "--jobs", jobs});
      CHECK(other.out == one.out);
      CHECK(other.err == one.err);
      CHECK(other.code == one.code);
    }
  }
}
