#include "language/word_steps.h"

#include <algorithm>
#include <array>
#include <bit>
#include <stdexcept>
#include <utility>

namespace selaras {

/// The tables while they grow.
class WordStepsBuilder {
 public:
  explicit WordStepsBuilder(size_t keys) : others_{std::vector<uint32_t>(std::max(size_t{16}, std::bit_ceil(2 * keys)))} {
    steps_.reserve(keys + keys / 4);  // of a pack, there are a tenth more steps than keys
  }

  /// Adds the steps along one key: all of them, or the first one only. Keys come in order: what one shares with the key before it is there.
  void add_key(std::string_view written, uint32_t value, const DoubleArray& trie, bool first_only) {
    const size_t size = written.size();
    const size_t shared =
        static_cast<size_t>(std::mismatch(written.begin(), written.end(), last_.begin(), last_.end()).first - written.begin());
    last_ = written;
    while (!gaps_.empty() && gaps_.back().at > shared) gaps_.pop_back();
    key_.assign(written).append(LetterRun::kRoom, '\0');
    size_t at = 0;
    DoubleArray::Node from = DoubleArray::kRoot;
    for (;;) {
      if (!gaps_.empty()) {
        at = gaps_.back().at;
        from = gaps_.back().node;
        WordStep& before = steps_[gaps_.back().step];
        if (at == size)
          before.ends_with_gap = 1;
        else if (!is_small_letter(key_[at]))
          before.gap_then_else = 1;
        else
          before.onward |= WordSteps::sieve(WordSteps::hash_of(from, run_at(at)));
      }
      if (!is_small_letter(key_[at])) return;
      const LetterRun run = run_at(at);
      WordStep& step = add(from, run);
      if (first_only) return;
      const size_t end = at + run.length;
      if (end == size) return end_at(step, value);
      if (key_[end] != ' ') {
        if (!is_small_letter(key_[end])) step.symbols = static_cast<uint8_t>(step.symbols | WordStep::symbol_of(key_[end])) & 15U;
        return;
      }
      if (step.gap == DoubleArray::kNone) {
        DoubleArray::Node node = from;
        for (; at <= end; ++at) node = trie.step(node, key_[at]);
        step.gap = node;
      }
      gaps_.push_back({end + 1, step.gap, static_cast<uint32_t>(&step - steps_.data())});
    }
  }

  WordSteps finish() {
    WordSteps words;
    words.roots_ = finished(roots_);
    words.others_ = finished(others_);
    words.steps_ = Column<WordStep>(std::move(steps_));
    return words;
  }

 private:
  static constexpr uint32_t kPlaceMask = WordSteps::kPlaceMask;

  struct Table {
    std::vector<uint32_t> slots = std::vector<uint32_t>(16);
    size_t taken = 0;
    size_t mask() const { return slots.size() - 1; }
  };

  /// A gap on the way along the last key: the place and the node behind it, and the step before it.
  struct Gap {
    size_t at;
    DoubleArray::Node node;
    uint32_t step;
  };

  LetterRun run_at(size_t at) const {
    static constexpr std::array<uint8_t, LetterRun::kRoom> kNoBoundaries{};
    return LetterRun::read(key_.data() + at, kNoBoundaries.data());
  }

  static void end_at(WordStep& step, uint32_t value) {
    if (value >= WordStep::kNoValue) throw std::length_error("a language pack has too many meanings");
    step.value = value & WordStep::kNoValue;
  }

  static WordSteps::Table finished(Table& table) {
    const size_t mask = table.mask();
    return {Column<uint32_t>(std::move(table.slots)), mask};
  }

  /// The step that is there, or a fresh one.
  WordStep& add(DoubleArray::Node from, const LetterRun& run) {
    Table& table = from == DoubleArray::kRoot ? roots_ : others_;
    const uint64_t hash = WordSteps::hash_of(from, run);
    for (size_t at = hash & table.mask(); table.slots[at] != 0; at = (at + 1) & table.mask()) {
      WordStep& step = steps_[table.slots[at] & kPlaceMask];
      if (step.is(from, run)) return step;
    }
    if (steps_.size() > kPlaceMask) throw std::length_error("a language pack has more than four million words in its phrases");
    if (2 * (table.taken + 1) > table.slots.size()) grow(table);
    put(table, hash, static_cast<uint32_t>(steps_.size()));
    return steps_.emplace_back(WordStep{run.first, run.rest, from, DoubleArray::kNone, WordStep::kNoValue, 0, 0, 0, 0});
  }

  static void put(Table& table, uint64_t hash, uint32_t place) {
    size_t at = hash & table.mask();
    while (table.slots[at] != 0) at = (at + 1) & table.mask();
    table.slots[at] = WordSteps::tag_of(hash) << WordSteps::kPlaceBits | place;
    ++table.taken;
  }

  void grow(Table& table) const {
    const std::vector<uint32_t> before = std::exchange(table.slots, std::vector<uint32_t>(2 * table.slots.size()));
    table.taken = 0;
    for (const uint32_t slot : before) {
      if (slot == 0) continue;
      const WordStep& step = steps_[slot & kPlaceMask];
      put(table, WordSteps::hash_of(step.from, {step.first, step.rest, 0}), slot & kPlaceMask);
    }
  }

  Table roots_, others_;
  std::vector<WordStep> steps_;
  std::string_view last_;  // key
  std::string key_;        // the key at hand, with room behind it
  std::vector<Gap> gaps_;
};

WordSteps WordSteps::build(std::span<const std::string_view> keys, const std::vector<uint32_t>& values, const DoubleArray& trie) {
  WordStepsBuilder builder(keys.size());
  for (const bool first_only : {true, false}) {
    for (size_t i = 0; i < keys.size(); ++i) builder.add_key(keys[i], values[i], trie, first_only);
  }
  return builder.finish();
}

}  // namespace selaras
