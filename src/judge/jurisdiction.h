// Which states' rules a statement may be about: those it names, the speaker's, the corridor's, and the international ones
// (logic.md 6.6).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "message/message.h"
#include "policy/policy_base.h"

namespace selaras {

/// The states that a statement names, and whether policies are held for any of them.
struct NamedStates {
  std::vector<std::string> codes;
  bool any_covered = false;
};
NamedStates states_in_question(const std::vector<std::string>& named, const PolicyBase& policies);

/// 1: the provision's state, or the other end of its route, is named in the statement; less the further it lies; 0: out of the
/// question. For the provisions of one state, one after another.
class JurisdictionWeight {
 public:
  JurisdictionWeight(std::string_view jurisdiction, const Message& message, const NamedStates& named);
  double of(const Provision& provision) const;
  /// None of them is in question.
  bool nothing() const { return unnamed_ == 0 && !state_named_; }

 private:
  const NamedStates& named_;
  bool state_named_;
  double unnamed_;  // were no state named
};

}  // namespace selaras
