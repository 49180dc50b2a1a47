// Provisions by the values they fix: how common an amount is tells how much an equal one proves. Rs 3,774 stands in one rule of the
// whole base; one year stands in dozens.
#pragma once

#include <map>
#include <string>
#include <tuple>

#include "policy/policy_base.h"

namespace selaras {

class ValueIndex {
 public:
  /// Of no provisions: to be filled by archive().
  ValueIndex() = default;
  explicit ValueIndex(const PolicyBase& policies);

  /// 1 for a value that one provision alone fixes, towards 0 the more provisions fix it.
  double rarity(const Quantity& quantity) const;

 private:
  template <typename Archive>
  friend void archive(Archive& a, ValueIndex& index) {
    a(index.holders_, index.provisions_);
  }
  using Key = std::tuple<double, double, std::string, std::string>;  // bounds, unit, text
  static Key key(const Quantity& quantity);

  std::map<Key, int> holders_;  // provisions that fix the value
  double provisions_ = 1;
};

}  // namespace selaras
