#include "reading/sentence.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "text/characters.h"

namespace selaras {
namespace {

std::string_view pattern(const Patterns& patterns, std::string_view name) {
  const auto found = patterns.find(name);
  return found == patterns.end() ? std::string_view() : std::string_view(found->second);
}

class Teller {
 public:
  Teller(const Ontology& ontology, const LanguagePack& pack) : ontology_(ontology), pack_(pack), words_(pack.wording) {}

  std::string norm(const Frame& frame) const {
    SlotValues values;
    values["bearer"] = named(frame.bearer);
    values["act"] = act(frame);
    values["conditions"] = alternatives(frame.conditions, "or-if");
    values["exceptions"] = alternatives(frame.exceptions, "or");
    values["quantities"] = quantities(frame.quantities);
    return fill(pattern(words_.norms, name(frame.modality)), values);
  }

  std::string measure(const Quantity& one) const { return quantity(one); }

 private:
  /// Persons, actors and things in the plural, as rules speak of them; the rest as the pack has it.
  std::string named(ConceptId id) const {
    if (!id.known()) return {};
    const auto& one = ontology_[id];
    if (is_country_code(one.id)) {
      const auto place = words_.places.find(one.id);
      return place == words_.places.end() ? one.id : place->second.one;
    }
    const auto label = id.index < words_.concepts.size() ? words_.concepts[id.index] : Naming{};
    if (label.one.empty()) return one.id;
    const bool many = one.kind == ConceptKind::person || one.kind == ConceptKind::actor || one.kind == ConceptKind::thing;
    return many ? label.many : label.one;
  }

  std::string act(const Frame& frame) const {
    SlotValues values;
    values["action"] = named(frame.action);
    values["counterparty"] = named(frame.counterparty);
    values["object"] = object(frame, values["action"]);
    const auto own = frame.action.known() ? pattern(words_.actions, ontology_[frame.action].id) : std::string_view();
    return fill(own.empty() ? pattern(words_.parts, "act") : own, values);
  }

  /// Left out where the action's own name has it: "pay a recruitment fee".
  std::string object(const Frame& frame, std::string_view action) const {
    if (!frame.object.known()) return {};
    const auto& label = frame.object.index < words_.concepts.size() ? words_.concepts[frame.object.index] : Naming{};
    const bool said = !label.one.empty() && (action.ends_with(label.one) || action.ends_with(label.many));
    const bool own_pattern = frame.action.known() && words_.actions.contains(ontology_[frame.action].id);
    return said && !own_pattern ? std::string() : named(frame.object);
  }

  template <typename Items, typename One>
  static std::string joined(const Items& items, std::string_view between, One one) {
    std::string text;
    for (const auto& item : items) {
      const std::string part = one(item);
      if (part.empty() || text == part) continue;
      text += (text.empty() ? "" : std::string(between)) + part;
    }
    return text;
  }

  std::string alternatives(const Conditions& list, std::string_view between) const {
    return joined(list, pattern(words_.parts, between),
                  [&](const std::vector<Atom>& conjunction) { return atoms(conjunction, pattern(words_.parts, "and")); });
  }

  std::string atoms(const std::vector<Atom>& list, std::string_view between) const {
    return joined(list, between, [&](const Atom& one) { return atom(one); });
  }

  std::string atom(const Atom& one) const {
    std::string text;
    if (one.quantity) {
      text = quantity(*one.quantity);
    } else {
      const auto concepts = joined(one.concepts, pattern(words_.parts, "or"), [&](ConceptId id) { return named(id); });
      text = fill(pattern(words_.slots, name(one.slot)), {{"concept", concepts}});
    }
    return one.negated ? fill(pattern(words_.parts, "not"), {{"atom", text}}) : text;
  }

  std::string quantities(const std::vector<Quantity>& list) const {
    return joined(list, pattern(words_.quantities, "and"), [&](const Quantity& one) { return quantity(one); });
  }

  std::string quantity(const Quantity& one) const {
    SlotValues values;
    values["attribute"] = one.attribute.known() && one.attribute.index < words_.concepts.size() && !words_.concepts[one.attribute.index].one.empty()
                              ? words_.concepts[one.attribute.index].one
                              : named(one.attribute);
    values["of"] = atoms(one.of, pattern(words_.parts, "and"));
    switch (one.role) {
      case QuantityRole::identifier:
      case QuantityRole::clock:
      case QuantityRole::date: values["amount"] = one.role == QuantityRole::date ? describe(one) : one.text; break;
      case QuantityRole::cap:
      case QuantityRole::penalty_max: values["amount"] = amount(one, one.hi); break;
      case QuantityRole::range:
        values["least"] = is_currency_code(one.unit) ? amount(without_period(one), one.lo) : number(one.lo);
        values["most"] = std::isfinite(one.hi) ? amount(one, one.hi) : std::string(pattern(words_.quantities, "life"));
        break;
      default: values["amount"] = amount(one, one.lo);
    }
    return fill(pattern(words_.quantities, name(one.role)), values);
  }

  std::string amount(const Quantity& quantity, double value) const {
    SlotValues values;
    values["number"] = number(value);
    values["per"] = unit(quantity.per, false);
    const bool money = is_currency_code(quantity.unit);
    values["unit"] = money ? quantity.unit : unit(quantity.unit, value != 1);
    return fill(pattern(words_.quantities, money ? "money" : "count"), values);
  }

  static Quantity without_period(Quantity quantity) {
    quantity.per.clear();
    return quantity;
  }

  std::string unit(const std::string& id, bool many) const {
    if (id.empty() || id == "number") return {};
    if (const auto found = words_.units.find(id); found != words_.units.end()) return many ? found->second.many : found->second.one;
    const ConceptId counted = ontology_.find(id);
    if (!counted.known() || counted.index >= words_.concepts.size() || words_.concepts[counted.index].one.empty()) return id;
    const auto& label = words_.concepts[counted.index];
    return many ? label.many : label.one;
  }

  std::string number(double value) const {
    std::string text = std::abs(value) < 1e10 ? fmt::format("{:.10g}", value) : fmt::format("{:.0f}", value);
    size_t whole = text.find('.');
    if (whole == std::string::npos) whole = text.size();
    else text[whole] = pack_.decimal;
    for (size_t at = whole; at > 3; at -= 3) text.insert(at - 3, 1, pack_.group);
    return text;
  }

  const Ontology& ontology_;
  const LanguagePack& pack_;
  const Wording& words_;
};

}  // namespace

std::string sentence(const Frame& frame, const Ontology& ontology, const LanguagePack& pack) {
  if (!pack.wording.speaks()) return {};
  std::string text = Teller(ontology, pack).norm(frame);
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

std::string phrase(const Quantity& quantity, const Ontology& ontology, const LanguagePack& pack) {
  return pack.wording.norms.empty() ? std::string() : Teller(ontology, pack).measure(quantity);
}

}  // namespace selaras
