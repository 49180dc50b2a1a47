// One rule of one state: what it says, as norms; where it comes from; from when to when it holds; what it replaced. Provisions that are
// superseded, ended or only proposed stay in the base, so that a stale or premature claim can be proven to be one.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/source_file.h"
#include "frame/frame.h"

namespace selaras {

/// norm, sanction, service and definition can contradict a message; the others inform.
enum class ProvisionKind : uint8_t { norm, sanction, service, definition, practice, statistic, announcement };
enum class Status : uint8_t { proposed, approved, pilot, in_force, suspended, ended };
enum class Confidence : uint8_t { high, medium, low };

struct Instrument {
  std::string id, title, kind, rank, publisher, url;
  std::optional<Date> page_date;
};

struct Source {
  std::string instrument;  // key of the file's instruments
  std::string section;
};

struct Route {
  std::string role;  // origin transit destination any
  std::vector<std::string> origins, destinations;  // ISO codes; empty: any
};

struct Unmodelled {
  std::string part, reason;
};

struct Examples {
  std::vector<std::string> supports, contradicts, stale, premature;
};

struct Provision {
  std::string id, jurisdiction, topic;
  ProvisionKind kind = ProvisionKind::norm;
  std::string statement;
  std::vector<Frame> norms;
  std::vector<Unmodelled> unmodelled;
  Status status = Status::in_force;
  Validity in_force;
  bool from_is_page_date = false;  // the only known start is the day of the page
  std::vector<std::string> supersedes, related, say_with;
  Route route;
  std::vector<std::string> parties;  // XX: the states it binds; empty: all
  Source source;
  Instrument instrument;  // resolved
  Confidence confidence = Confidence::high;
  std::string practice_note;
  std::optional<Date> review_by;
  Examples examples;

  std::shared_ptr<const SourceFile> file;
  Span where;           // of the provision in its file
  Span statement_span;  // of the statement's value

  /// It is law on that day: in force by status and by dates.
  bool holds_on(Date day) const;
  /// It held once and no longer does on that day.
  bool is_past(Date day) const;
  /// It does not hold on that day and never did before it: a plan, a bill, a rule that begins later.
  bool is_future_or_plan(Date day) const;
};

template <typename Archive>
void archive(Archive& a, Instrument& value) {
  auto& [id, title, kind, rank, publisher, url, page_date] = value;
  a(id, title, kind, rank, publisher, url, page_date);
}

template <typename Archive>
void archive(Archive& a, Source& value) {
  auto& [instrument, section] = value;
  a(instrument, section);
}

template <typename Archive>
void archive(Archive& a, Route& value) {
  auto& [role, origins, destinations] = value;
  a(role, origins, destinations);
}

template <typename Archive>
void archive(Archive& a, Unmodelled& value) {
  auto& [part, reason] = value;
  a(part, reason);
}

template <typename Archive>
void archive(Archive& a, Examples& value) {
  auto& [supports, contradicts, stale, premature] = value;
  a(supports, contradicts, stale, premature);
}

template <typename Archive>
void archive(Archive& a, Provision& value) {
  auto& [id, jurisdiction, topic, kind, statement, norms, unmodelled, status, in_force, from_is_page_date, supersedes,
         related, say_with, route, parties, source, instrument, confidence, practice_note, review_by,
         examples, file, where, statement_span] = value;
  a(id, jurisdiction, topic, kind, statement, norms, unmodelled, status, in_force, from_is_page_date, supersedes, related,
    say_with, route, parties, source, instrument, confidence, practice_note, review_by, examples, file, where,
    statement_span);
}

std::string_view name(ProvisionKind kind);
std::string_view name(Status status);
std::string_view name(Confidence confidence);

}  // namespace selaras
