// The modality that a class of cues gives to the act in its reach.
#pragma once

#include <optional>

#include "frame/frame.h"
#include "language/pack.h"

namespace selaras {

/// nullopt for cues that give none.
constexpr std::optional<Modality> modality_of(CueClass is) {
  switch (is) {
    case CueClass::obligation:
    case CueClass::advice: return Modality::must;
    case CueClass::prohibition:
    case CueClass::inability:
    case CueClass::advice_against: return Modality::must_not;
    case CueClass::no_obligation: return Modality::need_not;
    case CueClass::permission:
    case CueClass::possibility: return Modality::may;
    case CueClass::entitlement: return Modality::entitled;
    case CueClass::no_entitlement: return Modality::not_entitled;
    case CueClass::future: return Modality::will;
    default: return std::nullopt;
  }
}

}  // namespace selaras
