// check-file, check-source, check-code, check-twice, code-shared, example-missing: a check is one id, one code, one file, one piece of the
// program, and shows by examples what it does.
#include <fmt/format.h>

#include <array>
#include <charconv>
#include <map>
#include <string>

#include "check/wording_arguments.h"
#include "lint/rules_lints.h"

namespace selaras {
namespace {

/// The review catalogue: its groups, and how many codes each has.
constexpr std::array<std::pair<char, int>, 8> kCatalogue = {
    {{'A', 14}, {'B', 9}, {'C', 10}, {'D', 7}, {'E', 13}, {'F', 6}, {'G', 11}, {'M', 1}}};

bool in_catalogue(std::string_view code) {
  if (code.size() < 2 || code[1] == '0') return false;
  int number = 0;
  const auto [stop, error] = std::from_chars(code.data() + 1, code.data() + code.size(), number);
  if (error != std::errc{} || stop != code.data() + code.size()) return false;
  for (const auto& [group, last] : kCatalogue) {
    if (group == code[0]) return number >= 1 && number <= last;
  }
  return false;
}

void file_and_source(const CheckRule& rule, Lints& lints) {
  const size_t slash = rule.id.find('/');
  const bool grouped = slash != std::string::npos && slash == rule.id.rfind('/') && slash > 0 && slash + 1 < rule.id.size();
  if (!grouped || !rule.id_at.path.ends_with("/" + rule.id + ".yaml")) {
    lints.add("check-file", rule.id_at, fmt::format("check '{}' is not the check that its file is named for", rule.id),
              "write the id <group>/<check> of a file checks/<group>/<check>.yaml");
  }
  if (!wording_arguments(rule.id).empty()) return;
  lints.add("check-source", rule.id_at, fmt::format("the program has no check '{}': this rule never speaks", rule.id),
            "mend the id, or add the check's source file, its line in check/registry.cc and in check/wording_arguments.cc");
}

void examples(const CheckRule& rule, Lints& lints) {
  const auto lacks = [&](std::string_view list, std::string_view what) {
    lints.add("example-missing", rule.examples_at, fmt::format("check '{}' has no example under '{}'", rule.id, list),
              fmt::format("add a message that it must {}", what));
  };
  if (rule.flag.empty()) lacks("flag", "flag");
  if (rule.pass.empty()) lacks("pass", "let pass");
}

}  // namespace

std::string beside(const FilePlace& place) { return fmt::format("{}:{}", place.path, place.start.line); }

void lint_checks(const RulesSubject& subject, Lints& lints) {
  std::map<std::string, const CheckRule*> by_id;
  std::map<std::string, const CheckRule*> by_code;
  for (const auto& rule : subject.checks.all()) {
    file_and_source(rule, lints);
    examples(rule, lints);
    if (!in_catalogue(rule.code)) {
      lints.add("check-code", rule.code_at,
                fmt::format("code '{}' of check '{}' is not in the review catalogue", rule.code, rule.id),
                "write a code of it: A1 to A14, B1 to B9, C1 to C10, D1 to D7, E1 to E13, F1 to F6, G1 to G11, M1");
    }
    const auto [same_id, new_id] = by_id.emplace(rule.id, &rule);
    if (!new_id) {
      lints.add("check-twice", rule.id_at,
                fmt::format("check '{}' is written a second time; the first is {}", rule.id, beside(same_id->second->id_at)),
                "keep one of them");
      continue;
    }
    const auto [same_code, new_code] = by_code.emplace(rule.code, &rule);
    if (new_code) continue;
    lints.add("code-shared", rule.code_at,
              fmt::format("code {} is also that of check '{}', at {}", rule.code, same_code->second->id,
                          beside(same_code->second->code_at)),
              "right when the catalogue has one code for both; else mend the code");
  }
}

}  // namespace selaras
