// The rules that the whole house keeps and no compiler checks. Files go in as text, breaches come out; nothing here opens a file,
// so that each rule can be shown to fail on a few lines in memory (house_rules_test.cc). house_test.cc holds them against the
// repository.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace selaras::house {

/// A file of the repository: path from its root, with `/`.
struct File {
  std::string path;
  std::string text;
};

struct Breach {
  std::string path;
  uint32_t line = 0;  // from 1
  std::string what;
};

/// A file of src/ that includes one of a floor above its own, and a folder of src/ that is no floor. `floors` lowest first.
std::vector<Breach> upward_includes(const std::vector<File>& files, const std::vector<std::string>& floors);

/// A file outside src/text, tests/text and bench (which times ICU itself) that includes a header of ICU.
std::vector<Breach> icu_outside_text(const std::vector<File>& files);

/// A header that includes Boost.Graph, which takes seconds to compile wherever it is read.
std::vector<Breach> boost_graph_in_headers(const std::vector<File>& files);

/// A run of six words, or of `kUnspacedRun` letters of a script that puts no spaces between words, that stands both in the body of a
/// message (front matter left out) and in a data file. Words are lower-cased and without punctuation. One breach for each
/// longest run, in the data file. A run that lies inside one of the official names, a line each, is nobody's sentence.
std::vector<Breach> copied_runs(const std::vector<File>& messages, const std::vector<File>& data, std::string_view official_names = {});
inline constexpr size_t kRunWords = 6;
inline constexpr size_t kUnspacedRun = 24;  // about six words of Thai, Lao, Khmer or Burmese

/// A file that names a path of the machine it was written on. Measuring scripts under bench/measure may.
std::vector<Breach> machine_paths(const std::vector<File>& files);

/// A string literal of src/ that names a state, a currency or an agency: such words belong into rules/ and policies/.
/// States: a literal that is two capital letters. Currencies: ISO 4217. Agencies: `agencies`, the short names that the issuers of
/// messages and policies go by.
std::vector<Breach> domain_literals(const std::vector<File>& files, const std::set<std::string, std::less<>>& agencies);

/// The short names of agencies in issuer ids (`issuer: BD-BMET` gives BMET) of messages and policy files.
std::set<std::string, std::less<>> agencies_of(const std::vector<File>& files);

/// The text of a message file after its front matter, with the number of the line it starts on.
struct Body {
  std::string_view text;
  uint32_t first_line = 1;
};
Body body_of(std::string_view message);

}  // namespace selaras::house
