#include "base/diagnostic.h"

#include <fmt/format.h>

namespace selaras {
namespace {

constexpr size_t kMostPerFile = 100;

}  // namespace

void Diagnostics::add(Diagnostic diagnostic) {
  if (diagnostic.level == Diagnostic::Level::error) ++errors_;
  all_.push_back(std::move(diagnostic));
}

/// False from the hundredth on, which says so itself.
bool Diagnostics::has_room(const SourceFile& file) {
  const size_t count = ++errors_of_[file.path()];
  if (count == kMostPerFile) file_error(file.path(), "more is wrong with this file than is told here", "mend what is told, then run again");
  return count < kMostPerFile;
}

void Diagnostics::error(const SourceFile& file, Span where, std::string message, std::string remedy) {
  if (!has_room(file)) {
    ++errors_;
    return;
  }
  add({Diagnostic::Level::error, file.path(), file.position(where.begin), std::move(message), std::move(remedy)});
}

void Diagnostics::warning(const SourceFile& file, Span where, std::string message, std::string remedy) {
  add({Diagnostic::Level::warning, file.path(), file.position(where.begin), std::move(message), std::move(remedy)});
}

void Diagnostics::file_error(std::string_view path, std::string message, std::string remedy) {
  add({Diagnostic::Level::error, std::string(path), {0, 0, 0}, std::move(message), std::move(remedy)});
}

void Diagnostics::append(const Diagnostics& other) {
  all_.insert(all_.end(), other.all_.begin(), other.all_.end());
  errors_ += other.errors_;
}

std::string_view name(Diagnostic::Level level) {
  switch (level) {
    case Diagnostic::Level::error: return "error";
    case Diagnostic::Level::warning: return "warning";
    case Diagnostic::Level::note: return "note";
  }
  return "";
}

std::string to_line(const Diagnostic& diagnostic) {
  const std::string place =
      diagnostic.start.line == 0
          ? diagnostic.path
          : fmt::format("{}:{}:{}", diagnostic.path, diagnostic.start.line, diagnostic.start.column);
  const std::string remedy = diagnostic.remedy.empty() ? "" : fmt::format(" ({})", diagnostic.remedy);
  return fmt::format("{}: {}: {}{}", place, name(diagnostic.level), diagnostic.message, remedy);
}

}  // namespace selaras
