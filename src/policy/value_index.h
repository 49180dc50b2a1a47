// Provisions by the values they fix: how common an amount is tells how much an equal one proves. Rs 3,774 stands in one rule of the
// whole base; one year stands in dozens.
#pragma once

#include <map>
#include <span>
#include <string>
#include <tuple>

#include "data/column.h"
#include "ontology/ontology.h"
#include "policy/policy_base.h"

namespace selaras {

class ValueIndex {
 public:
  /// Of no provisions: to be filled by archive().
  ValueIndex() = default;
  ValueIndex(const PolicyBase& policies, const Ontology& ontology);

  /// A quantity of the base, and what tells at once whether a value can be compared with it.
  struct Row {
    uint32_t norm, quantity;  // of its provision
    QuantityRole role;
    Dimension dimension;
    uint16_t unused;  // so that every byte is told
  };
  /// The quantities of a provision, in order.
  std::span<const Row> rows(ProvisionIndex provision) const { return rows_[provision]; }

  /// 1 for a value that one provision alone fixes, towards 0 the more provisions fix it.
  double rarity(const Quantity& quantity) const;
  /// The same of one of the base's own quantities.
  double rarity(ProvisionIndex provision, uint32_t norm, uint32_t quantity) const;

 private:
  template <typename Archive>
  friend void archive(Archive& a, ValueIndex& index) {
    a(index.holders_, index.provisions_, index.rows_, index.rarities_);
  }
  using Key = std::tuple<double, double, std::string, std::string>;  // bounds, unit, text
  static Key key(const Quantity& quantity);

  std::map<Key, int> holders_;  // provisions that fix the value
  double provisions_ = 1;
  Lists<Row> rows_;          // by provision
  Column<double> rarities_;  // by row
};

}  // namespace selaras
