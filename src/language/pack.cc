#include "language/pack.h"

#include <algorithm>

#include "language/pack_file.h"

namespace selaras {
namespace {

constexpr size_t kPhrases = 1 << 18;  // more than a full pack has; room costs nothing until it is used, moving phrases does
constexpr size_t kFileLimit = 8U << 20U;
constexpr std::string_view kSuffix = ".yaml";

std::vector<std::string> yaml_names(const FileSystem& files, const std::string& folder, Diagnostics& diagnostics) {
  std::vector<std::string> names;
  const auto listed = files.list(folder);
  if (const auto* fault = std::get_if<FileFault>(&listed)) {
    diagnostics.file_error(folder, std::string(fault_message(*fault)), std::string(fault_remedy(*fault)));
    return names;
  }
  for (const DirectoryEntry& entry : std::get<std::vector<DirectoryEntry>>(listed)) {
    if (!entry.is_directory && entry.name.ends_with(kSuffix)) names.push_back(entry.name);
  }
  return names;
}

/// Hands the fields of one file to `read`; a file that cannot be read or parsed is a diagnostic.
template <typename Read>
void with_file(const FileSystem& files, const std::string& path, const std::string& what, Diagnostics& diagnostics, const Read& read) {
  auto content = files.read(path, kFileLimit);
  if (const auto* fault = std::get_if<FileFault>(&content)) {
    return diagnostics.file_error(path, std::string(fault_message(*fault)), std::string(fault_remedy(*fault)));
  }
  const SourceFile file(path, std::move(std::get<std::string>(content)));
  const auto root = yaml::parse(file, diagnostics);
  if (!root) return;
  Fields fields(file, *root, what, diagnostics);
  if (fields.valid()) read(fields);
}

std::optional<LanguagePack> load_pack(const FileSystem& files, const std::string& folder, const std::string& language,
                                      const Ontology& ontology, PackSources sources, Diagnostics& diagnostics) {
  LanguagePack pack;
  pack.language = language;
  pack.phrases.reserve(kPhrases);
  Inflection inflection;
  PhraseCollector collector(pack, sources);
  Diagnostics own;
  with_file(files, join_path(folder, language + std::string(kSuffix)), "language pack", own,
            [&](Fields& fields) { read_grammar(fields, pack, inflection, ontology, collector); });
  const std::string areas = join_path(folder, language);
  if (files.is_directory(areas)) {
    for (const std::string& name : yaml_names(files, areas, own)) {
      with_file(files, join_path(areas, name), "terms", own,
                [&](Fields& fields) { read_terms(fields, pack, inflection, ontology, collector); });
    }
  }
  diagnostics.append(own);
  if (own.has_errors()) return std::nullopt;
  return pack;
}

}  // namespace

std::vector<LanguagePack> load_language_packs(const FileSystem& files, const std::string& folder, const Ontology& ontology,
                                              Diagnostics& diagnostics, PackSources sources) {
  std::vector<LanguagePack> packs;
  for (const std::string& name : yaml_names(files, folder, diagnostics)) {
    const std::string language = name.substr(0, name.size() - kSuffix.size());
    if (auto pack = load_pack(files, folder, language, ontology, sources, diagnostics)) packs.push_back(std::move(*pack));
  }
  return packs;
}

}  // namespace selaras
