#include "report/formats.h"

#include <algorithm>
#include <array>

namespace selaras {
namespace {

template <std::string (*print)(const Report&)>
std::string plain(const Report& report, const Style&) {
  return print(report);
}

std::string markdown(const Report& report, const Style&) { return to_markdown(report); }

constexpr std::array<ReportFormat, 15> kFormats = {{
    {"pretty", to_pretty},
    {"compact", plain<to_compact>},
    {"json", plain<to_json>},
    {"jsonl", plain<to_jsonl>},
    {"sarif", plain<to_sarif>},
    {"github", plain<to_github>},
    {"gitlab", plain<to_gitlab>},
    {"junit", plain<to_junit>},
    {"checkstyle", plain<to_checkstyle>},
    {"rdjson", plain<to_rdjson>},
    {"rdjsonl", plain<to_rdjsonl>},
    {"tap", plain<to_tap>},
    {"csv", plain<to_csv>},
    {"markdown", markdown},
    {"html", plain<to_html>},
}};

}  // namespace

std::span<const ReportFormat> report_formats() { return kFormats; }

const ReportFormat* report_format(std::string_view name) {
  const auto* found = std::find_if(kFormats.begin(), kFormats.end(), [&](const ReportFormat& format) { return format.name == name; });
  return found == kFormats.end() ? nullptr : found;
}

}  // namespace selaras
