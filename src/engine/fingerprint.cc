#include "engine/fingerprint.h"

#include <fmt/format.h>

#include <map>
#include <tuple>

#include "engine/hash.h"
#include "text/fold.h"

namespace selaras {
namespace {

/// Case, width and runs of white space do not matter.
std::string normalised(std::string_view quote) {
  std::string text;
  for (const char c : fold_key(quote)) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) text.push_back(c);
    if (space && !text.empty() && text.back() != ' ') text.push_back(' ');
  }
  while (text.ends_with(' ')) text.pop_back();
  return text;
}

}  // namespace

void set_fingerprints(std::vector<Finding>& findings) {
  std::map<std::tuple<std::string, std::string, std::string, std::string>, int> seen;
  for (auto& finding : findings) {
    const std::string evidence = finding.evidence.empty() ? "" : finding.evidence.front()->id;
    const std::string quote = normalised(slice(finding.file->text(), finding.span));
    const int number = seen[{finding.message_id, finding.check, evidence, quote}]++;
    finding.id = Hasher().add(finding.check).add(evidence).add(quote).add(fmt::format("{}", number)).hex16();
  }
}

}  // namespace selaras
