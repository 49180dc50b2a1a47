#include "engine/library.h"

#include <algorithm>
#include <future>

#include "base/folder_snapshot.h"
#include "engine/hash.h"
#include "engine/library_image.h"
#include "engine/weights_file.h"
#include "message/block_labels.h"

namespace selaras {
namespace {

constexpr std::string_view kPolicyLanguage = "en";  // the language that statements and examples are written in

void hash_folder(const FileSystem& files, const std::string& folder, Hasher& hasher) {
  const auto listing = files.list(folder);
  if (!std::holds_alternative<std::vector<DirectoryEntry>>(listing)) return;
  for (const auto& entry : std::get<std::vector<DirectoryEntry>>(listing)) {
    const std::string path = join_path(folder, entry.name);
    if (entry.is_directory) {
      hash_folder(files, path, hasher);
      continue;
    }
    if (!entry.name.ends_with(".yaml")) continue;
    const auto text = files.read(path, 8U << 20U);
    hasher.add(entry.name);
    if (const auto* content = std::get_if<std::string>(&text)) hasher.add(*content);
  }
}

std::string folder_hash(const FileSystem& files, const std::string& folder) {
  Hasher hasher;
  hash_folder(files, folder, hasher);
  return hasher.hex16();
}

SentenceRules sentences_of(std::string_view language, const std::vector<LanguagePack>& packs) {
  const auto pack = std::find_if(packs.begin(), packs.end(), [&](const LanguagePack& p) { return p.language == language; });
  return pack == packs.end() ? SentenceRules{} : pack->sentences;
}

}  // namespace

std::unique_ptr<Library> Library::empty() {
  std::unique_ptr<Library> library(new Library());
  library->by_concept_ = std::make_unique<ConceptIndex>(library->ontology_);
  library->by_text_ = std::make_unique<TextIndex>();
  library->by_value_ = std::make_unique<ValueIndex>();
  return library;
}

std::unique_ptr<Library> Library::load(const FileSystem& files, const DataFolders& folders, Diagnostics& diagnostics,
                                       const LibraryCache* cache) {
  if (folders.rules.empty() || folders.policies.empty()) {
    diagnostics.file_error("selaras", folders.rules.empty() ? "no rules were found" : "no policies were found",
                           "name their folders in selaras.yaml (rules:, policies:), or install the program with its data");
    return nullptr;
  }
  std::optional<LibraryImage> image;
  if (cache != nullptr) image.emplace(*cache, files, folders);
  if (auto kept = image ? image->load_sealed() : nullptr) return kept;
  const FolderSnapshot snapshot(files, {{"rules", folders.rules}, {"policies", folders.policies}});
  if (auto kept = image ? image->load(snapshot) : nullptr) return kept;
  const size_t told = diagnostics.all().size();
  std::unique_ptr<Library> library(new Library());
  library->read_files(snapshot, folders, diagnostics);
  if (library->lexicon(kPolicyLanguage) == nullptr) {
    diagnostics.file_error(join_path(folders.rules, "languages"), "there is no usable language pack for the policies' own language",
                           "add its pack, or mend the errors above");
    return nullptr;
  }
  library->build_indexes();
  if (image && diagnostics.all().size() == told) image->save(*library, snapshot);
  return library;
}

/// Rules and policies need the ontology and nothing of one another: they are read at the same time, where a second thread is to be had. The
/// text index needs the policies and only what a pack knows of sentences, so it is built while packs are compiled. What is wrong is told in
/// the order of the files all the same.
void Library::read_files(const FileSystem& files, const DataFolders& folders, Diagnostics& diagnostics) {
  ontology_ = Ontology::load(files, join_path(folders.rules, "ontology"), diagnostics);
  Diagnostics of_policies;
  auto policies = std::async([&] {
    policies_ = PolicyBase::load(files, folders.policies, ontology_, of_policies);
    policies_hash_ = folder_hash(files, folders.policies);
  });
  auto packs = load_language_packs(files, join_path(folders.rules, "languages"), ontology_, diagnostics);
  auto by_text = std::async([&, sentences = sentences_of(kPolicyLanguage, packs)] {
    policies.get();
    Segmenter segmenter(sentences);
    by_text_ = std::make_unique<TextIndex>(policies_, kPolicyLanguage, segmenter);
    by_value_ = std::make_unique<ValueIndex>(policies_, ontology_);
  });
  for (auto& pack : packs) {
    const std::string language = pack.language;
    lexicons_.emplace(language, Lexicon(std::move(pack)));
  }
  read_rules(files, folders.rules, diagnostics);
  by_text.get();
  diagnostics.append(of_policies);
}

void Library::read_rules(const FileSystem& files, const std::string& folder, Diagnostics& diagnostics) {
  if (auto labels = load_block_labels(files, join_path(folder, "blocks.yaml"), diagnostics)) block_labels_ = std::move(*labels);
  checks_ = CheckRules::load(files, join_path(folder, "checks"), diagnostics);
  judge_rules_ = load_weights(files, join_path(folder, "weights.yaml"), diagnostics);
  rules_hash_ = folder_hash(files, folder);
}

void Library::build_indexes() {
  const Lexicon& lexicon = policy_lexicon();
  Segmenter segmenter(lexicon.pack().sentences);
  by_concept_ = std::make_unique<ConceptIndex>(policies_, ontology_, lexicon, segmenter);
}

const Lexicon& Library::policy_lexicon() const { return *lexicon(kPolicyLanguage); }

const Lexicon* Library::lexicon(std::string_view language) const {
  auto found = lexicons_.find(language);
  if (found == lexicons_.end()) found = lexicons_.find(language.substr(0, language.find('-')));
  return found == lexicons_.end() ? nullptr : &found->second;
}

}  // namespace selaras
