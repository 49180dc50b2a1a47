#include "language/lexicon.h"

#include <algorithm>
#include <array>
#include <compare>
#include <utility>

#include "data/archive.h"
#include "language/boundaries.h"
#include "language/double_array.h"
#include "language/phrase_key.h"

namespace selaras {
namespace {

/// Kinds among which only the longest of overlapping phrases counts.
enum class Family : uint8_t { term, function, number, money, unit, calendar, place };
constexpr size_t kFamilies = 7;

Family family_of(EntryKind kind) {
  switch (kind) {
    case EntryKind::concept_term: return Family::term;
    case EntryKind::cue: case EntryKind::bound: case EntryKind::fixed_value: return Family::function;
    case EntryKind::number_word: case EntryKind::magnitude: case EntryKind::ordinal: return Family::number;
    case EntryKind::currency: return Family::money;
    case EntryKind::unit: case EntryKind::period: return Family::unit;
    case EntryKind::month: case EntryKind::weekday: return Family::calendar;
    case EntryKind::place: return Family::place;
  }
  return Family::term;
}

/// Whether phrases of this kind may touch a digit inside a word: RM500, 500k, 2nd, 10km.
bool may_touch_digits(const Entry& entry) {
  switch (entry.kind) {
    case EntryKind::currency: case EntryKind::magnitude: case EntryKind::unit: return true;
    case EntryKind::cue: return entry.meaning == static_cast<uint16_t>(CueClass::ordinal);
    default: return false;
  }
}

/// What the walk needs of a phrase, small enough to stay in the cache.
struct Meaning {
  uint32_t phrase;  // index in the pack
  Family family;
  bool touches_digits;
  bool cased;
};

template <typename Archive>
void archive(Archive& a, Meaning& value) {
  auto& [phrase, family, touches_digits, cased] = value;
  a(phrase, family, touches_digits, cased);
}

/// A key that ends at `end`, on the walk from one place.
struct Hit {
  uint32_t value;  // of the trie
  uint32_t end;
};

/// A phrase of the pack while the trie is built.
struct KeyedPhrase {
  uint64_t front;  // of the key: most comparisons end there
  std::string key;
  uint32_t phrase;
  auto operator<=>(const KeyedPhrase&) const = default;
};

/// The first eight bytes as a number that is ordered as they are.
uint64_t front_of(std::string_view key) {
  uint64_t front = 0;
  for (size_t i = 0; i < sizeof front; ++i) front = front << 8U | (i < key.size() ? static_cast<unsigned char>(key[i]) : 0U);
  return front;
}

struct CompiledPack {
  explicit CompiledPack(LanguagePack given) : pack(std::move(given)) { compile(); }

  LanguagePack pack;
  DoubleArray trie;
  std::vector<uint32_t> first_phrase;  // by trie value; one more at the end
  std::vector<Meaning> meanings;       // grouped by trie value

  void compile() {
    std::vector<KeyedPhrase> by_key = keyed_phrases();
    std::vector<std::string> keys;
    keys.reserve(by_key.size());
    for (auto& [front, key, phrase] : by_key) {
      if (keys.empty() || keys.back() != key) {
        keys.push_back(std::move(key));
        first_phrase.push_back(static_cast<uint32_t>(meanings.size()));
      }
      add_meaning(phrase);
    }
    first_phrase.push_back(static_cast<uint32_t>(meanings.size()));
    trie = DoubleArray::build(keys);
    share_phrases();
  }

  /// Every phrase by its key, in the order of keys, phrases of one key in the order of the pack.
  std::vector<KeyedPhrase> keyed_phrases() const {
    std::vector<KeyedPhrase> keyed;
    keyed.reserve(pack.phrases.size());
    for (uint32_t i = 0; i < pack.phrases.size(); ++i) {
      std::string key = phrase_key(pack.phrases[i].text);
      if (key.empty() || key.find('\0') != std::string::npos) continue;
      const uint64_t front = front_of(key);
      keyed.push_back({front, std::move(key), i});
    }
    std::sort(keyed.begin(), keyed.end());
    return keyed;
  }

  /// The trie has the texts now. What is left of a phrase is its entry, and all forms of one term have the same.
  void share_phrases() {
    std::vector<Phrase> shared;
    std::vector<uint32_t> place;
    place.reserve(pack.phrases.size());
    for (auto& phrase : pack.phrases) {
      if (!phrase.cased) phrase.text = {};
      const bool same = !shared.empty() && shared.back().entry == phrase.entry && shared.back().cased == phrase.cased && shared.back().text == phrase.text;
      if (!same) shared.push_back(std::move(phrase));
      place.push_back(static_cast<uint32_t>(shared.size() - 1));
    }
    for (Meaning& meaning : meanings) meaning.phrase = place[meaning.phrase];
    pack.phrases = std::move(shared);
  }

  Meaning meaning_of(uint32_t index) const {
    const Phrase& phrase = pack.phrases[index];
    return {index, family_of(phrase.entry.kind), may_touch_digits(phrase.entry), phrase.cased};
  }

  /// Another meaning of the last key, unless it has it.
  void add_meaning(uint32_t added) {
    const Phrase& phrase = pack.phrases[added];
    const bool known = std::any_of(meanings.begin() + first_phrase.back(), meanings.end(), [&](const Meaning& meaning) {
      const Phrase& other = pack.phrases[meaning.phrase];
      return other.entry == phrase.entry && (!other.cased || (phrase.cased && other.text == phrase.text));
    });
    if (!known) meanings.push_back(meaning_of(added));
  }
};

template <typename Archive>
void archive(Archive& a, CompiledPack& compiled) {
  a(compiled.pack, compiled.trie, compiled.first_phrase, compiled.meanings);
}

/// One pass over one block.
class Walk {
 public:
  Walk(const CompiledPack& compiled, std::string_view text, const Segmentation& segmentation)
      : compiled_(compiled), text_(text), segmentation_(segmentation), folded_(fold(text)), boundaries_(folded_, segmentation) {
    mentions_.reserve(segmentation.tokens.size() / 2);
  }

  std::vector<Mention> run() {
    const std::string_view key = folded_.key;
    for (uint32_t at = 0; at < key.size(); ++at) {
      if (boundaries_[at] != Boundaries::none && !is_phrase_space(key[at])) find_at(at);
    }
    return std::move(mentions_);
  }

 private:
  /// The walk only notes where keys end; what they mean is looked at behind it, longest first.
  void find_at(uint32_t begin) {
    hits_.clear();
    const std::string_view key = folded_.key;
    DoubleArray::Node node = DoubleArray::kRoot;
    for (size_t at = begin; at < key.size();) {
      const char read = kAsRead[static_cast<unsigned char>(key[at])];
      node = compiled_.trie.step(node, read);
      if (node == DoubleArray::kNone) break;
      at = read == ' ' ? after_gap(key, at) : at + 1;
      if (boundaries_[at] == Boundaries::none) continue;
      const uint32_t value = compiled_.trie.value(node);
      if (value != DoubleArray::kNone) hits_.push_back({value, static_cast<uint32_t>(at)});
    }
    for (auto hit = hits_.rbegin(); hit != hits_.rend(); ++hit) add_meanings(hit->value, {begin, hit->end});
  }

  void add_meanings(uint32_t value, Span in_key) {
    const uint32_t end = compiled_.first_phrase[value + 1];
    for (uint32_t i = compiled_.first_phrase[value]; i < end; ++i) {
      const Meaning& meaning = compiled_.meanings[i];
      if (fits(meaning, in_key)) keep_longest(meaning, in_key);
    }
  }

  bool fits(const Meaning& meaning, Span in_key) const {
    const uint8_t allowed = Boundaries::word | Boundaries::syllable | (meaning.touches_digits ? Boundaries::digit : 0);
    if ((boundaries_[in_key.begin] & allowed) == 0 || (boundaries_[in_key.end] & allowed) == 0) return false;
    return !meaning.cased || slice(text_, folded_.source(in_key)) == compiled_.pack.phrases[meaning.phrase].text;
  }

  /// Hits come by start, longer first. Inside what its family already covers a hit is dropped, unless it is another meaning of the very
  /// same bytes. Two terms may overlap with neither inside the other; two function words may not.
  void keep_longest(const Meaning& meaning, Span in_key) {
    Reach& reach = reach_[static_cast<size_t>(meaning.family)];
    const bool same_bytes = in_key == reach.last;
    const bool covered = in_key.end <= reach.end;
    const bool cut = meaning.family == Family::function && in_key.begin < reach.end;
    if (!same_bytes && (covered || cut)) return;
    reach = {in_key, std::max(reach.end, in_key.end)};
    mentions_.push_back(mention(meaning, in_key));
  }

  Mention mention(const Meaning& meaning, Span in_key) {
    const Span span = folded_.source(in_key);
    const auto& tokens = segmentation_.tokens;
    while (token_ < tokens.size() && tokens[token_].span.end <= span.begin) ++token_;
    uint32_t last = token_;
    while (last < tokens.size() && tokens[last].span.begin < span.end) ++last;
    return {span, &compiled_.pack.phrases[meaning.phrase].entry, token_, last};
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
  std::vector<Hit> hits_;
  std::array<Reach, kFamilies> reach_{};
  uint32_t token_ = 0;
  std::vector<Mention> mentions_;
};

}  // namespace

struct Lexicon::Automaton : CompiledPack {
  using CompiledPack::CompiledPack;
};

Lexicon::Lexicon() : Lexicon(LanguagePack{}) {}
Lexicon::Lexicon(LanguagePack pack) : automaton_(std::make_unique<Automaton>(std::move(pack))) {}
Lexicon::~Lexicon() = default;
Lexicon::Lexicon(Lexicon&&) noexcept = default;

void archive(ArchiveWriter& a, Lexicon& lexicon) { a(static_cast<CompiledPack&>(*lexicon.automaton_)); }
void archive(ArchiveReader& a, Lexicon& lexicon) { a(static_cast<CompiledPack&>(*lexicon.automaton_)); }

const LanguagePack& Lexicon::pack() const { return automaton_->pack; }

std::vector<Mention> Lexicon::find(std::string_view text, const Segmentation& segmentation) const {
  return Walk(*automaton_, text, segmentation).run();
}

}  // namespace selaras
