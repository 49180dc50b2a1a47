#include "text/sentence_ends.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/characters.h"
#include "text/fold.h"

namespace selaras {
namespace {

constexpr char32_t kKhmerKhan = 0x17D4;
constexpr char32_t kKhmerBariyoosan = 0x17D5;
constexpr char kKhmerLead = '\xE1';  // the first byte of every Khmer character
constexpr char32_t kBurmeseComma = 0x104A;

bool is_ascii_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

CodePoint last_before(std::string_view text, size_t end) {
  size_t at = end - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return code_point_at(text, at);
}

size_t without_spaces_before(std::string_view text, size_t end) {
  while (end > 0) {
    const CodePoint c = last_before(text, end);
    if (!is_space(c.value)) break;
    end -= c.length;
  }
  return end;
}

size_t without_spaces_after(std::string_view text, size_t at) {
  while (at < text.size()) {
    const CodePoint c = code_point_at(text, at);
    if (!is_space(c.value)) break;
    at += c.length;
  }
  return at;
}

/// The word that ends at `end`, back to a space or an opening mark.
std::string_view word_before(std::string_view text, size_t end) {
  size_t begin = end;
  while (begin > 0 && !is_ascii_space(text[begin - 1]) && text[begin - 1] != '(' && text[begin - 1] != '[' && text[begin - 1] != '"') --begin;
  return text.substr(begin, end - begin);
}

bool starts_with_digit(std::string_view text) { return !text.empty() && digit_value(code_point_at(text, 0).value); }

/// "i.e", "a.m", "U.N"
bool has_inner_stop(std::string_view word) {
  const size_t stop = word.find('.');
  return stop != std::string_view::npos && stop > 0 && stop + 1 < word.size() && !digit_value(code_point_at(word, 0).value);
}

bool is_single_letter(std::string_view word) {
  if (word.empty()) return false;
  const CodePoint c = code_point_at(word, 0);
  return c.length == word.size() && is_letter(c.value);
}

/// "Rs", "Tk", "No", "Art": up to three letters, the first a capital, not an acronym of three.
bool is_short_and_capitalised(std::string_view word) {
  size_t letters = 0;
  size_t capitals = 0;
  for (size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    if (!is_letter(c.value)) return false;
    if (is_upper_case(c.value)) ++capitals;
    if (letters == 0 && capitals == 0) return false;
    ++letters;
    at += c.length;
  }
  return letters > 0 && letters <= 3 && !(letters == 3 && capitals == 3);
}

/// A bullet or the number of a list item at the start of a line.
bool starts_item(std::string_view line) {
  const size_t at = without_spaces_after(line, 0);
  if (at >= line.size()) return false;
  const CodePoint c = code_point_at(line, at);
  const size_t next = at + c.length;
  const auto followed_by_space = [&](size_t from) { return from < line.size() && is_ascii_space(line[from]); };
  switch (c.value) {
    case 0x2022: case 0x25CF: case 0x25AA: case 0x2023: case 0x2043: case 0x2713: case 0x2714: case 0x2717: case 0x2718: return true;
    case '-': case '*': case '+': case 0x2013: case 0x2014: return followed_by_space(next);
    default: break;
  }
  size_t digits_end = at;
  while (digits_end < line.size() && line[digits_end] >= '0' && line[digits_end] <= '9') ++digits_end;
  const bool numbered = digits_end > at && digits_end - at <= 2 && digits_end < line.size() && (line[digits_end] == '.' || line[digits_end] == ')');
  return numbered && followed_by_space(digits_end + 1);
}

bool is_only_digits(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Quotes and brackets that belong to the sentence before them.
bool is_closer(char32_t c) { return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0x00BB; }

/// Past the closing marks and the spaces after them.
uint32_t end_after_closers(std::string_view text, size_t at) {
  while (at < text.size() && is_closer(code_point_at(text, at).value)) at += code_point_at(text, at).length;
  return static_cast<uint32_t>(without_spaces_after(text, at));
}

}  // namespace

SentenceEnds::SentenceEnds(const SentenceRules& rules) : starters_(rules.starters) {
  for (const std::string& word : rules.before_names) before_names_.insert(fold_key(word));
  for (const std::string& word : rules.before_numbers) before_numbers_.insert(fold_key(word));
}

std::vector<uint32_t> SentenceEnds::soft_breaks(std::string_view text) {
  std::vector<uint32_t> breaks;
  for (size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    size_t next = at + 1;
    while (next < text.size() && (text[next] == ' ' || text[next] == '\t' || text[next] == '\r')) ++next;
    size_t before = at;
    while (before > 0 && (text[before - 1] == ' ' || text[before - 1] == '\t' || text[before - 1] == '\r')) --before;
    const bool blank_beside = next >= text.size() || text[next] == '\n' || before == 0 || text[before - 1] == '\n';
    if (blank_beside || starts_item(text.substr(next))) continue;
    if (before < at && text[at - 1] == '\r') breaks.push_back(static_cast<uint32_t>(at - 1));
    breaks.push_back(static_cast<uint32_t>(at));
  }
  return breaks;
}

bool SentenceEnds::goes_on_after_stop(std::string_view word, std::string_view rest) const {
  const std::string key = fold_key(word);
  if (before_names_.contains(key)) return true;
  const bool digit = starts_with_digit(rest);
  if (digit && (before_numbers_.contains(key) || is_short_and_capitalised(word))) return true;
  const CodePoint next = code_point_at(rest, 0);
  const bool abbreviated = is_single_letter(word) || has_inner_stop(word);
  if (abbreviated) return digit || is_lower_case(next.value) || (is_single_letter(word) && is_upper_case(code_point_at(word, 0).value));
  return is_lower_case(next.value);
}

bool SentenceEnds::is_false_end(std::string_view text, uint32_t end) const {
  const size_t last = without_spaces_before(text, end);
  if (last == 0 || end >= text.size()) return false;
  if (text.substr(last, end - last).find('\n') != std::string_view::npos) return false;
  const CodePoint mark = last_before(text, last);
  if (mark.value == kBurmeseComma) return true;
  if (mark.value != '.') return false;
  return goes_on_after_stop(word_before(text, last - 1), text.substr(end));
}

/// A full stop before a digit, which ICU takes for the inside of a sentence when a small letter follows the number.
bool SentenceEnds::is_missed_stop(std::string_view text, size_t stop, size_t next) const {
  if (next == stop + 1 || next >= text.size() || !starts_with_digit(text.substr(next))) return false;
  const std::string_view word = word_before(text, stop);
  const bool list_number = is_only_digits(word) && word.size() <= 2 && without_spaces_before(text, stop - word.size()) == 0;
  return !word.empty() && !list_number && !goes_on_after_stop(word, text.substr(next));
}

bool SentenceEnds::begins_with_starter(std::string_view rest) const {
  return std::any_of(starters_.begin(), starters_.end(), [&](const std::string& word) { return rest.substr(0, word.size()) == word; });
}

void SentenceEnds::add_missed_ends(std::string_view text, std::vector<uint32_t>& ends) const {
  for (size_t stop = text.find('.'); stop != std::string_view::npos; stop = text.find('.', stop + 1)) {
    const size_t word = without_spaces_after(text, stop + 1);
    if (is_missed_stop(text, stop, word)) ends.push_back(static_cast<uint32_t>(word));
  }
  for (size_t at = text.find(kKhmerLead); at != std::string_view::npos; at = text.find(kKhmerLead, at + 1)) {
    const CodePoint c = code_point_at(text, at);
    if (c.value == kKhmerKhan || c.value == kKhmerBariyoosan) ends.push_back(end_after_closers(text, at + c.length));
  }
  if (starters_.empty()) return;
  for (size_t space = text.find(' ', 1); space != std::string_view::npos; space = text.find(' ', space + 1)) {
    if (begins_with_starter(text.substr(space + 1))) ends.push_back(static_cast<uint32_t>(space + 1));
  }
}

std::vector<uint32_t> SentenceEnds::mend(std::string_view text, const std::vector<uint32_t>& found) const {
  std::vector<uint32_t> ends;
  ends.reserve(found.size() + 1);
  for (const uint32_t end : found) {
    if (!is_false_end(text, end)) ends.push_back(end);
  }
  add_missed_ends(text, ends);
  std::sort(ends.begin(), ends.end());
  ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
  return ends;
}

}  // namespace selaras
