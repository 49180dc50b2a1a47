#include "engine/rule_examples.h"

#include <array>
#include <utility>

#include "engine/run.h"

namespace selaras {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kDefaults = {{{"id", "example"},
                                                                                     {"issuer", "XX-TEST"},
                                                                                     {"country", "XX"},
                                                                                     {"language", "en"},
                                                                                     {"publish", "2026-11-15"},
                                                                                     {"channel", "leaflet"}}};

}  // namespace

ExampleRun run_example(const Library& library, const CheckRule& rule, const CheckRule::Example& example, bool shall_flag) {
  const MemoryFileSystem no_files;
  const Workspace defaults;
  Report report = Run(no_files, library, defaults, {}).check({}, {{example.at.path, message_of(example)}});
  ExampleRun run{&rule, &example, shall_flag, {}, {}, std::move(report.not_evaluated), std::move(report.diagnostics)};
  for (auto& finding : report.findings) (finding.check == rule.id ? run.own : run.other).push_back(std::move(finding));
  return run;
}

std::string message_of(const CheckRule::Example& example) {
  std::string front = example.front;
  if (!front.empty() && !front.ends_with('\n')) front += '\n';
  for (const auto& [key, value] : kDefaults) {
    const bool given = ("\n" + front).find("\n" + std::string(key) + ":") != std::string::npos;
    if (!given) front.append(key).append(": ").append(value).append("\n");
  }
  return "---\n" + front + "---\n" + example.text + "\n";
}

std::vector<ExampleRun> run_examples(const Library& library, const CheckRule& rule) {
  std::vector<ExampleRun> runs;
  for (const auto& example : rule.flag) runs.push_back(run_example(library, rule, example, true));
  for (const auto& example : rule.pass) runs.push_back(run_example(library, rule, example, false));
  return runs;
}

}  // namespace selaras
