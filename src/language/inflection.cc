#include "language/inflection.h"

#include <algorithm>

#include "base/span.h"
#include "text/fold.h"

namespace selaras {
namespace {

/// The last character of a word; empty for an empty word.
std::string_view last_character(std::string_view word) {
  if (word.empty()) return word;
  size_t at = word.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(word[at]) & 0xC0U) == 0x80U) --at;
  return word.substr(at);
}

bool fits(const InflectionRow& row, std::string_view word, std::string_view lower) {
  if (lower.size() != word.size() || !lower.ends_with(row.ends)) return false;
  const std::string_view before = last_character(lower.substr(0, lower.size() - row.ends.size()));
  const auto among = [&](const std::string& characters) { return !before.empty() && characters.find(before) != std::string::npos; };
  return (row.after.empty() || among(row.after)) && (row.not_after.empty() || !among(row.not_after));
}

void add_new(std::vector<std::string>& forms, std::string form) {
  if (std::find(forms.begin(), forms.end(), form) == forms.end()) forms.push_back(std::move(form));
}

/// The bytes of the word that varies.
Span head_span(std::string_view phrase, Head head) {
  const size_t space = head == Head::first ? phrase.find(' ') : phrase.rfind(' ');
  const auto size = static_cast<uint32_t>(phrase.size());
  if (space == std::string_view::npos) return {0, size};
  const auto at = static_cast<uint32_t>(space);
  return head == Head::first ? Span{0, at} : Span{at + 1, size};
}

}  // namespace

std::vector<std::string> Paradigm::forms(std::string_view word) const {
  std::vector<std::string> all{std::string(word)};
  const std::string lower = fold_key(word);
  if (const auto found = irregular.find(lower); found != irregular.end()) {
    for (const std::string& form : found->second) add_new(all, form);
    return all;
  }
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const InflectionRow& r) { return fits(r, word, lower); });
  if (row == rows.end()) return all;
  const std::string stem(word.substr(0, word.size() - row->ends.size()));
  for (const std::string& ending : row->becomes) add_new(all, stem + ending);
  return all;
}

std::vector<std::string> phrase_forms(std::string_view phrase, const Paradigm& paradigm, Head head) {
  std::string text(phrase);
  Span varying = head_span(text, head);
  if (const size_t mark = text.find('~'); mark != std::string::npos) {
    text.erase(mark, 1);
    const size_t space = mark == 0 ? std::string::npos : text.rfind(' ', mark - 1);
    varying = {space == std::string::npos ? 0 : static_cast<uint32_t>(space + 1), static_cast<uint32_t>(mark)};
  }
  std::vector<std::string> forms;
  for (const std::string& form : paradigm.forms(slice(text, varying))) {
    forms.push_back(text.substr(0, varying.begin) + form + text.substr(varying.end));
  }
  return forms;
}

}  // namespace selaras
