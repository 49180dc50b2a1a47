#include "cli/ndjson.h"

#include <cstdio>

#include "cli/command.h"

namespace selaras {
namespace {

/// Whether there was a line, or a part of one.
bool next_line(size_t limit, std::string& line) {
  line.clear();
  for (int byte = std::getc(stdin); byte != EOF; byte = std::getc(stdin)) {
    if (byte == '\n') return true;
    if (line.size() <= limit) line.push_back(static_cast<char>(byte));
  }
  return !line.empty();
}

}  // namespace

bool answer_lines(size_t limit, const std::function<std::string(const std::string& line, size_t number)>& answer) {
  std::string line;
  for (size_t number = 1; next_line(limit, line); ++number) {
    if (line.find_first_not_of(" \t\r") != std::string::npos) write_out(answer(line, number) + "\n");
  }
  if (std::ferror(stdin) == 0) return true;
  complain("standard input cannot be read (check what is piped into the program)");
  return false;
}

}  // namespace selaras
