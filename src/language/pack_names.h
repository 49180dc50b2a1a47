// The names that pack files use for the classes of cues and bounds, and the units they may count in. Private to language/.
#pragma once

#include <array>
#include <string_view>

namespace selaras {

/// In the order of CueClass.
inline constexpr std::array<std::string_view, 77> kCueNames = {
    "negation", "obligation", "prohibition", "no-obligation", "permission", "inability", "entitlement", "future", "possibility",
    "condition", "exception", "only", "quantifier-all", "quantifier-none", "quantifier-some", "absolute", "hedge", "certainty",
    "attribution", "denial", "question", "past", "formerly", "now", "no-longer", "until", "since", "before", "after", "ended", "begins",
    "proposed", "not-yet", "correction", "sanction", "imperative", "second-person", "third-person", "conjunction", "disjunction",
    "contrast", "dialling", "dialling-link", "reference", "age", "ordinal", "article", "advice", "advice-against", "lacking",
    "inclusion", "example", "regardless", "not-only", "replaced", "first-person", "relative", "purpose", "cause", "inclusive",
    "time-before", "no-entitlement", "auxiliary", "part-of", "quantifier-any", "quantifier-many", "quantifier-most", "quantifier-few", "quantifier-a-few",
    "occasion", "occasion-all", "occasion-none", "instead", "degree", "even", "others", "nearly",
};

/// In the order of BoundCue.
inline constexpr std::array<std::string_view, 11> kBoundNames = {
    "at-most", "less-than", "at-least", "more-than", "about", "between", "from", "to", "unbounded", "only", "per",
};

/// What quantities are counted in, besides money.
inline constexpr std::array<std::string_view, 46> kUnitNames = {
    "second", "minute", "hour", "day", "working-day", "week", "month", "year", "age-year", "percent", "person", "worker", "family",
    "household", "child", "trip", "shift", "call", "copy", "page", "photo", "time", "am", "pm", "metre", "kilometre", "kilogram",
    "litre", "kilowatt-hour", "point", "character", "word", "visit", "application", "passport", "contract", "job", "case", "night",
    "meal", "dose", "wage", "oclock", "age-month", "buddhist-year", "common-year",
};

}  // namespace selaras
