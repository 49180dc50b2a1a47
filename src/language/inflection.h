// How the words of a language vary, as rows of a table: the first row whose ending fits gives all forms. Applied when a pack is loaded,
// so that matching knows no grammar. Private to language/.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace selaras {

struct InflectionRow {
  std::string ends;                   // "" fits every word
  std::string after;                  // characters of which one must stand before the ending; "" for any
  std::string not_after;              // characters of which none may
  std::vector<std::string> becomes;   // what takes the ending's place; the word itself is always a form too
};

struct Paradigm {
  std::vector<InflectionRow> rows;
  std::map<std::string, std::vector<std::string>> irregular;  // folded word -> its other forms

  /// All forms of one word, itself first, without doubles.
  std::vector<std::string> forms(std::string_view word) const;
};

/// Which word of a phrase varies when the phrase does not mark one.
enum class Head : uint8_t { first, last };

/// Every form of a phrase, the written one first. `~` after one of its words: this word varies, whatever `head` says.
std::vector<std::string> phrase_forms(std::string_view phrase, const Paradigm& paradigm, Head head);

}  // namespace selaras
