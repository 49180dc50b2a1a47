// A line of `selaras judge` (docs/formats/judge.md): a pair of texts as JSON in, what the one makes of the other as JSON out. Whatever the
// line, there is one answer, and it stands on one line.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "engine/library.h"

namespace selaras {

class LineJudge {
 public:
  static constexpr size_t kLineLimit = 1U << 20U;
  static constexpr size_t kTextLimit = 10'000;  // bytes: a provision or a sentence of a message, not a document

  /// The library outlives it.
  explicit LineJudge(const Library& library);
  ~LineJudge();

  /// The answer to the line of this number (from 1), or its error with a remedy; without a line feed.
  std::string answer(const std::string& line, size_t number);

 private:
  class Pairs;
  std::unique_ptr<Pairs> pairs_;
};

}  // namespace selaras
