// The concepts that a statement and its context name, looked up by what a rule speaks of: how well it is named, whether it is a place that is
// named, and whether it lies apart from all persons named. Kept for one statement after another of one message: what was worked out for a
// concept is kept until the next statement, and places that the message itself names are looked up once.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "frame/frame.h"
#include "judge/claim_context.h"
#include "ontology/ontology.h"

namespace selaras {

/// 1 in the statement itself, less in the rest of its sentence, half in its context.
double weight_of(Nearness nearness);

/// Numbers by concept, of which few are set at a time; the others are what a fresh T is.
template <typename T>
class ByConcept {
 public:
  explicit ByConcept(size_t concepts) : items_(concepts) {}
  const T& operator[](ConceptId id) const { return items_[id.index]; }
  /// To be changed; counted as set.
  T& at(ConceptId id) {
    set_.push_back(id);
    return items_[id.index];
  }
  void clear() {
    for (const ConceptId id : set_) items_[id.index] = T{};
    set_.clear();
  }

 private:
  std::vector<T> items_;
  std::vector<ConceptId> set_;
};

/// Whether a concept lies apart from each of some persons. None of them: nothing does.
class ApartFromPersons {
 public:
  explicit ApartFromPersons(const Ontology& ontology) : ontology_(ontology), known_(ontology.size()) {}
  void clear() {
    persons_.clear();
    known_.clear();
  }
  void add(ConceptId person);
  bool nobody() const { return persons_.empty(); }
  bool is_apart(ConceptId id) const;

 private:
  enum class Known : uint8_t { unasked, apart, near };
  const Ontology& ontology_;
  std::vector<ConceptId> persons_;
  mutable ByConcept<Known> known_;  // worked out when it is asked for
};

class NamedConcepts {
 public:
  NamedConcepts(const Message& message, const Ontology& ontology);
  void read(const ClaimContext& context);

  /// How well anything near names the concept: 1 the same in the statement itself, less for a kind of it, less again for something wider.
  double operator[](ConceptId id) const { return weights_[id]; }
  /// The concept is named, or is a state named in the sentence.
  bool is_met_here(ConceptId id) const { return (met_[id] & (kNamed | kPlace)) != 0; }
  /// The same, and states named in what the sentence is read under; of what a rule says of a place where the audience is (else where the message
  /// is from), of anything else the message's corridor.
  bool is_met(ConceptId id, Slot slot) const {
    const unsigned own = slot == Slot::place ? kWhereabouts : kCorridor;
    return ((met_[id] | of_message_[id.index]) & (kNamed | kPlace | kAround | own)) != 0;
  }
  /// The concept of the audience's group, when it is one of persons; else not known().
  ConceptId audience() const { return audience_; }
  /// Of a known audience: it may be of those that the concept stands for.
  bool meets_audience(ConceptId id) const { return !from_audience_.is_apart(id); }
  /// Persons of the statement itself, and of its whole sentence.
  const ApartFromPersons& persons_of_statement() const { return of_statement_; }
  const ApartFromPersons& persons_of_sentence() const { return of_sentence_; }

 private:
  enum Met : uint8_t { kNamed = 1, kPlace = 2, kAround = 4, kCorridor = 8, kWhereabouts = 16 };
  void mark(const std::vector<std::string>& codes, Met how);
  void name(ConceptId id, double weight);
  void reach(ConceptId id, double weight);

  struct Said {
    ConceptId id;
    double weight;
  };

  const Ontology& ontology_;
  ByConcept<double> weights_;
  std::vector<Said> said_;
  ByConcept<uint8_t> met_;           // by the statement and what it is read under: bits of Met
  std::vector<uint8_t> of_message_;  // by concept: likewise, by the message itself
  ConceptId audience_;
  ApartFromPersons of_statement_, of_sentence_, from_audience_;
};

}  // namespace selaras
