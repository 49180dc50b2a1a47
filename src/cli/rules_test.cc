#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "cli/rules.h"
#include "data/fields.h"
#include "engine/rule_examples.h"
#include "report/wrap.h"

namespace selaras {
namespace {

using Json = nlohmann::ordered_json;

struct TestOptions {
  CommonOptions common;
  std::vector<std::string> checks;
  std::string format = "pretty";
};

/// The checks that were named by id or code, all when none was; nullopt, with a complaint, when there is no such check.
std::optional<std::vector<const CheckRule*>> chosen(const CheckRules& checks, const std::vector<std::string>& named) {
  const auto all = by_code(checks);
  std::vector<std::string_view> known;
  for (const auto* rule : all) known.insert(known.end(), {rule->id, rule->code});
  for (const auto& word : named) {
    if (std::find(known.begin(), known.end(), word) != known.end()) continue;
    complain(fmt::format("no check '{}' ({})", word, suggestion(word, known)));
    return std::nullopt;
  }
  std::vector<const CheckRule*> rules;
  std::copy_if(all.begin(), all.end(), std::back_inserter(rules), [&](const CheckRule* rule) {
    return named.empty() ||
           std::any_of(named.begin(), named.end(), [&](const std::string& word) { return word == rule->id || word == rule->code; });
  });
  return rules;
}

std::string quote(const Finding& finding) { return std::string(slice(finding.file->text(), finding.span)); }

/// What came of the example instead.
std::vector<std::string> found_instead(const ExampleRun& run) {
  std::vector<std::string> lines;
  for (const auto& d : run.diagnostics.all()) lines.push_back(fmt::format("{}: {} ({})", name(d.level), d.message, d.remedy));
  if (!run.readable()) return lines;
  for (const auto& f : run.shall_flag ? run.other : run.own)
    lines.push_back(fmt::format("found {} {}, '{}': {}", f.code, f.check, quote(f), f.message));
  if (run.shall_flag) {
    for (const auto& n : run.not_evaluated)
      lines.push_back(fmt::format("not evaluated, '{}': {}", slice(n.file->text(), n.span), n.reason));
  }
  if (lines.empty()) lines.emplace_back("found nothing");
  return lines;
}

std::string failure(const ExampleRun& run, size_t width) {
  const auto& at = run.example->at;
  const std::string_view what = !run.readable()  ? "cannot read its example"
                                : run.shall_flag ? "does not flag what it must flag"
                                                 : "flags what it must let pass";
  std::string out = fmt::format("{}:{}:{}: {} {}\n", printable(at.path), at.start.line, at.start.column, run.rule->id, what);
  out += "    " + wrapped(printable(run.example->text), width - 4, "    ") + "\n";
  for (const auto& line : found_instead(run)) out += "  " + wrapped(printable(line), width - 2, "    ") + "\n";
  return out;
}

Json json_of(const Finding& finding) {
  return {{"code", finding.code},
          {"check", finding.check},
          {"severity", name(finding.severity)},
          {"quote", quote(finding)},
          {"message", finding.message}};
}

Json json_of(const ExampleRun& run) {
  Json json = {{"check", run.rule->id},
               {"code", run.rule->code},
               {"expected", run.shall_flag ? "flag" : "pass"},
               {"passed", run.passed()},
               {"path", run.example->at.path},
               {"line", run.example->at.start.line},
               {"column", run.example->at.start.column},
               {"text", run.example->text},
               {"found", Json::array()},
               {"not_evaluated", Json::array()},
               {"errors", Json::array()}};
  for (const auto* findings : {&run.own, &run.other}) {
    for (const auto& finding : *findings) json["found"].push_back(json_of(finding));
  }
  for (const auto& n : run.not_evaluated)
    json["not_evaluated"].push_back({{"quote", slice(n.file->text(), n.span)}, {"reason", n.reason}});
  for (const auto& d : run.diagnostics.all())
    json["errors"].push_back({{"level", name(d.level)}, {"message", d.message}, {"remedy", d.remedy}});
  return json;
}

/// Runs one check after the other and counts.
class Tests {
 public:
  Tests(const Library& library, size_t width) : library_(library), width_(width) {}

  void run(const CheckRule& rule) {
    if (!rule.enabled) {
      off_.push_back(rule.id);
      return;
    }
    for (const auto& example : run_examples(library_, rule)) {
      ++(example.passed() ? passed_ : failed_);
      readable_ = readable_ && example.readable();
      examples_.push_back(json_of(example));
      if (!example.passed()) text_ += failure(example, width_);
    }
  }

  std::string pretty() const {
    std::string out = text_;
    for (const auto& id : off_) out += fmt::format("{} is off in this workspace and was not run\n", id);
    return out + fmt::format("{} passed, {} failed\n", passed_, failed_);
  }

  std::string json() const {
    const Json json = {
        {"schema_version", 1}, {"summary", {{"passed", passed_}, {"failed", failed_}, {"off", off_}}}, {"examples", examples_}};
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
  }

  ExitCode exit_code() const { return !readable_ ? kFailed : failed_ > 0 ? kFindings : kClean; }

 private:
  const Library& library_;
  size_t width_;
  size_t passed_ = 0;
  size_t failed_ = 0;
  bool readable_ = true;
  std::vector<std::string> off_;
  std::string text_;
  Json examples_ = Json::array();
};

int test(const TestOptions& options) {
  const auto session = open_rules(options.common);
  if (!session) return kFailed;
  const auto rules = chosen(session->library->checks(), options.checks);
  if (!rules) return kFailed;
  Tests tests(*session->library, terminal_style("never").width);
  for (const auto* rule : *rules) tests.run(*rule);
  write_out(options.format == "json" ? tests.json() : tests.pretty());
  return session->broken ? kFailed : tests.exit_code();
}

}  // namespace

void add_rules_test(CLI::App& rules, int& exit_code) {
  auto options = std::make_shared<TestOptions>();
  auto* command =
      rules.add_subcommand("test", "Run the examples that the checks carry: what they must flag and what they must let pass");
  command->add_option("checks", options->checks, "Ids or codes of checks (default: all)")->type_name("ID");
  add_choice(*command, "--format", options->format, "pretty (default) or json", {"pretty", "json"});
  add_config_option(*command, options->common);
  command->callback([options, &exit_code] { exit_code = test(*options); });
}

}  // namespace selaras
