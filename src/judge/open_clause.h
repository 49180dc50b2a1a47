// Cuts the words of a sentence into what is told and the circumstances under which it is told, and what is told into clauses of
// which each makes one proposition: at joining words between whole clauses, and where a short piece stands for a whole one ("tea,
// but not coffee"), which then gets the words it shares with the clause before it.
#pragma once

#include <vector>

#include "judge/open_word.h"

namespace selaras {

struct Circumstance {
  WordRole opened_by;  // condition, exception, until, before, after, lacking
  bool only = false;   // "only if", "not until": otherwise the opposite holds
  std::vector<OpenWord> words;
};

struct OpenClause {
  std::vector<OpenWord> words;
  bool alternative = false;  // joined to the one before by "or"
  bool qualified = false;    // the next one says of how much it holds: "it leaks, but not much"
  bool unclear = false;      // alternatives under a denial that cannot be told apart
};

struct OpenClauses {
  std::vector<OpenClause> main;
  std::vector<Circumstance> circumstances;
  bool no_longer = false;
  bool formerly = false;
};

OpenClauses split_open_clauses(const std::vector<OpenWord>& words);

}  // namespace selaras
