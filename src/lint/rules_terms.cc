// term-form, term-shared, term-twice, term-missing: a phrase means one thing, and every concept has a phrase.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "lint/rules_lints.h"

namespace selaras {
namespace {

/// Two capitals or more, and no small letter: DOE, SAPA 129.
bool is_abbreviation(std::string_view text) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const bool one_word = text.find(' ') == std::string_view::npos;
  const bool small =
      std::any_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; });
  return one_word && !small && std::count_if(text.begin(), text.end(), is_capital) >= 2;
}

/// Without its marks; a hyphen is a space.
std::string plain(std::string_view text) {
  std::string letters(text.starts_with('=') ? text.substr(1) : text);
  std::replace(letters.begin(), letters.end(), '-', ' ');
  return letters;
}

/// The other is the abbreviation too, with the same capitals: POGOs beside POGO.
bool same_letters(std::string_view abbreviation, std::string_view other) {
  return is_abbreviation(other) || plain(other).starts_with(plain(abbreviation));
}

bool is_party(ConceptKind kind) { return kind == ConceptKind::person || kind == ConceptKind::actor; }
bool one_kind(const Entry& a, const Entry& b) {
  return a.concept_kind == b.concept_kind || (is_party(a.concept_kind) && is_party(b.concept_kind));
}

class Terms {
 public:
  Terms(const LanguagePack& pack, const Ontology& ontology, Lints& lints) : pack_(pack), ontology_(ontology), lints_(lints) {
    for (const auto& phrase : pack.written) {
      const std::set<std::string> keys(phrase.keys.begin(), phrase.keys.end());
      for (const auto& key : keys) by_key_[key].push_back(&phrase);
    }
  }

  void run() {
    for (const auto& phrase : pack_.written) {
      if (phrase.entry.kind != EntryKind::concept_term || phrase.keys.empty()) continue;
      if (!phrase.cased && is_abbreviation(phrase.text)) abbreviation(phrase);
      shared(phrase);
    }
    missing();
  }

 private:
  void abbreviation(const WrittenPhrase& phrase) {
    for (const auto& key : std::set<std::string>(phrase.keys.begin(), phrase.keys.end())) {
      for (const auto* other : by_key_.at(key)) {
        if (other->cased || same_letters(phrase.text, other->text) || same_meaning(phrase.entry, other->entry)) continue;
        lints_.add("term-form", phrase.at,
                   fmt::format("'{}' is also read as '{}', which is another word: '{}' at {}", phrase.text, key, other->text,
                               beside(other->at)),
                   fmt::format("write it with these capitals only: \"^{}\"", without_mark(phrase.text)));
        break;
      }
    }
  }

  /// Told at the later of the two.
  void shared(const WrittenPhrase& phrase) {
    for (const auto* other : by_key_.at(phrase.keys.front())) {
      if (other == &phrase) break;
      if (other->entry.kind != EntryKind::concept_term || other->keys.front() != phrase.keys.front() ||
          other->cased != phrase.cased)
        continue;
      if (other->entry.concept_id == phrase.entry.concept_id) {
        lints_.add("term-twice", phrase.at,
                   fmt::format("'{}' is written twice for '{}', here and at {}", phrase.text, id_of(phrase), beside(other->at)),
                   "keep one of them");
      } else if (one_kind(other->entry, phrase.entry) &&
                 ontology_.relate(other->entry.concept_id, phrase.entry.concept_id) == Relation::disjoint) {
        lints_.add(
            "term-shared", phrase.at,
            fmt::format("'{}' means '{}' and also '{}', at {}", phrase.text, id_of(phrase), id_of(*other), beside(other->at)),
            "right when people use it for both; else keep one, or lay one concept under the other");
      }
    }
  }

  /// Countries are named by the grammar, not by terms.
  void missing() {
    std::set<ConceptId> named;
    for (const auto& phrase : pack_.written) {
      if (phrase.entry.kind == EntryKind::concept_term) named.insert(phrase.entry.concept_id);
    }
    for (const auto& act : pack_.acts) named.insert(act.entry.concept_id);
    for (uint32_t i = 0; i < ontology_.size(); ++i) {
      const Concept& entry = ontology_[ConceptId{i}];
      if (entry.at.path.empty() || named.contains({i})) continue;
      lints_.add("term-missing", entry.at, fmt::format("language '{}' has no word for '{}'", pack_.language, entry.id),
                 fmt::format("add its phrases to the terms of '{}', if messages may speak of it", pack_.language));
    }
  }

  bool same_meaning(const Entry& a, const Entry& b) const {
    if (a.kind != EntryKind::concept_term || b.kind != EntryKind::concept_term) return false;
    return ontology_.relate(a.concept_id, b.concept_id) != Relation::disjoint;
  }

  const std::string& id_of(const WrittenPhrase& phrase) const { return ontology_[phrase.entry.concept_id].id; }

  static std::string without_mark(std::string_view text) { return std::string(text.starts_with('=') ? text.substr(1) : text); }

  const LanguagePack& pack_;
  const Ontology& ontology_;
  Lints& lints_;
  std::map<std::string, std::vector<const WrittenPhrase*>> by_key_;  // any form of the phrase
};

}  // namespace

void lint_terms(const RulesSubject& subject, Lints& lints) {
  for (const auto& pack : subject.packs) Terms(pack, subject.ontology, lints).run();
}

}  // namespace selaras
