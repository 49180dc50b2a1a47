#include "engine/message_report.h"

#include <algorithm>
#include <iterator>

namespace selaras {
namespace {

template <typename T>
void move_to(std::vector<T>& into, std::vector<T>& from) {
  std::move(from.begin(), from.end(), std::back_inserter(into));
}

}  // namespace

void add(MessageReport part, Report& report) {
  if (part.kind == MessageReport::Kind::no_message) report.skipped.push_back({part.file->path(), "no front matter: not a message"});
  if (part.kind != MessageReport::Kind::message) return;
  ++report.messages;
  report.claims += part.claims;
  report.checked.push_back({part.file->path(), part.id, part.country, part.language});
  auto& states = report.not_covered;
  for (const auto& state : part.states) {
    const auto place = std::lower_bound(states.begin(), states.end(), state);
    if (place == states.end() || *place != state) states.insert(place, state);
  }
  move_to(report.findings, part.findings);
  move_to(report.supported, part.supported);
  move_to(report.not_evaluated, part.not_evaluated);
  move_to(report.inline_waivers, part.inline_waivers);
}

}  // namespace selaras
