// wording-argument, wording-neutral: a wording says only what its check gives it, and between two authorities it takes no side.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "check/wording_arguments.h"
#include "lint/rules_lints.h"
#include "text/fold.h"
#include "text/message_format.h"

namespace selaras {
namespace {

/// How "contradict" begins in the languages that took it from Latin. In others a reviewer has to see to it.
constexpr std::array<std::string_view, 4> kTakesSides = {"contradi", "contredi", "kontradi", "contrad\xC3\xAD"};

/// Checks whose two sides are one authority.
constexpr std::array<std::string_view, 3> kOneAuthority = {"B1", "B4", "B6"};

bool takes_sides(std::string_view words) {
  const std::string folded = fold_key(words);
  return std::any_of(kTakesSides.begin(), kTakesSides.end(),
                     [&](std::string_view stem) { return folded.find(fold_key(stem)) != std::string::npos; });
}

/// Said only where the rule is of the speaker's own state.
bool of_own_state(const PatternWords& words) {
  return std::any_of(words.choices.begin(), words.choices.end(),
                     [](const auto& choice) { return choice.first == "own" && choice.second == "yes"; });
}

void arguments(const CheckRule& rule, const std::string& language, const PatternParts& parts, Lints& lints) {
  const auto given = wording_arguments(rule.id);
  if (given.empty()) return;  // no check of the program: another rule tells it
  for (const auto& name : parts.arguments) {
    if (std::find(given.begin(), given.end(), name) != given.end()) continue;
    lints.add("wording-argument", rule.wording_at.at(language),
              fmt::format("the wording of check '{}' in '{}' uses {{{}}}, which the check does not give", rule.id, language, name),
              fmt::format("it gives: {}", fmt::join(given, ", ")));
  }
}

void neutrality(const CheckRule& rule, const std::string& language, const PatternParts& parts, Lints& lints) {
  if (std::find(kOneAuthority.begin(), kOneAuthority.end(), rule.code) != kOneAuthority.end()) return;
  for (const auto& words : parts.words) {
    if (of_own_state(words) || !takes_sides(words.text)) continue;
    lints.add("wording-neutral", rule.wording_at.at(language),
              fmt::format("the wording of check '{}' in '{}' may stand between two authorities, and says that they contradict",
                          rule.id, language),
              "say that they differ, or say it only where the rule is the speaker's own: {own, select, yes {…} other {…}}");
    return;
  }
}

}  // namespace

void lint_wordings(const RulesSubject& subject, Lints& lints) {
  for (const auto& rule : subject.checks.all()) {
    for (const auto& [language, pattern] : rule.wording) {
      const PatternParts parts = pattern_parts(pattern);
      arguments(rule, language, parts, lints);
      neutrality(rule, language, parts, lints);
    }
  }
}

}  // namespace selaras
