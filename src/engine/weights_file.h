// Reads rules/weights.yaml: the weights and thresholds of the judgements, as integers in thousandths (docs/formats/weights.md).
#pragma once

#include <string>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "judge/judgement.h"

namespace selaras {

JudgeRules load_weights(const FileSystem& files, const std::string& path, Diagnostics& diagnostics);

}  // namespace selaras
