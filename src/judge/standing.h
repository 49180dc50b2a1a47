// How a statement stands to one provision as a whole: its norms taken together, those that come near the best of them. A provision
// supports when one of its norms does; it opposes only when one does and none supports (logic.md 6.9).
#pragma once

#include <optional>
#include <vector>

#include "judge/statement_match.h"

namespace selaras {

/// Refers to the matches that it was made of.
struct Standing {
  const StatementMatch& best;     // the norm that the statement is most about
  const StatementMatch& telling;  // the norm that decides: the supporting, else the opposing, else the stronger or weaker one, else the best
  std::optional<Stand> stand = {};  // nullopt: no act of the statement could be compared with any of the norms
  bool read = false;              // the stand rests on slots read without doubt
  bool values_agree = false;      // a value of the statement is the provision's
  bool values_differ = false;     // a value differs from every norm it can be compared with
  bool conditions_unnamed = false;  // every near norm has conditions that nothing names
  bool exception_unnamed = false;   // a near norm has exceptions, and none is named
  bool most_told_as_fixed = false;  // the most that a court may give is told as what everybody gets
  bool another_party = false;     // the act is told of somebody else than any near norm binds
  double about = 0;
  double odds = 0;
  ProvisionIndex provision() const { return best.provision; }
};

/// One standing a provision, in the order of their best norms. They live no longer than `matches`.
std::vector<Standing> standings(const std::vector<StatementMatch>& matches, const PolicyBase& policies);

}  // namespace selaras
