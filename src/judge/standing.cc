#include "judge/standing.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace selaras {
namespace {

constexpr double kNear = 0.25;  // norms of one provision this close to its best speak with it

/// Which stand decides among the norms of one provision, the first that any has.
constexpr std::array kOrder = {Stand::supports, Stand::opposes, Stand::stronger, Stand::weaker, Stand::unsettled};

using Norms = std::span<const StatementMatch* const>;

const StatementMatch* with_stand(Norms norms, Stand stand, bool read) {
  for (const auto* norm : norms) {
    if (norm->act != ActRelation::none && norm->stand == stand && norm->stand_read == read && !norm->party_apart) return norm;
  }
  return nullptr;
}

/// A norm whose value is not told bears nothing out while another beside it, whose conditions are met as well, says the contrary of the
/// very act: "work without limit" in a vacation, forty-eight hours in term.
bool outweighed(const StatementMatch& supporting, Norms norms) {
  if (supporting.agreeing > 0) return false;
  return std::any_of(norms.begin(), norms.end(), [&](const auto* norm) {
    const bool less = norm->stand == Stand::weaker && supporting.act == ActRelation::converse;  // a duty told as a choice of those who owe it
    const bool same = norm->stand_read && norm->act == ActRelation::equal && !norm->party_apart;
    return same && norm->conditions_named && (less || norm->stand == Stand::opposes);
  });
}

Standing standing_of(Norms norms, const Provision& provision) {
  const StatementMatch* telling = nullptr;
  for (const bool read : {true, false}) {
    for (const Stand stand : kOrder) {
      const StatementMatch* norm = telling == nullptr ? with_stand(norms, stand, read) : nullptr;
      if (norm != nullptr && !(stand == Stand::supports && outweighed(*norm, norms))) telling = norm;
    }
  }
  const StatementMatch& best = *norms.front();
  Standing s{best, telling == nullptr ? best : *telling};
  s.about = best.about;
  s.odds = best.odds;
  if (telling != nullptr) {
    s.stand = telling->stand;
    s.read = telling->stand_read;
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
  // Provisions in the order of their best norms, then the near norms of each, best first, one provision behind the other.
  struct Own {
    const StatementMatch* best;
    uint32_t first = 0, last = 0;
  };
  std::vector<Own> provisions;
  provisions.reserve(64);
  std::vector<uint16_t> number(policies.provisions().size(), 0);  // one more than the provision's place
  const auto is_near = [](const StatementMatch& match, const StatementMatch& best) { return &match == &best || match.about + kNear >= best.about; };
  for (const auto& match : matches) {
    uint16_t& at = number[match.provision];
    if (at == 0) {
      provisions.push_back({&match});
      at = static_cast<uint16_t>(provisions.size());
    }
    Own& own = provisions[at - 1U];
    if (is_near(match, *own.best)) ++own.last;
  }
  uint32_t total = 0;
  for (Own& own : provisions) {
    own.first = total;
    total += std::exchange(own.last, total);
  }
  std::vector<const StatementMatch*> norms(total);
  for (const auto& match : matches) {
    Own& own = provisions[number[match.provision] - 1U];
    if (is_near(match, *own.best)) norms[own.last++] = &match;
  }
  std::vector<Standing> found;
  found.reserve(provisions.size());
  for (const Own& own : provisions) found.push_back(standing_of(Norms(norms).subspan(own.first, own.last - own.first), policies[own.best->provision]));
  return found;
}

}  // namespace selaras
