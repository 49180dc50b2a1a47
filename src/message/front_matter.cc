#include "message/front_matter.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "text/characters.h"

namespace selaras {
namespace {

constexpr std::array<std::string_view, 3> kRoles = {"origin", "transit", "destination"};
// In the order of Channel, whose `unknown` is not written.
constexpr std::array<std::string_view, 9> kChannels = {"sms", "radio", "poster", "leaflet", "social",
                                                       "web", "video", "speech", "qa"};
constexpr std::array<std::string_view, 4> kReserved = {"brief", "media", "consent", "pretest"};
constexpr double kHighestVersion = 1000000;

template <typename T>
void fill(std::optional<T>& here, const std::optional<T>& other) {
  if (!here) here = other;
}

/// A field of text with something in it.
std::optional<std::string> words(Fields& fields, std::string_view key) {
  auto text = fields.text(key);
  if (text && text->find_first_not_of(" \t\r\n") == std::string::npos) {
    fields.error(*fields.node().find(key), fmt::format("'{}' of {} is empty", key, fields.what()),
                 "write a value, or leave it out");
    return std::nullopt;
  }
  return text;
}

/// Ids, issuers and campaigns stand in reports and on command lines: one word each.
std::optional<std::string> one_word(Fields& fields, std::string_view key) {
  auto text = words(fields, key);
  const bool broken = text && std::any_of(text->begin(), text->end(), [](char c) { return static_cast<unsigned char>(c) <= ' '; });
  if (!broken) return text;
  fields.error(*fields.node().find(key), fmt::format("'{}' of {} has a space in it: '{}'", key, fields.what(), *text),
               "write one word, with `-` between its parts");
  return std::nullopt;
}

std::optional<std::string> checked_country(const Fields& fields, const yaml::Node& at, std::string_view key) {
  if (is_country_code(at.scalar)) return at.scalar;
  std::string upper = at.scalar;
  std::transform(upper.begin(), upper.end(), upper.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  const std::string remedy = is_country_code(upper) ? fmt::format("write {}", upper)
                                                    : "use the two capital letters of ISO 3166-1, or XX for an international body";
  fields.error(at, fmt::format("'{}' in '{}' is no country code", at.scalar, key), remedy);
  return std::nullopt;
}

std::optional<std::string> country(Fields& fields, std::string_view key) {
  if (!words(fields, key)) return std::nullopt;
  return checked_country(fields, *fields.node().find(key), key);
}

std::optional<std::vector<std::string>> corridor(Fields& fields) {
  constexpr std::string_view kKey = "corridor";
  const yaml::Node* node = fields.get(kKey);
  if (node == nullptr) return std::nullopt;
  std::vector<std::string> countries;
  for (const yaml::Node& item : fields.items(kKey)) {
    if (!item.is_scalar()) {
      fields.error(item, "a corridor is a list of country codes", "write `[origin, …, destination]`");
      return std::nullopt;
    }
    if (const auto code = checked_country(fields, item, kKey)) countries.push_back(*code);
  }
  if (!countries.empty()) return countries;
  if (node->is_sequence() && node->items.empty()) {
    fields.error(*node, "the corridor names no country", "write them in order of travel: `[origin, …, destination]`");
  }
  return std::nullopt;
}

std::optional<std::string> language(Fields& fields) {
  constexpr std::string_view kKey = "language";
  const auto written = words(fields, kKey);
  if (!written) return std::nullopt;
  if (auto tag = language_tag(*written)) return tag;
  std::string with_dashes = *written;
  std::replace(with_dashes.begin(), with_dashes.end(), '_', '-');
  const auto meant = language_tag(with_dashes);
  fields.error(*fields.node().find(kKey), fmt::format("'{}' is no language tag", *written),
               meant ? fmt::format("write {}", *meant) : "use a BCP 47 tag such as en, bn, fil or zh-Hant");
  return std::nullopt;
}

std::optional<Audience> audience(Fields& fields) {
  const yaml::Node* node = fields.get("audience");
  if (node == nullptr) return std::nullopt;
  Fields inner(fields.file(), *node, "audience", fields.diagnostics());
  if (!inner.valid()) return std::nullopt;
  Audience found;
  found.group = words(inner, "group").value_or("");
  found.location = country(inner, "location").value_or("");
  found.age = words(inner, "age").value_or("");
  found.gender = words(inner, "gender").value_or("");
  found.literacy = words(inner, "literacy").value_or("");
  inner.finish();
  return found;
}

std::optional<int> version(Fields& fields, std::string_view key) {
  const auto value = fields.number(key);
  if (!value) return std::nullopt;
  if (*value >= 1 && *value <= kHighestVersion && std::floor(*value) == *value) return static_cast<int>(*value);
  fields.error(*fields.node().find(key), fmt::format("'{}' of {} must be a whole number from 1", key, fields.what()),
               "count versions 1, 2, 3 …");
  return std::nullopt;
}

}  // namespace

void SharedFields::fill_from(const SharedFields& other) {
  fill(campaign, other.campaign);
  fill(issuer, other.issuer);
  fill(country, other.country);
  fill(language, other.language);
  fill(role, other.role);
  fill(corridor, other.corridor);
  fill(channel, other.channel);
  fill(audience, other.audience);
  fill(expires, other.expires);
}

SharedFields read_shared_fields(Fields& fields) {
  SharedFields found;
  found.campaign = one_word(fields, "campaign");
  found.issuer = one_word(fields, "issuer");
  found.country = country(fields, "country");
  found.language = language(fields);
  found.corridor = corridor(fields);
  if (const auto role = fields.choice("role", kRoles)) found.role = static_cast<Role>(*role);
  if (const auto channel = fields.choice("channel", kChannels)) found.channel = static_cast<Channel>(*channel + 1);
  found.audience = audience(fields);
  found.expires = fields.date("expires");
  for (const auto key : kReserved) fields.get(key);
  return found;
}

OwnFields read_own_fields(Fields& fields) {
  OwnFields found;
  found.id = one_word(fields, "id").value_or("");
  if (const auto* written = fields.get("id")) found.id_span = written->span;
  found.publish = fields.date("publish");
  found.version = version(fields, "version");
  found.translation_of = one_word(fields, "translation_of").value_or("");
  found.source_version = version(fields, "source_version");
  return found;
}

}  // namespace selaras
