// What Selaras reports: a finding with its span, its proof and its derivation; a supported statement; a statement that was not
// evaluated. Complete in itself: every report format prints from these and looks nothing up.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/source_file.h"
#include "judge/value_verdict.h"
#include "policy/provision.h"

namespace selaras {

enum class Severity : uint8_t { note, minor, major, blocker };

struct Repair {
  std::string text;
  Span replaces;  // bytes of the file
};

struct Related {
  std::string message_id;
  std::shared_ptr<const SourceFile> file;
  Span span;
};

/// The claim as it was read, in words of the ontology; empty strings where a slot is not read.
struct ClaimSummary {
  std::string bearer, modality, action, object, jurisdiction, quantifier, speech_act;
  std::vector<std::string> conditions, quantities;
};

/// Why a finding is not held against the messages: somebody accepted it, in the message itself or in a file of waivers.
struct Suppression {
  enum class Kind : uint8_t { in_source, external };

  std::string waiver;  // its id
  Kind kind = Kind::external;
  std::string justification;  // why, in the words of who asked for it
  std::string approver;
  std::optional<Date> expires;  // the last day on which it holds
};

/// What a baseline, the list of findings that are known and lived with, says of a finding; `none` when there is no baseline.
enum class BaselineState : uint8_t { none, fresh, unchanged };

struct Finding {
  std::string id;     // 16 hex digits, see engine/fingerprint.h
  std::string code;   // A1 … G11
  std::string check;  // policy/quantity
  std::string kind;   // contradiction, divergence, unresolved, …
  Severity severity = Severity::major;
  Strength strength = Strength::likely;
  std::string route;
  Date as_of;
  std::string message;  // one plain sentence
  std::string message_id, language;
  std::shared_ptr<const SourceFile> file;
  Span span;  // bytes of the file
  ClaimSummary claim;
  std::vector<const Provision*> evidence;  // best first; provisions live as long as the policy base
  std::vector<Related> related;
  std::vector<std::string> derivation;
  std::optional<Repair> repair;
  std::optional<Suppression> suppression = std::nullopt;
  BaselineState baseline = BaselineState::none;

  bool is_waived() const { return suppression.has_value(); }
  bool is_known() const { return baseline == BaselineState::unchanged; }
  /// Whether it may decide about the exit code: it is not merely to be asked, not waived and not of the baseline.
  bool counts() const { return strength != Strength::ask && !is_waived() && !is_known(); }
};

struct Supported {
  std::string message_id;
  std::shared_ptr<const SourceFile> file;
  Span span;
  Date as_of;
  std::vector<const Provision*> evidence;
};

struct NotEvaluated {
  std::string message_id;
  std::shared_ptr<const SourceFile> file;
  Span span;
  std::string reason;
};

std::string_view name(Severity severity);

}  // namespace selaras
