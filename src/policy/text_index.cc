#include "policy/text_index.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace selaras {
namespace {

constexpr double kSaturation = 1.2;  // k1
constexpr double kLengthWeight = 0.75;  // b

}  // namespace

TextIndex::TextIndex(const PolicyBase& policies, std::string_view language, Segmenter& segmenter)
    : lengths_(policies.provisions().size(), 0) {
  const Stemmer stemmer(language);
  const auto stems = [&](std::string_view text) { return stemmer.stems(text, segmenter.segment(text)); };
  for (ProvisionIndex index = 0; index < policies.provisions().size(); ++index) {
    const auto& provision = policies[index];
    const auto statement = stems(provision.statement);
    add(index, statement, false);
    add_unit({index, false, false, 0}, statement);
    for (const auto* list : {&provision.examples.supports, &provision.examples.stale, &provision.examples.premature}) {
      for (const auto& sentence : *list) {
        const auto words = stems(sentence);
        add(index, words, true);
        add_unit({index, true, false, std::hash<std::string_view>()(sentence)}, words);
      }
    }
    for (const auto& sentence : provision.examples.contradicts) add_unit({index, true, true, std::hash<std::string_view>()(sentence)}, stems(sentence));
  }
  measure_units();
  const double total = std::accumulate(lengths_.begin(), lengths_.end(), 0.0);
  if (!lengths_.empty()) mean_length_ = std::max(1.0, total / static_cast<double>(lengths_.size()));
}

void TextIndex::add(ProvisionIndex provision, const std::vector<std::string>& stems, bool example) {
  for (const auto& stem : stems) {
    auto& list = postings_[stem];
    if (list.empty() || list.back().provision != provision) list.push_back({provision});
    ++(example ? list.back().in_examples : list.back().in_statement);
    ++lengths_[provision];
  }
}

void TextIndex::add_unit(Unit unit, const std::vector<std::string>& stems) {
  const auto index = static_cast<uint32_t>(units_.size());
  units_.push_back(unit);
  for (const auto& stem : stems) {
    auto& list = unit_postings_[stem];
    if (list.empty() || list.back().unit != index) list.push_back({index, 0});
    ++list.back().times;
  }
}

double TextIndex::unit_rarity(size_t holders) const { return std::log(static_cast<double>(units_.size() + 1) / (static_cast<double>(holders) + 0.5)); }

void TextIndex::measure_units() {
  for (const auto& [stem, list] : unit_postings_) {
    const double weight = unit_rarity(list.size());
    for (const auto& posting : list) units_[posting.unit].length += weight * weight;
  }
  for (auto& unit : units_) unit.length = std::sqrt(unit.length);
}

std::vector<TextIndex::Likeness> TextIndex::likest(std::span<const QueryTerm> query, const LeftOut& left_out) const {
  const size_t only = std::hash<std::string_view>()(left_out.only);
  std::vector<double> dot(units_.size(), 0);
  double length = 0;
  for (const auto& term : query) {
    const auto found = unit_postings_.find(term.stem);
    const double rarity = unit_rarity(found == unit_postings_.end() ? 0 : found->second.size());
    length += term.weight * rarity * term.weight * rarity;
    if (found == unit_postings_.end()) continue;
    for (const auto& posting : found->second) dot[posting.unit] += term.weight * rarity * rarity;
  }
  std::vector<Likeness> likest(lengths_.size());
  if (length == 0) return likest;
  for (size_t i = 0; i < units_.size(); ++i) {
    const Unit& unit = units_[i];
    const bool is_left_out = unit.example && left_out.examples_of == unit.provision && (left_out.only.empty() || unit.sentence == only);
    if (dot[i] == 0 || is_left_out) continue;
    double& best = unit.gainsays ? likest[unit.provision].gainsays : likest[unit.provision].says;
    best = std::max(best, dot[i] / (std::sqrt(length) * unit.length));
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
  for (const auto& term : query) {
    const auto found = postings_.find(term.stem);
    const double weight = term.weight * rarity(found == postings_.end() ? 0 : found->second.size());
    total += weight;
    if (found == postings_.end()) continue;
    for (const auto& posting : found->second) {
      const bool statement_alone = left_out.examples_of == posting.provision;
      if (posting.in_statement > 0 || !statement_alone) shares[posting.provision] += weight;
    }
  }
  for (double& share : shares) share = total > 0 ? share / total : 0;
  return shares;
}

std::vector<double> TextIndex::scores(std::span<const QueryTerm> query, const LeftOut& left_out) const {
  std::vector<double> scores(lengths_.size(), 0);
  for (const auto& term : query) {
    const auto found = postings_.find(term.stem);
    if (found == postings_.end()) continue;
    const auto& list = found->second;
    const double weight = term.weight * rarity(list.size());
    for (const auto& posting : list) {
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
