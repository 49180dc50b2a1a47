#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>

#include "cli/policies.h"
#include "data/fields.h"
#include "engine/provision_version.h"
#include "reading/sentence.h"
#include "report/wrap.h"

namespace selaras {
namespace {

struct ShowOptions {
  CommonOptions common;
  std::vector<std::string> ids;
};

std::string atom_text(const Atom& atom, const Ontology& ontology) {
  const std::string_view sign = atom.negated ? "not " : "";
  if (atom.quantity) return fmt::format("{}{} {}", sign, ontology[atom.quantity->attribute].id, describe(*atom.quantity));
  std::vector<std::string_view> names;
  for (const ConceptId id : atom.concepts) names.push_back(ontology[id].id);
  const std::string slot = atom.slot == Slot::any ? "" : fmt::format("{} ", name(atom.slot));
  return fmt::format("{}{}{}", sign, slot, fmt::join(names, " or "));
}

std::string norm_text(const Frame& norm, const Ontology& ontology) {
  const auto word = [&](ConceptId id) { return id.known() ? " " + ontology[id].id : std::string(); };
  std::string text = fmt::format("{} {}{}{}{}", ontology[norm.bearer].id, name(norm.modality), word(norm.action), word(norm.object), word(norm.counterparty));
  const auto together = [&](const std::vector<Atom>& conjunction) {
    std::vector<std::string> parts;
    for (const auto& atom : conjunction) parts.push_back(atom_text(atom, ontology));
    return fmt::format("{}", fmt::join(parts, " and "));
  };
  for (const auto& conjunction : norm.conditions) text += "; if " + together(conjunction);
  for (const auto& conjunction : norm.exceptions) text += "; except " + together(conjunction);
  for (const auto& quantity : norm.quantities) text += fmt::format("; {} {}", ontology[quantity.attribute].id, describe(quantity));
  return text;
}

/// In the language of the policies where its pack can tell sentences; in the file's own terms where it cannot.
std::string told(const Frame& norm, const Library& library) {
  const auto text = sentence(norm, library.ontology(), library.policy_lexicon().pack());
  return text.empty() ? norm_text(norm, library.ontology()) : text;
}

std::string field(std::string_view label, std::string_view text, size_t width) {
  return fmt::format("  {:<11}{}\n", label, wrapped(text, width - 13, std::string(13, ' ')));
}

std::string timeline(const Provision& provision, const PolicyBase& policies, size_t width) {
  std::string out;
  const auto index = *policies.index_of(provision.id);
  for (const auto old : policies.predecessors(index)) out += field("replaced", fmt::format("{} ({}): {}", policies[old].id, life_of(policies[old]), policies[old].statement), width);
  for (const auto later : policies.successors(index)) out += field("replaced by", fmt::format("{} ({}): {}", policies[later].id, life_of(policies[later]), policies[later].statement), width);
  return out;
}

std::string shown(const Provision& provision, const Library& library, size_t width) {
  const std::string title = fmt::format("{}  {}  {}, {}", provision.id, provision.topic, name(provision.kind), life_of(provision));
  std::string out = wrapped(title, width, "  ") + "\n";
  out += field("statement", provision.statement, width);
  for (const auto& norm : provision.norms) out += field("norm", told(norm, library), width);
  for (const auto& part : provision.unmodelled) out += field("not a norm", fmt::format("{} ({})", part.part, part.reason), width);
  out += field("source", fmt::format("{}{}{}; {}", provision.instrument.title, provision.source.section.empty() ? "" : ", ", provision.source.section, provision.instrument.publisher), width);
  if (!provision.instrument.url.empty()) out += fmt::format("  {:<11}{}\n", "", provision.instrument.url);
  out += field("confidence", name(provision.confidence), width);
  out += field("version", provision_version(provision), width);
  if (provision.review_by) out += field("review by", provision.review_by->iso(), width);
  if (!provision.practice_note.empty()) out += field("note", provision.practice_note, width);
  return out + timeline(provision, library.policies(), width);
}

int show(const ShowOptions& options) {
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

}  // namespace

void add_policies_show(CLI::App& policies, int& exit_code) {
  auto options = std::make_shared<ShowOptions>();
  auto* command = policies.add_subcommand("show", "A provision with its norms as sentences, its source and what it replaced");
  command->add_option("ids", options->ids, "Provision ids")->required();
  add_common_options(*command, options->common);
  command->callback([options, &exit_code] { exit_code = show(*options); });
}

}  // namespace selaras
