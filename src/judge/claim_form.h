// What a statement is by its form, whatever it speaks of: a figure about people, a promise of another state's doing, a guarantee.
#pragma once

#include <optional>

#include "judge/claim_context.h"
#include "judge/knowledge.h"

namespace selaras {

/// "80% of our borrowers", "eight girls in ten": how large a part of some people (or boats, cases) something happens to.
bool tells_statistic(const ClaimContext& context);

/// The ISO code of the state, other than the speaker's, that the statement says will do something.
std::optional<std::string> promises_for(const ClaimContext& context);

/// The speaker stands surety: guaranteed, for certain; nobody else is said to promise it, and nothing is denied.
bool guarantees(const ClaimContext& context);

}  // namespace selaras
