#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/formats.h"
#include "report/outward.h"
#include "report/wrap.h"
#include "text/characters.h"

namespace selaras {
namespace {

enum class Colour : uint8_t { red = 31, green = 32, yellow = 33, blue = 34, cyan = 36 };

class Printer {
 public:
  Printer(const Report& report, const Style& style) : report_(report), style_(style), width_(std::max<size_t>(style.width, 40)) {}

  std::string print() {
    for (const auto* finding : open_findings(report_)) one(*finding);
    closing();
    return std::move(out_);
  }

 private:
  std::string paint(std::string_view text, Colour colour) const {
    if (!style_.colour) return std::string(text);
    return fmt::format("\033[{}m{}\033[0m", static_cast<int>(colour), text);
  }
  std::string bold(std::string_view text) const { return style_.colour ? fmt::format("\033[1m{}\033[0m", text) : std::string(text); }

  void line(std::string_view text) {
    out_ += text;
    out_ += '\n';
  }

  /// `label   text`, wrapped under itself.
  void field(std::string_view label, std::string_view text) {
    constexpr size_t indent = 10;
    line(fmt::format("  {:<8}{}", label, wrapped(text, width_ - indent, std::string(indent, ' '))));
  }

  static Colour colour_of(const Finding& finding) {
    if (finding.strength == Strength::ask) return Colour::cyan;
    return finding.severity >= Severity::major ? Colour::red : Colour::yellow;
  }

  void one(const Finding& finding) {
    const auto at = finding.file->position(finding.span.begin);
    line(fmt::format("{}:{}:{}", bold(printable(finding.file->path())), at.line, at.column));
    const std::string level = finding.strength == Strength::ask ? "ask" : std::string(name(finding.severity));
    const std::string title = fmt::format("{} {} {} ({})", paint(level, colour_of(finding)), finding.code, finding.check, name(finding.strength));
    line("  " + wrapped(title, width_ - 2, "  "));
    show_place(finding, at);
    field("why", printable(finding.message));
    for (size_t i = 0; i < finding.evidence.size() && i < 2; ++i) show_evidence(*finding.evidence[i]);
    if (finding.repair) {
      field("repair", fmt::format("{} -> {}", printable(slice(finding.file->text(), finding.span)), printable(finding.repair->text)));
    }
    line("");
  }

  void show_place(const Finding& finding, const Position& at) {
    const uint32_t start = finding.file->line_start(at.line);
    const auto text = finding.file->line(at.line);
    const uint32_t end = std::min(finding.span.end - start, static_cast<uint32_t>(text.size()));
    const auto shown = excerpt(text, {finding.span.begin - start, end}, width_ - 4);
    line("");
    line("    " + shown.line);
    line("    " + paint(shown.carets, colour_of(finding)));
  }

  void show_evidence(const Provision& provision) {
    field("rule", fmt::format("{}: {}", bold(provision.id), provision.statement));
    std::string source = provision.instrument.title;
    if (!provision.source.section.empty()) source += ", " + provision.source.section;
    field("source", source);
    field("", validity(provision));
    if (!provision.instrument.url.empty()) line("          " + paint(provision.instrument.url, Colour::blue));
  }

  static std::string validity(const Provision& provision) {
    const auto& [from, to] = provision.in_force;
    const bool dated = provision.status == Status::in_force || (provision.status == Status::ended && to);
    std::string text(dated ? "in force" : name(provision.status));
    if (from && provision.from_is_page_date) text += fmt::format(" since {} at the latest", from->iso());
    if (from && !provision.from_is_page_date) text += fmt::format(" from {}", from->iso());
    if (to) text += fmt::format(" until {}", to->iso());
    if (provision.instrument.page_date) text += fmt::format("; page of {}", provision.instrument.page_date->iso());
    return fmt::format("{}; confidence {}", text, name(provision.confidence));
  }

  void closing() {
    const auto plural = [](size_t n, std::string_view word) { return fmt::format("{} {}{}", n, word, n == 1 ? "" : "s"); };
    const size_t asks = report_.asks();
    line(wrapped(fmt::format("{} in {}: {} blocker, {} major, {} minor, {} note, {} to ask", plural(open_findings(report_).size(), "finding"),
                             plural(report_.messages, "message"), report_.count(Severity::blocker), report_.count(Severity::major),
                             report_.count(Severity::minor), report_.count(Severity::note), asks),
                 width_, ""));
    if (report_.waived() + report_.known() > 0) {
      line(wrapped(fmt::format("not shown: {} waived, {} in the baseline", report_.waived(), report_.known()), width_, ""));
    }
    line(wrapped(fmt::format("{} supported by a provision, {} not evaluated (see --format json, or selaras explain)",
                             plural(report_.supported.size(), "value"), report_.not_evaluated.size()),
                 width_, ""));
    if (!report_.not_covered.empty()) {
      line(wrapped(fmt::format("no policies are held for: {}", fmt::join(report_.not_covered, ", ")), width_, ""));
    }
  }

  const Report& report_;
  const Style& style_;
  size_t width_;
  std::string out_;
};

}  // namespace

std::string to_pretty(const Report& report, const Style& style) { return Printer(report, style).print(); }

}  // namespace selaras
