#include "report/json_line.h"

#include <nlohmann/json.hpp>

#include "report/formats.h"

namespace selaras {

std::string to_json_line(const Report& report) {
  const std::string pretty = to_json(report);
  std::string line;
  line.reserve(pretty.size());
  bool indent = false;  // a line feed stands between values only: in texts it is escaped
  for (const char c : pretty) {
    indent = c == '\n' || (indent && c == ' ');
    if (!indent) line.push_back(c);
  }
  return line;
}

std::string error_json_line(std::string_view id, std::string_view what) {
  return "{\"id\":" + std::string(id) + ",\"error\":" + nlohmann::json(what).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "}";
}

}  // namespace selaras
