// Somebody presses Ctrl-C, or two runs meet: files are whole, and the next run says what it always says.
#include "small_workspace.h"

using namespace selaras::test;

namespace {

struct Busy : House {
  Busy() {
    for (int i = 0; i < 300; ++i) write("messages/many/m" + std::to_string(i) + ".md", wage_message("m" + std::to_string(i), i % 2 == 0 ? "RM1,200" : "RM1,700"));
  }
  Ran shell(const std::string& line) const { return run_program("/bin/bash", Call{{"-c", line, SELARAS_PROGRAM}}, path()); }
};

}  // namespace

TEST_CASE("SIGINT while it waits for a message ends it with 130, and nothing is written") {
  const House house;
  const Ran ran = run_program("/bin/bash",
                              Call{{"-c", "tail -f /dev/null | timeout --preserve-status -s INT 0.3 " + std::string(SELARAS_PROGRAM) + " check - >out; echo ${PIPESTATUS[1]}; kill %% 2>/dev/null; exit 0"}},
                              house.path());
  CHECK(has(ran.out, "130"));
  CHECK(house.read("out").empty());
}

TEST_CASE("a run that is interrupted anywhere spoils neither cache nor baseline") {
  const Busy house;
  const std::string expected = house.run({"check", "-f", "json", "-j", "1"}).out;
  CHECK(house.run({"baseline", "write", "-o", "known.jsonl"}).code == 0);
  const std::string known = house.read("known.jsonl");
  for (const char* after : {"0.01", "0.03", "0.06", "0.1", "0.15", "0.2", "0.3"}) {
    house.shell("timeout -s INT " + std::string(after) + " $0 check -f json --cache-dir kept >out 2>err; true");
    house.shell("timeout -s KILL " + std::string(after) + " $0 baseline write -o known.jsonl --cache-dir kept >/dev/null 2>err; true");
    CHECK(house.read("known.jsonl") == known);
  }
  const Ran ran = house.run({"check", "-f", "json", "--cache-dir", "kept"});
  CHECK(ran.out == expected);
  CHECK(ran.err.empty());
}

TEST_CASE("several runs at once with one cache say what one says alone") {
  const Busy house;
  const std::string expected = house.run({"check", "-f", "compact"}).out;
  const Ran ran = house.shell("for i in 1 2 3 4; do $0 check -f compact --cache-dir kept >out$i 2>err$i & done; wait");
  CHECK(ran.code == 0);
  for (const char* number : {"1", "2", "3", "4"}) {
    CHECK(house.read(std::string("out") + number) == expected);
    CHECK(house.read(std::string("err") + number).empty());
  }
}

TEST_CASE("a cache that is damaged or another's costs one warning and changes nothing") {
  const Busy house;
  const Ran plain = house.run({"check", "-f", "compact"});
  const auto cached = [&] { return house.run({"check", "-f", "compact", "--cache-dir", "kept"}); };
  cached();
  house.write("kept/results.sqlite", "no database at all, " + std::string(5000, 'x'));
  Ran ran = cached();
  CHECK(ran.out == plain.out);
  CHECK(ran.code == plain.code);
  CHECK(ran.err == "kept/results.sqlite: warning: the cache of results is damaged; what it holds is not used (nothing is to be done: it is begun anew)\n");
  ran = cached();
  CHECK(ran.out == plain.out);
  CHECK(ran.err.empty());
  std::string bytes = house.read("kept/results.sqlite");
  for (size_t at = 4096; at + 64 < bytes.size(); at += 997) bytes[at] = static_cast<char>(bytes[at] ^ 1);
  house.write("kept/results.sqlite", bytes);
  ran = cached();
  CHECK(ran.out == plain.out);
  CHECK(lines_of(ran.err).size() <= 1);
}
