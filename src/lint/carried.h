// What a provision carries in a form that the engine compares: the quantities and concepts of its norms, and the words that it sets
// aside as unmodelled or that are part of a name. A value or place of the statement must be among them. Private to lint/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lint/lint.h"

namespace selaras {

class Carried {
 public:
  Carried(const Provision& provision, const Ontology& ontology);

  /// Quantities of norms, conditions, exceptions, and of what narrows a quantity.
  const std::vector<const Quantity*>& quantities() const { return quantities_; }
  /// Concepts of all norms, and those that quantities are counted in or per.
  const std::vector<ConceptId>& concepts() const { return concepts_; }
  /// The bytes of the statement stand in an unmodelled part, in the title of the instrument or in the section named of it.
  bool set_aside(Span in_statement) const;
  /// They are digits of a number to call that a norm holds, however it is spaced ("131 237").
  bool inside_identifier(Span in_statement) const;
  /// They lie inside the name of something that a norm speaks of ("subclass 482 visa").
  bool inside_name(Span in_statement, const std::vector<Mention>& mentions) const;
  /// As many as one atom lists: "these six" of six countries.
  bool lists(double count) const;
  /// A norm says that something is not owed or not allowed: "free of charge" where nothing must be paid.
  bool denies() const;

 private:
  void collect(const std::vector<Atom>& atoms);
  void collect(const Quantity& quantity);

  const Provision& provision_;
  const Ontology& ontology_;
  std::vector<size_t> list_sizes_;
  std::vector<const Quantity*> quantities_;
  std::vector<ConceptId> concepts_;
  std::vector<std::string> set_aside_;  // unmodelled parts, title, section, folded
};

}  // namespace selaras
