#include "message/html_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/utf8.h"

namespace selaras {
namespace {

constexpr std::string_view kCommentBegin = "<!--";
constexpr std::string_view kCommentEnd = "-->";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }
bool is_ascii_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

bool starts_with_folded(std::string_view text, std::string_view folded) {
  return text.size() >= folded.size() &&
         std::equal(folded.begin(), folded.end(), text.begin(), [](char a, char b) { return a == lower(b); });
}

size_t find_folded(std::string_view text, std::string_view folded) {
  for (size_t at = 0; at + folded.size() <= text.size(); ++at) {
    if (starts_with_folded(text.substr(at), folded)) return at;
  }
  return std::string_view::npos;
}

bool opens_tag(std::string_view rest) {
  if (rest.size() < 2) return false;
  return is_ascii_letter(rest[1]) || rest[1] == '/' || rest[1] == '!' || rest[1] == '?';
}

bool is_inline_tag(std::string_view tag) {
  tag.remove_prefix(tag.starts_with("</") ? 2 : 1);
  size_t length = 0;
  while (length < tag.size() && is_ascii_letter(tag[length])) ++length;
  std::string name(tag.substr(0, length));
  std::transform(name.begin(), name.end(), name.begin(), lower);
  constexpr std::array<std::string_view, 14> kInline = {"a",    "b",     "i",   "u",   "s",    "em",   "strong",
                                                        "span", "small", "sub", "sup", "mark", "code", "font"};
  return std::find(kInline.begin(), kInline.end(), name) != kInline.end();
}

std::string from_code_point(uint32_t value) {
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value == 0 || value > 0x10FFFF || surrogate) value = 0xFFFD;
  std::string text;
  append_utf8(text, static_cast<char32_t>(value));
  return text;
}

std::string decode_numeric(std::string_view digits) {
  const bool hex = lower(digits.front()) == 'x';
  if (hex) digits.remove_prefix(1);
  uint32_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
  return from_code_point(error == std::errc{} && end == digits.data() + digits.size() ? value : 0);
}

// The names of HTML 4 that people type in prose.
constexpr std::array<std::pair<std::string_view, uint32_t>, 40> kNames = {{
    {"amp", '&'},      {"lt", '<'},        {"gt", '>'},       {"quot", '"'},      {"apos", '\''},    {"nbsp", 0xA0},
    {"iexcl", 0xA1},   {"cent", 0xA2},     {"pound", 0xA3},   {"yen", 0xA5},      {"sect", 0xA7},    {"copy", 0xA9},
    {"laquo", 0xAB},   {"shy", 0xAD},      {"reg", 0xAE},     {"deg", 0xB0},      {"plusmn", 0xB1},  {"sup2", 0xB2},
    {"para", 0xB6},    {"middot", 0xB7},   {"raquo", 0xBB},   {"frac14", 0xBC},   {"frac12", 0xBD},  {"frac34", 0xBE},
    {"iquest", 0xBF},  {"times", 0xD7},    {"ndash", 0x2013}, {"mdash", 0x2014},  {"lsquo", 0x2018}, {"rsquo", 0x2019},
    {"ldquo", 0x201C}, {"rdquo", 0x201D},  {"bull", 0x2022},  {"hellip", 0x2026}, {"euro", 0x20AC},  {"trade", 0x2122},
    {"rarr", 0x2192},  {"thinsp", 0x2009}, {"zwnj", 0x200C},  {"zwj", 0x200D},
}};

}  // namespace

std::vector<HtmlText::Piece> HtmlText::words(std::string_view html) {
  std::vector<Piece> found;
  for (size_t at = 0; at < html.size();) {
    const std::string_view rest = html.substr(at);
    if (state_ == State::words) {
      const size_t stop = leave_words(rest);
      if (stop > 0) {
        found.push_back({{static_cast<uint32_t>(at), static_cast<uint32_t>(at + stop)}, starts_line_});
        starts_line_ = false;
      }
      at += stop;
      if (state_ != State::words && !is_inline_tag(html.substr(at))) starts_line_ = true;
    } else if (state_ == State::tag) {
      at += close(rest, ">");
    } else {
      at += close(rest, state_ == State::comment ? kCommentEnd : std::string_view(hidden_end_));
    }
  }
  return found;
}

/// The length of the words at the start of `rest`; the state after them is set.
size_t HtmlText::leave_words(std::string_view rest) {
  size_t stop = rest.find('<');
  while (stop != std::string_view::npos && !opens_tag(rest.substr(stop))) stop = rest.find('<', stop + 1);
  if (stop == std::string_view::npos) return rest.size();
  const std::string_view tag = rest.substr(stop);
  state_ = State::tag;
  if (tag.starts_with(kCommentBegin)) state_ = State::comment;
  for (const std::string_view hidden : {"script", "style"}) {
    if (!starts_with_folded(tag.substr(1), hidden)) continue;
    state_ = State::hidden;
    hidden_end_ = "</" + std::string(hidden) + ">";
  }
  return stop;
}

/// The bytes up to and with the closing mark; all of them while it is not there yet.
size_t HtmlText::close(std::string_view rest, std::string_view mark) {
  const size_t end = find_folded(rest, mark);
  if (end == std::string_view::npos) return rest.size();
  state_ = State::words;
  return end + mark.size();
}

std::string decode_entity(std::string_view entity) {
  if (entity.size() < 4 || entity.front() != '&' || entity.back() != ';') return std::string(entity);
  const std::string_view inner = entity.substr(1, entity.size() - 2);
  if (inner.front() == '#') return decode_numeric(inner.substr(1));
  const auto known = std::find_if(kNames.begin(), kNames.end(), [&](const auto& name) { return name.first == inner; });
  return known == kNames.end() ? std::string(entity) : from_code_point(known->second);
}

bool is_line_break_tag(std::string_view html) {
  if (!starts_with_folded(html, "<br")) return false;
  const std::string_view rest = html.substr(3);
  return !rest.empty() && !is_ascii_letter(rest.front());
}

}  // namespace selaras
