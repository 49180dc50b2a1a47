#include "message/block_labels.h"

#include <fmt/format.h>

#include <array>

#include "base/utf8.h"
#include "data/fields.h"
#include "message/reader.h"
#include "text/characters.h"
#include "text/fold.h"

namespace selaras {
namespace {

constexpr std::array<std::pair<std::string_view, BlockLabel>, 8> kLabelNames = {{
    {"question", BlockLabel::question},
    {"answer", BlockLabel::answer},
    {"myth", BlockLabel::myth},
    {"fact", BlockLabel::fact},
    {"stage", BlockLabel::stage},
    {"screen", BlockLabel::screen},
    {"official-voice", BlockLabel::official_voice},
    {"voice", BlockLabel::voice},
}};

constexpr size_t kBlockLabelsLimit = 1U << 20U;
constexpr std::string_view kFallbackLanguage = "en";

/// From the first letter to the last, with the marks that belong to it: without numbers, spaces and whatever `is_mark` names.
template <typename IsMark>
std::string_view bare(std::string_view written, IsMark is_mark) {
  uint32_t begin = 0;
  uint32_t end = 0;
  for (uint32_t at = 0; at < written.size();) {
    const auto [c, length] = code_point_at(written, at);
    const bool belongs_to_letter = end > 0 && end == at && c > 0x7F && !digit_value(c) && !is_space(c) && !is_mark(c);
    if (is_letter(c) || belongs_to_letter) {
      if (end == 0) begin = at;
      end = at + length;
    }
    at += length;
  }
  return written.substr(begin, end - begin);
}

}  // namespace

BlockLabels::BlockLabels() = default;

std::optional<BlockLabel> BlockLabels::find(std::string_view written, std::string_view language) const {
  const auto is_mark = [this](char32_t c) { return is_separator(c) || is_weak_separator(c) || is_sentence_end(c); };
  const std::string key = fold_key(bare(written, is_mark));
  const std::string primary(language.substr(0, language.find('-')));
  for (const std::string& own : {primary, std::string(kFallbackLanguage)}) {
    if (const auto found = words_.find({own, key}); found != words_.end()) return found->second;
  }
  return std::nullopt;
}

char32_t BlockLabels::closing_quote(char32_t c) const {
  for (const auto& [open, close] : quotes_) {
    if (open == c) return close;
  }
  return 0;
}

class BlockLabelsReader {
 public:
  BlockLabelsReader(const SourceFile& file, const yaml::Node& root, Diagnostics& diagnostics)
      : fields_(file, root, "block labels", diagnostics) {}

  std::optional<BlockLabels> read() {
    if (const yaml::Node* labels = fields_.require("labels")) read_labels(*labels);
    result_.separators_ = characters("separators");
    result_.weak_separators_ = characters("weak-separators");
    result_.question_marks_ = characters("question-marks");
    result_.sentence_ends_ = characters("sentence-ends");
    result_.bullets_ = characters("bullets");
    for (const auto& pair : fields_.items("quotes")) read_quotes(pair);
    fields_.finish();
    if (fields_.diagnostics().has_errors()) return std::nullopt;
    return std::move(result_);
  }

 private:
  void read_labels(const yaml::Node& node) {
    Fields labels(fields_.file(), node, "labels", fields_.diagnostics());
    for (const auto& [name, label] : kLabelNames) {
      const yaml::Node* languages = labels.get(name);
      if (languages == nullptr) continue;
      Fields words(fields_.file(), *languages, fmt::format("labels '{}'", name), fields_.diagnostics());
      for (const auto& language : languages->keys) read_words(words, language, label);
    }
    labels.finish();
  }

  void read_words(Fields& words, const yaml::Node& language, BlockLabel label) {
    for (const auto& word : words.texts(language.scalar)) {
      const auto [known, added] = result_.words_.emplace(std::pair(language.scalar, fold_key(word)), label);
      if (added || known->second == label) continue;
      words.error(language, fmt::format("'{}' has two meanings in '{}'", word, language.scalar),
                  "keep the word under one kind of label");
    }
  }

  std::set<char32_t> characters(std::string_view key) {
    std::set<char32_t> found;
    for (const auto& mark : fields_.texts(key)) {
      if (const auto c = single(mark)) found.insert(*c);
    }
    return found;
  }

  std::optional<char32_t> single(std::string_view mark) {
    if (!mark.empty()) {
      const auto [value, length] = code_point_at(mark, 0);
      if (length == mark.size()) return value;
    }
    fields_.error(fields_.node(), fmt::format("'{}' is not one character", mark), "write single characters in quotes");
    return std::nullopt;
  }

  void read_quotes(const yaml::Node& pair) {
    const bool two = pair.is_sequence() && pair.items.size() == 2 && pair.items[0].is_scalar() && pair.items[1].is_scalar();
    if (!two) return fields_.error(pair, "quotation marks come in pairs", "write `[\"“\", \"”\"]`");
    const auto open = single(pair.items[0].scalar);
    const auto close = single(pair.items[1].scalar);
    if (open && close) result_.quotes_.emplace_back(*open, *close);
  }

  Fields fields_;
  BlockLabels result_;
};

std::optional<BlockLabels> load_block_labels(const FileSystem& files, const std::string& path, Diagnostics& diagnostics) {
  Diagnostics own;
  std::optional<BlockLabels> labels;
  if (const auto file = load_text(files, path, kBlockLabelsLimit, own)) {
    if (const auto root = yaml::parse(*file, own)) labels = BlockLabelsReader(*file, *root, own).read();
  }
  diagnostics.append(own);
  return labels;
}

}  // namespace selaras
