// What a text says as open propositions: of how much of something (a share, a number) something holds, under which modality, when
// and under which conditions. A proposition is a bag of terms, not a tree: which term does what to which is left open, and two
// propositions of the same terms are taken to speak of the same event. What a sentence says in other words than one proposition
// ("not only", "except", "until", "A, not B") becomes several. Nothing is judged here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "judge/open_word.h"

namespace selaras {

enum class Region : uint8_t {
  says,       // what is told of them
  subject,    // what a quantity ranges over
  condition,  // when it holds
  comment,    // what is thought of it
};

struct ClaimPart {
  Term term;
  Region region = Region::says;
};

struct Proposition {
  std::vector<ClaimPart> parts;
  std::vector<Term> unless;     // does not speak of these
  Share share = Share::some();  // of what the quantity ranges over, that this holds for; a plain statement: some or none
  Ranges ranges = Ranges::bare;
  std::optional<Measure> count;      // how many
  bool count_of_rest = false;        // the number is of those for whom it does not hold
  Modality modality = Modality::is;  // the positive one: "must not" is "may" with the share none
  bool advice = false;
  bool past_only = false;        // used to be so
  bool denied_quantity = false;  // "not all", "not many"
  bool qualified = false;        // of how much it holds is said elsewhere
  bool presupposed = false;      // taken for granted, so that nobody need bear it out
  bool implied = false;          // not said in so many words
  bool doubtful = false;         // the reach of an operator is not clear
};

/// Propositions of which at least one holds; with one it is told outright.
using Alternatives = std::vector<Proposition>;

struct OpenClaim {
  std::vector<Alternatives> told;  // all of them hold
  bool asked = false;              // a question is among the sentences
  bool too_long = false;           // more than can be held against each other; nothing is told then
};

OpenClaim open_claim(std::string_view text, const OpenReader& reader);

}  // namespace selaras
