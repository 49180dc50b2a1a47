// What XML 1.0 can hold, and printing a pugixml document to a string.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace selaras {

/// The text without the characters that XML 1.0 does not allow (section 2.2), bytes that are no UTF-8 as U+FFFD. Marking up is pugixml's.
std::string xml_text(std::string_view text);

pugi::xml_node add_element(pugi::xml_node& parent, const char* name);
void set(pugi::xml_node& element, const char* attribute, std::string_view text);
/// With the declaration `<?xml version="1.0" encoding="UTF-8"?>`.
std::string printed(const pugi::xml_document& document);

}  // namespace selaras
