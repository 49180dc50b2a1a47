#include "language/wording_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace selaras {
namespace {

using Names = std::span<const std::string_view>;

constexpr std::array<std::string_view, 9> kNorms = {"must", "must-not", "may", "need-not", "entitled", "not-entitled", "will", "will-not", "is"};
constexpr std::array<std::string_view, 5> kParts = {"act", "and", "or", "not", "or-if"};
constexpr std::array<std::string_view, 11> kSlots = {"any", "bearer", "counterparty", "object", "place", "nationality",
                                                     "origin", "destination", "sector", "programme", "sex"};
constexpr std::array<std::string_view, 14> kQuantities = {"value", "cap", "floor", "range", "penalty-max", "penalty-min", "approx", "identifier",
                                                          "date", "life", "clock", "and", "money", "count"};
constexpr std::array<std::string_view, 16> kSlotNames = {"bearer", "act", "action", "object", "counterparty", "conditions", "exceptions", "quantities",
                                                         "concept", "atom", "attribute", "amount", "least", "most", "of", "first"};
constexpr std::array<std::string_view, 3> kAmountSlots = {"number", "unit", "per"};

bool is_slot(std::string_view name) {
  return std::find(kSlotNames.begin(), kSlotNames.end(), name) != kSlotNames.end() ||
         std::find(kAmountSlots.begin(), kAmountSlots.end(), name) != kAmountSlots.end();
}

/// Brackets close, and slots are known.
void check_pattern(const Fields& fields, const yaml::Node& node) {
  const std::string& pattern = node.scalar;
  int depth = 0;
  for (size_t at = 0; at < pattern.size(); ++at) {
    if (pattern[at] == '[') ++depth;
    if (pattern[at] == ']') --depth;
    if (pattern[at] != '{') continue;
    const size_t end = pattern.find('}', at);
    const std::string name = pattern.substr(at + 1, end == std::string::npos ? end : end - at - 1);
    if (end == std::string::npos || !is_slot(name)) {
      return fields.error(node, fmt::format("'{}' is no slot of a pattern", name), suggestion(name, kSlotNames));
    }
    at = end;
  }
  if (depth != 0) fields.error(node, "a bracket of the pattern is not closed", "every [ has its ]");
}

void read_patterns(Fields& section, std::string_view key, const std::function<bool(const yaml::Node&)>& known, Patterns& into) {
  const yaml::Node* node = section.get(key);
  if (node == nullptr) return;
  if (!node->is_mapping()) return section.error(*node, fmt::format("'{}' must map names to patterns", key), "write `name: \"pattern\"` lines");
  for (size_t i = 0; i < node->items.size(); ++i) {
    if (!known(node->keys[i])) continue;
    check_pattern(section, node->items[i]);
    into[node->keys[i].scalar] = node->items[i].scalar;
  }
}

void read_all(Fields& section, std::string_view key, Names names, Patterns& into) {
  read_patterns(section, key, [&](const yaml::Node& name) {
    if (std::find(names.begin(), names.end(), name.scalar) != names.end()) return true;
    section.error(name, fmt::format("'{}' is no name of '{}'", name.scalar, key), suggestion(name.scalar, names));
    return false;
  }, into);
  for (const auto name : names) {
    if (section.node().find(key) != nullptr && into.contains(name)) continue;
    section.error(section.node(), fmt::format("'sentence' has no pattern '{}' under '{}'", name, key), "docs/formats/language.md lists them all");
  }
}

void read_actions(Fields& section, const Ontology& ontology, Patterns& into) {
  read_patterns(section, "actions", [&](const yaml::Node& name) {
    const ConceptId id = ontology.find(name.scalar);
    if (id.known() && ontology[id].kind == ConceptKind::action) return true;
    section.error(name, fmt::format("no action is called '{}'", name.scalar), suggestion(name.scalar, ontology.ids_of(ConceptKind::action)));
    return false;
  }, into);
}

/// The first phrase of each name of a section; names with a factor (`week*2`) are no names of one unit.
void read_names(Fields& grammar, std::string_view key, const Paradigm& noun, const std::vector<std::string>& uncounted, std::map<std::string, Naming, std::less<>>& into) {
  const yaml::Node* node = grammar.get(key);
  if (node == nullptr) return;
  for (size_t i = 0; i < node->keys.size(); ++i) {
    const auto& phrases = node->items[i];
    const std::string first = phrases.is_sequence() && !phrases.items.empty() ? phrases.items.front().scalar : phrases.scalar;
    if (!first.empty()) into.try_emplace(node->keys[i].scalar, naming_of(first, noun, uncounted));
  }
}

bool ends_with_word(std::string_view phrase, std::string_view word) {
  if (!phrase.ends_with(word)) return false;
  return phrase.size() == word.size() || phrase[phrase.size() - word.size() - 1] == ' ';
}

/// PALM, C190: an abbreviation is the name of one thing.
bool is_abbreviation(std::string_view phrase) {
  const char last = phrase.empty() ? ' ' : phrase.back();
  return (last >= 'A' && last <= 'Z') || (last >= '0' && last <= '9');
}

}  // namespace

Naming naming_of(std::string_view written, const Paradigm& noun, const std::vector<std::string>& uncounted) {
  const bool fixed = written.starts_with('=') || written.starts_with('^');
  if (fixed) written.remove_prefix(1);
  const auto forms = fixed ? std::vector<std::string>{std::string(written)} : phrase_forms(written, noun, Head::last);
  std::string plain(written);
  std::erase(plain, '~');
  Naming label{plain, plain};
  if (is_abbreviation(plain)) return label;
  if (std::any_of(uncounted.begin(), uncounted.end(), [&](const std::string& word) { return ends_with_word(plain, word); })) return label;
  for (size_t i = 1; i < forms.size(); ++i) {
    if (forms[i].find('\'') != std::string::npos) continue;
    label.many = forms[i];
    break;
  }
  return label;
}

std::vector<std::string> read_wording(Fields& grammar, const Paradigm& noun, const Ontology& ontology, Wording& wording) {
  wording.concepts.resize(ontology.size());
  std::vector<std::string> uncounted;
  if (const yaml::Node* node = grammar.get("sentence")) {
    Fields section(grammar.file(), *node, "sentence", grammar.diagnostics());
    if (section.valid()) {
      uncounted = section.texts("uncounted");
      read_all(section, "norms", kNorms, wording.norms);
      read_all(section, "parts", kParts, wording.parts);
      read_all(section, "slots", kSlots, wording.slots);
      read_all(section, "quantities", kQuantities, wording.quantities);
      read_actions(section, ontology, wording.actions);
      section.finish();
    }
  }
  read_names(grammar, "units", noun, uncounted, wording.units);
  read_names(grammar, "places", noun, {}, wording.places);
  return uncounted;
}

}  // namespace selaras
