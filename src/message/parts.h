// Cuts Markdown blocks into the parts of a message: decides from the shape of each line, and of the lines around it, what it is.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "message/line_shape.h"
#include "message/message.h"

namespace selaras {

/// A stretch of one Markdown block with one meaning.
struct Part {
  BlockKind kind = BlockKind::paragraph;
  uint8_t level = 0;
  uint32_t block = 0;
  Span span;  // of the block's text, labels and numbers left out
  std::string speaker;
  bool official_voice = false;
};

struct PartSettings {
  const BlockLabels& labels;
  std::string_view language;
  std::string_view issuer;
  Channel channel;
};

std::vector<Part> cut_parts(const SourceFile& file, std::span<const MarkdownBlock> blocks, const PartSettings& settings);

}  // namespace selaras
