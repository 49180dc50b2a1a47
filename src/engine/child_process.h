// Runs another program without a shell and keeps what it writes.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace selaras {

struct ProcessResult {
  int code = -1;  // its exit code; 128 + the signal that ended it
  std::string out;
  std::string error;  // the first few thousand bytes of standard error
};

/// Finds the program in PATH, gives it `input` and waits for its end. nullopt when it cannot be started, or wrote more than `limit` bytes.
std::optional<ProcessResult> run_process(const std::vector<std::string>& command, const std::string& input, size_t limit);

}  // namespace selaras
