// The scoreboard on the labelled sets does not fall below its recorded floors, and the scenario packs check as their stories say.
#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "data/fields.h"
#include "engine/library.h"
#include "engine/run.h"
#include "engine/scoreboard.h"
#include "engine/workspace.h"

namespace selaras {
namespace {

const std::string kRoot = SELARAS_SOURCE_DIR;

const Library& library() {
  static const auto loaded = [] {
    const DiskFileSystem files;
    Diagnostics diagnostics;
    auto result = Library::load(files, {kRoot + "/rules", kRoot + "/policies"}, diagnostics);
    for (const auto& diagnostic : diagnostics.all()) FAIL_CHECK(to_line(diagnostic));
    REQUIRE(result != nullptr);
    return result;
  }();
  return *loaded;
}

Report check(const std::vector<std::string>& paths) {
  const DiskFileSystem files;
  Workspace workspace;
  workspace.root = kRoot;
  RunOptions options;
  options.jobs = 2;
  return Run(files, library(), workspace, options).check(paths);
}

struct Floor {
  std::vector<std::string> sets, codes;
  double precision, recall, false_alarms, evidence;
};

std::vector<Floor> floors() {
  const DiskFileSystem files;
  Diagnostics diagnostics;
  const SourceFile file("floors.yaml", std::get<std::string>(files.read(kRoot + "/tests/eval/floors.yaml", 1U << 16U)));
  const auto root = yaml::parse(file, diagnostics);
  REQUIRE(root.has_value());
  Fields fields(file, *root, "the floors", diagnostics);
  std::vector<Floor> found;
  for (const auto& item : fields.items("floors")) {
    Fields row(file, item, "a floor", diagnostics);
    found.push_back({row.texts("sets"), row.texts("codes"), row.number("precision").value(), row.number("recall").value(),
                     row.number("false_alarms").value(), row.number("evidence").value()});
    row.finish();
  }
  CHECK_FALSE(diagnostics.has_errors());
  return found;
}

TEST_CASE("no figure falls below its recorded floor") {
  const DiskFileSystem files;
  for (const auto& floor : floors()) {
    std::vector<std::string> paths;
    std::map<std::string, GoldMessage> gold;
    Diagnostics diagnostics;
    for (const auto& set : floor.sets) {
      paths.push_back(kRoot + "/tests/eval/dev/" + set);
      gold.merge(load_gold(files, paths.back(), diagnostics));
    }
    CHECK_FALSE(diagnostics.has_errors());
    ScoreOptions options;
    options.codes = floor.codes;
    const auto board = score(gold, check(paths), options);
    const Tally& all = board.rows.at("all");
    MESSAGE(to_table(board, gold.size(), options));
    CHECK(all.precision().value_or(0) >= floor.precision);
    CHECK(all.recall().value_or(0) >= floor.recall);
    CHECK(all.false_alarm_rate().value_or(1) <= floor.false_alarms);
    CHECK(Tally::share(all.evidence, all.evidence_of).value_or(0) >= floor.evidence);
  }
}

std::vector<std::string> folders_named(const std::string& name) {
  std::vector<std::string> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kRoot + "/corpora")) {
    if (entry.is_directory() && entry.path().filename() == name) found.push_back(entry.path().string());
  }
  REQUIRE_FALSE(found.empty());
  return found;
}

TEST_CASE("the corrected and the sound messages of the scenario packs check clean") {
  for (const char* kind : {"corrected", "right"}) {
    const auto report = check(folders_named(kind));
    CHECK(report.messages > 0);
    CHECK_FALSE(report.diagnostics.has_errors());
    for (const auto& finding : report.findings) {
      if (finding.strength == Strength::ask) continue;
      FAIL_CHECK(finding.file->path() << ": " << finding.message);
    }
  }
}

TEST_CASE("every defective message of the scenario packs draws a finding with a provision") {
  const auto report = check(folders_named("defective"));
  std::set<std::string> flagged;
  for (const auto& finding : report.findings) {
    if (finding.kind != "unsupported") CHECK_FALSE(finding.evidence.empty());  // what nothing held bears out has no provision
    CHECK_FALSE(finding.message.empty());
    CHECK(slice(finding.file->text(), finding.span).size() > 0);
    flagged.insert(finding.message_id);
  }
  CHECK(flagged.size() == report.messages);
}

TEST_CASE("the same report whatever the number of threads") {
  const DiskFileSystem files;
  Workspace workspace;
  workspace.root = kRoot;
  const auto messages_of = [&](unsigned jobs) {
    RunOptions options;
    options.jobs = jobs;
    std::string all;
    for (const auto& finding : Run(files, library(), workspace, options).check({kRoot + "/corpora"}).findings) all += finding.id + finding.message;
    return all;
  };
  const std::string one = messages_of(1);
  CHECK_FALSE(one.empty());
  CHECK(one == messages_of(2));
  CHECK(one == messages_of(7));
}

}  // namespace
}  // namespace selaras
