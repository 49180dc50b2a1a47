// Lines in, lines out: how the commands for other programs read standard input and write standard output.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

namespace selaras {

/// Calls `answer` with each line of standard input that has words, and its number from 1; what it returns is written as a line before
/// the next one is asked for. Of a longer line only `limit` + 1 bytes are kept. False when standard input cannot be read.
bool answer_lines(size_t limit, const std::function<std::string(const std::string& line, size_t number)>& answer);

}  // namespace selaras
