// Which lines of a message are spoken by somebody, as in a radio play: "AMINA: …". A name and a colon alone prove nothing ("Fee:
// …"), so the lines vouch for each other: a name comes back, or it is a word for a voice.
#pragma once

#include <span>
#include <vector>

#include "message/line_shape.h"
#include "message/message.h"

namespace selaras {

/// Channels whose text is a script with parts and stage directions.
bool is_script(Channel channel);

/// One flag a line: it opens with the name of its speaker.
std::vector<bool> spoken_lines(std::span<const Line> lines, std::span<const MarkdownBlock> blocks, Channel channel);

}  // namespace selaras
