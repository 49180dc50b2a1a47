// A text as ICU wants it, UTF-16, with the way from each unit back to its UTF-8 byte. Private to text/: ICU is several times faster on
// UTF-16 than on UTF-8 (measured), so texts are converted once and offsets are translated.
#pragma once

#include <unicode/unistr.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace selaras {

class Utf16Text {
 public:
  /// Replaces the text; keeps the memory. `utf8` must be valid UTF-8.
  void assign(std::string_view utf8);

  const icu::UnicodeString& units() const { return units_; }
  icu::UnicodeString& units() { return units_; }
  /// The byte at which a unit starts; the end of the units is the end of the bytes.
  uint32_t byte_offset(int32_t unit) const {
    return offsets_.empty() ? static_cast<uint32_t>(unit) : offsets_[static_cast<size_t>(unit)];
  }

 private:
  icu::UnicodeString units_;
  std::vector<uint32_t> offsets_;  // one a unit, and one for the end; empty for ASCII
};

}  // namespace selaras
