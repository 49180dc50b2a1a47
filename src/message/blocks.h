// The parts of a message as its readers see them: which line is a question and which its answer, what is called a myth and what
// corrects it, who speaks, and under which heading, lead-in or question each part is read. Goes in: blocks of Markdown; comes out:
// the same text, cut at those lines, without the labels.
#pragma once

#include <span>
#include <vector>

#include "message/block_labels.h"
#include "message/markdown.h"
#include "message/message.h"

namespace selaras {

/// `message` supplies what the cutting depends on: its language, issuer and channel.
std::vector<Block> build_blocks(const SourceFile& file, std::span<const MarkdownBlock> blocks, const BlockLabels& labels,
                                const Message& message);

}  // namespace selaras
