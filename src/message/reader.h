// Reads messages from files: Markdown with YAML front matter, and `campaign.yaml` defaults for a folder. One bad message never
// stops the others. The format is docs/formats/message.md.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "message/block_labels.h"
#include "message/message.h"

namespace selaras {

/// 16 MiB: a message is a page or two; a file of this size is something else.
inline constexpr size_t kMessageLimit = 16U << 20U;

/// Reads a file's bytes as text: size, UTF-8 and NUL are checked here for every reader; nullptr after an error, which is then in
/// `diagnostics`. Nothing is taken out of the text, so that offsets are those of the file: CRLF stays, and so does a byte order
/// mark, of which a warning is given; readers begin at `text_begin`.
std::shared_ptr<const SourceFile> load_text(const FileSystem& files, const std::string& path, size_t limit,
                                            Diagnostics& diagnostics);

/// 3 when the file starts with a byte order mark, else 0.
uint32_t text_begin(const SourceFile& file);

/// Front-matter defaults in force for one folder: its campaign.yaml over those of the folders above it, up to `root`.
class CampaignDefaults {
 public:
  CampaignDefaults(const FileSystem& files, std::string root);
  ~CampaignDefaults();
  struct Values;
  /// Cached by folder. Errors of a campaign.yaml are reported once; its good fields hold nevertheless. Never nullptr. Not thread
  /// safe. A folder that is not below `root` has its own campaign.yaml and no others.
  const Values* for_folder(const std::string& folder, Diagnostics& diagnostics);

 private:
  struct Cache;
  const FileSystem& files_;
  std::string root_;
  std::unique_ptr<Cache> cache_;
};

/// No message when the file is none of ours (Markdown without front matter: `is_message` is false, and nothing is reported) or has
/// errors, which are then in `diagnostics`. `defaults` may be nullptr.
struct ReadResult {
  std::optional<Message> message;
  bool is_message = true;
};
ReadResult read_message(std::shared_ptr<const SourceFile> file, const CampaignDefaults::Values* defaults, const BlockLabels& labels,
                        Diagnostics& diagnostics);

/// The message files (`*.md`) at and below the given paths, sorted, each once. Hidden folders, node_modules and symbolic links
/// found on the way are passed by; a link that is named itself is followed. A path that is missing, unreadable, a circle of links
/// or without any message file is an error.
std::vector<std::string> find_message_files(const FileSystem& files, const std::vector<std::string>& paths,
                                            Diagnostics& diagnostics);

}  // namespace selaras
