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

Standing standing_of(const std::vector<const StatementMatch*>& norms, const Provision& provision) {
  Standing s;
  s.best = s.telling = *norms.front();
  s.about = s.best.about;
  s.odds = s.best.odds;
  for (const bool read : {true, false}) {
    for (const Stand stand : kOrder) {
      const auto* norm = s.stand ? nullptr : with_stand(norms, stand, read);
      if (norm == nullptr) continue;
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
  // The places of each provision's norms, best first; provisions in the order of their best norms.
  std::vector<std::vector<const StatementMatch*>> norms;
  std::vector<uint32_t> place(policies.provisions().size(), 0);  // one more than that of the provision's norms
  for (const auto& match : matches) {
    uint32_t& at = place[match.provision];
    if (at == 0) {
      norms.emplace_back();
      at = static_cast<uint32_t>(norms.size());
    }
    auto& own = norms[at - 1];
    if (own.empty() || match.about + kNear >= own.front()->about) own.push_back(&match);
  }
  std::vector<Standing> found;
  found.reserve(norms.size());
  for (const auto& own : norms) found.push_back(standing_of(own, policies[own.front()->provision]));
  return found;
}

}  // namespace selaras
