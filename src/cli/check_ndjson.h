// `selaras check --ndjson`: the map step of any stream engine (docs/scale.md).
#pragma once

#include "cli/command.h"

namespace selaras {

/// Answers every line of standard input that has words, in their order, with at most a few batches in memory. kClean whatever the messages
/// say, and also after lines that are no messages, which are answered in-line; kFailed when the input cannot be read.
int check_ndjson(const Session& session, const CommonOptions& options);

}  // namespace selaras
