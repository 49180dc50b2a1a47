#include "mutation.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "judge/quantity_relation.h"
#include "law.h"
#include "reading/sentence.h"
#include "rewriting.h"
#include "text/characters.h"

namespace selaras {
namespace {

constexpr std::array<std::string_view, kMutationKinds> kKinds = {"identity",  "value",     "unit",   "period", "modality",
                                                                 "condition", "exception", "bearer", "state",  "superseded"};
constexpr std::string_view kContradiction = "A1", kAbsolute = "A2", kMissingLimit = "A3", kWrongBearer = "A4", kStrength = "A5",
                           kStale = "A6", kWrongValue = "A10";

/// What a modality is turned into, and the cell of the compatibility table (logic.md 6.2: row the claim, column the rule).
struct Turn {
  Modality rule, claim;
  std::string_view label;  // X: A1; O and W: A5
};
constexpr std::array<Turn, 15> kTurns = {{
    {Modality::must, Modality::need_not, kContradiction},
    {Modality::must, Modality::may, kStrength},
    {Modality::must_not, Modality::may, kContradiction},
    {Modality::must_not, Modality::need_not, kStrength},
    {Modality::may, Modality::must_not, kContradiction},
    {Modality::may, Modality::must, kStrength},
    {Modality::need_not, Modality::must, kContradiction},
    {Modality::need_not, Modality::must_not, kStrength},
    {Modality::entitled, Modality::not_entitled, kContradiction},
    {Modality::entitled, Modality::must, kStrength},
    {Modality::not_entitled, Modality::entitled, kContradiction},
    {Modality::will, Modality::will_not, kContradiction},
    {Modality::will, Modality::entitled, kStrength},
    {Modality::will_not, Modality::will, kContradiction},
    {Modality::not_entitled, Modality::will, kContradiction},
}};

bool can_contradict(ProvisionKind kind) {
  return kind == ProvisionKind::norm || kind == ProvisionKind::sanction || kind == ProvisionKind::service ||
         kind == ProvisionKind::definition;
}

bool is_amount(const Quantity& quantity) {
  using R = QuantityRole;
  const bool words =
      quantity.role == R::identifier || quantity.role == R::date || quantity.role == R::life || quantity.role == R::clock;
  return !words && (std::isfinite(quantity.lo) || std::isfinite(quantity.hi));
}

/// The amount that the role names first: of a cap the most, of anything else the least.
double named_amount(const Quantity& quantity) {
  return quantity.role == QuantityRole::cap || quantity.role == QuantityRole::penalty_max ? quantity.hi : quantity.lo;
}

Quantity with_named_amount(Quantity quantity, double amount) {
  const bool ceiling = quantity.role == QuantityRole::cap || quantity.role == QuantityRole::penalty_max;
  const bool single = quantity.lo == quantity.hi;
  if (ceiling || single) quantity.hi = amount;
  if (!ceiling) quantity.lo = amount;
  return quantity;
}

uint64_t turn_of(std::string_view id, uint64_t seed) {
  uint64_t hash = 14695981039346656037ULL ^ seed;
  for (const char c : id) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash >> 17U;
}

/// A value of a sentence that tells a quantity of its provision.
struct Site {
  uint32_t norm, quantity;
  Value value;
};

class Mutator {
 public:
  Mutator(const Library& library, const MutationOptions& options)
      : library_(library),
        options_(options),
        ontology_(library.ontology()),
        policies_(library.policies()),
        law_(library.ontology(), library.policies(), options.day),
        lexicon_(*library.lexicon(options.language)),
        segmenter_(lexicon_.pack().sentences),
        examples_serve_(&lexicon_ == &library.policy_lexicon()) {}

  std::vector<ContrastPair> pairs() {
    for (index_ = 0; index_ < policies_.provisions().size(); ++index_) {
      if (!rule().holds_on(options_.day) || !can_contradict(rule().kind)) continue;
      first_ = static_cast<std::ptrdiff_t>(pairs_.size());
      front_ = front_of_rule();
      if (examples_serve_) {
        for (const auto& text : rule().examples.supports) mutate_example(text);
      }
      for (uint32_t n = 0; n < rule().norms.size(); ++n) mutate_norm(n);
      std::stable_sort(pairs_.begin() + first_, pairs_.end(), [](const auto& a, const auto& b) { return a.kind < b.kind; });
      number_pairs();
    }
    return std::move(pairs_);
  }

 private:
  const Provision& rule() const { return policies_[index_]; }

  // --- the sentences as the engine reads them -------------------------------------------------------------------------------------

  Sample front_of_rule() const {
    Sample sample{{}, rule().jurisdiction, {}, options_.day, options_.language};
    for (const auto* states : {&rule().route.origins, &rule().route.destinations}) {
      for (const auto& state : *states) add_state(sample, state);
    }
    add_state(sample, rule().jurisdiction);
    return sample;
  }

  static void add_state(Sample& sample, const std::string& state) {
    if (std::find(sample.corridor.begin(), sample.corridor.end(), state) == sample.corridor.end()) sample.corridor.push_back(state);
  }

  std::vector<Value> values_of(const std::string& text) {
    Sample sample = front_;
    sample.text = text;
    return read_sample(sample, library_, segmenter_)->reading.blocks.front().values;
  }

  /// The value of the rewritten sentence that took the place of the old one.
  std::optional<Value> value_in_place(const std::string& text, const Value& old) {
    for (auto& value : values_of(text)) {
      if (value.core.begin == old.core.begin || value.span.begin == old.span.begin) return std::move(value);
    }
    return std::nullopt;
  }

  std::vector<Site> sites_of(const std::string& text) {
    std::vector<Site> sites;
    for (auto& value : values_of(text)) {
      if (value.kind == ValueKind::ordinal || value.ambiguous_with) continue;
      if (const auto told = quantity_told_by(value)) sites.push_back({told->first, told->second, std::move(value)});
    }
    return sites;
  }

  std::optional<std::pair<uint32_t, uint32_t>> quantity_told_by(const Value& value) const {
    for (uint32_t n = 0; n < rule().norms.size(); ++n) {
      const auto& quantities = rule().norms[n].quantities;
      for (uint32_t q = 0; q < quantities.size(); ++q) {
        if (relate(value, quantities[q], ontology_) == QuantityRelation::agrees) return std::pair(n, q);
      }
    }
    return std::nullopt;
  }

  // --- edits of an example, in place ----------------------------------------------------------------------------------------------

  void mutate_example(const std::string& text) {
    for (const auto& site : sites_of(text)) {
      const uint64_t turn = turn_of(rule().id + text, options_.seed);
      for (const Direction direction : {Direction::more, Direction::less}) {
        edit_in_place(text, site, MutationKind::value, other_amounts(text, site.value, direction, turn));
      }
      edit_in_place(text, site, MutationKind::unit, other_units(text, site.value));
      edit_in_place(text, site, MutationKind::period, other_periods(text, site.value));
      repeat_past_values(text, site);
      tell_again(text, site);
    }
  }

  const Quantity& quantity_at(const Site& site) const { return rule().norms[site.norm].quantities[site.quantity]; }

  /// The first candidate that reads as the edit that was meant.
  void edit_in_place(const std::string& text, const Site& site, MutationKind kind, const std::vector<Rewriting>& candidates) {
    for (const auto& candidate : candidates) {
      const std::string edited = rewritten(text, candidate);
      const auto value = value_in_place(edited, site.value);
      if (!value || !is_meant(kind, *value, site)) continue;
      add_example(text, edited, site, kind, std::string(kWrongValue),
                  fmt::format("{} for {}", describe(*value), describe(site.value)));
      return;
    }
  }

  bool is_meant(MutationKind kind, const Value& value, const Site& site) const {
    const Value& old = site.value;
    if (value.kind == ValueKind::percent && value.hi > 100) return false;
    if (value.kind != old.kind || value.ambiguous_with || may_be_true(value, quantity_at(site))) return false;
    const bool same_amount = value.lo == old.lo && value.hi == old.hi && value.hi != 0;
    switch (kind) {
      case MutationKind::value:
        return value.unit == old.unit && value.per == old.per &&
               relate(value, quantity_at(site), ontology_) == QuantityRelation::differs;
      case MutationKind::unit: return value.unit != old.unit && value.per == old.per && same_amount;
      default: return value.per != old.per && value.unit == old.unit && same_amount;
    }
  }

  /// This very provision, or law of the states in question, past and planned law too, knows the value: the edit may tell another true
  /// thing, or call for another label.
  bool may_be_true(const Value& value, const Quantity& of) const {
    return law_.tells_any(rule(), value) || law_.tells(front_.corridor, value, of.attribute, Law::When::ever);
  }

  /// The amount of the rule that this one replaced, in the sentence that tells the rule of today.
  void repeat_past_values(const std::string& text, const Site& site) {
    const Quantity& now = quantity_at(site);
    if (!is_amount(now)) return;
    for (const ProvisionIndex past : policies_.predecessors(index_)) {
      for (const Frame& norm : policies_[past].norms) {
        for (const Quantity& then : norm.quantities) {
          if (is_repeated(past, then, now)) repeat_past_value(text, site, past, then);
        }
      }
    }
  }

  bool is_repeated(ProvisionIndex past, const Quantity& then, const Quantity& now) const {
    return policies_[past].is_past(options_.day) && then.attribute == now.attribute && then.role == now.role && is_amount(then) &&
           then.unit == now.unit && then.per == now.per && named_amount(then) != named_amount(now);
  }

  void repeat_past_value(const std::string& text, const Site& site, ProvisionIndex past, const Quantity& then) {
    for (const auto& candidate : with_amount(text, site.value, named_amount(then))) {
      const std::string edited = rewritten(text, candidate);
      const auto value = value_in_place(edited, site.value);
      if (!value || relate(*value, then, ontology_) != QuantityRelation::agrees ||
          law_.tells(front_.corridor, *value, then.attribute, Law::When::not_past))
        continue;
      add_example(text, edited, site, MutationKind::superseded, std::string(kStale), "the value of " + policies_[past].id);
      return;
    }
  }

  /// The example beside the plain sentence of the norm that it tells: two ways to say one thing.
  void tell_again(const std::string& text, const Site& site) {
    const std::string plain = told(rule().norms[site.norm]);
    const bool told_already = std::any_of(pairs_.begin() + first_, pairs_.end(), [&](const ContrastPair& pair) {
      return pair.kind == MutationKind::identity && (pair.right == text || pair.wrong == plain);
    });
    if (plain.empty() || told_already) return;
    add_example(text, plain, site, MutationKind::identity, {}, "the example, and its norm as a plain sentence");
    pairs_.back().at.reset();
  }

  void add_example(const std::string& text, const std::string& edited, const Site& site, MutationKind kind, std::string label,
                   std::string note) {
    ContrastPair pair = blank(site.norm, kind, text, edited, std::move(label), attribute(quantity_at(site)), std::move(note));
    pair.carrier = Carrier::example;
    pair.quantity = site.quantity;
    pair.at = site.value.core.begin;
    pairs_.push_back(std::move(pair));
  }

  // --- edits of a norm, told again ------------------------------------------------------------------------------------------------

  void mutate_norm(uint32_t norm) {
    norm_ = norm;
    const Frame& frame = rule().norms[norm];
    if (told(frame).empty()) return;
    for (uint32_t q = 0; q < frame.quantities.size(); ++q) mutate_quantity(frame, q);
    if (frame.modality != Modality::is) {
      turn_modality(frame);
      drop_conditions(frame);
      drop_exceptions(frame);
      move_bearer(frame);
      move_modality_abroad(frame);
    }
  }

  std::string told(const Frame& frame) const { return sentence(frame, ontology_, lexicon_.pack()); }
  std::string attribute(const Quantity& quantity) const { return ontology_[quantity.attribute].id; }

  void mutate_quantity(const Frame& frame, uint32_t q) {
    const Quantity& quantity = frame.quantities[q];
    if (!is_amount(quantity)) return;
    const uint64_t turn = turn_of(fmt::format("{}/{}/{}", rule().id, norm_, q), options_.seed);
    for (const Direction direction : {Direction::more, Direction::less}) {
      for (const double amount : near_amounts(named_amount(quantity), direction, turn)) {
        if (change_quantity(frame, q, with_named_amount(quantity, amount), MutationKind::value)) break;
      }
    }
    const bool nothing = quantity.lo == 0 && quantity.hi == 0;  // of any unit
    if (!nothing) change_unit(frame, q);
    repeat_past_norms(frame, q);
    move_value_abroad(frame, q);
  }

  void change_unit(const Frame& frame, uint32_t q) {
    const Quantity& quantity = frame.quantities[q];
    Quantity other = quantity;
    if (other.unit = unit_confused_with(quantity.unit); !other.unit.empty()) change_quantity(frame, q, other, MutationKind::unit);
    other = quantity;
    if (other.per = confused_period(quantity.per); !other.per.empty()) change_quantity(frame, q, other, MutationKind::period);
  }

  static std::string unit_confused_with(std::string_view unit) {
    if (is_currency_code(unit)) return unit == "USD" ? "EUR" : "USD";
    return std::string(confused_unit(unit));
  }

  bool change_quantity(const Frame& frame, uint32_t q, const Quantity& changed, MutationKind kind) {
    if (changed.unit == "percent" && changed.hi > 100) return false;
    const bool ordered = changed.role != QuantityRole::range || changed.lo < changed.hi;
    if (!ordered || law_.fixes(front_.corridor, changed)) return false;
    if (kind == MutationKind::value && relate(law_.as_stated(changed), frame.quantities[q], ontology_) != QuantityRelation::differs)
      return false;
    Frame edited = frame;
    edited.quantities[q] = changed;
    return add_norm(frame, edited, kind, kWrongValue, attribute(changed),
                    fmt::format("{} for {}", selaras::describe(changed), selaras::describe(frame.quantities[q])), q);
  }

  void repeat_past_norms(const Frame& frame, uint32_t q) {
    for (const ProvisionIndex past : policies_.predecessors(index_)) {
      for (const Frame& norm : policies_[past].norms) {
        for (const Quantity& then : norm.quantities) {
          if (!is_repeated(past, then, frame.quantities[q]) ||
              law_.tells(front_.corridor, law_.as_stated(then), then.attribute, Law::When::not_past))
            continue;
          Frame edited = frame;
          edited.quantities[q] = then;
          add_norm(frame, edited, MutationKind::superseded, kStale, attribute(then), "the value of " + policies_[past].id, q);
        }
      }
    }
  }

  void turn_modality(const Frame& frame) {
    for (const Turn& turn : kTurns) {
      if (turn.rule != frame.modality) continue;
      Frame edited = frame;
      edited.modality = turn.claim;
      if (law_.says(rule().jurisdiction, edited)) continue;
      add_norm(frame, edited, MutationKind::modality, turn.label, "modality",
               fmt::format("{} told as {}", name(turn.rule), name(turn.claim)));
    }
  }

  void drop_conditions(const Frame& frame) {
    for (size_t c = 0; c < frame.conditions.size(); ++c) {
      for (size_t a = 0; a < frame.conditions[c].size(); ++a) {
        Frame edited = frame;
        auto& atoms = edited.conditions[c];
        atoms.erase(atoms.begin() + static_cast<std::ptrdiff_t>(a));
        if (atoms.empty()) edited.conditions.clear();  // one way that asks for nothing: unconditional
        if (law_.says(rule().jurisdiction, edited)) continue;
        add_norm(frame, edited, MutationKind::condition, kMissingLimit, slot_of(frame.conditions[c][a]),
                 "dropped: " + law_.described(frame.conditions[c][a]));
      }
    }
  }

  void drop_exceptions(const Frame& frame) {
    for (size_t e = 0; e < frame.exceptions.size(); ++e) {
      Frame edited = frame;
      edited.exceptions.erase(edited.exceptions.begin() + static_cast<std::ptrdiff_t>(e));
      if (law_.says(rule().jurisdiction, edited)) continue;
      add_norm(frame, edited, MutationKind::exception, kMissingLimit, "exceptions",
               "dropped: " + law_.described(frame.exceptions[e].front()));
    }
    Frame edited = frame;
    edited.exceptions.clear();
    if (frame.exceptions.empty() || !examples_serve_ || law_.says(rule().jurisdiction, edited)) return;
    const std::string plain = told(edited);
    pairs_.push_back(blank(norm_, MutationKind::exception, told(frame), "Without exception: " + plain, std::string(kAbsolute),
                           "exceptions", "all dropped, told as absolute"));
  }

  std::string slot_of(const Atom& atom) const { return atom.quantity ? attribute(*atom.quantity) : std::string(name(atom.slot)); }

  bool is_person(ConceptId id) const {
    return id.known() && (ontology_[id].kind == ConceptKind::person || ontology_[id].kind == ConceptKind::actor);
  }

  void move_bearer(const Frame& frame) {
    if (!is_person(frame.bearer)) return;
    for (const ConceptId parent : ontology_[frame.bearer].parents) {
      if (is_person(parent) && tell_of_another(frame, parent, kAbsolute, "widened")) break;
    }
    for (const ConceptId child : ontology_.descendants(frame.bearer)) {
      const bool next = ontology_.distance(child, frame.bearer) == 1U && is_person(child) && !is_special(frame, child);
      if (next && tell_of_another(frame, child, {}, "narrowed")) break;
    }
    if (is_person(frame.counterparty) && ontology_.relate(frame.bearer, frame.counterparty) == Relation::disjoint) {
      Frame edited = frame;
      std::swap(edited.bearer, edited.counterparty);
      if (!law_.says(rule().jurisdiction, edited))
        add_norm(frame, edited, MutationKind::bearer, kWrongBearer, "bearer", "bearer and counterparty in each other's place");
    }
  }

  bool tell_of_another(const Frame& frame, ConceptId bearer, std::string_view label, std::string_view how) {
    Frame edited = frame;
    edited.bearer = bearer;
    if (!label.empty() && law_.says(rule().jurisdiction, edited)) return false;
    return add_norm(frame, edited, MutationKind::bearer, label, "bearer",
                    fmt::format("{}: {} for {}", how, ontology_[bearer].id, ontology_[frame.bearer].id));
  }

  /// An exception, or a rule of its own for the same act, may say otherwise of the narrower one.
  bool is_special(const Frame& frame, ConceptId bearer) const {
    for (const auto* list : {&frame.exceptions, &frame.conditions}) {
      for (const auto& conjunction : *list) {
        for (const Atom& atom : conjunction) {
          const bool meets = std::any_of(atom.concepts.begin(), atom.concepts.end(),
                                         [&](ConceptId id) { return ontology_.relate(id, bearer) != Relation::disjoint; });
          if (meets) return true;
        }
      }
    }
    return law_.any_norm(rule().jurisdiction,
                         [&](const Frame& norm) { return norm.action == frame.action && norm.bearer == bearer; });
  }

  // --- another state's law --------------------------------------------------------------------------------------------------------

  const std::string* place_named(const std::string& state) const {
    const auto& places = lexicon_.pack().wording.places;
    const auto found = places.find(state);
    return found == places.end() || found->second.one.empty() ? nullptr : &found->second.one;
  }

  /// This state's value told of the first state whose rule on the same act fixes another one in the same unit.
  void move_value_abroad(const Frame& frame, uint32_t q) {
    const Quantity& quantity = frame.quantities[q];
    for (const auto& [state, count] : policies_.jurisdictions()) {
      if (state == rule().jurisdiction || place_named(state) == nullptr) continue;
      bool other = false;
      bool same = false;
      law_.any_norm(state, [&](const Frame& norm) {
        for (const Quantity& there : norm.quantities) {
          if (there.attribute != quantity.attribute || there.unit != quantity.unit || there.per != quantity.per) continue;
          same = same || named_amount(there) == named_amount(quantity);
          other = other ||
                  (norm.action == frame.action && there.role == quantity.role && named_amount(there) != named_amount(quantity));
        }
        return false;
      });
      if (!other || same) continue;
      if (add_abroad(frame, state, kWrongValue, attribute(quantity), "the rule there fixes another value"))
        pairs_.back().quantity = q;
      return;
    }
  }

  /// This state's rule told of the first state whose rule on the same act is the opposite.
  void move_modality_abroad(const Frame& frame) {
    if (!frame.quantities.empty()) return;
    for (const auto& [state, count] : policies_.jurisdictions()) {
      if (state == rule().jurisdiction || place_named(state) == nullptr) continue;
      const auto same_act = [&](const Frame& norm) {
        return norm.action == frame.action && norm.object == frame.object && norm.bearer == frame.bearer;
      };
      const bool opposed = law_.any_norm(state, [&](const Frame& norm) {
        return same_act(norm) && norm.conditions.empty() && contradicts(frame.modality, norm.modality);
      });
      const bool same = law_.any_norm(state, [&](const Frame& norm) { return same_act(norm) && norm.modality == frame.modality; });
      if (opposed && !same && add_abroad(frame, state, kContradiction, "modality", "the rule there is the opposite")) return;
    }
  }

  static bool contradicts(Modality claim, Modality rule) {
    return std::any_of(kTurns.begin(), kTurns.end(),
                       [&](const Turn& turn) { return turn.rule == rule && turn.claim == claim && turn.label == kContradiction; });
  }

  bool add_abroad(const Frame& frame, const std::string& state, std::string_view label, std::string slot, std::string_view note) {
    const auto* home = place_named(rule().jurisdiction);
    if (home == nullptr || !examples_serve_) return false;
    const std::string plain = told(frame);
    const auto in = [&](const std::string& place) { return fmt::format("In {}: {}", place, plain); };
    ContrastPair pair = blank(norm_, MutationKind::state, in(*home), in(*place_named(state)), std::string(label), std::move(slot),
                              fmt::format("{} for {}: {}", state, rule().jurisdiction, note));
    add_state(pair.front, state);
    pairs_.push_back(std::move(pair));
    return true;
  }

  // --- pairs ----------------------------------------------------------------------------------------------------------------------

  bool add_norm(const Frame& frame, const Frame& edited, MutationKind kind, std::string_view label, std::string slot,
                std::string note, std::optional<uint32_t> q = {}) {
    auto right = told(frame);
    auto wrong = told(edited);
    const bool told_already = std::any_of(pairs_.begin() + first_, pairs_.end(),
                                          [&](const ContrastPair& pair) { return pair.right == right && pair.wrong == wrong; });
    if (right == wrong || told_already) return false;
    pairs_.push_back(blank(norm_, kind, std::move(right), std::move(wrong), std::string(label), std::move(slot), std::move(note)));
    pairs_.back().quantity = q;
    return true;
  }

  ContrastPair blank(uint32_t norm, MutationKind kind, std::string right, std::string wrong, std::string label, std::string slot,
                     std::string note) const {
    ContrastPair pair;
    pair.provision = index_;
    pair.norm = norm;
    pair.kind = kind;
    pair.front = front_;
    pair.right = std::move(right);
    pair.wrong = std::move(wrong);
    pair.label = std::move(label);
    pair.slot = std::move(slot);
    pair.note = std::move(note);
    return pair;
  }

  void number_pairs() {
    std::map<MutationKind, int> counts;
    for (auto pair = pairs_.begin() + first_; pair != pairs_.end(); ++pair)
      pair->id = fmt::format("{}/{}/{}", rule().id, name(pair->kind), ++counts[pair->kind]);
  }

  const Library& library_;
  const MutationOptions& options_;
  const Ontology& ontology_;
  const PolicyBase& policies_;
  Law law_;
  const Lexicon& lexicon_;
  Segmenter segmenter_;
  bool examples_serve_;  // the sentences are in the language of the policies' own examples
  ProvisionIndex index_ = 0;
  uint32_t norm_ = 0;
  Sample front_;
  std::ptrdiff_t first_ = 0;  // pair of the provision in hand
  std::vector<ContrastPair> pairs_;
};

}  // namespace

std::vector<ContrastPair> contrast_pairs(const Library& library, const MutationOptions& options) {
  return Mutator(library, options).pairs();
}

std::string_view name(MutationKind kind) { return kKinds[static_cast<size_t>(kind)]; }
std::string_view name(Carrier carrier) { return carrier == Carrier::example ? "example" : "norm"; }

std::optional<MutationKind> mutation_kind_named(std::string_view name) {
  const auto found = std::find(kKinds.begin(), kKinds.end(), name);
  if (found == kKinds.end()) return std::nullopt;
  return static_cast<MutationKind>(found - kKinds.begin());
}

}  // namespace selaras
