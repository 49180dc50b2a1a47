// The content of a file and what keeps it in memory: a string of its own, or a mapping of the file. Copies share it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace selaras {

struct FileBytes {
  std::shared_ptr<const void> owner;
  std::string_view bytes;  // live as long as `owner` does

  static FileBytes of(std::string text) {
    const auto own = std::make_shared<const std::string>(std::move(text));
    return {own, *own};
  }
};

}  // namespace selaras
