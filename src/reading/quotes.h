// Stretches between quotation marks, whatever the script's marks: somebody's words, not the message's own.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"

namespace selaras {

std::vector<Span> find_quotes(std::string_view text);
bool inside_any(const std::vector<Span>& quotes, Span span);

}  // namespace selaras
