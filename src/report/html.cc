// One page: no script, no network, nothing to load; readable on a telephone and on paper, and by a screen reader: headings in order,
// levels as words beside the colours. Every text that comes from a file is escaped, and has its own direction (dir="auto").
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>

#include "report/formats.h"
#include "report/outward.h"
#include "report/wrap.h"

namespace selaras {
namespace {

constexpr std::string_view kHead = R"(<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<title>selaras report</title>
<style>
:root { color-scheme: light dark; --line: #8888; --soft: #8882; }
* { box-sizing: border-box; }
body { font: 1rem/1.5 system-ui, "Noto Sans", sans-serif; max-width: 64rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; border-bottom: 1px solid var(--line); margin-top: 2rem; } h3 { font-size: 1rem; margin: 0 0 .5rem; }
ul.counts { display: flex; flex-wrap: wrap; gap: .5rem; padding: 0; list-style: none; }
ul.counts li { border: 1px solid var(--line); border-radius: .5rem; padding: .25rem .75rem; }
article { border: 1px solid var(--line); border-inline-start: .4rem solid; border-radius: .4rem; padding: .75rem 1rem; margin: 1rem 0; }
article.error { border-inline-start-color: #c0362c; } article.warning { border-inline-start-color: #b7791f; } article.note { border-inline-start-color: #2b6cb0; }
blockquote { margin: .5rem 0; padding: .5rem .75rem; background: var(--soft); border-radius: .3rem; white-space: pre-wrap; }
mark { background: #ffe08a; color: #000; }
dl { display: grid; grid-template-columns: 6rem 1fr; gap: .25rem .75rem; margin: .5rem 0 0; } dt { font-weight: 600; } dd { margin: 0; }
.place { font-family: ui-monospace, monospace; font-size: .875rem; }
.waived { opacity: .75; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .5rem; } body { padding: .75rem; } }
@media print { article { break-inside: avoid; } }
</style>
</head>
<body>
<main>
)";

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : printable(as_utf8(text))) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
  return out;
}

std::string own_direction(std::string_view text) { return fmt::format("<bdi>{}</bdi>", escaped(text)); }

/// Only what a browser follows to a page: a link of a policy file could be anything.
bool is_web_address(std::string_view url) { return url.starts_with("https://") || url.starts_with("http://"); }

/// The line of the message around the span, at most this many bytes on each side, with the span marked.
std::string excerpt(const Finding& finding) {
  constexpr uint32_t around = 300;
  const auto text = finding.file->text();
  const auto line = finding.file->position(finding.span.begin).line;
  uint32_t begin = std::max(finding.file->line_start(line), finding.span.begin > around ? finding.span.begin - around : 0);
  while (begin < finding.span.begin && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) ++begin;
  size_t end = std::min<size_t>(text.find('\n', finding.span.end), std::min<size_t>(text.size(), finding.span.end + around));
  while (end > finding.span.end && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  const Span marked{finding.span.begin, std::min(finding.span.end, finding.span.begin + 8 * around)};
  size_t mark_end = marked.end;
  while (mark_end > marked.begin && mark_end < text.size() && (static_cast<unsigned char>(text[mark_end]) & 0xC0U) == 0x80U) --mark_end;
  const bool cut = mark_end < finding.span.end;
  return fmt::format("{}<mark>{}</mark>{}", escaped(text.substr(begin, marked.begin - begin)), escaped(text.substr(marked.begin, mark_end - marked.begin)),
                     cut ? "…" : escaped(text.substr(finding.span.end, end - finding.span.end)));
}

std::string term(std::string_view name, const std::string& html) { return fmt::format("<dt>{}</dt><dd>{}</dd>\n", name, html); }

std::string rule(const Provision& provision) {
  std::string out = fmt::format("<strong>{}</strong>: {}", escaped(provision.id), own_direction(provision.statement));
  std::string source = escaped(provision.instrument.title);
  if (!provision.source.section.empty()) source += ", " + escaped(provision.source.section);
  const auto& url = provision.instrument.url;
  if (is_web_address(url)) source = fmt::format("<a href=\"{}\" rel=\"noreferrer\">{}</a>", escaped(url), source.empty() ? escaped(url) : source);
  if (!source.empty()) out += "<br>" + source;
  if (provision.in_force.from) out += fmt::format("<br>from {}", provision.in_force.from->iso());
  if (provision.in_force.to) out += fmt::format("<br>until {}", provision.in_force.to->iso());
  return out;
}

std::string_view level_word(const Finding& finding) { return finding.strength == Strength::ask ? "ask" : name(finding.severity); }

std::string article(const Finding& finding) {
  const auto at = finding.file->position(finding.span.begin);
  const bool open = !finding.is_waived() && !finding.is_known();
  std::string out = fmt::format("<article class=\"{}{}\" id=\"f-{}-{}\">\n", name(level_of(finding)), open ? "" : " waived", escaped(finding.message_id), escaped(finding.id));
  const bool asked = finding.strength == Strength::ask;  // which is its level already
  const std::string strength = asked ? "" : fmt::format(" ({})", name(finding.strength));
  out += fmt::format("<h3>{}: {} {}{}</h3>\n", level_word(finding), escaped(finding.code), escaped(finding.check), strength);
  out += fmt::format("<p class=\"place\">{}:{}:{}</p>\n", own_direction(finding.file->path()), at.line, at.column);
  out += fmt::format("<blockquote dir=\"auto\" lang=\"{}\">{}</blockquote>\n", escaped(finding.language), excerpt(finding));
  out += fmt::format("<p dir=\"auto\">{}</p>\n<dl>\n", escaped(finding.message));
  for (const auto* provision : finding.evidence) out += term("Rule", rule(*provision));
  for (const auto& other : finding.related) {
    out += term("See also", fmt::format("{}, {}:{}", own_direction(slice(other.file->text(), other.span)), own_direction(other.file->path()), other.file->position(other.span.begin).line));
  }
  if (finding.repair) {
    out += term("Repair", fmt::format("<del>{}</del> → <ins>{}</ins>", own_direction(slice(finding.file->text(), finding.repair->replaces)), own_direction(finding.repair->text)));
  }
  if (finding.suppression) out += term("Waived", own_direction(waiver_text(*finding.suppression)));
  if (finding.is_known()) out += term("Baseline", "known, lived with");
  return out + "</dl>\n</article>\n";
}

std::string counts(const Report& report) {
  std::string out = "<ul class=\"counts\">\n";
  const auto add = [&](size_t n, std::string_view what) { out += fmt::format("<li><strong>{}</strong> {}</li>\n", n, what); };
  add(report.messages, "messages");
  add(report.count(Severity::blocker), "blocker");
  add(report.count(Severity::major), "major");
  add(report.count(Severity::minor), "minor");
  add(report.count(Severity::note), "note");
  add(report.asks(), "to ask");
  add(report.not_evaluated.size(), "not evaluated");
  if (report.waived() > 0) add(report.waived(), "waived");
  if (report.known() > 0) add(report.known(), "in the baseline");
  if (!report.skipped.empty()) add(report.skipped.size(), "files skipped");
  return out + "</ul>\n";
}

std::string faults(const Report& report) {
  const auto& all = report.diagnostics.all();
  if (all.empty()) return "";
  std::string out = "<section>\n<h2>What could not be checked or needs a look</h2>\n<ul>\n";
  for (const auto& diagnostic : all) out += fmt::format("<li class=\"place\">{}</li>\n", own_direction(to_line(diagnostic)));
  return out + "</ul>\n</section>\n";
}

std::string messages(const Report& report) {
  std::map<std::string, std::vector<const Finding*>> by_path;
  for (const auto& finding : report.findings) by_path[finding.file->path()].push_back(&finding);
  std::string out;
  for (const auto& [path, findings] : by_path) {
    out += fmt::format("<section>\n<h2>{}</h2>\n", own_direction(findings.front()->message_id.empty() ? path : findings.front()->message_id));
    for (const auto* finding : findings) out += article(*finding);
    out += "</section>\n";
  }
  return out.empty() ? "<p>No findings.</p>\n" : out;
}

}  // namespace

std::string to_html(const Report& report) {
  std::string out(kHead);
  out += "<h1>selaras report</h1>\n" + counts(report);
  if (!report.not_covered.empty()) out += fmt::format("<p>No policies are held for: {}</p>\n", escaped(fmt::format("{}", fmt::join(report.not_covered, ", "))));
  out += faults(report) + messages(report);
  out += fmt::format("<footer><p class=\"place\">selaras {}, rules {}, policies {}</p></footer>\n", SELARAS_VERSION, escaped(report.rules_hash), escaped(report.policies_hash));
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace selaras
