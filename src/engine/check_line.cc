#include "engine/check_line.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "engine/json_row.h"
#include "engine/run.h"
#include "message/message_fields.h"

namespace selaras {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kDeepest = 8;  // audience is the deepest field there is

Json parsed(const std::string& line) {
  return parse_row(line, {LineChecker::kLineLimit, kDeepest, "give one message a line", "give the fields of the front matter and `body`"});
}

/// Takes a field of text out of the row.
std::string taken(Json& row, const char* field, const std::string& otherwise) {
  const auto found = row.find(field);
  if (found == row.end()) return otherwise;
  if (!found->is_string()) throw Refusal{fmt::format("the field '{}' must be a text", field), "write it in quotes"};
  auto text = found->get<std::string>();
  if (text.find('\0') != std::string::npos) throw Refusal{fmt::format("a byte of zero in the field '{}'", field), "write text only"};
  row.erase(field);
  return text;
}

std::string id_of(const Json& row) {
  const auto id = row.find("id");
  return id == row.end() || id->is_structured() ? "null" : id->dump(-1, ' ', false, Json::error_handler_t::replace);
}

Report checked(Json row, const Setting& setting, MessageChecker& checker) {
  if (!row.contains("body")) throw Refusal{"the field 'body' is missing", "every line has the fields of the front matter and `body`"};
  auto text = taken(row, "body", "");
  const auto id = row.find("id");
  auto path = taken(row, "path", id != row.end() && id->is_string() ? id->get<std::string>() : "message");
  // JSON is YAML on one line.
  auto fields = std::make_shared<const SourceFile>(path, row.dump());
  Diagnostics diagnostics;
  auto message = message_of(std::move(fields), std::make_shared<const SourceFile>(path, std::move(text)), setting.library.block_labels(), diagnostics);
  if (!message) {
    if (diagnostics.all().empty()) throw Refusal{"the line is no message", "see docs/formats/message.md"};
    throw Refusal{diagnostics.all().front().message, diagnostics.all().front().remedy};
  }
  MessageReport part;
  checker.check(std::move(*message), setting, part);
  Report report;
  report.rules_hash = setting.library.rules_hash();
  report.policies_hash = setting.library.policies_hash();
  report.as_of = setting.as_of;
  report.checks = reported_checks(setting.checks, setting.profile);
  report.diagnostics = std::move(diagnostics);
  add(std::move(part), report);
  return report;
}

}  // namespace

std::variant<Report, LineRefusal> LineChecker::check(const std::string& line) {
  std::string id = "null";
  try {
    Json row = parsed(line);
    id = id_of(row);
    return checked(std::move(row), setting_, checker_);
  } catch (const Refusal& refusal) {
    return LineRefusal{id, refusal.what, refusal.remedy};
  }
}

}  // namespace selaras
