#include "report/outward.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace selaras {
namespace {

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::string_view("-._~").find(c) != std::string_view::npos;
}

}  // namespace

Level level_of(Severity severity) {
  if (severity >= Severity::major) return Level::error;
  return severity == Severity::minor ? Level::warning : Level::note;
}

Level level_of(const Finding& finding) { return finding.strength == Strength::ask ? Level::note : level_of(finding.severity); }

Level level_of(const Diagnostic& diagnostic) {
  switch (diagnostic.level) {
    case Diagnostic::Level::error: return Level::error;
    case Diagnostic::Level::warning: return Level::warning;
    case Diagnostic::Level::note: break;
  }
  return Level::note;
}

std::string_view name(Level level) {
  static constexpr std::array<std::string_view, 3> names = {"note", "warning", "error"};
  return names[static_cast<size_t>(level)];
}

std::vector<const Finding*> open_findings(const Report& report) {
  std::vector<const Finding*> open;
  for (const auto& finding : report.findings) {
    if (!finding.is_waived() && !finding.is_known()) open.push_back(&finding);
  }
  return open;
}

std::vector<const Diagnostic*> errors_of(const Report& report) {
  std::vector<const Diagnostic*> errors;
  for (const auto& diagnostic : report.diagnostics.all()) {
    if (diagnostic.level == Diagnostic::Level::error) errors.push_back(&diagnostic);
  }
  return errors;
}

std::string quote_of(const Finding& finding) { return std::string(slice(finding.file->text(), finding.span)); }

std::string as_utf8(std::string_view bytes) {
  std::string text;
  while (const auto fault = find_text_fault(bytes)) {
    text += bytes.substr(0, fault->offset);
    text += "\xEF\xBF\xBD";
    bytes.remove_prefix(fault->offset + 1);
  }
  return text.append(bytes);
}

std::string path_uri(std::string_view path) {
  std::string uri(path.starts_with('/') ? "file://" : "");
  // A first part with a colon would be read as a scheme; it is encoded below like every other character that is not plain.
  for (const char c : path) {
    if (is_unreserved(c) || c == '/') {
      uri += c;
    } else {
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return uri;
}

std::string waiver_text(const Suppression& suppression) {
  std::string text = "waiver " + suppression.waiver;
  if (suppression.expires) text += " until " + suppression.expires->iso();
  if (!suppression.justification.empty()) text += ": " + suppression.justification;
  if (!suppression.approver.empty()) text += " (approved by " + suppression.approver + ")";
  return text;
}

BytePlace byte_place(const SourceFile& file, uint32_t offset) {
  const auto at = file.position(offset);
  return {at.line, at.offset - file.line_start(at.line) + 1};
}

std::string rule_text(const Provision& provision) {
  std::string source = provision.instrument.title;
  if (!provision.source.section.empty()) source += (source.empty() ? "" : ", ") + provision.source.section;
  return fmt::format("{}: {}{}", provision.id, provision.statement, source.empty() ? "" : " (" + source + ")");
}

std::string home_uri() { return SELARAS_HOMEPAGE; }

std::string help_uri(std::string_view check) {
  std::string page(check);
  std::replace(page.begin(), page.end(), '/', '-');
  return home_uri() + "docs/checks/" + page + ".md";
}

}  // namespace selaras
