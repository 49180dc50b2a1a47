// How a report is told to other programs, whatever their format: levels, the findings that are open, paths as URIs, bytes as text. Shared by
// the files of the formats; prints nothing itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/report_model.h"

namespace selaras {

/// The three levels that other tools know: blocker and major are errors, minor is a warning, note and everything of strength *ask* a note.
enum class Level : uint8_t { note, warning, error };

Level level_of(Severity severity);
Level level_of(const Finding& finding);
Level level_of(const Diagnostic& diagnostic);
/// error, warning, note
std::string_view name(Level level);

/// The findings that are neither waived nor in the baseline, in the order of the report.
std::vector<const Finding*> open_findings(const Report& report);
/// Errors that kept something from being checked.
std::vector<const Diagnostic*> errors_of(const Report& report);

/// The span as text. Files are valid UTF-8, so this is too.
std::string quote_of(const Finding& finding);
/// Paths are bytes of the file system: what is no UTF-8 in them becomes U+FFFD.
std::string as_utf8(std::string_view bytes);
/// A path as a URI reference (RFC 3986): relative ones percent-encoded with `/` between their parts, absolute ones with `file://`.
std::string path_uri(std::string_view path);
/// `waiver W-12 until 2027-01-01: the words of its reason`
std::string waiver_text(const Suppression& suppression);
/// Line and column in **bytes** from 1, as compilers count.
struct BytePlace {
  uint32_t line = 1;
  uint32_t column = 1;
};
BytePlace byte_place(const SourceFile& file, uint32_t offset);
/// The sentence of the rule with where it comes from: `MY-WAGE-01: The minimum wage is … (Minimum Wages Order, section 2)`.
std::string rule_text(const Provision& provision);
/// Where the page of a check is: on the project's site, or among the installed documents.
std::string help_uri(std::string_view check);
/// The project's site, or the folder of the installed documents.
std::string home_uri();

}  // namespace selaras
