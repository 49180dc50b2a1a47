// The same input gives the same bytes: for any number of threads, in any order of the paths, with and without kept results.
#include <algorithm>
#include <random>

#include "small_workspace.h"

using namespace selaras::test;

namespace {

constexpr int kMessages = 60;
const std::vector<std::string> kAmounts = {"RM1,200", "RM1,700", "RM1,500", "RM900", "RM2,000"};

/// Many messages in two folders, some of them broken, two with the same id, one that is no message.
struct Crowd : House {
  std::vector<std::string> paths;

  Crowd() {
    for (int i = 0; i < kMessages; ++i) add("m" + std::to_string(i), wage_message("m" + std::to_string(i), kAmounts[static_cast<size_t>(i) % kAmounts.size()]));
    add("twice", wage_message("m7", "RM1,200"));
    add("broken", "---\nid: broken\nissuer: MY-JTK\n---\nNo country.\n");
    add("page", "# A page that is no message\n");
  }
  void add(const std::string& name, const std::string& text) {
    paths.push_back((paths.size() % 2 == 0 ? "messages/even/" : "messages/odd/") + name + ".md");
    write(paths.back(), text);
  }
  Ran check(std::vector<std::string> more, const std::string& jobs) const {
    more.insert(more.begin(), {"check", "-f", "json", "-j", jobs});
    return run(more);
  }
};

}  // namespace

TEST_CASE("one thread and seven say the same, byte for byte") {
  const Crowd crowd;
  const Ran one = crowd.check({"messages"}, "1");
  CHECK(one.code == 2);  // of the broken message
  CHECK(has(one.err, "message id 'm7' is used a second time"));
  CHECK(has(one.out, "policy/quantity"));
  for (const char* jobs : {"2", "7"}) {
    const Ran many = crowd.check({"messages"}, jobs);
    CHECK(many.code == one.code);
    CHECK(many.out == one.out);
    CHECK(many.err == one.err);
  }
}

TEST_CASE("the order in which messages are named does not matter") {
  Crowd crowd;
  const Ran sorted = crowd.check(crowd.paths, "3");
  std::mt19937 random(20261128);  // NOLINT: the same shuffles every time
  for (int i = 0; i < 3; ++i) {
    std::shuffle(crowd.paths.begin(), crowd.paths.end(), random);
    const Ran shuffled = crowd.check(crowd.paths, "3");
    CHECK(shuffled.out == sorted.out);
    CHECK(shuffled.err == sorted.err);
  }
  crowd.paths.push_back(crowd.paths.front());
  CHECK(crowd.check(crowd.paths, "1").out == sorted.out);
}

TEST_CASE("kept results change nothing: not the first time, not the second, not after a change") {
  const Crowd crowd;
  const auto cached = [&] { return crowd.run(Call{{"check", "-f", "json", "--cache-dir", "kept"}}); };
  const auto plain = [&] { return crowd.run({"check", "-f", "json"}); };
  const Ran expected = plain();
  for (int i = 0; i < 3; ++i) {
    const Ran ran = cached();
    CHECK(ran.out == expected.out);
    CHECK(ran.err == expected.err);
    CHECK(ran.code == expected.code);
  }
  CHECK(std::filesystem::is_regular_file(crowd.at("kept/results.sqlite")));
  SUBCASE("a message changes") { crowd.write("messages/wrong.md", wage_message("wrong", "RM1,100")); }
  SUBCASE("a rule changes") { crowd.change("policies/MY/work.yaml", "value: 1700", "value: 1800"); }
  SUBCASE("a severity changes") { crowd.change("selaras.yaml", "rules: rules", "checks: {policy/quantity: note}\nrules: rules"); }
  SUBCASE("the folder's defaults change") { crowd.write("messages/campaign.yaml", "campaign: another\nrole: origin\n"); }
  SUBCASE("the day changes") { crowd.change("selaras.yaml", "rules: rules", "as_of: 2025-01-01\nrules: rules"); }
  CHECK(cached().out == plain().out);
}
