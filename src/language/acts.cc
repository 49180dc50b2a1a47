#include "language/acts.h"

#include <algorithm>

namespace selaras {
namespace {

constexpr uint32_t kReach = 11;  // tokens between a verb and its object: five words and the spaces around them
constexpr uint32_t kBeside = 3;  // one word and the spaces around it

bool is_verb(const Mention& mention) { return mention.kind == EntryKind::act_verb; }

class Composer {
 public:
  Composer(const LanguagePack& pack, const Segmentation& segmentation, const std::vector<Mention>& mentions)
      : pack_(pack), segmentation_(segmentation), mentions_(mentions) {}

  /// Adds the acts that the verb is with an object behind it, or, acted upon, in front of it.
  void add_acts(const Mention& verb, std::vector<Mention>& composed) {
    find_objects(verb);
    if (objects_.empty()) return;
    for (const uint16_t index : pack_.verbs[verb.meaning]) {
      const Act& act = pack_.acts[index];
      const auto is_object = [&](ConceptId id) { return std::binary_search(act.objects.begin(), act.objects.end(), id); };
      if (std::none_of(objects_.begin(), objects_.end(), is_object)) continue;
      composed.push_back({verb.span, &act.by(*verb.entry), verb.first_token, verb.last_token});
    }
  }

 private:
  /// What stands where an object of the verb may.
  void find_objects(const Mention& verb) {
    objects_.clear();
    const Span sentence = sentence_of(verb.span);
    const bool passive = acted_upon(verb);
    for (const Mention& mention : mentions_) {
      if (mention.span.begin >= sentence.end) return;
      if (mention.kind != EntryKind::concept_term || !sentence.contains(mention.span)) continue;
      const bool follows = mention.first_token >= verb.last_token && mention.first_token - verb.last_token <= kReach;
      const bool leads = mention.last_token <= verb.first_token && verb.first_token - mention.last_token <= kReach;
      if (follows || (passive && leads)) objects_.push_back(mention.entry->concept_id);
    }
  }

  /// A word such as "be" stands right before the verb, or one word away from it.
  bool acted_upon(const Mention& verb) const {
    return std::any_of(mentions_.begin(), mentions_.end(), [&](const Mention& m) {
      const bool auxiliary = m.kind == EntryKind::cue && m.meaning == static_cast<uint16_t>(CueClass::auxiliary);
      return auxiliary && m.last_token <= verb.first_token && verb.first_token - m.last_token <= kBeside;
    });
  }

  Span sentence_of(Span span) const {
    const auto& sentences = segmentation_.sentences;
    const auto found = std::find_if(sentences.begin(), sentences.end(), [&](Span s) { return s.contains(span); });
    return found == sentences.end() ? span : *found;
  }

  const LanguagePack& pack_;
  const Segmentation& segmentation_;
  const std::vector<Mention>& mentions_;
  std::vector<ConceptId> objects_;  // of the verb at hand
};

}  // namespace

void compose_acts(const LanguagePack& pack, const Segmentation& segmentation, std::vector<Mention>& mentions) {
  if (std::none_of(mentions.begin(), mentions.end(), is_verb)) return;
  std::vector<Mention> composed;
  Composer composer(pack, segmentation, mentions);
  for (const auto& mention : mentions) {
    if (is_verb(mention)) composer.add_acts(mention, composed);
  }
  std::erase_if(mentions, is_verb);
  mentions.insert(mentions.end(), composed.begin(), composed.end());
  std::stable_sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
}

}  // namespace selaras
