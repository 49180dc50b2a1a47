#include "report/xml_text.h"

#include <sstream>

#include "base/utf8.h"
#include "report/outward.h"

namespace selaras {
namespace {

bool is_allowed(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return c != 0xFFFE && c != 0xFFFF;
}

}  // namespace

std::string xml_text(std::string_view bytes) {
  const std::string text = as_utf8(bytes);
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const auto c = code_point_at(text, at);
    if (is_allowed(c.value)) out.append(text, at, c.length);
    at += c.length;
  }
  return out;
}

pugi::xml_node add_element(pugi::xml_node& parent, const char* name) { return parent.append_child(name); }

void set(pugi::xml_node& element, const char* attribute, std::string_view text) { element.append_attribute(attribute).set_value(xml_text(text).c_str()); }

std::string printed(const pugi::xml_document& document) {
  std::ostringstream out;
  document.save(out, " ", pugi::format_default, pugi::encoding_utf8);
  return out.str();
}

}  // namespace selaras
