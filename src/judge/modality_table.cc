#include "judge/modality_table.h"

#include <array>
#include <optional>

namespace selaras {
namespace {

/// What a cell says before regime and hedge are looked at.
enum class Cell : uint8_t { S, W, O, X, U, XcUo, ScOo, ScUo, XuOh };

constexpr size_t kModalities = 9;
using enum Cell;

// Rows: the claim; columns: the rule; both in the order of Modality: must, must-not, may, need-not, entitled, not-entitled, will, will-not,
// is. logic.md 6.2; the column `is` (definitions, lists) settles nothing, the row `is` is a plain statement of how things are.
constexpr std::array<std::array<Cell, kModalities>, kModalities> kTable = {{
    // must   must-not may   need-not entitled not-ent will   will-not is
    {S, X, O, X, O, U, U, X, U},                // must
    {X, S, X, O, X, ScOo, X, U, U},             // must-not
    {W, X, S, S, S, XcUo, U, U, U},             // may: a duty told as a choice is weaker, and grave where it is breached
    {X, W, S, S, S, U, U, S, U},                // need-not
    {W, X, O, U, S, X, W, X, U},                // entitled: a duty told as a right
    {U, ScUo, XcUo, U, X, S, X, S, U},          // not-entitled
    {S, X, O, O, S, X, S, X, U},                // will
    {X, S, XuOh, O, X, W, X, S, U},             // will-not
    {S, U, S, U, S, U, S, U, S},                // is: naming an act does not say that it is allowed
}};

std::optional<Modality> opposite(Modality modality) {
  switch (modality) {
    case Modality::must: return Modality::must_not;
    case Modality::must_not: return Modality::must;
    case Modality::entitled: return Modality::must_not;
    case Modality::will:
    case Modality::is: return Modality::will_not;
    case Modality::will_not: return Modality::will;
    default: return std::nullopt;  // a choice of one act says nothing of its opposite
  }
}

}  // namespace

Stand stand_of(Modality claim, Modality rule, Regime regime, bool hedged) {
  const bool closed = regime == Regime::closed;
  switch (kTable[static_cast<size_t>(claim)][static_cast<size_t>(rule)]) {
    case S: return Stand::supports;
    case W: return Stand::weaker;
    case O: return Stand::stronger;
    case X: return Stand::opposes;
    case U: return Stand::unsettled;
    case XcUo: return closed ? Stand::opposes : Stand::unsettled;
    case ScOo: return closed ? Stand::supports : Stand::stronger;
    case ScUo: return closed ? Stand::supports : Stand::unsettled;
    case XuOh: return hedged ? Stand::stronger : Stand::opposes;
  }
  return Stand::unsettled;
}

Stand stand_of_converse(Modality claim, Modality rule, Regime regime) {
  // What one side need not do the other may not demand, or simply need not receive: both are tried.
  if (claim == Modality::need_not || claim == Modality::not_entitled) {
    const Stand forbidden = stand_of(Modality::must_not, rule, regime);
    const Stand free = stand_of(Modality::need_not, rule, regime);
    if (forbidden == free) return free;
    return forbidden == Stand::supports || free == Stand::supports ? Stand::supports : Stand::unsettled;
  }
  if (claim == Modality::must) {
    const Stand demanded = stand_of(Modality::may, rule, regime);
    const Stand owed = stand_of(Modality::must, rule, regime);
    if (demanded == owed) return owed;
    return demanded == Stand::supports || owed == Stand::supports ? Stand::supports : Stand::unsettled;
  }
  if (claim == Modality::entitled) return stand_of(Modality::must, rule, regime);
  return stand_of(claim, rule, regime);
}

Stand stand_of_antonym(Modality claim, Modality rule, Regime regime) {
  const auto turned = opposite(claim);
  return turned ? stand_of(*turned, rule, regime) : Stand::unsettled;
}

std::string_view name(Stand stand) {
  constexpr std::array<std::string_view, 5> names = {"supports", "is weaker than", "is stronger than", "opposes", "leaves open"};
  return names[static_cast<size_t>(stand)];
}

}  // namespace selaras
