// statement-number, statement-date, statement-contact: every value that a statement tells is a quantity of its norms or conditions, a
// day of its life, part of a name, or set aside with a reason. Otherwise a message that gets it wrong could not be caught.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "judge/quantity_relation.h"
#include "lint/carried.h"
#include "lint/lints.h"
#include "value/value.h"

namespace selaras {
namespace {

bool same(double a, double b) { return std::isfinite(a) && std::isfinite(b) && std::abs(a - b) <= 1e-6 * std::max({1.0, std::abs(a), std::abs(b)}); }

/// The value names an end of the quantity, in the same unit or in none.
bool names_an_end(const Value& value, const Quantity& quantity) {
  if (quantity.role == QuantityRole::date || quantity.role == QuantityRole::identifier || quantity.role == QuantityRole::clock) return false;
  if (value.kind == ValueKind::money && value.unit != quantity.unit && !value.unit.empty()) return false;
  if (value.kind == ValueKind::percent && quantity.unit != "percent") return false;
  if (value.kind == ValueKind::duration && value.unit != quantity.unit) return false;
  // Only the ends that are told: "at most 5" has no least, a cap fixes none.
  const bool ceiling = quantity.role == QuantityRole::cap || quantity.role == QuantityRole::penalty_max;
  const bool upper_only = value.bound == Bound::at_most || value.bound == Bound::less_than;
  const auto end = [&](double told) { return same(told, quantity.hi) || (!ceiling && same(told, quantity.lo)); };
  return end(value.hi) || (!upper_only && end(value.lo));
}

/// "Half" is 50 percent.
bool names_the_share(const Value& value, const Quantity& quantity) {
  return value.kind == ValueKind::number && value.hi < 1 && quantity.unit == "percent" && same(100 * value.hi, quantity.hi);
}

/// "More than five" where the law counts from six, "under 18" where it counts to 17.
bool names_the_neighbour(const Value& value, const Quantity& quantity) {
  if (value.kind != ValueKind::number && value.kind != ValueKind::age) return false;
  return (value.bound == Bound::more_than && same(value.lo + 1, quantity.lo)) || (value.bound == Bound::less_than && same(value.hi - 1, quantity.hi));
}

/// "948 a week", "for every 12 months": the period that an amount is counted on.
bool names_the_period(const Value& value, const Quantity& quantity) {
  if (value.kind != ValueKind::duration || quantity.per.empty() || !same(value.lo, value.hi)) return false;
  return (same(value.hi, 1) && value.unit.ends_with(quantity.per)) || (same(value.hi, 12) && value.unit == "month" && quantity.per == "year");
}

/// "The pay of one month": the quantity is counted in amounts that are named after the unit ("monthly-salary").
bool names_an_amount(const Value& value, const Quantity& quantity) {
  const bool counts = value.kind == ValueKind::duration || value.kind == ValueKind::share;
  return counts && !value.unit.empty() && quantity.unit.starts_with(value.unit + "ly") && (same(value.hi, quantity.hi) || same(value.hi, quantity.lo));
}

/// The pronoun.
bool is_one(const Value& value) { return value.kind == ValueKind::number && value.in_words && value.unit.empty() && same(value.hi, 1); }

bool carried_by(const Value& value, const Quantity& quantity, const Ontology& ontology) {
  const auto relation = relate(value, quantity, ontology);
  if (relation == QuantityRelation::agrees || relation == QuantityRelation::loose) return true;
  switch (value.kind) {
    case ValueKind::contact: return quantity.role == QuantityRole::identifier && same_contact(value.text, quantity.text);
    case ValueKind::link: return quantity.role == QuantityRole::identifier && quantity.text.find(value.text) != std::string::npos;
    case ValueKind::life: return quantity.role == QuantityRole::life || std::isinf(quantity.hi);
    case ValueKind::date:
    case ValueKind::clock: return false;
    default: return names_an_end(value, quantity) || names_the_period(value, quantity) || names_an_amount(value, quantity) ||
                    names_the_neighbour(value, quantity) || names_the_share(value, quantity);
  }
}

bool is_on(const Value& value, Date day) {
  if (!value.date) return false;
  const auto& [first, last] = *value.date;
  if (!value.year_missing) return value.date->contains(day);
  const auto in_year = [&](Date part) { return Date::from_civil(day.year(), part.month(), part.day()).value_or(part); };
  return DateRange{in_year(first), in_year(last)}.contains(day);
}

/// The first or last day of the rule's life, or the day after the last: "until 31 July", "replaced on 1 August".
bool in_life(const Value& value, const Validity& life) {
  const bool begins = life.from && (is_on(value, *life.from) || is_on(value, life.from->plus_days(-1)));
  return begins || (life.to && (is_on(value, *life.to) || is_on(value, life.to->plus_days(1))));
}

std::string_view rule_of(const Value& value) {
  if (value.kind == ValueKind::date) return "statement-date";
  return value.kind == ValueKind::contact || value.kind == ValueKind::link ? "statement-contact" : "statement-number";
}

class StatementValues {
 public:
  StatementValues(const LintSubject& subject, Lints& lints) : subject_(subject), lints_(lints), segmenter_(subject.lexicon.pack().sentences) {}

  void look_at(const Provision& provision) {
    const Carried carried(provision, subject_.ontology);
    const auto segmentation = segmenter_.segment(provision.statement);
    const auto mentions = subject_.lexicon.find(provision.statement, segmentation);
    const auto values = find_values(provision.statement, segmentation, mentions, subject_.lexicon.pack(), place(provision));
    const auto accounted = [&](const Value& value) {
      if (value.kind == ValueKind::ordinal || is_one(value)) return true;
      if (value.kind == ValueKind::number && carried.lists(value.hi)) return true;
      if (value.kind == ValueKind::money && value.hi == 0 && carried.denies()) return true;
      const bool in_norms = std::any_of(carried.quantities().begin(), carried.quantities().end(),
                                        [&](const Quantity* quantity) { return carried_by(value, *quantity, subject_.ontology); });
      return in_norms || in_life(value, provision.in_force) || carried.set_aside(value.core) || carried.set_aside(value.span) ||
             carried.inside_identifier(value.core) || carried.inside_name(value.core, mentions);
    };
    for (size_t i = 0; i < values.size(); ++i) {
      const auto& value = values[i];
      const bool second_reading = i > 0 && values[i - 1].core == value.core;
      if (second_reading || accounted(value)) continue;
      if (value.ambiguous_with && accounted(values[*value.ambiguous_with])) continue;
      tell(provision, value);
    }
  }

 private:
  static ReadingPlace place(const Provision& provision) {
    ReadingPlace place{provision.jurisdiction, provision.route.origins};
    place.countries.insert(place.countries.end(), provision.route.destinations.begin(), provision.route.destinations.end());
    return place;
  }

  void tell(const Provision& provision, const Value& value) {
    const auto text = slice(provision.statement, value.core);
    lints_.add(rule_of(value), *provision.file, provision.statement_span,
               fmt::format("the statement of {} says '{}', which no norm carries", provision.id, text),
               fmt::format("give a norm a quantity for it, or add {{part: \"{}\", reason: …}} to unmodelled", text));
  }

  const LintSubject& subject_;
  Lints& lints_;
  Segmenter segmenter_;
};

}  // namespace

void lint_statement_values(const LintSubject& subject, Lints& lints) {
  StatementValues values(subject, lints);
  for (const auto& provision : subject.policies.provisions()) values.look_at(provision);
}

}  // namespace selaras
