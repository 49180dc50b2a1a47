// Lines of standard input for commands that answer several at once: it tells whether another whole line is there already, so that a batch is
// never held back for a line that is not yet written (somebody may wait for the answer before he writes it).
#pragma once

#include <string>

namespace selaras {

class LineReader {
 public:
  /// Of a longer line only `limit` + 1 bytes are kept.
  LineReader(int file, size_t limit) : file_(file), limit_(limit) {}

  /// Waits for a line; false at the end. A last line may lack its line feed.
  bool next(std::string& line);
  /// Whether next() would return without waiting.
  bool ready();
  bool failed() const { return failed_; }

 private:
  bool fill();
  bool take(std::string& line);

  int file_;
  size_t limit_;
  std::string read_;  // and not yet given out
  size_t at_ = 0;
  std::string begun_;  // the beginning of a line whose end is not yet read
  bool inside_ = false;
  bool ended_ = false;
  bool failed_ = false;
};

}  // namespace selaras
