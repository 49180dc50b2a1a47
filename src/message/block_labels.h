// The words and marks by which people label lines: "Q:", "Myth:", "Presenter:", in every language we know them in. They are data
// (rules/blocks.yaml, docs/formats/message.md), loaded once and passed to the reader of messages.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_system.h"

namespace selaras {

enum class BlockLabel : uint8_t {
  question,
  answer,
  myth,            // what follows is said to be false
  fact,            // what follows corrects it
  stage,           // sound and stage directions of a script
  screen,          // a card or caption of a video: text of the message, without a speaker
  official_voice,  // presenter, narrator, officer: speaks for the message
  voice,           // any other part in a script: caller, voice 1
};

class BlockLabels {
 public:
  /// Without any word: structure comes from Markdown alone.
  BlockLabels();

  /// The meaning of a label without its separator, in the message's language or in English. Numbers ("Myth 2", "Q1") and marks
  /// before it are ignored. nullopt for any other text.
  std::optional<BlockLabel> find(std::string_view written, std::string_view language) const;

  /// `:` and its like, which end a label wherever they stand.
  bool is_separator(char32_t c) const { return separators_.contains(c); }
  /// `.`, `)` and dashes, which end a label only when the word before them is one and a space follows.
  bool is_weak_separator(char32_t c) const { return weak_separators_.contains(c); }
  bool is_question_mark(char32_t c) const { return question_marks_.contains(c); }
  bool is_sentence_end(char32_t c) const { return sentence_ends_.contains(c) || is_question_mark(c); }
  bool is_bullet(char32_t c) const { return bullets_.contains(c); }
  /// The mark that closes what `c` opens; 0 when `c` opens no quotation.
  char32_t closing_quote(char32_t c) const;

 private:
  friend class BlockLabelsReader;
  template <typename Archive>
  friend void archive(Archive& a, BlockLabels& labels) {
    a(labels.words_, labels.separators_, labels.weak_separators_, labels.question_marks_, labels.sentence_ends_, labels.bullets_, labels.quotes_);
  }
  std::map<std::pair<std::string, std::string>, BlockLabel> words_;  // (language, fold key)
  std::set<char32_t> separators_, weak_separators_, question_marks_, sentence_ends_, bullets_;
  std::vector<std::pair<char32_t, char32_t>> quotes_;
};

/// Reads rules/blocks.yaml. nullopt after an error, which is then in `diagnostics`.
std::optional<BlockLabels> load_block_labels(const FileSystem& files, const std::string& path, Diagnostics& diagnostics);

}  // namespace selaras
