// The rule cache: whatever is done to it, a run says what it says without it.
#include <chrono>
#include <thread>

#include "../cli/small_workspace.h"
#include "engine/library_image.h"
#include "engine/run.h"
#include "report/formats.h"

using namespace selaras;
using namespace selaras::test;
namespace fs = std::filesystem;

namespace {

const DataFolders kFolders{"rules", "policies"};

/// Files in memory with stamps, which move on only when a test says so: what a test adds besides is a change that leaves no trace.
class StampedFiles : public MemoryFileSystem {
 public:
  void stamp_all(int64_t time) { time_ = time; }
  std::optional<FileStamp> stamp(const std::string& path) const override {
    if (!time_ || !(is_file(path) || is_directory(path))) return std::nullopt;
    return FileStamp{1, 1, 1, *time_, *time_};
  }

 private:
  std::optional<int64_t> time_;
};

/// The small workspace in memory, with a cache that may be spoilt.
struct Memory {
  StampedFiles files;
  MemoryFileSystem disk;  // of the cache
  LibraryCache cache{disk, "cache"};
  Diagnostics loading;

  Memory() {
    for (const auto& [name, text] : small_workspace()) files.add(name, text);
    for (const auto& [name, amount] : std::map<std::string, std::string>{{"wrong", "RM1,200"}, {"right", "RM1,700"}, {"stale", "RM1,500"}}) {
      files.add("messages/" + name + ".md", wage_message(name, amount));
    }
  }

  std::unique_ptr<Library> load(bool with_cache = true) {
    loading = {};
    auto library = Library::load(files, kFolders, loading, with_cache ? &cache : nullptr);
    REQUIRE(library != nullptr);
    return library;
  }
  /// The report on all messages.
  std::string report(bool with_cache = true) {
    const auto library = load(with_cache);
    return to_json(Run(files, *library, {}, {}).check({"messages"}));
  }
  std::vector<std::string> images() const { return kept_files(".rules"); }
  std::vector<std::string> seals() const { return kept_files(".seal"); }
  std::vector<std::string> kept_files(std::string_view kind) const {
    std::vector<std::string> names;
    const auto listing = disk.list("cache");
    if (const auto* entries = std::get_if<std::vector<DirectoryEntry>>(&listing)) {
      for (const auto& entry : *entries) {
        if (entry.name.ends_with(kind)) names.push_back("cache/" + entry.name);
      }
    }
    return names;
  }
  std::string image() const {
    REQUIRE(images().size() == 1);
    return std::get<std::string>(disk.read(images()[0], 64U << 20U));
  }
  /// There is an image, and it fits the files as they are.
  bool kept() const {
    const FolderSnapshot snapshot(files, {{"rules", "rules"}, {"policies", "policies"}});
    return LibraryImage(cache, snapshot, kFolders).load(snapshot) != nullptr;
  }
};

constexpr const char* kPolicy = "policies/MY/work.yaml";

std::string with(std::string text, std::string_view old_part, std::string_view part) {
  const size_t at = text.find(old_part);
  REQUIRE(at != std::string::npos);
  return text.replace(at, old_part.size(), part);
}

Ran run_with_cache(const House& house, std::vector<std::string> arguments, const std::string& cache) {
  return house.run(Call{std::move(arguments), "", {{"SELARAS_CACHE", cache}}});
}

/// The images: whether there is a seal too depends on how long the test took to come here.
std::vector<std::string> images_in(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code missing;
  for (const auto& entry : fs::directory_iterator(folder, missing)) {
    if (entry.path().extension() != ".seal") names.push_back(entry.path().filename().string());
  }
  return names;
}

}  // namespace

TEST_CASE("a report made with the cache is the report made without it") {
  Memory memory;
  const std::string plain = memory.report(false);
  CHECK(memory.images().empty());
  CHECK(memory.report() == plain);  // makes the image
  CHECK(memory.kept());
  CHECK(memory.report() == plain);  // reads it
  CHECK(has(plain, "MY-WAGE-01"));
}

TEST_CASE("what is read from an image is what was written to it") {
  Memory memory;
  (void)memory.load();
  const FolderSnapshot snapshot(memory.files, {{"rules", "rules"}, {"policies", "policies"}});
  const auto first = LibraryImage(memory.cache, snapshot, kFolders).load(snapshot);
  REQUIRE(first != nullptr);
  const auto again = from_image(FileBytes::of(to_image(*first, kFolders)), kFolders);
  REQUIRE(again != nullptr);
  CHECK(again->rules_hash() == first->rules_hash());
  CHECK(again->policies_hash() == first->policies_hash());
  CHECK(again->policies().provisions().size() == 3);
  for (const auto& provision : again->policies().provisions()) {
    CAPTURE(provision.id);
    REQUIRE(provision.file != nullptr);
    CHECK(slice(provision.file->text(), provision.statement_span).find(provision.statement) != std::string_view::npos);
  }
}

TEST_CASE("an image that is damaged in any way is passed over, and made anew") {
  Memory memory;
  const std::string plain = memory.report();
  const std::string good = memory.image();
  const std::string path = memory.images()[0];
  std::vector<std::string> bad = {"", "x", good.substr(0, 20), good.substr(0, good.size() / 2), good + "x", std::string(good.size(), '\0')};
  for (size_t at = 0; at < good.size(); at += 1 + good.size() / 60) {
    bad.push_back(good);
    bad.back()[at] = static_cast<char>(bad.back()[at] ^ '\x10');
  }
  for (const auto& bytes : bad) {
    memory.disk.add(path, bytes);
    CHECK_FALSE(memory.kept());
    CHECK(memory.report() == plain);
    CHECK(memory.loading.all().empty());
    CHECK(memory.image() == good);
  }
}

TEST_CASE("an image of another version of its form is passed over") {
  Memory memory;
  const std::string plain = memory.report();
  std::string other = memory.image();
  other[8] = static_cast<char>(other[8] + 1);  // docs/formats/cache.md: the version stands at byte 8
  memory.disk.add(memory.images()[0], other);
  CHECK_FALSE(memory.kept());
  CHECK(memory.report() == plain);
  CHECK(memory.kept());
}

TEST_CASE("every change below rules and policies is seen, of whatever size") {
  const auto changed = [](const std::string& path, const std::string& text) {
    CAPTURE(path);
    Memory memory;
    (void)memory.report();
    memory.files.add(path, text);
    CHECK_FALSE(memory.kept());
    CHECK(memory.report() == memory.report(false));
    CHECK(memory.kept());
  };
  changed(kPolicy, with(small_workspace()[kPolicy], "value: 1700", "value: 1800"));  // no byte more, no byte less
  changed("rules/weights.yaml", small_workspace()["rules/weights.yaml"] + "\n");
  changed("policies/MY/more.yaml", "jurisdiction: MY\ninstruments: {}\nprovisions: []\n");
  changed("policies/MY/notes.txt", "a file that nobody reads");
}

TEST_CASE("where nothing was changed no file is read, and the report is the same") {
  Memory memory;
  memory.files.stamp_all(1);
  const std::string plain = memory.report(false);
  CHECK(memory.report() == plain);
  REQUIRE(memory.seals().size() == 1);
  for (const auto& [name, text] : small_workspace()) {
    if (name.starts_with("rules/") || name.starts_with("policies/")) memory.files.add_fault(name, FileFault::unreadable);
  }
  CHECK(memory.report() == plain);
  CHECK(memory.loading.all().empty());
}

TEST_CASE("a changed file is seen by its stamp, and a stamp that moved on for nothing costs no more than reading") {
  Memory memory;
  memory.files.stamp_all(1);
  (void)memory.report();
  memory.files.add(kPolicy, with(small_workspace()[kPolicy], "value: 1700", "value: 1800"));
  memory.files.stamp_all(2);
  const std::string changed = memory.report(false);
  CHECK(memory.report() == changed);
  const std::string image = memory.image();
  memory.files.stamp_all(3);
  CHECK(memory.report() == changed);
  CHECK(memory.image() == image);
}

TEST_CASE("files that were changed a moment ago are not sealed: they may change again unseen") {
  const int64_t now = std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
  for (const int64_t time : {now, now + int64_t{3600} * 1'000'000'000}) {
    Memory memory;
    memory.files.stamp_all(time);
    (void)memory.report();
    CHECK(memory.kept());
    CHECK(memory.seals().empty());
    memory.files.add(kPolicy, with(small_workspace()[kPolicy], "value: 1700", "value: 1800"));
    CHECK(memory.report() == memory.report(false));
  }
}

TEST_CASE("a seal that is damaged, of another image, or without one is passed over, and made anew") {
  Memory memory;
  memory.files.stamp_all(1);
  const std::string plain = memory.report();
  const std::string seal = memory.seals().at(0);
  const std::string good = std::get<std::string>(memory.disk.read(seal, 1000));
  for (size_t at = 0; at < good.size(); ++at) {
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ '\x10');
    for (const auto& bytes : {bad, good.substr(0, at)}) {
      memory.disk.add(seal, bytes);
      CHECK(memory.load() != nullptr);
      CHECK(std::get<std::string>(memory.disk.read(seal, 1000)) == good);
    }
  }
  memory.disk.add(memory.images()[0], "");
  CHECK(memory.report() == plain);
  CHECK(memory.kept());
}

TEST_CASE("what was loaded with something wrong is told again, and never kept") {
  Memory memory;
  memory.files.add(kPolicy, with(small_workspace()[kPolicy], "confidence: high", "confidence: hihg"));
  for (int run = 0; run < 2; ++run) {
    (void)memory.load();
    CHECK(memory.loading.all().size() == 1);
    CHECK(memory.images().empty());
  }
  Memory unreadable;
  unreadable.files.add_fault("policies/BD/fees.yaml", FileFault::unreadable);
  for (int run = 0; run < 2; ++run) {
    (void)unreadable.load();
    CHECK(unreadable.loading.all().size() == 1);
    CHECK(unreadable.images().empty());
  }
}

TEST_CASE("a folder that nothing can be written to, and a full disk, are passed over") {
  for (const FileFault fault : {FileFault::no_room, FileFault::not_writable}) {
    Memory memory;
    const std::string plain = memory.report(false);
    memory.disk.refuse_writes(fault);
    CHECK(memory.report() == plain);
    CHECK(memory.loading.all().empty());
    CHECK(memory.images().empty());
  }
}

TEST_CASE("an image that cannot be read is passed over") {
  for (const FileFault fault : {FileFault::unreadable, FileFault::vanished, FileFault::not_a_file, FileFault::too_large, FileFault::loop}) {
    Memory memory;
    const std::string plain = memory.report();
    memory.disk.add_fault(memory.images()[0], fault);
    CHECK(memory.report() == plain);
    CHECK(memory.loading.all().empty());
  }
}

TEST_CASE("the severity that a workspace gives a check is not kept") {
  Memory memory;
  auto library = memory.load();
  REQUIRE(library->checks().disable("policy/quantity"));
  const std::unique_ptr<const Library> again = memory.load();
  CHECK(again->checks().find("policy/quantity")->enabled);
}

TEST_CASE("every command says the same with the cache as without it") {
  const House house;
  const std::string cache = house.at("cache");
  const std::vector<std::vector<std::string>> commands = {
      {"check", "messages"}, {"check", "messages", "-f", "json"}, {"explain", "messages/wrong.md:12"}, {"claims", "messages"},
      {"policies", "list"},  {"policies", "show", "MY-WAGE-01"},  {"policies", "lint"},                {"policies", "diff", "2025-07-01", "2025-09-01"},
  };
  for (const auto& command : commands) {
    CAPTURE(command[0]);
    const Ran plain = run_with_cache(house, command, "off");
    auto flagged = command;
    flagged.push_back("--no-cache");
    CHECK(run_with_cache(house, flagged, cache).out == plain.out);
    CHECK(images_in(cache).empty());
    for (int run = 0; run < 2; ++run) {
      const Ran cached = run_with_cache(house, command, cache);
      CHECK(cached.code == plain.code);
      CHECK(cached.out == plain.out);
      CHECK(cached.err == plain.err);
    }
    CHECK(images_in(cache).size() == 1);
    fs::remove_all(cache);
  }
}

TEST_CASE("the cache lies where the environment says") {
  const House house;
  const auto lies_in = [&](std::map<std::string, std::string> environment, const std::string& folder) {
    CHECK(house.run(Call{{"check", "messages"}, "", std::move(environment)}).code == 1);
    CHECK(images_in(folder).size() == 1);
    fs::remove_all(folder);
  };
  lies_in({{"SELARAS_CACHE", "here"}, {"HOME", house.at("home")}}, house.at("here"));
  lies_in({{"XDG_CACHE_HOME", house.at("xdg")}, {"HOME", house.at("home")}}, house.at("xdg/selaras"));
  lies_in({{"XDG_CACHE_HOME", "relative"}, {"HOME", house.at("home")}}, house.at("home/.cache/selaras"));
  lies_in({{"HOME", house.at("home")}}, house.at("home/.cache/selaras"));
}

TEST_CASE("a folder for the cache that is a file, and one that is closed, hinder nobody") {
  const House house;
  const Ran plain = run_with_cache(house, {"check", "messages"}, "off");
  house.write("file", "x");
  const Ran file = run_with_cache(house, {"check", "messages"}, house.at("file"));
  CHECK(file.out == plain.out);
  CHECK(file.err == plain.err);
  fs::create_directory(house.at("closed"));
  fs::permissions(house.at("closed"), fs::perms::owner_read | fs::perms::owner_exec);
  Call call{{"check", "messages"}, "", {{"SELARAS_CACHE", house.at("closed")}}};
  call.as_nobody = geteuid() == 0;
  const Ran closed = house.run(call);
  if (closed.code == kCannotRun) {
    MESSAGE("skipped: root may write everywhere, and nobody may not run the program here");
    return;
  }
  CHECK(closed.out == plain.out);
  CHECK(closed.err == plain.err);
}

TEST_CASE("several programs at once: each says the same, and one image is left") {
  const House house;
  const std::string cache = house.at("cache");
  const Ran plain = run_with_cache(house, {"check", "messages"}, "off");
  for (int round = 0; round < 3; ++round) {
    std::vector<Ran> ran(6);
    std::vector<std::thread> threads;
    for (auto& result : ran) threads.emplace_back([&] { result = run_with_cache(house, {"check", "messages"}, cache); });
    for (auto& thread : threads) thread.join();
    for (const auto& result : ran) {
      CHECK(result.code == plain.code);
      CHECK(result.out == plain.out);
      CHECK(result.err == plain.err);
    }
    CHECK(images_in(cache).size() == 1);
    if (round == 1) fs::resize_file(cache + "/" + images_in(cache)[0], 100);
  }
}
