// What a wording may name is what the checks give: held against the findings of the project's own examples.
#include "check/wording_arguments.h"

#include <fmt/format.h>

#include "examples.h"

using namespace selaras;
using namespace selaras::test;

namespace {

/// The project's files, with the sentence of every check replaced by all the names that it is said to give.
class NamingEverything : public DiskFileSystem {
 public:
  std::variant<std::string, FileFault> read(const std::string& path, size_t limit) const override {
    auto content = DiskFileSystem::read(path, limit);
    auto* text = std::get_if<std::string>(&content);
    if (text == nullptr || path.find("/rules/checks/") == std::string::npos) return content;
    const std::string id = text->substr(4, text->find('\n') - 4);
    std::string pattern;
    for (const auto name : wording_arguments(id)) pattern += fmt::format("{}={{{}}} ", name, name);
    const size_t begin = text->find("\n  en: \"") + 8;
    return text->replace(begin, text->find("\"\n", begin) - begin, pattern);
  }
};

}  // namespace

TEST_CASE("every check that the project has rules for gives its wording something") {
  for (const auto& rule : project().checks().all()) CHECK_MESSAGE(!wording_arguments(rule.id).empty(), rule.id);
  CHECK(wording_arguments("policy/quantty").empty());
}

TEST_CASE("findings have a value for each name that their check is said to give") {
  Diagnostics diagnostics;
  const auto library =
      Library::load(NamingEverything(), {SELARAS_SOURCE_DIR "/rules", SELARAS_SOURCE_DIR "/policies"}, diagnostics);
  REQUIRE_FALSE(diagnostics.has_errors());
  size_t looked_at = 0;
  for (const auto& rule : library->checks().all()) {
    for (const auto& run : run_examples(*library, rule)) {
      for (const auto* findings : {&run.own, &run.other}) {
        for (const auto& finding : *findings) {
          ++looked_at;
          CHECK_MESSAGE(finding.message.find('{') == std::string::npos, finding.check, ": ", finding.message);
        }
      }
    }
  }
  CHECK(looked_at > 0);
}
