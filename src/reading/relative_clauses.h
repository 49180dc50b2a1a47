// Where relative clauses stand in a sentence: "people *who never registered* pay". What is said inside one is said of those it tells apart,
// not of the sentence's own act. A clause ends where its own verb is followed by another one, the verb of the sentence, or at the next cut.
#pragma once

#include <string_view>
#include <vector>

#include "reading/reading.h"

namespace selaras {

/// Spans in the block's text, in order, each from its relative word on. `clauses` are those of the sentence.
std::vector<Span> find_relative_clauses(std::string_view text, const std::vector<Clause>& clauses, const ReadBlock& read, const LanguagePack& pack);

/// Whether the offset lies in a relative clause of the sentence.
bool in_relative_clause(const Sentence& sentence, uint32_t offset);

}  // namespace selaras
