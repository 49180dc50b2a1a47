// Stems for finding, never for deciding: two words with one stem are worth a closer look, no more. Snowball where it has the
// language, the folded word itself where it has not.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace selaras {

/// Not thread safe; one a thread.
class Stemmer {
 public:
  explicit Stemmer(std::string_view language);
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;

  const std::string& language() const { return language_; }
  /// The stem of a folded word.
  std::string stem(std::string_view folded_word) const;

 private:
  struct Snowball;
  std::string language_;
  std::unique_ptr<Snowball> snowball_;
};

}  // namespace selaras
