#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/rules.h"
#include "report/wrap.h"

namespace selaras {
namespace {

using Json = nlohmann::ordered_json;

constexpr size_t kCode = 5;
constexpr size_t kSeverity = 10;

struct ListOptions {
  CommonOptions common;
  std::string format = "pretty";
};

std::string_view level(const CheckRule& rule, Profile profile) { return rule.enabled ? name(rule.severity.at(profile)) : "off"; }

std::string table(const std::vector<const CheckRule*>& rules, size_t width) {
  size_t id = 2;
  size_t kind = 4;
  for (const auto* rule : rules) {
    id = std::max(id, rule->id.size());
    kind = std::max(kind, rule->kind.size());
  }
  const auto row = [&](std::string_view code, std::string_view check, std::string_view what, std::string_view draft,
                       std::string_view clearance) {
    return fmt::format("{:<{}}{:<{}}{:<{}}{:<{}}{}\n", code, kCode, check, id + 2, what, kind + 2, draft, kSeverity, clearance);
  };
  std::string out = row("code", "id", "kind", "draft", "clearance");
  const std::string indent(kCode, ' ');
  for (const auto* rule : rules) {
    out += row(rule->code, rule->id, rule->kind, level(*rule, Profile::draft), level(*rule, Profile::clearance));
    out += indent + wrapped(printable(rule->title), width - kCode, indent) + "\n";
  }
  return out;
}

Json json_of(const CheckRule& rule) {
  return {
      {"id", rule.id},
      {"code", rule.code},
      {"title", rule.title},
      {"kind", rule.kind},
      {"severity", {{"draft", name(rule.severity.at(Profile::draft))}, {"clearance", name(rule.severity.at(Profile::clearance))}}},
      {"enabled", rule.enabled},
      {"source", rule.source},
      {"path", rule.id_at.path},
      {"examples", {{"flag", rule.flag.size()}, {"pass", rule.pass.size()}}}};
}

int list(const ListOptions& options) {
  const auto session = open_rules(options.common);
  if (!session) return kFailed;
  const auto rules = by_code(session->library->checks());
  if (options.format == "json") {
    Json checks = Json::array();
    for (const auto* rule : rules) checks.push_back(json_of(*rule));
    const Json json = {{"schema_version", 1}, {"checks", checks}};
    write_out(json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n");
  } else {
    write_out(table(rules, terminal_style("never").width));
  }
  return session->broken ? kFailed : kClean;
}

}  // namespace

void add_rules_list(CLI::App& rules, int& exit_code) {
  auto options = std::make_shared<ListOptions>();
  auto* command = rules.add_subcommand("list", "All checks: code, id, kind, severity in each profile, title");
  add_choice(*command, "--format", options->format, "pretty (default) or json", {"pretty", "json"});
  add_config_option(*command, options->common);
  command->callback([options, &exit_code] { exit_code = list(*options); });
}

}  // namespace selaras
