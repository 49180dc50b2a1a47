// One line of NDJSON from outside: a JSON object within limits of length and depth, or what is wrong with the line and what to do.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace selaras {

/// What is wrong with a line, and what to do about it.
struct Refusal {
  std::string what, remedy;
};

struct RowLimits {
  size_t bytes;
  int depth;               // of lists and objects inside one another
  std::string holds;       // the remedy of a line that is too long
  std::string is_made_of;  // and of one that is nested too deep
};

/// Throws Refusal.
nlohmann::ordered_json parse_row(const std::string& line, const RowLimits& limits);

}  // namespace selaras
