#include "engine/hash.h"

#include <openssl/evp.h>

#include <fmt/format.h>

#include <array>

namespace selaras {

struct Hasher::State {
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  State() { EVP_DigestInit_ex(context, EVP_sha256(), nullptr); }
  ~State() { EVP_MD_CTX_free(context); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
};

Hasher::Hasher() : state_(std::make_unique<State>()) {}
Hasher::~Hasher() = default;

Hasher& Hasher::add(std::string_view part) {
  const std::string size = fmt::format("{}:", part.size());
  EVP_DigestUpdate(state_->context, size.data(), size.size());
  EVP_DigestUpdate(state_->context, part.data(), part.size());
  return *this;
}

std::string Hasher::hex16() const {
  EVP_MD_CTX* copy = EVP_MD_CTX_new();
  EVP_MD_CTX_copy_ex(copy, state_->context);
  std::array<unsigned char, 32> digest{};
  EVP_DigestFinal_ex(copy, digest.data(), nullptr);
  EVP_MD_CTX_free(copy);
  std::string hex;
  for (size_t i = 0; i < 8; ++i) hex += fmt::format("{:02x}", digest[i]);
  return hex;
}

}  // namespace selaras
