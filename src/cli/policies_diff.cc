#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/policies.h"
#include "policy/changes.h"
#include "report/wrap.h"

namespace selaras {
namespace {

struct DiffOptions {
  CommonOptions common;
  std::string first, second, state, topic;
};

constexpr std::string_view kIndent = "      ";

std::string quantities_of(const Provision& provision, const Ontology& ontology) {
  std::string text;
  for (const auto& norm : provision.norms) {
    for (const auto& quantity : norm.quantities) {
      const auto told = fmt::format("{} {}", ontology[quantity.attribute].id, describe(quantity));
      if (text.find(told) == std::string::npos) text += (text.empty() ? "" : "; ") + told;
    }
  }
  return text;
}

std::string side(std::string_view mark, const Provision& provision, const Ontology& ontology, size_t width) {
  std::string out = wrapped(fmt::format("  {} {}  {}  {}", mark, provision.id, provision.topic, life_of(provision)), width, std::string(kIndent)) + "\n";
  const auto line = [&](const std::string& text) { out += std::string(kIndent) + wrapped(text, width - kIndent.size(), std::string(kIndent)) + "\n"; };
  line(provision.statement);
  if (const auto quantities = quantities_of(provision, ontology); !quantities.empty()) line(quantities);
  return out;
}

bool selected(const Change& change, const DiffOptions& options) {
  const Provision& provision = change.after != nullptr ? *change.after : *change.before;
  return (options.state.empty() || provision.jurisdiction == options.state) && (options.topic.empty() || provision.topic == options.topic);
}

std::string shown(const Change& change, const Ontology& ontology, size_t width) {
  std::string out;
  switch (change.kind) {
    case Change::Kind::replaced: out = fmt::format("{} gave way to {}\n", change.before->id, change.after->id); break;
    case Change::Kind::began: out = fmt::format("{} began\n", change.after->id); break;
    case Change::Kind::ended: out = fmt::format("{} ended\n", change.before->id); break;
  }
  if (change.before != nullptr) out += side("-", *change.before, ontology, width);
  if (change.after != nullptr) out += side("+", *change.after, ontology, width);
  return out;
}

int diff(const DiffOptions& options) {
  const auto first = Date::parse_iso(options.first);
  const auto second = Date::parse_iso(options.second);
  if (!first || !second) {
    complain(fmt::format("'{}' is no day (write YYYY-MM-DD)", first ? options.second : options.first));
    return kFailed;
  }
  const auto session = open_session(options.common, ".");
  if (!session) return kFailed;
  const size_t width = terminal_style("never").width;
  std::string out;
  for (const auto& change : changes_between(session->library->policies(), *first, *second)) {
    if (selected(change, options)) out += shown(change, session->library->ontology(), width);
  }
  write_out(out);
  return session->broken ? kFailed : kClean;
}

}  // namespace

void add_policies_diff(CLI::App& policies, int& exit_code) {
  auto options = std::make_shared<DiffOptions>();
  auto* command = policies.add_subcommand("diff", "What changed in the law between two days");
  command->add_option("first", options->first, "The first day, YYYY-MM-DD")->required();
  command->add_option("second", options->second, "The second day")->required();
  command->add_option("--state", options->state, "Only this jurisdiction (ISO code)");
  command->add_option("--topic", options->topic, "Only this topic");
  add_common_options(*command, options->common);
  command->callback([options, &exit_code] { exit_code = diff(*options); });
}

}  // namespace selaras
