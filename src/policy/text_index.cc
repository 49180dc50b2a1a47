#include "policy/text_index.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "text/fold.h"

namespace selaras {
namespace {

constexpr double kSaturation = 1.2;  // k1
constexpr double kLengthWeight = 0.75;  // b

uint64_t hash_of(std::string_view sentence) { return std::hash<std::string_view>()(sentence); }

}  // namespace

/// Adds sentence after sentence. Most words stand in many of them: each is looked up as it is written and stemmed once.
class TextIndexBuilder {
 public:
  TextIndexBuilder(size_t provisions, std::string_view language, Segmenter& segmenter)
      : stemmer_(language), segmenter_(segmenter), lengths_(provisions, 0) {}

  void add(ProvisionIndex at, const Provision& provision) {
    add({at, false, false, 0, 0}, provision.statement);
    for (const auto* list : {&provision.examples.supports, &provision.examples.stale, &provision.examples.premature}) {
      for (const auto& sentence : *list) add({at, true, false, 0, hash_of(sentence)}, sentence);
    }
    for (const auto& sentence : provision.examples.contradicts) add({at, true, true, 0, hash_of(sentence)}, sentence);
  }

  void fill(TextIndex& index) {
    index.stems_ = NameTable(stems_);
    index.provisions_with_ = Lists<TextIndex::Posting>(provisions_with_);
    index.units_with_ = Lists<uint32_t>(units_with_);
    index.units_ = Column<TextIndex::Unit>(std::move(units_));
    index.lengths_ = Column<uint32_t>(std::move(lengths_));
  }

 private:
  void add(TextIndex::Unit unit, std::string_view text) {
    const auto place = static_cast<uint32_t>(units_.size());
    units_.push_back(unit);
    for (const auto& token : segmenter_.segment(text).tokens) {
      if (token.kind != TokenKind::word) continue;
      const uint32_t term = term_of(slice(text, token.span));
      auto& units = units_with_[term];
      if (units.empty() || units.back() != place) units.push_back(place);
      if (!unit.gainsays) count(unit, provisions_with_[term]);
    }
  }

  void count(const TextIndex::Unit& unit, std::vector<TextIndex::Posting>& list) {
    if (list.empty() || list.back().provision != unit.provision) list.push_back({unit.provision, 0, 0});
    ++(unit.example ? list.back().in_examples : list.back().in_statement);
    ++lengths_[unit.provision];
  }

  uint32_t term_of(std::string_view word) {
    const auto [written, fresh] = written_.try_emplace(word, 0);
    if (fresh) {
      const auto [stem, first] = by_stem_.try_emplace(stemmer_.stem(fold_key(word)), static_cast<uint32_t>(stems_.size()));
      if (first) {
        stems_.push_back(stem->first);
        provisions_with_.emplace_back();
        units_with_.emplace_back();
      }
      written->second = stem->second;
    }
    return written->second;
  }

  const Stemmer stemmer_;
  Segmenter& segmenter_;
  std::vector<TextIndex::Unit> units_;
  std::vector<uint32_t> lengths_;
  std::vector<std::string> stems_;
  std::vector<std::vector<TextIndex::Posting>> provisions_with_;
  std::vector<std::vector<uint32_t>> units_with_;
  std::unordered_map<std::string, uint32_t> by_stem_;
  std::unordered_map<std::string_view, uint32_t> written_;  // the words of the policies, which outlive the builder
};

TextIndex::TextIndex(const PolicyBase& policies, std::string_view language, Segmenter& segmenter) {
  TextIndexBuilder builder(policies.provisions().size(), language, segmenter);
  for (ProvisionIndex index = 0; index < policies.provisions().size(); ++index) builder.add(index, policies[index]);
  builder.fill(*this);
  measure_units();
  const double total = std::accumulate(lengths_.begin(), lengths_.end(), 0.0);
  if (!lengths_.empty()) mean_length_ = std::max(1.0, total / static_cast<double>(lengths_.size()));
}

void TextIndex::measure_units() {
  std::vector<double> lengths(units_.size(), 0);
  for (size_t stem = 0; stem < units_with_.size(); ++stem) {
    const double weight = unit_rarity(units_with_[stem].size());
    for (const uint32_t unit : units_with_[stem]) lengths[unit] += weight * weight;
  }
  for (double& length : lengths) length = std::sqrt(length);
  unit_lengths_ = Column<double>(std::move(lengths));
}

TextIndex::Term TextIndex::term(std::string_view stem) const {
  const auto found = stems_.find(stem);
  return found ? Term{provisions_with_[*found], units_with_[*found]} : Term{};
}

double TextIndex::unit_rarity(size_t holders) const { return std::log(static_cast<double>(units_.size() + 1) / (static_cast<double>(holders) + 0.5)); }

std::vector<TextIndex::Likeness> TextIndex::likest(std::span<const QueryTerm> query, const LeftOut& left_out) const {
  const uint64_t only = hash_of(left_out.only);
  std::vector<double> dot(units_.size(), 0);
  double length = 0;
  for (const auto& asked : query) {
    const Term found = term(asked.stem);
    const double rarity = unit_rarity(found.units.size());
    length += asked.weight * rarity * asked.weight * rarity;
    for (const uint32_t unit : found.units) dot[unit] += asked.weight * rarity * rarity;
  }
  std::vector<Likeness> likest(lengths_.size());
  if (length == 0) return likest;
  for (size_t i = 0; i < units_.size(); ++i) {
    const Unit& unit = units_[i];
    const bool is_left_out = unit.example && left_out.examples_of == unit.provision && (left_out.only.empty() || unit.sentence == only);
    if (dot[i] == 0 || is_left_out) continue;
    double& best = unit.gainsays ? likest[unit.provision].gainsays : likest[unit.provision].says;
    best = std::max(best, dot[i] / (std::sqrt(length) * unit_lengths_[i]));
  }
  return likest;
}

void add_terms(const Stemmer& stemmer, std::string_view text, const Segmentation& segmentation, double weight,
               std::vector<QueryTerm>& query) {
  for (auto& stem : stemmer.stems(text, segmentation)) {
    const auto same = std::find_if(query.begin(), query.end(), [&](const QueryTerm& term) { return term.stem == stem; });
    if (same == query.end()) {
      query.push_back({std::move(stem), weight});
    } else {
      same->weight = std::max(same->weight, weight);
    }
  }
}

double TextIndex::rarity(size_t holders) const {
  const auto count = static_cast<double>(lengths_.size());
  const auto with = static_cast<double>(holders);
  return std::log(1 + (count - with + 0.5) / (with + 0.5));
}

std::vector<double> TextIndex::shares(std::span<const QueryTerm> query, const LeftOut& left_out) const {
  std::vector<double> shares(lengths_.size(), 0);
  double total = 0;
  for (const auto& asked : query) {
    const Term found = term(asked.stem);
    const double weight = asked.weight * rarity(found.provisions.size());
    total += weight;
    for (const auto& posting : found.provisions) {
      const bool statement_alone = left_out.examples_of == posting.provision;
      if (posting.in_statement > 0 || !statement_alone) shares[posting.provision] += weight;
    }
  }
  for (double& share : shares) share = total > 0 ? share / total : 0;
  return shares;
}

std::vector<double> TextIndex::scores(std::span<const QueryTerm> query, const LeftOut& left_out) const {
  std::vector<double> scores(lengths_.size(), 0);
  for (const auto& asked : query) {
    const Term found = term(asked.stem);
    const double weight = asked.weight * rarity(found.provisions.size());
    for (const auto& posting : found.provisions) {
      const bool statement_alone = left_out.examples_of == posting.provision;
      const double frequency = posting.in_statement + (statement_alone ? 0 : posting.in_examples);
      const double length = lengths_[posting.provision] / mean_length_;
      const double norm = kSaturation * (1 - kLengthWeight + kLengthWeight * length);
      scores[posting.provision] += weight * frequency * (kSaturation + 1) / (frequency + norm);
    }
  }
  return scores;
}

}  // namespace selaras
