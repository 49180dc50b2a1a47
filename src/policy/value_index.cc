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

ValueIndex::ValueIndex(const PolicyBase& policies, const Ontology& ontology) : provisions_(static_cast<double>(std::max<size_t>(2, policies.provisions().size()))) {
  for (const auto& provision : policies.provisions()) {
    std::set<Key> values;
    for (const auto& norm : provision.norms) {
      for (const auto& quantity : norm.quantities) values.insert(key(quantity));
    }
    for (const auto& value : values) ++holders_[value];
  }
  std::vector<std::vector<Row>> rows;
  std::vector<double> rarities;
  for (const auto& provision : policies.provisions()) {
    auto& own = rows.emplace_back();
    for (uint32_t n = 0; n < provision.norms.size(); ++n) {
      const auto& quantities = provision.norms[n].quantities;
      for (uint32_t q = 0; q < quantities.size(); ++q) {
        const ConceptId attribute = quantities[q].attribute;
        own.push_back({n, q, quantities[q].role, attribute.known() ? ontology[attribute].dimension : Dimension::none, 0});
        rarities.push_back(rarity(quantities[q]));
      }
    }
  }
  rows_ = Lists<Row>(rows);
  rarities_ = Column<double>(std::move(rarities));
}

double ValueIndex::rarity(ProvisionIndex provision, uint32_t norm, uint32_t quantity) const {
  const auto rows = rows_[provision];
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& r) { return r.norm == norm && r.quantity == quantity; });
  return rarities_[rows_.place(provision) + static_cast<size_t>(row - rows.begin())];
}

double ValueIndex::rarity(const Quantity& quantity) const {
  const auto found = holders_.find(key(quantity));
  const double holders = found == holders_.end() ? 1 : found->second;
  return std::log(provisions_ / holders) / std::log(provisions_);
}

}  // namespace selaras
