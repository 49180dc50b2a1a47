#include "report/json_values.h"

namespace selaras {
namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }
Json or_null(const std::optional<Date>& date) { return date ? Json(date->iso()) : Json(nullptr); }

Json position(const SourceFile& file, uint32_t offset) {
  const auto at = file.position(offset);
  return {{"offset", at.offset}, {"line", at.line}, {"column", at.column}};
}

std::string quote(const SourceFile& file, Span span) { return std::string(slice(file.text(), span)); }

Json evidence(const Provision& provision) {
  return {{"kind", "provision"},
          {"id", provision.id},
          {"jurisdiction", provision.jurisdiction},
          {"statement", provision.statement},
          {"instrument", provision.instrument.title},
          {"section", provision.source.section},
          {"url", provision.instrument.url},
          {"in_force", {{"from", or_null(provision.in_force.from)}, {"to", or_null(provision.in_force.to)}}},
          {"confidence", name(provision.confidence)}};
}

Json claim(const ClaimSummary& summary) {
  return {{"bearer", or_null(summary.bearer)},         {"modality", or_null(summary.modality)},
          {"action", or_null(summary.action)},         {"object", or_null(summary.object)},
          {"conditions", summary.conditions},          {"quantities", summary.quantities},
          {"jurisdiction", or_null(summary.jurisdiction)}, {"quantifier", or_null(summary.quantifier)},
          {"speech_act", or_null(summary.speech_act)}};
}

Json related(const Related& other) {
  return {{"message_id", other.message_id},
          {"path", other.file->path()},
          {"start", position(*other.file, other.span.begin)},
          {"end", position(*other.file, other.span.end)},
          {"quote", quote(*other.file, other.span)}};
}

Json repair(const std::optional<Repair>& repair) {
  if (!repair) return nullptr;
  return {{"text", repair->text}, {"replaces", {{"start", repair->replaces.begin}, {"end", repair->replaces.end}}}};
}

Json waiver(const std::optional<Suppression>& suppression) {
  if (!suppression) return nullptr;
  return {{"id", suppression->waiver},
          {"kind", suppression->kind == Suppression::Kind::in_source ? "in-source" : "external"},
          {"justification", suppression->justification},
          {"approver", or_null(suppression->approver)},
          {"expires", or_null(suppression->expires)}};
}

Json baseline(BaselineState state) {
  if (state == BaselineState::none) return nullptr;
  return state == BaselineState::unchanged ? "unchanged" : "new";
}

Json offset(uint32_t at) { return {{"offset", at}}; }

}  // namespace

Json finding_json(const Finding& f) {
  Json json = {{"id", f.id},
               {"code", f.code},
               {"check", f.check},
               {"kind", f.kind},
               {"severity", name(f.severity)},
               {"strength", name(f.strength)},
               {"route", or_null(f.route)},
               {"as_of", f.as_of.iso()},
               {"message", f.message},
               {"message_id", f.message_id},
               {"path", f.file->path()},
               {"language", f.language},
               {"start", position(*f.file, f.span.begin)},
               {"end", position(*f.file, f.span.end)},
               {"quote", quote(*f.file, f.span)},
               {"claim", claim(f.claim)},
               {"evidence", Json::array()},
               {"related", Json::array()},
               {"derivation", f.derivation},
               {"repair", repair(f.repair)},
               {"waiver", waiver(f.suppression)},
               {"baseline", baseline(f.baseline)}};
  for (const auto* provision : f.evidence) json["evidence"].push_back(evidence(*provision));
  for (const auto& other : f.related) json["related"].push_back(related(other));
  return json;
}

Json supported_json(const Supported& s) {
  Json ids = Json::array();
  for (const auto* provision : s.evidence) ids.push_back(provision->id);
  return {{"message_id", s.message_id},         {"path", s.file->path()},  {"start", offset(s.span.begin)},
          {"end", offset(s.span.end)},      {"as_of", s.as_of.iso()},  {"evidence", ids}};
}

Json not_evaluated_json(const NotEvaluated& n) {
  return {{"message_id", n.message_id},
          {"path", n.file->path()},
          {"start", offset(n.span.begin)},
          {"end", offset(n.span.end)},
          {"reason", n.reason}};
}

Json diagnostic_json(const Diagnostic& d) {
  return {{"level", name(d.level)},
          {"path", d.path},
          {"line", d.start.line},
          {"column", d.start.column},
          {"message", d.message},
          {"remedy", d.remedy}};
}

Json summary_json(const Report& report) {
  Json skipped = Json::array();
  for (const auto& s : report.skipped) skipped.push_back({{"path", s.path}, {"reason", s.reason}});
  return {{"messages", report.messages},
          {"claims", report.claims},
          {"findings", report.findings.size()},
          {"blocker", report.count(Severity::blocker)},
          {"major", report.count(Severity::major)},
          {"minor", report.count(Severity::minor)},
          {"note", report.count(Severity::note)},
          {"ask", report.asks()},
          {"waived", report.waived()},
          {"known", report.known()},
          {"not_evaluated", report.not_evaluated.size()},
          {"not_covered", report.not_covered},
          {"skipped", skipped}};
}

Json tool_json(const Report& report) {
  return {{"name", "selaras"}, {"version", SELARAS_VERSION}, {"rules", report.rules_hash}, {"policies", report.policies_hash}};
}

std::string one_line(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace selaras
