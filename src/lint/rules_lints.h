// The families of rules that look at the rules' own files. Private to lint/.
#pragma once

#include "lint/lints.h"
#include "lint/rules.h"

namespace selaras {

void lint_checks(const RulesSubject& subject, Lints& lints);    // rules_checks.cc
void lint_wordings(const RulesSubject& subject, Lints& lints);  // rules_wordings.cc
void lint_turns(const RulesSubject& subject, Lints& lints);     // rules_turns.cc
void lint_terms(const RulesSubject& subject, Lints& lints);     // rules_terms.cc
void lint_cues(const RulesSubject& subject, Lints& lints);      // rules_cues.cc
void lint_acts(const RulesSubject& subject, Lints& lints);      // rules_acts.cc

/// "path:line" of the other place that a line speaks of.
std::string beside(const FilePlace& place);

}  // namespace selaras
