#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/policies.h"
#include "data/fields.h"
#include "policy/policy_files.h"
#include "report/wrap.h"

namespace selaras {
namespace {

struct ListOptions {
  CommonOptions common;
  std::string topic, state, status;
};

bool selected(const Provision& provision, const ListOptions& options, const std::optional<Date>& as_of) {
  const bool topic = options.topic.empty() || provision.topic == options.topic;
  const bool state = options.state.empty() || provision.jurisdiction == options.state;
  const bool status = options.status.empty() || name(provision.status) == options.status;
  return topic && state && status && (!as_of || provision.holds_on(*as_of));
}

int list(const ListOptions& options) {
  const auto session = open_session(options.common, ".");
  if (!session) return kFailed;
  const size_t width = terminal_style("never").width;
  std::string out;
  for (const auto& provision : session->library->policies().provisions()) {
    if (!selected(provision, options, session->workspace.as_of)) continue;
    out += wrapped(fmt::format("{:<14}{:<30}{}", provision.id, provision.topic, life_of(provision)), width, "    ") + "\n";
    out += "    " + wrapped(provision.statement, width - 4, "    ") + "\n";
  }
  write_out(out);
  return session->broken ? kFailed : kClean;
}

std::vector<std::string> status_names() {
  std::vector<std::string> names;
  for (size_t i = 0; i <= static_cast<size_t>(Status::ended); ++i) names.emplace_back(name(static_cast<Status>(i)));
  return names;
}

}  // namespace

void add_policies_list(CLI::App& policies, int& exit_code) {
  auto options = std::make_shared<ListOptions>();
  auto* command = policies.add_subcommand("list", "Provisions by topic, state, status, and those that hold on a day (--as-of)");
  const std::vector<std::string> known_topics(topics().begin(), topics().end());
  add_choice(*command, "--topic", options->topic, "Only this topic", known_topics);
  command->add_option("--state", options->state, "Only this jurisdiction (ISO code)");
  add_choice(*command, "--status", options->status, "Only this status", status_names());
  add_common_options(*command, options->common);
  command->callback([options, &exit_code] { exit_code = list(*options); });
}

}  // namespace selaras
