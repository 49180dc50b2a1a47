// SARIF 2.1.0 against the official schema, key by key where the schema allows more than code scanning reads, and over the limits.
#include <nlohmann/json.hpp>
#include <set>

#include "../formats/schema.h"
#include "report/formats.h"
#include "report/sarif.h"
#include "sample_report.h"

using namespace selaras;
using namespace selaras::test;
using Json = nlohmann::ordered_json;

namespace {

Json sarif(const Report& report) { return Json::parse(to_sarif(report)); }

bool says(const Json& notifications, std::string_view part) {
  for (const auto& notification : notifications) {
    if (has(notification["message"]["text"].get<std::string>(), part)) return true;
  }
  return false;
}

/// `per_country` findings in each of so many countries, each finding on a file of its own country.
Report wide_report(const SampleReport& sample, size_t countries, size_t per_country) {
  Report report = sample.report;
  report.findings.clear();
  report.checked.clear();
  for (size_t country = 0; country < countries; ++country) {
    const std::string code = {static_cast<char>('A' + country / 26), static_cast<char>('A' + country % 26)};
    const auto file = std::make_shared<const SourceFile>(code + "/a.md", "RM1,200\n");
    report.checked.push_back({file->path(), code, code, "en"});
    for (size_t i = 0; i < per_country; ++i) {
      Finding finding = sample.report.findings[0];
      finding.file = file;
      finding.span = {0, 7};
      finding.repair.reset();
      finding.severity = i % 2 == 0 ? Severity::minor : Severity::blocker;
      report.findings.push_back(std::move(finding));
    }
  }
  return report;
}

}  // namespace

TEST_CASE("SARIF is valid by the official schema, whatever is in the report") {
  const SampleReport sample;
  const FullReport full;
  const HostileReport hostile;
  for (const Report* report : {&sample.report, &full.report, &hostile.report}) CHECK(schema_faults(to_sarif(*report), kSarifSchema) == "");
  CHECK(schema_faults(to_sarif(Report()), kSarifSchema) == "");
  CHECK(schema_faults(to_sarif(wide_report(sample, 30, 3), {10, 4, 1000}), kSarifSchema) == "");
}

TEST_CASE("SARIF: the rule is complete without the program") {
  const SampleReport sample;
  const Json driver = sarif(sample.report)["runs"][0]["tool"]["driver"];
  CHECK(driver["name"] == "selaras");
  CHECK(driver["semanticVersion"] == SELARAS_VERSION);
  const Json& rule = driver["rules"][0];
  CHECK(rule["id"] == "policy/quantity");
  CHECK(rule["defaultConfiguration"]["level"] == "error");
  CHECK(driver["rules"][1]["defaultConfiguration"]["level"] == "warning");
  for (const char* form : {"text", "markdown"}) {
    CHECK(has(rule["help"][form].get<std::string>(), "It costs 5."));
    CHECK(has(rule["help"][form].get<std::string>(), "It costs 4."));
  }
  CHECK(rule["helpUri"].get<std::string>().ends_with("docs/checks/policy-quantity.md"));
  CHECK(rule["properties"]["tags"].size() <= 10);
  CHECK(rule["properties"]["problem.severity"] == "error");
}

TEST_CASE("SARIF: a result has level, place in code points, fingerprints, rule, fix and what belongs to it") {
  const SampleReport sample;
  const Json run = sarif(sample.report)["runs"][0];
  CHECK(run["columnKind"] == "unicodeCodePoints");
  CHECK(run["automationDetails"]["id"] == "selaras/my/");
  const Json& result = run["results"][0];
  CHECK(run["tool"]["driver"]["rules"][result["ruleIndex"].get<size_t>()]["id"] == result["ruleId"]);
  CHECK(result["level"] == "error");
  CHECK(run["results"][1]["level"] == "note");  // strength ask
  const Json& place = result["locations"][0]["physicalLocation"];
  CHECK(place["artifactLocation"] == Json({{"uri", "messages/a.md"}, {"uriBaseId", "%SRCROOT%"}}));
  CHECK(place["region"] == Json({{"startLine", 1}, {"startColumn", 7}, {"endLine", 1}, {"endColumn", 14}, {"snippet", {{"text", "RM1,200"}}}}));
  CHECK(result["partialFingerprints"]["selarasFingerprint/v1"] == "0123456789abcdef");
  CHECK(result["partialFingerprints"]["primaryLocationLineHash"].get<std::string>().ends_with(":1"));
  CHECK(run["results"][1]["partialFingerprints"]["primaryLocationLineHash"].get<std::string>().ends_with(":2"));
  CHECK(result["relatedLocations"].size() == 2);
  CHECK(result["relatedLocations"][0]["physicalLocation"]["region"]["endColumn"] == 4);
  CHECK(has(result["relatedLocations"][1]["message"]["text"].get<std::string>(), "MY-WAGE-01: The minimum wage is RM1,700 a month. (Minimum Wages Order, section 2)"));
  const Json& replacement = result["fixes"][0]["artifactChanges"][0]["replacements"][0];
  CHECK(replacement["insertedContent"]["text"] == "RM1,700");
  CHECK(replacement["deletedRegion"] == Json({{"startLine", 1}, {"startColumn", 7}, {"endLine", 1}, {"endColumn", 14}}));
  CHECK_FALSE(run["results"][1].contains("fixes"));
}

TEST_CASE("SARIF: waived findings are suppressed with the reason, known ones unchanged") {
  const FullReport full;
  const Json results = sarif(full.report)["runs"][0]["results"];
  CHECK(results[0]["suppressions"] == Json::array());
  const Json& suppression = results[2]["suppressions"][0];
  CHECK(suppression["kind"] == "inSource");
  CHECK(suppression["status"] == "accepted");
  CHECK(suppression["justification"] == "waiver W-12 until 2027-01-01: agreed <until> the order is out (approved by P. Officer)");
  CHECK(results[3]["baselineState"] == "unchanged");
  CHECK_FALSE(results[0].contains("baselineState"));
}

TEST_CASE("SARIF: what went wrong is told, and what was not looked at") {
  SampleReport sample;
  sample.report.configuration_diagnostics = 1;
  const Json invocation = sarif(sample.report)["runs"][0]["invocations"][0];
  CHECK(invocation["executionSuccessful"] == false);
  CHECK(invocation["exitCode"] == 2);
  CHECK(says(invocation["toolConfigurationNotifications"], "something (a remedy)"));
  CHECK(invocation["toolConfigurationNotifications"].size() == 1);
  for (const char* part : {"no such file or folder", "skipped README.md", "1 statements were not evaluated", "no policies are held for: AE"}) {
    CHECK(says(invocation["toolExecutionNotifications"], part));
  }
}

TEST_CASE("SARIF: paths are URIs, absolute ones without a base") {
  for (const auto& [path, uri] : std::vector<std::pair<std::string, std::string>>{
           {"a b/ä#?.md", "a%20b/%C3%A4%23%3F.md"}, {"c:d.md", "c%3Ad.md"}, {"/tmp/x y.md", "file:///tmp/x%20y.md"}, {"\xFF.md", "%FF.md"}}) {
    SampleReport sample;
    sample.report.findings[0].file = std::make_shared<const SourceFile>(path, std::string(40, 'x'));
    const Json place = sarif(sample.report)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"];
    CHECK(place["uri"] == uri);
    CHECK(place.contains("uriBaseId") == !path.starts_with('/'));
  }
}

TEST_CASE("SARIF: over the results of one run it is split by country, and says so") {
  const SampleReport sample;
  const Report report = wide_report(sample, 3, 4);
  CHECK(Json::parse(to_sarif(report, {12, 20, 1000}))["runs"].size() == 1);
  const Json split = Json::parse(to_sarif(report, {11, 20, 1000}));
  CHECK(split["runs"].size() == 3);
  std::set<std::string> categories;
  for (const Json& run : split["runs"]) {
    categories.insert(run["automationDetails"]["id"].get<std::string>());
    CHECK(run["results"].size() == 4);
    CHECK(says(run["invocations"][0]["toolExecutionNotifications"], "12 results are more than the 11 of one run: split by country into 3 runs"));
  }
  CHECK(categories == std::set<std::string>{"selaras/aa/", "selaras/ab/", "selaras/ac/"});
}

TEST_CASE("SARIF: no more runs than are taken; of one country's results the most severe stay") {
  const SampleReport sample;
  const Json split = Json::parse(to_sarif(wide_report(sample, 5, 6), {8, 3, 1000}));
  REQUIRE(split["runs"].size() == 3);
  CHECK(split["runs"][2]["automationDetails"]["id"] == "selaras/other/");
  size_t errors = 0;
  for (const Json& result : split["runs"][2]["results"]) errors += result["level"] == "error";
  CHECK(split["runs"][2]["results"].size() == 8);
  CHECK(errors == 8);  // of nine, in eighteen results
  CHECK(says(split["runs"][2]["invocations"][0]["toolExecutionNotifications"], "10 results of the lowest severity are left out"));
}

TEST_CASE("the compressed size is that of gzip") {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += std::to_string(i * 7919 % 10007) + ",";
  const Folder folder;
  folder.write("text", text);
  const Ran gzip = run_program("/bin/sh", Call{{"-c", "gzip -6 -n -c text | wc -c"}}, folder.path());
  REQUIRE(gzip.code == 0);
  const double expected = std::stod(gzip.out);
  CHECK(gzipped_size(text) > expected * 0.98);
  CHECK(gzipped_size(text) < expected * 1.02);
  CHECK(gzipped_size("") < 64);
}
