// The rule cache over the project's own rules and policies.
#include "../cli/program.h"

using namespace selaras::test;

TEST_CASE("the scenario packs are reported byte for byte the same without the cache, while it is made, and from it") {
  const Folder cache;
  const auto report = [&](const std::string& folder) {
    return run_program(SELARAS_PROGRAM, {{"check", "corpora", "-f", "json"}, "", {{"SELARAS_CACHE", folder}}}, SELARAS_SOURCE_DIR);
  };
  const Ran plain = report("off");
  CHECK(plain.code == 1);
  CHECK(plain.out.size() > 10000);
  for (int run = 0; run < 2; ++run) {
    const Ran cached = report(cache.path());
    CHECK(cached.code == plain.code);
    CHECK(cached.err == plain.err);
    CHECK(cached.out == plain.out);
  }
}
