// The formats for other programs, each read back by something that knows the format and not us: pugixml, a JSON parser, a small reader of
// CSV and TAP. Whatever stands in a message or is the name of a file, it stays text.
#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "../cli/program.h"
#include "base/utf8.h"
#include "report/formats.h"
#include "report/xml_text.h"
#include "sample_report.h"

using namespace selaras;
using namespace selaras::test;
using Json = nlohmann::ordered_json;

namespace {

/// Rows of cells, by RFC 4180.
std::vector<std::vector<std::string>> csv_rows(const std::string& text) {
  std::vector<std::vector<std::string>> rows(1);
  std::string cell;
  bool quoted = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
      cell += '"';
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && (c == ',' || c == '\r')) {
      rows.back().push_back(std::move(cell));
      cell.clear();
      if (c == ',') continue;
      REQUIRE(text[++i] == '\n');
      rows.emplace_back();
    } else {
      REQUIRE((quoted || c != '\n'));
      cell += c;
    }
  }
  REQUIRE(rows.back().empty());
  rows.pop_back();
  return rows;
}

pugi::xml_document parsed(const std::string& xml) {
  pugi::xml_document document;
  const auto result = document.load_buffer(xml.data(), xml.size(), pugi::parse_full, pugi::encoding_utf8);
  REQUIRE_MESSAGE(result, result.description());
  return document;
}

/// Only characters that XML 1.0 allows (section 2.2), and they are UTF-8.
bool is_xml_text(const std::string& xml) {
  if (find_text_fault(xml)) return false;
  for (size_t at = 0; at < xml.size();) {
    const auto c = code_point_at(xml, at);
    const bool control = c.value < 0x20 && c.value != '\t' && c.value != '\n' && c.value != '\r';
    if (control || c.value == 0xFFFE || c.value == 0xFFFF) return false;
    at += c.length;
  }
  return !has(xml, "&#1;") && !has(xml, "&#27;");
}

size_t count(std::string_view text, std::string_view part) {
  size_t found = 0;
  for (size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

/// `n` findings of each outward level.
Report many_findings(size_t n) {
  const SampleReport sample;
  Report report = sample.report;
  report.diagnostics = {};
  report.findings.clear();
  for (const Severity severity : {Severity::note, Severity::minor, Severity::major, Severity::blocker}) {
    for (size_t i = 0; i < n; ++i) {
      Finding finding = sample.report.findings[0];
      finding.severity = severity;
      finding.message = std::string(name(severity)) + " " + std::to_string(i);
      finding.evidence.clear();  // the sample's provision goes with it
      report.findings.push_back(std::move(finding));
    }
  }
  return report;
}

/// The lines that GitHub takes for commands: outside of stop-commands.
std::vector<std::string> commands_of(const std::string& text) {
  std::vector<std::string> commands;
  std::string stopped;
  for (const auto& line : lines_of(text)) {
    if (!stopped.empty()) {
      if (line == "::" + stopped + "::") stopped.clear();
      continue;
    }
    if (line.starts_with("::stop-commands::")) stopped = line.substr(17);
    if (line.starts_with("::")) commands.push_back(line);
  }
  CHECK(stopped.empty());
  return commands;
}

}  // namespace

TEST_CASE("every format is found by its name, and prints a report of nothing and of anything") {
  const HostileReport hostile;
  const FullReport full;
  for (const auto& format : report_formats()) {
    CAPTURE(format.name);
    CHECK(report_format(format.name) == &format);
    format.print(Report(), Style());
    CHECK_FALSE(format.print(full.report, Style()).empty());
    // People and editors get the bytes of a path, which lead to the file; programs get text.
    const bool bytes = format.name == "pretty" || format.name == "compact";
    CHECK(find_text_fault(format.print(hostile.report, Style())).has_value() == bytes);
    CHECK(format.print(full.report, Style()) == format.print(full.report, Style()));
  }
  CHECK(report_format("sarf") == nullptr);
}

TEST_CASE("jsonl: the parts of the JSON report, one a line, the summary last") {
  const FullReport full;
  const auto lines = lines_of(to_jsonl(full.report));
  const Json whole = Json::parse(to_json(full.report));
  std::vector<std::string> types;
  size_t findings = 0;
  for (const auto& line : lines) {
    Json part = Json::parse(line);
    const std::string type = part["type"];
    types.push_back(type);
    part.erase("type");
    if (type == "finding") CHECK(part == whole["findings"][findings++]);
    if (type == "summary") CHECK(part["summary"] == whole["summary"]);
  }
  CHECK(types == std::vector<std::string>{"finding", "finding", "finding", "finding", "supported", "not-evaluated", "diagnostic", "diagnostic", "summary"});
}

TEST_CASE("github: ten annotations a level, the worst first, the rest counted and in the log") {
  const std::string out = to_github(many_findings(12));
  const auto commands = commands_of(out);
  std::map<std::string, size_t> levels;
  for (const auto& command : commands) ++levels[command.substr(2, command.find(' ') - 2)];
  CHECK(levels["error"] == 10);
  CHECK(levels["warning"] == 10);
  CHECK(levels["notice"] == 10);  // the last tells what is missing
  CHECK(has(commands.front(), "::blocker 0"));
  CHECK(has(out, "::notice title=selaras::19 more in the log and in the summary of the job\n"));
  CHECK(count(out, "messages/a.md:1:7: ") == 48);
}

TEST_CASE("github: no more is told when nothing is left out, and the form is GitHub's") {
  const SampleReport sample;
  const std::string out = to_github(sample.report);
  CHECK(has(out, "::error file=messages/a.md,line=1,endLine=1,col=7,endColumn=14,title=A10 policy/quantity::The message says RM1,200; the rule says 1,700 MYR.\n"));
  CHECK(has(out, "::notice file=messages/a.md,line=1,"));
  CHECK_FALSE(has(out, " more in the log"));
}

TEST_CASE("github: no text of a message and no name of a file gives a command") {
  const HostileReport hostile;
  const auto commands = commands_of(to_github(hostile.report));
  for (const auto& command : commands) {
    const std::string name = command.substr(2, command.find_first_of(" :", 2) - 2);
    CHECK_MESSAGE((name == "error" || name == "group" || name == "stop-commands" || name == "endgroup"), command);
  }
  CHECK(commands.size() == 5);  // the unread file, the finding, and the three of the list
  CHECK(has(commands[1], "%0A##[error]x"));
  CHECK(has(commands[1], "file=a\xEF\xBF\xBD%0A%3A%3Aerror%3A%3A<b>&%2C%3A%25|.md,"));
}

TEST_CASE("gitlab: an entry each, with a fingerprint of its own; files that could not be read too") {
  SampleReport sample;
  Finding twin = sample.report.findings[0];
  twin.message_id = "b";  // the same words in another message have the same id
  sample.report.findings.push_back(twin);
  const Json entries = Json::parse(to_gitlab(sample.report));
  REQUIRE(entries.size() == 5);
  std::vector<std::string> fingerprints, severities;
  for (const Json& entry : entries) {
    fingerprints.push_back(entry["fingerprint"]);
    severities.push_back(entry["severity"]);
    CHECK(entry["location"]["lines"]["begin"] >= 1);
  }
  std::sort(fingerprints.begin(), fingerprints.end());
  CHECK(std::unique(fingerprints.begin(), fingerprints.end()) == fingerprints.end());
  CHECK(severities == std::vector<std::string>{"critical", "critical", "blocker", "info", "blocker"});
  CHECK(entries[2]["check_name"] == "policy/quantity");
  CHECK(entries[2]["location"]["path"] == "messages/a.md");
}

TEST_CASE("junit: a suite per message, a case per check; failure, error and skipped where they belong") {
  const FullReport full;
  const auto document = parsed(to_junit(full.report));
  const auto root = document.child("testsuites");
  const auto suite = [&](const char* name) { return root.find_child_by_attribute("testsuite", "name", name); };
  const auto a = suite("a");
  CHECK(a.attribute("tests").as_int() == 6);  // four findings, the fault, the check without findings
  CHECK(a.attribute("failures").as_int() == 1);
  CHECK(a.attribute("errors").as_int() == 1);
  CHECK(a.attribute("skipped").as_int() == 2);
  const auto failure = a.find_node([](const pugi::xml_node& node) { return std::string_view(node.name()) == "failure"; });
  CHECK(std::string(failure.parent().attribute("name").value()) == "policy/quantity 1:7");
  CHECK(std::string(failure.parent().attribute("classname").value()) == "messages/a.md");
  CHECK(std::string(failure.attribute("type").value()) == "error");
  CHECK(has(failure.text().get(), "MY-WAGE-01"));
  const auto skipped = a.find_node([](const pugi::xml_node& node) { return std::string_view(node.name()) == "skipped"; });
  CHECK(has(skipped.attribute("message").value(), "waiver W-12 until 2027-01-01"));
  const auto b = suite("b");
  CHECK(b.attribute("tests").as_int() == 2);  // clean, and not empty
  CHECK(b.attribute("failures").as_int() == 0);
  CHECK(suite("gone.md").attribute("errors").as_int() == 1);
  size_t cases = 0;
  for (const auto& each : root.children("testsuite")) {
    cases += static_cast<size_t>(std::distance(each.children("testcase").begin(), each.children("testcase").end()));
    CHECK(std::distance(each.children("testcase").begin(), each.children("testcase").end()) == each.attribute("tests").as_int());
  }
  CHECK(root.attribute("tests").as_uint() == cases);
}

TEST_CASE("checkstyle: a file each, also the clean ones, with line, column, severity and source") {
  const FullReport full;
  const auto document = parsed(to_checkstyle(full.report));
  const auto root = document.child("checkstyle");
  const auto a = root.find_child_by_attribute("file", "name", "messages/a.md");
  std::vector<std::string> severities;
  for (const auto& error : a.children("error")) severities.emplace_back(error.attribute("severity").value());
  CHECK(severities == std::vector<std::string>{"error", "error", "info"});
  const auto error = *std::next(a.children("error").begin());
  CHECK(error.attribute("line").as_int() == 1);
  CHECK(error.attribute("column").as_int() == 7);
  CHECK(std::string(error.attribute("source").value()) == "selaras.policy/quantity");
  CHECK(root.find_child_by_attribute("file", "name", "messages/b.md"));
  CHECK_FALSE(root.find_child_by_attribute("file", "name", "messages/b.md").first_child());
}

TEST_CASE("XML: whatever is in a text or a name can be read back, without what XML cannot hold") {
  const HostileReport hostile;
  for (const std::string& xml : {to_junit(hostile.report), to_checkstyle(hostile.report)}) {
    CHECK(is_xml_text(xml));
    parsed(xml);
  }
  const auto document = parsed(to_junit(hostile.report));
  const auto failure = document.find_node([](const pugi::xml_node& node) { return std::string_view(node.name()) == "failure"; });
  CHECK(has(failure.attribute("message").value(), "<script>alert(1)</script> \"'&amp; |"));
  CHECK(xml_text("a\x01\xEF\xBF\xBE\xFF\tb\x0B") == "a\xEF\xBF\xBD\tb");
}

TEST_CASE("rdjson: columns are bytes, ends exclusive; repairs are suggestions") {
  const FullReport full;
  const Json json = Json::parse(to_rdjson(full.report));
  CHECK(json["severity"] == "ERROR");
  CHECK(json["source"]["name"] == "selaras");
  REQUIRE(json["diagnostics"].size() == 4);  // two faults, the finding and the question; not what is waived or known
  const Json& diagnostic = json["diagnostics"][2];
  const Json range = {{"start", {{"line", 1}, {"column", 16}}}, {"end", {{"line", 1}, {"column", 23}}}};
  CHECK(diagnostic["location"] == Json({{"path", "messages/a.md"}, {"range", range}}));
  CHECK(diagnostic["suggestions"] == Json::array({{{"range", range}, {"text", "RM1,700"}}}));
  CHECK(diagnostic["severity"] == "ERROR");
  CHECK(json["diagnostics"][3]["severity"] == "INFO");
  CHECK(diagnostic["code"]["value"] == "policy/quantity");
  CHECK(diagnostic["related_locations"][0]["location"]["range"]["end"]["column"] == 10);
  CHECK(Json::parse(diagnostic["original_output"].get<std::string>())["id"] == "0123456789abcdef");
  const auto lines = lines_of(to_rdjsonl(full.report));
  REQUIRE(lines.size() == 4);
  for (size_t i = 0; i < lines.size(); ++i) CHECK(Json::parse(lines[i]) == json["diagnostics"][i]);
  CHECK(Json::parse(to_rdjson(Report())) == Json({{"source", json["source"]}, {"severity", "INFO"}, {"diagnostics", Json::array()}}));
}

TEST_CASE("tap: the plan is right, and directives stand only where they are meant") {
  const FullReport full;
  const HostileReport hostile;
  for (const Report* report : {&full.report, &hostile.report}) {
    const auto lines = lines_of(to_tap(*report));
    CHECK(lines[0] == "TAP version 14");
    size_t points = 0;
    for (size_t i = 2; i < lines.size(); ++i) {
      const bool point = lines[i].starts_with("ok ") || lines[i].starts_with("not ok ");
      CHECK((point || lines[i].starts_with("  ")));
      if (point) CHECK(has(lines[i], " " + std::to_string(++points) + " - "));
    }
    CHECK(lines[1] == "1.." + std::to_string(points));
  }
  const std::string out = to_tap(full.report);
  CHECK(has(out, "ok 1 - messages/b.md\n"));
  CHECK(has(out, "not ok 2 - messages/a.md:1:7 policy/quantity\n  ---\n"));
  CHECK(has(out, "not ok 3 - messages/a.md:1:7 policy/quantity # TODO ask\n"));
  CHECK(has(out, "ok 4 - messages/a.md:1:7 policy/quantity # SKIP waiver W-12 until 2027-01-01: agreed"));
  CHECK(has(out, "ok 5 - messages/a.md:1:7 policy/quantity # SKIP in the baseline\n"));
  CHECK(has(out, "not ok 7 - gone.md\n"));
}

TEST_CASE("csv: read back cell by cell; no cell is a formula") {
  const FullReport full;
  const auto rows = csv_rows(to_csv(full.report));
  REQUIRE(rows.size() == 5);
  for (const auto& row : rows) CHECK(row.size() == rows[0].size());
  const auto cell = [&](size_t row, std::string_view column) {
    return rows[row][static_cast<size_t>(std::find(rows[0].begin(), rows[0].end(), column) - rows[0].begin())];
  };
  CHECK(cell(1, "quote") == "RM1,200");
  CHECK(cell(1, "column") == "7");
  CHECK(cell(1, "repair") == "RM1,700");
  CHECK(cell(3, "waiver").starts_with("waiver W-12"));
  CHECK(cell(4, "baseline") == "unchanged");
  SampleReport formula;
  for (const std::string begin : {"=1+1", "+94 11 288 2282", "-1", "@SUM(1)", "\t=1"}) {
    formula.report.findings[0].message = begin;
    const auto read = csv_rows(to_csv(formula.report));
    CHECK(read[1][9] == "'" + begin);
  }
  const HostileReport hostile;
  CHECK(csv_rows(to_csv(hostile.report)).size() == 2);
}

TEST_CASE("markdown: a row each, and text that stays text") {
  const FullReport full;
  const std::string out = to_markdown(full.report);
  CHECK(has(out, "## selaras: 2 findings\n"));
  CHECK(has(out, "| messages/a.md&#58;1&#58;7 | blocker A10 | The message says RM1,200; the rule says 1,700 MYR. |"));
  CHECK(has(out, "1 findings waived, 1 findings in the baseline"));
  CHECK(has(out, "**Not checked&#58;**") == false);
  CHECK(has(out, "**Not checked:** gone.md"));
  const HostileReport hostile;
  const std::string text = to_markdown(hostile.report);
  for (const char* markup : {"<script", "@all", "](", "javascript:", " # "}) CHECK_FALSE(has(text, markup));
  for (const auto& line : lines_of(text)) {
    if (line.starts_with("| ") && !line.starts_with("| place")) CHECK(count(line, "|") - count(line, "\\|") == 5);
  }
}

TEST_CASE("markdown: what does not fit is counted") {
  const Report report = many_findings(200);
  const std::string out = to_markdown(report, 20'000);
  CHECK(out.size() < 21'000);
  CHECK(has(out, " more findings do not fit here."));
}

TEST_CASE("html: one page, no script, nothing to load, every text escaped") {
  const HostileReport hostile;
  const std::string page = to_html(hostile.report);
  CHECK_FALSE(has(page, "<script"));
  CHECK_FALSE(has(page, "href=\"javascript"));
  CHECK(count(page, "<article") == 1);
  CHECK(count(page, "<b>") == 0);
  for (const char* loads : {"src=", "<link", "<iframe", "<img", "url(", "@import", "onerror"}) CHECK_FALSE(has(page, loads));
  CHECK(has(page, "default-src 'none'"));
  const FullReport full;
  const std::string good = to_html(full.report);
  CHECK(has(good, "<mark>RM1,200</mark>"));
  CHECK(has(good, "<blockquote dir=\"auto\" lang=\"en\">ค่า 😀 <mark>"));
  CHECK(has(good, "<a href=\"https://example.org/order\" rel=\"noreferrer\">Minimum Wages Order, section 2</a>"));
  CHECK(has(good, "<dt>Waived</dt>"));
  CHECK(has(good, "<li><strong>1</strong> waived</li>"));
  // A page whose elements close is read by a strict parser once the void elements are closed.
  std::string strict = good.substr(good.find("<main>"));
  for (size_t at = 0; (at = strict.find("<br>", at)) != std::string::npos; at += 5) strict.replace(at, 4, "<br/>");
  strict.resize(strict.find("</main>") + 7);
  parsed(strict);
}

TEST_CASE("compact and pretty show neither what is waived nor what is known; pretty counts them") {
  const FullReport full;
  CHECK(lines_of(to_compact(full.report)).size() == 2);
  CHECK(has(to_pretty(full.report, Style()), "not shown: 1 waived, 1 in the baseline"));
  CHECK(has(to_pretty(full.report, Style()), "2 findings in 2 messages: 1 blocker"));
}
