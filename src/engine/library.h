// The rules and policies that a run needs, loaded once and shared by all threads: ontology, language packs, policy base, indexes, check
// rules, weights.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "check/check_rule.h"
#include "judge/knowledge.h"
#include "judge/judgement.h"
#include "language/lexicon.h"
#include "message/block_labels.h"

namespace selaras {

struct DataFolders {
  std::string rules;
  std::string policies;
};

/// Where a loaded library is kept for the next run (engine/library_image.h).
struct LibraryCache {
  FileSystem& files;
  std::string folder;
};

class Library {
 public:
  /// Errors of single files are in `diagnostics`; what could be read is kept. nullptr when there are no rules at all. With a cache the
  /// library is the same, sooner.
  static std::unique_ptr<Library> load(const FileSystem& files, const DataFolders& folders, Diagnostics& diagnostics,
                                       const LibraryCache* cache = nullptr);
  /// Without any rules: to be filled by archive().
  static std::unique_ptr<Library> empty();

  const Ontology& ontology() const { return ontology_; }
  const PolicyBase& policies() const { return policies_; }
  const BlockLabels& block_labels() const { return block_labels_; }
  CheckRules& checks() { return checks_; }
  const CheckRules& checks() const { return checks_; }
  const JudgeRules& judge_rules() const { return judge_rules_; }
  Knowledge knowledge() const { return {ontology_, policies_, *by_concept_, *by_text_, *by_value_}; }
  /// The lexicon of a language, or of its base language; nullptr when there is no pack.
  const Lexicon* lexicon(std::string_view language) const;
  /// The lexicon of the language that the policies themselves are written in.
  const Lexicon& policy_lexicon() const;
  /// Hashes of everything loaded, 16 hex digits.
  const std::string& rules_hash() const { return rules_hash_; }
  const std::string& policies_hash() const { return policies_hash_; }

 private:
  template <typename Archive>
  friend void archive(Archive& a, Library& library);

  Library() = default;
  void read_files(const FileSystem& files, const DataFolders& folders, Diagnostics& diagnostics);
  void read_rules(const FileSystem& files, const std::string& folder, Diagnostics& diagnostics);
  void build_indexes();

  Ontology ontology_;
  PolicyBase policies_;
  BlockLabels block_labels_;
  CheckRules checks_;
  JudgeRules judge_rules_;
  std::map<std::string, Lexicon, std::less<>> lexicons_;
  std::unique_ptr<ConceptIndex> by_concept_;
  std::unique_ptr<TextIndex> by_text_;
  std::unique_ptr<ValueIndex> by_value_;
  std::string rules_hash_, policies_hash_;
};

}  // namespace selaras
