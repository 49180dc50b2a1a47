#include "policy/text_index.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "text/fold.h"

namespace selaras {
namespace {

constexpr double kSaturation = 1.2;  // k1
constexpr double kLengthWeight = 0.75;  // b

}  // namespace

TextIndex::TextIndex(const PolicyBase& policies, std::string_view language, Segmenter& segmenter)
    : lengths_(policies.provisions().size(), 0) {
  const Stemmer stemmer(language);
  std::unordered_map<std::string_view, std::vector<Posting>*> lists;  // by word as written: most words stand in many texts
  const auto list_of = [&](std::string_view word) -> std::vector<Posting>& {
    auto& list = lists[word];
    if (list == nullptr) list = &postings_[stemmer.stem(fold_key(word))];
    return *list;
  };
  const auto add = [&](ProvisionIndex provision, std::string_view text, bool example) {
    for (const auto& token : segmenter.segment(text).tokens) {
      if (token.kind == TokenKind::word) count(provision, example, list_of(slice(text, token.span)));
    }
  };
  for (ProvisionIndex index = 0; index < policies.provisions().size(); ++index) {
    const auto& provision = policies[index];
    add(index, provision.statement, false);
    for (const auto* list : {&provision.examples.supports, &provision.examples.stale, &provision.examples.premature}) {
      for (const auto& sentence : *list) add(index, sentence, true);
    }
  }
  const double total = std::accumulate(lengths_.begin(), lengths_.end(), 0.0);
  if (!lengths_.empty()) mean_length_ = std::max(1.0, total / static_cast<double>(lengths_.size()));
}

void TextIndex::count(ProvisionIndex provision, bool example, std::vector<Posting>& list) {
  if (list.empty() || list.back().provision != provision) list.push_back({provision});
  ++(example ? list.back().in_examples : list.back().in_statement);
  ++lengths_[provision];
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

std::vector<double> TextIndex::shares(std::span<const QueryTerm> query, std::optional<ProvisionIndex> without_examples_of) const {
  std::vector<double> shares(lengths_.size(), 0);
  double total = 0;
  for (const auto& term : query) {
    const auto found = postings_.find(term.stem);
    const double weight = term.weight * rarity(found == postings_.end() ? 0 : found->second.size());
    total += weight;
    if (found == postings_.end()) continue;
    for (const auto& posting : found->second) {
      const bool statement_alone = without_examples_of == posting.provision;
      if (posting.in_statement > 0 || !statement_alone) shares[posting.provision] += weight;
    }
  }
  for (double& share : shares) share = total > 0 ? share / total : 0;
  return shares;
}

std::vector<double> TextIndex::scores(std::span<const QueryTerm> query, std::optional<ProvisionIndex> without_examples_of) const {
  std::vector<double> scores(lengths_.size(), 0);
  for (const auto& term : query) {
    const auto found = postings_.find(term.stem);
    if (found == postings_.end()) continue;
    const auto& list = found->second;
    const double weight = term.weight * rarity(list.size());
    for (const auto& posting : list) {
      const bool statement_alone = without_examples_of == posting.provision;
      const double frequency = posting.in_statement + (statement_alone ? 0 : posting.in_examples);
      const double length = lengths_[posting.provision] / mean_length_;
      const double norm = kSaturation * (1 - kLengthWeight + kLengthWeight * length);
      scores[posting.provision] += weight * frequency * (kSaturation + 1) / (frequency + norm);
    }
  }
  return scores;
}

}  // namespace selaras
