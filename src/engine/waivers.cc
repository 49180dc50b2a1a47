#include "engine/waivers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

#include "data/fields.h"
#include "engine/hash.h"
#include "engine/provision_version.h"
#include "message/reader.h"

namespace selaras {
namespace {

constexpr size_t kLimit = 8U << 20U;

struct WaiverCheck {
  std::string_view id, code, title;
  Severity severity;
};
constexpr std::array<WaiverCheck, 4> kChecks = {{
    {"waiver/expired", "W1", "A waiver has run out", Severity::major},
    {"waiver/outdated", "W2", "The rule that a waiver was given for has changed", Severity::major},
    {"waiver/unknown", "W3", "A message names a waiver that does not exist", Severity::major},
    {"waiver/unused", "W4", "A waiver serves nothing any more", Severity::minor},
}};

const WaiverCheck& waiver_check(std::string_view id) {
  return *std::find_if(kChecks.begin(), kChecks.end(), [&](const WaiverCheck& check) { return check.id == id; });
}

std::string absolute(const std::string& path) {
  std::error_code error;
  return std::filesystem::absolute(path, error).lexically_normal().string();
}

/// Runs of white space are one space.
std::string folded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) out.push_back(c);
    if (space && !out.empty() && out.back() != ' ') out.push_back(' ');
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

class WaiverReader {
 public:
  WaiverReader(const CheckRules& checks, Diagnostics& diagnostics, std::vector<Waiver>& waivers)
      : checks_(checks), diagnostics_(diagnostics), waivers_(waivers) {
    for (const auto& rule : checks.all()) ids_.emplace_back(rule.id);
  }

  void read(std::shared_ptr<const SourceFile> file) {
    const auto root = yaml::parse(*file, diagnostics_);
    if (!root || root->is_null()) return;
    Fields fields(*file, *root, "the file of waivers", diagnostics_);
    if (!fields.valid()) return;
    for (const auto& item : fields.items("waivers")) one(file, item);
    fields.finish();
  }

 private:
  void one(const std::shared_ptr<const SourceFile>& file, const yaml::Node& node) {
    const size_t before = diagnostics_.error_count();
    Fields fields(*file, node, "a waiver", diagnostics_);
    if (!fields.valid()) return;
    Waiver waiver;
    waiver.file = file;
    waiver.id = fields.required_text("id");
    if (!waiver.id.empty()) fields.rename(fmt::format("waiver {}", waiver.id));
    if (const auto* id = fields.get("id")) waiver.where = id->span;
    waiver.check = fields.required_text("check");
    waiver.reason = required_words(fields, "reason");
    waiver.approver = required_words(fields, "approver");
    waiver.created = required_day(fields, "created");
    waiver.expires = required_day(fields, "expires");
    read_where(fields, waiver);
    read_provision(fields, waiver);
    fields.finish();
    check(fields, waiver);
    if (diagnostics_.error_count() == before) waivers_.push_back(std::move(waiver));
  }

  static std::string required_words(Fields& fields, std::string_view key) {
    auto text = fields.required_text(key);
    const bool written = fields.get(key) != nullptr;
    if (written && folded(text).empty()) fields.error(*fields.get(key), fmt::format("'{}' of {} is empty", key, fields.what()), "say it in a few words");
    return text;
  }

  static Date required_day(Fields& fields, std::string_view key) {
    if (fields.require(key) == nullptr) return {};
    return fields.date(key).value_or(Date{});
  }

  void read_where(Fields& fields, Waiver& waiver) {
    const auto* node = fields.get("where");
    if (node == nullptr) return;
    Fields where(fields.file(), *node, fmt::format("'where' of {}", fields.what()), diagnostics_);
    if (!where.valid()) return;
    waiver.message = where.text("message").value_or("");
    waiver.finding = where.text("finding").value_or("");
    waiver.quote = folded(where.text("quote").value_or(""));
    if (const auto path = where.text("path")) {
      waiver.path = IgnorePattern::parse(*path);
      if (!waiver.path || waiver.path->negated() || path->find("..") != std::string::npos) {
        where.error(*where.get("path"), fmt::format("'{}' is no pattern of paths", *path), "write a path below this file's folder, with *, ? and **");
      }
    }
    where.finish();
  }

  void read_provision(Fields& fields, Waiver& waiver) {
    const auto* node = fields.get("provision");
    if (node == nullptr) return;
    Fields provision(fields.file(), *node, fmt::format("'provision' of {}", fields.what()), diagnostics_);
    if (!provision.valid()) return;
    waiver.provision = provision.required_text("id");
    waiver.version = provision.required_text("version");
    provision.finish();
  }

  void check(Fields& fields, const Waiver& waiver) {
    if (const auto* id = fields.get("id")) {
      const bool word = waiver.id.find_first_of(" \t\r\n,>") == std::string::npos;
      if (!word) fields.error(*id, fmt::format("'{}' is no id of a waiver", waiver.id), "write one word");
      const bool fresh = known_.insert(waiver.id).second;
      if (word && !fresh) fields.error(*id, fmt::format("there are two waivers '{}'", waiver.id), "give one of them another id");
    }
    if (const auto* written = fields.get("check"); written != nullptr && checks_.find(waiver.check) == nullptr) {
      fields.error(*written, fmt::format("unknown check '{}' in waiver {}", waiver.check, waiver.id), suggestion(waiver.check, ids_));
    }
    if (waiver.expires < waiver.created && fields.get("created") != nullptr && fields.get("expires") != nullptr) {
      fields.error(*fields.get("expires"), fmt::format("waiver {} expires ({}) before it was created ({})", waiver.id, waiver.expires.iso(), waiver.created.iso()),
                   "correct one of the two days");
    }
  }

  const CheckRules& checks_;
  Diagnostics& diagnostics_;
  std::vector<Waiver>& waivers_;
  std::vector<std::string_view> ids_;
  std::set<std::string> known_;
};

/// Holds waivers against findings and tells how each fared.
class Waiving {
 public:
  Waiving(const std::vector<Waiver>& waivers, const WaiverRun& run, Report& report)
      : waivers_(waivers), run_(run), report_(report), served_(waivers.size()), outdated_(waivers.size()) {}

  void apply() {
    for (auto& finding : report_.findings) waive(finding);
    std::vector<Finding> own;
    for (size_t i = 0; i < waivers_.size(); ++i) tell(i, own);
    for (const auto& named : report_.inline_waivers) tell_unknown(named, own);
    if (waivers_.empty() && report_.inline_waivers.empty()) return;
    for (const auto& check : kChecks) {
      if (severity_of(check)) report_.checks.push_back(reported(check));
    }
    std::move(own.begin(), own.end(), std::back_inserter(report_.findings));
    const auto order = [](const Finding& finding) { return std::tuple(std::string_view(finding.file->path()), finding.span, std::string_view(finding.code)); };
    std::stable_sort(report_.findings.begin(), report_.findings.end(), [&](const Finding& a, const Finding& b) { return order(a) < order(b); });
    std::sort(report_.checks.begin(), report_.checks.end(), [](const ReportedCheck& a, const ReportedCheck& b) { return a.id < b.id; });
  }

 private:
  void waive(Finding& finding) {
    for (size_t i = 0; i < waivers_.size(); ++i) {
      const Waiver& waiver = waivers_[i];
      if (waiver.check != finding.check || !about_its_rule(waiver, finding)) continue;
      const bool in_source = named_inline(waiver, finding);
      if (!in_source && (waiver.inline_only() || !holds_at(waiver, finding))) continue;
      if (is_outdated(waiver)) {
        outdated_[i] = true;
        continue;
      }
      served_[i] = true;
      if (run_.today > waiver.expires || finding.suppression) continue;
      finding.suppression = Suppression{waiver.id, in_source ? Suppression::Kind::in_source : Suppression::Kind::external, waiver.reason, waiver.approver, waiver.expires};
    }
  }

  static bool about_its_rule(const Waiver& waiver, const Finding& finding) {
    if (waiver.provision.empty()) return true;
    return std::any_of(finding.evidence.begin(), finding.evidence.end(), [&](const Provision* p) { return p->id == waiver.provision; });
  }

  bool is_outdated(const Waiver& waiver) const {
    if (waiver.provision.empty()) return false;
    const auto index = run_.policies.index_of(waiver.provision);
    return !index || provision_version(run_.policies[*index]) != waiver.version;
  }

  bool named_inline(const Waiver& waiver, const Finding& finding) const {
    return std::any_of(report_.inline_waivers.begin(), report_.inline_waivers.end(), [&](const InlineWaiver& named) {
      return named.waiver == waiver.id && named.file == finding.file && named.covers.overlaps(finding.span);
    });
  }

  static bool holds_at(const Waiver& waiver, const Finding& finding) {
    if (!waiver.message.empty() && waiver.message != finding.message_id) return false;
    if (!waiver.finding.empty() && waiver.finding != finding.id) return false;
    if (!waiver.quote.empty() && waiver.quote != folded(slice(finding.file->text(), finding.span))) return false;
    return !waiver.path || path_fits(*waiver.path, *waiver.file, finding.file->path());
  }

  /// The path or a folder on the way to it.
  static bool path_fits(const IgnorePattern& pattern, const SourceFile& from, const std::string& path) {
    const std::string folder = absolute(parent_path(from.path()));
    const std::string prefix = folder.ends_with('/') ? folder : folder.ends_with("/.") ? folder.substr(0, folder.size() - 1) : folder + "/";
    const std::string full = absolute(path);
    if (!full.starts_with(prefix)) return false;
    const std::string_view below = std::string_view(full).substr(prefix.size());
    for (size_t end = below.find('/'); end != std::string_view::npos; end = below.find('/', end + 1)) {
      if (pattern.matches(below.substr(0, end), true)) return true;
    }
    return pattern.matches(below, false);
  }

  std::optional<Severity> severity_of(const WaiverCheck& check) const {
    const auto level = run_.levels.find(std::string(check.id));
    return level == run_.levels.end() ? check.severity : level->second;
  }

  ReportedCheck reported(const WaiverCheck& check) const {
    ReportedCheck reported;
    reported.id = check.id;
    reported.code = check.code;
    reported.title = check.title;
    reported.kind = "waiver";
    reported.severity = *severity_of(check);
    reported.source = "docs/formats/waivers.md";
    return reported;
  }

  void tell(size_t i, std::vector<Finding>& own) {
    const Waiver& waiver = waivers_[i];
    if (!was_to_be_met(waiver) && !served_[i] && !outdated_[i]) return;
    if (outdated_[i] && !served_[i]) {
      add("waiver/outdated", fmt::format("Waiver {} was given for another version of {}; the findings that it waived count again until somebody approves it anew.", waiver.id, waiver.provision), waiver, own);
    } else if (run_.today > waiver.expires) {
      add("waiver/expired", fmt::format("Waiver {} ran out on {}; {}.", waiver.id, waiver.expires.iso(), served_[i] ? "what it waived counts again" : "it serves nothing any more"), waiver, own);
    } else if (!served_[i]) {
      add("waiver/unused", fmt::format("Waiver {} serves nothing any more: no finding of {} is where it says.", waiver.id, waiver.check), waiver, own);
    }
  }

  /// Whether the messages of this run were all that it could be about.
  bool was_to_be_met(const Waiver& waiver) const {
    if (run_.whole) return true;
    return !waiver.message.empty() && std::any_of(report_.checked.begin(), report_.checked.end(), [&](const CheckedMessage& m) { return m.id == waiver.message; });
  }

  void add(std::string_view check, std::string message, const Waiver& waiver, std::vector<Finding>& own) const {
    add(check, std::move(message), waiver.id, "", waiver.file, waiver.where, own);
  }

  void tell_unknown(const InlineWaiver& named, std::vector<Finding>& own) const {
    const bool known = std::any_of(waivers_.begin(), waivers_.end(), [&](const Waiver& w) { return w.id == named.waiver; });
    if (!known) add("waiver/unknown", fmt::format("There is no waiver {}.", named.waiver), named.waiver, named.message_id, named.file, named.comment, own);
  }

  void add(std::string_view id, std::string message, const std::string& waiver, const std::string& message_id, std::shared_ptr<const SourceFile> file,
           Span span, std::vector<Finding>& own) const {
    const auto& check = waiver_check(id);
    const auto severity = severity_of(check);
    if (!severity) return;
    Finding finding;
    finding.id = Hasher().add(check.id).add(waiver).add(message_id).hex16();
    finding.code = check.code;
    finding.check = check.id;
    finding.kind = "waiver";
    finding.severity = *severity;
    finding.strength = Strength::proven;
    finding.as_of = run_.today;
    finding.message = std::move(message);
    finding.message_id = message_id;
    finding.file = std::move(file);
    finding.span = span;
    own.push_back(std::move(finding));
  }

  const std::vector<Waiver>& waivers_;
  const WaiverRun& run_;
  Report& report_;
  std::vector<bool> served_, outdated_;
};

}  // namespace

std::vector<Waiver> read_waivers(const FileSystem& files, const std::vector<std::string>& paths, const CheckRules& checks, Diagnostics& diagnostics) {
  std::vector<Waiver> waivers;
  WaiverReader reader(checks, diagnostics, waivers);
  for (const auto& path : paths) {
    std::vector<std::string> single = {path};
    if (files.is_directory(path)) {
      single.clear();
      const auto listing = files.list(path);
      if (const auto* entries = std::get_if<std::vector<DirectoryEntry>>(&listing)) {
        for (const auto& entry : *entries) {
          if (!entry.is_directory && entry.name.ends_with(".yaml")) single.push_back(join_path(path, entry.name));
        }
      }
    }
    for (const auto& one : single) {
      if (auto file = load_text(files, one, kLimit, diagnostics)) reader.read(std::move(file));
    }
  }
  return waivers;
}

void apply_waivers(const std::vector<Waiver>& waivers, const WaiverRun& run, Report& report) { Waiving(waivers, run, report).apply(); }

bool is_waiver_check(std::string_view id) {
  return std::any_of(kChecks.begin(), kChecks.end(), [&](const WaiverCheck& check) { return check.id == id; });
}

}  // namespace selaras
