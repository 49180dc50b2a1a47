// Times of day and opening hours: "08:30-16:30", "8.30am to 4.30pm", "weekdays 8 to 18", "5 pm", "24/7".
#pragma once

#include <optional>

#include "value/reading.h"

namespace selaras::values {

std::optional<Reading> read_clock(const Pieces& pieces, size_t at);
/// The value of being open at any hour.
void set_always_open(Value& value);

}  // namespace selaras::values
