// How fast Selaras is, against the one yardstick that travels between machines: W, an ICU pass that finds the words of the same blocks
// and does nothing else. Prints a table, or JSON with --json. One thread. It asserts nothing; docs/performance.md says what is aimed at.
//
//   speed [--json | --reading]
#include <fmt/format.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/heap.h"
#include "corpus.h"
#include "measure.h"
#include "report/formats.h"

extern char** environ;

namespace selaras::bench {
namespace {

constexpr size_t kTextSize = 4'000'000;   // for the stages of reading
constexpr size_t kCheckSize = 1'000'000;  // for the whole check, which is slower
constexpr double kReadingTarget = 0.3;
constexpr double kCheckTarget = 0.05;

const std::string kSource = SELARAS_SOURCE_DIR;
const std::string kMessages = kSource + "/tests/eval/dev";
const DataFolders kData{kSource + "/rules", kSource + "/policies"};

std::unique_ptr<Library> load_library(const FileSystem& files, const LibraryCache* cache = nullptr) {
  Diagnostics diagnostics;
  return Library::load(files, kData, diagnostics, cache);
}

/// The yardstick: ICU's words and nothing else, as quickly as ICU gives them.
class WordPass {
 public:
  void run(const std::vector<BlockText>& blocks) {
    int64_t breaks = 0;
    for (const BlockText& block : blocks) breaks += count(block.text);
    keep(breaks);
  }

 private:
  static std::unique_ptr<icu::BreakIterator> words() {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::BreakIterator>(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  }

  int64_t count(const std::string& text) {
    units_ = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    words_->setText(units_);
    int64_t breaks = 0;
    while (words_->next() != icu::BreakIterator::DONE) ++breaks;
    return breaks;
  }

  std::unique_ptr<icu::BreakIterator> words_ = words();
  icu::UnicodeString units_;
};

// Stages of reading

void find_segments(const std::vector<BlockText>& blocks) {
  for (const BlockText& block : blocks) keep(block.tools->segmenter.segment(block.text));
}

void find_mentions(const std::vector<BlockText>& blocks) {
  for (const BlockText& block : blocks) keep(block.tools->lexicon->find(block.text, block.segmentation));
}

void find_all_values(const std::vector<BlockText>& blocks) {
  for (const BlockText& block : blocks) {
    keep(find_values(block.text, block.segmentation, block.mentions, block.tools->lexicon->pack(), block.place));
  }
}

void read_all(const std::vector<BlockText>& blocks) {
  for (const BlockText& block : blocks) {
    const Segmentation segmentation = block.tools->segmenter.segment(block.text);
    const auto mentions = block.tools->lexicon->find(block.text, segmentation);
    keep(find_values(block.text, segmentation, mentions, block.tools->lexicon->pack(), block.place));
  }
}

/// What the later stages are given when they are measured alone.
void prepare(std::vector<BlockText>& blocks) {
  for (BlockText& block : blocks) {
    block.segmentation = block.tools->segmenter.segment(block.text);
    block.mentions = block.tools->lexicon->find(block.text, block.segmentation);
  }
}

Table measure_reading(const std::string& name, Corpus& corpus) {
  auto blocks = corpus.blocks(kTextSize);
  prepare(blocks);
  WordPass yardstick;
  Table table(name, total_bytes(blocks));
  table.add("W: ICU words only", 0, [&] { yardstick.run(blocks); });
  table.add("words and sentences", 0, [&] { find_segments(blocks); });
  table.add("mentions", 0, [&] { find_mentions(blocks); });
  table.add("values", 0, [&] { find_all_values(blocks); });
  table.add("text, mentions, values", kReadingTarget, [&] { read_all(blocks); });
  table.run();
  return table;
}

// The whole check

void read_files(const std::vector<GivenText>& given, const Library& library) {
  Diagnostics diagnostics;
  for (const GivenText& text : given) {
    keep(read_message(std::make_shared<const SourceFile>(text.path, text.text), nullptr, library.block_labels(), diagnostics));
  }
}

Table measure_check(const std::string& name, Corpus& corpus, const FileSystem& files, const Library& library) {
  const auto blocks = corpus.blocks(kCheckSize);
  const auto given = corpus.files(kCheckSize);
  const Workspace workspace;
  const Run run(files, library, workspace, {});
  const Report finished = run.check({}, given);
  WordPass yardstick;
  Table table(name, total_bytes(blocks));
  table.add("W: ICU words only", 0, [&] { yardstick.run(blocks); });
  table.add("files to blocks", 0, [&] { read_files(given, library); });
  table.add("text, mentions, values", kReadingTarget, [&] { read_all(blocks); });
  table.add("files to verdicts", 0, [&] {
    Report report;
    keep(run.judge({}, given, report));
  });
  table.add("report as JSON", 0, [&] { keep(to_json(finished)); });
  table.add("whole check with report", kCheckTarget, [&] { keep(to_json(run.check({}, given))); });
  table.run();
  return table;
}

// Start-up and memory

/// Seconds, without a compiled cache or with one that is there already.
struct Start {
  double load = 0;                // rules and policies
  double one_file = 0;            // the same and one message, in this process
  std::optional<double> process;  // the program from its start to its end; nullopt when it is not built
};

struct Starts {
  Start plain, cached;
  std::string program;
};

/// A folder of its own for the compiled cache, gone afterwards.
class CacheFolder {
 public:
  CacheFolder() : path_((std::filesystem::temp_directory_path() / "selaras-speed-XXXXXX").string()) {
    if (mkdtemp(path_.data()) == nullptr) path_.clear();
  }
  ~CacheFolder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }
  CacheFolder(const CacheFolder&) = delete;
  CacheFolder& operator=(const CacheFolder&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

double program_seconds(const std::string& program, const std::string& message) {
  return median_wall_seconds([&] {
    posix_spawn_file_actions_t quiet;
    posix_spawn_file_actions_init(&quiet);
    posix_spawn_file_actions_addopen(&quiet, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&quiet, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    const std::array<const char*, 4> arguments{program.c_str(), "check", message.c_str(), nullptr};
    pid_t child = 0;
    if (posix_spawn(&child, program.c_str(), &quiet, nullptr, const_cast<char* const*>(arguments.data()), environ) == 0) waitpid(child, nullptr, 0);
    posix_spawn_file_actions_destroy(&quiet);
  });
}

Start measure_start(const FileSystem& files, const std::string& message, const std::string& program, const LibraryCache* cache) {
  const Workspace workspace;
  Start start;
  keep(load_library(files, cache));  // fills the cache
  start.load = median_wall_seconds([&] { keep(load_library(files, cache)); });
  start.one_file = median_wall_seconds([&] {
    const auto library = load_library(files, cache);
    keep(to_json(Run(files, *library, workspace, {}).check({message})));
  });
  std::error_code missing;
  if (!std::filesystem::exists(program, missing)) return start;
  setenv("SELARAS_CACHE", cache == nullptr ? "off" : cache->folder.c_str(), 1);
  if (cache != nullptr) program_seconds(program, message);
  start.process = program_seconds(program, message);
  return start;
}

Starts measure_starts(const Message& message) {
  DiskFileSystem files;
  const CacheFolder folder;
  const LibraryCache cache{files, folder.path()};
  Starts starts;
  std::error_code missing;
  starts.program = (std::filesystem::read_symlink("/proc/self/exe", missing).parent_path().parent_path() / "selaras").string();
  starts.plain = measure_start(files, message.file->path(), starts.program, nullptr);
  starts.cached = measure_start(files, message.file->path(), starts.program, &cache);
  return starts;
}

struct Memory {
  double rules = 0;    // MiB at the peak while rules and policies were loaded
  double beyond = 0;   // MiB that checking all messages once added to the peak
  size_t messages = 0;
};

double peak_mebibytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

Memory check_and_weigh() {
  const DiskFileSystem files;
  const auto library = load_library(files);
  Memory memory;
  if (!library) return memory;
  memory.rules = peak_mebibytes();
  const Workspace workspace;
  const Report report = Run(files, *library, workspace, {}).check({kMessages});
  keep(to_json(report));
  memory.beyond = peak_mebibytes() - memory.rules;
  memory.messages = report.messages;
  return memory;
}

/// In a process of its own, because a peak never goes down. Called before anything large is loaded here.
Memory measure_memory() {
  std::array<int, 2> ends{};
  Memory memory;
  if (pipe(ends.data()) != 0) return memory;
  const pid_t child = fork();
  if (child == 0) {
    memory = check_and_weigh();
    const bool told = ::write(ends[1], &memory, sizeof memory) == sizeof memory;
    _exit(told ? 0 : 1);
  }
  close(ends[1]);
  if (child > 0 && ::read(ends[0], &memory, sizeof memory) != sizeof memory) memory = {};
  close(ends[0]);
  if (child > 0) waitpid(child, nullptr, 0);
  return memory;
}

// Output

void print(const Table& table) {
  fmt::print("\n{} ({:.1f} MB)\n", table.name(), static_cast<double>(table.bytes()) / 1e6);
  fmt::print("  {:<26} {:>8} {:>7} {:>8}\n", "stage", "MB/s", "of W", "target");
  for (const Stage& stage : table.stages()) {
    const std::string target = stage.target > 0 ? fmt::format("{:.2f}", stage.target) : "";
    fmt::print("  {:<26} {:>8.2f} {:>7.3f} {:>8}\n", stage.name, table.megabytes_a_second(stage), table.of_yardstick(stage), target);
  }
}

void print(const Starts& starts) {
  const auto& [plain, cached, program] = starts;
  const auto row = [](const char* name, double first, double second) {
    fmt::print("  {:<26} {:>8.1f} ms {:>8.1f} ms\n", name, 1000 * first, 1000 * second);
  };
  fmt::print("\n{:<28} {:>11} {:>11}\n", "Start-up", "from files", "from cache");
  row("rules and policies", plain.load, cached.load);
  row("one small file, library", plain.one_file, cached.one_file);
  if (plain.process && cached.process) row("one small file, process", *plain.process, *cached.process);
  else fmt::print("  {:<26} not measured: {} is not built\n", "one small file, process", program);
}

void print(const Memory& memory) {
  fmt::print("\nPeak memory\n  {:<26} {:>8.1f} MiB\n  {:<26} {:>8.1f} MiB\n", "rules loaded", memory.rules,
             fmt::format("beyond, {} messages", memory.messages), memory.beyond);
}

nlohmann::json as_json(const Table& table) {
  nlohmann::json stages = nlohmann::json::array();
  for (const Stage& stage : table.stages()) {
    nlohmann::json row{{"stage", stage.name}, {"mb_per_s", table.megabytes_a_second(stage)}, {"of_w", table.of_yardstick(stage)}};
    if (stage.target > 0) row["target"] = stage.target;
    stages.push_back(std::move(row));
  }
  return {{"name", table.name()}, {"bytes", table.bytes()}, {"stages", std::move(stages)}};
}

nlohmann::json as_json(const Start& start) {
  nlohmann::json json{{"load_ms", 1000 * start.load}, {"one_file_ms", 1000 * start.one_file}, {"process_ms", nullptr}};
  if (start.process) json["process_ms"] = 1000 * *start.process;
  return json;
}

enum class Wanted : uint8_t { all, all_as_json, reading };

int run(Wanted wanted) {
  const bool reading_only = wanted == Wanted::reading;
  const Memory memory = reading_only ? Memory{} : measure_memory();
  const DiskFileSystem files;
  const auto library = load_library(files);
  if (!library) {
    fmt::print(stderr, "speed: the rules below {} cannot be loaded\n", kSource);
    return 2;
  }
  Corpus english(files, *library, kMessages, "en-");
  Corpus mixed(files, *library, kMessages, "");
  if (english.messages() == 0) {
    fmt::print(stderr, "speed: there are no messages below {}\n", kMessages);
    return 2;
  }
  std::vector<Table> tables;
  tables.push_back(measure_reading("Reading English", english));
  if (reading_only) {
    print(tables.back());
    return 0;
  }
  tables.push_back(measure_reading("Reading all languages", mixed));
  tables.push_back(measure_check("Checking English", english, files, *library));
  const Starts starts = measure_starts(english.typical());
  if (wanted == Wanted::all_as_json) {
    nlohmann::json all{{"start", as_json(starts.plain)},
                       {"start_from_cache", as_json(starts.cached)},
                       {"memory", {{"rules_mib", memory.rules}, {"beyond_mib", memory.beyond}, {"messages", memory.messages}}},
                       {"tables", nlohmann::json::array()}};
    for (const Table& table : tables) all["tables"].push_back(as_json(table));
    fmt::print("{}\n", all.dump(2));
    return 0;
  }
  for (const Table& table : tables) print(table);
  print(starts);
  print(memory);
  return 0;
}

}  // namespace
}  // namespace selaras::bench

int main(int argc, char** argv) {
  using selaras::bench::Wanted;
  const std::string_view option = argc == 2 ? argv[1] : "";
  const bool known = argc == 1 || option == "--json" || option == "--reading";
  if (!known) {
    fmt::print(stderr, "usage: speed [--json | --reading]\n");
    return 2;
  }
  selaras::take_heap_in_large_pages();  // as the program does
  return selaras::bench::run(option == "--json" ? Wanted::all_as_json : option == "--reading" ? Wanted::reading : Wanted::all);
}
