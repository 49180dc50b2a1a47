// The rules of the house, held against this repository.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "house_rules.h"

using namespace selaras::house;

namespace {

const std::filesystem::path kRoot = SELARAS_SOURCE_DIR;

bool is_foreign(const std::filesystem::path& folder) {  // not ours to judge: version control, builds, caches
  const std::string name = folder.filename().string();
  return name == ".git" || name == ".cache" || name.starts_with("build");
}

/// All files below `folder`, sorted by path.
std::vector<File> files_below(const std::string& folder) {
  std::vector<File> files;
  const std::filesystem::path start = kRoot / folder;
  if (!std::filesystem::exists(start)) return files;
  for (auto at = std::filesystem::recursive_directory_iterator(start); at != std::filesystem::recursive_directory_iterator();
       ++at) {
    if (at->is_directory() && is_foreign(at->path())) at.disable_recursion_pending();
    if (!at->is_regular_file()) continue;
    std::ifstream stream(at->path(), std::ios::binary);
    files.push_back({at->path().lexically_relative(kRoot).generic_string(), {std::istreambuf_iterator<char>(stream), {}}});
  }
  std::sort(files.begin(), files.end(), [](const File& a, const File& b) { return a.path < b.path; });
  return files;
}

std::vector<File> with_ending(std::vector<File> files, std::string_view ending) {
  std::erase_if(files, [&](const File& file) { return !file.path.ends_with(ending); });
  return files;
}

std::vector<File> operator+(std::vector<File> a, const std::vector<File>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

std::vector<std::string> floors() {
  std::istringstream words(SELARAS_FLOORS);
  return {std::istream_iterator<std::string>(words), {}};
}

void require_none(const std::vector<Breach>& breaches) {
  for (const Breach& breach : breaches) {
    ADD_FAIL_CHECK_AT(breach.path.c_str(), static_cast<int>(breach.line), breach.what);
  }
  CHECK(breaches.empty());
}

}  // namespace

TEST_CASE("no floor includes a floor above it") {
  const auto sources = files_below("src");
  REQUIRE_FALSE(sources.empty());
  require_none(upward_includes(sources, floors()));
}

TEST_CASE("only src/text includes ICU") {
  require_none(icu_outside_text(files_below("src") + files_below("tests") + files_below("bench") + files_below("fuzz")));
}

TEST_CASE("no header includes Boost.Graph") { require_none(boost_graph_in_headers(files_below("src") + files_below("tests"))); }

TEST_CASE("no six words in a row of a labelled message stand in rules or policies") {
  const auto messages = with_ending(files_below("tests/eval"), ".md");
  REQUIRE(messages.size() > 100);
  const auto names = with_ending(files_below("tests/architecture"), "official_names.txt");
  REQUIRE(names.size() == 1);
  require_none(copied_runs(messages, with_ending(files_below("rules") + files_below("policies"), ".yaml"), names.front().text));
}

TEST_CASE("no file names a path of the machine it was written on") { require_none(machine_paths(files_below("."))); }

TEST_CASE("src names no state, currency or agency") {
  const auto agencies = agencies_of(with_ending(files_below("tests/eval"), ".md") + files_below("policies"));
  REQUIRE_FALSE(agencies.empty());
  require_none(domain_literals(files_below("src"), agencies));
}
