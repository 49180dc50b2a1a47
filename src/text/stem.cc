#include "text/stem.h"

#include <libstemmer.h>

namespace selaras {

struct Stemmer::Snowball {
  sb_stemmer* stemmer = nullptr;
  ~Snowball() {
    if (stemmer != nullptr) sb_stemmer_delete(stemmer);
  }
};

Stemmer::Stemmer(std::string_view language) : language_(language), snowball_(std::make_unique<Snowball>()) {
  snowball_->stemmer = sb_stemmer_new(language_.c_str(), "UTF_8");
}
Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;

std::string Stemmer::stem(std::string_view word) const {
  if (snowball_->stemmer == nullptr) return std::string(word);
  const auto* stemmed = sb_stemmer_stem(snowball_->stemmer, reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size()));
  if (stemmed == nullptr) return std::string(word);
  return {reinterpret_cast<const char*>(stemmed), static_cast<size_t>(sb_stemmer_length(snowball_->stemmer))};
}

}  // namespace selaras
