// The words of a sentence as open claims are built from: terms (concepts of the ontology, or open ones: the base form of a word
// that no concept has), and the words that work on them (denials, quantities, modals, focus, and what opens or joins clauses). All
// that is known of a language comes from its pack.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "frame/frame.h"
#include "judge/share.h"
#include "language/lexicon.h"
#include "ontology/ontology.h"
#include "text/segment.h"
#include "text/stem.h"

namespace selaras {

/// An amount with its unit, as the closed interval it leaves open; `lo_open` and `hi_open` leave the end out.
struct Measure {
  double lo = 0, hi = 0;
  bool lo_open = false, hi_open = false;
  std::string unit;
  bool moment = false;  // how long ago: an event at one time leaves another time open
};

/// The lemma of "others", those of a kind that are not named.
inline constexpr const char* kOthers = "<others>";

/// Something named. Two terms are the same when they share a concept or are written with the same base forms.
struct Term {
  std::vector<ConceptId> concepts;  // empty: an open concept
  std::string lemma;                // folded base forms, separated by spaces
  std::optional<Measure> measure;
  bool person = false;  // a person or an actor
  bool act = false;     // an action of the ontology
  bool pronoun = false;
  bool denied = false;  // named as what is not so: "not unsafe", "who do not work"
  bool aside = false;   // in a clause about something else
  bool anybody = false;  // the word for people that a quantity has in itself: "everyone", "nobody"
};

enum class WordRole : uint8_t {
  term,
  filler,
  finite,
  denial,
  quantity,
  degree,
  modal,
  only,
  not_only,
  even,
  no_longer,
  formerly,
  joins,
  either,
  contrasts,
  comma,
  stop,
  condition,
  exception,
  until,
  before,
  after,
  lacking,
  aside,
};

enum class Ranges : uint8_t { bare, things, occasions, degrees };  // what a quantity counts

struct OpenWord {
  WordRole role = WordRole::term;
  Span span;
  Term term{};                       // term
  Share share = Share::some();       // quantity, degree
  Ranges ranges = Ranges::bare;      // quantity, degree
  bool reaching = false;             // quantity: "any", which means all alone and none under a denial
  bool article = false;              // filler: a, an
  bool comment = false;              // term: set off before the sentence ("Luckily, …")
  bool on_number = false;            // quantity: "not one", a denied number
  std::optional<Measure> count{};    // quantity: a number of things
  Modality modality = Modality::is;  // modal: the positive one
  bool denies = false;               // modal: its opposite is told ("must not" is a denied "may")
  bool advice = false;               // modal
  bool only = false;                 // condition, before, after: "only if"
};

/// What reading needs; borrowed for as long as the reader lives.
struct OpenReader {
  const Ontology& ontology;
  const Lexicon& lexicon;
  Segmenter& segmenter;
  const Stemmer& stemmer;
};

struct OpenSentence {
  std::vector<OpenWord> words;
  bool asked = false;  // a question: nothing is told
};

std::vector<OpenSentence> open_sentences(std::string_view text, const OpenReader& reader);

}  // namespace selaras
