// Web and e-mail addresses, found by their shape alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace selaras::values {

struct Address {
  Span span;
  bool mail = false;
  std::string text;  // host in lower case, no scheme, no trailing slash; a mail address all in lower case
};

/// All addresses of a text, in order. One pass.
std::vector<Address> find_addresses(std::string_view text);

}  // namespace selaras::values
