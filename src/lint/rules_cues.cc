// cue-begins: where a phrase begins with another of its class, the longer is read in place of the shorter and says the same. That is of
// use only when the words it adds would be read as something else, or belong to the phrase for whoever reads on behind it.
#include <fmt/format.h>

#include <iterator>
#include <map>
#include <string>

#include "lint/rules_lints.h"

namespace selaras {
namespace {

/// Cues, bounds and fixed values: of these, only the longest is read.
bool is_function(const Entry& entry) {
  return entry.kind == EntryKind::cue || entry.kind == EntryKind::bound || entry.kind == EntryKind::fixed_value;
}

class Cues {
 public:
  Cues(const LanguagePack& pack, Lints& lints) : lints_(lints) {
    for (const auto& phrase : pack.written) {
      if (is_function(phrase.entry) && !phrase.keys.empty()) by_key_.emplace(phrase.keys.front(), &phrase);
    }
  }

  void run() {
    for (const auto& [key, phrase] : by_key_) {
      if (phrase->entry.kind == EntryKind::cue && by_key_.count(key) == 1) one(key, *phrase);
    }
  }

 private:
  void one(const std::string& key, const WrittenPhrase& phrase) {
    for (size_t space = key.find(' '); space != std::string::npos; space = key.find(' ', space + 1)) {
      const WrittenPhrase* shorter = same_class(key.substr(0, space), phrase.entry);
      if (shorter == nullptr || says_more(key.substr(space + 1))) continue;
      lints_.add("cue-begins", phrase.at,
                 fmt::format("'{}' begins with '{}' of the same class, at {}", phrase.text, shorter->text, beside(shorter->at)),
                 "take the longer one away, unless its further words must belong to it");
      return;
    }
  }

  const WrittenPhrase* same_class(const std::string& key, const Entry& entry) const {
    const auto [begin, end] = by_key_.equal_range(key);
    const bool only_meaning = begin != end && std::next(begin) == end;
    return only_meaning && begin->second->entry == entry ? begin->second : nullptr;
  }

  /// Some words of it are a function word by themselves.
  bool says_more(const std::string& rest) const {
    for (size_t begin = 0; begin < rest.size();) {
      for (size_t end = rest.find(' ', begin);; end = rest.find(' ', end + 1)) {
        if (by_key_.contains(rest.substr(begin, end == std::string::npos ? end : end - begin))) return true;
        if (end == std::string::npos) break;
      }
      const size_t space = rest.find(' ', begin);
      begin = space == std::string::npos ? rest.size() : space + 1;
    }
    return false;
  }

  Lints& lints_;
  std::multimap<std::string, const WrittenPhrase*> by_key_;
};

}  // namespace

void lint_cues(const RulesSubject& subject, Lints& lints) {
  for (const auto& pack : subject.packs) Cues(pack, lints).run();
}

}  // namespace selaras
