#include "report/sarif.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

#include "engine/hash.h"
#include "report/formats.h"
#include "report/json_values.h"
#include "report/outward.h"

namespace selaras {
namespace {

using Json = nlohmann::ordered_json;

constexpr size_t kShownByGitHub = 5'000;  // results of a run, the most severe first

/// The results that go into one run.
struct Part {
  std::string category;  // selaras/<cc>/
  std::vector<const Finding*> findings;
  std::vector<std::string> notes;  // what the reader must be told about this part
};

Json text(std::string value) { return {{"text", std::move(value)}}; }

Json artifact(const std::string& path) {
  Json json = {{"uri", path_uri(path)}};
  if (!path.starts_with('/')) json["uriBaseId"] = "%SRCROOT%";
  return json;
}

Json region(const SourceFile& file, Span span) {
  const auto start = file.position(span.begin);
  const auto end = file.position(span.end);
  return {{"startLine", start.line}, {"startColumn", start.column}, {"endLine", end.line}, {"endColumn", end.column}};
}

Json with_snippet(Json region, const SourceFile& file, Span span) {
  region["snippet"] = text(std::string(slice(file.text(), span)));
  return region;
}

Json location(const SourceFile& file, Span span) {
  return {{"physicalLocation", {{"artifactLocation", artifact(file.path())}, {"region", with_snippet(region(file, span), file, span)}}}};
}

// --- rules -------------------------------------------------------------------------------------------------------------------------

std::string listed(std::string_view head, const std::vector<std::string>& sentences, std::string_view before) {
  std::string out;
  for (const auto& sentence : sentences) out += fmt::format("{}{}\n", before, sentence);
  return out.empty() ? out : fmt::format("{}\n\n{}\n", head, out);
}

std::string help(const ReportedCheck& check, std::string_view quote) {
  return fmt::format("{}: {}.\n\n{}{}Source: {}\n", check.code, check.title, listed("Flagged:", check.flags, quote), listed("Not flagged:", check.passes, quote), check.source);
}

Json rule(const ReportedCheck& check) {
  const std::string group = check.id.substr(0, check.id.find('/'));
  return {{"id", check.id},
          {"name", check.code},
          {"shortDescription", text(check.title)},
          {"fullDescription", text(check.title + ". " + check.source)},
          {"help", {{"text", help(check, "")}, {"markdown", help(check, "- ")}}},
          {"helpUri", help_uri(check.id)},
          {"defaultConfiguration", {{"level", name(level_of(check.severity))}}},
          {"properties", {{"tags", {group, check.kind, check.code}}, {"precision", "medium"}, {"problem.severity", level_of(check.severity) == Level::note ? "recommendation" : name(level_of(check.severity))}}}};
}

/// The checks of the run, and those of findings that are no check of the rules (a waiver that has expired).
std::vector<ReportedCheck> rules_of(const Report& report) {
  std::map<std::string, ReportedCheck> rules;
  for (const auto& check : report.checks) rules.emplace(check.id, check);
  for (const auto& finding : report.findings) {
    if (!rules.contains(finding.check)) {
      rules.emplace(finding.check, ReportedCheck{finding.check, finding.code, finding.check, finding.kind, finding.severity, "see " + help_uri(finding.check), {}, {}});
    }
  }
  std::vector<ReportedCheck> all;
  for (auto& [id, check] : rules) all.push_back(std::move(check));
  return all;
}

// --- results -----------------------------------------------------------------------------------------------------------------------

/// What code scanning compares results of two uploads by: the line without white space, and the how-many-eth such line of its file.
class LineHashes {
 public:
  std::string of(const Finding& finding) {
    std::string line;
    for (const char c : finding.file->line(finding.file->position(finding.span.begin).line)) {
      if (c != ' ' && c != '\t' && c != '\r') line += c;
    }
    const std::string hash = Hasher().add(line).hex16();
    return fmt::format("{}:{}", hash, ++seen_[finding.file->path() + '\n' + finding.check + '\n' + hash]);
  }

 private:
  std::map<std::string, int> seen_;
};

Json related_locations(const Finding& finding) {
  Json all = Json::array();
  for (const auto& other : finding.related) {
    Json json = location(*other.file, other.span);
    json["id"] = all.size();
    json["message"] = text("in message " + other.message_id);
    all.push_back(std::move(json));
  }
  for (const auto* provision : finding.evidence) {
    Json json = {{"id", all.size()}};
    const auto& file = provision->file;
    if (file && !file->path().starts_with('/')) {  // a policy of the repository; an installed one is nowhere to link to
      json["physicalLocation"] = {{"artifactLocation", artifact(file->path())}, {"region", region(*file, provision->statement_span)}};
    }
    json["message"] = text(rule_text(*provision));
    all.push_back(std::move(json));
  }
  return all;
}

Json suppressions(const Finding& finding) {
  Json all = Json::array();
  if (finding.suppression) {
    all.push_back({{"kind", finding.suppression->kind == Suppression::Kind::in_source ? "inSource" : "external"},
                   {"status", "accepted"},
                   {"justification", waiver_text(*finding.suppression)}});
  }
  return all;
}

Json fixes(const Finding& finding) {
  const auto& repair = *finding.repair;
  const Json replacement = {{"deletedRegion", region(*finding.file, repair.replaces)}, {"insertedContent", text(repair.text)}};
  return Json::array({{{"description", text("Write “" + repair.text + "”")},
                       {"artifactChanges", Json::array({{{"artifactLocation", artifact(finding.file->path())}, {"replacements", Json::array({replacement})}}})}}});
}

std::string message(const Finding& finding) {
  return finding.strength == Strength::ask ? "To ask: " + finding.message : finding.message;
}

Json result(const Finding& finding, size_t rule_index, LineHashes& lines) {
  Json json = {{"ruleId", finding.check},
               {"ruleIndex", rule_index},
               {"level", name(level_of(finding))},
               {"message", text(message(finding))},
               {"locations", Json::array({location(*finding.file, finding.span)})},
               {"partialFingerprints", {{"selarasFingerprint/v1", finding.id}, {"primaryLocationLineHash", lines.of(finding)}}},
               {"relatedLocations", related_locations(finding)},
               {"suppressions", suppressions(finding)}};
  if (finding.repair) json["fixes"] = fixes(finding);
  if (finding.baseline != BaselineState::none) json["baselineState"] = finding.is_known() ? "unchanged" : "new";
  json["properties"] = {{"code", finding.code}, {"severity", name(finding.severity)}, {"strength", name(finding.strength)},
                        {"messageId", finding.message_id}, {"asOf", finding.as_of.iso()}};
  return json;
}

// --- what the run has to say about itself -----------------------------------------------------------------------------------------------

Json notification(const Diagnostic& diagnostic) {
  std::string what = diagnostic.message;
  if (!diagnostic.remedy.empty()) what += " (" + diagnostic.remedy + ")";
  Json json = {{"level", name(level_of(diagnostic))}, {"message", text(std::move(what))}};
  Json place = {{"artifactLocation", artifact(diagnostic.path)}};
  if (diagnostic.start.line > 0) place["region"] = {{"startLine", diagnostic.start.line}, {"startColumn", std::max(diagnostic.start.column, 1U)}};
  json["locations"] = Json::array({{{"physicalLocation", std::move(place)}}});
  return json;
}

Json note(std::string what) { return {{"level", "note"}, {"message", text(std::move(what))}}; }

Json invocation(const Report& report, const Part& part) {
  Json of_configuration = Json::array();
  Json of_execution = Json::array();
  const auto& all = report.diagnostics.all();
  for (size_t i = 0; i < all.size(); ++i) (i < report.configuration_diagnostics ? of_configuration : of_execution).push_back(notification(all[i]));
  for (const auto& skipped : report.skipped) of_execution.push_back(note(fmt::format("skipped {}: {}", skipped.path, skipped.reason)));
  if (!report.not_evaluated.empty()) of_execution.push_back(note(fmt::format("{} statements were not evaluated; --format json lists them", report.not_evaluated.size())));
  if (!report.not_covered.empty()) of_execution.push_back(note(fmt::format("no policies are held for: {}", fmt::join(report.not_covered, ", "))));
  for (const auto& what : part.notes) of_execution.push_back(note(what));
  return {{"executionSuccessful", !report.diagnostics.has_errors()},
          {"exitCode", report.exit_code},
          {"toolExecutionNotifications", of_execution},
          {"toolConfigurationNotifications", of_configuration}};
}

// --- parts -----------------------------------------------------------------------------------------------------------------------------

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
  return text;
}

std::string category(const std::string& country) { return country.empty() ? "selaras/" : "selaras/" + lower(country) + "/"; }

/// The country of a message by its path; findings elsewhere (a file of waivers) have none.
std::map<std::string, std::string> countries_of(const Report& report) {
  std::map<std::string, std::string> countries;
  for (const auto& message : report.checked) countries[message.path] = message.country;
  return countries;
}

/// The largest first, and beyond the limit of runs all the small ones together.
std::vector<Part> by_country(const Report& report, const SarifLimits& limits) {
  const auto countries = countries_of(report);
  std::map<std::string, std::vector<const Finding*>> groups;
  for (const auto& finding : report.findings) {
    const auto found = countries.find(finding.file->path());
    groups[found == countries.end() ? "" : found->second].push_back(&finding);
  }
  std::vector<std::pair<std::string, std::vector<const Finding*>>> sorted(groups.begin(), groups.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second.size() > b.second.size(); });
  std::vector<Part> parts;
  for (auto& [country, findings] : sorted) {
    const bool own_run = sorted.size() <= limits.runs || parts.size() + 1 < limits.runs;
    if (own_run || parts.size() < limits.runs) {
      parts.push_back({own_run ? category(country) : "selaras/other/", std::move(findings), {}});
    } else {
      parts.back().findings.insert(parts.back().findings.end(), findings.begin(), findings.end());
    }
  }
  const std::string why = fmt::format("{} results are more than the {} of one run: split by country into {} runs", report.findings.size(), limits.results_per_run, parts.size());
  for (auto& part : parts) part.notes.push_back(why);
  return parts;
}

/// Leaves out the least severe beyond the limit; the rest keeps its order.
void shorten(Part& part, const SarifLimits& limits) {
  if (part.findings.size() > kShownByGitHub) part.notes.push_back(fmt::format("of {} results code scanning shows the {} most severe", part.findings.size(), kShownByGitHub));
  if (part.findings.size() <= limits.results_per_run) return;
  const size_t left_out = part.findings.size() - limits.results_per_run;
  std::vector<size_t> order(part.findings.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto weight = [&](size_t i) { return std::pair(level_of(*part.findings[i]), part.findings[i]->severity); };
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return weight(a) > weight(b); });
  order.resize(limits.results_per_run);
  std::sort(order.begin(), order.end());
  std::vector<const Finding*> kept;
  for (const size_t i : order) kept.push_back(part.findings[i]);
  part.findings = std::move(kept);
  part.notes.push_back(fmt::format("{} results of the lowest severity are left out; --format json has them", left_out));
}

std::vector<Part> parts_of(const Report& report, const SarifLimits& limits) {
  std::vector<Part> parts;
  if (report.findings.size() > limits.results_per_run) {
    parts = by_country(report, limits);
  } else {
    std::set<std::string> countries;
    for (const auto& message : report.checked) countries.insert(message.country);
    Part all{category(countries.size() == 1 ? *countries.begin() : ""), {}, {}};
    for (const auto& finding : report.findings) all.findings.push_back(&finding);
    parts.push_back(std::move(all));
  }
  for (auto& part : parts) shorten(part, limits);
  return parts;
}

/// Results are printed one by one: together as a tree they would be the largest thing in memory.
std::string run(const Report& report, const Part& part, const std::vector<ReportedCheck>& checks) {
  Json rules = Json::array();
  std::map<std::string, size_t> index;
  for (const auto& check : checks) {
    index[check.id] = rules.size();
    rules.push_back(rule(check));
  }
  const Json tool = {{"driver",
                      {{"name", "selaras"},
                       {"semanticVersion", SELARAS_VERSION},
                       {"informationUri", home_uri()},
                       {"rules", std::move(rules)},
                       {"properties", {{"rules", report.rules_hash}, {"policies", report.policies_hash}}}}}};
  std::string out = fmt::format("{{\"tool\":{},\n\"automationDetails\":{},\n\"invocations\":[{}],\n", one_line(tool), one_line({{"id", part.category}}), one_line(invocation(report, part)));
  out += R"("originalUriBaseIds":{"%SRCROOT%":{"description":{"text":"The folder in which selaras was run"}}},
"columnKind":"unicodeCodePoints",
"results":[)";
  LineHashes lines;
  std::string_view before = "\n";
  for (const auto* finding : part.findings) {
    out += before;
    out += one_line(result(*finding, index.at(finding->check), lines));
    before = ",\n";
  }
  return out + "]}";
}

}  // namespace

std::string to_sarif(const Report& report, const SarifLimits& limits) {
  std::string out = R"({"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[)";
  const auto checks = rules_of(report);
  std::string_view before;
  for (const auto& part : parts_of(report, limits)) {
    out += before;
    out += run(report, part, checks);
    before = ",\n";
  }
  return out + "]}\n";
}

std::string to_sarif(const Report& report) { return to_sarif(report, SarifLimits()); }

}  // namespace selaras
