// quantity-unit, quantity-period: a quantity has the unit that its attribute is measured in. Attribute and role are required by loading.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "lint/carried.h"
#include "lint/lints.h"
#include "text/characters.h"

namespace selaras {
namespace {

constexpr std::array<std::string_view, 8> kTime = {"minute", "hour", "day", "working-day", "week", "month", "year", "shift"};
constexpr std::array<std::string_view, 14> kHeads = {"minute", "hour", "day",  "working-day", "week", "month", "year",
                                                     "person", "worker", "boat", "family", "trip", "time", "application"};

template <size_t N>
bool one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool needs_unit(QuantityRole role) {
  return role != QuantityRole::identifier && role != QuantityRole::date && role != QuantityRole::clock && role != QuantityRole::life;
}

/// Money may also be told as a multiple of pay or of another named amount, so it takes any unit that is a concept.
bool fits(const Quantity& quantity, Dimension dimension, const Ontology& ontology) {
  const auto& unit = quantity.unit;
  const bool named = ontology.find(unit).known();
  switch (dimension) {
    case Dimension::money: return is_currency_code(unit) || unit == "percent" || named || one_of(kTime, unit);
    case Dimension::duration:
    case Dimension::age: return one_of(kTime, unit);
    case Dimension::percent: return unit == "percent";
    default: return !is_currency_code(unit);
  }
}

std::string wanted(Dimension dimension) {
  switch (dimension) {
    case Dimension::money: return "an ISO 4217 currency";
    case Dimension::duration:
    case Dimension::age: return "a unit of time: hour, day, working-day, week, month, year";
    case Dimension::percent: return "percent";
    default: return "what is counted: person, country, stroke …, or number";
  }
}

}  // namespace

void lint_quantities(const LintSubject& subject, Lints& lints) {
  for (const auto& provision : subject.policies.provisions()) {
    const Carried carried(provision, subject.ontology);
    for (const auto* quantity : carried.quantities()) {
      if (!quantity->attribute.known()) continue;
      const auto& attribute = subject.ontology[quantity->attribute];
      if (needs_unit(quantity->role) && (quantity->unit.empty() || !fits(*quantity, attribute.dimension, subject.ontology))) {
        const auto has = quantity->unit.empty() ? "no unit" : fmt::format("the unit '{}'", quantity->unit);
        lints.add("quantity-unit", *provision.file, quantity->where, fmt::format("the {} of {} has {}", attribute.id, provision.id, has),
                  "give it " + wanted(attribute.dimension));
      }
      const bool period = quantity->per.empty() || one_of(kHeads, quantity->per) || subject.ontology.find(quantity->per).known();
      if (period) continue;
      lints.add("quantity-period", *provision.file, quantity->where,
                fmt::format("the {} of {} is counted per '{}'", attribute.id, provision.id, quantity->per),
                "write a unit of time, a head (person, worker, boat), or the id of a concept");
    }
  }
}

}  // namespace selaras
