#include "judge/share.h"

#include <array>
#include <string_view>

namespace selaras {

std::string Share::describe() const {
  constexpr std::array<std::string_view, 5> names = {"none", "few", "some", "many", "all"};
  std::string text;
  for (size_t cell = 0; cell < names.size(); ++cell) {
    if (((cells_ >> cell) & 1U) == 0) continue;
    if (!text.empty()) text += ' ';
    text += names[cell];
  }
  return text;
}

}  // namespace selaras
