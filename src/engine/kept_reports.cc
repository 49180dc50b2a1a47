#include "engine/kept_reports.h"

#include <fmt/format.h>

#include <map>

#include "data/archive.h"
#include "message/campaign_values.h"
#include "store/program_identity.h"

namespace selaras {

// The findings of one message alone: without the other messages of `related`, and before waivers and baseline.

template <typename Archive>
void archive(Archive& a, Repair& value) {
  auto& [text, replaces] = value;
  a(text, replaces);
}

template <typename Archive>
void archive(Archive& a, ClaimSummary& value) {
  auto& [bearer, modality, action, object, jurisdiction, quantifier, speech_act, conditions, quantities] = value;
  a(bearer, modality, action, object, jurisdiction, quantifier, speech_act, conditions, quantities);
}

template <typename Archive>
void archive(Archive& a, Finding& value) {
  auto& [id, code, check, kind, severity, strength, route, as_of, message, message_id, language, file, span, claim, evidence, related, derivation, repair,
         suppression, baseline] = value;
  a(id, code, check, kind, severity, strength, route, as_of, message, message_id, language, span, claim, derivation, repair);
}

template <typename Archive>
void archive(Archive& a, Supported& value) {
  auto& [message_id, file, span, as_of, evidence] = value;
  a(message_id, span, as_of);
}

template <typename Archive>
void archive(Archive& a, NotEvaluated& value) {
  auto& [message_id, file, span, reason] = value;
  a(message_id, span, reason);
}

template <typename Archive>
void archive(Archive& a, InlineWaiver& value) {
  auto& [waiver, message_id, file, comment, covers] = value;
  a(waiver, message_id, comment, covers);
}

template <typename Archive>
void archive(Archive& a, MessageReport& value) {
  auto& [kind, file, id, country, language, id_span, claims, findings, supported, not_evaluated, inline_waivers, states, diagnostics] = value;
  a(kind, id, country, language, id_span, claims, findings, supported, not_evaluated, inline_waivers, states);
}

namespace {

constexpr size_t kAtOnce = 4096;  // reports held as bytes

class NoSources : public SourceNames {
 public:
  std::string name_of(const SourceFile&) const override { return {}; }
  std::string path_of(const std::string&) const override { return {}; }
};

using Evidence = std::vector<std::vector<uint32_t>>;

template <typename Items>
Evidence evidence_of(const Items& items, const PolicyBase& policies) {
  Evidence all;
  for (const auto& item : items) {
    auto& one = all.emplace_back();
    for (const Provision* provision : item.evidence) one.push_back(*policies.index_of(provision->id));
  }
  return all;
}

template <typename Items>
bool set_evidence(Items& items, const Evidence& all, const PolicyBase& policies) {
  if (items.size() != all.size()) return false;
  for (size_t i = 0; i < all.size(); ++i) {
    for (const uint32_t index : all[i]) {
      if (index >= policies.provisions().size()) return false;
      items[i].evidence.push_back(&policies[index]);
    }
  }
  return true;
}

template <typename Items>
bool set_file(Items& items, const std::shared_ptr<const SourceFile>& file) {
  for (auto& item : items) item.file = file;
  return true;
}

bool spans_fit(const MessageReport& report, size_t size) {
  const auto fits = [&](Span span) { return span.begin <= span.end && span.end <= size; };
  bool all = fits(report.id_span);
  for (const auto& finding : report.findings) all = all && fits(finding.span) && (!finding.repair || fits(finding.repair->replaces));
  for (const auto& supported : report.supported) all = all && fits(supported.span);
  for (const auto& left : report.not_evaluated) all = all && fits(left.span);
  for (const auto& named : report.inline_waivers) all = all && fits(named.comment) && fits(named.covers);
  return all;
}

std::string text_of(const SharedFields& fields) {
  const auto& [campaign, issuer, country, language, role, corridor, channel, audience, expires] = fields;
  std::string text;
  const auto put = [&](std::string_view part) { text += fmt::format("{}:{}", part.size(), part); };
  for (const auto* word : {&campaign, &issuer, &country, &language}) put(*word ? "=" + **word : std::string());
  put(role ? fmt::format("{}", static_cast<int>(*role)) : "");
  put(channel ? fmt::format("{}", static_cast<int>(*channel)) : "");
  put(expires ? expires->iso() : "");
  put(corridor ? fmt::format("{}", corridor->size()) : "");
  if (corridor) {
    for (const auto& state : *corridor) put(state);
  }
  put(audience ? "audience" : "");
  if (audience) {
    const auto& [group, location, age, gender, literacy] = *audience;
    for (const auto* word : {&group, &location, &age, &gender, &literacy}) put(*word);
  }
  return text;
}

/// All that every message of the setting has in common.
Digest context_of(const Setting& setting, const std::string& program) {
  std::string text = fmt::format("{} {} {} ", static_cast<int>(setting.profile), setting.as_of ? setting.as_of->iso() : "", setting.language);
  for (const auto& rule : setting.checks.all()) {
    text += fmt::format("{} {}", rule.id, rule.enabled);
    for (const auto& [profile, severity] : rule.severity) text += fmt::format(" {}={}", static_cast<int>(profile), static_cast<int>(severity));
    text += "\n";
  }
  return digest_of({program, setting.library.rules_hash(), setting.library.policies_hash(), text});
}

/// The key of each question; nullopt where there is nothing to ask.
class Keys {
 public:
  explicit Keys(const std::string& program) : program_(program) {}

  std::optional<Digest> of(const KeptReports::Question& question) {
    if (!question.file) return std::nullopt;
    const Digest& context = context_of(*question.setting);
    const auto [fields, fresh] = by_defaults_.try_emplace(question.defaults);
    if (fresh && question.defaults != nullptr) fields->second = text_of(question.defaults->fields);
    return digest_of({{reinterpret_cast<const char*>(&context), sizeof context}, fields->second, question.file->text()});
  }
  const Digest& context_of(const Setting& setting) {
    const auto [context, fresh] = by_setting_.try_emplace(&setting);
    if (fresh) context->second = selaras::context_of(setting, program_);
    return context->second;
  }

 private:
  const std::string& program_;
  std::map<const Setting*, Digest> by_setting_;
  std::map<const CampaignDefaults::Values*, std::string> by_defaults_;
};

}  // namespace

std::optional<std::string> to_bytes(const MessageReport& report, const PolicyBase& policies) {
  for (const auto& finding : report.findings) {
    if (!finding.related.empty()) return std::nullopt;
  }
  const NoSources sources;
  ArchiveWriter writer(sources);
  writer(report, evidence_of(report.findings, policies), evidence_of(report.supported, policies));
  return writer.take();
}

std::optional<MessageReport> report_from(std::string bytes, const std::shared_ptr<const SourceFile>& file, const PolicyBase& policies) {
  const NoSources sources;
  ArchiveReader reader(FileBytes::of(std::move(bytes)), sources);
  MessageReport report;
  Evidence of_findings, of_supported;
  reader(report, of_findings, of_supported);
  const bool whole = reader.finished() && set_evidence(report.findings, of_findings, policies) && set_evidence(report.supported, of_supported, policies) &&
                     spans_fit(report, file->text().size());
  if (!whole) return std::nullopt;
  report.file = file;
  set_file(report.findings, file);
  set_file(report.supported, file);
  set_file(report.not_evaluated, file);
  set_file(report.inline_waivers, file);
  return report;
}

std::vector<std::optional<MessageReport>> KeptReports::find(const std::vector<Question>& questions) {
  std::vector<std::optional<MessageReport>> reports(questions.size());
  const auto program = program_identity();
  if (!program) return reports;
  Keys keys(*program);
  std::vector<Digest> asked;
  std::vector<size_t> places;
  for (size_t i = 0; i < questions.size(); ++i) {
    if (const auto key = keys.of(questions[i])) {
      asked.push_back(*key);
      places.push_back(i);
    }
  }
  auto values = cache_.find(asked);
  for (size_t i = 0; i < values.size(); ++i) {
    const Question& question = questions[places[i]];
    if (values[i]) reports[places[i]] = report_from(std::move(*values[i]), question.file, question.setting->library.policies());
  }
  return reports;
}

void KeptReports::keep(const std::vector<Question>& questions, const std::vector<MessageReport>& reports, const std::vector<bool>& found) {
  const auto program = program_identity();
  if (!program) return;
  Keys keys(*program);
  std::vector<std::pair<Digest, std::string>> values;
  uint64_t context = 0;
  for (size_t i = 0; i < questions.size(); ++i) {
    const bool whole = reports[i].kind == MessageReport::Kind::message && reports[i].diagnostics.all().empty();
    const auto key = whole && !found[i] ? keys.of(questions[i]) : std::nullopt;
    auto bytes = key ? to_bytes(reports[i], questions[i].setting->library.policies()) : std::nullopt;
    if (!bytes) continue;
    context = keys.context_of(*questions[i].setting).low;
    values.emplace_back(*key, std::move(*bytes));
    if (values.size() < kAtOnce) continue;
    cache_.keep(values, context);
    values.clear();
  }
  cache_.keep(values, context);
}

}  // namespace selaras
