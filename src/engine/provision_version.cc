#include "engine/provision_version.h"

#include "engine/hash.h"

namespace selaras {

std::string provision_version(const Provision& provision) {
  const auto day = [](const std::optional<Date>& date) { return date ? date->iso() : std::string(); };
  return Hasher()
      .add(provision.id)
      .add(provision.statement)
      .add(name(provision.status))
      .add(day(provision.in_force.from))
      .add(day(provision.in_force.to))
      .add(provision.instrument.title)
      .add(provision.source.section)
      .hex16();
}

}  // namespace selaras
