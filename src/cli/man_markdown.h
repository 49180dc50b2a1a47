// Our format documents (docs/formats, Markdown) as the body of a manual page, in the man macros that groff and mandoc read.
#pragma once

#include <string>
#include <string_view>

namespace selaras {

/// Text for a line of roff: backslashes, dashes and a leading dot are only themselves.
std::string roff(std::string_view text);
/// Headings become sections, tables lists of terms, code examples. The title line (`# …`) becomes a section too.
std::string man_body(std::string_view markdown);

}  // namespace selaras
