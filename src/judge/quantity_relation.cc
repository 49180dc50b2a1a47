#include "judge/quantity_relation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <limits>
#include <optional>

namespace selaras {
namespace {

using R = QuantityRelation;

constexpr double kAbout = 0.05;  // "about" allows this share of the amount

bool same(double a, double b) { return std::abs(a - b) <= 1e-6 * std::max({1.0, std::abs(a), std::abs(b)}); }

/// Time units that convert exactly into each other share a family; between families only with a 30/31-day caution.
struct TimeUnit {
  enum class Family : uint8_t { hours, days, months, working_days } family;
  double factor;
};

std::optional<TimeUnit> time_unit(std::string_view unit) {
  using F = TimeUnit::Family;
  switch (unit.size()) {
    case 3:
      if (unit == "day") return TimeUnit{F::days, 1};
      break;
    case 4:
      if (unit == "year") return TimeUnit{F::months, 12};
      if (unit == "week") return TimeUnit{F::days, 7};
      if (unit == "hour") return TimeUnit{F::hours, 1};
      break;
    case 5:
      if (unit == "month") return TimeUnit{F::months, 1};
      break;
    case 6:
      if (unit == "minute") return TimeUnit{F::hours, 1.0 / 60};
      break;
    default:
      if (unit == "working-day") return TimeUnit{F::working_days, 1};
      break;
  }
  return std::nullopt;
}

/// A claim brought to the unit of the rule; `blurred` where a month stands for 30 or 31 days.
struct Aligned {
  double lo, hi;
  bool blurred = false;
};

std::optional<Aligned> align_time(const Value& claim, std::string_view unit, const Quantity& rule) {
  const auto from = time_unit(unit);
  const auto to = time_unit(rule.unit);
  if (!from || !to) return std::nullopt;
  using F = TimeUnit::Family;
  if (from->family == to->family) {
    const double factor = from->factor / to->factor;
    return Aligned{claim.lo * factor, claim.hi * factor};
  }
  const auto days = [](const TimeUnit& of) -> std::optional<double> {
    switch (of.family) {
      case F::hours: return of.factor / 24;
      case F::days: return of.factor;
      case F::months: return of.factor * 365.25 / 12;
      case F::working_days: return std::nullopt;
    }
    return std::nullopt;
  };
  const auto a = days(*from);
  const auto b = days(*to);
  if (!a || !b) return std::nullopt;
  const bool exact = from->family != F::months && to->family != F::months;
  return Aligned{claim.lo * *a / *b, claim.hi * *a / *b, !exact};
}

/// Periods that convert exactly: per year and per month, per week and per day.
std::optional<double> period_factor(std::string_view from, std::string_view to) {
  if (from == to || from.empty() || to.empty()) return 1;
  const auto a = time_unit(from);
  const auto b = time_unit(to);
  if (!a || !b || a->family != b->family) return std::nullopt;
  return b->factor / a->factor;
}

std::optional<Aligned> align_number(const Value& claim, const Quantity& rule) {
  const auto factor = period_factor(claim.per, rule.per);
  if (!factor) return std::nullopt;
  return Aligned{claim.lo * *factor, claim.hi * *factor};
}

/// Nothing is nothing in every currency; a word that several countries share may mean any of theirs.
bool may_be_currency(const Value& claim, std::string_view currency) {
  return claim.unit == currency || claim.unit.empty() || (claim.lo == 0 && claim.hi == 0);
}

std::optional<Aligned> align(const Value& claim, const Quantity& rule, Dimension dimension) {
  switch (dimension) {
    case Dimension::money:
      if (claim.kind == ValueKind::money && may_be_currency(claim, rule.unit)) return align_number(claim, rule);
      if (claim.kind == ValueKind::share && claim.unit == rule.unit) return align_number(claim, rule);
      return std::nullopt;
    case Dimension::duration:
      if (claim.kind != ValueKind::duration && claim.kind != ValueKind::share) return std::nullopt;
      return align_time(claim, claim.unit, rule);
    case Dimension::age: {
      if (claim.kind != ValueKind::age && claim.kind != ValueKind::duration && claim.kind != ValueKind::number) return std::nullopt;
      if (claim.kind == ValueKind::number && !claim.unit.empty()) return std::nullopt;
      return align_time(claim, claim.unit.empty() ? std::string_view("year") : claim.unit, rule);
    }
    case Dimension::percent:
      if (claim.kind != ValueKind::percent) return std::nullopt;
      return align_number(claim, rule);
    case Dimension::count:
    case Dimension::frequency:
    case Dimension::size:
      if (claim.kind != ValueKind::number) return std::nullopt;
      if (!claim.unit.empty() && claim.unit != rule.unit) return std::nullopt;
      return align_number(claim, rule);
    default: return std::nullopt;
  }
}

bool equal_amount(double claim, double rule, bool blurred) {
  return same(claim, rule) || (blurred && std::abs(claim - rule) <= 0.04 * std::max(claim, rule));
}

bool upper_bounded(const Value& claim) { return claim.bound == Bound::at_most || claim.bound == Bound::less_than; }
bool lower_bounded(const Value& claim) { return claim.bound == Bound::at_least || claim.bound == Bound::more_than; }

R with_value(const Value& claim, const Aligned& a, double v) {
  switch (claim.bound) {
    case Bound::about: return std::abs(a.lo - v) <= kAbout * std::max(std::abs(v), 1.0) ? R::agrees : R::differs;
    case Bound::at_most:
    case Bound::less_than: return equal_amount(a.hi, v, a.blurred) ? R::agrees : (v < a.hi ? R::loose : R::differs);
    case Bound::at_least:
    case Bound::more_than: return equal_amount(a.lo, v, a.blurred) ? R::agrees : (v > a.lo ? R::loose : R::differs);
    case Bound::range: return a.lo <= v && v <= a.hi ? R::loose : R::differs;
    default: return equal_amount(a.lo, v, a.blurred) ? R::agrees : R::differs;
  }
}

R with_ceiling(const Value& claim, const Aligned& a, double most) {
  // "Over 90 days" names the ceiling from above; "at least 90 days" turns it round; another amount from below is another matter.
  if (claim.bound == Bound::more_than) return equal_amount(a.lo, most, a.blurred) ? R::agrees : R::differs;
  if (lower_bounded(claim)) return equal_amount(a.lo, most, a.blurred) ? R::differs : R::unsettled;
  if (claim.bound == Bound::about) return with_value(claim, a, most);
  if (claim.lo == 0 && claim.hi == 0) return most > 0 ? R::differs : R::agrees;
  const double told = a.hi;
  if (equal_amount(told, most, a.blurred)) return claim.bound == Bound::range ? R::loose : R::agrees;
  if (upper_bounded(claim) || claim.bound == Bound::range) return R::differs;
  return told > most ? R::differs : R::unsettled;
}

R with_floor(const Value& claim, const Aligned& a, double least) {
  // "Nobody under 18" names the floor from below; "at most 18" turns it round; another amount from above is another matter.
  if (claim.bound == Bound::less_than) return equal_amount(a.hi, least, a.blurred) ? R::agrees : R::differs;
  if (upper_bounded(claim)) {  // "no later than five days before" is at least five days: of times the words do not tell which way they count
    return equal_amount(a.hi, least, a.blurred) && claim.kind != ValueKind::duration ? R::differs : R::unsettled;
  }
  if (claim.bound == Bound::about) return with_value(claim, a, least);
  if (equal_amount(a.lo, least, a.blurred)) return claim.bound == Bound::range ? R::loose : R::agrees;
  if (lower_bounded(claim)) return R::differs;
  return a.lo < least ? R::differs : R::unsettled;
}

R with_range(const Value& claim, const Aligned& a, double least, double most) {
  const bool at_least = equal_amount(a.lo, least, a.blurred);
  const bool at_most = equal_amount(a.hi, most, a.blurred);
  switch (claim.bound) {
    case Bound::range:
      if (at_least && at_most) return R::agrees;
      return a.lo >= least && a.hi <= most ? R::loose : R::differs;
    case Bound::at_most:
    case Bound::less_than: return at_most ? R::agrees : R::differs;
    case Bound::at_least:
    case Bound::more_than: return at_least ? R::agrees : R::differs;
    default:
      if (at_least || equal_amount(a.lo, most, a.blurred)) return R::loose;
      return least <= a.lo && a.lo <= most ? R::stronger : R::differs;
  }
}

/// "30 April" told without a year is compared in the rule's own.
DateRange in_year(const DateRange& range, int year) {
  const auto moved = [&](Date day) { return Date::from_civil(year, day.month(), day.day()).value_or(day); };
  return {moved(range.first), moved(range.last)};
}

R with_date(const Value& claim, const Quantity& rule) {
  if (!claim.date || !rule.date) return R::incomparable;
  const DateRange told = claim.year_missing ? in_year(*claim.date, rule.date->last.year()) : *claim.date;
  return told.overlaps(*rule.date) ? R::agrees : R::differs;
}

/// One digit wrong, missing, added, or two neighbours swapped: a slip of the pen, not another line.
bool slip_of_the_pen(std::string_view a, std::string_view b) {
  const auto first = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  std::string_view x(a.substr(static_cast<size_t>(first.first - a.begin())));
  std::string_view y(b.substr(static_cast<size_t>(first.second - b.begin())));
  while (!x.empty() && !y.empty() && x.back() == y.back()) {
    x.remove_suffix(1);
    y.remove_suffix(1);
  }
  const bool swapped = x.size() == 2 && y.size() == 2 && x[0] == y[1] && x[1] == y[0];
  return swapped || (x.size() <= 1 && y.size() <= 1);
}

/// "1343, any hour": a bare number of three to six digits may be a line to call; only that it is one we know makes it so.
bool may_be_short_code(const Value& claim) {
  return claim.kind == ValueKind::number && claim.unit.empty() && claim.bound == Bound::exact && !claim.in_words && claim.lo == claim.hi && claim.lo >= 100 &&
         claim.lo <= 999999 && claim.lo == std::floor(claim.lo);
}

std::string digits_of(const Value& claim) { return std::to_string(static_cast<long>(claim.lo)); }

/// Two lines may serve the same people: a number that is not the rule's is another line unless it is nearly the same.
R with_text(const Value& claim, const Quantity& rule) {
  if (claim.kind == ValueKind::contact) {
    if (same_contact(claim.text, rule.text)) return R::agrees;
    return slip_of_the_pen(claim.text, rule.text) ? R::differs : R::unsettled;
  }
  if (may_be_short_code(claim)) return R::agrees;  // comparable only when it is this very line
  if (claim.kind == ValueKind::link) return claim.text == rule.text || rule.text.ends_with("/" + claim.text) ? R::agrees : R::unsettled;
  return R::incomparable;
}

R with_clock(const Value& claim, const Quantity& rule) {
  const bool always = rule.text == "24h";
  const bool told_always = claim.text == "24h" || claim.unit == "24h";
  if (always || told_always) return always == told_always ? R::agrees : R::differs;
  return claim.text == rule.text ? R::agrees : R::differs;
}

R relate_amounts(const Value& claim, const Aligned& a, const Quantity& rule) {
  switch (rule.role) {
    case QuantityRole::cap:
    case QuantityRole::penalty_max: return with_ceiling(claim, a, rule.hi);
    case QuantityRole::floor:
    case QuantityRole::penalty_min: return with_floor(claim, a, rule.lo);
    case QuantityRole::range: return with_range(claim, a, rule.lo, rule.hi);
    case QuantityRole::approx: {
      const bool near = std::abs(a.lo - rule.lo) <= kAbout * std::max(1.0, std::abs(rule.lo));
      return near ? R::agrees : R::differs;
    }
    default: return with_value(claim, a, rule.lo);
  }
}

bool is_clock(const Value& claim) { return claim.kind == ValueKind::clock; }

}  // namespace

namespace {

/// "As long as you like" is of time, "no limit" of time or number; without its unit it is never taken for an amount of money.
bool may_be_unbounded(const Value& claim, Dimension dimension) {
  if (dimension == Dimension::money) return claim.kind == ValueKind::money;
  return dimension == Dimension::duration || dimension == Dimension::count || dimension == Dimension::percent;
}

}  // namespace

namespace {

/// One digit and zeros.
bool is_round(double amount) {
  while (amount >= 10 && std::fmod(amount, 10) == 0) amount /= 10;
  return amount < 10;
}

/// "78,990 dollars" of a rule of 78,990 taka: amounts in two currencies are not compared (logic.md 6.4), but the very figure in another
/// currency is a slip. Round figures are the same by chance too often.
bool figure_in_another_currency(const Value& claim, const Quantity& rule, Dimension dimension) {
  constexpr double kLarge = 1000;
  const bool money = dimension == Dimension::money && claim.kind == ValueKind::money && !claim.unit.empty() && !may_be_currency(claim, rule.unit);
  return money && claim.hi >= kLarge && !is_round(claim.hi) && claim.hi == rule.hi && claim.hi != std::numeric_limits<double>::infinity();
}

}  // namespace

bool comparable(const Value& claim, const Quantity& rule, const Ontology& ontology) {
  if (!rule.attribute.known()) return false;
  const Dimension dimension = ontology[rule.attribute].dimension;
  switch (rule.role) {
    case QuantityRole::identifier:
      if (dimension == Dimension::contact && may_be_short_code(claim)) return digits_of(claim) == rule.text;
      return dimension == Dimension::contact && (claim.kind == ValueKind::contact || claim.kind == ValueKind::link);
    case QuantityRole::date: return claim.kind == ValueKind::date;
    case QuantityRole::clock: return is_clock(claim);
    case QuantityRole::life: return claim.kind == ValueKind::life || (dimension == Dimension::duration && claim.kind == ValueKind::duration);
    default:
      if (claim.bound == Bound::unbounded) return may_be_unbounded(claim, dimension);
      if (claim.kind == ValueKind::life) return dimension == Dimension::duration;
      return align(claim, rule, dimension).has_value() || figure_in_another_currency(claim, rule, dimension);
  }
}

bool may_be_comparable(const Value& claim, QuantityRole role, Dimension dimension) {
  using K = ValueKind;
  const auto is = [&](std::initializer_list<K> kinds) { return std::find(kinds.begin(), kinds.end(), claim.kind) != kinds.end(); };
  switch (role) {
    case QuantityRole::identifier: return dimension == Dimension::contact && is({K::contact, K::link, K::number});
    case QuantityRole::date: return is({K::date});
    case QuantityRole::clock: return is({K::clock});
    case QuantityRole::life: return is({K::life, K::duration});
    default: break;
  }
  if (claim.bound == Bound::unbounded) return true;
  switch (dimension) {
    case Dimension::money: return is({K::money, K::share});
    case Dimension::duration: return is({K::duration, K::share, K::life});
    case Dimension::age: return is({K::age, K::duration, K::number});
    case Dimension::percent: return is({K::percent});
    case Dimension::count:
    case Dimension::frequency:
    case Dimension::size: return is({K::number});
    default: return false;
  }
}

QuantityRelation relate(const Value& claim, const Quantity& rule, const Ontology& ontology) {
  if (!rule.attribute.known()) return R::incomparable;
  const bool amounts = claim.bound != Bound::unbounded && claim.kind != ValueKind::life;
  switch (rule.role) {
    case QuantityRole::identifier: return comparable(claim, rule, ontology) ? with_text(claim, rule) : R::incomparable;
    case QuantityRole::date: return comparable(claim, rule, ontology) ? with_date(claim, rule) : R::incomparable;
    case QuantityRole::clock: return comparable(claim, rule, ontology) ? with_clock(claim, rule) : R::incomparable;
    case QuantityRole::life:
      if (!comparable(claim, rule, ontology)) return R::incomparable;
      return claim.kind == ValueKind::life ? R::agrees : R::unsettled;
    default: break;
  }
  if (!amounts && !comparable(claim, rule, ontology)) return R::incomparable;
  if (claim.bound == Bound::unbounded) return rule.role == QuantityRole::approx ? R::unsettled : R::differs;
  if (claim.kind == ValueKind::life) return rule.hi == std::numeric_limits<double>::infinity() ? R::agrees : R::differs;
  const auto aligned = align(claim, rule, ontology[rule.attribute].dimension);
  if (!aligned) return figure_in_another_currency(claim, rule, ontology[rule.attribute].dimension) ? R::differs : R::incomparable;
  const auto relation = relate_amounts(claim, *aligned, rule);
  const bool unknown_currency = claim.kind == ValueKind::money && claim.unit.empty() && claim.hi != 0;
  return relation == R::differs && unknown_currency ? R::unsettled : relation;
}

std::string_view name(QuantityRelation relation) {
  constexpr std::array<std::string_view, 6> names = {"incomparable", "agrees", "loose", "stronger", "unsettled", "differs"};
  return names[static_cast<size_t>(relation)];
}

}  // namespace selaras
