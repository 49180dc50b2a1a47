#include <fmt/format.h>

#include <array>
#include <map>

#include "message/campaign_values.h"

namespace selaras {
namespace {

constexpr std::string_view kFileName = "campaign.yaml";
constexpr size_t kCampaignLimit = 1U << 20U;
constexpr std::array<std::string_view, 5> kOwnKeys = {"id", "publish", "version", "translation_of", "source_version"};

void refuse_own_fields(Fields& fields) {
  for (const auto key : kOwnKeys) {
    if (fields.get(key) == nullptr) continue;
    fields.error(*fields.node().find(key), fmt::format("'{}' belongs to one message, not to a campaign", key),
                 "write it in the front matter of each message");
  }
}

SharedFields read_campaign_file(const FileSystem& files, const std::string& path, Diagnostics& diagnostics) {
  const auto file = load_text(files, path, kCampaignLimit, diagnostics);
  if (!file) return {};
  const Span whole{text_begin(*file), static_cast<uint32_t>(file->text().size())};
  const auto root = yaml::parse(*file, whole, diagnostics);
  if (!root || root->is_null()) return {};
  Fields fields(*file, *root, std::string(kFileName), diagnostics);
  if (!fields.valid()) return {};
  SharedFields found = read_shared_fields(fields);
  refuse_own_fields(fields);
  fields.finish();
  return found;
}

bool is_below(std::string_view folder, std::string_view root) {
  if (root == ".") return !folder.starts_with('/') && !folder.starts_with("..");
  return folder.starts_with(root) && (root.ends_with('/') || (folder.size() > root.size() && folder[root.size()] == '/'));
}

}  // namespace

struct CampaignDefaults::Cache {
  std::map<std::string, std::unique_ptr<Values>> by_folder;
};

CampaignDefaults::CampaignDefaults(const FileSystem& files, std::string root)
    : files_(files), root_(std::move(root)), cache_(std::make_unique<Cache>()) {
  while (root_.size() > 1 && root_.ends_with('/')) root_.pop_back();
  if (root_.empty()) root_.push_back('.');
}

CampaignDefaults::~CampaignDefaults() = default;

const CampaignDefaults::Values* CampaignDefaults::for_folder(const std::string& folder, Diagnostics& diagnostics) {
  if (const auto known = cache_->by_folder.find(folder); known != cache_->by_folder.end()) return known->second.get();
  auto values = std::make_unique<Values>();
  const std::string path = join_path(folder, kFileName);
  if (files_.is_file(path)) values->fields = read_campaign_file(files_, path, diagnostics);
  if (folder != root_ && is_below(folder, root_)) {
    values->fields.fill_from(for_folder(parent_path(folder), diagnostics)->fields);
  }
  return (cache_->by_folder[folder] = std::move(values)).get();
}

}  // namespace selaras
