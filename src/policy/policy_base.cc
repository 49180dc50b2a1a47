#include "policy/policy_base.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>

#include "data/fields.h"
#include "policy/policy_files.h"
#include "text/characters.h"

namespace selaras {
namespace {

constexpr size_t kFileLimit = 8U << 20U;

}  // namespace

class PolicyLoader {
 public:
  PolicyLoader(const FileSystem& files, const Ontology& ontology, Diagnostics& diagnostics)
      : files_(files), ontology_(ontology), diagnostics_(diagnostics) {}

  PolicyBase load(const std::string& folder) {
    for (const auto& entry : entries(folder)) {
      if (!entry.is_directory) continue;
      const std::string path = join_path(folder, entry.name);
      if (is_country_code(entry.name)) {
        jurisdiction(path, entry.name);
      } else if (entry.name.size() == 2) {  // UK, my: meant as a state, and would be passed by without a word
        diagnostics_.file_error(path, fmt::format("'{}' is no country code", entry.name), "name the folder by ISO 3166-1, two capital letters, or XX");
      }
    }
    link();
    cut_into_stretches();
    return std::move(base_);
  }

 private:
  std::vector<DirectoryEntry> entries(const std::string& folder) {
    auto listing = files_.list(folder);
    if (const auto* fault = std::get_if<FileFault>(&listing)) {
      diagnostics_.file_error(folder, std::string(fault_message(*fault)), std::string(fault_remedy(*fault)));
      return {};
    }
    return std::move(std::get<std::vector<DirectoryEntry>>(listing));
  }

  void jurisdiction(const std::string& folder, const std::string& code) {
    base_.jurisdictions_[code] = 0;
    for (const auto& entry : entries(folder)) {
      if (!entry.is_directory && entry.name.ends_with(".yaml")) file(join_path(folder, entry.name), entry.name, code);
    }
  }

  void file(const std::string& path, const std::string& name, const std::string& code) {
    auto text = files_.read(path, kFileLimit);
    if (const auto* fault = std::get_if<FileFault>(&text)) {
      diagnostics_.file_error(path, std::string(fault_message(*fault)), std::string(fault_remedy(*fault)));
      return;
    }
    const PolicyFile in{std::make_shared<const SourceFile>(path, std::move(std::get<std::string>(text))), ontology_, code, diagnostics_};
    if (name == "contacts.yaml") {
      append(base_.contacts_, read_contacts(in));
    } else if (name == "issuers.yaml") {
      append(base_.issuers_, read_issuers(in));
    } else if (name == "coverage.yaml") {
      base_.coverage_[code] = read_coverage(in);
    } else {
      for (auto& provision : read_provisions(in)) add(std::move(provision));
    }
  }

  template <typename Item>
  static void append(std::vector<Item>& to, std::vector<Item> from) {
    std::move(from.begin(), from.end(), std::back_inserter(to));
  }

  void add(Provision provision) {
    const auto index = static_cast<ProvisionIndex>(base_.provisions_.size());
    const auto [first, fresh] = base_.by_id_.emplace(provision.id, index);
    if (!fresh) {
      const auto& other = base_.provisions_[first->second];
      diagnostics_.error(*provision.file, provision.where, fmt::format("provision id {} is used a second time", provision.id),
                         fmt::format("the first is at {}:{}; give one of them another id", other.file->path(),
                                     other.file->position(other.where.begin).line));
      return;
    }
    ++base_.jurisdictions_[provision.jurisdiction];
    base_.provisions_.push_back(std::move(provision));
  }

  void cut_into_stretches() {
    auto& stretches = base_.stretches_;
    for (ProvisionIndex index = 0; index < base_.provisions_.size(); ++index) {
      const auto& state = base_.provisions_[index].jurisdiction;
      if (stretches.empty() || stretches.back().jurisdiction != state) stretches.push_back({state, index, index});
      stretches.back().last = index + 1;
    }
  }

  /// Turns the ids that provisions name into links; an id that nobody has is an error.
  void link() {
    base_.successors_.resize(base_.provisions_.size());
    base_.predecessors_.resize(base_.provisions_.size());
    std::vector<std::string_view> known;
    for (const auto& provision : base_.provisions_) known.push_back(provision.id);
    for (ProvisionIndex index = 0; index < base_.provisions_.size(); ++index) {
      const auto& provision = base_.provisions_[index];
      for (const auto& id : provision.supersedes) {
        const auto old = base_.index_of(id);
        if (!old) {
          unknown(provision, id, "supersedes", known);
          continue;
        }
        base_.predecessors_[index].push_back(*old);
        base_.successors_[*old].push_back(index);
      }
      for (const auto& id : provision.say_with) {
        if (!base_.index_of(id)) unknown(provision, id, "says with", known);
      }
      for (const auto& id : provision.related) {
        if (!base_.index_of(id)) unknown(provision, id, "is related to", known);
      }
    }
  }

  /// An id of a state whose policies are not held cannot be followed, and is no error.
  void unknown(const Provision& provision, const std::string& id, std::string_view how, std::span<const std::string_view> known) {
    if (!base_.covers(id.substr(0, id.find('-')))) return;
    diagnostics_.error(*provision.file, provision.where, fmt::format("provision {} {} {}, which is not in the base", provision.id, how, id),
                       suggestion(id, known));
  }

  const FileSystem& files_;
  const Ontology& ontology_;
  Diagnostics& diagnostics_;
  PolicyBase base_;
};

namespace {

/// Everything reachable over `links`, nearest first.
std::vector<ProvisionIndex> reach(const std::vector<std::vector<ProvisionIndex>>& links, ProvisionIndex from) {
  std::vector<ProvisionIndex> found;
  std::deque<ProvisionIndex> open(links[from].begin(), links[from].end());
  while (!open.empty()) {
    const ProvisionIndex next = open.front();
    open.pop_front();
    if (next == from || std::find(found.begin(), found.end(), next) != found.end()) continue;
    found.push_back(next);
    open.insert(open.end(), links[next].begin(), links[next].end());
  }
  return found;
}

}  // namespace

PolicyBase PolicyBase::load(const FileSystem& files, const std::string& folder, const Ontology& ontology, Diagnostics& diagnostics) {
  return PolicyLoader(files, ontology, diagnostics).load(folder);
}

std::optional<ProvisionIndex> PolicyBase::index_of(std::string_view id) const {
  const auto found = by_id_.find(std::string(id));
  if (found == by_id_.end()) return std::nullopt;
  return found->second;
}

ProvisionIndex PolicyBase::whole_of(ProvisionIndex index) const {
  std::string_view id = provisions_[index].id;
  if (id.empty() || id.back() < 'a' || id.back() > 'z') return index;
  id.remove_suffix(1);
  return index_of(id).value_or(index);
}

const Provision* PolicyBase::find(std::string_view id) const {
  const auto index = index_of(id);
  return index ? &provisions_[*index] : nullptr;
}

std::vector<ProvisionIndex> PolicyBase::successors(ProvisionIndex index) const { return reach(successors_, index); }
std::vector<ProvisionIndex> PolicyBase::predecessors(ProvisionIndex index) const { return reach(predecessors_, index); }

const Issuer* PolicyBase::issuer(std::string_view id) const {
  const auto found = std::find_if(issuers_.begin(), issuers_.end(), [&](const Issuer& issuer) { return issuer.id == id; });
  return found == issuers_.end() ? nullptr : &*found;
}

Coverage PolicyBase::coverage(std::string_view jurisdiction, std::string_view topic) const {
  const auto state = coverage_.find(std::string(jurisdiction));
  if (state == coverage_.end()) return Coverage::none;
  const auto level = state->second.find(std::string(topic));
  return level == state->second.end() ? Coverage::none : level->second.level;
}

}  // namespace selaras
