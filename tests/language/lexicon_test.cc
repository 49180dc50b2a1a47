#include "language/lexicon.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>

#include "language/boundaries.h"
#include "language/double_array.h"
#include "language/phrase_key.h"

using namespace selaras;

namespace {

Entry term(uint32_t id) { return Entry{.kind = EntryKind::concept_term, .concept_id = ConceptId{id}}; }
Entry cue(CueClass c) { return Entry{.kind = EntryKind::cue, .meaning = static_cast<uint16_t>(c)}; }
Entry bound(BoundCue b) { return Entry{.kind = EntryKind::bound, .meaning = static_cast<uint16_t>(b)}; }
Entry money(std::string code) { return Entry{.kind = EntryKind::currency, .symbol = std::move(code)}; }

Lexicon lexicon(std::vector<Phrase> phrases) {
  LanguagePack pack;
  pack.language = "en";
  pack.phrases = std::move(phrases);
  return Lexicon(std::move(pack));
}

/// The mentions of a text as written, in order.
std::vector<std::string> found(const Lexicon& lexicon, std::string_view text) {
  Segmenter segmenter;
  std::vector<std::string> spans;
  for (const Mention& mention : lexicon.find(text, segmenter.segment(text))) spans.emplace_back(slice(text, mention.span));
  return spans;
}

using Spans = std::vector<std::string>;

/// A few of the strings one behind the other.
std::string joined(std::mt19937& random, const std::vector<std::string>& strings, size_t most) {
  std::string text;
  for (size_t i = 1 + random() % most; i > 0; --i) text += strings[random() % strings.size()];
  return text;
}

/// The slow and obvious matcher: from every boundary to every other, is it one of the keys? Terms only, longest first.
std::vector<Span> matched_slowly(const std::set<std::string>& keys, std::string_view text, const Segmentation& segmentation) {
  const FoldedText folded = fold(text);
  const Boundaries boundaries(folded, segmentation);
  const auto is_open = [&](size_t at) { return (boundaries[at] & (Boundaries::word | Boundaries::syllable)) != 0; };
  const std::string& key = folded.key;
  std::vector<Span> kept;
  uint32_t reach = 0;
  for (uint32_t begin = 0; begin < key.size(); ++begin) {
    if (!is_open(begin) || is_phrase_space(key[begin])) continue;
    uint32_t longest = 0;
    std::string read;
    for (size_t at = begin; at < key.size();) {
      read.push_back(kAsRead[static_cast<unsigned char>(key[at])]);
      at = read.back() == ' ' ? after_gap(key, at) : at + 1;
      if (is_open(at) && keys.contains(read)) longest = static_cast<uint32_t>(at);
    }
    if (longest <= reach) continue;
    reach = longest;
    kept.push_back(folded.source({begin, longest}));
  }
  return kept;
}

}  // namespace

TEST_CASE("phrases are found whole, whatever their case, hyphens, apostrophes and line breaks") {
  const Lexicon words = lexicon({{"domestic worker", term(1)}, {"worker's pass", term(2)}, {"fee", term(3)}});
  CHECK(found(words, "A Domestic Worker, a domestic-worker, a DOMESTIC\n  WORKER.") ==
        Spans{"Domestic Worker", "domestic-worker", "DOMESTIC\n  WORKER"});
  CHECK(found(words, "the worker\u2019s pass") == Spans{"worker\u2019s pass"});
  CHECK(found(words, "coffee, feed, fees, prefee") == Spans{});
  CHECK(found(words, "domestic - worker") == Spans{});
  CHECK(found(words, "").empty());
}

TEST_CASE("of one kind only the longest stays") {
  const Lexicon words = lexicon({{"worker", term(1)}, {"domestic worker", term(2)}, {"worker visa", term(3)}, {"must", cue(CueClass::obligation)},
                                 {"must not", cue(CueClass::prohibition)}, {"not", cue(CueClass::negation)}, {"not more than", bound(BoundCue::at_most)}});
  CHECK(found(words, "domestic worker") == Spans{"domestic worker"});
  CHECK(found(words, "domestic worker visa") == Spans{"domestic worker", "worker visa"});
  CHECK(found(words, "must not") == Spans{"must not"});
  CHECK(found(words, "not more than") == Spans{"not more than"});
  CHECK(found(words, "must not more than") == Spans{"must not"});
}

TEST_CASE("meanings that share a phrase all stay, and kinds may overlap") {
  const Lexicon words = lexicon({{"may", cue(CueClass::permission)}, {"may", cue(CueClass::possibility)}, {"charge", term(1)}, {"charge", term(2)},
                                 {"only", cue(CueClass::only)}, {"only", bound(BoundCue::only)}, {"charge", term(1)}});
  CHECK(found(words, "may") == Spans{"may", "may"});
  CHECK(found(words, "charge") == Spans{"charge", "charge"});
  CHECK(found(words, "only") == Spans{"only", "only"});
}

TEST_CASE("money and units touch digits, words do not") {
  const Lexicon words = lexicon({{"RM", money("MYR")}, {"Rs.", money("")}, {"\u09F3", money("BDT")}, {"k", Entry{.kind = EntryKind::magnitude, .amount = 1000}},
                                 {"a", cue(CueClass::article)}, {"nd", cue(CueClass::ordinal)}});
  CHECK(found(words, "RM500, RM 1,700") == Spans{"RM", "RM"});
  CHECK(found(words, "500k") == Spans{"k"});
  CHECK(found(words, "Rs.500 or Rs. 500") == Spans{"Rs.", "Rs."});
  CHECK(found(words, "\u09F3500") == Spans{"\u09F3"});
  CHECK(found(words, "the 2nd") == Spans{"nd"});
  CHECK(found(words, "section 5a") == Spans{});
  CHECK(found(words, "ARMY") == Spans{});
}

TEST_CASE("cased phrases keep their capitals") {
  const Lexicon words = lexicon({{"US", Entry{.kind = EntryKind::place, .symbol = "US"}, true}, {"us", cue(CueClass::first_person)}});
  CHECK(found(words, "tell us") == Spans{"us"});
  CHECK(found(words, "the US") == Spans{"US", "US"});
}

TEST_CASE("scripts without spaces are cut at syllables only") {
  const Lexicon words = lexicon({{"\u0E04\u0E48\u0E32\u0E18\u0E23\u0E23\u0E21\u0E40\u0E19\u0E35\u0E22\u0E21", term(1)}, {"\u0E19\u0E49\u0E33", term(2)}, {"\u0E40\u0E19", term(3)}});
  CHECK(found(words, "\u0E44\u0E21\u0E48\u0E40\u0E2A\u0E35\u0E22\u0E04\u0E48\u0E32\u0E18\u0E23\u0E23\u0E21\u0E40\u0E19\u0E35\u0E22\u0E21\u0E43\u0E14").size() == 1);
  CHECK(found(words, "\u0E14\u0E37\u0E48\u0E21\u0E19\u0E49\u0E4D\u0E32") == Spans{"\u0E19\u0E49\u0E4D\u0E32"});
  CHECK(found(words, "\u0E40\u0E19\u0E35").empty());
}

TEST_CASE("a mention knows its tokens") {
  const Lexicon words = lexicon({{"domestic worker", term(1)}});
  const std::string_view text = "A domestic worker.";
  Segmenter segmenter;
  const Segmentation segmentation = segmenter.segment(text);
  const std::vector<Mention> mentions = words.find(text, segmentation);
  REQUIRE(mentions.size() == 1);
  CHECK(segmentation.tokens[mentions[0].first_token].span.begin == mentions[0].span.begin);
  CHECK(segmentation.tokens[mentions[0].last_token - 1].span.end == mentions[0].span.end);
}

TEST_CASE("the trie holds what a sorted set holds") {
  std::mt19937 random(7);
  std::set<std::string> set;
  while (set.size() < 3000) {
    std::string key;
    for (size_t i = 1 + random() % 8; i > 0; --i) key.push_back(static_cast<char>(1 + random() % (set.size() % 2 == 0 ? 4 : 255)));
    set.insert(key);
  }
  const std::vector<std::string_view> keys(set.begin(), set.end());
  const DoubleArray trie = DoubleArray::build(keys);
  const auto value = [&](std::string_view key) {
    DoubleArray::Node node = DoubleArray::kRoot;
    for (const char byte : key) {
      node = trie.step(node, byte);
      if (node == DoubleArray::kNone) return DoubleArray::kNone;
    }
    return trie.value(node);
  };
  for (uint32_t i = 0; i < keys.size(); ++i) CHECK(value(keys[i]) == i);
  for (const std::string& key : set) {
    const std::string longer = key + "\x05";
    CHECK((value(longer) != DoubleArray::kNone) == set.contains(longer));
  }
  CHECK(DoubleArray::build({}).step(DoubleArray::kRoot, 'a') == DoubleArray::kNone);
}

// The slow and obvious reading: every phrase tried at every place between two word boundaries.
TEST_CASE("the matcher finds what trying every phrase everywhere finds") {
  const std::vector<Phrase> phrases = {{"a b", term(1)}, {"b", term(2)}, {"b c d", term(3)}, {"c", term(4)}, {"d a", term(5)}};
  const Lexicon words = lexicon(phrases);
  std::mt19937 random(3);
  Segmenter segmenter;
  for (int round = 0; round < 200; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) (text += static_cast<char>('a' + random() % 4)) += random() % 3 == 0 ? "-" : " ";
    std::vector<Span> all;
    const std::string key = phrase_key(text) + " ";
    for (uint32_t at = 0; at < text.size(); at += 2) {
      for (const Phrase& phrase : phrases) {
        if (key.compare(at, phrase.text.size() + 1, phrase.text + " ") == 0) all.push_back({at, at + static_cast<uint32_t>(phrase.text.size())});
      }
    }
    std::vector<Span> longest;
    for (const Span span : all) {
      const bool inside = std::any_of(all.begin(), all.end(), [&](Span other) { return other != span && other.contains(span); });
      if (!inside) longest.push_back(span);
    }
    std::vector<Span> matched;
    for (const Mention& mention : words.find(text, segmenter.segment(text))) matched.push_back(mention.span);
    CAPTURE(text);
    CHECK(matched == longest);
  }
}

TEST_CASE("words of any length and any signs between them are found as the slow matcher finds them") {
  const std::vector<std::string> strings = {"a", "b", "ab", "abcdefgh", "abcdefghi", "abcdefghijkl", "abcdefghijklm",
                                            "abcdefghijklmabcdefghijklm", "A", "'s", "\u2019s", "5", "12", "-", " ", " ", " ", "  ", "\n", ".", "\u00E9", "\u00DF", "\u338F",
                                            "\u0E01\u0E32", "\t", "\u00AD", "%"};
  std::mt19937 random(11);
  Segmenter segmenter;
  for (int round = 0; round < 60; ++round) {
    std::vector<Phrase> phrases;
    std::set<std::string> keys;
    while (keys.size() < 60) {
      std::string phrase = joined(random, strings, 6);
      const std::string key = phrase_key(phrase);
      if (key.empty() || !keys.insert(key).second) continue;
      phrases.push_back({std::move(phrase), term(static_cast<uint32_t>(keys.size()))});
    }
    std::vector<std::string> pieces = strings;
    for (const Phrase& phrase : phrases) pieces.push_back(phrase.text);
    const Lexicon words = lexicon(phrases);
    for (int i = 0; i < 100; ++i) {
      const std::string text = joined(random, pieces, 60);
      const Segmentation segmentation = segmenter.segment(text);
      std::vector<Span> matched;
      for (const Mention& mention : words.find(text, segmentation)) {
        matched.push_back(mention.span);
        CHECK(mention.kind == mention.entry->kind);
        CHECK(mention.meaning == mention.entry->meaning);
      }
      CAPTURE(text);
      CHECK(matched == matched_slowly(keys, text, segmentation));
    }
  }
}

TEST_CASE("letters and digits meet where one stands beside the other") {
  std::mt19937 random(5);
  for (int round = 0; round < 500; ++round) {
    const std::string key = joined(random, {"a", "z", "5", "09", "12345678", " ", "-", "`", "{", "/", ":", "abcdefgh"}, 12);
    FoldedText folded;
    folded.key = key;
    const Boundaries boundaries(folded, {});
    CAPTURE(key);
    for (size_t at = 1; at < key.size(); ++at) {
      const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
      const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
      const bool meet = (is_letter(key[at - 1]) && is_digit(key[at])) || (is_digit(key[at - 1]) && is_letter(key[at]));
      CHECK(((boundaries[at] & Boundaries::digit) != 0) == meet);
    }
  }
}
