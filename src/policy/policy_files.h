// Reads the files of one jurisdiction's folder: provisions, contacts, issuers, coverage. Formats: docs/formats/policy.md.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "data/yaml.h"
#include "ontology/ontology.h"
#include "policy/contact.h"
#include "policy/policy_base.h"
#include "policy/provision.h"

namespace selaras {

struct PolicyFile {
  std::shared_ptr<const SourceFile> file;
  const Ontology& ontology;
  std::string jurisdiction;  // the folder's name
  Diagnostics& diagnostics;
};

std::vector<Provision> read_provisions(const PolicyFile& policy_file);
std::vector<Contact> read_contacts(const PolicyFile& policy_file);
std::vector<Issuer> read_issuers(const PolicyFile& policy_file);
std::map<std::string, CoverageEntry> read_coverage(const PolicyFile& policy_file);

/// The 42 topics that provisions, issuers, coverage and corridors speak of.
std::span<const std::string_view> topics();

}  // namespace selaras
