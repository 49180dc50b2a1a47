#include "ontology/ontology.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <deque>
#include <memory>
#include <stdexcept>

#include "data/fields.h"
#include "data/yaml.h"
#include "text/characters.h"

namespace selaras {

struct WrittenConcept {
  std::shared_ptr<const SourceFile> file;  // null for a country, which no file declares
  Span where;
  std::vector<std::pair<std::string, Span>> parents;
  std::string converse, antonym;
  std::vector<std::pair<std::string, Span>> shown_by = {};
};

namespace {

constexpr size_t kFileLimit = 4U << 20U;
constexpr std::array<std::string_view, 7> kKinds = {"person", "actor", "action", "thing", "place", "condition", "attribute"};
constexpr std::array<std::string_view, 11> kDimensions = {"none",  "money",   "age",       "duration", "date", "percent",
                                                          "count", "contact", "frequency", "clock",    "size"};
constexpr std::array<std::string_view, 2> kRegimes = {"open", "closed"};

bool is_kebab(std::string_view id) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  return !id.empty() && std::all_of(id.begin(), id.end(), fits) && id.front() != '-' && id.back() != '-';
}

bool kinds_fit(ConceptKind child, ConceptKind parent) {
  const auto party = [](ConceptKind kind) { return kind == ConceptKind::person || kind == ConceptKind::actor; };
  return child == parent || (party(child) && party(parent));
}

/// Reads one file's concepts; what needs other concepts waits in `written`.
class FileReader {
 public:
  FileReader(std::shared_ptr<const SourceFile> file, Diagnostics& diagnostics)
      : file_(std::move(file)), diagnostics_(diagnostics) {}

  void read(std::vector<Concept>& concepts, std::vector<WrittenConcept>& written) {
    const auto root = yaml::parse(*file_, diagnostics_);
    if (!root) return;
    Fields fields(*file_, *root, "the ontology file", diagnostics_);
    if (!fields.valid()) return;
    fields.required_text("area");
    for (const auto& item : fields.items("concepts")) one(item, concepts, written);
    fields.finish();
  }

 private:
  void one(const yaml::Node& node, std::vector<Concept>& concepts, std::vector<WrittenConcept>& written) {
    Fields fields(*file_, node, "a concept", diagnostics_);
    if (!fields.valid()) return;
    Concept entry;
    entry.id = fields.required_text("id");
    fields.rename(fmt::format("concept '{}'", entry.id));
    if (!is_kebab(entry.id)) fields.error(node, fmt::format("'{}' is no concept id", entry.id), "use lower-case letters, digits and hyphens");
    fields.require("kind");
    entry.kind = static_cast<ConceptKind>(fields.choice("kind", kKinds).value_or(3));
    entry.gloss = fields.required_text("gloss");
    entry.dimension = static_cast<Dimension>(fields.choice("dimension", kDimensions).value_or(0));
    entry.identity = fields.boolean("identity").value_or(false);
    entry.regime = static_cast<Regime>(fields.choice("regime", kRegimes).value_or(0));
    entry.punishes = fields.boolean("punishes").value_or(false);
    entry.eligibility = fields.boolean("eligibility").value_or(false);
    if (entry.eligibility && entry.kind != ConceptKind::condition) {
      fields.error(node, fmt::format("'{}' is no condition and cannot be an eligibility", entry.id), "take `eligibility` away, or make it a condition");
    }
    entry.at = file_->place(node.span.begin);
    if (entry.kind == ConceptKind::attribute && entry.dimension == Dimension::none) {
      fields.error(node, fmt::format("attribute '{}' has no dimension", entry.id), suggestion("", kDimensions));
    }
    WrittenConcept refs{file_, node.span, {}, fields.text("converse").value_or(""), fields.text("antonym").value_or("")};
    for (const auto& parent : fields.items("parents")) refs.parents.emplace_back(parent.scalar, parent.span);
    for (const auto& shown : fields.items("shown_by")) refs.shown_by.emplace_back(shown.scalar, shown.span);
    fields.finish();
    concepts.push_back(std::move(entry));
    written.push_back(std::move(refs));
  }

  std::shared_ptr<const SourceFile> file_;
  Diagnostics& diagnostics_;
};

/// Every country is a place, whether or not a file of ours names it.
void add_countries(std::vector<Concept>& concepts, std::vector<WrittenConcept>& written) {
  for (char first = 'A'; first <= 'Z'; ++first) {
    for (char second = 'A'; second <= 'Z'; ++second) {
      const std::string code{first, second};
      if (!is_country_code(code)) continue;
      concepts.push_back({code, ConceptKind::place, {}, country_name(code), {}, false, {}, {}, Regime::open, false, false, {}, {}});
      written.emplace_back();
    }
  }
}

/// A cycle reachable from `start`, as a chain of indexes that begins and ends with the same one; empty when there is none.
std::vector<uint32_t> find_cycle(const std::vector<Concept>& concepts, uint32_t start, std::vector<uint8_t>& colour) {
  struct Frame {
    uint32_t at;
    size_t next;
  };
  std::vector<Frame> path{{start, 0}};
  colour[start] = 1;
  while (!path.empty()) {
    auto& top = path.back();
    const auto& parents = concepts[top.at].parents;
    if (top.next == parents.size()) {
      colour[top.at] = 2;
      path.pop_back();
      continue;
    }
    const uint32_t parent = parents[top.next++].index;
    if (colour[parent] == 1) {
      std::vector<uint32_t> cycle;
      auto from = std::find_if(path.begin(), path.end(), [&](const Frame& f) { return f.at == parent; });
      for (; from != path.end(); ++from) cycle.push_back(from->at);
      cycle.push_back(parent);
      return cycle;
    }
    if (colour[parent] == 0) {
      colour[parent] = 1;
      path.push_back({parent, 0});
    }
  }
  return {};
}

void set_bit(std::vector<uint64_t>& rows, size_t words, uint32_t row, uint32_t column) {
  rows[row * words + column / 64] |= uint64_t{1} << (column % 64);
}

}  // namespace

Ontology Ontology::load(const FileSystem& files, const std::string& folder, Diagnostics& diagnostics) {
  Ontology ontology;
  std::vector<WrittenConcept> written;
  const auto listing = files.list(folder);
  if (const auto* fault = std::get_if<FileFault>(&listing)) {
    diagnostics.file_error(folder, std::string(fault_message(*fault)), "name the folder that holds the ontology files");
    return ontology;
  }
  for (const auto& entry : std::get<std::vector<DirectoryEntry>>(listing)) {
    if (entry.is_directory || !entry.name.ends_with(".yaml")) continue;
    const std::string path = join_path(folder, entry.name);
    auto text = files.read(path, kFileLimit);
    if (const auto* fault = std::get_if<FileFault>(&text)) {
      diagnostics.file_error(path, std::string(fault_message(*fault)), std::string(fault_remedy(*fault)));
      continue;
    }
    auto file = std::make_shared<const SourceFile>(path, std::move(std::get<std::string>(text)));
    FileReader(file, diagnostics).read(ontology.concepts_, written);
  }
  add_countries(ontology.concepts_, written);
  ontology.resolve(written, diagnostics);
  ontology.close();
  return ontology;
}

Ontology Ontology::from_edges(const std::vector<std::pair<std::string, std::string>>& edges) {
  Ontology ontology;
  const auto add = [&](const std::string& id) {
    const auto index = static_cast<uint32_t>(ontology.concepts_.size());
    const auto [found, fresh] = ontology.by_id_.emplace(id, index);
    if (fresh) ontology.concepts_.push_back({id, ConceptKind::thing, {}, {}, {}, false, {}, {}, Regime::open, false, false, {}, {}});
    return ConceptId{found->second};
  };
  for (const auto& [parent, child] : edges) {
    const ConceptId above = add(parent);
    ontology.concepts_[add(child).index].parents.push_back(above);
  }
  std::vector<uint8_t> colour(ontology.concepts_.size(), 0);
  for (uint32_t i = 0; i < ontology.concepts_.size(); ++i) {
    if (colour[i] == 0 && !find_cycle(ontology.concepts_, i, colour).empty()) throw std::invalid_argument("the edges run in a circle");
  }
  ontology.close();
  return ontology;
}

void Ontology::resolve(const std::vector<WrittenConcept>& written, Diagnostics& diagnostics) {
  for (uint32_t i = 0; i < concepts_.size(); ++i) {
    if (by_id_.emplace(concepts_[i].id, i).second || !written[i].file) continue;
    diagnostics.error(*written[i].file, written[i].where, fmt::format("concept '{}' is declared twice", concepts_[i].id),
                      "keep one declaration");
  }
  std::vector<std::string_view> known;
  for (const auto& entry : concepts_) known.push_back(entry.id);
  const auto lookup = [&](const WrittenConcept& from, Span where, const std::string& id, std::string_view as) {
    const ConceptId found = find(id);
    if (!found.known()) {
      diagnostics.error(*from.file, where, fmt::format("unknown {} '{}'", as, id), suggestion(id, known));
    }
    return found;
  };
  for (uint32_t i = 0; i < concepts_.size(); ++i) {
    auto& entry = concepts_[i];
    for (const auto& [id, where] : written[i].parents) {
      const ConceptId parent = lookup(written[i], where, id, "parent");
      if (!parent.known()) continue;
      if (kinds_fit(entry.kind, concepts_[parent.index].kind)) {
        entry.parents.push_back(parent);
      } else {
        diagnostics.error(*written[i].file, where, fmt::format("'{}' cannot lie under '{}': their kinds differ", entry.id, id),
                          "name a parent of the same kind");
      }
    }
    if (!written[i].converse.empty()) entry.converse = lookup(written[i], written[i].where, written[i].converse, "converse");
    for (const auto& [name, span] : written[i].shown_by) entry.shown_by.push_back(lookup(written[i], span, name, "shown_by"));
    if (!written[i].antonym.empty()) entry.antonym = lookup(written[i], written[i].where, written[i].antonym, "antonym");
  }
  std::vector<uint8_t> colour(concepts_.size(), 0);
  for (uint32_t i = 0; i < concepts_.size(); ++i) {
    if (colour[i] != 0) continue;
    const auto cycle = find_cycle(concepts_, i, colour);
    if (cycle.empty()) continue;
    std::vector<std::string_view> names;
    for (const uint32_t at : cycle) names.push_back(concepts_[at].id);
    diagnostics.error(*written[cycle[0]].file, written[cycle[0]].where,
                      fmt::format("concepts lie under each other in a circle: {}", fmt::join(names, " -> ")),
                      "remove one of these parents");
    concepts_[cycle[cycle.size() - 2]].parents.clear();
    std::fill(colour.begin(), colour.end(), uint8_t{0});
    i = UINT32_MAX;  // start over with the circle cut
  }
}

ConceptId Ontology::find(std::string_view id) const {
  const auto found = by_id_.find(std::string(id));
  return found == by_id_.end() ? ConceptId{} : ConceptId{found->second};
}

std::vector<std::string_view> Ontology::ids_of(ConceptKind kind) const {
  std::vector<std::string_view> ids;
  for (const auto& entry : concepts_) {
    if (entry.kind == kind) ids.push_back(entry.id);
  }
  return ids;
}

void Ontology::close() {
  const auto count = static_cast<uint32_t>(concepts_.size());
  words_ = (count + 63) / 64;
  std::vector<uint64_t> ancestors(count * words_, 0);
  std::vector<uint64_t> descendants(count * words_, 0);
  // Parents before children: a concept's row is its own bit and its parents' rows.
  std::vector<uint8_t> done(count, 0);
  std::vector<uint32_t> stack;
  for (uint32_t root = 0; root < count; ++root) {
    stack.push_back(root);
    while (!stack.empty()) {
      const uint32_t at = stack.back();
      const auto& parents = concepts_[at].parents;
      const auto open = std::find_if(parents.begin(), parents.end(), [&](ConceptId p) { return done[p.index] == 0; });
      if (done[at] == 0 && open != parents.end()) {
        stack.push_back(open->index);
        continue;
      }
      stack.pop_back();
      if (done[at] != 0) continue;
      done[at] = 1;
      set_bit(ancestors, words_, at, at);
      for (const ConceptId parent : parents) {
        for (size_t w = 0; w < words_; ++w) ancestors[at * words_ + w] |= ancestors[parent.index * words_ + w];
      }
    }
  }
  std::vector<std::vector<ConceptId>> above_each(count), below_each(count);
  for (uint32_t below = 0; below < count; ++below) {
    set_bit(descendants, words_, below, below);
    above_each[below] = climb({below});
    for (const ConceptId above : above_each[below]) {
      set_bit(descendants, words_, above.index, below);
      below_each[above.index].push_back({below});
    }
  }
  ancestors_ = Column<uint64_t>(std::move(ancestors));
  descendants_ = Column<uint64_t>(std::move(descendants));
  ancestor_lists_ = Lists<ConceptId>(above_each);
  descendant_lists_ = Lists<ConceptId>(below_each);
}

bool Ontology::bit(const Column<uint64_t>& rows, ConceptId row, ConceptId column) const {
  return (rows[row.index * words_ + column.index / 64] >> (column.index % 64)) & 1U;
}

bool Ontology::is_a(ConceptId a, ConceptId b) const { return a.known() && b.known() && bit(ancestors_, a, b); }

Relation Ontology::relate(ConceptId a, ConceptId b) const {
  if (a == b) return Relation::equal;
  if (is_a(a, b)) return Relation::narrower;
  if (is_a(b, a)) return Relation::wider;
  if (!a.known() || !b.known()) return Relation::disjoint;
  if (descendant_lists_[a.index].empty() || descendant_lists_[b.index].empty()) return Relation::disjoint;  // nothing to share
  for (size_t w = 0; w < words_; ++w) {
    if ((descendants_[a.index * words_ + w] & descendants_[b.index * words_ + w]) != 0) return Relation::overlapping;
  }
  return Relation::disjoint;
}

std::optional<uint32_t> Ontology::distance(ConceptId a, ConceptId b) const {
  if (!is_a(a, b)) return std::nullopt;
  std::vector<ConceptId> level{a};
  for (uint32_t steps = 0;; ++steps) {
    std::vector<ConceptId> above;
    for (const ConceptId at : level) {
      if (at == b) return steps;
      for (const ConceptId parent : concepts_[at.index].parents) {
        if (is_a(parent, b)) above.push_back(parent);
      }
    }
    level = std::move(above);
  }
}

std::vector<ConceptId> Ontology::climb(ConceptId id) const {
  std::vector<ConceptId> found;
  std::vector<bool> seen(concepts_.size(), false);
  std::vector<ConceptId> level{id};
  while (!level.empty()) {
    std::vector<ConceptId> above;
    for (const ConceptId at : level) {
      for (const ConceptId parent : concepts_[at.index].parents) {
        if (seen[parent.index]) continue;
        seen[parent.index] = true;
        found.push_back(parent);
        above.push_back(parent);
      }
    }
    level = std::move(above);
  }
  return found;
}

}  // namespace selaras
