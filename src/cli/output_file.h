// A file that the user asked for: written whole or not at all, with the rights that it had, or those of any new file.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/file_system.h"

namespace selaras {

/// Puts `content` in the place of what is at `path`, by a new file that takes its name: whoever reads meanwhile sees the old or the new one. A
/// link stays a link and its target is replaced; what is no ordinary file (a pipe, a terminal) is written to. Missing folders are not made.
std::optional<FileFault> write_output_file(const std::string& path, std::string_view content);

}  // namespace selaras
