// Who answers where: the lines and addresses that messages may print, with their hours, languages and reach.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/source_file.h"
#include "ontology/ontology.h"
#include "policy/provision.h"

namespace selaras {

struct OpeningHours {
  std::string clock;  // "24h", "08:30-16:30"
  std::string days;   // all, weekdays, …
};

struct Contact {
  std::string id, name, issuer, jurisdiction;
  std::vector<std::string> numbers;  // normal form: + and digits, or a short code
  std::vector<std::string> spoken, email, url;
  std::vector<ConceptId> serves;
  std::vector<OpeningHours> hours;  // empty when not known
  std::vector<std::string> languages, reachable_from;
  std::string abroad;
  Status status = Status::in_force;
  std::optional<Date> verified_on;

  std::shared_ptr<const SourceFile> file;
  Span where;
};

struct Issuer {
  std::string id, jurisdiction, kind;
  std::vector<std::string> names;
  std::vector<std::string> owns;  // topics

  std::shared_ptr<const SourceFile> file;
  Span where;
};

enum class Coverage : uint8_t { none, partial, full };

/// What a state's coverage file says of one topic, and where.
struct CoverageEntry {
  Coverage level = Coverage::none;
  std::shared_ptr<const SourceFile> file;
  Span where;
};

template <typename Archive>
void archive(Archive& a, OpeningHours& value) {
  auto& [clock, days] = value;
  a(clock, days);
}

template <typename Archive>
void archive(Archive& a, Contact& value) {
  auto& [id, name, issuer, jurisdiction, numbers, spoken, email, url, serves, hours, languages, reachable_from, abroad,
         status, verified_on, file, where] = value;
  a(id, name, issuer, jurisdiction, numbers, spoken, email, url, serves, hours, languages, reachable_from, abroad, status,
    verified_on, file, where);
}

template <typename Archive>
void archive(Archive& a, Issuer& value) {
  auto& [id, jurisdiction, kind, names, owns, file, where] = value;
  a(id, jurisdiction, kind, names, owns, file, where);
}

template <typename Archive>
void archive(Archive& a, CoverageEntry& value) {
  auto& [level, file, where] = value;
  a(level, file, where);
}

}  // namespace selaras
