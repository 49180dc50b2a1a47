#include "judge/standing.h"

#include <algorithm>

namespace selaras {
namespace {

constexpr double kNear = 0.25;  // norms of one provision this close to its best speak with it

/// Which stand decides among the norms of one provision, the first that any has.
constexpr std::array kOrder = {Stand::supports, Stand::opposes, Stand::stronger, Stand::weaker, Stand::unsettled};

const StatementMatch* with_stand(const std::vector<const StatementMatch*>& norms, Stand stand, bool read) {
  for (const auto* norm : norms) {
    if (norm->act != ActRelation::none && norm->stand == stand && norm->stand_read == read && !norm->party_apart) return norm;
  }
  return nullptr;
}

/// A norm whose value is not told bears nothing out while another beside it, whose conditions are met as well, says the contrary of the
/// very act: "work without limit" in a vacation, forty-eight hours in term.
bool outweighed(const StatementMatch& supporting, const std::vector<const StatementMatch*>& norms) {
  if (supporting.agreeing > 0) return false;
  return std::any_of(norms.begin(), norms.end(), [&](const auto* norm) {
    const bool less = norm->stand == Stand::weaker && supporting.act == ActRelation::converse;  // a duty told as a choice of those who owe it
    const bool same = norm->stand_read && norm->act == ActRelation::equal && !norm->party_apart;
    return same && norm->conditions_named && (less || norm->stand == Stand::opposes);
  });
}

Standing standing_of(const std::vector<const StatementMatch*>& norms, const Provision& provision) {
  Standing s;
  s.best = s.telling = *norms.front();
  s.about = s.best.about;
  s.odds = s.best.odds;
  for (const bool read : {true, false}) {
    for (const Stand stand : kOrder) {
      const auto* norm = s.stand ? nullptr : with_stand(norms, stand, read);
      if (norm == nullptr || (stand == Stand::supports && outweighed(*norm, norms))) continue;
      s.stand = stand;
      s.read = read;
      s.telling = *norm;
    }
  }
  const auto any = [&](auto holds) { return std::any_of(norms.begin(), norms.end(), [&](const auto* n) { return holds(*n); }); };
  const auto all = [&](auto holds) { return std::all_of(norms.begin(), norms.end(), [&](const auto* n) { return holds(*n); }); };
  s.values_agree = any([](const StatementMatch& n) { return n.agreeing > 0; });
  s.values_differ = any([](const StatementMatch& n) { return n.differing > 0; }) && all([](const StatementMatch& n) { return n.differing > 0 || n.agreeing == 0; }) && !s.values_agree;
  s.conditions_unnamed = all([](const StatementMatch& n) { return !n.conditions_named; });
  s.exception_unnamed = any([&](const StatementMatch& n) { return !provision.norms[n.norm].exceptions.empty(); }) && !any([](const StatementMatch& n) { return n.exception_named; });
  s.most_told_as_fixed = any([](const StatementMatch& n) { return n.most_agrees; });
  const bool acted = any([](const StatementMatch& n) { return n.act != ActRelation::none; });
  s.another_party = acted && all([](const StatementMatch& n) { return n.act == ActRelation::none || n.party_apart; });
  return s;
}

}  // namespace

std::vector<Standing> standings(const std::vector<StatementMatch>& matches, const PolicyBase& policies) {
  std::vector<Standing> found;
  std::vector<ProvisionIndex> seen;
  for (const auto& match : matches) {
    if (std::find(seen.begin(), seen.end(), match.provision) != seen.end()) continue;
    seen.push_back(match.provision);
    std::vector<const StatementMatch*> norms;
    for (const auto& other : matches) {
      if (other.provision == match.provision && other.about + kNear >= match.about) norms.push_back(&other);
    }
    found.push_back(standing_of(norms, policies[match.provision]));
  }
  return found;
}

}  // namespace selaras
