// The counts of docs/policies.md are those of the shipped base.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>

#include "policy/policy_base.h"

namespace selaras {
namespace {

struct Counts {
  size_t provisions = 0;
  std::map<ProvisionKind, size_t> kinds;
  std::map<Status, size_t> statuses;
  void add(const Provision& provision) {
    ++provisions;
    ++kinds[provision.kind];
    ++statuses[provision.status];
  }
  /// The columns after the number of facts.
  std::string row() {
    std::string text = fmt::format(" | {} |", provisions);
    for (int kind = 0; kind <= static_cast<int>(ProvisionKind::announcement); ++kind) text += fmt::format(" {} |", kinds[static_cast<ProvisionKind>(kind)]);
    for (const auto status : {Status::in_force, Status::pilot, Status::approved, Status::proposed, Status::suspended, Status::ended}) {
      text += fmt::format(" {} |", statuses[status]);
    }
    return text;
  }
};

}  // namespace

TEST_CASE("docs/policies.md counts what is there") {
  const DiskFileSystem disk;
  Diagnostics diagnostics;
  const std::string root = SELARAS_SOURCE_DIR;
  const auto policies = PolicyBase::load(disk, root + "/policies", Ontology::load(disk, root + "/rules/ontology", diagnostics), diagnostics);
  std::map<std::string, Counts> states;
  for (const auto& provision : policies.provisions()) {
    states[provision.jurisdiction].add(provision);
    states["all"].add(provision);
  }
  const auto page = std::get<std::string>(disk.read(root + "/docs/policies.md", 1U << 20U));
  for (auto& [state, counts] : states) {
    const size_t at = page.find("| " + state + " | ");
    REQUIRE_MESSAGE(at != std::string::npos, "docs/policies.md has no row for ", state);
    const auto line = page.substr(at, page.find('\n', at) - at);
    CHECK_MESSAGE(line.ends_with(counts.row()), line, " should end with", counts.row());
  }
}

}  // namespace selaras
