// A table in GitHub's Markdown, for the summary of a job or a comment. Text of messages is text: nothing in it marks up, links or names
// anybody.
#include <fmt/format.h>

#include "report/formats.h"
#include "report/outward.h"
#include "report/wrap.h"

namespace selaras {
namespace {

std::string plain(std::string_view text) {
  std::string out;
  for (const char c : printable(as_utf8(text))) {
    switch (c) {
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '&': out += "&amp;"; break;
      case '@': out += "&#64;"; break;
      case '#': out += "&#35;"; break;
      case ':': out += "&#58;"; break;  // `https:` would become a link, `:name:` a picture
      case '|': case '\\': case '`': case '*': case '_': case '~': case '[': case ']': case '(': case ')': case '!': out += '\\'; out += c; break;
      default: out += c;
    }
  }
  return out;
}

std::string row(const Finding& finding) {
  const auto at = finding.file->position(finding.span.begin);
  std::string rule;
  if (!finding.evidence.empty()) rule = plain(rule_text(*finding.evidence.front()));
  if (finding.repair) rule += fmt::format("<br>repair: {} → {}", plain(slice(finding.file->text(), finding.repair->replaces)), plain(finding.repair->text));
  return fmt::format("| {} | {} {} | {} | {} |\n", plain(fmt::format("{}:{}:{}", as_utf8(finding.file->path()), at.line, at.column)),
                     finding.strength == Strength::ask ? "ask" : name(finding.severity), plain(finding.code), plain(finding.message), rule);
}

std::string closing(const Report& report) {
  std::string out = fmt::format("\n{} messages, {} statements not evaluated, {} files skipped", report.messages, report.not_evaluated.size(), report.skipped.size());
  if (report.waived() > 0) out += fmt::format(", {} findings waived", report.waived());
  if (report.known() > 0) out += fmt::format(", {} findings in the baseline", report.known());
  return out + ".\n";
}

}  // namespace

std::string to_markdown(const Report& report, size_t limit) {
  const auto findings = open_findings(report);
  std::string out = fmt::format("## selaras: {} findings\n\n{} blocker, {} major, {} minor, {} note, {} to ask\n", findings.size(),
                                report.count(Severity::blocker), report.count(Severity::major), report.count(Severity::minor),
                                report.count(Severity::note), report.asks());
  for (const auto* error : errors_of(report)) {
    if (out.size() > limit / 2) break;
    out += fmt::format("\n**Not checked:** {}\n", plain(to_line(*error)));
  }
  if (!findings.empty()) out += "\n| place | level | what | rule |\n|---|---|---|---|\n";
  size_t shown = 0;
  for (const auto* finding : findings) {
    const std::string text = row(*finding);
    if (out.size() + text.size() > limit) break;
    out += text;
    ++shown;
  }
  if (shown < findings.size()) out += fmt::format("\n{} more findings do not fit here.\n", findings.size() - shown);
  return out + closing(report);
}

}  // namespace selaras
