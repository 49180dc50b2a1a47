// selaras fix: told, as a diff, and made.
#include "small_workspace.h"

using namespace selaras::test;

namespace {

std::string all_but_amount(const std::string& text, const std::string& amount) {
  const size_t at = text.find(amount);
  REQUIRE(at != std::string::npos);
  return text.substr(0, at) + text.substr(at + amount.size());
}

}  // namespace

TEST_CASE("fix --dry-run tells and changes nothing") {
  const House house;
  const std::string before = house.read("messages/wrong.md");
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"fix"}, {"fix", "--dry-run"}, {"fix", "messages", "--dry-run"}}) {
    const Ran ran = house.run(arguments);
    CHECK(ran.code == 1);
    CHECK(has(ran.out, "messages/wrong.md:12:"));
    CHECK(has(ran.out, "RM1,700"));
    CHECK(ran.err.empty());
  }
  CHECK(house.read("messages/wrong.md") == before);
  CHECK(house.run({"fix", "messages/right.md"}).code == 0);
}

TEST_CASE("fix --write makes the repairs and nothing else, and there is nothing left to find") {
  const House house;
  const std::string before = house.read("messages/wrong.md");
  std::filesystem::permissions(house.at("messages/wrong.md"), std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  const Ran ran = house.run({"fix", "--write"});
  CHECK(ran.code == 0);
  CHECK(ran.err.empty());
  CHECK(lines_of(ran.out).size() == 2);
  const std::string after = house.read("messages/wrong.md");
  CHECK(all_but_amount(after, "RM1,700") == all_but_amount(before, "RM1,200"));
  CHECK((std::filesystem::status(house.at("messages/wrong.md")).permissions() & std::filesystem::perms::others_read) == std::filesystem::perms::none);
  CHECK(house.run({"check"}).code == 0);
  CHECK(house.run({"fix", "--write"}).out.empty());
  CHECK(std::distance(std::filesystem::directory_iterator(house.at("messages")), {}) == 3);
}

TEST_CASE("fix --diff is a patch that makes the same files") {
  const House house;
  const Ran diff = house.run({"fix", "--diff"});
  CHECK(diff.code == 1);
  CHECK(has(diff.out, "--- a/messages/stale.md\n+++ b/messages/stale.md\n@@ "));
  if (!std::filesystem::exists("/usr/bin/patch")) {
    MESSAGE("skipped: patch is not installed (./dev setup --all)");
    return;
  }
  const House other;
  REQUIRE(run_program("/usr/bin/patch", Call{{"-p1", "--quiet"}, diff.out}, other.path()).code == 0);
  CHECK(house.run({"fix", "--write"}).code == 0);
  for (const char* file : {"messages/wrong.md", "messages/stale.md", "messages/right.md"}) CHECK(house.read(file) == other.read(file));
}

TEST_CASE("fix refuses standard input, two ways at once and a file that cannot be written; the rest is repaired") {
  const House house;
  CHECK(house.run({"fix", "-"}).err == "selaras: error: standard input cannot be repaired (name files or folders)\n");
  CHECK(house.run({"fix", "--diff", "--write"}).code == 2);
  CHECK(house.run({"fix", "gone.md"}).code == 2);
  if (geteuid() != 0) return;
  for (const char* folder : {"", "messages"}) std::filesystem::permissions(house.at(folder), std::filesystem::perms::all);
  std::filesystem::permissions(house.at("messages/stale.md"), std::filesystem::perms::all);
  Call call{{"fix", "--write", "messages"}};
  call.as_nobody = true;  // wrong.md is root's
  const Ran ran = house.run(call);
  CHECK(ran.code == 2);
  CHECK(has(ran.err, "selaras: error: messages/wrong.md: "));
  CHECK(has(house.read("messages/wrong.md"), "RM1,200"));
  CHECK(has(house.read("messages/stale.md"), "RM1,700"));
}
