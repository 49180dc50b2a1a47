// A frame told as a plain sentence, the way back from reading: what a provision's norm says, in the words and patterns of a language
// pack. Nothing is added; what the frame does not have is not told.
#pragma once

#include <string>

#include "frame/frame.h"
#include "language/pack.h"

namespace selaras {

/// "Employers must pay workers the minimum wage, except domestic workers: minimum wage at least MYR 1,700 per month." Empty when the
/// pack has no section `sentence`. A concept that the pack has no word for is told by its id.
std::string sentence(const Frame& frame, const Ontology& ontology, const LanguagePack& pack);

/// "minimum wage at least MYR 1,700 per month". Empty when the pack has no section `sentence`.
std::string phrase(const Quantity& quantity, const Ontology& ontology, const LanguagePack& pack);

}  // namespace selaras
