// One value that a message states, with all that tells what it is a value of: the context of its statement, the values that stand
// beside it, and the time its clause speaks of.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "judge/claim_context.h"

namespace selaras {

struct ValueClaim {
  std::shared_ptr<const ClaimContext> context;
  const Value* value = nullptr;
  Stance stance = Stance::asserted;
  TimeView time = TimeView::present;
  std::vector<const Value*> beside;         // other values of the sentence and of its context
  std::vector<Bound> bounds_near;           // bound words of the clause that the value itself did not take in
  std::optional<DateRange> as_of;           // the day or year that the clause itself names ("in 2019", "until June 2025")

  const Reading& reading() const { return *context->reading; }
  const Sentence& sentence() const { return context->reading->sentences[context->statement.sentence]; }
};

/// The claims of a statement, in order.
std::vector<ValueClaim> value_claims(const std::shared_ptr<const ClaimContext>& context);

}  // namespace selaras
