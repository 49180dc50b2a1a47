// One message through the whole house: read, judged, checked. What it needs for that is made once and used for one message after another;
// one checker a thread.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "engine/library.h"
#include "engine/message_report.h"
#include "message/reader.h"
#include "reading/reading.h"

namespace selaras {

/// Messages of a run, read and judged. Kept by `claims` and `explain`, which show more than the report holds.
struct JudgedMessage {
  Message message;
  Reading reading;
  std::vector<JudgedStatement> statements;
};

/// What holds for the messages that are checked in the same way. Outlives what is checked by it.
struct Setting {
  const Library& library;
  const CheckRules& checks;  // with the severities of the workspace
  Profile profile = Profile::draft;
  std::optional<Date> as_of;  // instead of each message's own day
  std::string language = "en";  // of the report
};

class MessageChecker {
 public:
  MessageChecker();
  ~MessageChecker();

  void judge(JudgedMessage& judged, const Setting& setting);
  MessageReport check(std::shared_ptr<const SourceFile> file, const CampaignDefaults::Values* defaults, const Setting& setting);
  /// Of a message that was read already.
  void check(Message message, const Setting& setting, MessageReport& into);

 private:
  struct Tools;
  Tools& tools(const LanguagePack& pack);
  std::map<const LanguagePack*, std::unique_ptr<Tools>> tools_;
};

}  // namespace selaras
