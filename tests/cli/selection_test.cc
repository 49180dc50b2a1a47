// Which messages a run checks: those that git calls changed or staged, those of a list, and not those of ignore files.
#include <nlohmann/json.hpp>

#include "small_workspace.h"

using namespace selaras::test;
using Json = nlohmann::json;

namespace {

constexpr const char* kGit = "/usr/bin/git";

bool no_git() {
  if (std::filesystem::exists(kGit)) return false;
  MESSAGE("skipped: git is not installed (./dev setup --all)");
  return true;
}

/// The small workspace as a repository.
struct Repository : House {
  explicit Repository(bool with_commit = true) {
    git({"init", "-q", "-b", "main"});
    if (with_commit) commit("first");
  }
  std::string git(std::vector<std::string> arguments) const { return git_in(path(), std::move(arguments)); }
  static std::string git_in(const std::string& folder, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"});
    const Ran ran = run_program(kGit, Call{arguments}, folder);
    CHECK_MESSAGE(ran.code == 0, ran.err);
    return ran.out;
  }
  void commit(const std::string& what) const {
    git({"add", "-A"});
    git({"commit", "-q", "-m", what});
  }
};

/// Ids of the messages that were checked, as far as they have findings; `right` has none.
std::vector<std::string> found(const Ran& ran) {
  std::vector<std::string> ids;
  const auto report = Json::parse(ran.out);
  for (const auto& finding : report["findings"]) ids.push_back(finding["message_id"]);
  return ids;
}

std::vector<std::string> checked(const House& house, std::vector<std::string> arguments, int code = 1) {
  arguments.insert(arguments.begin(), {"check", "-f", "json"});
  const Ran ran = house.run(arguments);
  CHECK_MESSAGE(ran.code == code, ran.err);
  return found(ran);
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("--changed-since checks what differs from where the branch began") {
  if (no_git()) return;
  const Repository house;
  CHECK(checked(house, {"--changed-since", "HEAD"}, 0) == Words{});
  house.git({"checkout", "-q", "-b", "work"});
  house.write("messages/new.md", wage_message("new", "RM1,100"));  // unknown to git
  CHECK(checked(house, {"--changed-since", "main"}) == Words{"new"});
  house.commit("second");
  house.change("messages/stale.md", "RM1,500", "RM1,400");  // not committed
  CHECK(checked(house, {"--changed-since", "main"}) == Words{"new", "stale"});
  CHECK(checked(house, {"--changed-since", "HEAD"}) == Words{"stale"});
  CHECK(checked(house, {"--changed-since", "HEAD", "messages/new.md"}, 0) == Words{});
  house.remove("messages/new.md");
  CHECK(checked(house, {"--changed-since", "main"}) == Words{"stale"});
  // What main did meanwhile is not this branch's change.
  house.git({"stash", "-q"});
  house.git({"checkout", "-q", "main"});
  house.change("messages/wrong.md", "RM1,200", "RM1,250");
  house.commit("third");
  house.git({"checkout", "-q", "work"});
  CHECK(checked(house, {"--changed-since", "main"}) == Words{"new"});
}

TEST_CASE("--changed-since checks everything when a rule changed, and a folder when its campaign did") {
  if (no_git()) return;
  const Repository house;
  house.write("messages/sub/deep.md", wage_message("deep", "RM1,100"));
  house.commit("second");
  house.write("messages/sub/campaign.yaml", "campaign: autumn\n");
  CHECK(checked(house, {"--changed-since", "HEAD"}) == Words{"deep"});
  house.change("policies/MY/work.yaml", "section: section 2", "section: section 3");
  const Ran ran = house.run({"check", "-f", "json", "--changed-since", "HEAD"});
  CHECK(ran.err == "selaras: note: rules, policies or the workspace changed: every message is checked\n");
  CHECK(found(ran).size() == 3);
}

TEST_CASE("a commit that does not exist, or looks like an option, is refused") {
  if (no_git()) return;
  const Repository house;
  for (const std::string& name : Words{"nowhere", "--output=stolen", "HEAD:messages", "-h", "$(touch stolen)"}) {
    const Ran ran = house.run({"check", "--changed-since=" + name});
    CHECK(ran.code == 2);
    CHECK_MESSAGE(has(ran.err, "there is no commit '"), ran.err);
  }
  CHECK_FALSE(std::filesystem::exists(house.at("stolen")));
  CHECK(house.run({"check", "--staged", "--changed-since", "HEAD"}).code == 2);
}

TEST_CASE("a repository without commits has no past, but may have staged messages") {
  if (no_git()) return;
  const Repository house(false);
  const Ran ran = house.run({"check", "--changed-since", "HEAD"});
  CHECK(ran.code == 2);
  CHECK(has(ran.err, "there is no commit 'HEAD'"));
  CHECK(checked(house, {"--staged"}, 0) == Words{});
  house.git({"add", "messages/wrong.md"});
  CHECK(checked(house, {"--staged"}) == Words{"wrong"});
}

TEST_CASE("no repository, no git: exit code 2 and what to do") {
  if (no_git()) return;
  const House house;
  Call call{{"check", "--staged"}};
  call.environment["GIT_CEILING_DIRECTORIES"] = std::filesystem::path(house.path()).parent_path();
  const Ran ran = house.run(call);
  CHECK(ran.code == 2);
  CHECK(has(ran.err, "no working tree of git here (git says: fatal: not a git repository"));
  const Ran without = run_program("/usr/bin/env", Call{{"PATH=" + house.path(), SELARAS_PROGRAM, "check", "--staged"}}, house.path());
  CHECK(without.code == 2);
  CHECK(has(without.err, "git cannot be run (install git"));
}

TEST_CASE("--staged reads the staged bytes, not the working tree's") {
  if (no_git()) return;
  const Repository house;
  house.change("messages/right.md", "RM1,700", "RM1,300");
  house.git({"add", "messages/right.md"});
  house.change("messages/right.md", "RM1,300", "RM1,700");  // mended, and not staged
  house.change("messages/stale.md", "RM1,500", "RM1,400");  // changed, and not staged
  CHECK(checked(house, {"--staged"}) == Words{"right"});
  const Ran ran = house.run({"check", "-f", "json", "--staged"});
  CHECK(Json::parse(ran.out)["findings"][0]["quote"] == "at least RM1,300 a month");
  house.remove("messages/right.md");  // gone from the disk, still staged
  CHECK(checked(house, {"--staged"}) == Words{"right"});
  house.git({"add", "messages/right.md"});  // staged to be deleted
  CHECK(checked(house, {"--staged"}, 0) == Words{});
}

TEST_CASE("a worktree of its own, with no branch, is a repository like any other") {
  if (no_git()) return;
  const Repository house;
  const Folder other;
  house.git({"worktree", "add", "-q", "--detach", other.at("tree")});
  other.write("tree/messages/new.md", wage_message("new", "RM1,100"));
  const auto run = [&](const std::string& option) { return run_program(SELARAS_PROGRAM, Call{{"check", "-f", "json", option}}, other.at("tree")); };
  CHECK(found(run("--changed-since=main")) == Words{"new"});
  Repository::git_in(other.at("tree"), {"add", "-A"});
  CHECK(found(run("--staged")) == Words{"new"});
}

TEST_CASE("names with line feeds, quotes and bytes that are no UTF-8") {
  if (no_git()) return;
  const Repository house;
  const Words names = {"messages/a\nb.md", "messages/c\"d 'e.md", "messages/f\xff.md", "messages/-g.md"};
  for (size_t i = 0; i < names.size(); ++i) house.write(names[i], wage_message("odd" + std::to_string(i), "RM1,100"));
  const Words ids = {"odd3", "odd0", "odd1", "odd2"};  // in the order of the bytes of the names
  CHECK(checked(house, {"--changed-since", "HEAD"}) == ids);
  std::string list;
  for (const auto& name : names) list += name + '\0';
  house.write("list", list);
  CHECK(checked(house, {"--files-from0", "list"}) == ids);
  house.git({"add", "-A"});
  for (const auto& name : names) house.write(name, "changed");
  CHECK(checked(house, {"--staged"}) == ids);
}

TEST_CASE("--files-from0: a list, an empty one, a missing one, standard input") {
  const House house;
  Call call{{"check", "-f", "json", "--files-from0", "-"}, std::string("messages/wrong.md\0messages/right.md\0", 36)};
  CHECK(found(house.run(call)) == Words{"wrong"});
  call.input = "";
  const Ran empty = house.run(call);
  CHECK(empty.code == 0);
  CHECK(Json::parse(empty.out)["summary"]["messages"] == 0);
  call.input = "messages/wrong.md";  // no NUL at the end
  CHECK(found(house.run(call)) == Words{"wrong"});
  call.input = std::string("messages/gone.md\0", 17);
  const Ran gone = house.run(call);
  CHECK(gone.code == 2);
  CHECK(gone.err == "messages/gone.md: error: no such file or folder (check the path)\n");
  CHECK(house.run({"check", "--files-from0", "no-list"}).code == 2);
  CHECK(house.run({"check", "--files-from0", "-", "-"}).code == 2);
}

TEST_CASE("what .selarasignore and .gitignore leave out is not checked") {
  const House house;
  house.write(".selarasignore", "# drafts\nwrong.md\n");
  CHECK(checked(house, {}) == Words{"stale"});
  CHECK(checked(house, {"--no-ignore"}) == Words{"stale", "wrong"});
  // Named and left out: passed over, and told.
  const Ran named = house.run({"check", "-f", "json", "messages/wrong.md"});
  CHECK(named.code == 0);
  const auto skipped = Json::parse(named.out)["summary"]["skipped"];
  REQUIRE(skipped.size() == 1);
  CHECK(skipped[0]["path"] == "messages/wrong.md");
  CHECK(has(skipped[0]["reason"].get<std::string>(), ".selarasignore:2"));
  house.write(".gitignore", "/messages/st*.md\n");
  CHECK(checked(house, {}, 0) == Words{});
  CHECK(checked(house, {"--no-vcs-ignore"}) == Words{"stale"});
  CHECK(checked(house, {"messages/stale.md"}) == Words{"stale"});  // naming it is enough for what git alone leaves out
  house.write("messages/.selarasignore", "!wrong.md\n");
  CHECK(checked(house, {}) == Words{"wrong"});
}

TEST_CASE("an ignore file that is hostile costs a warning, not the run") {
  const House house;
  std::string text;
  for (int i = 0; i < 1500; ++i) text += "*a*a*a*a*a*a*a*a*b\n";
  house.write(".selarasignore", text);
  house.write("messages/" + std::string(200, 'a') + ".md", wage_message("long", "RM1,100"));
  CHECK(checked(house, {}) == Words{"long", "stale", "wrong"});
  house.write(".selarasignore", std::string(100000, 'x'));
  const Ran ran = house.run({"check", "-f", "json"});
  CHECK(found(ran).size() == 3);
  CHECK(has(ran.err, ".selarasignore:1:1: warning: the file is larger than the limit: nothing is left out by it"));
  house.write(".selarasignore", "[\n\\\n[[:nonsense:]]\n[z-a]\n/\n//\n!\n**\\\n\xff\xfe\n");
  CHECK(checked(house, {}).size() == 3);
}
