// Where the rules put what they find, and the families of rules themselves. Private to lint/.
#pragma once

#include "lint/lint.h"

namespace selaras {

class Lints {
 public:
  /// `known` tells how grave each rule is.
  explicit Lints(std::span<const LintRule> known) : known_(known) {}

  /// `rule` must be one of the known ones.
  void add(std::string_view rule, const FilePlace& at, std::string message, std::string remedy);
  void add(std::string_view rule, const SourceFile& file, Span where, std::string message, std::string remedy) {
    add(rule, file.place(where.begin), std::move(message), std::move(remedy));
  }
  void add(std::string_view rule, const Provision& provision, std::string message, std::string remedy) {
    add(rule, *provision.file, provision.where, std::move(message), std::move(remedy));
  }
  std::vector<Lint> sorted() &&;

 private:
  std::span<const LintRule> known_;
  std::vector<Lint> found_;
};

void lint_statement_values(const LintSubject& subject, Lints& lints);  // statement_values.cc
void lint_statement_places(const LintSubject& subject, Lints& lints);  // statement_places.cc
void lint_norms(const LintSubject& subject, Lints& lints);             // norms.cc
void lint_quantities(const LintSubject& subject, Lints& lints);        // quantities.cc
void lint_supersession(const LintSubject& subject, Lints& lints);      // supersession.cc
void lint_validity(const LintSubject& subject, Lints& lints);          // validity.cc
void lint_contradictions(const LintSubject& subject, Lints& lints);    // contradiction.cc
void lint_sources(const LintSubject& subject, Lints& lints);           // sources.cc
void lint_reviews(const LintSubject& subject, Lints& lints);           // reviews.cc
void lint_contacts(const LintSubject& subject, Lints& lints);          // contacts.cc
void lint_issuers(const LintSubject& subject, Lints& lints);           // issuers.cc
void lint_coverage(const LintSubject& subject, Lints& lints);          // coverage.cc

}  // namespace selaras
