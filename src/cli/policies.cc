#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/command.h"
#include "data/fields.h"
#include "report/wrap.h"

namespace selaras {
namespace {

struct PolicyOptions {
  CommonOptions common;
  std::vector<std::string> ids;
  std::string topic, state, status;
};

std::string validity(const Provision& provision) {
  const auto& [from, to] = provision.in_force;
  const std::string since = provision.from_is_page_date ? "at the latest " : "";
  return fmt::format("{} {}{} – {}", name(provision.status), since, from ? from->iso() : "…", to ? to->iso() : "…");
}

std::string atom_text(const Atom& atom, const Ontology& ontology) {
  if (atom.quantity) return fmt::format("{} {}", ontology[atom.quantity->attribute].id, describe(*atom.quantity));
  std::vector<std::string_view> names;
  for (const ConceptId id : atom.concepts) names.push_back(ontology[id].id);
  const std::string slot = atom.slot == Slot::any ? "" : fmt::format("{} ", name(atom.slot));
  return fmt::format("{}{}{}", atom.negated ? "not " : "", slot, fmt::join(names, " or "));
}

std::string norm_text(const Frame& norm, const Ontology& ontology) {
  const auto word = [&](ConceptId id) { return id.known() ? " " + ontology[id].id : std::string(); };
  std::string text = fmt::format("{} {}{}{}{}", ontology[norm.bearer].id, name(norm.modality), word(norm.action), word(norm.object), word(norm.counterparty));
  for (const auto& conjunction : norm.conditions) {
    std::vector<std::string> parts;
    for (const auto& atom : conjunction) parts.push_back(atom_text(atom, ontology));
    text += fmt::format("; if {}", fmt::join(parts, " and "));
  }
  for (const auto& atom : norm.exceptions) text += "; except " + atom_text(atom, ontology);
  for (const auto& quantity : norm.quantities) text += fmt::format("; {} {}", ontology[quantity.attribute].id, describe(quantity));
  return text;
}

std::string field(std::string_view label, std::string_view text, size_t width) {
  return fmt::format("  {:<11}{}\n", label, wrapped(text, width - 13, std::string(13, ' ')));
}

std::string timeline(const Provision& provision, const PolicyBase& policies, size_t width) {
  std::string out;
  const auto index = *policies.index_of(provision.id);
  for (const auto old : policies.predecessors(index)) out += field("replaced", fmt::format("{} ({}): {}", policies[old].id, validity(policies[old]), policies[old].statement), width);
  for (const auto later : policies.successors(index)) out += field("replaced by", fmt::format("{} ({}): {}", policies[later].id, validity(policies[later]), policies[later].statement), width);
  return out;
}

std::string shown(const Provision& provision, const Library& library, size_t width) {
  const std::string title = fmt::format("{}  {}  {}, {}", provision.id, provision.topic, name(provision.kind), validity(provision));
  std::string out = wrapped(title, width, "  ") + "\n";
  out += field("statement", provision.statement, width);
  for (const auto& norm : provision.norms) out += field("norm", norm_text(norm, library.ontology()), width);
  for (const auto& part : provision.unmodelled) out += field("not a norm", fmt::format("{} ({})", part.part, part.reason), width);
  out += field("source", fmt::format("{}{}{}; {}", provision.instrument.title, provision.source.section.empty() ? "" : ", ", provision.source.section, provision.instrument.publisher), width);
  if (!provision.instrument.url.empty()) out += fmt::format("  {:<11}{}\n", "", provision.instrument.url);
  out += field("confidence", name(provision.confidence), width);
  if (!provision.practice_note.empty()) out += field("note", provision.practice_note, width);
  return out + timeline(provision, library.policies(), width);
}

int show(const PolicyOptions& options) {
  const auto session = open_session(options.common, ".");
  if (!session) return kFailed;
  const auto& policies = session->library->policies();
  std::vector<std::string_view> known;
  for (const auto& provision : policies.provisions()) known.push_back(provision.id);
  int result = session->broken ? kFailed : kClean;
  std::string out;
  for (const auto& id : options.ids) {
    const auto* provision = policies.find(id);
    if (provision != nullptr) {
      out += shown(*provision, *session->library, terminal_style("never").width);
    } else {
      complain(fmt::format("no provision '{}' ({})", id, suggestion(id, known)));
      result = kFailed;
    }
  }
  write_out(out);
  return result;
}

bool selected(const Provision& provision, const PolicyOptions& options, const std::optional<Date>& as_of) {
  const bool topic = options.topic.empty() || provision.topic == options.topic;
  const bool state = options.state.empty() || provision.jurisdiction == options.state;
  const bool status = options.status.empty() || name(provision.status) == options.status;
  return topic && state && status && (!as_of || provision.holds_on(*as_of));
}

int list(const PolicyOptions& options) {
  const auto session = open_session(options.common, ".");
  if (!session) return kFailed;
  const size_t width = terminal_style("never").width;
  std::string out;
  for (const auto& provision : session->library->policies().provisions()) {
    if (!selected(provision, options, session->workspace.as_of)) continue;
    out += wrapped(fmt::format("{:<14}{:<30}{}", provision.id, provision.topic, validity(provision)), width, "    ") + "\n";
    out += "    " + wrapped(provision.statement, width - 4, "    ") + "\n";
  }
  write_out(out);
  return session->broken ? kFailed : kClean;
}

}  // namespace

void add_policies_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<PolicyOptions>();
  auto* command = app.add_subcommand("policies", "Look into the policy base");
  command->require_subcommand(1);
  auto* show_command = command->add_subcommand("show", "A provision with its norms, source and timeline");
  show_command->add_option("ids", options->ids, "Provision ids")->required();
  add_common_options(*show_command, options->common);
  show_command->callback([options, &exit_code] { exit_code = show(*options); });
  auto* list_command = command->add_subcommand("list", "Provisions by topic, state, status and day");
  list_command->add_option("--topic", options->topic, "Only this topic");
  list_command->add_option("--state", options->state, "Only this jurisdiction (ISO code)");
  list_command->add_option("--status", options->status, "Only this status");
  add_common_options(*list_command, options->common);
  list_command->callback([options, &exit_code] { exit_code = list(*options); });
}

}  // namespace selaras
