#include "engine/weights_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "data/fields.h"

namespace selaras {
namespace {

void read_int(Fields& fields, std::string_view key, int& into) {
  constexpr double largest = 1e6;
  const auto number = fields.number(key);
  if (!number) return;
  if (std::floor(*number) != *number || std::abs(*number) > largest) {
    return fields.error(*fields.get(key), fmt::format("'{}' of {} must be a whole number of thousandths", key, fields.what()), "write 1500 for 1.5");
  }
  into = static_cast<int>(*number);
}

/// "other attribute" -> other_attribute
std::string key_of(std::string_view feature) {
  std::string key(feature);
  std::replace(key.begin(), key.end(), ' ', '_');
  return key;
}

void read_same_event(const yaml::Node& node, const SourceFile& file, EventWeights& weights, Diagnostics& diagnostics) {
  Fields fields(file, node, "same_event", diagnostics);
  if (!fields.valid()) return;
  read_int(fields, "bias", weights.bias);
  for (size_t i = 0; i < kFeatureCount; ++i) read_int(fields, key_of(name(static_cast<Feature>(i))), weights.weight[i]);
  fields.finish();
}

void read_thresholds(const yaml::Node& node, const SourceFile& file, Thresholds& thresholds, Diagnostics& diagnostics) {
  Fields fields(file, node, "thresholds", diagnostics);
  if (!fields.valid()) return;
  read_int(fields, "support", thresholds.support);
  read_int(fields, "differ", thresholds.differ);
  read_int(fields, "past", thresholds.past);
  read_int(fields, "planned", thresholds.planned);
  read_int(fields, "ask", thresholds.ask);
  read_int(fields, "margin", thresholds.margin);
  read_int(fields, "lead", thresholds.lead);
  read_int(fields, "sure", thresholds.sure);
  read_int(fields, "event", thresholds.event);
  read_int(fields, "slip", thresholds.slip);
  fields.finish();
}

void read_same_rule(const yaml::Node& node, const SourceFile& file, AboutWeights& weights, Diagnostics& diagnostics) {
  Fields fields(file, node, "same_rule", diagnostics);
  if (!fields.valid()) return;
  read_int(fields, "bias", weights.bias);
  for (size_t i = 0; i < kAboutFeatures; ++i) read_int(fields, key_of(name(static_cast<AboutFeature>(i))), weights.weight[i]);
  fields.finish();
}

void read_statement_thresholds(const yaml::Node& node, const SourceFile& file, StatementThresholds& thresholds, Diagnostics& diagnostics) {
  Fields fields(file, node, "statement_thresholds", diagnostics);
  if (!fields.valid()) return;
  read_int(fields, "support", thresholds.support);
  read_int(fields, "lead", thresholds.lead);
  read_int(fields, "oppose", thresholds.oppose);
  read_int(fields, "oppose_lead", thresholds.oppose_lead);
  read_int(fields, "stale", thresholds.stale);
  read_int(fields, "planned", thresholds.planned);
  read_int(fields, "ask", thresholds.ask);
  read_int(fields, "plain", thresholds.plain);
  read_int(fields, "plain_lead", thresholds.plain_lead);
  read_int(fields, "alike", thresholds.alike);
  read_int(fields, "gainsaid", thresholds.gainsaid);
  fields.finish();
}

}  // namespace

JudgeRules load_weights(const FileSystem& files, const std::string& path, Diagnostics& diagnostics) {
  JudgeRules rules;
  auto text = files.read(path, 1U << 20U);
  if (const auto* fault = std::get_if<FileFault>(&text)) {
    diagnostics.file_error(path, std::string(fault_message(*fault)), "the rules folder needs its weights.yaml");
    return rules;
  }
  const SourceFile file(path, std::move(std::get<std::string>(text)));
  const auto root = yaml::parse(file, diagnostics);
  if (!root) return rules;
  Fields fields(file, *root, "the weights file", diagnostics);
  if (!fields.valid()) return rules;
  if (const auto* node = fields.require("same_event")) read_same_event(*node, file, rules.values.weights, diagnostics);
  if (const auto* node = fields.require("thresholds")) read_thresholds(*node, file, rules.values.thresholds, diagnostics);
  if (const auto* node = fields.require("same_rule")) read_same_rule(*node, file, rules.statements.weights, diagnostics);
  if (const auto* node = fields.require("statement_thresholds")) read_statement_thresholds(*node, file, rules.statements.thresholds, diagnostics);
  fields.finish();
  return rules;
}

}  // namespace selaras
