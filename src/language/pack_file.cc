#include "language/pack_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <functional>

#include "language/pack_names.h"
#include "language/phrase_key.h"
#include "language/wording_file.h"
#include "text/characters.h"
#include "text/fold.h"

namespace selaras {

static_assert(kCueNames.size() == static_cast<size_t>(CueClass::nearly) + 1);
static_assert(kBoundNames.size() == static_cast<size_t>(BoundCue::per) + 1);

namespace {

using EntryOf = std::function<std::optional<Entry>(Fields&, const yaml::Node& name)>;

std::optional<double> number_of(std::string_view text) {
  double value = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || stop != text.data() + text.size()) return std::nullopt;
  return value;
}

/// A list of phrases, or one phrase.
void for_each_phrase(Fields& fields, const yaml::Node& node, const std::function<void(const yaml::Node&)>& take) {
  if (node.is_scalar()) return take(node);
  if (!node.is_sequence()) return fields.error(node, "expected a list of phrases", "write `[a phrase, another phrase]`");
  for (const yaml::Node& item : node.items) {
    if (item.is_scalar()) {
      take(item);
    } else {
      fields.error(item, "expected a phrase", "write one phrase; quote it when it has `: ` or `#` in it");
    }
  }
}

/// A mapping of name -> phrases: each name becomes an entry, and each phrase gets it.
void read_named(Fields& fields, std::string_view key, const EntryOf& entry_of, PhraseCollector& collector, const Paradigm* paradigm) {
  const yaml::Node* section = fields.get(key);
  if (section == nullptr) return;
  if (!section->is_mapping()) return fields.error(*section, fmt::format("'{}' must map names to phrases", key), "write `name: [phrase, phrase]` lines");
  for (size_t i = 0; i < section->items.size(); ++i) {
    const auto entry = entry_of(fields, section->keys[i]);
    if (!entry) continue;
    for_each_phrase(fields, section->items[i], [&](const yaml::Node& phrase) { collector.add(fields, phrase, *entry, paradigm, Head::last); });
  }
}

/// A mapping of phrase -> number.
void read_numbered(Fields& fields, std::string_view key, EntryKind kind, double low, double high, PhraseCollector& collector) {
  const yaml::Node* section = fields.get(key);
  if (section == nullptr) return;
  if (!section->is_mapping()) return fields.error(*section, fmt::format("'{}' must map words to numbers", key), "write `word: number` lines");
  for (size_t i = 0; i < section->items.size(); ++i) {
    const auto amount = number_of(section->items[i].scalar);
    if (!amount || *amount < low || *amount > high) {
      fields.error(section->items[i], fmt::format("'{}' is no number for '{}'", section->items[i].scalar, key),
                   fmt::format("write a number from {} to {}", low, high));
      continue;
    }
    collector.add(fields, section->keys[i], Entry{.kind = kind, .amount = *amount}, nullptr, Head::last);
  }
}

template <size_t N>
EntryOf by_name(EntryKind kind, const std::array<std::string_view, N>& names, std::string_view what) {
  return [kind, &names, what](Fields& fields, const yaml::Node& name) -> std::optional<Entry> {
    for (size_t i = 0; i < N; ++i) {
      if (names[i] == name.scalar) return Entry{.kind = kind, .meaning = static_cast<uint16_t>(i)};
    }
    fields.error(name, fmt::format("'{}' is no {}", name.scalar, what), suggestion(name.scalar, names));
    return std::nullopt;
  };
}

std::optional<Entry> currency_entry(Fields& fields, const yaml::Node& name) {
  const bool hundredth = name.scalar.ends_with("/100");  // sen, cents: a hundredth of the currency
  const std::string code = name.scalar.substr(0, hundredth ? name.scalar.size() - 4 : std::string::npos);
  if (is_currency_code(code)) return Entry{.kind = EntryKind::currency, .amount = hundredth ? 0.01 : 0, .symbol = code};
  fields.error(name, fmt::format("'{}' is no ISO 4217 currency code", name.scalar), "write its three capital letters");
  return std::nullopt;
}

std::optional<Entry> place_entry(Fields& fields, const yaml::Node& name) {
  if (is_country_code(name.scalar)) return Entry{.kind = EntryKind::place, .symbol = name.scalar};
  fields.error(name, fmt::format("'{}' is no ISO 3166-1 country code", name.scalar), "write the two capital letters, such as MY");
  return std::nullopt;
}

/// `week`, or `week*2` for a word that stands for two of them.
EntryOf counted_unit(EntryKind kind) {
  return [kind](Fields& fields, const yaml::Node& name) -> std::optional<Entry> {
    const size_t star = name.scalar.find('*');
    const std::string unit = name.scalar.substr(0, star);
    const auto amount = star == std::string::npos ? std::optional<double>(1) : number_of(std::string_view(name.scalar).substr(star + 1));
    const bool known = std::find(kUnitNames.begin(), kUnitNames.end(), unit) != kUnitNames.end();
    if (known && amount && *amount > 0) return Entry{.kind = kind, .amount = *amount, .symbol = unit};
    fields.error(name, fmt::format("'{}' is no unit", name.scalar), known ? "write the factor as a number, such as `week*2`" : suggestion(unit, kUnitNames));
    return std::nullopt;
  };
}

std::optional<Entry> fixed_entry(Fields& fields, const yaml::Node& name) {
  const std::string& value = name.scalar;
  if (value == "life" || value.starts_with("clock ") || value.starts_with("money ") || value.starts_with("percent ") ||
      value.starts_with("duration ") || value.starts_with("share ") || value.starts_with("number ")) {
    return Entry{.kind = EntryKind::fixed_value, .symbol = value};
  }
  fields.error(name, fmt::format("'{}' is no fixed value", value), "write `life`, `clock 24h`, `money 0`, `duration 1 year` or another that docs/formats/language.md lists");
  return std::nullopt;
}

std::vector<InflectionRow> read_rows(Fields& fields, std::string_view key) {
  std::vector<InflectionRow> rows;
  for (const yaml::Node& item : fields.items(key)) {
    Fields row(fields.file(), item, fmt::format("row of {}", key), fields.diagnostics());
    rows.push_back({row.text("ends").value_or(""), row.text("after").value_or(""), row.text("not_after").value_or(""), row.texts("becomes")});
    row.finish();
  }
  return rows;
}

std::map<std::string, std::vector<std::string>> read_irregular(Fields& fields, std::string_view key) {
  std::map<std::string, std::vector<std::string>> table;
  const yaml::Node* node = fields.get(key);
  if (node == nullptr) return table;
  Fields words(fields.file(), *node, std::string(key), fields.diagnostics());
  for (const yaml::Node& word : node->keys) table[fold_key(word.scalar)] = words.texts(word.scalar);
  return table;
}

Inflection read_inflection(Fields& fields) {
  Inflection inflection;
  const yaml::Node* node = fields.get("inflection");
  if (node == nullptr) return inflection;
  Fields tables(fields.file(), *node, "inflection", fields.diagnostics());
  inflection.noun = {read_rows(tables, "noun"), read_irregular(tables, "irregular_nouns")};
  inflection.verb = {read_rows(tables, "verb"), read_irregular(tables, "irregular_verbs")};
  tables.finish();
  return inflection;
}

SentenceRules read_sentences(Fields& fields) {
  SentenceRules rules;
  const yaml::Node* node = fields.get("sentences");
  if (node == nullptr) return rules;
  Fields lists(fields.file(), *node, "sentences", fields.diagnostics());
  rules = {lists.texts("before_names"), lists.texts("before_numbers"), lists.texts("starters")};
  lists.finish();
  return rules;
}

std::vector<std::string> folded_words(Fields& lists, std::string_view key) {
  std::vector<std::string> words = lists.texts(key);
  for (std::string& word : words) word = fold_key(word);
  std::sort(words.begin(), words.end());
  return words;
}

PlainWords read_plain_words(Fields& fields) {
  PlainWords plain;
  const yaml::Node* node = fields.get("plain_words");
  if (node == nullptr) return plain;
  Fields lists(fields.file(), *node, "plain_words", fields.diagnostics());
  plain.particles = folded_words(lists, "particles");
  plain.prepositions = folded_words(lists, "prepositions");
  plain.finite = folded_words(lists, "finite");
  plain.negative_prefixes = folded_words(lists, "negative_prefixes");
  lists.finish();
  return plain;
}

/// Compiling a pack drops the texts of its phrases, so those that are looked up as words are kept beside them.
std::vector<std::string> cue_words(const LanguagePack& pack, CueClass is) {
  std::vector<std::string> words;
  for (const Phrase& phrase : pack.phrases) {
    if (phrase.entry.kind == EntryKind::cue && static_cast<CueClass>(phrase.entry.meaning) == is)
      words.push_back(fold_key(phrase.text));
  }
  std::sort(words.begin(), words.end());
  return words;
}

/// The irregular tables read backwards. A form of several words keeps its first.
std::vector<std::pair<std::string, std::string>> base_forms(const Inflection& inflection) {
  std::map<std::string, std::string> bases;
  for (const Paradigm* paradigm : {&inflection.verb, &inflection.noun}) {
    for (const auto& [base, forms] : paradigm->irregular) {
      for (const std::string& form : forms) bases.emplace(fold_key(form), base);
    }
  }
  return {bases.begin(), bases.end()};
}

std::vector<std::pair<std::string, std::string>> read_currency_by_country(Fields& item) {
  std::vector<std::pair<std::string, std::string>> codes;
  const yaml::Node* node = item.require("by_country");
  if (node == nullptr) return codes;
  Fields countries(item.file(), *node, "by_country", item.diagnostics());
  for (const yaml::Node& country : node->keys) {
    const std::string code = countries.required_text(country.scalar);
    if (place_entry(item, country) && !is_currency_code(code)) {
      item.error(country, fmt::format("'{}' is no ISO 4217 currency code", code), "write its three capital letters");
    }
    codes.emplace_back(country.scalar, code);
  }
  return codes;
}

void read_shared_currencies(Fields& fields, LanguagePack& pack, PhraseCollector& collector) {
  for (const yaml::Node& node : fields.items("shared_currencies")) {
    Fields item(fields.file(), node, "shared currency", fields.diagnostics());
    const auto by_country = read_currency_by_country(item);
    const yaml::Node* words = item.require("words");
    if (words == nullptr) continue;
    const double part = item.number("part").value_or(0);  // 0.01: the words name hundredths
    for_each_phrase(item, *words, [&](const yaml::Node& word) {
      collector.add(item, word, Entry{.kind = EntryKind::currency, .amount = part}, nullptr, Head::last);
      pack.shared_currencies.emplace_back(fold_key(word.scalar), by_country);
    });
    item.finish();
  }
}

char read_mark(Fields& fields, std::string_view key, char otherwise) {
  const auto written = fields.text(key);
  if (!written) return otherwise;
  if (written->size() == 1) return written->front();
  fields.error(*fields.get(key), fmt::format("'{}' must be one ASCII character", key), "write \".\", \",\" or \" \" in quotes");
  return otherwise;
}

void read_header(Fields& fields, LanguagePack& pack) {
  if (const std::string language = fields.required_text("language"); language != pack.language && fields.valid()) {
    fields.error(fields.node(), fmt::format("the file is named for '{}' but says language '{}'", pack.language, language),
                 "name the file after its language");
  }
  pack.script = fields.required_text("script");
  pack.reviewed = fields.boolean("reviewed").value_or(false);
  pack.decimal = read_mark(fields, "decimal", '.');
  pack.group = read_mark(fields, "group", ',');
}

}  // namespace

bool PhraseCollector::clashes(Fields& fields, const yaml::Node& written, const Entry& entry, const std::string& key) const {
  const auto [begin, end] = written_.equal_range(key);
  for (auto it = begin; it != end; ++it) {
    const auto& [other, place] = it->second;
    if (other.kind != entry.kind || other == entry) continue;
    fields.error(written, fmt::format("'{}' is written twice with two meanings, here and at {}", written.scalar, place), "keep one of them");
    return true;
  }
  return false;
}

namespace {

/// A word may name several concepts or cues; the reader picks by what stands around it.
bool may_share(EntryKind kind) {
  return kind == EntryKind::concept_term || kind == EntryKind::cue || kind == EntryKind::bound || kind == EntryKind::act_verb;
}

std::string without_mark(std::string_view phrase) {
  std::string text(phrase);
  std::erase(text, '~');
  return text;
}

}  // namespace

void PhraseCollector::add(Fields& fields, const yaml::Node& written, const Entry& entry, const Paradigm* paradigm, Head head) {
  std::string_view phrase = written.scalar;
  Entry meant = entry;
  meant.undone = phrase.starts_with('!');
  if (meant.undone) phrase.remove_prefix(1);
  const bool of_action = entry.concept_kind == ConceptKind::action || entry.kind == EntryKind::act_verb;
  if (meant.undone && !of_action) return fields.error(written, "only an action can be said not to be done", "take the '!' away, or put the phrase under an action");
  const bool cased = phrase.starts_with('^');
  if (cased) phrase.remove_prefix(1);
  const bool fixed = cased || phrase.starts_with('=') || paradigm == nullptr;
  if (phrase.starts_with('=')) phrase.remove_prefix(1);
  const std::string key = phrase_key(fixed ? std::string(phrase) : without_mark(phrase));
  if (key.empty()) return fields.error(written, "an empty phrase", "write the phrase, or take the item away");
  if (!cased && !may_share(entry.kind)) {
    if (clashes(fields, written, meant, key)) return;
    const SourceFile& file = fields.file();
    written_.emplace(key, Written{meant, fmt::format("{}:{}", file.path(), file.position(written.span.begin).line)});
  }
  const size_t first = pack_.phrases.size();
  if (fixed) {
    pack_.phrases.push_back({std::string(phrase), meant, cased});
    return keep_source(fields, written, meant, cased, first);
  }
  Entry inflected = meant;
  inflected.bare = of_action;
  for (std::string& form : phrase_forms(phrase, *paradigm, head)) {
    pack_.phrases.push_back({std::move(form), inflected, false});
    inflected.bare = false;  // the written form comes first
  }
  keep_source(fields, written, meant, cased, first);
}

void PhraseCollector::keep_source(const Fields& fields, const yaml::Node& written, const Entry& entry, bool cased, size_t first) {
  if (sources_ == PackSources::dropped) return;
  WrittenPhrase source{fields.file().place(written.span.begin), written.scalar, entry, cased, {}};
  for (size_t form = first; form < pack_.phrases.size(); ++form) source.keys.push_back(phrase_key(pack_.phrases[form].text));
  pack_.written.push_back(std::move(source));
}

void PhraseCollector::add_act(const Fields& fields, const yaml::Node& written, Act act) {
  pack_.acts.push_back(std::move(act));
  if (sources_ == PackSources::kept) pack_.acts_at.push_back(fields.file().place(written.span.begin));
}

void PhraseCollector::add_verb(Fields& fields, const yaml::Node& written, const Paradigm& paradigm) {
  const auto [verb, added] = verbs_.try_emplace(written.scalar, pack_.verbs.size());
  if (added) {
    pack_.verbs.emplace_back();
    const Entry entry{.kind = EntryKind::act_verb, .meaning = static_cast<uint16_t>(verb->second)};
    add(fields, written, entry, &paradigm, Head::first);
  }
  pack_.verbs[verb->second].push_back(static_cast<uint16_t>(pack_.acts.size() - 1));
}

void read_grammar(Fields& fields, LanguagePack& pack, Inflection& inflection, const Ontology& ontology, PhraseCollector& collector) {
  read_header(fields, pack);
  inflection = read_inflection(fields);
  pack.base_forms = base_forms(inflection);
  pack.sentences = read_sentences(fields);
  pack.plain = read_plain_words(fields);
  read_named(fields, "cues", by_name(EntryKind::cue, kCueNames, "class of cues"), collector, nullptr);
  pack.plain.denials = cue_words(pack, CueClass::negation);
  pack.plain.nones = cue_words(pack, CueClass::quantifier_none);
  pack.plain.auxiliaries = cue_words(pack, CueClass::auxiliary);
  pack.plain.relatives = cue_words(pack, CueClass::relative);
  read_named(fields, "bounds", by_name(EntryKind::bound, kBoundNames, "bound"), collector, nullptr);
  read_numbered(fields, "numbers", EntryKind::number_word, 0, 1e15, collector);
  read_numbered(fields, "ordinals", EntryKind::ordinal, 1, 1000, collector);
  read_numbered(fields, "magnitudes", EntryKind::magnitude, 2, 1e15, collector);
  read_named(fields, "currencies", currency_entry, collector, nullptr);
  read_shared_currencies(fields, pack, collector);
  read_named(fields, "units", counted_unit(EntryKind::unit), collector, &inflection.noun);
  read_named(fields, "periods", counted_unit(EntryKind::period), collector, nullptr);
  read_numbered(fields, "months", EntryKind::month, 1, 12, collector);
  read_numbered(fields, "weekdays", EntryKind::weekday, 1, 7, collector);
  read_named(fields, "places", place_entry, collector, &inflection.noun);
  read_named(fields, "fixed", fixed_entry, collector, nullptr);
  inflection.uncounted = read_wording(fields, inflection.noun, ontology, pack.wording);
  fields.finish();
}

namespace {

/// A concept is named by its first phrase.
void name_concept(LanguagePack& pack, ConceptId id, const yaml::Node& phrases, const Inflection& inflection) {
  const std::string& first = phrases.is_sequence() && !phrases.items.empty() ? phrases.items.front().scalar : phrases.scalar;
  auto& names = pack.wording.concepts;
  if (id.index >= names.size()) names.resize(id.index + 1);
  if (names[id.index].one.empty() && !first.empty()) names[id.index] = naming_of(first, inflection.noun, inflection.uncounted);
}

ConceptId known_concept(Fields& fields, const yaml::Node& name, const Ontology& ontology) {
  const ConceptId id = ontology.find(name.scalar);
  if (id.known()) return id;
  std::vector<std::string_view> ids;
  for (uint32_t i = 0; i < ontology.size(); ++i) ids.push_back(ontology[ConceptId{i}].id);
  fields.error(name, fmt::format("no concept is called '{}'", name.scalar), suggestion(name.scalar, ids));
  return id;
}

void read_concept(Fields& fields, const yaml::Node& name, const yaml::Node& phrases, bool reviewed, const Inflection& inflection,
                  const Ontology& ontology, LanguagePack& pack, PhraseCollector& collector) {
  const ConceptId id = known_concept(fields, name, ontology);
  if (!id.known()) return;
  name_concept(pack, id, phrases, inflection);
  const bool action = ontology[id].kind == ConceptKind::action;
  const Entry entry{.kind = EntryKind::concept_term, .concept_id = id, .concept_kind = ontology[id].kind, .reviewed = reviewed};
  for_each_phrase(fields, phrases, [&](const yaml::Node& phrase) {
    collector.add(fields, phrase, entry, action ? &inflection.verb : &inflection.noun, action ? Head::first : Head::last);
  });
}

/// The action of an act; nullopt, with an error, for a concept that is none.
std::optional<ConceptId> action_of(Fields& fields, const yaml::Node& name, const Ontology& ontology) {
  const ConceptId action = known_concept(fields, name, ontology);
  if (!action.known()) return std::nullopt;
  if (ontology[action].kind == ConceptKind::action) return action;
  fields.error(name, fmt::format("'{}' is no action", name.scalar), "name a concept of kind action");
  return std::nullopt;
}

void read_act(Fields& fields, const yaml::Node& node, const std::string& area, bool reviewed, const Inflection& inflection,
              const Ontology& ontology, PhraseCollector& collector) {
  Fields act(fields.file(), node, "act of " + area, fields.diagnostics());
  const yaml::Node* name = act.require("action");
  const yaml::Node* verbs = act.require("verbs");
  const yaml::Node* objects = act.require("objects");
  act.finish();
  if (name == nullptr || verbs == nullptr || objects == nullptr) return;
  const auto action = action_of(act, *name, ontology);
  if (!action) return;
  const Entry entry{.kind = EntryKind::concept_term, .concept_id = *action, .concept_kind = ConceptKind::action, .reviewed = reviewed};
  Act made{entry, {}, {}};
  for (size_t i = 0; i < made.as_verb.size(); ++i) {
    made.as_verb[i] = entry;
    made.as_verb[i].bare = i % 2 == 1;
    made.as_verb[i].undone = i / 2 == 1;
  }
  for_each_phrase(act, *objects, [&](const yaml::Node& object) {
    const ConceptId id = known_concept(act, object, ontology);
    if (!id.known()) return;
    made.objects.push_back(id);
    made.objects.insert(made.objects.end(), ontology.descendants(id).begin(), ontology.descendants(id).end());
  });
  std::sort(made.objects.begin(), made.objects.end());
  made.objects.erase(std::unique(made.objects.begin(), made.objects.end()), made.objects.end());
  collector.add_act(act, node, std::move(made));
  for_each_phrase(act, *verbs, [&](const yaml::Node& phrase) { collector.add_verb(act, phrase, inflection.verb); });
}

}  // namespace

void read_terms(Fields& fields, LanguagePack& pack, const Inflection& inflection, const Ontology& ontology, PhraseCollector& collector) {
  if (const std::string language = fields.required_text("language"); language != pack.language && fields.valid()) {
    fields.error(fields.node(), fmt::format("language '{}' in the folder of '{}'", language, pack.language), "move the file, or mend its `language:`");
  }
  const std::string area = fields.required_text("area");
  const bool reviewed = fields.boolean("reviewed").value_or(pack.reviewed);
  const yaml::Node* terms = fields.require("terms");
  if (terms != nullptr && terms->is_mapping()) {
    for (size_t i = 0; i < terms->items.size(); ++i) {
      read_concept(fields, terms->keys[i], terms->items[i], reviewed, inflection, ontology, pack, collector);
    }
  } else if (terms != nullptr) {
    fields.error(*terms, "'terms' must map concepts to phrases", "write `concept-id: [phrase, phrase]` lines");
  }
  for (const yaml::Node& act : fields.items("acts")) read_act(fields, act, area, reviewed, inflection, ontology, collector);
  fields.finish();
}

}  // namespace selaras
