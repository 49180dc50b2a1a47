// Figures of a report against gold: precision, recall, located, false alarms, support and evidence, by code, group and language. The
// rules of counting are those of tests/eval/FORMAT.md; tests/eval/score.py is the independent second implementation, and a test holds
// the two together.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/gold.h"
#include "engine/report_model.h"

namespace selaras {

struct Tally {
  int gold = 0, hit = 0, located = 0, reported = 0, right = 0;
  int clear = 0, alarms = 0, backed = 0, says = 0, says_right = 0;
  int defects = 0, defects_backed = 0, evidence = 0, evidence_of = 0;

  static std::optional<double> share(int part, int of);
  std::optional<double> recall() const { return share(hit, gold); }
  std::optional<double> precision() const { return share(right, reported); }
  std::optional<double> false_alarm_rate() const { return share(alarms, clear); }
};

struct Scoreboard {
  std::map<std::string, Tally> rows;  // "all", "group A", "code A10", "language en"
  std::vector<std::string> log;       // every miss, false finding and alarm, a line each
};

struct ScoreOptions {
  std::vector<std::string> codes = {"A", "B", "C"};  // groups or codes under test
  bool with_asks = false;
};

Scoreboard score(const std::map<std::string, GoldMessage>& gold, const Report& report, const ScoreOptions& options);

/// The table for people, and the same figures as score.py --json prints them.
std::string to_table(const Scoreboard& board, size_t messages, const ScoreOptions& options);
std::string to_json(const Scoreboard& board);

}  // namespace selaras
