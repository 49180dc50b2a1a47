// Reports of a run: several at once, into files, by formats that nobody has; and with which code it ends.
#include <nlohmann/json.hpp>

#include <sys/wait.h>

#include <csignal>

#include "../formats/schema.h"
#include "small_workspace.h"

using namespace selaras::test;
using Json = nlohmann::json;

namespace {

const std::vector<std::string> kFormats = {"pretty", "compact", "json", "jsonl", "sarif", "github", "gitlab", "junit",
                                           "checkstyle", "rdjson", "rdjsonl", "tap", "csv", "markdown", "html"};

std::string message_of(const std::string& id, const std::string& body) {
  const std::string message = wage_message(id, "RM1,200");
  return message.substr(0, message.rfind("---\n") + 4) + body + "\n";
}

/// Interrupts the program in the middle of reading standard input, which then has no end. 128 + signal when that ended it.
int code_after_interrupt(const House& house, const std::vector<std::string>& arguments) {
  signal(SIGPIPE, SIG_IGN);
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    signal(SIGINT, SIG_DFL);  // a background job of a shell ignores it, and so would its children
    setenv("SELARAS_CACHE", "off", 1);
    dup2(ends[0], 0);
    close(ends[1]);
    if (chdir(house.path().c_str()) != 0) _exit(kCannotRun);
    std::vector<char*> argv = {const_cast<char*>(SELARAS_PROGRAM)};
    for (const auto& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    execv(SELARAS_PROGRAM, argv.data());
    _exit(kCannotRun);
  }
  close(ends[0]);
  // A pipe holds 64 KiB: when all of this is written, the program is reading.
  const std::string text(1U << 20U, 'a');
  const ssize_t wrote = write(ends[1], text.data(), text.size());
  kill(child, SIGINT);
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  close(ends[1]);
  REQUIRE(wrote == static_cast<ssize_t>(text.size()));
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

TEST_CASE("every format prints to standard output or to its file, the same bytes, with the same code") {
  const House house;
  for (const auto& format : kFormats) {
    CAPTURE(format);
    const Ran shown = house.run({"check", "messages", "-f", format});
    CHECK(shown.code == 1);
    CHECK(shown.err.empty());
    CHECK_FALSE(shown.out.empty());
    const Ran written = house.run({"check", "messages", "-f", format + "=out." + format});
    CHECK(written.code == 1);
    CHECK(written.out.empty());
    CHECK(house.read("out." + format) == shown.out);
  }
}

TEST_CASE("several reports in one run are those of several runs") {
  const House house;
  const Ran ran = house.run({"check", "messages", "-f", "compact", "-f", "sarif=out.sarif", "--format=json=out.json", "-f", "html=sub=page.html"});
  CHECK(ran.code == 1);
  CHECK(ran.out == house.run({"check", "messages", "-f", "compact"}).out);
  CHECK(house.read("out.sarif") == house.run({"check", "messages", "-f", "sarif"}).out);
  CHECK(house.read("out.json") == house.run({"check", "messages", "-f", "json"}).out);
  CHECK(has(house.read("sub=page.html"), "<!doctype html>"));
  CHECK(house.run({"check", "messages", "-f", "compact", "-o", "lines"}).out.empty());
  CHECK(house.read("lines") == ran.out);
}

TEST_CASE("two reports are not mixed up, and a file needs a name") {
  const House house;
  CHECK(house.run({"check", "-f", "json", "-f", "sarif"}).err == "selaras: error: two reports would go to standard output (write FORMAT=FILE for one of them)\n");
  CHECK(house.run({"check", "-f", "json=a", "-f", "sarif=a"}).code == 2);
  CHECK(has(house.run({"check", "-f", "json="}).err, "'json=' names no file: write json=FILE"));
  CHECK(has(house.run({"check", "-f", "sarf=x"}).err, "'sarf' is not taken: did you mean 'sarif'?"));
}

TEST_CASE("a report that cannot be written is told, the others are written, and the code is 2") {
  const House house;
  house.write("folder/x", "");
  for (const auto& [file, error] : std::vector<std::pair<std::string, std::string>>{
           {"folder", "selaras: error: folder: "}, {"no/such/folder/out", "selaras: error: no/such/folder/out: no such file or folder"}, {"/dev/full", "selaras: error: /dev/full: "}}) {
    const Ran ran = house.run({"check", "messages/right.md", "-f", "json=" + file, "-f", "compact=good"});
    CHECK(ran.code == 2);
    CHECK_MESSAGE(ran.err.starts_with(error), ran.err);
    CHECK(std::filesystem::exists(house.at("good")));
    house.remove("good");
  }
}

TEST_CASE("a report takes the place of an old one whole, through a link, with its rights") {
  const House house;
  house.write("real/old.json", "old");
  std::filesystem::permissions(house.at("real/old.json"), std::filesystem::perms::owner_read | std::filesystem::perms::owner_write | std::filesystem::perms::others_read);
  std::filesystem::create_symlink("real/old.json", house.at("link.json"));
  CHECK(house.run({"check", "messages/right.md", "-f", "json=link.json"}).code == 0);
  CHECK(std::filesystem::is_symlink(house.at("link.json")));
  CHECK(Json::parse(house.read("real/old.json"))["schema_version"] == 1);
  CHECK((std::filesystem::status(house.at("real/old.json")).permissions() & std::filesystem::perms::mask) ==
        (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write | std::filesystem::perms::others_read));
  CHECK(std::distance(std::filesystem::directory_iterator(house.at("real")), {}) == 1);
}

TEST_CASE("formats for programs tell also of a run that found nothing, read nothing or could not begin") {
  const House house;
  const House broken;
  broken.write("rules/checks/policy/quantity.yaml", "id: [");
  for (const std::vector<std::string>& paths : {std::vector<std::string>{"messages/right.md"}, {"gone.md"}, {"messages", "gone.md"}}) {
    const Ran json = house.run({"check", paths.front(), "-f", "json", "-f", "sarif=out.sarif", "-f", "junit=out.xml"});
    CHECK(schema_faults(json.out, kReportSchema) == "");
    CHECK(schema_faults(house.read("out.sarif"), kSarifSchema) == "");
    CHECK(Json::parse(house.read("out.sarif"))["runs"][0]["invocations"][0]["exitCode"] == json.code);
    CHECK(has(house.read("out.xml"), "<testcase"));
  }
  const Ran ran = broken.run({"check", "-f", "sarif"});
  CHECK(ran.code == 2);
  const Json invocation = Json::parse(ran.out)["runs"][0]["invocations"][0];
  CHECK(invocation["executionSuccessful"] == false);
  CHECK(has(invocation["toolConfigurationNotifications"].dump(), "quantity.yaml"));
  CHECK(schema_faults(ran.out, kSarifSchema) == "");
}

TEST_CASE("--max-warnings: more warnings than that are a failure; errors and questions are not warnings") {
  const House house;
  house.write("selaras.yaml", "fail_on: blocker\nchecks: {policy/quantity: minor, policy/stale: minor}\nmessages: [messages]\n");
  const auto code = [&](const std::vector<std::string>& more) {
    std::vector<std::string> arguments = {"check"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return house.run(arguments).code;
  };
  CHECK(code({}) == 0);
  CHECK(code({"--max-warnings", "2"}) == 0);
  CHECK(code({"--max-warnings", "1"}) == 1);
  CHECK(code({"--max-warnings=0"}) == 1);
  CHECK(code({"--max-warnings", "2", "--fail-on", "warning"}) == 1);
  CHECK(code({"--max-warnings", "many"}) == 2);
  CHECK(code({"--max-warnings", "-1"}) == 2);
}

TEST_CASE("--strict: what was skipped is a failure to run as asked") {
  const House house;
  CHECK(house.run({"check", "messages/right.md", "--strict"}).code == 0);
  house.write("messages/README.md", "# About these messages\n");
  CHECK(house.run({"check", "messages", "--fail-on", "never"}).code == 0);
  CHECK(house.run({"check", "messages", "--fail-on", "never", "--strict"}).code == 2);
}

TEST_CASE("--quiet shows errors only, to people") {
  const House house;
  house.write("selaras.yaml", "checks: {policy/stale: minor}\nmessages: [messages]\n");
  CHECK(lines_of(house.run({"check", "-f", "compact"}).out).size() == 2);
  const Ran quiet = house.run({"check", "-f", "compact", "-q", "-f", "json=out.json"});
  CHECK(lines_of(quiet.out).size() == 1);
  CHECK(has(quiet.out, "[policy/quantity]"));
  CHECK(Json::parse(house.read("out.json"))["findings"].size() == 2);
}

TEST_CASE("the job summary of GitHub is appended to") {
  const House house;
  house.write("summary.md", "before\n");
  const Call call{{"check", "-f", "github"}, "", {{"GITHUB_STEP_SUMMARY", house.at("summary.md")}}};
  CHECK(house.run(call).code == 1);
  CHECK(house.read("summary.md").starts_with("before\n## selaras: 2 findings"));
  const Ran other = house.run(Call{{"check", "-f", "compact"}, "", {{"GITHUB_STEP_SUMMARY", house.at("summary2.md")}, {"GITHUB_ACTIONS", "true"}}});
  CHECK_FALSE(std::filesystem::exists(house.at("summary2.md")));
  CHECK_FALSE(has(other.out, "::error"));  // offered, never switched to
}

TEST_CASE("an interrupt from the keyboard ends the program with 130, and leaves no half report") {
  const House house;
  house.write("out.json", "old");
  CHECK(code_after_interrupt(house, {"check", "messages", "-", "-f", "json=out.json"}) == 130);
  CHECK(house.read("out.json") == "old");
  CHECK(std::distance(std::filesystem::directory_iterator(house.path()), {}) == 5);  // no temporary file beside it
}

TEST_CASE("the width is COLUMNS, the colour as the terminal wants, in every report to standard output and in none to a file") {
  const House house;
  const Call call{{"check", "-f", "pretty", "-f", "compact=lines"}, "", {{"CLICOLOR_FORCE", "1"}, {"COLUMNS", "60"}}};
  CHECK(has(house.run(call).out, "\033["));
  CHECK_FALSE(has(house.read("lines"), "\033["));
  const Call to_file{{"check", "-f", "pretty=page"}, "", {{"CLICOLOR_FORCE", "1"}}};
  house.run(to_file);
  CHECK_FALSE(has(house.read("page"), "\033["));
}

TEST_CASE("a message of hostile text and a hostile name keep every format in form") {
  const House house;
  house.write("messages/<b>&\"'%0A ::error::.md", message_of("odd", "Employers in Malaysia must pay foreign workers a minimum wage of at least RM1,200 a month. <script>x</script> ]]> | # @all"));
  house.write("messages/a\nb.md", message_of("line", "Employers in Malaysia must pay foreign workers a minimum wage of at least RM1,200 a month."));
  const Ran ran = house.run({"check", "messages", "-f", "json", "-f", "sarif=s", "-f", "junit=j", "-f", "html=h", "-f", "compact=c"});
  CHECK(ran.code == 1);
  CHECK(schema_faults(ran.out, kReportSchema) == "");
  CHECK(schema_faults(house.read("s"), kSarifSchema) == "");
  CHECK_FALSE(has(house.read("h"), "<script>x"));
  CHECK(lines_of(house.read("c")).size() == 4);
}
