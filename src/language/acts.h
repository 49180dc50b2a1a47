// Acts of two parts: a plain verb with what it is done to ("keep" … "passport") is one mention of an action, so that a pack need not list
// every way in which the two can stand together.
#pragma once

#include <vector>

#include "language/lexicon.h"

namespace selaras {

/// Adds a mention for every act of the pack whose verb and object stand in one sentence, few words apart; the mention stands on the
/// verb. Verbs that found no object are taken away. `mentions` stay in the order of their start, longer first.
void compose_acts(const LanguagePack& pack, const Segmentation& segmentation, std::vector<Mention>& mentions);

}  // namespace selaras
