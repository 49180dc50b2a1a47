// The diagnostic format of reviewdog (reviewdog.proto, RDFormat): columns are UTF-8 bytes from 1, ends are exclusive. rdjsonl has one
// diagnostic a line, rdjson all of them in one object.
#include "report/formats.h"
#include "report/json_values.h"
#include "report/outward.h"

namespace selaras {
namespace {

using Json = nlohmann::ordered_json;

std::string_view severity(Level level) {
  if (level == Level::error) return "ERROR";
  return level == Level::warning ? "WARNING" : "INFO";
}

Json position(const SourceFile& file, uint32_t offset) {
  const auto at = byte_place(file, offset);
  return {{"line", at.line}, {"column", at.column}};
}

Json range(const SourceFile& file, Span span) { return {{"start", position(file, span.begin)}, {"end", position(file, span.end)}}; }

Json location(const SourceFile& file, Span span) { return {{"path", file.path()}, {"range", range(file, span)}}; }

Json source() { return {{"name", "selaras"}, {"url", home_uri()}}; }

Json diagnostic(const Finding& finding) {
  Json json = {{"message", finding.message},
               {"location", location(*finding.file, finding.span)},
               {"severity", severity(level_of(finding))},
               {"source", source()},
               {"code", {{"value", finding.check}, {"url", help_uri(finding.check)}}}};
  if (finding.repair) json["suggestions"] = Json::array({{{"range", range(*finding.file, finding.repair->replaces)}, {"text", finding.repair->text}}});
  for (const auto& other : finding.related) {
    json["related_locations"].push_back({{"message", "in message " + other.message_id}, {"location", location(*other.file, other.span)}});
  }
  json["original_output"] = one_line(finding_json(finding));
  return json;
}

Json diagnostic(const Diagnostic& error) {
  Json location = {{"path", error.path}};
  if (error.start.line > 0) location["range"] = {{"start", {{"line", error.start.line}}}};
  return {{"message", error.message + " (" + error.remedy + ")"},
          {"location", location},
          {"severity", severity(Level::error)},
          {"source", source()},
          {"code", {{"value", "selaras"}}}};
}

Json diagnostics(const Report& report) {
  Json all = Json::array();
  for (const auto* error : errors_of(report)) all.push_back(diagnostic(*error));
  for (const auto* finding : open_findings(report)) all.push_back(diagnostic(*finding));
  return all;
}

std::string_view worst(const Report& report) {
  Level worst = errors_of(report).empty() ? Level::note : Level::error;
  for (const auto* finding : open_findings(report)) worst = std::max(worst, level_of(*finding));
  return severity(worst);
}

}  // namespace

std::string to_rdjson(const Report& report) {
  const Json json = {{"source", source()}, {"severity", worst(report)}, {"diagnostics", diagnostics(report)}};
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string to_rdjsonl(const Report& report) {
  std::string out;
  for (const auto& json : diagnostics(report)) out += one_line(json) + "\n";
  return out;
}

}  // namespace selaras
