#include "text/stand_ins.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "base/utf8.h"

namespace selaras {
namespace {

/// A symbol or punctuation of no script that joins nothing and ends nothing: "*" and "$" are such, and so are most emoji.
bool stands_alone(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(c, &status) == USCRIPT_COMMON && (U_GET_GC_MASK(c) & (U_GC_S_MASK | U_GC_P_MASK)) != 0 && u_getIntPropertyValue(c, UCHAR_WORD_BREAK) == U_WB_OTHER &&
         u_getIntPropertyValue(c, UCHAR_SENTENCE_BREAK) == U_SB_OTHER;
}

/// The ASCII character of the same classes in ICU's root rules for words and sentences, and of the same kind of token; 0 for none.
char stand_in_of(char32_t c) {
  switch (c) {
    case 0x2013: case 0x2014: return '-';   // dashes
    case 0x2018: case 0x2019: return '\'';  // single quotes, the apostrophe
    case 0x201C: case 0x201D: return '"';   // double quotes
    case 0x00A0: return '\t';               // a space that joins no other
    default: break;
  }
  const auto symbol = static_cast<UChar32>(c);
  if (!stands_alone(symbol)) return 0;
  return u_ispunct(symbol) != 0 ? '*' : '$';
}

}  // namespace

/// Offsets are asked for in ascending order.
class StandIns::WayBack {
 public:
  explicit WayBack(const std::vector<Shift>& shifts) : shifts_(shifts) {}

  uint32_t operator()(uint32_t offset) {
    while (next_ < shifts_.size() && shifts_[next_].from <= offset) bytes_ = shifts_[next_++].bytes;
    return offset + bytes_;
  }

 private:
  const std::vector<Shift>& shifts_;
  size_t next_ = 0;
  uint32_t bytes_ = 0;
};

bool StandIns::assign(std::string_view utf8) {
  text_.clear();
  shifts_.clear();
  for (size_t at = 0; at < utf8.size();) {
    size_t end = at;
    while (end < utf8.size() && static_cast<unsigned char>(utf8[end]) < 0x80) ++end;
    text_.append(utf8, at, end - at);
    if (end == utf8.size()) break;
    const CodePoint c = code_point_at(utf8, end);
    const char stand_in = stand_in_of(c.value);
    if (stand_in == 0) return false;
    text_.push_back(stand_in);
    at = end + c.length;
    shifts_.push_back({static_cast<uint32_t>(text_.size()), static_cast<uint32_t>(at - text_.size())});
  }
  return true;
}

void StandIns::to_source(std::vector<Token>& tokens) const {
  WayBack source(shifts_);
  for (Token& token : tokens) token.span = {source(token.span.begin), source(token.span.end)};
}

void StandIns::to_source(std::vector<uint32_t>& ends) const {
  WayBack source(shifts_);
  for (uint32_t& end : ends) end = source(end);
}

}  // namespace selaras
