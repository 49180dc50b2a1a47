#include <fmt/format.h>

#include <array>

#include "data/fields.h"
#include "policy/frame_reader.h"
#include "policy/policy_files.h"
#include "text/characters.h"

namespace selaras {
namespace {

constexpr std::array<std::string_view, 42> kTopics = {
    "entry.visa", "entry.irregular", "entry.sea", "settlement", "asylum.procedure", "asylum.nonrefoulement",
    "refugee.registration", "refugee.work", "refugee.education", "refugee.health", "work.permit", "work.irregular",
    "work.documents", "work.wage", "work.change-employer", "work.min-age", "recruitment.fee", "recruitment.licence",
    "recruitment.contract", "departure.clearance", "departure.orientation", "departure.insurance", "departure.ban",
    "exit.control", "detention", "removal", "reentry-ban", "overstay", "regularisation", "return.voluntary",
    "trafficking.penalty", "trafficking.victim-protection", "smuggling.penalty", "smuggled-person.liability",
    "child.protection", "marriage.migration", "hotline", "redress", "consular.help", "documents.retention", "remittance",
    "health.screening"};

/// Runs `one` over the items of the list `key` of the file.
template <typename One>
void each_item(const PolicyFile& in, std::string_view key, One one) {
  const auto root = yaml::parse(*in.file, in.diagnostics);
  if (!root) return;
  Fields fields(*in.file, *root, fmt::format("the {} file", key), in.diagnostics);
  if (!fields.valid()) return;
  for (const auto& item : fields.items(key)) one(item);
  fields.finish();
}

OpeningHours one_opening(const PolicyFile& in, const yaml::Node& node, const std::string& id) {
  if (node.is_scalar()) return {node.scalar, "all"};
  Fields fields(*in.file, node, "the hours of contact " + id, in.diagnostics);
  if (!fields.valid()) return {};
  OpeningHours hours{fields.required_text("clock"), fields.text("days").value_or("all")};
  fields.finish();
  return hours;
}

void read_hours(const PolicyFile& in, Fields& fields, Contact& contact) {
  const auto* node = fields.get("hours");
  if (node == nullptr) return;
  if (!node->is_sequence()) {
    contact.hours.push_back(one_opening(in, *node, contact.id));
    return;
  }
  for (const auto& item : node->items) contact.hours.push_back(one_opening(in, item, contact.id));
}

Contact read_contact(const PolicyFile& in, const yaml::Node& node) {
  static constexpr std::array<std::string_view, 2> statuses = {"in-force", "ended"};
  Contact contact;
  contact.jurisdiction = in.jurisdiction;
  contact.file = in.file;
  contact.where = node.span;
  Fields fields(*in.file, node, "a contact", in.diagnostics);
  if (!fields.valid()) return contact;
  contact.id = fields.required_text("id");
  fields.rename("contact " + contact.id);
  contact.name = fields.required_text("name");
  contact.issuer = fields.text("issuer").value_or("");
  contact.numbers = fields.texts("numbers");
  contact.spoken = fields.texts("spoken");
  contact.email = fields.texts("email");
  contact.url = fields.texts("url");
  const FrameReader concepts(*in.file, in.ontology, in.diagnostics);
  for (const auto& item : fields.items("serves")) contact.serves.push_back(concepts.concept_named(item, "person served"));
  read_hours(in, fields, contact);
  contact.languages = fields.texts("languages");
  contact.reachable_from = fields.texts("reachable_from");
  for (const auto& code : contact.reachable_from) {
    if (code == "any" || is_country_code(code)) continue;
    fields.error(*fields.get("reachable_from"), fmt::format("'{}' is no country code", code), "use ISO 3166-1 alpha-2 codes, or any");
  }
  contact.abroad = fields.text("abroad").value_or("");
  contact.status = fields.choice("status", statuses).value_or(0) == 1 ? Status::ended : Status::in_force;
  contact.verified_on = fields.date("verified_on");
  fields.finish();
  return contact;
}

Issuer read_issuer(const PolicyFile& in, const yaml::Node& node) {
  Issuer issuer;
  issuer.jurisdiction = in.jurisdiction;
  issuer.file = in.file;
  issuer.where = node.span;
  Fields fields(*in.file, node, "an issuer", in.diagnostics);
  if (!fields.valid()) return issuer;
  issuer.id = fields.required_text("id");
  fields.rename("issuer " + issuer.id);
  issuer.names = fields.texts("names");
  static constexpr std::array<std::string_view, 6> kinds = {"agency", "ministry", "court", "mission", "international", "network"};
  fields.require("kind");
  if (const auto kind = fields.choice("kind", kinds)) issuer.kind = kinds[*kind];
  issuer.owns = fields.texts("owns");
  for (const auto& topic : issuer.owns) {
    if (std::find(kTopics.begin(), kTopics.end(), topic) != kTopics.end()) continue;
    fields.error(*fields.get("owns"), fmt::format("unknown topic '{}' of issuer {}", topic, issuer.id), suggestion(topic, kTopics));
  }
  fields.finish();
  return issuer;
}

}  // namespace

std::span<const std::string_view> topics() { return kTopics; }

std::vector<Contact> read_contacts(const PolicyFile& in) {
  std::vector<Contact> found;
  each_item(in, "contacts", [&](const yaml::Node& node) { found.push_back(read_contact(in, node)); });
  return found;
}

std::vector<Issuer> read_issuers(const PolicyFile& in) {
  std::vector<Issuer> found;
  each_item(in, "issuers", [&](const yaml::Node& node) { found.push_back(read_issuer(in, node)); });
  return found;
}

std::map<std::string, CoverageEntry> read_coverage(const PolicyFile& in) {
  static constexpr std::array<std::string_view, 3> levels = {"none", "partial", "full"};
  std::map<std::string, CoverageEntry> found;
  const auto root = yaml::parse(*in.file, in.diagnostics);
  if (!root) return found;
  Fields file(*in.file, *root, "the coverage file", in.diagnostics);
  const auto* node = file.valid() ? file.require("coverage") : nullptr;
  if (node == nullptr) return found;
  Fields fields(*in.file, *node, "coverage", in.diagnostics);
  for (const auto topic : kTopics) {
    const auto level = fields.choice(topic, levels);
    if (level) found[std::string(topic)] = {static_cast<Coverage>(*level), in.file, fields.get(topic)->span};
  }
  fields.finish();
  file.finish();
  return found;
}

}  // namespace selaras
