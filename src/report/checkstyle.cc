#include <map>

#include "report/formats.h"
#include "report/outward.h"
#include "report/xml_text.h"

namespace selaras {
namespace {

struct Row {
  uint32_t line, column;
  Level level;
  std::string message, source;
};

void add(pugi::xml_node& file, const Row& row) {
  auto error = add_element(file, "error");
  error.append_attribute("line").set_value(std::max(row.line, 1U));
  error.append_attribute("column").set_value(std::max(row.column, 1U));
  set(error, "severity", row.level == Level::note ? "info" : name(row.level));
  set(error, "message", row.message);
  set(error, "source", row.source);
}

}  // namespace

std::string to_checkstyle(const Report& report) {
  std::map<std::string, std::vector<Row>> files;
  for (const auto& message : report.checked) files[message.path];  // a file without rows says that it was looked at
  for (const auto* error : errors_of(report)) {
    files[error->path].push_back({error->start.line, error->start.column, Level::error, error->message + " (" + error->remedy + ")", "selaras"});
  }
  for (const auto* finding : open_findings(report)) {
    const auto at = finding->file->position(finding->span.begin);
    files[finding->file->path()].push_back({at.line, at.column, level_of(*finding), finding->message, "selaras." + finding->check});
  }
  pugi::xml_document document;
  auto root = document.append_child("checkstyle");
  set(root, "version", "4.3");
  for (const auto& [path, rows] : files) {
    auto file = add_element(root, "file");
    set(file, "name", path);
    for (const auto& row : rows) add(file, row);
  }
  return printed(document);
}

}  // namespace selaras
