// statement-place: every country that a statement names is its own state, a state of its route or parties, a place of its norms, part
// of a name, or set aside with a reason.
#include <fmt/format.h>

#include <algorithm>

#include "lint/carried.h"
#include "lint/lints.h"
#include "text/segment.h"

namespace selaras {
namespace {

bool holds(const std::vector<std::string>& codes, const std::string& code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

/// "US dollars" is money, not a place.
bool in_currency(const Mention& place, const std::vector<Mention>& mentions) {
  return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& mention) {
    return mention.entry->kind == EntryKind::currency && mention.span.contains(place.span);
  });
}

/// A norm names the country itself, or a group of countries that it lies in.
bool in_norms(const Carried& carried, const std::string& code, const Ontology& ontology) {
  const ConceptId country = ontology.find(code);
  if (!country.known()) return false;
  return std::any_of(carried.concepts().begin(), carried.concepts().end(),
                     [&](ConceptId id) { return ontology.is_a(country, id) || ontology.is_a(id, country); });
}

}  // namespace

void lint_statement_places(const LintSubject& subject, Lints& lints) {
  Segmenter segmenter(subject.lexicon.pack().sentences);
  for (const auto& provision : subject.policies.provisions()) {
    const Carried carried(provision, subject.ontology);
    const auto mentions = subject.lexicon.find(provision.statement, segmenter.segment(provision.statement));
    for (const auto& mention : mentions) {
      if (mention.entry->kind != EntryKind::place || in_currency(mention, mentions)) continue;
      const auto& code = mention.entry->symbol;
      const bool known = code == provision.jurisdiction || holds(provision.route.origins, code) ||
                         holds(provision.route.destinations, code) || holds(provision.parties, code) ||
                         in_norms(carried, code, subject.ontology) || carried.set_aside(mention.span) ||
                         carried.inside_name(mention.span, mentions);
      if (known) continue;
      const auto text = slice(provision.statement, mention.span);
      lints.add("statement-place", *provision.file, provision.statement_span,
                fmt::format("the statement of {} names '{}', which no norm, route or party carries", provision.id, text),
                fmt::format("put {} into the route or a norm, or add {{part: \"{}\", reason: …}} to unmodelled", code, text));
    }
  }
}

}  // namespace selaras
