// The smallest edit that turns a wrong value into the rule's, in the message's own way of writing it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "frame/frame.h"
#include "value/value.h"

namespace selaras {

/// The text to put in place of `written`, the bytes of the claim's span; nullopt when the rule cannot be written in its place
/// (another shape: a range for a price, words for digits).
std::optional<std::string> repaired_value(const Value& claim, std::string_view written, const Quantity& rule);

}  // namespace selaras
