#include "engine/json_row.h"

#include <fmt/format.h>

namespace selaras {

using Json = nlohmann::ordered_json;

Json parse_row(const std::string& line, const RowLimits& limits) {
  if (line.size() > limits.bytes) throw Refusal{fmt::format("the line has more than {} bytes", limits.bytes), limits.holds};
  const Json::parser_callback_t not_too_deep = [&](int depth, Json::parse_event_t, Json&) {
    if (depth > limits.depth) throw Refusal{"lists and objects are nested too deep", limits.is_made_of};
    return true;
  };
  Json row;
  try {
    row = Json::parse(line, not_too_deep);
  } catch (const Json::parse_error& error) {
    throw Refusal{fmt::format("no JSON from byte {} on", error.byte), "write one JSON object a line, in UTF-8"};
  } catch (const Json::exception&) {
    throw Refusal{"a number is too large", "give a text or a smaller number"};
  }
  if (!row.is_object()) throw Refusal{"the line is no JSON object", "write one JSON object a line"};
  return row;
}

}  // namespace selaras
