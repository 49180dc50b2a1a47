// Reads norms, atoms and quantities of policy files into frames.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "data/fields.h"
#include "frame/frame.h"

namespace selaras {

class FrameReader {
 public:
  FrameReader(const SourceFile& file, const Ontology& ontology, Diagnostics& diagnostics);

  /// `what` names the owner in messages ("provision MY-WAGE-01").
  Frame norm(const yaml::Node& node, const std::string& what) const;
  Quantity quantity(const yaml::Node& node, const std::string& what) const;
  /// An unknown id is an error with the nearest known one.
  ConceptId concept_named(const yaml::Node& node, std::string_view as) const;

 private:
  Quantity quantity_fields(Fields& fields, const yaml::Node& node) const;
  void value(Fields& fields, Quantity& quantity) const;
  Conditions conditions(Fields& fields) const;
  Conditions exceptions(Fields& fields) const;
  std::vector<Atom> atoms(const yaml::Node& node, std::string_view as) const;
  Atom atom(const yaml::Node& node, std::string_view as) const;
  Atom slot_atom(const yaml::Node& node, std::string_view as) const;
  ConceptId concept_field(Fields& fields, std::string_view key) const;

  const SourceFile& file_;
  const Ontology& ontology_;
  Diagnostics& diagnostics_;
};

}  // namespace selaras
