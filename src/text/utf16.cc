#include "text/utf16.h"

namespace selaras {

void Utf16Text::assign(std::string_view utf8) {
  units_ = icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
  offsets_.clear();
  if (static_cast<size_t>(units_.length()) == utf8.size()) return;  // only ASCII is as long in both
  offsets_.reserve(static_cast<size_t>(units_.length()) + 1);
  for (uint32_t at = 0; at < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[at]);
    const uint32_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    offsets_.push_back(at);
    if (length == 4) offsets_.push_back(at);
    at += length;
  }
  offsets_.push_back(static_cast<uint32_t>(utf8.size()));
}

}  // namespace selaras
