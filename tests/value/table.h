// Reads tests/value/writings.tsv: one writing a line, `pack TAB country TAB text TAB values`. The values are written as
// `kind amount unit /per @span`, several parted by " | ", none as `-`. Amounts: 1700, <=5, <5, >=5, >5, ~5, 5..10, any.
#pragma once

#include <string>
#include <vector>

#include "value/value.h"

namespace selaras::values_test {

struct Writing {
  size_t line = 0;
  std::string pack;
  std::string country;
  std::string text;
  std::string expected;
};

std::vector<Writing> read_table(const std::string& path);
/// The values as the table writes them.
std::string written(const std::vector<Value>& values, std::string_view text);

}  // namespace selaras::values_test
