// From the repairs of a report to new texts of its files. A repair is an exact edit: a value, a contact, a day or a term in the place of
// another. What a law says is never rewritten: for a finding without a repair an approved sentence is suggested, to be taken over by hand.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/report_model.h"

namespace selaras {

/// One file with the repairs that can be made together.
struct FileFix {
  std::shared_ptr<const SourceFile> file;
  std::vector<const Finding*> repaired;     // by place
  std::vector<const Finding*> overlapping;  // whose repair would touch a place that another one changes
  std::string text;                         // of the whole file, with the repairs made
};

/// The repairs of all findings that are neither asked nor waived, by path. Of repairs that overlap, the better proven is made, then the more
/// severe, then the first; the same repair asked for twice is made once.
std::vector<FileFix> fixes_of(const Report& report);

/// A sentence that says what the rule says, which the policy base holds as borne out by it; empty when there is none for this finding.
std::string approved_sentence(const Finding& finding);

/// What is wrong with the repaired text that was not wrong before: findings of `after`, a report on that file alone, that `before` does not
/// have. Empty: the repairs may be written.
std::vector<const Finding*> new_findings(const std::vector<Finding>& before, const std::vector<Finding>& after);

}  // namespace selaras
