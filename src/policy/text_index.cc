#include "policy/text_index.h"

#include <algorithm>
#include <cmath>
#include <numeric>
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
  TextIndexBuilder(const PolicyBase& policies, std::string_view language, Segmenter& segmenter)
      : policies_(policies), stemmer_(language), segmenter_(segmenter), lengths_(policies.provisions().size(), 0) {
    for (const auto& stretch : policies.stretches()) {
      for (ProvisionIndex index = stretch.first; index < stretch.last; ++index) add(index, policies[index]);
    }
  }

  void fill(TextIndex& index) {
    index.language_ = stemmer_.language();
    index.stems_ = NameTable(stems_);
    fill_words(index);
    std::vector<TextIndex::Extent> stretches;
    for (const auto& stretch : policies_.stretches()) stretches.push_back({stretch.first, stretch.last});
    fill_postings(index, stretches);
    index.stretches_ = Column<TextIndex::Extent>(std::move(stretches));
    index.units_ = Column<TextIndex::Unit>(std::move(units_));
    index.units_of_ = Column<TextIndex::UnitRange>(std::move(units_of_));
    index.lengths_ = Column<uint32_t>(std::move(lengths_));
  }

 private:
  struct Posting {
    ProvisionIndex provision;
    TextIndex::Frequency frequency;
  };

  void add(ProvisionIndex at, const Provision& provision) {
    TextIndex::UnitRange range{};
    range.first = static_cast<uint32_t>(units_.size());
    add({at, false, false, 0, 0}, provision.statement);
    for (const auto* list : {&provision.examples.supports, &provision.examples.stale, &provision.examples.premature}) {
      for (const auto& sentence : *list) add({at, true, false, 0, hash_of(sentence)}, sentence);
    }
    range.first_contrary = static_cast<uint32_t>(units_.size());
    for (const auto& sentence : provision.examples.contradicts) add({at, true, true, 0, hash_of(sentence)}, sentence);
    range.last = static_cast<uint32_t>(units_.size());
    units_of_.push_back(range);
  }

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

  void count(const TextIndex::Unit& unit, std::vector<Posting>& list) {
    if (list.empty() || list.back().provision != unit.provision) list.push_back({unit.provision, {0, 0}});
    auto& frequency = list.back().frequency;
    ++(unit.example ? frequency.in_examples : frequency.in_statement);
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

  void fill_words(TextIndex& index) const {
    std::vector<std::pair<std::string_view, uint32_t>> written(written_.begin(), written_.end());
    std::sort(written.begin(), written.end());
    std::vector<std::string> words;
    std::vector<uint32_t> stems;
    for (const auto& [word, stem] : written) {
      words.emplace_back(word);
      stems.push_back(stem);
    }
    index.words_ = NameTable(words);
    index.stems_of_words_ = Column<uint32_t>(std::move(stems));
  }

  /// Cuts the lists of every stem, which are in the order of the base, where the stretches end.
  void fill_postings(TextIndex& index, const std::vector<TextIndex::Extent>& stretches) const {
    std::vector<std::vector<ProvisionIndex>> provisions;
    std::vector<std::vector<uint32_t>> units;
    std::vector<TextIndex::Frequency> frequencies;
    for (size_t stem = 0; stem < stems_.size(); ++stem) {
      auto posting = provisions_with_[stem].begin();
      auto unit = units_with_[stem].begin();
      for (const auto& stretch : stretches) {
        auto& held = provisions.emplace_back();
        for (; posting != provisions_with_[stem].end() && posting->provision < stretch.last; ++posting) {
          held.push_back(posting->provision);
          frequencies.push_back(posting->frequency);
        }
        auto& in = units.emplace_back();
        for (; unit != units_with_[stem].end() && units_[*unit].provision < stretch.last; ++unit) in.push_back(*unit);
      }
    }
    index.provisions_with_ = Lists<ProvisionIndex>(provisions);
    index.units_with_ = Lists<uint32_t>(units);
    index.frequencies_ = Column<TextIndex::Frequency>(std::move(frequencies));
  }

  const PolicyBase& policies_;
  const Stemmer stemmer_;
  Segmenter& segmenter_;
  std::vector<TextIndex::Unit> units_;
  std::vector<TextIndex::UnitRange> units_of_;
  std::vector<uint32_t> lengths_;
  std::vector<std::string> stems_;
  std::vector<std::vector<Posting>> provisions_with_;
  std::vector<std::vector<uint32_t>> units_with_;
  std::unordered_map<std::string, uint32_t> by_stem_;
  std::unordered_map<std::string_view, uint32_t> written_;  // the words of the policies, which outlive the builder
};

TextIndex::TextIndex(const PolicyBase& policies, std::string_view language, Segmenter& segmenter) {
  TextIndexBuilder(policies, language, segmenter).fill(*this);
  const double total = std::accumulate(lengths_.begin(), lengths_.end(), 0.0);
  if (!lengths_.empty()) mean_length_ = std::max(1.0, total / static_cast<double>(lengths_.size()));
  weigh_postings();
  measure_units();
}

/// BM25 without the weight of what is asked for.
double TextIndex::score(double rarity, double frequency, ProvisionIndex provision) const {
  const double length = lengths_[provision] / mean_length_;
  const double norm = kSaturation * (1 - kLengthWeight + kLengthWeight * length);
  return rarity * frequency * (kSaturation + 1) / (frequency + norm);
}

void TextIndex::weigh_postings() {
  const size_t cuts = stretches_.size();
  const size_t count = cuts == 0 ? 0 : provisions_with_.size() / cuts;
  const auto rarity = [&](size_t holders) {
    const auto with = static_cast<double>(holders);
    return std::log(1 + (static_cast<double>(lengths_.size()) - with + 0.5) / (with + 0.5));
  };
  std::vector<double> rarities;
  std::vector<double> scores;
  for (size_t stem = 0; stem < count; ++stem) {
    const auto holders = provisions_with_.range(stem * cuts, (stem + 1) * cuts);
    rarities.push_back(rarity(holders.size()));
    for (const ProvisionIndex holder : holders) {
      const auto [in_statement, in_examples] = frequencies_[scores.size()];
      scores.push_back(score(rarities.back(), in_statement + in_examples, holder));
    }
  }
  rarities.push_back(rarity(0));
  rarities_ = Column<double>(std::move(rarities));
  scores_ = Column<double>(std::move(scores));
}

void TextIndex::measure_units() {
  const size_t cuts = stretches_.size();
  const auto rarity = [&](size_t holders) { return std::log(static_cast<double>(units_.size() + 1) / (static_cast<double>(holders) + 0.5)); };
  std::vector<double> rarities;
  std::vector<double> scales(units_.size(), 0);
  for (size_t stem = 0; stem < stems(); ++stem) {
    const auto holders = units_with_.range(stem * cuts, (stem + 1) * cuts);
    rarities.push_back(rarity(holders.size()));
    for (const uint32_t unit : holders) scales[unit] += rarities.back() * rarities.back();
  }
  for (double& scale : scales) scale = scale > 0 ? 1 / std::sqrt(scale) : 0;
  rarities.push_back(rarity(0));
  unit_rarities_ = Column<double>(std::move(rarities));
  unit_scales_ = Column<double>(std::move(scales));
}

std::optional<uint32_t> TextIndex::number_of_word(std::string_view word) const {
  const auto found = words_.find(word);
  return found ? std::optional(stems_of_words_[*found]) : std::nullopt;
}

void TextIndex::search(std::span<const QueryTerm> query, std::span<const uint32_t> stretches, const LeftOut& left_out, TextSearch& into) const {
  clear(stretches, into);
  add_up(query, stretches, into);
  double total = 0;
  double square = 0;
  for (const auto& asked : query) {
    const uint32_t stem = std::min(asked.stem, stems());
    total += asked.weight * rarities_[stem];
    square += asked.weight * unit_rarities_[stem] * asked.weight * unit_rarities_[stem];
  }
  const double per_total = total > 0 ? 1 / total : 0;
  const double per_length = square > 0 ? 1 / std::sqrt(square) : 0;
  const LeftOut nothing;
  for (const uint32_t stretch : stretches) {
    for (ProvisionIndex index = stretches_[stretch].first; index < stretches_[stretch].last; ++index) {
      const LeftOut& unseen = left_out.examples_of == index ? left_out : nothing;
      const UnitRange& units = units_of_[index];
      TextNearness& near = into.found_[index];
      if (unseen.examples_of) leave_out(query, index, into);
      near.share *= per_total;
      near.says = per_length * likest(units.first, units.first_contrary, unseen, into);
      near.gainsays = per_length * likest(units.first_contrary, units.last, unseen, into);
    }
  }
}

void TextIndex::clear(std::span<const uint32_t> stretches, TextSearch& into) const {
  into.found_.resize(lengths_.size());
  into.dots_.resize(units_.size());
  for (const uint32_t stretch : stretches) {
    const auto [first, last] = stretches_[stretch];
    if (first == last) continue;
    std::fill(into.found_.begin() + first, into.found_.begin() + last, TextNearness{});
    std::fill(into.dots_.begin() + units_of_[first].first, into.dots_.begin() + units_of_[last - 1].last, 0.0);
  }
}

void TextIndex::add_up(std::span<const QueryTerm> query, std::span<const uint32_t> stretches, TextSearch& into) const {
  TextNearness* const found = into.found_.data();
  double* const dots = into.dots_.data();
  for (const auto& [stem, weight] : query) {
    if (stem >= stems()) continue;
    const double share = weight * rarities_[stem];
    const double dot = weight * unit_rarities_[stem] * unit_rarities_[stem];
    for (const uint32_t stretch : stretches) {
      const size_t list = stem * stretches_.size() + stretch;
      const double* score = scores_.data() + provisions_with_.place(list);
      for (const ProvisionIndex holder : provisions_with_[list]) {
        found[holder].score += weight * *score++;
        found[holder].share += share;
      }
      for (const uint32_t unit : units_with_[list]) dots[unit] += dot;
    }
  }
}

/// The provision once more, by its statement alone.
void TextIndex::leave_out(std::span<const QueryTerm> query, ProvisionIndex provision, TextSearch& into) const {
  TextNearness& near = into.found_[provision];
  near = {};
  for (const auto& [stem, weight] : query) {
    if (stem >= stems()) continue;
    const auto holders = provisions_with_.range(stem * stretches_.size(), (stem + 1) * stretches_.size());
    const auto held = std::lower_bound(holders.begin(), holders.end(), provision);
    if (held == holders.end() || *held != provision) continue;
    const size_t posting = provisions_with_.place(stem * stretches_.size()) + static_cast<size_t>(held - holders.begin());
    const uint16_t frequency = frequencies_[posting].in_statement;
    if (frequency == 0) continue;
    near.score += weight * score(rarities_[stem], frequency, provision);
    near.share += weight * rarities_[stem];
  }
}

double TextIndex::likest(uint32_t first, uint32_t last, const LeftOut& left_out, const TextSearch& search) const {
  double best = 0;
  for (uint32_t unit = first; unit < last; ++unit) {
    if (left_out.examples_of && is_left_out(units_[unit], left_out)) continue;
    best = std::max(best, search.dots_[unit] * unit_scales_[unit]);
  }
  return best;
}

bool TextIndex::is_left_out(const Unit& unit, const LeftOut& left_out) const {
  return unit.example && (left_out.only.empty() || unit.sentence == hash_of(left_out.only));
}

uint32_t StemNumbers::of(std::string_view word) {
  if (same_language_) {
    if (const auto known = index_.number_of_word(word)) return *known;
  }
  std::string stem = stemmer_.stem(fold_key(word));
  if (const auto known = index_.number_of(stem)) return *known;
  return unheard_of_.try_emplace(std::move(stem), count()).first->second;
}

}  // namespace selaras
