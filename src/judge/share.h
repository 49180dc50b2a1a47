// How much of what is spoken of a sentence holds for: none, few, some, many or all of it. A quantifier is the set of these five
// cells that it allows, so that the square of opposition is set arithmetic: one sentence bears another out when its set lies within
// the other's, and opposes it when they have no cell in common.
#pragma once

#include <cstdint>
#include <string>

namespace selaras {

class Share {
 public:
  static constexpr Share none() { return Share(0b00001); }
  static constexpr Share few() { return Share(0b00010); }
  static constexpr Share some() { return Share(0b11110); }
  static constexpr Share many() { return Share(0b11100); }
  static constexpr Share most() { return Share(0b11000); }
  static constexpr Share all() { return Share(0b10000); }
  static constexpr Share anything() { return Share(0b11111); }

  /// "not many": the whole is denied.
  constexpr Share denied() const { return Share(~cells_ & kAll); }
  /// "many … not": as many of them do not.
  constexpr Share mirrored() const {
    uint8_t turned = 0;
    for (int cell = 0; cell < 5; ++cell) turned |= static_cast<uint8_t>(((cells_ >> cell) & 1U) << (4 - cell));
    return Share(turned);
  }
  /// Whoever says "not all" means that some do: a denied quantity, as people use it.
  constexpr Share without_none() const { return Share(cells_ & ~1U); }

  /// "almost all", "nearly none": all but, and none but, a few.
  constexpr Share nearly() const {
    if (*this == all()) return Share(0b01000);
    return denies() ? few() : *this;
  }

  /// What is known of something that holds for at most, or at least, as much.
  constexpr Share at_most() const { return Share(spread(false)); }
  constexpr Share at_least() const { return Share(spread(true)); }

  constexpr bool within(Share other) const { return (cells_ & ~other.cells_) == 0; }
  constexpr bool apart(Share other) const { return (cells_ & other.cells_) == 0; }
  constexpr bool empty() const { return cells_ == 0; }
  constexpr bool denies() const { return cells_ == 1; }
  constexpr bool operator==(const Share&) const = default;

  /// "few some many", in that order.
  std::string describe() const;

 private:
  static constexpr unsigned kAll = 0b11111;
  explicit constexpr Share(unsigned cells) : cells_(static_cast<uint8_t>(cells & kAll)) {}

  constexpr unsigned spread(bool up) const {
    unsigned cells = 0;
    for (int cell = 0; cell < 5; ++cell) {
      const unsigned beside = up ? cells_ & ((2U << cell) - 1) : cells_ >> cell;
      if (beside != 0) cells |= 1U << cell;
    }
    return cells;
  }

  uint8_t cells_;
};

}  // namespace selaras
