#include "engine/baseline.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "message/reader.h"

namespace selaras {
namespace {

using Json = nlohmann::ordered_json;

constexpr size_t kLimit = 256U << 20U;
constexpr size_t kLongestLine = 64U << 10U;
constexpr int kVersion = 1;
constexpr const char* kRemedy = "write it anew with `selaras baseline write`";

struct Refusal {
  std::string what, remedy;
};

Json object(std::string_view line) {
  if (line.size() > kLongestLine) throw Refusal{fmt::format("a line of more than {} bytes", kLongestLine), kRemedy};
  if (line.starts_with("<<<<<<<") || line.starts_with("=======") || line.starts_with(">>>>>>>")) {
    throw Refusal{"a merge was left unfinished here", "keep the lines of both sides, and delete this one"};
  }
  const Json::parser_callback_t flat = [](int depth, Json::parse_event_t, Json&) {
    if (depth > 2) throw Refusal{"an entry holds texts only", kRemedy};
    return true;
  };
  auto json = Json::parse(line, flat, false);
  if (json.is_discarded() || !json.is_object()) throw Refusal{"this is no JSON object", kRemedy};
  return json;
}

std::string text_of(const Json& json, const char* key) {
  const auto found = json.find(key);
  if (found == json.end() || !found->is_string()) throw Refusal{fmt::format("an entry has no text '{}'", key), kRemedy};
  return found->get<std::string>();
}

void check_header(std::string_view line) {
  const Json json = object(line);
  const auto version = json.find("selaras_baseline");
  if (version == json.end()) throw Refusal{"this is no baseline: its first line does not say so", "name a file that `selaras baseline write` made"};
  if (*version != kVersion) throw Refusal{fmt::format("a baseline of version {}, where {} is known", version->dump(), kVersion), kRemedy};
}

BaselineEntry entry_of(std::string_view line) {
  const Json json = object(line);
  BaselineEntry entry{text_of(json, "message"), text_of(json, "id"), text_of(json, "check"), text_of(json, "path")};
  const bool hex = entry.id.size() == 16 && entry.id.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (!hex) throw Refusal{fmt::format("'{}' is no id of a finding", entry.id), kRemedy};
  return entry;
}

using Key = std::pair<std::string_view, std::string_view>;
Key key_of(const BaselineEntry& entry) { return {entry.message_id, entry.id}; }

}  // namespace

std::optional<Baseline> Baseline::read(const FileSystem& files, const std::string& path, Diagnostics& diagnostics) {
  const auto file = load_text(files, path, kLimit, diagnostics);
  if (!file) return std::nullopt;
  Baseline baseline;
  std::string_view rest = file->text();
  bool header = false;
  while (!rest.empty()) {
    const auto begin = static_cast<uint32_t>(rest.data() - file->text().data());
    std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) continue;
    try {
      if (!header) check_header(line);
      if (header) baseline.entries_.push_back(entry_of(line));
      header = true;
    } catch (const Refusal& refusal) {
      diagnostics.error(*file, {begin, begin + static_cast<uint32_t>(line.size())}, refusal.what, refusal.remedy);
      return std::nullopt;
    }
  }
  if (!header) {
    diagnostics.file_error(path, "the baseline is empty", kRemedy);
    return std::nullopt;
  }
  std::sort(baseline.entries_.begin(), baseline.entries_.end());
  baseline.entries_.erase(std::unique(baseline.entries_.begin(), baseline.entries_.end()), baseline.entries_.end());
  return baseline;
}

Baseline Baseline::of(const Report& report) {
  Baseline baseline;
  for (const auto& finding : report.findings) {
    if (!finding.is_waived()) baseline.entries_.push_back({finding.message_id, finding.id, finding.check, finding.file->path()});
  }
  std::sort(baseline.entries_.begin(), baseline.entries_.end());
  baseline.entries_.erase(std::unique(baseline.entries_.begin(), baseline.entries_.end()), baseline.entries_.end());
  return baseline;
}

std::string Baseline::text() const {
  std::string text = fmt::format("{{\"selaras_baseline\": {}}}\n", kVersion);
  for (const auto& entry : entries_) {
    const Json json = {{"message", entry.message_id}, {"id", entry.id}, {"check", entry.check}, {"path", entry.path}};
    text += json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  }
  return text;
}

void Baseline::mark(Report& report) const {
  std::set<Key> known;
  for (const auto& entry : entries_) known.insert(key_of(entry));
  for (auto& finding : report.findings) {
    finding.baseline = known.contains({finding.message_id, finding.id}) ? BaselineState::unchanged : BaselineState::fresh;
  }
}

std::vector<BaselineEntry> Baseline::stale(const Report& report, const FileSystem& files) const {
  std::set<Key> found;
  for (const auto& finding : report.findings) found.insert({finding.message_id, finding.id});
  std::set<std::string_view> checked;
  for (const auto& message : report.checked) checked.insert(message.id);
  std::vector<BaselineEntry> stale;
  for (const auto& entry : entries_) {
    const bool known_to_run = checked.contains(entry.message_id) || !files.is_file(entry.path);
    if (known_to_run && !found.contains(key_of(entry))) stale.push_back(entry);
  }
  return stale;
}

Baseline Baseline::without(const std::vector<BaselineEntry>& stale) const {
  const std::set<BaselineEntry> out(stale.begin(), stale.end());
  Baseline rest;
  for (const auto& entry : entries_) {
    if (!out.contains(entry)) rest.entries_.push_back(entry);
  }
  return rest;
}

}  // namespace selaras
