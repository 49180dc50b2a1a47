#include "data/name_table.h"

#include <bit>
#include <functional>
#include <utility>
#include <vector>

namespace selaras {

NameTable::NameTable(std::span<const std::string> names) {
  std::vector<std::vector<char>> letters;
  letters.reserve(names.size());
  for (const auto& each : names) letters.emplace_back(each.begin(), each.end());
  letters_ = Lists<char>(letters);
  std::vector<uint32_t> slots(std::bit_ceil(2 * names.size() + 1), kFree);
  for (uint32_t number = 0; number < names.size(); ++number) {
    uint32_t& slot = slots[slot_of(slots, names[number])];
    if (slot == kFree) slot = number;
  }
  slots_ = Column<uint32_t>(std::move(slots));
}

size_t NameTable::slot_of(std::span<const uint32_t> slots, std::string_view asked) const {
  const size_t mask = slots.size() - 1;
  size_t at = std::hash<std::string_view>()(asked) & mask;
  while (slots[at] != kFree && name(slots[at]) != asked) at = (at + 1) & mask;
  return at;
}

std::optional<uint32_t> NameTable::find(std::string_view asked) const {
  if (slots_.empty()) return std::nullopt;
  const uint32_t found = slots_[slot_of({slots_.data(), slots_.size()}, asked)];
  return found == kFree ? std::nullopt : std::optional(found);
}

}  // namespace selaras
