// Which version of a provision somebody spoke of: a waiver that was given for a rule says nothing of the rule that replaced its words.
#pragma once

#include <string>

#include "policy/provision.h"

namespace selaras {

/// 16 hex digits of the SHA-256 of what the provision says, since when and until when, and where it is written. Its examples and notes do not
/// count.
std::string provision_version(const Provision& provision);

}  // namespace selaras
