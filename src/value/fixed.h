// Whole values in words: "round the clock", "free of charge", "for life", "as long as you like". The pack writes them as
// `clock 24h`, `money 0`, `life`, `duration 1 year`, `duration unbounded`, `percent 50`, `share 1 month`, `number 0.5`.
#pragma once

#include <optional>

#include "value/reading.h"

namespace selaras::values {

std::optional<Reading> read_fixed(const Pieces& pieces, size_t at);

}  // namespace selaras::values
