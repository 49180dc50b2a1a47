#include "lint/lint.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <tuple>

#include "lint/lints.h"

namespace selaras {
namespace {

using Level = Diagnostic::Level;

constexpr std::array<LintRule, 27> kRules = {{
    {"contact-hours", Level::warning, "the opening hours of a contact are not hours"},
    {"contact-issuer", Level::error, "a contact names an issuer that its state does not list"},
    {"contact-means", Level::error, "a contact has no number, e-mail address or page"},
    {"contact-number", Level::error, "a number of a contact is not in its normal form"},
    {"contact-provision", Level::error, "a contact's id is not that of a provision, or stands twice"},
    {"contact-reach", Level::error, "a contact does not say from where it can be reached"},
    {"contradiction", Level::error, "two provisions of one state that hold on one day contradict each other"},
    {"coverage-empty", Level::error, "a topic is told as covered, and no provision speaks of it"},
    {"coverage-missing", Level::error, "provisions speak of a topic that the coverage file leaves out"},
    {"issuer-empty", Level::error, "an issuer without a name, or listed twice"},
    {"norm-missing", Level::error, "a provision with neither norms nor unmodelled parts"},
    {"quantity-period", Level::error, "a quantity that is counted on something that is no period or head"},
    {"quantity-unit", Level::error, "a quantity without a unit, or with one that its attribute cannot have"},
    {"review-missing", Level::error, "a provision that says no day by which it must be looked at again"},
    {"review-past", Level::warning, "a provision that should have been looked at again"},
    {"source-missing", Level::error, "an instrument without publisher or address"},
    {"statement-contact", Level::error, "a number to call or a link of the statement is in no norm"},
    {"statement-date", Level::error, "a date of the statement is in no norm"},
    {"statement-number", Level::error, "a number of the statement is in no norm"},
    {"statement-place", Level::error, "a country of the statement is in no norm"},
    {"status-dates", Level::error, "the status of a provision and its dates do not fit"},
    {"supersession", Level::error, "what replaces what runs in a circle, over a border, or from a plan"},
    {"supersession-open", Level::error, "a provision that another replaced is still told as in force"},
    {"unmodelled-part", Level::warning, "an unmodelled part that the statement does not have"},
    {"unmodelled-reason", Level::error, "an unmodelled part without a reason"},
    {"validity-gap", Level::error, "days between a provision and the one that replaced it"},
    {"validity-overlap", Level::error, "days on which a provision and the one that replaced it both hold"},
}};

}  // namespace

std::span<const LintRule> lint_rules() { return kRules; }

void Lints::add(std::string_view rule, const FilePlace& at, std::string message, std::string remedy) {
  const auto known = std::find_if(known_.begin(), known_.end(), [&](const LintRule& one) { return one.id == rule; });
  if (known == known_.end()) throw std::logic_error(fmt::format("no lint rule '{}'", rule));
  found_.push_back({std::string(rule), known->level, at.path, at.start, std::move(message), std::move(remedy)});
}

std::vector<Lint> Lints::sorted() && {
  std::stable_sort(found_.begin(), found_.end(), [](const Lint& a, const Lint& b) {
    return std::tie(a.path, a.start.offset, a.rule) < std::tie(b.path, b.start.offset, b.rule);
  });
  return std::move(found_);
}

std::vector<Lint> lint_policies(const LintSubject& subject) {
  Lints lints(kRules);
  for (const auto family : {lint_statement_values, lint_statement_places, lint_norms, lint_quantities, lint_supersession, lint_validity,
                            lint_contradictions, lint_sources, lint_reviews, lint_contacts, lint_issuers, lint_coverage}) {
    family(subject, lints);
  }
  return std::move(lints).sorted();
}

std::string to_line(const Lint& lint) {
  const Diagnostic diagnostic{lint.level, lint.path, lint.start, lint.message, lint.remedy};
  return fmt::format("{} [{}]", to_line(diagnostic), lint.rule);
}

}  // namespace selaras
