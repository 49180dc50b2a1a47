// Reads what a pack says of naming and telling: the section `sentence` of the grammar and the first phrase of each term, unit and
// place. Private to language/.
#pragma once

#include "data/fields.h"
#include "language/inflection.h"
#include "language/wording.h"
#include "ontology/ontology.h"

namespace selaras {

/// `uncounted` nouns have no plural.
Naming naming_of(std::string_view written, const Paradigm& noun, const std::vector<std::string>& uncounted);

/// Returns the uncounted nouns, which the terms that are read later need.
std::vector<std::string> read_wording(Fields& grammar, const Paradigm& noun, const Ontology& ontology, Wording& wording);

}  // namespace selaras
