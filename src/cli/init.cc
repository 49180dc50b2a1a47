#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>

#include "cli/command.h"

namespace selaras {
namespace {

constexpr std::string_view kWorkspace = R"(# A Selaras workspace. Format: docs/formats/workspace.md
messages: [messages]
profile: draft          # clearance adds the checks that matter before publication
fail_on: major          # blocker, major, minor, note or never
# corridors:
#   name-of-the-corridor: {origin: [..], transit: [..], destination: [..], topics: [..]}
# rules: and policies: are the program's own unless folders are named here
)";

constexpr std::string_view kMessage = R"(---
id: first-message
issuer: XX-AGENCY
country: XX
language: en
channel: leaflet
audience: {group: migrant-worker, location: XX, age: adult, gender: any, literacy: medium}
corridor: [XX]
publish: @TODAY@
---
# Title

Write what the message says. Then run: selaras check
)";

std::string today() {
  const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return Date::from_days(static_cast<int32_t>(now.time_since_epoch().count())).iso();
}

/// Never overwrites. False when the file could not be made.
bool make(const std::filesystem::path& path, std::string_view text) {
  std::error_code error;
  if (std::filesystem::exists(path, error)) {
    complain(fmt::format("{} exists already (init never overwrites)", path.string()));
    return false;
  }
  std::filesystem::create_directories(path.parent_path(), error);
  std::ofstream file(path);
  file << text;
  if (!file.flush()) {
    complain(fmt::format("{} could not be written (check the folder's permissions)", path.string()));
    return false;
  }
  fmt::print("{}\n", path.string());
  return true;
}

int init(const std::string& folder) {
  const std::filesystem::path root(folder);
  std::string message(kMessage);
  message.replace(message.find("@TODAY@"), 7, today());
  const bool made = make(root / "selaras.yaml", kWorkspace) && make(root / "messages" / "first-message.md", message);
  return made ? kClean : kFailed;
}

}  // namespace

void add_init_command(CLI::App& app, int& exit_code) {
  auto folder = std::make_shared<std::string>(".");
  auto* command = app.add_subcommand("init", "Make a workspace: selaras.yaml and a first message");
  command->add_option("folder", *folder, "Where (default: here)");
  command->callback([folder, &exit_code] { exit_code = init(*folder); });
}

}  // namespace selaras
