// JUnit XML: a suite per message, a case per check of it. Importers take an empty suite for a fault, so what is clean passes by name. A
// finding is a failure; one that is waived or in the baseline is skipped with the reason; a question or a note passes and is told in the
// output; a file that could not be read is an error. What no provision speaks of is no case: it is counted in the output of the suite.
#include <fmt/format.h>

#include <map>
#include <set>

#include "report/formats.h"
#include "report/outward.h"
#include "report/xml_text.h"

namespace selaras {
namespace {

struct Counts {
  size_t tests = 0, failures = 0, errors = 0, skipped = 0;

  void add(const Counts& other) {
    tests += other.tests;
    failures += other.failures;
    errors += other.errors;
    skipped += other.skipped;
  }
};

void set_counts(pugi::xml_node& element, const Counts& counts) {
  element.append_attribute("tests").set_value(static_cast<unsigned long long>(counts.tests));
  element.append_attribute("failures").set_value(static_cast<unsigned long long>(counts.failures));
  element.append_attribute("errors").set_value(static_cast<unsigned long long>(counts.errors));
  element.append_attribute("skipped").set_value(static_cast<unsigned long long>(counts.skipped));
  set(element, "time", "0");  // a report is the same for the same input
}

std::string details(const Finding& finding) {
  std::string text = fmt::format("“{}”\n{}", quote_of(finding), finding.message);
  for (const auto* provision : finding.evidence) text += "\n" + rule_text(*provision);
  if (finding.repair) text += "\nrepair: " + finding.repair->text;
  return text;
}

/// What is known of one path.
struct Suite {
  std::string name;
  bool was_read = false;
  std::vector<const Finding*> findings;
  std::vector<const Diagnostic*> errors;
  size_t not_evaluated = 0;
};

class SuiteWriter {
 public:
  SuiteWriter(pugi::xml_node& root, const std::string& path) : element_(add_element(root, "testsuite")), path_(path) {}

  Counts write(const Suite& suite, const std::vector<ReportedCheck>& checks) {
    set(element_, "name", suite.name);
    std::set<std::string> failed;
    for (const auto* finding : suite.findings) {
      add(*finding);
      failed.insert(finding->check);
    }
    for (const auto* error : suite.errors) add(*error);
    for (const auto& check : checks) {
      if (suite.was_read && !failed.contains(check.id)) add_case(check.id);
    }
    if (counts_.tests == 0) add_case("read");
    if (suite.not_evaluated > 0) {
      auto out = add_element(element_, "system-out");
      out.text().set(fmt::format("{} statements were not evaluated (selaras explain {}:LINE)", suite.not_evaluated, xml_text(path_)).c_str());
    }
    set_counts(element_, counts_);
    return counts_;
  }

 private:
  pugi::xml_node add_case(const std::string& name) {
    ++counts_.tests;
    auto element = add_element(element_, "testcase");
    set(element, "classname", path_);
    set(element, "name", name);
    set(element, "time", "0");
    return element;
  }

  void add(const Finding& finding) {
    const auto at = finding.file->position(finding.span.begin);
    auto element = add_case(fmt::format("{} {}:{}", finding.check, at.line, at.column));
    if (finding.is_waived() || finding.is_known()) {
      ++counts_.skipped;
      auto skipped = add_element(element, "skipped");
      set(skipped, "message", finding.is_waived() ? waiver_text(*finding.suppression) : "in the baseline");
    } else if (level_of(finding) == Level::note) {
      add_element(element, "system-out").text().set(xml_text(details(finding)).c_str());
    } else {
      ++counts_.failures;
      auto failure = add_element(element, "failure");
      set(failure, "message", finding.message);
      set(failure, "type", name(level_of(finding)));
      failure.text().set(xml_text(details(finding)).c_str());
    }
  }

  void add(const Diagnostic& error) {
    ++counts_.errors;
    auto element = add_case(fmt::format("read {}:{}", error.start.line, error.start.column));
    auto fault = add_element(element, "error");
    set(fault, "message", error.message + " (" + error.remedy + ")");
    set(fault, "type", "selaras");
  }

  pugi::xml_node element_;
  std::string path_;
  Counts counts_;
};

std::map<std::string, Suite> suites_of(const Report& report) {
  std::map<std::string, Suite> suites;
  for (const auto& message : report.checked) {
    suites[message.path].name = message.id;
    suites[message.path].was_read = true;
  }
  for (const auto& finding : report.findings) suites[finding.file->path()].findings.push_back(&finding);
  for (const auto* error : errors_of(report)) suites[error->path].errors.push_back(error);
  for (const auto& none : report.not_evaluated) ++suites[none.file->path()].not_evaluated;
  for (auto& [path, suite] : suites) {
    if (suite.name.empty()) suite.name = path;
  }
  return suites;
}

}  // namespace

std::string to_junit(const Report& report) {
  pugi::xml_document document;
  auto root = document.append_child("testsuites");
  set(root, "name", "selaras");
  Counts all;
  for (const auto& [path, suite] : suites_of(report)) all.add(SuiteWriter(root, path).write(suite, report.checks));
  set_counts(root, all);
  return printed(document);
}

}  // namespace selaras
