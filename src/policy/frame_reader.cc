#include "policy/frame_reader.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <limits>

namespace selaras {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

template <typename Enum>
std::vector<std::string_view> names_up_to(Enum last) {
  std::vector<std::string_view> names;
  for (size_t i = 0; i <= static_cast<size_t>(last); ++i) names.push_back(name(static_cast<Enum>(i)));
  return names;
}

std::optional<double> to_number(const yaml::Node& node) {
  double number = 0;
  const char* end = node.scalar.data() + node.scalar.size();
  const auto [stop, error] = std::from_chars(node.scalar.data(), end, number);
  if (!node.is_scalar() || error != std::errc{} || stop != end) return std::nullopt;
  return number;
}

/// The bounds that a single number has in a role.
void set_bounds(Quantity& quantity, double number) {
  const bool ceiling = quantity.role == QuantityRole::cap || quantity.role == QuantityRole::penalty_max;
  const bool ground = quantity.role == QuantityRole::floor || quantity.role == QuantityRole::penalty_min;
  quantity.lo = ceiling ? 0 : number;
  quantity.hi = ground ? kInfinity : number;
}

}  // namespace

FrameReader::FrameReader(const SourceFile& file, const Ontology& ontology, Diagnostics& diagnostics)
    : file_(file), ontology_(ontology), diagnostics_(diagnostics) {}

ConceptId FrameReader::concept_named(const yaml::Node& node, std::string_view as) const {
  if (!node.is_scalar()) {
    diagnostics_.error(file_, node.span, fmt::format("the {} must be the id of a concept", as), "write one word");
    return {};
  }
  const ConceptId id = ontology_.find(node.scalar);
  if (!id.known()) {
    std::vector<std::string_view> known;
    for (uint32_t i = 0; i < ontology_.size(); ++i) known.push_back(ontology_[{i}].id);
    diagnostics_.error(file_, node.span, fmt::format("unknown concept '{}' as {}", node.scalar, as), suggestion(node.scalar, known));
  }
  return id;
}

ConceptId FrameReader::concept_field(Fields& fields, std::string_view key) const {
  const yaml::Node* node = fields.get(key);
  return node == nullptr ? ConceptId{} : concept_named(*node, key);
}

Frame FrameReader::norm(const yaml::Node& node, const std::string& what) const {
  Frame frame;
  Fields fields(file_, node, "a norm of " + what, diagnostics_);
  if (!fields.valid()) return frame;
  static const auto modalities = names_up_to(Modality::is);
  fields.require("bearer");
  frame.bearer = concept_field(fields, "bearer");
  fields.require("modality");
  frame.modality = static_cast<Modality>(fields.choice("modality", modalities).value_or(size_t(Modality::is)));
  fields.require("action");
  frame.action = concept_field(fields, "action");
  frame.object = concept_field(fields, "object");
  frame.counterparty = concept_field(fields, "counterparty");
  frame.conditions = conditions(fields);
  frame.exceptions = exceptions(fields);
  for (const auto& item : fields.items("quantities")) frame.quantities.push_back(quantity(item, what));
  fields.finish();
  return frame;
}

Conditions FrameReader::conditions(Fields& fields) const {
  const yaml::Node* node = fields.get("conditions");
  if (node == nullptr || node->items.empty()) return {};
  const bool alternatives = node->is_sequence() && node->items.front().is_sequence();
  Conditions found;
  if (!alternatives) {
    found.push_back(atoms(*node, "condition"));
    return found;
  }
  for (const auto& item : node->items) found.push_back(atoms(item, "condition"));
  return found;
}

/// Each item is an exception of its own; a list inside the list holds atoms that must come together.
Conditions FrameReader::exceptions(Fields& fields) const {
  Conditions found;
  const yaml::Node* node = fields.get("exceptions");
  if (node == nullptr) return found;
  if (!node->is_sequence()) return {atoms(*node, "exception")};
  for (const auto& item : node->items) found.push_back(atoms(item, "exception"));
  return found;
}

/// The items of a list, or one atom by itself.
std::vector<Atom> FrameReader::atoms(const yaml::Node& node, std::string_view as) const {
  std::vector<Atom> found;
  if (!node.is_sequence()) {
    found.push_back(atom(node, as));
    return found;
  }
  for (const auto& item : node.items) found.push_back(atom(item, as));
  return found;
}

Atom FrameReader::atom(const yaml::Node& node, std::string_view as) const {
  Atom found;
  if (!node.is_mapping()) {
    found.concepts.push_back(concept_named(node, as));
    return found;
  }
  if (const auto* inner = node.find("not"); inner != nullptr && node.keys.size() == 1) {
    found = atom(*inner, as);
    found.negated = !found.negated;
    return found;
  }
  if (node.find("attribute") != nullptr) {
    found.quantity = quantity(node, std::string(as));
    return found;
  }
  return slot_atom(node, as);
}

Atom FrameReader::slot_atom(const yaml::Node& node, std::string_view as) const {
  static const auto slots = names_up_to(Slot::sex);
  Atom found;
  if (node.keys.size() != 1) {
    diagnostics_.error(file_, node.span, fmt::format("an atom of the {} must have one key", as), "split it into two atoms");
    return found;
  }
  const auto& key = node.keys.front();
  const auto slot = std::find(slots.begin(), slots.end(), key.scalar);
  if (slot == slots.end()) {
    diagnostics_.error(file_, key.span, fmt::format("'{}' is no slot of a {}", key.scalar, as), suggestion(key.scalar, slots));
    return found;
  }
  found.slot = static_cast<Slot>(slot - slots.begin());
  const auto& value = node.items.front();
  if (value.is_sequence()) {
    for (const auto& item : value.items) found.concepts.push_back(concept_named(item, as));
  } else {
    found.concepts.push_back(concept_named(value, as));
  }
  return found;
}

Quantity FrameReader::quantity(const yaml::Node& node, const std::string& what) const {
  Fields fields(file_, node, "a quantity of " + what, diagnostics_);
  if (!fields.valid()) return {};
  return quantity_fields(fields, node);
}

Quantity FrameReader::quantity_fields(Fields& fields, const yaml::Node& node) const {
  static const auto roles = names_up_to(QuantityRole::clock);
  Quantity quantity;
  quantity.where = node.span;
  fields.require("attribute");
  quantity.attribute = concept_field(fields, "attribute");
  if (quantity.attribute.known() && ontology_[quantity.attribute].kind != ConceptKind::attribute) {
    fields.error(node, fmt::format("'{}' is no attribute", ontology_[quantity.attribute].id), "name a concept of kind attribute");
  }
  fields.require("role");
  quantity.role = static_cast<QuantityRole>(fields.choice("role", roles).value_or(0));
  quantity.unit = fields.text("unit").value_or("");
  quantity.per = fields.text("per").value_or("");
  value(fields, quantity);
  if (const auto* of = fields.get("of")) quantity.of = atoms(*of, "narrowing");
  fields.finish();
  return quantity;
}

void FrameReader::value(Fields& fields, Quantity& quantity) const {
  const yaml::Node* node = fields.require("value");
  if (node == nullptr) return;
  const auto wrong = [&](std::string_view wanted) {
    fields.error(*node, fmt::format("the value of a quantity with role {} must be {}", name(quantity.role), wanted),
                 "see docs/formats/policy.md for the roles");
  };
  switch (quantity.role) {
    case QuantityRole::identifier:
    case QuantityRole::clock:
    case QuantityRole::life:
      if (!node->is_scalar()) return wrong("text");
      quantity.text = node->scalar;
      return;
    case QuantityRole::date: {
      const bool pair = node->is_sequence() && node->items.size() == 2;
      const auto first = parse_date_range(pair ? node->items[0].scalar : node->scalar);
      const auto last = pair ? parse_date_range(node->items[1].scalar) : first;
      if (!first || !last) return wrong("a date (2026-04-30, 2026-04 or 2026) or a list of two");
      quantity.date = DateRange{first->first, last->last};
      return;
    }
    case QuantityRole::range: {
      if (!node->is_sequence() || node->items.size() != 2) return wrong("a list of two numbers");
      const auto lo = to_number(node->items[0]);
      const auto hi = node->items[1].scalar == "life" ? kInfinity : to_number(node->items[1]);
      if (!lo || !hi) return wrong("a list of two numbers");
      quantity.lo = *lo;
      quantity.hi = *hi;
      return;
    }
    default: {
      const auto number = to_number(*node);
      if (!number) return wrong("a number");
      set_bounds(quantity, *number);
    }
  }
}

}  // namespace selaras
