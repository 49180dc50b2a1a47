#include "engine/scoreboard.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>
#include <set>

namespace selaras {
namespace {

constexpr uint32_t kLongest = 400;  // bytes: a longer span must not exceed three times the quote that it points at

/// Rounded as score.py rounds: by the exact decimal value, halves to even.
double four_places(double figure) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), figure, std::chars_format::fixed, 4).ptr;
  std::from_chars(digits.data(), end, figure);
  return figure;
}

bool tested(std::string_view code, const std::vector<std::string>& codes) {
  return std::any_of(codes.begin(), codes.end(),
                     [&](const std::string& t) { return code == t || (t.size() == 1 && code.starts_with(t)); });
}

bool points_at(Span where, const std::optional<Span>& gold) {
  return !gold || (where.overlaps(*gold) && where.size() <= std::max(kLongest, 3 * gold->size()));
}

bool names_first(const std::vector<const Provision*>& evidence, const std::vector<std::string>& wanted) {
  return !evidence.empty() && std::find(wanted.begin(), wanted.end(), evidence.front()->id) != wanted.end();
}

/// Counts one message.
class MessageScore {
 public:
  MessageScore(const GoldMessage& gold, const Report& report, const ScoreOptions& options, Scoreboard& board)
      : gold_(gold), options_(options), board_(board) {
    for (const auto& f : report.findings) {
      const bool counts = options.with_asks || f.strength != Strength::ask;
      if (counts && f.message_id == gold.id) found_.push_back(&f);
    }
    for (const auto& s : report.supported) {
      if (s.message_id == gold.id) supported_.push_back(&s);
    }
    for (const auto& g : gold.findings) (tested(g.code, options.codes) ? golds_ : elsewhere_).push_back(&g);
  }

  void count() {
    count_golds();
    count_support();
    count_findings();
  }

 private:
  std::vector<Tally*> message_rows() { return {&board_.rows["all"], &board_.rows["language " + gold_.language]}; }
  std::vector<Tally*> code_rows(const std::string& code) {
    auto rows = message_rows();
    rows.push_back(&board_.rows["group " + code.substr(0, 1)]);
    rows.push_back(&board_.rows["code " + code]);
    return rows;
  }
  static void add(const std::vector<Tally*>& rows, int Tally::*count, bool value = true) {
    for (auto* row : rows) row->*count += value ? 1 : 0;
  }
  void log(std::string_view what, std::string_view quote, std::string_view more) {
    board_.log.push_back(fmt::format("{:<12} {}: '{}' {}", what, gold_.id, quote.substr(0, 90), more));
  }

  void count_golds() {
    for (const auto* g : golds_) {
      const bool near = std::any_of(found_.begin(), found_.end(), [&](const Finding* f) { return points_at(f->span, g->span) && f->code[0] == g->code[0]; });
      add(code_rows(g->code), &Tally::gold);
      add(code_rows(g->code), &Tally::located, near);
    }
  }

  void count_support() {
    for (const auto& c : gold_.clear) {
      const bool backed = std::any_of(supported_.begin(), supported_.end(),
                                      [&](const Supported* s) { return points_at(s->span, c.span) && names_first(s->evidence, c.provisions); });
      add(message_rows(), &Tally::clear);
      add(message_rows(), &Tally::backed, backed);
      if (!backed) log("unbacked", c.quote, fmt::format("{}", fmt::join(c.provisions, " ")));
    }
    std::vector<const GoldFinding*> defects;
    for (const auto& g : gold_.findings) {
      if (g.span && (g.code[0] == 'A' || g.code[0] == 'C')) defects.push_back(&g);
    }
    for (const auto* g : defects) {
      const bool wrong = std::any_of(supported_.begin(), supported_.end(), [&](const Supported* s) { return s->span.overlaps(*g->span); });
      add(message_rows(), &Tally::defects);
      add(message_rows(), &Tally::defects_backed, wrong);
      if (wrong) log("backed! " + g->code, g->quote, "");
    }
    for (const auto* s : supported_) count_supported(*s, defects);
  }

  void count_supported(const Supported& s, const std::vector<const GoldFinding*>& defects) {
    bool on_clear = false;
    bool right = false;
    for (const auto& c : gold_.clear) {
      if (!points_at(s.span, c.span)) continue;
      on_clear = true;
      right = right || names_first(s.evidence, c.provisions);
    }
    const bool on_defect = std::any_of(defects.begin(), defects.end(), [&](const GoldFinding* g) { return s.span.overlaps(*g->span); });
    if (!on_clear && !on_defect) return;
    add(message_rows(), &Tally::says);
    add(message_rows(), &Tally::says_right, right);
  }

  static bool fits(const Finding& f, const GoldFinding& g) { return g.accepts(f.code) && points_at(f.span, g.span); }

  void count_findings() {
    std::vector<bool> taken(golds_.size(), false);
    auto order = found_;
    std::stable_sort(order.begin(), order.end(), [](const Finding* a, const Finding* b) {
      return std::tuple(a->span.size(), a->span, a->code) < std::tuple(b->span.size(), b->span, b->code);
    });
    std::set<size_t> alarmed;
    for (const auto* f : order) {
      bool any = false;
      const size_t best = best_gold(*f, taken, any);
      if (best < golds_.size()) {
        taken[best] = true;
        count_hit(*f, *golds_[best]);
        continue;
      }
      const bool for_another = std::any_of(elsewhere_.begin(), elsewhere_.end(), [&](const GoldFinding* g) { return fits(*f, *g); });
      if (!tested(f->code, options_.codes) || any || for_another) continue;
      count_false(*f, alarmed);
    }
    for (size_t i = 0; i < golds_.size(); ++i) {
      if (!taken[i]) log("missed " + golds_[i]->code, golds_[i]->quote, golds_[i]->why);
    }
  }

  /// The gold finding that this one hits: its own code first, a place before the whole message, the shortest quote.
  size_t best_gold(const Finding& f, const std::vector<bool>& taken, bool& any) const {
    size_t best = golds_.size();
    const auto rank = [&](size_t i) {
      const auto& g = *golds_[i];
      return std::tuple(g.code != f.code, !g.span.has_value(), g.span ? g.span->size() : 0U);
    };
    for (size_t i = 0; i < golds_.size(); ++i) {
      if (!fits(f, *golds_[i])) continue;
      any = true;
      if (!taken[i] && (best == golds_.size() || rank(i) < rank(best))) best = i;
    }
    return best;
  }

  void count_hit(const Finding& f, const GoldFinding& g) {
    const auto rows = code_rows(g.code);
    add(rows, &Tally::hit);
    add(rows, &Tally::right);
    add(rows, &Tally::reported);
    add(rows, &Tally::evidence_of, !g.provisions.empty());
    add(rows, &Tally::evidence, !g.provisions.empty() && names_first(f.evidence, g.provisions));
  }

  void count_false(const Finding& f, std::set<size_t>& alarmed) {
    add(code_rows(f.code), &Tally::reported);
    log("false " + f.code, slice(f.file->text(), f.span), "<- " + f.message.substr(0, 120));
    if (f.code[0] > 'C') return;
    for (size_t n = 0; n < gold_.clear.size(); ++n) {
      if (!f.span.overlaps(gold_.clear[n].span) || !alarmed.insert(n).second) continue;
      add(message_rows(), &Tally::alarms);
      log("alarm", gold_.clear[n].quote, "");
    }
  }

  const GoldMessage& gold_;
  const ScoreOptions& options_;
  Scoreboard& board_;
  std::vector<const Finding*> found_;
  std::vector<const Supported*> supported_;
  std::vector<const GoldFinding*> golds_, elsewhere_;
};

using Figure = std::pair<const char*, std::optional<double>>;

std::vector<Figure> figures(const Tally& t) {
  const auto p = t.precision();
  const auto r = t.recall();
  std::optional<double> f1;
  if (p && r && *p > 0 && *r > 0) {
    f1 = four_places(2 * *p * *r / (*p + *r));
  } else if (t.gold > 0) {
    f1 = 0.0;
  }
  return {{"recall", r},
          {"located", Tally::share(t.located, t.gold)},
          {"precision", p},
          {"f1", f1},
          {"false_alarm_rate", t.false_alarm_rate()},
          {"support_recall", Tally::share(t.backed, t.clear)},
          {"support_precision", Tally::share(t.says_right, t.says)},
          {"false_support", Tally::share(t.defects_backed, t.defects)},
          {"evidence_accuracy", Tally::share(t.evidence, t.evidence_of)}};
}

/// "all" first, then groups, then the rest by name.
std::vector<std::string> row_order(const Scoreboard& board) {
  std::vector<std::string> names;
  for (const auto& [name, tally] : board.rows) names.push_back(name);
  std::stable_sort(names.begin(), names.end(), [](const std::string& a, const std::string& b) {
    const auto rank = [](const std::string& n) { return std::tuple(n != "all", !n.starts_with("group"), n); };
    return rank(a) < rank(b);
  });
  return names;
}

std::string cell(const std::optional<double>& figure) { return figure ? fmt::format("{:.3f}", *figure) : "-"; }

}  // namespace

std::optional<double> Tally::share(int part, int of) {
  if (of == 0) return std::nullopt;
  return four_places(static_cast<double>(part) / of);
}

Scoreboard score(const std::map<std::string, GoldMessage>& gold, const Report& report, const ScoreOptions& options) {
  Scoreboard board;
  for (const auto& [id, message] : gold) MessageScore(message, report, options, board).count();
  return board;
}

std::string to_table(const Scoreboard& board, size_t messages, const ScoreOptions& options) {
  std::string out = fmt::format("{} messages, codes {}, {}\n", messages, fmt::join(options.codes, ","), options.with_asks ? "all" : "strict");
  out += fmt::format("{:14}{:>6}{:>9}{:>9}{:>6}{:>9}{:>7}{:>9}{:>9}{:>10}{:>10}{:>10}\n", "", "gold", "recall", "located", "said",
                     "precis.", "clear", "alarms", "sup.rec", "sup.prec", "sup.false", "evidence");
  for (const auto& name : row_order(board)) {
    const Tally& t = board.rows.at(name);
    const auto f = figures(t);
    out += fmt::format("{:14}{:>6}{:>9}{:>9}{:>6}{:>9}{:>7}{:>9}{:>9}{:>10}{:>10}{:>10}\n", name, t.gold, cell(f[0].second), cell(f[1].second),
                       t.reported, cell(f[2].second), t.clear, cell(f[4].second), cell(f[5].second), cell(f[6].second), cell(f[7].second),
                       cell(f[8].second));
  }
  return out;
}

std::string to_json(const Scoreboard& board) {
  nlohmann::ordered_json json;
  for (const auto& name : row_order(board)) {
    const Tally& t = board.rows.at(name);
    auto& row = json[name];
    row["gold"] = t.gold;
    row["hit"] = t.hit;
    row["reported"] = t.reported;
    row["right"] = t.right;
    row["clear"] = t.clear;
    for (const auto& [key, figure] : figures(t)) row[key] = figure ? nlohmann::ordered_json(*figure) : nlohmann::ordered_json(nullptr);
  }
  return json.dump(1) + "\n";
}

}  // namespace selaras
