#include "report/formats.h"
#include "report/json_writer.h"

namespace selaras {
namespace {

class ReportWriter {
 public:
  std::string write(const Report& report) {
    json_.object([&] {
      json_.field("schema_version", 1U);
      json_.key("tool").object([&] {
        json_.field("name", "selaras");
        json_.field("version", SELARAS_VERSION);
        json_.field("rules", report.rules_hash);
        json_.field("policies", report.policies_hash);
      });
      field_or_null("as_of", report.as_of);
      json_.key("summary");
      summary(report);
      json_.key("findings").list(report.findings, [&](const Finding& f) { finding(f); });
      json_.key("supported").list(report.supported, [&](const Supported& s) { supported(s); });
      json_.key("not_evaluated").list(report.not_evaluated, [&](const NotEvaluated& n) { not_evaluated(n); });
      json_.key("diagnostics").list(report.diagnostics.all(), [&](const Diagnostic& d) { diagnostic(d); });
    });
    return json_.take() + "\n";
  }

 private:
  void field_or_null(std::string_view name, const std::string& text) {
    json_.key(name);
    if (text.empty()) json_.null();
    else json_.value(text);
  }
  void field_or_null(std::string_view name, const std::optional<Date>& date) {
    json_.key(name);
    if (date) json_.value(date->iso());
    else json_.null();
  }

  void position(std::string_view name, const SourceFile& file, uint32_t offset) {
    const auto at = file.position(offset);
    json_.key(name).object([&] {
      json_.field("offset", at.offset);
      json_.field("line", at.line);
      json_.field("column", at.column);
    });
  }

  void offset(std::string_view name, uint32_t at) {
    json_.key(name).object([&] { json_.field("offset", at); });
  }

  void summary(const Report& report) {
    json_.object([&] {
      json_.field("messages", report.messages);
      json_.field("claims", report.claims);
      json_.field("findings", report.findings.size());
      json_.field("blocker", report.count(Severity::blocker));
      json_.field("major", report.count(Severity::major));
      json_.field("minor", report.count(Severity::minor));
      json_.field("note", report.count(Severity::note));
      json_.field("ask", report.asks());
      json_.field("not_evaluated", report.not_evaluated.size());
      json_.key("not_covered").list(report.not_covered);
      json_.key("skipped").list(report.skipped, [&](const Skipped& s) {
        json_.object([&] {
          json_.field("path", s.path);
          json_.field("reason", s.reason);
        });
      });
    });
  }

  void finding(const Finding& f) {
    json_.object([&] {
      json_.field("id", f.id);
      json_.field("code", f.code);
      json_.field("check", f.check);
      json_.field("kind", f.kind);
      json_.field("severity", name(f.severity));
      json_.field("strength", name(f.strength));
      field_or_null("route", f.route);
      json_.field("as_of", f.as_of.iso());
      json_.field("message", f.message);
      json_.field("message_id", f.message_id);
      json_.field("path", f.file->path());
      json_.field("language", f.language);
      position("start", *f.file, f.span.begin);
      position("end", *f.file, f.span.end);
      json_.field("quote", slice(f.file->text(), f.span));
      json_.key("claim");
      claim(f.claim);
      json_.key("evidence").list(f.evidence, [&](const Provision* provision) { evidence(*provision); });
      json_.key("related").list(f.related, [&](const Related& other) { related(other); });
      json_.key("derivation").list(f.derivation);
      json_.key("repair");
      repair(f.repair);
    });
  }

  void claim(const ClaimSummary& summary) {
    json_.object([&] {
      field_or_null("bearer", summary.bearer);
      field_or_null("modality", summary.modality);
      field_or_null("action", summary.action);
      field_or_null("object", summary.object);
      json_.key("conditions").list(summary.conditions);
      json_.key("quantities").list(summary.quantities);
      field_or_null("jurisdiction", summary.jurisdiction);
      field_or_null("quantifier", summary.quantifier);
      field_or_null("speech_act", summary.speech_act);
    });
  }

  void evidence(const Provision& provision) {
    json_.object([&] {
      json_.field("kind", "provision");
      json_.field("id", provision.id);
      json_.field("jurisdiction", provision.jurisdiction);
      json_.field("statement", provision.statement);
      json_.field("instrument", provision.instrument.title);
      json_.field("section", provision.source.section);
      json_.field("url", provision.instrument.url);
      json_.key("in_force").object([&] {
        field_or_null("from", provision.in_force.from);
        field_or_null("to", provision.in_force.to);
      });
      json_.field("confidence", name(provision.confidence));
    });
  }

  void related(const Related& other) {
    json_.object([&] {
      json_.field("message_id", other.message_id);
      json_.field("path", other.file->path());
      position("start", *other.file, other.span.begin);
      position("end", *other.file, other.span.end);
      json_.field("quote", slice(other.file->text(), other.span));
    });
  }

  void repair(const std::optional<Repair>& repair) {
    if (!repair) {
      json_.null();
      return;
    }
    json_.object([&] {
      json_.field("text", repair->text);
      json_.key("replaces").object([&] {
        json_.field("start", repair->replaces.begin);
        json_.field("end", repair->replaces.end);
      });
    });
  }

  void supported(const Supported& s) {
    json_.object([&] {
      json_.field("message_id", s.message_id);
      json_.field("path", s.file->path());
      offset("start", s.span.begin);
      offset("end", s.span.end);
      json_.field("as_of", s.as_of.iso());
      json_.key("evidence").list(s.evidence, [&](const Provision* provision) { json_.value(provision->id); });
    });
  }

  void not_evaluated(const NotEvaluated& n) {
    json_.object([&] {
      json_.field("message_id", n.message_id);
      json_.field("path", n.file->path());
      offset("start", n.span.begin);
      offset("end", n.span.end);
      json_.field("reason", n.reason);
    });
  }

  void diagnostic(const Diagnostic& d) {
    json_.object([&] {
      json_.field("level", name(d.level));
      json_.field("path", d.path);
      json_.field("line", d.start.line);
      json_.field("column", d.start.column);
      json_.field("message", d.message);
      json_.field("remedy", d.remedy);
    });
  }

  JsonWriter json_;
};

}  // namespace

// Paths are bytes of the file system: what is no UTF-8 in them becomes U+FFFD.
std::string to_json(const Report& report) { return ReportWriter().write(report); }

}  // namespace selaras
