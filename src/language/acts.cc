#include "language/acts.h"

#include <algorithm>
#include <optional>

namespace selaras {
namespace {

constexpr uint32_t kReach = 11;  // tokens between a verb and its object: five words and the spaces around them
constexpr uint32_t kBeside = 3;  // one word and the spaces around it

bool is_verb(const Mention& mention) { return mention.entry->kind == EntryKind::act_verb; }

class Composer {
 public:
  Composer(const LanguagePack& pack, const Segmentation& segmentation, const std::vector<Mention>& mentions)
      : pack_(pack), segmentation_(segmentation), mentions_(mentions) {}

  /// The act that the verb is with an object behind it, or, acted upon, in front of it.
  std::optional<Mention> act_of(const Mention& verb) const {
    const Act& act = pack_.acts[verb.entry->meaning];
    if (!has_object(verb, act)) return std::nullopt;
    return Mention{verb.span, verb.entry->bare ? &act.bare_entry : &act.entry, verb.first_token, verb.last_token};
  }

 private:
  bool has_object(const Mention& verb, const Act& act) const {
    const Span sentence = sentence_of(verb.span);
    const bool passive = acted_upon(verb);
    return std::any_of(mentions_.begin(), mentions_.end(), [&](const Mention& mention) {
      if (mention.entry->kind != EntryKind::concept_term || !sentence.contains(mention.span)) return false;
      if (!std::binary_search(act.objects.begin(), act.objects.end(), mention.entry->concept_id)) return false;
      const bool follows = mention.first_token >= verb.last_token && mention.first_token - verb.last_token <= kReach;
      const bool leads = mention.last_token <= verb.first_token && verb.first_token - mention.last_token <= kReach;
      return follows || (passive && leads);
    });
  }

  /// A word such as "be" stands right before the verb, or one word away from it.
  bool acted_upon(const Mention& verb) const {
    return std::any_of(mentions_.begin(), mentions_.end(), [&](const Mention& m) {
      const bool auxiliary = m.entry->kind == EntryKind::cue && m.entry->meaning == static_cast<uint16_t>(CueClass::auxiliary);
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
};

}  // namespace

void compose_acts(const LanguagePack& pack, const Segmentation& segmentation, std::vector<Mention>& mentions) {
  if (std::none_of(mentions.begin(), mentions.end(), is_verb)) return;
  std::vector<Mention> composed;
  const Composer composer(pack, segmentation, mentions);
  for (const auto& mention : mentions) {
    if (!is_verb(mention)) continue;
    if (const auto act = composer.act_of(mention)) composed.push_back(*act);
  }
  std::erase_if(mentions, is_verb);
  mentions.insert(mentions.end(), composed.begin(), composed.end());
  std::stable_sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
}

}  // namespace selaras
