// What a stretch of a sentence says, as far as its words tell: the acts it speaks of, each with its modality and its subject, and how
// it is meant as a whole (absolute or hedged, conditional, with exceptions). A sentence falls into statements at the clauses that can
// stand alone; conditions, reasons and asides stay with the clause they belong to. Scope is bounded by clauses (logic.md 7.1).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "frame/frame.h"
#include "reading/reading.h"

namespace selaras {

/// What stands at a place of a statement: told, or only the circumstances under which it is told.
enum class Part : uint8_t { main, condition, exception, aside };

enum class Force : uint8_t { plain, absolute, hedged };

/// One act that a statement speaks of.
struct Predicate {
  ConceptId action;
  Span span;                       // of the words of the act
  Modality modality = Modality::is;
  Part part = Part::main;
  bool read = true;                // the modality was read without doubt
  bool advice = false;             // told as advice: should, better not
  bool possible = false;           // told as what may happen: could, might, risk
  bool passive = false;            // the subject is the one acted upon
  bool is_subject = false;         // the act is what something is said of: "the application is free"
  bool instructed = false;         // an instruction to the audience
  std::optional<ConceptId> bearer; // the subject, when a person or actor is named as such
  bool to_audience = false;        // the subject is "you", or the act is an instruction
  bool asserted = false;           // a subject is named or addressed, and the act is said of it outright, not in a clause about it
  Span cue;                        // the words that give the modality; empty for a plain statement
};

struct NamedMention {
  ConceptId id;
  ConceptKind kind;
  Span span;
  Part part = Part::main;
};

struct Statement {
  uint32_t sentence = 0;
  Span span;                            // in the block's text
  Stance stance = Stance::asserted;
  TimeView time = TimeView::present;
  std::vector<Predicate> predicates;    // in order
  std::vector<NamedMention> mentions;   // every concept named, in order
  std::optional<Modality> modality;     // of the statement as a whole, by its strongest cue, whatever act it governs
  bool modality_read = true;
  Force force = Force::plain;
  bool certain = false;                 // guaranteed, for sure
  bool universal = false;               // all, every, any, nobody
  bool sweeping = false;                // the same of anything: every case, any phone, no case
  bool of_all = false;                  // every case, any phone
  bool exclusive = false;               // only, nothing but
  bool possible = false;                // a word for what may happen stands anywhere in it: might, risks
  bool alternative = false;             // begins with an or: it is what comes of not doing what stands before
  bool conditional = false;             // an if, a when, an as long as
  bool excepting = false;               // except, unless
  bool sanctioned = false;              // a penalty is spoken of
  bool negated = false;                 // a negation in the main part
  bool commences = false;               // something has begun or has taken another's place: entered into force, replaced
  bool ending = false;                  // its sentence tells of an end, or of what used to be
  bool instructs_help = false;          // names a line to call
  bool leads_in = false;                // a colon stands in it or behind it: it announces what follows
  uint32_t first_value = 0, last_value = 0;  // values of the block inside it
};

/// The statements of one sentence, in order; together they cover it.
std::vector<Statement> find_statements(const Reading& reading, uint32_t sentence);

}  // namespace selaras
