// Reads the two kinds of file a pack is made of: the grammar (rules/languages/en.yaml) and the terms of one area
// (rules/languages/en/work.yaml). docs/formats/language.md describes both. Private to language/.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "data/fields.h"
#include "language/inflection.h"
#include "language/pack.h"

namespace selaras {

struct Inflection {
  Paradigm noun;
  Paradigm verb;
  std::vector<std::string> uncounted;  // nouns that are named in the singular only
};

/// Adds phrases to a pack and sees that one phrase does not mean two things where only one can be meant.
class PhraseCollector {
 public:
  PhraseCollector(LanguagePack& pack, PackSources sources) : pack_(pack), sources_(sources) {}

  /// One written phrase with its marks (`=` as written, `^` with these capitals, `~` the word that varies). `paradigm` null: it does not vary.
  void add(Fields& fields, const yaml::Node& written, const Entry& entry, const Paradigm* paradigm, Head head);
  void add_act(const Fields& fields, const yaml::Node& written, Act act);
  /// A plain verb that may be the act, the last of the pack: a phrase as above, which several acts may share.
  void add_verb(Fields& fields, const yaml::Node& written, const Paradigm& paradigm);

 private:
  struct Written {
    Entry entry;
    std::string place;  // file and line
  };
  /// Phrases of the pack from `first` on are the forms of this one.
  void keep_source(const Fields& fields, const yaml::Node& written, const Entry& entry, bool cased, size_t first);
  bool clashes(Fields& fields, const yaml::Node& written, const Entry& entry, const std::string& key) const;

  LanguagePack& pack_;
  PackSources sources_;
  std::multimap<std::string, Written> written_;  // what may mean one thing only: by key, base forms
  std::map<std::string, size_t> verbs_;           // as written: index in LanguagePack::verbs
};

void read_grammar(Fields& fields, LanguagePack& pack, Inflection& inflection, const Ontology& ontology, PhraseCollector& collector);
void read_terms(Fields& fields, LanguagePack& pack, const Inflection& inflection, const Ontology& ontology, PhraseCollector& collector);

}  // namespace selaras
