// Prints contrast pairs made from the policy base, one a line of NDJSON, or judges them and prints how many pairs come out right, kind by
// kind. docs/mutation.md
//
//   mutate [--rules DIR] [--policies DIR] [--kind KIND,…] [--carrier example|norm] [--seed N] [--language TAG] [--day YYYY-MM-DD]
//          [--judge [--failures N]]
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <tuple>

#include "mutation.h"

namespace selaras {
namespace {

using Json = nlohmann::ordered_json;

struct Options {
  std::string rules = SELARAS_SOURCE_DIR "/rules";
  std::string policies = SELARAS_SOURCE_DIR "/policies";
  std::vector<std::string> kinds;
  std::string carrier;
  std::string day = "2026-11-01";
  MutationOptions mutation;
  bool judge = false;
  size_t failures = 0;
};

void print(const ContrastPair& pair, const PolicyBase& policies) {
  Json line;
  line["id"] = pair.id;
  line["provision"] = policies[pair.provision].id;
  line["kind"] = name(pair.kind);
  line["front"] = {{"country", pair.front.country},
                   {"corridor", pair.front.corridor},
                   {"publish", pair.front.day.iso()},
                   {"language", pair.front.language}};
  line["true"] = pair.right;
  line["false"] = pair.wrong;
  line["label"] = pair.label.empty() ? Json() : Json(pair.label);
  line["slot"] = pair.slot;
  line["note"] = pair.note;
  line["carrier"] = name(pair.carrier);
  fmt::print("{}\n", line.dump());
}

// --- judging -----------------------------------------------------------------------------------------------------------------------

std::string_view code_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::other_value: return "A10";
    case Outcome::stale: return "A6";
    case Outcome::not_in_force: return "A7";
    default: return "";
  }
}

std::string_view code_of(StatementOutcome outcome) {
  switch (outcome) {
    case StatementOutcome::opposed: return "A1";
    case StatementOutcome::absolute: return "A2";
    case StatementOutcome::missing_condition: return "A3";
    case StatementOutcome::wrong_party: return "A4";
    case StatementOutcome::other_strength: return "A5";
    case StatementOutcome::stale: return "A6";
    case StatementOutcome::not_in_force: return "A7";
    default: return "";
  }
}

/// One sentence, judged; the message lives as long as its verdicts.
struct JudgedSide {
  std::unique_ptr<JudgedMessage> message;
  std::vector<const Verdict*> verdicts;  // on its values

  std::vector<std::string_view> codes() const {
    std::vector<std::string_view> found;
    for (const Verdict* verdict : verdicts) found.push_back(code_of(verdict->outcome));
    for (const auto& statement : message->statements) found.push_back(code_of(statement.verdict.outcome));
    std::erase(found, std::string_view());
    return found;
  }
  bool flagged() const { return !codes().empty(); }
  bool flagged_as(std::string_view code) const {
    const auto found = codes();
    return std::find(found.begin(), found.end(), code) != found.end();
  }
  const Verdict* at(uint32_t byte) const {
    for (const Verdict* verdict : verdicts) {
      const Value& value = *verdict->claim.value;
      if (value.core.begin == byte || (value.span.begin <= byte && byte < value.span.end)) return verdict;
    }
    return nullptr;
  }
};

class Judge {
 public:
  Judge(const Library& library, const std::string& language)
      : library_(library), segmenter_(library.lexicon(language)->pack().sentences), stemmer_(language) {}

  /// The provision's own examples do not help to find it: they are the sentences judged.
  JudgedSide side(const ContrastPair& pair, const std::string& text) {
    Sample sample = pair.front;
    sample.text = text;
    JudgedSide side{read_sample(sample, library_, segmenter_), {}};
    side.message->statements = judge(side.message->reading, stemmer_, library_.knowledge(), library_.judge_rules(), {pair.provision, {}});
    for (const auto& statement : side.message->statements) {
      for (const auto& verdict : statement.values) side.verdicts.push_back(&verdict);
    }
    return side;
  }

  const Library& library() const { return library_; }

 private:
  const Library& library_;
  Segmenter segmenter_;
  Stemmer stemmer_;
};

struct JudgedPair {
  const ContrastPair* pair;
  JudgedSide right, wrong;

  bool true_flagged() const { return right.flagged(); }
  bool false_missed() const { return pair->label.empty() ? wrong.flagged() : !wrong.flagged_as(pair->label); }
  bool both_right() const { return !true_flagged() && !false_missed(); }
};

/// Byte of the edited value: where it stands in the example, or the first byte in which the sentences differ.
uint32_t edited_at(const ContrastPair& pair) {
  if (pair.at) return *pair.at;
  const auto first = std::mismatch(pair.right.begin(), pair.right.end(), pair.wrong.begin(), pair.wrong.end()).second;
  return static_cast<uint32_t>(first - pair.wrong.begin());
}

std::string_view name(Stance stance) {
  constexpr std::array<std::string_view, 4> names = {"asserted", "asked", "attributed", "denied"};
  return names[static_cast<size_t>(stance)];
}

std::string_view name(ValueKind kind) {
  constexpr std::array<std::string_view, 11> names = {"number", "money", "share",   "percent", "age",    "duration",
                                                      "date",   "clock", "contact", "link",    "ordinal"};
  return kind == ValueKind::life ? "life" : names[static_cast<size_t>(kind)];
}

/// What the value judge made of the edited value, told apart as its own order of decision does (judge/value_verdict.cc).
class Explanation {
 public:
  Explanation(const JudgedPair& judged, const Library& library)
      : judged_(judged), library_(library), verdict_(judged.wrong.at(edited_at(*judged.pair))) {
    if (verdict_ == nullptr) verdict_ = of_the_quantity();
    if (verdict_ == nullptr) return;
    const Knowledge knowledge = library.knowledge();
    Candidates candidates(*verdict_->claim.reading().message, knowledge);
    candidates.look(*verdict_->claim.context, {judged.pair->provision, {}});
    matches_ = match_quantities(verdict_->claim, candidates, knowledge, library.judge_rules().values.weights);
    const auto& pair = *judged.pair;
    const auto own = std::find_if(matches_.begin(), matches_.end(), [&](const QuantityMatch& m) {
      return m.provision == pair.provision && m.norm == pair.norm && (!pair.quantity || m.quantity == *pair.quantity);
    });
    if (own != matches_.end()) own_ = &*own;
  }

  std::string cause() const {
    if (!judged_.false_missed()) return "the true side is flagged";
    if (verdict_ == nullptr) return "no claim: the value was not read, or is an idiom";
    const auto& claim = verdict_->claim;
    if (verdict_->outcome == Outcome::supported) return supported();
    if (verdict_->outcome != Outcome::not_evaluated) return fmt::format("flagged as {}", code_of(verdict_->outcome));
    if (claim.stance != Stance::asserted) return fmt::format("stance: {}", name(claim.stance));
    if (claim.time != TimeView::present) return claim.time == TimeView::past ? "time: told as past" : "time: told as planned";
    if (claim.as_of && claim.value->kind != ValueKind::date && claim.as_of->last < claim.reading().message->publish)
      return "time: a past date in the clause";
    if (own_ == nullptr) return "its own rule is not comparable";
    if (own_->relation != QuantityRelation::differs) return fmt::format("relation to its own rule: {}", name(own_->relation));
    return not_compared();
  }

  void show() const {
    const ContrastPair& pair = *judged_.pair;
    fmt::print("\n{} [{}, {}] {}\n  cause: {}\n  true:  {}\n  false: {}\n", pair.id, name(pair.carrier),
               pair.label.empty() ? "none" : pair.label, pair.note, cause(), pair.right, pair.wrong);
    for (const Verdict* verdict : judged_.right.verdicts) {
      if (!code_of(verdict->outcome).empty()) show("true ", *verdict);
    }
    if (verdict_ != nullptr) show("false", *verdict_);
    if (own_ == nullptr) return;
    fmt::print("    own ");
    show(*own_);
    for (size_t i = 0; i < kFeatureCount; ++i)
      fmt::print("{}{} {:.2f}", i == 0 ? "        " : ", ", selaras::name(static_cast<Feature>(i)), own_->features[i]);
    fmt::print("\n");
  }

 private:
  /// Where not the value was edited but what stands around it: the verdict on the value that tells the quantity.
  const Verdict* of_the_quantity() const {
    const ContrastPair& pair = *judged_.pair;
    if (!pair.quantity) return nullptr;
    const Quantity& quantity = library_.policies()[pair.provision].norms[pair.norm].quantities[*pair.quantity];
    for (const Verdict* verdict : judged_.wrong.verdicts) {
      if (relate(*verdict->claim.value, quantity, library_.ontology()) == QuantityRelation::agrees) return verdict;
    }
    return nullptr;
  }

  std::string supported() const {
    const auto& match = verdict_->evidence.front();
    return fmt::format("supported by {}, {}",
                       match.provision == judged_.pair->provision ? "its own provision" : "another provision",
                       name(match.relation));
  }

  std::string not_compared() const {
    const auto& thresholds = library_.judge_rules().values.thresholds;
    if (verdict_->reason.starts_with("no rule in force") || verdict_->reason.starts_with("no provision holds")) {
      return fmt::format("its own rule is put aside: {} without its measure named, or told beside",
                         name(verdict_->claim.value->kind));
    }
    if (verdict_->claim.value->kind == ValueKind::contact) return "another line";
    if (own_->score < thresholds.ask / 1000.0)
      return fmt::format("its own rule scores below `ask`{}", own_->score < thresholds.ask / 3000.0 ? ", by far" : "");
    for (const auto& rival : matches_) {
      const bool shows = rival.event >= thresholds.event / 1000.0 && rival.score + thresholds.margin / 1000.0 >= own_->score;
      if (rival.relation == QuantityRelation::agrees && shows) return "another rule with the told value is near";
    }
    for (const auto& rival : matches_) {
      const bool open = rival.relation == QuantityRelation::unsettled || rival.relation == QuantityRelation::stronger;
      if (open && library_.policies()[rival.provision].holds_on(judged_.pair->front.day) && rival.score > own_->score)
        return "a rule that leaves it open is nearer";
    }
    return "else: " + verdict_->reason;
  }

  void show(std::string_view side, const Verdict& verdict) const {
    const auto& text = verdict.claim.reading().message->file->text();
    fmt::print("  {} `{}`: {} {}\n", side, slice(text, verdict.claim.value->span), selaras::name(verdict.outcome), verdict.reason);
    for (size_t i = 0; i < std::min<size_t>(3, verdict.considered.size()); ++i) {
      fmt::print("        ");
      show(verdict.considered[i]);
    }
  }

  void show(const QuantityMatch& match) const {
    const auto& provision = library_.policies()[match.provision];
    const auto& quantity = provision.norms[match.norm].quantities[match.quantity];
    fmt::print("{} {} {}: {}, score {:.2f}, event {:.2f}\n", provision.id, library_.ontology()[quantity.attribute].id,
               describe(quantity), selaras::name(match.relation), match.score, match.event);
  }

  const JudgedPair& judged_;
  const Library& library_;
  const Verdict* verdict_;
  std::vector<QuantityMatch> matches_;
  const QuantityMatch* own_ = nullptr;  // the quantity that was edited
};

struct Row {
  int pairs = 0, both = 0, true_flagged = 0, false_missed = 0, found_elsewhere = 0;
};

void add(const JudgedPair& judged, Row& row) {
  ++row.pairs;
  row.both += judged.both_right() ? 1 : 0;
  row.true_flagged += judged.true_flagged() ? 1 : 0;
  row.false_missed += judged.false_missed() ? 1 : 0;
  const bool other_code = !judged.pair->label.empty() && judged.false_missed() && judged.wrong.flagged();
  row.found_elsewhere += other_code ? 1 : 0;
}

/// The failures that are shown lie evenly over all of them.
void show_failures(const std::vector<JudgedPair>& failed, size_t wanted, const Library& library) {
  std::map<std::string, int> causes;
  for (const auto& judged : failed) ++causes[Explanation(judged, library).cause()];
  std::vector<std::pair<int, std::string>> sorted;
  for (const auto& [cause, count] : causes) sorted.emplace_back(-count, cause);
  std::sort(sorted.begin(), sorted.end());
  fmt::print("\nfailed: {}\n", failed.size());
  for (const auto& [count, cause] : sorted) fmt::print("{:>6}  {}\n", -count, cause);
  for (size_t i = 0; i < std::min(wanted, failed.size()); ++i)
    Explanation(failed[i * failed.size() / std::min(wanted, failed.size())], library).show();
}

constexpr std::string_view kRow = "{:<12} {:<10} {:<5} {:>6} {:>11} {:>5.0f}% {:>13} {:>13} {:>11}\n";

void print_head(std::string_view first, std::string_view second) {
  fmt::print("{:<12} {:<10} {:<5} {:>6} {:>11} {:>6} {:>13} {:>13} {:>11}\n", first, second, "label", "pairs", "both right", "",
             "true flagged", "false missed", "other code");
}

void print(std::string_view first, std::string_view second, std::string_view label, const Row& row) {
  fmt::print(kRow, first, second, label.empty() ? "none" : label, row.pairs, row.both, 100.0 * row.both / row.pairs,
             row.true_flagged, row.false_missed, row.found_elsewhere);
}

std::string_view measure_of(const ContrastPair& pair, const Library& library) {
  constexpr std::array<std::string_view, 11> names = {"none",  "money",   "age",       "duration", "date", "percent",
                                                      "count", "contact", "frequency", "clock",    "size"};
  const auto& quantity = library.policies()[pair.provision].norms[pair.norm].quantities[*pair.quantity];
  return names[static_cast<size_t>(library.ontology()[quantity.attribute].dimension)];
}

void judge_all(const std::vector<ContrastPair>& pairs, const Library& library, const Options& options) {
  Judge judge(library, options.mutation.language);
  std::map<std::tuple<MutationKind, Carrier, std::string>, Row> rows;
  std::map<std::tuple<std::string_view, Carrier, std::string>, Row> measures;
  std::vector<JudgedPair> failed;
  for (const auto& pair : pairs) {
    JudgedPair judged{&pair, judge.side(pair, pair.right), judge.side(pair, pair.wrong)};
    add(judged, rows[{pair.kind, pair.carrier, pair.label}]);
    if (pair.kind == MutationKind::value) add(judged, measures[{measure_of(pair, library), pair.carrier, pair.label}]);
    if (options.failures > 0 && !judged.both_right()) failed.push_back(std::move(judged));
  }
  print_head("kind", "carrier");
  for (const auto& [key, row] : rows) print(name(std::get<0>(key)), name(std::get<1>(key)), std::get<2>(key), row);
  if (!measures.empty()) {
    fmt::print("\n");
    print_head("value of", "carrier");
  }
  for (const auto& [key, row] : measures) print(std::get<0>(key), name(std::get<1>(key)), std::get<2>(key), row);
  if (options.failures > 0) show_failures(failed, options.failures, library);
}

int run(Options options) {
  const DiskFileSystem files;
  Diagnostics diagnostics;
  const auto library = Library::load(files, {options.rules, options.policies}, diagnostics);
  const auto day = Date::parse_iso(options.day);
  if (!library || !day || library->lexicon(options.mutation.language) == nullptr) {
    fmt::print(stderr, "mutate: {}\n",
               !library ? "rules and policies could not be loaded"
               : !day   ? "--day is a date, YYYY-MM-DD"
                        : "there is no pack for this language");
    return 2;
  }
  options.mutation.day = *day;
  auto pairs = contrast_pairs(*library, options.mutation);
  std::erase_if(pairs, [&](const ContrastPair& pair) {
    const bool wanted =
        options.kinds.empty() || std::find(options.kinds.begin(), options.kinds.end(), name(pair.kind)) != options.kinds.end();
    return !wanted || (!options.carrier.empty() && options.carrier != name(pair.carrier));
  });
  if (options.judge) {
    judge_all(pairs, *library, options);
  } else {
    for (const auto& pair : pairs) print(pair, library->policies());
  }
  return 0;
}

}  // namespace
}  // namespace selaras

int main(int argc, char** argv) {
  selaras::Options options;
  CLI::App app{"Contrast pairs made from the policy base"};
  app.add_option("--rules", options.rules, "folder of the rules");
  app.add_option("--policies", options.policies, "folder of the policies");
  app.add_option("--kind", options.kinds, "only these kinds")->delimiter(',')->check([](const std::string& kind) {
    return selaras::mutation_kind_named(kind) ? std::string() : "there is no kind `" + kind + "`";
  });
  app.add_option("--carrier", options.carrier, "only sentences of this origin")->check(CLI::IsMember({"example", "norm"}));
  app.add_option("--seed", options.mutation.seed, "other amounts");
  app.add_option("--language", options.mutation.language, "language of the sentences");
  app.add_option("--day", options.day, "day on which the true sentences are law");
  app.add_flag("--judge", options.judge, "judge both sides of every pair");
  app.add_option("--failures", options.failures, "with --judge: the causes of failure, and so many failed pairs");
  CLI11_PARSE(app, argc, argv);
  return selaras::run(options);
}
