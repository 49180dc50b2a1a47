// Reports of messages that were checked before, so that a run over thousands of messages of which none changed need not read them again. A kept
// report is used when, and only when, every byte that it was made from is the same: the message, the fields that campaign.yaml gives it, rules,
// policies, the severities and the day of the run, and the program itself.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/check_message.h"
#include "store/result_cache.h"

namespace selaras {

class KeptReports {
 public:
  /// In this file. `cache` outlives it.
  explicit KeptReports(ResultCache& cache) : cache_(cache) {}

  struct Question {
    std::shared_ptr<const SourceFile> file;
    const CampaignDefaults::Values* defaults;
    const Setting* setting;
  };
  /// The kept report of each, in their order; what is missing, and what has no file, is nullopt.
  std::vector<std::optional<MessageReport>> find(const std::vector<Question>& questions);

  /// Those without diagnostics, in the order of the questions; `reports[i]` answers `questions[i]`, and those that were `found` are there already.
  void keep(const std::vector<Question>& questions, const std::vector<MessageReport>& reports, const std::vector<bool>& found);

 private:
  ResultCache& cache_;
};

/// The bytes of a report and back; nullopt when they are none. Exposed for the tests.
std::optional<std::string> to_bytes(const MessageReport& report, const PolicyBase& policies);
std::optional<MessageReport> report_from(std::string bytes, const std::shared_ptr<const SourceFile>& file, const PolicyBase& policies);

}  // namespace selaras
