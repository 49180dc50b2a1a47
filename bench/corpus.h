// The text that is measured: the development messages of tests/eval, as files for the whole check and as blocks for its stages. They are
// repeated, under new names, until there are enough of them to measure.
#pragma once

#include <fmt/format.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "engine/library.h"
#include "engine/run.h"
#include "message/reader.h"

namespace selaras::bench {

/// What reading one language takes. A language without a pack is read with the English one: its words are cut by its own rules, and it
/// has few mentions.
struct Tools {
  explicit Tools(const Lexicon& of) : lexicon(&of), segmenter(of.pack().sentences) {}
  const Lexicon* lexicon;
  Segmenter segmenter;
};

/// A block of one message, with what later stages need of earlier ones.
struct BlockText {
  std::string text;
  Tools* tools;
  ReadingPlace place;
  Segmentation segmentation;
  std::vector<Mention> mentions;
};

class Corpus {
 public:
  /// Message files whose folder's name begins with `prefix`.
  Corpus(const FileSystem& files, const Library& library, const std::string& folder, const std::string& prefix) : library_(library) {
    for (const std::string& path : find_message_files(files, {folder}, diagnostics_)) {
      if (path.compare(folder.size() + 1, prefix.size(), prefix) != 0) continue;
      const auto file = load_text(files, path, kMessageLimit, diagnostics_);
      if (!file) continue;
      auto read = read_message(file, nullptr, library.block_labels(), diagnostics_);
      if (!read.message) continue;
      for (const Block& block : read.message->blocks) bytes_ += block.content.text().size();
      messages_.push_back(std::move(*read.message));
    }
  }

  size_t messages() const { return messages_.size(); }
  size_t bytes() const { return bytes_; }  // of the blocks, once

  /// All blocks, again and again, at least `size` bytes of them.
  std::vector<BlockText> blocks(size_t size) {
    std::vector<BlockText> blocks;
    for (size_t filled = 0; filled < size && bytes_ > 0; filled += bytes_) {
      for (const Message& message : messages_) {
        for (const Block& block : message.blocks) {
          blocks.push_back({block.content.text(), &tools(message.language), {message.country, message.corridor}, {}, {}});
        }
      }
    }
    return blocks;
  }

  /// The files, again and again under new message ids, until their blocks hold at least `size` bytes.
  std::vector<GivenText> files(size_t size) const {
    std::vector<GivenText> given;
    size_t copy = 0;
    for (size_t filled = 0; filled < size && bytes_ > 0; filled += bytes_, ++copy) {
      for (const Message& message : messages_) {
        std::string text(message.file->text());
        const std::string id_line = "\nid: " + message.id;
        if (const size_t at = text.find(id_line); at != std::string::npos) text.insert(at + id_line.size(), fmt::format("-{}", copy));
        given.push_back({fmt::format("bench/{}-{}.md", message.id, copy), std::move(text)});
      }
    }
    return given;
  }

  /// A message of middling length.
  const Message& typical() const {
    std::vector<const Message*> by_size;
    for (const Message& message : messages_) by_size.push_back(&message);
    const auto middle = by_size.begin() + static_cast<std::ptrdiff_t>(by_size.size() / 2);
    std::nth_element(by_size.begin(), middle, by_size.end(), [](const auto* a, const auto* b) { return a->file->text().size() < b->file->text().size(); });
    return **middle;
  }

 private:
  Tools& tools(const std::string& language) {
    const Lexicon* lexicon = library_.lexicon(language);
    if (lexicon == nullptr) lexicon = library_.lexicon("en");
    auto& tools = tools_[lexicon];
    if (!tools) tools = std::make_unique<Tools>(*lexicon);
    return *tools;
  }

  const Library& library_;
  Diagnostics diagnostics_;
  std::vector<Message> messages_;
  std::map<const Lexicon*, std::unique_ptr<Tools>> tools_;
  size_t bytes_ = 0;
};

inline size_t total_bytes(const std::vector<BlockText>& blocks) {
  size_t bytes = 0;
  for (const BlockText& block : blocks) bytes += block.text.size();
  return bytes;
}

}  // namespace selaras::bench
