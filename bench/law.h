// What the policy base holds, asked from the side of a sentence that somebody made up: does any rule bear it out? By the norms alone,
// never by the engine's reading, so that the labels of bench/mutation.h do not depend on what they measure; two values are compared by
// the table that the engine has as well (judge/quantity_relation.h).
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "policy/policy_base.h"
#include "value/value.h"

namespace selaras {

class Law {
 public:
  Law(const Ontology& ontology, const PolicyBase& policies, Date day) : ontology_(ontology), policies_(policies), day_(day) {}

  enum class When : uint8_t { ever, not_past };
  /// A rule of one of the states gives the attribute this value. `ever`: rules that are over and plans as well.
  bool tells(const std::vector<std::string>& states, const Value& value, ConceptId attribute, When when) const;
  /// The same of a quantity, bound and all.
  bool fixes(const std::vector<std::string>& states, const Quantity& quantity) const;
  /// Some quantity of the provision agrees with the value, whatever it measures.
  bool tells_any(const Provision& provision, const Value& value) const;

  /// A norm of the state that holds says outright what the frame says: of the same act, of as wide a bearer, on no more conditions and
  /// with no more exceptions.
  bool says(const std::string& state, const Frame& frame) const;

  /// Some norm of the state that holds passes the test.
  template <typename Test>
  bool any_norm(const std::string& state, Test test) const {
    const auto& all = policies_.provisions();
    return std::any_of(all.begin(), all.end(), [&](const Provision& provision) {
      return provision.jurisdiction == state && provision.holds_on(day_) &&
             std::any_of(provision.norms.begin(), provision.norms.end(), test);
    });
  }

  /// The atom from data alone, the same for equal atoms.
  std::string described(const Atom& atom) const;
  /// The quantity as a message would state it.
  Value as_stated(const Quantity& quantity) const;

 private:
  bool asks_no_more(const Frame& norm, const Frame& frame) const;
  bool excepts_no_more(const Frame& norm, const Frame& frame) const;
  bool holds_all(const std::vector<Atom>& atoms, const std::vector<Atom>& wanted) const;
  bool covers(ConceptId wide, ConceptId narrow) const;
  ValueKind kind_of(const Quantity& quantity) const;

  const Ontology& ontology_;
  const PolicyBase& policies_;
  Date day_;
};

}  // namespace selaras
