#include "policy/value_index.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace selaras {

ValueIndex::Key ValueIndex::key(const Quantity& quantity) {
  std::string text = quantity.text;
  if (quantity.date) text = quantity.date->first.iso() + quantity.date->last.iso();
  return {quantity.lo, quantity.hi, quantity.unit, text};
}

ValueIndex::ValueIndex(const PolicyBase& policies) : provisions_(static_cast<double>(std::max<size_t>(2, policies.provisions().size()))) {
  for (const auto& provision : policies.provisions()) {
    std::set<Key> values;
    for (const auto& norm : provision.norms) {
      for (const auto& quantity : norm.quantities) values.insert(key(quantity));
    }
    for (const auto& value : values) ++holders_[value];
  }
}

double ValueIndex::rarity(const Quantity& quantity) const {
  const auto found = holders_.find(key(quantity));
  const double holders = found == holders_.end() ? 1 : found->second;
  return std::log(provisions_ / holders) / std::log(provisions_);
}

}  // namespace selaras
