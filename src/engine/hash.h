// SHA-256, for fingerprints and for naming the rules a report was made with.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace selaras {

class Hasher {
 public:
  Hasher();
  ~Hasher();
  /// Parts are kept apart: ("a","bc") and ("ab","c") differ.
  Hasher& add(std::string_view part);
  /// The first 16 hex digits.
  std::string hex16() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace selaras
