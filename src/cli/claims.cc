#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>

#include "cli/command.h"
#include "report/wrap.h"

namespace selaras {
namespace {

struct ClaimsOptions {
  CommonOptions common;
  std::vector<std::string> paths;
};

std::string_view word(TimeView time) {
  switch (time) {
    case TimeView::present: return "";
    case TimeView::past: return ", of the past";
    case TimeView::planned: return ", as a plan";
  }
  return "";
}

std::string_view word(Stance stance) {
  switch (stance) {
    case Stance::asserted: return "states";
    case Stance::asked: return "asks";
    case Stance::attributed: return "reports";
    case Stance::denied: return "denies";
  }
  return "";
}

std::string named(const ValueClaim& claim, const Ontology& ontology) {
  std::vector<std::string_view> names;
  for (const auto& mention : claim.context->concepts) {
    const std::string_view id = ontology[mention.id].id;
    if (mention.nearness != Nearness::context && std::find(names.begin(), names.end(), id) == names.end()) names.push_back(id);
  }
  return fmt::format("{}", fmt::join(names, " "));
}

std::string understood(const JudgedMessage& judged, const Ontology& ontology, size_t width) {
  std::string out = fmt::format("{} ({}, {}, {})\n", judged.message.file->path(), judged.message.id, judged.message.language, judged.message.publish.iso());
  for (const auto& statement : judged.statements) for (const auto& verdict : statement.values) {
    const auto& claim = verdict.claim;
    const auto place = judged.message.file->position(judged.reading.file_span(claim.sentence().block, claim.value->span).begin);
    const std::string said = fmt::format("{}:{} {} {}{}", place.line, place.column, word(claim.stance), describe(*claim.value), word(claim.time));
    out += "  " + wrapped(said, width - 6, "      ") + "\n";
    out += "      " + wrapped(named(claim, ontology), width - 6, "      ") + "\n";
  }
  return out;
}

int claims(const ClaimsOptions& options) {
  const auto session = open_session(options.common, options.paths.empty() ? "." : options.paths.front());
  if (!session) return kFailed;
  Report report;
  const auto messages = session->run(options.common).judge(message_paths(options.paths, session->workspace), {}, report);
  print(report.diagnostics);
  std::string out;
  for (const auto& judged : messages) out += understood(*judged, session->library->ontology(), terminal_style("never").width);
  write_out(out);
  return session->broken || report.diagnostics.has_errors() ? kFailed : kClean;
}

}  // namespace

void add_claims_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<ClaimsOptions>();
  auto* command = app.add_subcommand("claims", "Show what was understood of messages, before anything is compared");
  command->add_option("paths", options->paths, "Message files or folders");
  add_common_options(*command, options->common);
  command->callback([options, &exit_code] { exit_code = claims(*options); });
}

}  // namespace selaras
