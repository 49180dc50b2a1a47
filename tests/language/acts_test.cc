// Verbs that are an act together with what they are done to.
#include "language/acts.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace selaras;

namespace {

constexpr ConceptId kRetain{1};
constexpr ConceptId kPassport{2};
constexpr ConceptId kWorker{3};

Entry term(ConceptId id, ConceptKind kind) { return Entry{.kind = EntryKind::concept_term, .concept_id = id, .concept_kind = kind}; }

/// "keep" is the act of retaining, done to a passport.
const Lexicon& lexicon() {
  static const Lexicon made = [] {
    LanguagePack pack;
    pack.language = "en";
    const Entry act = term(kRetain, ConceptKind::action);
    Act keeping{act, {act, act, act, act}, {kPassport}};
    keeping.as_verb[1].bare = keeping.as_verb[3].bare = true;
    keeping.as_verb[2].undone = keeping.as_verb[3].undone = true;
    pack.acts.push_back(keeping);
    pack.verbs = {{0}, {0}};
    Entry forgotten{.kind = EntryKind::act_verb, .meaning = 1};
    forgotten.undone = true;
    const Entry verb{.kind = EntryKind::act_verb, .meaning = 0};
    Entry bare = verb;
    bare.bare = true;
    const Entry is{.kind = EntryKind::cue, .meaning = static_cast<uint16_t>(CueClass::auxiliary)};
    pack.phrases = {{"keep", bare}, {"keeps", verb}, {"kept", verb}, {"is", is}, {"be", is},
                    {"forgets", forgotten}, {"passport", term(kPassport, ConceptKind::thing)}, {"worker", term(kWorker, ConceptKind::person)}};
    return Lexicon(std::move(pack));
  }();
  return made;
}

struct Read {
  std::vector<Mention> mentions;
  std::vector<std::string> acts;  // the words on which the act stands, in order
  bool verbs_left = false;
};

Read read(std::string_view text) {
  Segmenter segmenter;
  const auto segmentation = segmenter.segment(text);
  Read read;
  read.mentions = lexicon().find(text, segmentation);
  compose_acts(lexicon().pack(), segmentation, read.mentions);
  for (const auto& mention : read.mentions) {
    read.verbs_left = read.verbs_left || mention.entry->kind == EntryKind::act_verb || mention.kind == EntryKind::act_verb;
    if (mention.entry->concept_id == kRetain && mention.entry->kind == EntryKind::concept_term) read.acts.emplace_back(slice(text, mention.span));
  }
  return read;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("a verb with its object behind it, at most five words away, is the act") {
  CHECK(read("They keep the passport.").acts == Words{"keep"});
  CHECK(read("They keep one two three four five passport.").acts == Words{"keep"});
  CHECK(read("They keep one two three four five six passport.").acts.empty());
  CHECK(read("One keeps a passport, another kept a passport.").acts == Words{"keeps", "kept"});
}

TEST_CASE("a verb without its object is nothing") {
  for (const char* text : {"They keep quiet.", "They keep the worker.", "They keep quiet. The passport is here.", "keep"}) {
    CAPTURE(std::string(text));
    const Read found = read(text);
    CHECK(found.acts.empty());
    CHECK_FALSE(found.verbs_left);
  }
}

TEST_CASE("an object before the verb counts only when it is acted upon") {
  CHECK(read("The passport is kept by them.").acts == Words{"kept"});
  CHECK(read("The passport may be often kept.").acts == Words{"kept"});
  CHECK(read("The passport they keep.").acts.empty());
  CHECK(read("The passport is one two three kept.").acts.empty());
  CHECK(read("The passport one two three four five six is kept.").acts.empty());
}

TEST_CASE("the act stands on the verb, with the pack's own entry, bare where the verb is") {
  const auto retaining = [](const Read& found) {
    const auto act = std::find_if(found.mentions.begin(), found.mentions.end(), [](const Mention& m) { return m.entry->concept_id == kRetain; });
    REQUIRE(act != found.mentions.end());
    return *act;
  };
  const Act& act = lexicon().pack().acts.front();
  CHECK(retaining(read("keep the passport")).entry == &act.as_verb[1]);
  const Mention mention = retaining(read("who keeps the passport"));
  CHECK(mention.entry == &act.as_verb[0]);
  CHECK(mention.kind == EntryKind::concept_term);
  CHECK(mention.span == Span{4, 9});
}

TEST_CASE("a verb that says the act is left undone makes the act undone") {
  const Read found = read("who forgets the passport");
  REQUIRE(found.acts == Words{"forgets"});
  const auto act = std::find_if(found.mentions.begin(), found.mentions.end(), [](const Mention& m) { return m.entry->concept_id == kRetain; });
  REQUIRE(act != found.mentions.end());
  CHECK(act->entry->undone);
  CHECK_FALSE(act->entry->bare);
}

TEST_CASE("mentions stay in the order of their start") {
  const Read found = read("The worker is told to keep the passport of the worker.");
  CHECK(found.acts == Words{"keep"});
  CHECK(std::is_sorted(found.mentions.begin(), found.mentions.end(), [](const Mention& a, const Mention& b) { return a.span.begin < b.span.begin; }));
  CHECK(found.mentions.size() == 5);
}
