// The examples that the rules of the checks carry, run: each becomes a message of its own, goes through the whole engine, and does what
// its rule says of it or not. Nothing but rules and policies has a say: no workspace, no campaign defaults, no day but the example's own.
#pragma once

#include <string>
#include <vector>

#include "engine/library.h"
#include "engine/report_model.h"

namespace selaras {

struct ExampleRun {
  const CheckRule* rule;  // both live as long as the library
  const CheckRule::Example* example;
  bool shall_flag;                  // of `flag`; else of `pass`
  std::vector<Finding> own, other;  // findings of the check, and of other checks
  std::vector<NotEvaluated> not_evaluated;
  Diagnostics diagnostics;  // of its front matter

  bool readable() const { return !diagnostics.has_errors(); }
  bool passed() const { return readable() && own.empty() != shall_flag; }
};

/// The example as the text of a message: its own front matter above the defaults (an international issuer, English, a leaflet).
std::string message_of(const CheckRule::Example& example);

/// `example` stands under `flag` of the rule, or under `pass`.
ExampleRun run_example(const Library& library, const CheckRule& rule, const CheckRule::Example& example, bool shall_flag);

/// The examples of one rule, those of `flag` first.
std::vector<ExampleRun> run_examples(const Library& library, const CheckRule& rule);

}  // namespace selaras
