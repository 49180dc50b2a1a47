// contradiction: two provisions of one state that hold on one common day and say of the same act, under the same conditions, that it must
// be done and need not be, or fix one and the same quantity at two values. A message that follows the one would break the other.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "judge/quantity_relation.h"
#include "lint/lints.h"

namespace selaras {
namespace {

std::string key_of(const Quantity& quantity, const Ontology& ontology);

std::string key_of(const Atom& atom, const Ontology& ontology) {
  std::vector<std::string_view> ids;
  for (const ConceptId id : atom.concepts) {
    if (id.known()) ids.push_back(ontology[id].id);
  }
  std::sort(ids.begin(), ids.end());
  std::string key = fmt::format("{}{}", atom.negated ? "!" : "", name(atom.slot));
  for (const auto id : ids) key += fmt::format(" {}", id);
  return atom.quantity ? key + key_of(*atom.quantity, ontology) : key;
}

std::string key_of(const std::vector<Atom>& atoms, const Ontology& ontology) {
  std::vector<std::string> keys;
  for (const auto& atom : atoms) keys.push_back(key_of(atom, ontology));
  std::sort(keys.begin(), keys.end());
  std::string joined;
  for (const auto& key : keys) joined += key + ";";
  return joined;
}

std::string key_of(const Quantity& quantity, const Ontology& ontology) {
  const auto attribute = quantity.attribute.known() ? ontology[quantity.attribute].id : std::string();
  return fmt::format("({} {} {} {})", attribute, name(quantity.role), describe(quantity), key_of(quantity.of, ontology));
}

/// Everything that two norms must share before they can contradict each other.
std::string ground(const Provision& provision, const Frame& norm, const Ontology& ontology) {
  const auto word = [&](ConceptId id) { return id.known() ? ontology[id].id : std::string("-"); };
  const auto sorted_key = [&](const Conditions& alternatives) {
    std::vector<std::string> keys;
    for (const auto& conjunction : alternatives) keys.push_back(key_of(conjunction, ontology));
    std::sort(keys.begin(), keys.end());
    return fmt::format("{}", fmt::join(keys, "/"));
  };
  std::string key = fmt::format("{}|{}|{}|{}|{}|", provision.jurisdiction, word(norm.bearer), word(norm.action), word(norm.object), word(norm.counterparty));
  key += sorted_key(norm.conditions) + "|" + sorted_key(norm.exceptions) + "|";
  for (const auto* list : {&provision.route.origins, &provision.route.destinations, &provision.parties}) {
    auto sorted = *list;
    std::sort(sorted.begin(), sorted.end());
    for (const auto& code : sorted) key += code + ",";
    key += "|";
  }
  return key;
}

bool can_contradict(const Provision& provision) {
  return provision.kind == ProvisionKind::norm || provision.kind == ProvisionKind::sanction || provision.kind == ProvisionKind::service ||
         provision.kind == ProvisionKind::definition;
}

/// Both are law on some day; an ended rule without a last day is law on none that is known.
bool share_a_day(const Provision& a, const Provision& b) {
  const auto lives = [](const Provision& p) {
    return p.status == Status::in_force || p.status == Status::pilot || (p.status == Status::ended && p.in_force.to);
  };
  const auto before = [](const Provision& first, const Provision& second) {
    return first.in_force.to && second.in_force.from && *first.in_force.to < *second.in_force.from;
  };
  return lives(a) && lives(b) && !before(a, b) && !before(b, a);
}

bool opposed(Modality a, Modality b) {
  using M = Modality;
  static constexpr std::array<std::pair<M, M>, 5> pairs = {{
      {M::must, M::must_not}, {M::must, M::need_not}, {M::may, M::must_not}, {M::entitled, M::not_entitled}, {M::will, M::will_not}}};
  return std::any_of(pairs.begin(), pairs.end(), [&](const auto& pair) { return pair == std::pair{a, b} || pair == std::pair{b, a}; });
}

/// The quantity as a message would tell it.
Value told(const Quantity& quantity, Dimension dimension) {
  Value value;
  value.lo = quantity.lo;
  value.hi = quantity.hi;
  value.unit = quantity.unit;
  value.per = quantity.per;
  value.text = quantity.text;
  value.date = quantity.date;
  switch (quantity.role) {
    case QuantityRole::date: value.kind = ValueKind::date; return value;
    case QuantityRole::clock: value.kind = ValueKind::clock; return value;
    case QuantityRole::life: value.kind = ValueKind::life; return value;
    case QuantityRole::cap:
    case QuantityRole::penalty_max: value.bound = Bound::at_most; break;
    case QuantityRole::floor:
    case QuantityRole::penalty_min: value.bound = Bound::at_least; break;
    case QuantityRole::range: value.bound = Bound::range; break;
    default: break;
  }
  if (dimension == Dimension::money) value.kind = ValueKind::money;
  if (dimension == Dimension::duration) value.kind = ValueKind::duration;
  if (dimension == Dimension::age) value.kind = ValueKind::age;
  if (dimension == Dimension::percent) value.kind = ValueKind::percent;
  return value;
}

/// 1: a bound from above, -1: from below, 0: none.
int side(QuantityRole role) {
  if (role == QuantityRole::cap || role == QuantityRole::penalty_max) return 1;
  return role == QuantityRole::floor || role == QuantityRole::penalty_min ? -1 : 0;
}

bool values_differ(const Quantity& a, const Quantity& b, const Ontology& ontology) {
  // A line more is another line, not another truth.
  if (a.role == QuantityRole::identifier || b.role == QuantityRole::identifier) return false;
  if (a.role == QuantityRole::approx || b.role == QuantityRole::approx) return false;
  if (side(a.role) * side(b.role) == -1) return false;  // a least and a most
  const Dimension dimension = ontology[a.attribute].dimension;
  return relate(told(a, dimension), b, ontology) == QuantityRelation::differs &&
         relate(told(b, dimension), a, ontology) == QuantityRelation::differs;
}

/// The first quantity of `a` that no quantity of `b` with the same attribute and narrowing agrees with.
const Quantity* first_difference(const Frame& a, const Frame& b, const Ontology& ontology) {
  for (const auto& quantity : a.quantities) {
    bool compared = false;
    bool differs = true;
    for (const auto& other : b.quantities) {
      if (!quantity.attribute.known() || other.attribute != quantity.attribute || key_of(other.of, ontology) != key_of(quantity.of, ontology)) continue;
      compared = true;
      differs = differs && values_differ(quantity, other, ontology);
    }
    if (compared && differs) return &quantity;
  }
  return nullptr;
}

/// Both name lines or forms, and not one in common: they speak of different ones.
bool name_other_things(const Frame& a, const Frame& b) {
  const auto names = [](const Frame& norm) {
    std::vector<std::string> found;
    for (const auto& quantity : norm.quantities) {
      if (quantity.role == QuantityRole::identifier) found.push_back(quantity.text);
    }
    return found;
  };
  const auto of_a = names(a);
  const auto of_b = names(b);
  const bool shared = std::any_of(of_a.begin(), of_a.end(), [&](const auto& one) { return std::find(of_b.begin(), of_b.end(), one) != of_b.end(); });
  return !of_a.empty() && !of_b.empty() && !shared;
}

/// To need not pay 500 and to have to pay 400 go together: the two speak of different extents of the act.
bool same_extent(const Frame& a, const Frame& b, const Ontology& ontology) {
  return std::all_of(a.quantities.begin(), a.quantities.end(), [&](const Quantity& quantity) {
    return std::all_of(b.quantities.begin(), b.quantities.end(), [&](const Quantity& other) {
      return other.attribute != quantity.attribute || key_of(other, ontology) == key_of(quantity, ontology);
    });
  });
}

struct Told {
  const Provision* provision;
  const Frame* norm;
};

std::string conflict(const Frame& a, const Frame& b, const Ontology& ontology) {
  if (name_other_things(a, b)) return {};
  const auto& action = ontology[a.action].id;
  if (opposed(a.modality, b.modality) && same_extent(a, b, ontology)) {
    return fmt::format("'{}' and '{}' of {}", name(a.modality), name(b.modality), action);
  }
  if (a.modality != b.modality) return {};
  const auto* quantity = first_difference(a, b, ontology);
  if (quantity == nullptr) return {};
  return fmt::format("the {} of {} is {} in the first and another in the second", ontology[quantity->attribute].id, action, describe(*quantity));
}

/// Days on which a rule and its successor both hold are another rule's business.
bool one_replaced_the_other(const PolicyBase& policies, const Provision& a, const Provision& b) {
  const auto later = policies.successors(*policies.index_of(a.id));
  const auto earlier = policies.predecessors(*policies.index_of(a.id));
  const auto other = *policies.index_of(b.id);
  return std::find(later.begin(), later.end(), other) != later.end() || std::find(earlier.begin(), earlier.end(), other) != earlier.end();
}

void compare(const Told& a, const Told& b, const LintSubject& subject, Lints& lints) {
  if (a.provision == b.provision || !share_a_day(*a.provision, *b.provision)) return;
  const auto why = conflict(*a.norm, *b.norm, subject.ontology);
  if (why.empty() || one_replaced_the_other(subject.policies, *a.provision, *b.provision)) return;
  lints.add("contradiction", *b.provision, fmt::format("provisions {} and {} contradict each other: {}", a.provision->id, b.provision->id, why),
            "end one of them, tell the condition that keeps them apart, or narrow the quantity with of:");
}

}  // namespace

void lint_contradictions(const LintSubject& subject, Lints& lints) {
  std::map<std::string, std::vector<Told>> grounds;
  for (const auto& provision : subject.policies.provisions()) {
    if (!can_contradict(provision)) continue;
    for (const auto& norm : provision.norms) {
      if (norm.bearer.known() && norm.action.known()) grounds[ground(provision, norm, subject.ontology)].push_back({&provision, &norm});
    }
  }
  for (const auto& [key, told_here] : grounds) {
    for (size_t i = 0; i < told_here.size(); ++i) {
      for (size_t k = i + 1; k < told_here.size(); ++k) compare(told_here[i], told_here[k], subject, lints);
    }
  }
}

}  // namespace selaras
