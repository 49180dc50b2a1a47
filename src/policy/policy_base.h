// Everything the engine knows of the law: provisions, contacts, issuers and coverage of all jurisdictions, read from policies/<CC>/,
// with the supersession between them resolved. Immutable after loading.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "ontology/ontology.h"
#include "policy/contact.h"
#include "policy/provision.h"

namespace selaras {

using ProvisionIndex = uint32_t;

/// Provisions of one state that stand one behind the other. Folders are read state by state, so that a state has but one.
struct Stretch {
  std::string jurisdiction;
  ProvisionIndex first = 0, last = 0;  // end exclusive
};

template <typename Archive>
void archive(Archive& a, Stretch& value) {
  auto& [jurisdiction, first, last] = value;
  a(jurisdiction, first, last);
}

class PolicyBase {
 public:
  /// Reads every folder below `folder` whose name is a country code. Provisions with errors are left out.
  static PolicyBase load(const FileSystem& files, const std::string& folder, const Ontology& ontology, Diagnostics& diagnostics);

  std::span<const Provision> provisions() const { return provisions_; }
  const Provision& operator[](ProvisionIndex index) const { return provisions_[index]; }
  const Provision* find(std::string_view id) const;
  std::optional<ProvisionIndex> index_of(std::string_view id) const;
  /// Where a source states several rules, they share its number and all but one have a letter behind it: the one without; the provision
  /// itself when it has no letter, or when there is none without.
  ProvisionIndex whole_of(ProvisionIndex index) const;
  /// The provisions that replaced this one, nearest first.
  std::vector<ProvisionIndex> successors(ProvisionIndex index) const;
  /// The provisions that this one replaced, nearest first.
  std::vector<ProvisionIndex> predecessors(ProvisionIndex index) const;
  /// Those that this one names as superseded, and those that name it: one step of the timeline.
  std::span<const ProvisionIndex> replaced_by_it(ProvisionIndex index) const { return predecessors_[index]; }
  std::span<const ProvisionIndex> replacing_it(ProvisionIndex index) const { return successors_[index]; }
  /// All provisions, cut where the state changes; the indexes keep what they hold by stretch, so that a search passes by the states that are
  /// out of the question.
  std::span<const Stretch> stretches() const { return stretches_; }

  std::span<const Contact> contacts() const { return contacts_; }
  std::span<const Issuer> issuers() const { return issuers_; }
  const Issuer* issuer(std::string_view id) const;
  Coverage coverage(std::string_view jurisdiction, std::string_view topic) const;
  /// Everything that the coverage files say: state, then topic.
  const std::map<std::string, std::map<std::string, CoverageEntry>>& coverage() const { return coverage_; }
  bool covers(std::string_view jurisdiction) const { return jurisdictions_.contains(std::string(jurisdiction)); }
  const std::map<std::string, size_t>& jurisdictions() const { return jurisdictions_; }

 private:
  friend class PolicyLoader;
  template <typename Archive>
  friend void archive(Archive& a, PolicyBase& base) {
    a(base.provisions_, base.by_id_, base.successors_, base.predecessors_, base.contacts_, base.issuers_, base.coverage_, base.jurisdictions_,
      base.stretches_);
  }
  std::vector<Provision> provisions_;
  std::unordered_map<std::string, ProvisionIndex> by_id_;
  std::vector<std::vector<ProvisionIndex>> successors_, predecessors_;
  std::vector<Contact> contacts_;
  std::vector<Issuer> issuers_;
  std::map<std::string, std::map<std::string, CoverageEntry>> coverage_;  // state, topic
  std::map<std::string, size_t> jurisdictions_;  // with the number of provisions
  std::vector<Stretch> stretches_;
};

}  // namespace selaras
