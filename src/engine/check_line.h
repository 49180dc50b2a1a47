// `selaras check --ndjson`, one line: a JSON object with the front-matter fields and the `body` of a message in, its report out. The answer
// depends on the line and on nothing that came before it, so that lines may be shared out among any number of processes.
#pragma once

#include <string>
#include <variant>

#include "engine/check_message.h"
#include "engine/report_model.h"

namespace selaras {

/// Why a line has no report, and what to do about it.
struct LineRefusal {
  std::string id;  // as JSON: what the line says, null when it says none
  std::string what, remedy;
};

/// One for each thread.
class LineChecker {
 public:
  static constexpr size_t kLineLimit = kMessageLimit;  // bytes

  explicit LineChecker(const Setting& setting) : setting_(setting) {}

  /// Of a line without its line feed. Positions of the report are those of `body`; its path is the field `path`, or else the id.
  std::variant<Report, LineRefusal> check(const std::string& line);

 private:
  const Setting& setting_;
  MessageChecker checker_;
};

}  // namespace selaras
