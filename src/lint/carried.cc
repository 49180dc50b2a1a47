#include "lint/carried.h"

#include <algorithm>

#include "text/fold.h"

namespace selaras {
namespace {

bool is_word_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) >= 0x80U); }

/// `part` stands in `text` with no letter or digit touching it.
bool has_whole(std::string_view text, std::string_view part) {
  for (size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) {
    const bool opens = at == 0 || !is_word_byte(text[at - 1]) || !is_word_byte(part.front());
    const size_t end = at + part.size();
    if (opens && (end == text.size() || !is_word_byte(text[end]) || !is_word_byte(part.back()))) return true;
  }
  return false;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "2015" of "2015 domestic workers"; everything when it does not begin with a figure.
std::string_view figure_of(std::string_view text) {
  size_t end = 0;
  while (end < text.size() && (is_digit(text[end]) || text[end] == ',' || text[end] == '.')) ++end;
  while (end > 0 && !is_digit(text[end - 1])) --end;
  return end == 0 ? text : text.substr(0, end);
}

/// The digits of a text, each with its place.
struct Digits {
  std::string digits;
  std::vector<uint32_t> places;
};

Digits digits_of(std::string_view text) {
  Digits found;
  for (uint32_t i = 0; i < text.size(); ++i) {
    if (!is_digit(text[i])) continue;
    found.digits += text[i];
    found.places.push_back(i);
  }
  return found;
}

}  // namespace

Carried::Carried(const Provision& provision, const Ontology& ontology) : provision_(provision), ontology_(ontology) {
  for (const auto& norm : provision.norms) {
    const auto named = concepts_of(norm);
    concepts_.insert(concepts_.end(), named.begin(), named.end());
    for (const auto& conjunction : norm.conditions) collect(conjunction);
    for (const auto& conjunction : norm.exceptions) collect(conjunction);
    for (const auto& quantity : norm.quantities) collect(quantity);
  }
  for (const auto& part : provision.unmodelled) set_aside_.push_back(fold_key(part.part));
  set_aside_.push_back(fold_key(provision.instrument.title));
  set_aside_.push_back(fold_key(provision.source.section));
}

void Carried::collect(const std::vector<Atom>& atoms) {
  for (const auto& atom : atoms) {
    if (atom.concepts.size() > 1) list_sizes_.push_back(atom.concepts.size());
    if (atom.quantity) collect(*atom.quantity);
  }
}

void Carried::collect(const Quantity& quantity) {
  quantities_.push_back(&quantity);
  for (const auto& counted : {quantity.unit, quantity.per}) {
    if (const ConceptId id = ontology_.find(counted); id.known()) concepts_.push_back(id);
  }
  collect(quantity.of);
}

bool Carried::set_aside(Span in_statement) const {
  const std::string text = fold_key(slice(provision_.statement, in_statement));
  if (text.empty()) return true;
  return std::any_of(set_aside_.begin(), set_aside_.end(),
                     [&](const std::string& part) {
                       return has_whole(part, text) || has_whole(part, figure_of(text)) || (!part.empty() && has_whole(text, part));
                     });
}

bool Carried::inside_identifier(Span in_statement) const {
  const auto statement = digits_of(provision_.statement);
  const auto wanted = digits_of(slice(provision_.statement, in_statement));
  if (wanted.digits.empty()) return false;
  return std::any_of(quantities_.begin(), quantities_.end(), [&](const Quantity* quantity) {
    const auto number = digits_of(quantity->text).digits;
    if (quantity->role != QuantityRole::identifier || number.size() < 3) return false;
    for (size_t at = statement.digits.find(number); at != std::string::npos; at = statement.digits.find(number, at + 1)) {
      const uint32_t first = statement.places[at];
      const uint32_t last = statement.places[at + number.size() - 1];
      const bool covers = first <= in_statement.begin + wanted.places.front() && in_statement.begin + wanted.places.back() <= last;
      const bool near = last - first < 2 * number.size();
      if (covers && near) return true;
    }
    return false;
  });
}

bool Carried::inside_name(Span in_statement, const std::vector<Mention>& mentions) const {
  return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& mention) {
    if (mention.entry->kind != EntryKind::concept_term || !mention.span.contains(in_statement)) return false;
    return std::any_of(concepts_.begin(), concepts_.end(), [&](ConceptId id) {
      return ontology_.is_a(id, mention.entry->concept_id) || ontology_.is_a(mention.entry->concept_id, id);
    });
  });
}

bool Carried::lists(double count) const {
  return std::any_of(list_sizes_.begin(), list_sizes_.end(), [&](size_t size) { return static_cast<double>(size) == count; });
}

bool Carried::denies() const {
  return std::any_of(provision_.norms.begin(), provision_.norms.end(), [](const Frame& norm) {
    return norm.modality == Modality::need_not || norm.modality == Modality::must_not || norm.modality == Modality::will_not;
  });
}

}  // namespace selaras
