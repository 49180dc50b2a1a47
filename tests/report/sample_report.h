// A report made by hand: one finding with everything, one of strength ask, one supported statement, one that was not evaluated.
#pragma once

#include <doctest/doctest.h>

#include <memory>

#include "engine/report_model.h"

namespace selaras::test {

struct SampleReport {
  Provision provision;
  Report report;

  SampleReport() {
    const auto file = std::make_shared<const SourceFile>("messages/a.md", "ค่า 😀 RM1,200\nsecond line\n");
    provision.id = "MY-WAGE-01";
    provision.jurisdiction = "MY";
    provision.statement = "The minimum wage is RM1,700 a month.";
    provision.in_force.from = Date::from_civil(2025, 8, 1);
    provision.source = {"order", "section 2"};
    provision.instrument.title = "Minimum Wages Order";
    provision.instrument.url = "https://example.org/order";

    Finding finding;
    finding.id = "0123456789abcdef";
    finding.code = "A10";
    finding.check = "policy/quantity";
    finding.kind = "contradiction";
    finding.severity = Severity::blocker;
    finding.strength = Strength::likely;
    finding.route = "policy";
    finding.as_of = *Date::from_civil(2026, 11, 15);
    finding.message = "The message says RM1,200; the rule says 1,700 MYR.";
    finding.message_id = "a";
    finding.language = "en";
    finding.file = file;
    finding.span = {15, 22};  // RM1,200
    finding.claim = {"employer", "must", "pay", "wage", "MY", "every", "assert", {"registered"}, {"MYR 1,200"}};
    finding.evidence = {&provision};
    finding.related = {{"b", file, {0, 9}}};
    finding.derivation = {"read: MYR 1,200", "governs: MY-WAGE-01"};
    finding.repair = Repair{"RM1,700", {15, 22}};
    Finding ask = finding;
    ask.id = "fedcba9876543210";
    ask.strength = Strength::ask;
    ask.route.clear();
    ask.claim = {};
    ask.evidence.clear();
    ask.related.clear();
    ask.repair.reset();

    report.rules_hash = "1111111111111111";
    report.policies_hash = "2222222222222222";
    report.messages = 2;
    report.checked = {{"messages/a.md", "a", "MY", "en"}, {"messages/b.md", "b", "MY", "en"}};
    report.checks = {{"policy/quantity", "A10", "Another amount", "contradiction", Severity::blocker, "for tests", {"It costs 5."}, {"It costs 4."}},
                     {"policy/stale", "A6", "Over", "contradiction", Severity::minor, "for tests", {}, {}}};
    report.exit_code = 2;
    report.claims = 4;
    report.findings = {finding, ask};
    report.supported = {{"a", file, {15, 22}, finding.as_of, {&provision}}};
    report.not_evaluated = {{"a", file, {23, 29}, "no provision held"}};
    report.not_covered = {"AE"};
    report.skipped = {{"README.md", "no front matter: not a message"}};
    report.diagnostics.error(*file, {15, 22}, "something", "a remedy");
    report.diagnostics.file_error("gone.md", "no such file or folder", "check the path");
  }
};

/// The same, with one finding that is waived and one that is in the baseline.
struct FullReport : SampleReport {
  FullReport() {
    Finding waived = report.findings[0];
    waived.id = "aaaaaaaaaaaaaaaa";
    waived.suppression = Suppression{"W-12", Suppression::Kind::in_source, "agreed <until> the order is out", "P. Officer", Date::from_civil(2027, 1, 1)};
    Finding known = report.findings[0];
    known.id = "bbbbbbbbbbbbbbbb";
    known.baseline = BaselineState::unchanged;
    report.findings.push_back(std::move(waived));
    report.findings.push_back(std::move(known));
  }
};

/// Everything that a text or a name of a file could do to a format that does not take care.
inline constexpr std::string_view kHostile =
    "<script>alert(1)</script> \"'&amp; | ``` # @all [x](javascript:x) %0A::error::x ]]> \x01\x1B[31m \xEF\xBF\xBE \xE2\x80\xAE \\ , =cmd()";

struct HostileReport : SampleReport {
  HostileReport() {
    const std::string text = "::error::" + std::string(kHostile) + "\n::set-output name=x::y\n";
    const std::string path = "a\xFF\n::error::<b>&,:%|.md";
    const auto file = std::make_shared<const SourceFile>(path, text);
    provision.statement = kHostile;
    provision.instrument.title = kHostile;
    provision.instrument.url = "javascript:alert(1)//\"><script>";
    Finding finding = report.findings[0];
    finding.file = file;
    finding.span = {0, static_cast<uint32_t>(text.size())};
    finding.message = std::string(kHostile) + "\n##[error]x";
    finding.message_id = kHostile;
    finding.related = {{std::string(kHostile), file, {0, 9}}};
    finding.repair = Repair{std::string(kHostile), {0, 9}};
    finding.derivation = {std::string(kHostile)};
    report.findings = {finding};
    report.checked = {{path, std::string(kHostile), "MY", "en"}};
    report.supported.clear();
    report.not_evaluated = {{"a", file, {0, 9}, std::string(kHostile)}};
    report.skipped = {{path, std::string(kHostile)}};
    report.diagnostics = {};
    report.diagnostics.file_error(path, std::string(kHostile), std::string(kHostile));
  }
};

}  // namespace selaras::test
