#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>

#include "check/statement_finding.h"
#include "cli/command.h"
#include "report/wrap.h"

namespace selaras {
namespace {

struct ExplainOptions {
  CommonOptions common;
  std::string what;
  std::vector<std::string> paths;
};

/// FILE:LINE, the place that somebody wonders about.
struct Place {
  std::string path;
  uint32_t line = 0;
};

std::optional<Place> place_of(const std::string& what) {
  const size_t colon = what.rfind(':');
  if (colon == std::string::npos || colon + 1 == what.size()) return std::nullopt;
  Place place{what.substr(0, colon), 0};
  const char* end = what.data() + what.size();
  const auto [stop, error] = std::from_chars(what.data() + colon + 1, end, place.line);
  if (error != std::errc{} || stop != end || place.line == 0) return std::nullopt;
  return place;
}

std::string rule_page(const CheckRule& rule, size_t width) {
  std::string out = wrapped(fmt::format("{} {}: {}", rule.code, rule.id, rule.title), width, "          ") + "\n";
  const std::string severity = fmt::format("{} in a draft, {} for clearance", name(rule.severity.at(Profile::draft)), name(rule.severity.at(Profile::clearance)));
  out += "severity: " + wrapped(severity, width - 10, "          ") + "\n";
  out += "source:   " + wrapped(rule.source, width - 10, "          ") + "\n";
  for (const auto& example : rule.flag) out += "flags:    " + wrapped(example.text, width - 10, "          ") + "\n";
  for (const auto& example : rule.pass) out += "passes:   " + wrapped(example.text, width - 10, "          ") + "\n";
  return out;
}

std::string derivation(const std::vector<std::string>& lines, size_t width) {
  std::string out;
  for (const auto& line : lines) out += "  " + wrapped(printable(line), width - 4, "    ") + "\n";
  return out;
}

template <typename AnyVerdict>
std::string verdict_text(const JudgedMessage& judged, Span span, const AnyVerdict& verdict, const Knowledge& knowledge, size_t width) {
  const auto at = judged.message.file->position(span.begin);
  const std::string head = fmt::format("{}:{}:{}: '{}': {}", judged.message.file->path(), at.line, at.column,
                                       printable(slice(judged.message.file->text(), span)), name(verdict.outcome));
  return wrapped(head, width - 2, "  ") + "\n" + derivation(derivation_of(verdict, knowledge), width);
}

/// Why each statement of a line, and each value in it, was or was not flagged.
std::string explain_place(const Place& place, const Session& session, const CommonOptions& options, size_t width, Report& report) {
  std::string out;
  const Knowledge knowledge = session.library->knowledge();
  for (const auto& judged : session.run(options).judge({place.path}, {}, report)) {
    const auto explain = [&](Span span, const auto& verdict) {
      if (judged->message.file->position(span.begin).line == place.line) out += verdict_text(*judged, span, verdict, knowledge, width);
    };
    for (const auto& statement : judged->statements) {
      explain(file_span_of(statement.verdict), statement.verdict);
      for (const auto& verdict : statement.values) {
        explain(judged->reading.file_span(verdict.claim.sentence().block, verdict.claim.value->span), verdict);
      }
    }
  }
  return out.empty() ? fmt::format("{}:{}: nothing was read on this line, so nothing was compared\n", place.path, place.line) : out;
}

std::string explain_finding(const Report& report, const std::string& id, size_t width) {
  for (const auto& finding : report.findings) {
    if (finding.id != id) continue;
    const auto at = finding.file->position(finding.span.begin);
    return fmt::format("{}:{}:{}: {} [{}]\n", finding.file->path(), at.line, at.column, printable(finding.message), finding.check) +
           derivation(finding.derivation, width);
  }
  return {};
}

int explain(const ExplainOptions& options) {
  const auto place = place_of(options.what);
  const auto session = open_session(options.common, place ? place->path : ".");
  if (!session) return kFailed;
  const size_t width = terminal_style("never").width;
  for (const auto& rule : session->library->checks().all()) {
    if (rule.code == options.what || rule.id == options.what) {
      write_out(rule_page(rule, width));
      return kClean;
    }
  }
  Report report;
  if (place) {
    const std::string text = explain_place(*place, *session, options.common, width, report);
    print(report.diagnostics);
    write_out(text);
    return report.diagnostics.has_errors() ? kFailed : kClean;
  }
  report = session->run(options.common).check(message_paths(options.paths, session->workspace));
  print(report.diagnostics);
  const std::string text = explain_finding(report, options.what, width);
  if (text.empty()) complain(fmt::format("'{}' is no check, no place FILE:LINE and no finding of these messages (name the messages after it)", options.what));
  write_out(text);
  return text.empty() ? kFailed : kClean;
}

}  // namespace

void add_explain_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<ExplainOptions>();
  auto* command = app.add_subcommand("explain", "Explain a check (A10), a finding (its id), or a line (FILE:LINE): what was compared, and why not more");
  command->add_option("what", options->what, "A code or id of a check, the id of a finding, or FILE:LINE")->required();
  command->add_option("paths", options->paths, "Messages to look for the finding in");
  add_common_options(*command, options->common);
  command->callback([options, &exit_code] { exit_code = explain(*options); });
}

}  // namespace selaras
