#include "frame/frame.h"

#include <fmt/format.h>

#include <array>

namespace selaras {
namespace {

constexpr std::array<std::string_view, 9> kModalities = {"must",     "must-not",     "may",  "need-not", "entitled",
                                                         "not-entitled", "will", "will-not", "is"};
constexpr std::array<std::string_view, 11> kRoles = {"value",       "cap",    "floor",      "range", "penalty-max", "penalty-min",
                                                     "approx", "identifier", "date",  "life",        "clock"};
constexpr std::array<std::string_view, 11> kSlots = {"any",         "bearer", "counterparty", "object",    "place", "nationality",
                                                     "origin", "destination", "sector",    "programme", "sex"};

void collect(const std::vector<Atom>& atoms, std::vector<ConceptId>& into) {
  for (const auto& atom : atoms) {
    into.insert(into.end(), atom.concepts.begin(), atom.concepts.end());
    if (atom.quantity) into.push_back(atom.quantity->attribute);
  }
}

/// 1700 as "1,700", 12.6 as "12.6".
std::string grouped(double number) {
  std::string text = fmt::format("{:.10g}", number);
  if (text.find('e') != std::string::npos) text = fmt::format("{:.0f}", number);
  const size_t whole = text.find('.') == std::string::npos ? text.size() : text.find('.');
  for (size_t at = whole; at > 3; at -= 3) text.insert(at - 3, ",");
  return text;
}

}  // namespace

std::string_view name(Modality modality) { return kModalities[static_cast<size_t>(modality)]; }
std::string_view name(QuantityRole role) { return kRoles[static_cast<size_t>(role)]; }
std::string_view name(Slot slot) { return kSlots[static_cast<size_t>(slot)]; }

std::vector<ConceptId> concepts_of(const Frame& frame) {
  std::vector<ConceptId> found;
  for (const ConceptId id : {frame.bearer, frame.action, frame.object, frame.counterparty}) {
    if (id.known()) found.push_back(id);
  }
  for (const auto& conjunction : frame.conditions) collect(conjunction, found);
  for (const auto& conjunction : frame.exceptions) collect(conjunction, found);
  for (const auto& quantity : frame.quantities) {
    found.push_back(quantity.attribute);
    collect(quantity.of, found);
  }
  return found;
}

std::string describe(const Quantity& quantity) {
  const std::string unit = quantity.unit.empty() || quantity.unit == "number" ? "" : " " + quantity.unit;
  const std::string per = quantity.per.empty() ? "" : " per " + quantity.per;
  const auto amount = [&](double number) { return grouped(number) + unit + per; };
  switch (quantity.role) {
    case QuantityRole::identifier:
    case QuantityRole::clock: return quantity.text;
    case QuantityRole::life: return "life";
    case QuantityRole::date: {
      if (!quantity.date) return quantity.text;
      const auto& [first, last] = *quantity.date;
      return first == last ? first.iso() : fmt::format("{} to {}", first.iso(), last.iso());
    }
    case QuantityRole::cap:
    case QuantityRole::penalty_max: return "at most " + amount(quantity.hi);
    case QuantityRole::floor:
    case QuantityRole::penalty_min: return "at least " + amount(quantity.lo);
    case QuantityRole::range: return grouped(quantity.lo) + " to " + amount(quantity.hi);
    case QuantityRole::approx: return "about " + amount(quantity.lo);
    case QuantityRole::value: return amount(quantity.lo);
  }
  return {};
}

}  // namespace selaras
