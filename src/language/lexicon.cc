#include "language/lexicon.h"

#include <algorithm>
#include <array>
#include <compare>
#include <cstddef>
#include <future>
#include <memory_resource>
#include <span>
#include <utility>

#include "data/archive.h"
#include "language/boundaries.h"
#include "language/double_array.h"
#include "language/phrase_key.h"
#include "language/word_steps.h"

namespace selaras {
namespace {

/// Kinds among which only the longest of overlapping phrases counts.
enum class Family : uint8_t { action, thing, person, condition, place_term, attribute, function, auxiliary, number, money, unit, calendar, place, act };
constexpr size_t kFamilies = 14;

/// Terms hide each other only within one kind: "before you leave" as a condition leaves "leave" an act.
Family family_of(ConceptKind kind) {
  switch (kind) {
    case ConceptKind::action: return Family::action;
    case ConceptKind::person: case ConceptKind::actor: return Family::person;
    case ConceptKind::thing: return Family::thing;
    case ConceptKind::condition: return Family::condition;
    case ConceptKind::place: return Family::place_term;
    case ConceptKind::attribute: return Family::attribute;
  }
  return Family::thing;
}

Family family_of(const Entry& entry) {
  switch (entry.kind) {
    case EntryKind::concept_term: return family_of(entry.concept_kind);
    case EntryKind::cue: return entry.meaning == static_cast<uint16_t>(CueClass::auxiliary) ? Family::auxiliary : Family::function;
    case EntryKind::bound: case EntryKind::fixed_value: return Family::function;
    case EntryKind::number_word: case EntryKind::magnitude: case EntryKind::ordinal: return Family::number;
    case EntryKind::currency: return Family::money;
    case EntryKind::unit: case EntryKind::period: return Family::unit;
    case EntryKind::month: case EntryKind::weekday: return Family::calendar;
    case EntryKind::place: return Family::place;
    case EntryKind::act_verb: return Family::act;
  }
  return Family::act;
}

/// Whether phrases of this kind may touch a digit inside a word: RM500, 500k, 2nd, 10km.
bool may_touch_digits(const Entry& entry) {
  switch (entry.kind) {
    case EntryKind::currency: case EntryKind::magnitude: case EntryKind::unit: return true;
    case EntryKind::cue: return entry.meaning == static_cast<uint16_t>(CueClass::ordinal);
    default: return false;
  }
}

uint8_t boundaries_of(const Entry& entry) {
  return Boundaries::word | Boundaries::syllable | (may_touch_digits(entry) ? Boundaries::digit : 0);
}

/// What the walk needs of a phrase, small enough to stay in the cache.
struct Meaning {
  uint32_t phrase;  // index in the pack
  uint16_t meaning;
  EntryKind kind;
  Family family;
  uint8_t boundaries;  // at which it may begin and end
  bool cased;
  bool last;  // of those that share one key
  uint8_t unused = 0;  // so that every byte is told
};

/// A key that was found on the walk from one place.
struct Hit {
  uint32_t meaning;  // its first
  uint32_t end;
  uint32_t shorter;  // the hit before it from the same place
};
constexpr uint32_t kNoHit = UINT32_MAX;
constexpr size_t kWindow = 64;  // places that are walked side by side

/// A phrase of the pack while the trie is built.
struct KeyedPhrase {
  uint64_t front = 0;  // of the key: most comparisons end there
  std::string_view key;
  uint32_t phrase = 0;
  auto operator<=>(const KeyedPhrase&) const = default;
};

/// The first eight bytes as a number that is ordered as they are.
uint64_t front_of(std::string_view key) {
  uint64_t front = 0;
  for (size_t i = 0; i < sizeof front; ++i) front = front << 8U | (i < key.size() ? static_cast<unsigned char>(key[i]) : 0U);
  return front;
}

struct CompiledPack {
  LanguagePack pack;
  DoubleArray trie;
  WordSteps words;
  Column<uint32_t> first_meaning;  // by trie value
  Column<Meaning> meanings;        // grouped by trie value
};

template <typename Archive>
void archive(Archive& a, CompiledPack& compiled) {
  a(compiled.pack, compiled.trie, compiled.words, compiled.first_meaning, compiled.meanings);
}

class PackCompiler {
 public:
  explicit PackCompiler(LanguagePack pack) : pack_(std::move(pack)) {}

  CompiledPack compile() {
    const std::vector<std::string_view> keys = add_meanings();
    CompiledPack compiled;
    compiled.trie = DoubleArray::build(keys);
    compiled.words = WordSteps::build(keys, first_meaning_, compiled.trie);
    share_phrases();
    compiled.pack = std::move(pack_);
    compiled.first_meaning = Column<uint32_t>(std::move(first_meaning_));
    compiled.meanings = Column<Meaning>(std::move(meanings_));
    return compiled;
  }

 private:

  /// All meanings, in the order of keys, those of one key in the order of the pack; the keys are returned. Two halves of the phrases are
  /// sorted at the same time.
  std::vector<std::string_view> add_meanings() {
    const auto size = static_cast<uint32_t>(pack_.phrases.size());
    auto sorted = std::async([&] { return keyed_phrases(size / 2, size, more_letters_); });
    const auto first = keyed_phrases(0, size / 2, letters_);
    const auto second = sorted.get();
    std::vector<std::string_view> keys;
    keys.reserve(size);
    auto a = first.begin();
    auto b = second.begin();
    while (a != first.end() || b != second.end()) {
      const KeyedPhrase& next = b == second.end() || (a != first.end() && *a < *b) ? *a++ : *b++;
      if (keys.empty() || keys.back() != next.key) {
        close_key();
        keys.push_back(next.key);
        first_meaning_.push_back(static_cast<uint32_t>(meanings_.size()));
      }
      add_meaning(next.phrase);
    }
    close_key();
    return keys;
  }

  using Letters = std::pmr::monotonic_buffer_resource;
  std::vector<KeyedPhrase> keyed_phrases(uint32_t begin, uint32_t end, Letters& letters) const {
    std::vector<KeyedPhrase> keyed;
    keyed.reserve(end - begin);
    for (uint32_t i = begin; i < end; ++i) {
      const std::string key = phrase_key(pack_.phrases[i].text);
      if (key.empty() || key.find('\0') != std::string::npos) continue;
      keyed.push_back({front_of(key), kept(key, letters), i});
    }
    std::sort(keyed.begin(), keyed.end());
    return keyed;
  }

  static std::string_view kept(const std::string& key, Letters& letters) {
    char* copy = static_cast<char*>(letters.allocate(key.size(), 1));
    std::copy(key.begin(), key.end(), copy);
    return {copy, key.size()};
  }

  /// The trie has the texts now. What is left of a phrase is its entry, and all forms of one term have the same, or one of two: the bare
  /// form of a verb and the others.
  void share_phrases() {
    constexpr size_t kLookedAt = 2;
    std::vector<Phrase> shared;
    std::vector<uint32_t> place;
    place.reserve(pack_.phrases.size());
    for (auto& phrase : pack_.phrases) {
      if (!phrase.cased) phrase.text = {};
      size_t at = shared.size() - std::min(shared.size(), kLookedAt);
      while (at < shared.size() && !(shared[at].cased == phrase.cased && shared[at].text == phrase.text && shared[at].entry == phrase.entry)) ++at;
      if (at == shared.size()) shared.push_back(std::move(phrase));
      place.push_back(static_cast<uint32_t>(at));
    }
    for (Meaning& meaning : meanings_) meaning.phrase = place[meaning.phrase];
    pack_.phrases = std::move(shared);
  }

  Meaning meaning_of(uint32_t index) const {
    const Phrase& phrase = pack_.phrases[index];
    const Entry& entry = phrase.entry;
    return {index, entry.meaning, entry.kind, family_of(entry), boundaries_of(entry), phrase.cased, false};
  }

  /// Another meaning of the last key, unless it has it. Of a verb's bare form and another form that is written alike, the bare one stays.
  void add_meaning(uint32_t added) {
    const Phrase& phrase = pack_.phrases[added];
    for (auto meaning = meanings_.begin() + first_meaning_.back(); meaning != meanings_.end(); ++meaning) {
      const Phrase& other = pack_.phrases[meaning->phrase];
      const bool covers = !other.cased || (phrase.cased && other.text == phrase.text);
      if (!covers || !same_but_bare(other.entry, phrase.entry)) continue;
      if (other.entry.bare || !phrase.entry.bare) return;
      if (other.cased != phrase.cased) continue;
      meaning->phrase = added;
      return;
    }
    meanings_.push_back(meaning_of(added));
  }

  static bool same_but_bare(const Entry& a, const Entry& b) {
    Entry other = b;
    other.bare = a.bare;
    return a == other;
  }

  /// The last key has all its meanings.
  void close_key() {
    if (!meanings_.empty()) meanings_.back().last = true;
  }

  LanguagePack pack_;
  Letters letters_{1 << 20}, more_letters_{1 << 20};  // of the keys
  std::vector<uint32_t> first_meaning_;
  std::vector<Meaning> meanings_;
};

/// One pass over one block.
class Walk {
 public:
  Walk(const CompiledPack& compiled, std::string_view text, const Segmentation& segmentation)
      : compiled_(compiled), text_(text), segmentation_(segmentation), folded_(fold(text)), boundaries_(folded_, segmentation) {
    const size_t size = folded_.key.size();
    folded_.key.append(LetterRun::kRoom, '\0');
    key_ = std::string_view(folded_.key).substr(0, size);
    mentions_.reserve(segmentation.tokens.size() * 5 / 8);
  }

  /// A window of places at a time, and of all of them one word at a time: what the next words need is fetched for every place
  /// before the first is looked up.
  std::vector<Mention> run() {
    for (uint32_t at = boundaries_.next(0); at < key_.size();) {
      size_t size = 0;
      for (; at < key_.size() && size < kWindow; at = boundaries_.next(at + 1)) {
        if (!is_phrase_space(key_.data()[at])) begin(window_[size++], at);
      }
      walk(std::span(window_, size));
    }
    return std::move(mentions_);
  }

 private:
  /// The walk from one place where phrases may begin: how far it came, and the word that it will try next.
  struct Start {
    uint32_t begin;
    uint32_t at;
    DoubleArray::Node node;
    uint32_t hits;  // the longest key so far
    LetterRun run;  // empty when no plain letters come next
    uint64_t hash;
    uint32_t slot;  // that may hold its step
  };

  void begin(Start& start, uint32_t at) const {
    start.begin = start.at = at;
    start.node = DoubleArray::kRoot;
    start.hits = kNoHit;
    start.run.length = 0;
    if (is_small_letter(key_.data()[at]) && read_run(start)) compiled_.words.fetch_slot(start.node, start.hash);
  }

  /// The run of letters that comes next; false, and no run, when a boundary cuts it before its end.
  bool read_run(Start& start) const {
    start.run = LetterRun::read(key_.data() + start.at, boundaries_.from(start.at));
    start.hash = WordSteps::hash_of(start.node, start.run);
    if (start.run.length == LetterRun::kLongest || !is_small_letter(key_.data()[start.at + start.run.length])) return true;
    start.run.length = 0;
    return false;
  }

  /// The walks only note where keys end; what they mean is looked at behind them, longest first.
  void walk(std::span<Start> starts) {
    hit_count_ = 0;
    Start* going[kWindow];
    size_t count = 0;
    for (Start& start : starts) {
      if (start.run.length > 0) going[count++] = &start;
      else walk_bytes(start);
    }
    while (count > 0) {
      size_t left = 0;
      for (size_t i = 0; i < count; ++i) {
        Start& start = *going[i];
        start.slot = compiled_.words.probe(start.node, start.hash);
        if (start.slot != WordSteps::kNoSlot) going[left++] = &start;
      }
      count = left;
      left = 0;
      for (size_t i = 0; i < count; ++i) {
        Start& start = *going[i];
        if (!step(start)) continue;
        compiled_.words.fetch_slot(start.node, start.hash);
        going[left++] = &start;
      }
      count = left;
    }
    for (const Start& start : starts) {
      for (uint32_t hit = start.hits; hit != kNoHit; hit = hits_.data()[hit].shorter) add_meanings(hits_.data()[hit], start.begin);
    }
  }

  /// Over the next word; whether another one may follow. What is no plain letters is left to walk_bytes, if a key goes on there.
  bool step(Start& start) {
    const WordStep* step = compiled_.words.find_at(start.slot, start.node, start.run, start.hash);
    if (step == nullptr) return false;
    const char* key = key_.data();
    const size_t end = start.at + start.run.length;
    if (step->value != WordStep::kNoValue && boundaries_[end] != Boundaries::none) note(start, step->value, end);
    if (!is_phrase_gap(key[end])) {
      if (is_small_letter(key[end]) || (step->symbols & WordStep::symbol_of(key[end])) != 0) walk_on_from_letters(start, end);
      return false;
    }
    if (step->gap == DoubleArray::kNone) return false;
    start.node = step->gap;
    start.at = static_cast<uint32_t>(after_gap(key_, end));
    const bool letter = is_small_letter(key[start.at]);
    if (step->ends_with_gap != 0) note_end(start);
    if (step->ends_with_gap != 0 || (!letter && step->gap_then_else != 0)) walk_bytes(start);
    if (step->ends_with_gap != 0 || !letter) return false;
    if (read_run(start)) return (step->onward & WordSteps::sieve(start.hash)) != 0;
    walk_bytes(start);
    return false;
  }

  /// From the end of letters that are known to lead somewhere.
  void walk_on_from_letters(Start& start, size_t end) {
    while (start.at < end) start.node = compiled_.trie.step(start.node, key_.data()[start.at++]);
    walk_bytes(start);
  }

  void walk_bytes(Start& start) {
    while (start.at < key_.size()) {
      const char read = kAsRead[static_cast<unsigned char>(key_.data()[start.at])];
      start.node = compiled_.trie.step(start.node, read);
      if (start.node == DoubleArray::kNone) return;
      start.at = read == ' ' ? static_cast<uint32_t>(after_gap(key_, start.at)) : start.at + 1;
      note_end(start);
    }
  }

  void note_end(Start& start) {
    if (boundaries_[start.at] == Boundaries::none) return;
    const uint32_t value = compiled_.trie.value(start.node);
    if (value != DoubleArray::kNone) note(start, compiled_.first_meaning[value], start.at);
  }

  void note(Start& start, uint32_t meaning, size_t end) {
    __builtin_prefetch(compiled_.meanings.data() + meaning);
    if (hit_count_ == hits_.size()) hits_.resize(2 * hits_.size());
    hits_.data()[hit_count_] = {meaning, static_cast<uint32_t>(end), start.hits};
    start.hits = hit_count_++;
  }

  void add_meanings(const Hit& hit, uint32_t begin) {
    const Span in_key{begin, hit.end};
    for (const Meaning* meaning = compiled_.meanings.data() + hit.meaning;; ++meaning) {
      if (fits(*meaning, in_key)) keep_longest(*meaning, in_key);
      if (meaning->last) return;
    }
  }

  bool fits(const Meaning& meaning, Span in_key) const {
    const uint8_t allowed = meaning.boundaries;
    if ((boundaries_[in_key.begin] & allowed) == 0 || (boundaries_[in_key.end] & allowed) == 0) return false;
    return !meaning.cased || slice(text_, folded_.source(in_key)) == compiled_.pack.phrases[meaning.phrase].text;
  }

  /// Hits come by start, longer first. Inside what its family already covers a hit is dropped, unless it is another meaning of the very
  /// same bytes. Two terms may overlap with neither inside the other; two function words may not.
  void keep_longest(const Meaning& meaning, Span in_key) {
    Reach& reach = reach_[static_cast<size_t>(meaning.family)];
    const bool same_bytes = in_key == reach.last;
    const bool covered = in_key.end <= reach.end && meaning.family != Family::act;  // an act is read only where its object is found
    const bool cut = meaning.family == Family::function && in_key.begin < reach.end;
    if (!same_bytes && (covered || cut)) return;
    reach = {in_key, std::max(reach.end, in_key.end)};
    mentions_.push_back(mention(meaning, in_key));
  }

  Mention mention(const Meaning& meaning, Span in_key) {
    const Span span = folded_.source(in_key);
    const Token* tokens = segmentation_.tokens.data();
    const size_t size = segmentation_.tokens.size();
    while (token_ < size && tokens[token_].span.end <= span.begin) ++token_;
    uint32_t last = std::min(token_ + 1, static_cast<uint32_t>(size));
    while (last < size && tokens[last].span.begin < span.end) ++last;
    return {span, &compiled_.pack.phrases.data()[meaning.phrase].entry, token_, last, meaning.kind, meaning.meaning};
  }

  struct Reach {
    Span last;
    uint32_t end = 0;
  };

  const CompiledPack& compiled_;
  std::string_view text_;
  const Segmentation& segmentation_;
  FoldedText folded_;
  Boundaries boundaries_;
  std::string_view key_;  // of the folded text, which is longer by LetterRun::kRoom
  Start window_[kWindow];
  std::array<std::byte, 2 * kWindow * sizeof(Hit)> near_;  // for as many hits as a window usually has
  std::pmr::monotonic_buffer_resource room_{near_.data(), near_.size()};
  std::pmr::vector<Hit> hits_{2 * kWindow, &room_};  // of the window
  uint32_t hit_count_ = 0;
  std::array<Reach, kFamilies> reach_{};
  uint32_t token_ = 0;
  std::vector<Mention> mentions_;
};

}  // namespace

struct Lexicon::Automaton : CompiledPack {
  explicit Automaton(CompiledPack compiled) : CompiledPack(std::move(compiled)) {}
};

Lexicon::Lexicon() : Lexicon(LanguagePack{}) {}
Lexicon::Lexicon(LanguagePack pack) : automaton_(std::make_unique<Automaton>(PackCompiler(std::move(pack)).compile())) {}
Lexicon::~Lexicon() = default;
Lexicon::Lexicon(Lexicon&&) noexcept = default;

void archive(ArchiveWriter& a, Lexicon& lexicon) { a(static_cast<CompiledPack&>(*lexicon.automaton_)); }
void archive(ArchiveReader& a, Lexicon& lexicon) { a(static_cast<CompiledPack&>(*lexicon.automaton_)); }

const LanguagePack& Lexicon::pack() const { return automaton_->pack; }

std::vector<Mention> Lexicon::find(std::string_view text, const Segmentation& segmentation) const {
  return Walk(*automaton_, text, segmentation).run();
}

}  // namespace selaras
