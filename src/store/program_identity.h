// Which program this is, down to the last instruction: what one build worked out must not be taken for another's.
#pragma once

#include <optional>
#include <string>

namespace selaras {

/// The build ids (ELF note NT_GNU_BUILD_ID) of the program and of every library it is running with, ICU's tables and Snowball's stemmers
/// among them, in the order of loading. nullopt when one of them has none: then nothing can be known.
std::optional<std::string> program_identity();

}  // namespace selaras
