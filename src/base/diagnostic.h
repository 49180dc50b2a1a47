// What went wrong with a file that a person wrote: where, what, and what to do about it. A diagnostic is about the inputs
// (broken YAML, an unknown field, an unreadable file), never about what a message says: that is a finding.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/source_file.h"
#include "base/span.h"

namespace selaras {

struct Diagnostic {
  enum class Level : uint8_t { error, warning, note };  // a note may well be meant so

  Level level = Level::error;
  std::string path;
  Position start;  // line 0: the file as a whole
  std::string message;
  std::string remedy;
  bool operator==(const Diagnostic& other) const {
    return path == other.path && start.offset == other.start.offset && message == other.message;
  }
};

/// Collects the diagnostics of one loading step, at most a hundred errors a file: what follows is counted, and not told. Not thread safe: one per thread, merged in order afterwards.
class Diagnostics {
 public:
  void error(const SourceFile& file, Span where, std::string message, std::string remedy);
  void warning(const SourceFile& file, Span where, std::string message, std::string remedy);
  /// For a file that has no text to point into (missing, unreadable, too large).
  void file_error(std::string_view path, std::string message, std::string remedy);

  void append(const Diagnostics& other);
  const std::vector<Diagnostic>& all() const { return all_; }
  bool has_errors() const { return errors_ > 0; }
  size_t error_count() const { return errors_; }

 private:
  void add(Diagnostic diagnostic);
  bool has_room(const SourceFile& file);

  std::vector<Diagnostic> all_;
  std::map<std::string, size_t> errors_of_;
  size_t errors_ = 0;
};

std::string_view name(Diagnostic::Level level);

/// `path:line:column: error: message (remedy)`, the form that editors jump to.
std::string to_line(const Diagnostic& diagnostic);

}  // namespace selaras
