// What the English grammar reads in everyday sentences. The sentences are the test's own.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "language/lexicon.h"

using namespace selaras;

namespace {

const Lexicon& english() {
  static const Lexicon lexicon = [] {
    const DiskFileSystem files;
    Diagnostics diagnostics;
    const Ontology ontology = Ontology::load(files, SELARAS_SOURCE_DIR "/rules/ontology", diagnostics);
    auto packs = load_language_packs(files, SELARAS_SOURCE_DIR "/rules/languages", ontology, diagnostics);
    const auto pack = std::find_if(packs.begin(), packs.end(), [](const LanguagePack& p) { return p.language == "en"; });
    REQUIRE(pack != packs.end());
    return Lexicon(std::move(*pack));
  }();
  return lexicon;
}

std::vector<Mention> mentions(std::string_view text) {
  Segmenter segmenter(english().pack().sentences);
  return english().find(text, segmenter.segment(text));
}

bool reads(std::string_view text, std::string_view phrase, EntryKind kind, uint16_t meaning) {
  const auto all = mentions(text);
  return std::any_of(all.begin(), all.end(), [&](const Mention& m) {
    return slice(text, m.span) == phrase && m.entry->kind == kind && m.entry->meaning == meaning;
  });
}

bool reads_symbol(std::string_view text, std::string_view phrase, EntryKind kind, std::string_view symbol) {
  const auto all = mentions(text);
  return std::any_of(all.begin(), all.end(), [&](const Mention& m) {
    return slice(text, m.span) == phrase && m.entry->kind == kind && m.entry->symbol == symbol;
  });
}

struct CueCase {
  std::string_view text, phrase;
  CueClass cue;
};

struct BoundCase {
  std::string_view text, phrase;
  BoundCue bound;
};

struct SymbolCase {
  std::string_view text, phrase;
  EntryKind kind;
  std::string_view symbol;
};

}  // namespace

TEST_CASE("English operators are read as units") {
  const CueCase cases[] = {
      {"Agents must not keep your card.", "must not", CueClass::prohibition},
      {"They may not charge you.", "may not", CueClass::prohibition},
      {"You need not queue.", "need not", CueClass::no_obligation},
      {"You don\u2019t have to queue.", "don\u2019t have to", CueClass::no_obligation},
      {"This is no longer done.", "no longer", CueClass::no_longer},
      {"Only if you ask.", "Only if", CueClass::condition},
      {"Not until Monday.", "Not until", CueClass::after},
      {"It used to be so.", "used to be", CueClass::formerly},
      {"At present it is shut.", "At present", CueClass::now},
      {"As of Monday it is shut.", "As of", CueClass::since},
      {"It was replaced by a card.", "was replaced by", CueClass::replaced},
      {"The form has been dropped.", "has been dropped", CueClass::ended},
      {"Older posters say so.", "Older posters", CueClass::formerly},
      {"A bill says so.", "A bill", CueClass::proposed},
      {"The draft law says so.", "draft law", CueClass::proposed},
      {"It is not yet open.", "is not yet", CueClass::not_yet},
      {"It will soon open.", "will soon", CueClass::proposed},
      {"Nurses, except for trainees.", "except for", CueClass::exception},
      {"Not only nurses.", "Not only", CueClass::not_only},
      {"You are not entitled to it.", "not entitled to", CueClass::no_entitlement},
      {"You should not go.", "should not", CueClass::advice_against},
      {"Go without a card.", "without", CueClass::lacking},
      {"Whether or not you ask.", "Whether or not", CueClass::regardless},
      {"Call 1", "Call", CueClass::dialling},
      {"See section 5", "section", CueClass::reference},
  };
  for (const CueCase& c : cases) {
    CAPTURE(c.text);
    CHECK(reads(c.text, c.phrase, EntryKind::cue, static_cast<uint16_t>(c.cue)));
  }
}

TEST_CASE("English bounds swallow their negations") {
  const BoundCase cases[] = {
      {"at the very most RM5", "at the very most", BoundCue::at_most},
      {"no more than RM5", "no more than", BoundCue::at_most},
      {"not a ringgit more than RM5", "not a ringgit more than", BoundCue::at_most},
      {"it tops out at RM5", "tops out at", BoundCue::at_most},
      {"the ceiling is RM5", "the ceiling is", BoundCue::at_most},
      {"pay starts at RM5", "starts at", BoundCue::at_least},
      {"RM5 or more", "or more", BoundCue::at_least},
      {"18 and over", "and over", BoundCue::at_least},
      {"no less than RM5", "no less than", BoundCue::at_least},
      {"under RM5", "under", BoundCue::less_than},
      {"stay as long as you like", "as long as you like", BoundCue::unbounded},
      {"there is no limit", "there is no limit", BoundCue::unbounded},
      {"RM5 per head", "per head", BoundCue::per},
  };
  for (const BoundCase& c : cases) {
    CAPTURE(c.text);
    CHECK(reads(c.text, c.phrase, EntryKind::bound, static_cast<uint16_t>(c.bound)));
    CHECK_FALSE(reads(c.text, "no", EntryKind::cue, static_cast<uint16_t>(CueClass::negation)));
    CHECK_FALSE(reads(c.text, "not", EntryKind::cue, static_cast<uint16_t>(CueClass::negation)));
  }
}

TEST_CASE("English money, units, places and fixed values") {
  const SymbolCase cases[] = {
      {"RM500", "RM", EntryKind::currency, "MYR"},         {"500 ringgit", "ringgit", EntryKind::currency, "MYR"},
      {"Tk. 500", "Tk.", EntryKind::currency, "BDT"},      {"Tk 500", "Tk", EntryKind::currency, "BDT"},
      {"P500", "P", EntryKind::currency, "PHP"},           {"Rp5.000", "Rp", EntryKind::currency, "IDR"},
      {"Rs. 500", "Rs.", EntryKind::currency, ""},         {"$500", "$", EntryKind::currency, ""},
      {"US$500", "US$", EntryKind::currency, "USD"},       {"A$500", "A$", EntryKind::currency, "AUD"},
      {"500 baht", "baht", EntryKind::currency, "THB"},    {"5 working days", "working days", EntryKind::unit, "working-day"},
      {"5 business days", "business days", EntryKind::unit, "working-day"}, {"a fortnight", "fortnight", EntryKind::unit, "week"},
      {"10%", "%", EntryKind::unit, "percent"},            {"a monthly fee", "monthly", EntryKind::period, "month"},
      {"Malaysians", "Malaysians", EntryKind::place, "MY"}, {"the Philippines", "the Philippines", EntryKind::place, "PH"},
      {"open round the clock", "round the clock", EntryKind::fixed_value, "clock 24h"},
      {"free of charge", "free of charge", EntryKind::fixed_value, "money 0"},
      {"it costs nothing", "costs nothing", EntryKind::fixed_value, "money 0"},
      {"jailed for life", "jailed for life", EntryKind::fixed_value, "life"},
  };
  for (const SymbolCase& c : cases) {
    CAPTURE(c.text);
    CHECK(reads_symbol(c.text, c.phrase, c.kind, c.symbol));
  }
}

TEST_CASE("English words that only look like something else") {
  CHECK_FALSE(reads_symbol("tell us now", "us", EntryKind::place, "US"));
  CHECK_FALSE(reads("you may go", "may", EntryKind::month, 0));
  CHECK(reads("in May", "May", EntryKind::month, 0));
  CHECK_FALSE(reads_symbol("try it", "try", EntryKind::currency, "TRY"));
}

TEST_CASE("English abbreviations stay inside their sentence") {
  Segmenter segmenter(english().pack().sentences);
  CHECK(segmenter.segment("The fee is Rs. 3,774. See Art. 5 and No. 7 of the Act.").sentences.size() == 2);
  CHECK(segmenter.segment("Bring papers, e.g. Malaysian ones. Ask Dr. Khan.").sentences.size() == 2);
}
