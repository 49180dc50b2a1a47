// The trie of phrases walked a word at a time. From a place where a word may begin (the root, or behind a gap) the whole run of
// small Latin letters that follows is one probe of a hash table instead of one cell of the trie a letter; where a word leads nowhere,
// the probe ends in one small table. What is no run of letters is left to the trie. Built once beside the trie, from the same keys;
// it answers nothing that the trie would not. Private to language/.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/double_array.h"
#include "text/eight_bytes.h"

namespace selaras {

/// The letters a-z from one place on, at most `kLongest` of them, up to the first place inside where a phrase may end.
struct LetterRun {
  static constexpr uint32_t kLongest = 12;
  static constexpr size_t kRoom = 16;  // bytes that may be read behind the end of key and boundaries

  uint64_t first;   // eight letters, zeros behind the last
  uint32_t rest;    // four more
  uint32_t length;  // of all

  /// `key` and `boundaries` are the bytes at the place, with kRoom bytes readable; `boundaries` holds values below 0x80.
  static LetterRun read(const char* key, const uint8_t* boundaries) {
    const uint64_t letters = eight_bytes(key);
    const uint64_t stops = not_small_letters(letters) | not_zeros(eight_bytes(boundaries) & ~uint64_t{0xFF});
    if (stops != 0) return {lowest_bytes(letters, first_byte(stops)), 0, first_byte(stops)};
    const uint64_t more = eight_bytes(key + 8);
    const uint64_t more_stops = not_small_letters(more) | not_zeros(eight_bytes(boundaries + 8)) | uint64_t{0x80} << 32U;
    return {letters, static_cast<uint32_t>(lowest_bytes(more, first_byte(more_stops))), 8 + first_byte(more_stops)};
  }
};

/// Where one run of letters leads to.
struct WordStep {
  uint64_t first;  // the letters; their number need not be compared, since none is NUL
  uint32_t rest;
  DoubleArray::Node from;
  DoubleArray::Node gap;  // behind the gap after the letters; kNone when no phrase goes on there
  // Of the key that ends behind the letters; kNoValue when none does.
  uint32_t value : 26;
  uint32_t ends_with_gap : 1;  // a key ends with the gap
  uint32_t gap_then_else : 1;  // a key goes on behind the gap with something else than a letter
  uint32_t symbols : 4;        // symbol_of() what keys go on with behind the letters when it is neither a letter nor a gap
  uint64_t onward;             // WordSteps::sieve() of the runs behind the gap

  static constexpr uint32_t kNoValue = (1U << 26U) - 1;
  static uint32_t symbol_of(char c) { return c == '.' ? 1 : c == '\'' ? 2 : c >= '0' && c <= '9' ? 4 : 8; }

  bool is(DoubleArray::Node node, const LetterRun& run) const { return from == node && first == run.first && rest == run.rest; }
};
static_assert(sizeof(WordStep) == 32);  // two to a cache line

inline bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }

class WordSteps {
 public:
  /// `keys` as DoubleArray::build() takes them, `trie` what it made of them; steps tell of each key its value in `values`.
  /// std::length_error beyond four million steps or values of 26 bits.
  static WordSteps build(std::span<const std::string_view> keys, const std::vector<uint32_t>& values, const DoubleArray& trie);

  /// What find() looks a run up by.
  static uint64_t hash_of(DoubleArray::Node from, const LetterRun& run) {
    const uint64_t other = uint64_t{run.rest} << 32U | from;
    const uint64_t mixed = (run.first ^ (other * 0x9E3779B97F4A7C15U)) * 0xC2B2AE3D27D4EB4FU;
    return mixed ^ (mixed >> 32U);
  }
  /// One bit of 64: where WordStep::onward lacks it, find() would say no.
  static uint64_t sieve(uint64_t hash) { return uint64_t{1} << ((hash >> 48U) & 63U); }

  /// The step from a node along a run that is whole: cut by no boundary before another letter. nullptr when no key goes that way.
  const WordStep* find(DoubleArray::Node from, const LetterRun& run, uint64_t hash) const {
    return find_at(probe(from, hash), from, run, hash);
  }

  // The tables do not fit the nearest caches. Who has several runs to look up fetches first the slots of all, then probes all,
  // which fetches their steps, and only then looks at the steps: find() in three parts.
  void fetch_slot(DoubleArray::Node from, uint64_t hash) const {
    const Table& table = table_of(from);
    __builtin_prefetch(table.slots.data() + (hash & table.mask));
  }
  /// The first slot from the place of the hash on that may hold the step; kNoSlot when none can.
  static constexpr uint32_t kNoSlot = UINT32_MAX;
  uint32_t probe(DoubleArray::Node from, uint64_t hash) const { return probe(table_of(from), hash, hash); }
  const WordStep* find_at(uint32_t slot, DoubleArray::Node from, const LetterRun& run, uint64_t hash) const {
    const Table& table = table_of(from);
    for (; slot != kNoSlot; slot = probe(table, slot + 1, hash)) {
      const WordStep& step = steps_.data()[table.slots.data()[slot] & kPlaceMask];
      if (step.is(from, run)) return &step;
    }
    return nullptr;
  }

 private:
  friend class WordStepsBuilder;
  // A slot holds ten bits of the hash, never all 0, and the place of a step; 0 is an empty slot.
  static constexpr unsigned kPlaceBits = 22;
  static constexpr uint32_t kPlaceMask = (1U << kPlaceBits) - 1;

  /// Open addressing: as many slots as a power of two, at most half of them taken.
  struct Table {
    Column<uint32_t> slots{std::vector<uint32_t>(1)};
    size_t mask = 0;
  };
  template <typename Archive>
  friend void archive(Archive& a, Table& table) {
    a(table.slots, table.mask);
    a.require(!table.slots.empty() && table.mask == table.slots.size() - 1);
  }
  template <typename Archive>
  friend void archive(Archive& a, WordSteps& words) {
    a(words.roots_, words.others_, words.steps_);
  }

  static uint32_t tag_of(uint64_t hash) { return static_cast<uint32_t>(hash >> (32U + kPlaceBits)) | 1U; }

  uint32_t probe(const Table& table, uint64_t begin, uint64_t hash) const {
    const uint32_t* slots = table.slots.data();
    for (uint64_t at = begin & table.mask;; at = (at + 1) & table.mask) {
      const uint32_t slot = slots[at];
      if (slot == 0) return kNoSlot;
      if (slot >> kPlaceBits != tag_of(hash)) continue;
      __builtin_prefetch(steps_.data() + (slot & kPlaceMask));
      return static_cast<uint32_t>(at);
    }
  }

  const Table& table_of(DoubleArray::Node from) const { return from == DoubleArray::kRoot ? roots_ : others_; }

  // First words of phrases are most of what is asked for: they stand in a small table of their own, and first among the steps.
  Table roots_, others_;
  Column<WordStep> steps_;
};

}  // namespace selaras
