// A language pack: the words of one language as data. Everything in it is a phrase with a meaning; the pack says what the phrase
// is for, never how text is scanned. Read from rules/languages/<bcp47>.yaml and the folder of the same name
// (docs/formats/language.md).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "language/wording.h"
#include "ontology/ontology.h"
#include "text/segment.h"

namespace selaras {

/// What a phrase of the pack tells the reader.
enum class EntryKind : uint8_t {
  concept_term,  // meaning: ConceptId
  cue,           // meaning: CueClass
  number_word,   // amount: its value (one, twelve, half, dozen)
  magnitude,     // amount: the factor (hundred, lakh, million)
  currency,      // symbol: ISO 4217, or empty with several candidates (see LanguagePack::currencies)
  unit,          // symbol: hour day working-day week month year percent person …; amount: how many of it (fortnight: 2 week)
  month,         // amount: 1-12
  weekday,       // amount: 1 (Monday) - 7
  bound,         // meaning: BoundCue
  place,         // symbol: ISO 3166-1 code named by a country's name or adjective
  fixed_value,   // symbol: a whole value in words: "round the clock" -> clock 24h, "free of charge" -> money 0, "for life" -> life
  ordinal,       // amount: a rank in words: first 1, third 3
  period,        // symbol: the unit that an adverb or adjective counts on: monthly -> month; amount as for unit (fortnightly: 2)
  act_verb,      // meaning: index in LanguagePack::verbs; together with an object, one of the acts that stand there
};

/// How a phrase bounds the quantity beside it (logic.md 6.4).
enum class BoundCue : uint8_t {
  at_most,      // up to, no more than, at the very most
  less_than,    // under, below
  at_least,     // at least, no less than, or more
  more_than,    // over, above
  about,        // about, around, roughly
  between,      // between X and Y
  from,         // from X to Y
  to,           // the middle of a range
  unbounded,    // as long as you like, no limit
  only,         // only, just, nothing but
  per,          // a, per, each, every: what follows is the period or head it is counted on
};

/// Classes of function words, whatever the language (logic.md 7). New classes are added here and in docs/formats/language.md.
enum class CueClass : uint8_t {
  negation, obligation, prohibition, no_obligation, permission, inability, entitlement, future, possibility,
  condition, exception, only, quantifier_all, quantifier_none, quantifier_some, absolute, hedge, certainty,
  attribution, denial, question, past, formerly, now, no_longer, until, since, before, after, ended, begins,
  proposed, not_yet, correction, sanction, imperative, second_person, third_person, conjunction, disjunction, contrast,
  dialling,       // call, ring, hotline: the number beside it is a line to call
  dialling_link,  // on, at: joins a dialling word to its number
  reference,      // section, Act, Convention, step: the number beside it is a name, not a quantity
  age,            // aged, the age of, turn: the number after it is an age
  ordinal,        // st, nd, th: glued to digits, makes them a rank
  article,        // a, an: one before a magnitude or a unit (a hundred, half a year)
  advice,         // should, it is best to: weaker than a duty
  advice_against, // should not, it is better not to
  lacking,        // without, in the absence of: what follows is not there
  inclusion,      // including, also, as well as: what follows is inside
  example,        // such as, for example: what follows is not the whole
  regardless,     // whether or not, no matter: what follows does not count as a condition
  not_only,       // not only, not just: a negation that negates nothing
  replaced,       // was replaced by, in place of: one rule gives way to another
  first_person,   // we, our: the issuer
  relative,       // who, which, that: opens a clause about the noun before it
  purpose,        // in order to, so that
  cause,          // because, due to
  inclusive,      // inclusive, through: the end of a range belongs to it
  time_before,    // within, no later than, by: a deadline follows
  no_entitlement, // not entitled to, has no right to
  auxiliary,      // be, been, is: before a verb it turns the subject into the one acted upon
  part_of,        // in, out of: between two numbers, the first is a part of the second
  quantifier_any, // any, ever: all of it alone, none of it under a denial
  quantifier_many,  // many, often: a good part
  quantifier_most,  // most, usually: more than half
  quantifier_few,   // few, rarely, hardly: next to none
  quantifier_a_few, // a few, a little: more than none, and not many
  occasion,       // sometimes, often, rarely: a quantity of occasions, not of things; which, another class says
  occasion_all,   // always
  occasion_none,  // never, at no time
  instead,        // instead of: what follows is denied for the sake of what stands before
  degree,         // very, extremely: how much of a quality
  even,           // even: what follows is the least likely of its kind
  others,         // others, anybody else: those of the kind that are not named
  nearly,         // almost, virtually: before a quantity, a little less of it
};

struct Entry {
  EntryKind kind;
  uint16_t meaning = 0;   // CueClass, BoundCue; or the low part of nothing
  ConceptId concept_id{}; // concept_term
  ConceptKind concept_kind = ConceptKind::thing;  // of concept_id
  double amount = 0;
  std::string symbol{};
  bool reviewed = true;
  bool bare = false;      // of an action: the form that the pack writes, as an instruction has it
  bool undone = false;    // of an action: the words say that it is not done, as "go unpunished" does
  bool operator==(const Entry&) const = default;
};

/// A plain verb and what it is done to, together an action of the ontology: keep + passport = retain-document.
struct Act {
  Entry entry;                     // concept_term of the action: what the two words are read as
  std::array<Entry, 4> as_verb;    // the same for a verb that is bare, or undone, or both: index bare + 2 * undone
  const Entry& by(const Entry& verb) const { return as_verb[(verb.bare ? 1U : 0U) + (verb.undone ? 2U : 0U)]; }
  std::vector<ConceptId> objects;  // what the verb must be done to, with everything below it; sorted
  bool operator==(const Act&) const = default;
};

/// Words that only carry the grammar of a sentence. Folded and sorted; looked up word by word, never matched as phrases.
struct PlainWords {
  std::vector<std::string> particles;          // name nothing of their own: the, of, to
  std::vector<std::string> prepositions;       // make what follows them no subject: of, in, with
  std::vector<std::string> finite;             // stand before a verb and mark that a clause is a whole one: do, have
  std::vector<std::string> denials;            // the cues of class negation
  std::vector<std::string> nones;              // the cues of class quantifier-none
  std::vector<std::string> auxiliaries;        // the cues of class auxiliary
  std::vector<std::string> relatives;          // the cues of class relative
  std::vector<std::string> negative_prefixes;  // turn a word into its contrary: un, in
};

/// A phrase as it is matched, after inflection, not yet folded.
struct Phrase {
  std::string text;
  Entry entry;
  bool cased = false;  // only with these very capitals: "US" the country, never "us"
};

/// A phrase as its file writes it, for those who look into the pack itself.
struct WrittenPhrase {
  FilePlace at;
  std::string text;               // with its marks
  Entry entry;
  bool cased = false;
  std::vector<std::string> keys;  // as its forms are matched: folded, hyphens and line breaks as spaces; the written form first
};

struct LanguagePack {
  std::string language;      // BCP 47
  std::string script;        // ISO 15924
  bool reviewed = false;
  char decimal = '.';
  char group = ',';
  std::vector<Phrase> phrases;
  std::vector<Act> acts;
  std::vector<std::vector<uint16_t>> verbs;  // of each plain verb, the acts that it may be: indexes in `acts`
  SentenceRules sentences;   // what a Segmenter needs to know of the language
  PlainWords plain;
  std::vector<std::pair<std::string, std::string>> base_forms;  // irregular forms, folded and sorted: spoke -> speak
  Wording wording;           // the way back: names of concepts, and patterns of sentences
  /// A currency word that several countries share ("rupees", "$"), folded: the ISO 4217 code by the country that speaks or is spoken of.
  std::vector<std::pair<std::string, std::vector<std::pair<std::string, std::string>>>> shared_currencies;
  // Only when they were asked for:
  std::vector<WrittenPhrase> written;
  std::vector<FilePlace> acts_at;  // of each act
};

template <typename Archive>
void archive(Archive& a, Entry& value) {
  auto& [kind, meaning, concept_id, concept_kind, amount, symbol, reviewed, bare, undone] = value;
  a(kind, meaning, concept_id, concept_kind, amount, symbol, reviewed, bare, undone);
}

template <typename Archive>
void archive(Archive& a, Act& value) {
  auto& [entry, as_verb, objects] = value;
  a(entry);
  for (Entry& one : as_verb) a(one);
  a(objects);
}

template <typename Archive>
void archive(Archive& a, PlainWords& value) {
  auto& [particles, prepositions, finite, denials, nones, auxiliaries, relatives, negative_prefixes] = value;
  a(particles, prepositions, finite, denials, nones, auxiliaries, relatives, negative_prefixes);
}

template <typename Archive>
void archive(Archive& a, Phrase& value) {
  auto& [text, entry, cased] = value;
  a(text, entry, cased);
}

template <typename Archive>
void archive(Archive& a, LanguagePack& value) {
  auto& [language, script, reviewed, decimal, group, phrases, acts, verbs, sentences, plain, base_forms, wording, shared_currencies, written, acts_at] = value;
  a.require(written.empty() && acts_at.empty());  // packs that keep their sources are not kept themselves
  a(language, script, reviewed, decimal, group, phrases, acts, verbs, sentences, plain, base_forms, wording, shared_currencies);
}

/// Whether a pack keeps what its files write and where; reading messages needs neither.
enum class PackSources : uint8_t { dropped, kept };

/// Loads every pack below `folder` (rules/languages). A pack that has errors is left out and they are in `diagnostics`.
std::vector<LanguagePack> load_language_packs(const FileSystem& files, const std::string& folder, const Ontology& ontology,
                                              Diagnostics& diagnostics, PackSources sources = PackSources::dropped);

}  // namespace selaras
