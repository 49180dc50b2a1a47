#include "lint/rules.h"

#include <array>

#include "lint/rules_lints.h"

namespace selaras {
namespace {

using Level = Diagnostic::Level;

constexpr std::array<LintRule, 16> kRules = {{
    {"act-objects", Level::error, "an act of two words whose objects are empty: it is never read"},
    {"antonym-back", Level::error, "an action whose antonym names another one, or none"},
    {"check-code", Level::error, "a code that the review catalogue does not have"},
    {"check-file", Level::error, "the id of a check and the path of its file differ"},
    {"check-source", Level::error, "a check that no code of the program speaks for"},
    {"check-twice", Level::error, "two checks of one id"},
    {"code-shared", Level::note, "two checks of one code"},
    {"converse-back", Level::error, "an action whose converse names another one, or none"},
    {"cue-begins", Level::note, "a cue that begins with another cue of its class and says no more"},
    {"example-missing", Level::error, "a check without an example of what it flags, or of what it lets pass"},
    {"term-form", Level::warning, "an abbreviation that is read in small letters too, where it is another word"},
    {"term-missing", Level::note, "a concept that a language has no word for"},
    {"term-shared", Level::note, "one phrase for two unrelated concepts of one kind"},
    {"term-twice", Level::note, "one phrase twice for one concept"},
    {"wording-argument", Level::error, "a wording uses a name that its check does not give"},
    {"wording-neutral", Level::error, "a wording that may stand between two authorities says that they contradict"},
}};

}  // namespace

std::span<const LintRule> rules_lint_rules() { return kRules; }

std::vector<Lint> lint_rule_files(const RulesSubject& subject) {
  Lints lints(kRules);
  for (const auto family : {lint_checks, lint_wordings, lint_turns, lint_terms, lint_cues, lint_acts}) family(subject, lints);
  return std::move(lints).sorted();
}

}  // namespace selaras
