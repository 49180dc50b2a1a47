#include "reading/statement.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "reading/cue_modality.h"
#include "reading/relative_clauses.h"
#include "text/fold.h"

namespace selaras {
namespace {

constexpr uint32_t kBeside = 3;       // tokens: one word and the spaces around it
constexpr uint32_t kFewWords = 5;     // tokens: two words and the spaces around them
constexpr uint32_t kInReach = 9;      // tokens: four words and the spaces around them

struct Cue {
  CueClass is;
  Span span;
  uint32_t first_token, last_token;
};

bool among(CueClass is, std::initializer_list<CueClass> classes) { return std::find(classes.begin(), classes.end(), is) != classes.end(); }

using C = CueClass;

/// Of classes that one phrase has, the first of these counts: "shall" is a duty, "may" a permission.
constexpr std::array kModalOrder = {C::prohibition, C::inability, C::no_obligation, C::no_entitlement, C::obligation, C::entitlement,
                                    C::advice_against, C::permission, C::advice, C::future, C::possibility};

struct Negated {
  Modality modality;
  bool sure;
};

/// A negation over a modality: "no worker may" forbids; "nobody must" hardly ever frees.
Negated negated(Modality modality) {
  switch (modality) {
    case Modality::must: return {Modality::need_not, false};
    case Modality::must_not: return {Modality::may, false};
    case Modality::may: return {Modality::must_not, true};
    case Modality::need_not: return {Modality::must, false};
    case Modality::entitled: return {Modality::not_entitled, true};
    case Modality::not_entitled: return {Modality::entitled, false};
    case Modality::will: return {Modality::will_not, true};
    case Modality::will_not: return {Modality::will, false};
    case Modality::is: return {Modality::will_not, true};
  }
  return {modality, false};
}

/// What is said of an act by saying it of leaving the act: "may skip the test" is that one need not take it.
Modality undone(Modality of_leaving) {
  switch (of_leaving) {
    case Modality::must: return Modality::must_not;
    case Modality::must_not:
    case Modality::not_entitled: return Modality::must;
    case Modality::may:
    case Modality::entitled: return Modality::need_not;
    case Modality::need_not: return Modality::may;
    case Modality::will:
    case Modality::is: return Modality::will_not;
    case Modality::will_not: return Modality::will;
  }
  return of_leaving;
}

/// A clause of the sentence with the part it plays.
struct Role {
  Span span;
  Part part;
};

class StatementReader {
 public:
  StatementReader(const Reading& reading, uint32_t index)
      : reading_(reading), index_(index), sentence_(reading.sentences[index]), block_(reading.blocks[sentence_.block]) {
    for (uint32_t i = sentence_.first_mention; i < sentence_.last_mention; ++i) {
      const Mention& m = block_.mentions[i];
      if (m.entry->kind == EntryKind::cue) cues_.push_back({static_cast<CueClass>(m.entry->meaning), m.span, m.first_token, m.last_token});
    }
    mark_parts();
  }

  std::vector<Statement> read() {
    std::vector<Statement> statements;
    for (const auto& group : groups()) statements.push_back(statement(group));
    return statements;
  }

 private:
  // --- parts -------------------------------------------------------------------------------------------------------------------

  /// What opens a stretch that only tells circumstances.
  static std::optional<Part> opens(CueClass is) {
    if (among(is, {C::condition, C::regardless, C::until, C::before, C::after})) return Part::condition;
    if (is == C::exception) return Part::exception;
    if (among(is, {C::purpose, C::cause, C::example})) return Part::aside;
    return std::nullopt;
  }

  /// Clauses cut where a condition or an exception begins inside them; from there on it reaches to the clause's end.
  void mark_parts() {
    for (const auto& clause : sentence_.clauses) {
      uint32_t begin = clause.span.begin;
      Part part = Part::main;
      for (const Cue& cue : cues_) {
        if (!clause.span.contains(cue.span) || cue.span.begin < begin) continue;
        const auto opened = opens(cue.is);
        const bool inside = among(cue.is, {C::condition, C::exception}) || has_subject_behind(cue);
        const bool at_start = starts_clause(clause.span, cue);
        if (!opened || (!at_start && !inside)) continue;
        if (cue.span.begin > begin && !at_start) roles_.push_back({{begin, cue.span.begin}, part});
        if (!at_start) begin = cue.span.begin;
        part = *opened;
        if (const auto end = end_of_relative(cue.span.begin); end && *end < clause.span.end) {  // "those who overstay | pay"
          roles_.push_back({{begin, *end}, part});
          begin = *end;
          part = Part::main;
        }
      }
      roles_.push_back({{begin, clause.span.end}, part});
    }
  }

  /// "Because nobody asked", "before you go": somebody stands right behind it, of whom its own clause speaks.
  bool has_subject_behind(const Cue& cue) const {
    return std::any_of(block_.mentions.begin() + sentence_.first_mention, block_.mentions.begin() + sentence_.last_mention, [&](const Mention& m) {
      if (m.first_token < cue.last_token || m.first_token - cue.last_token > 1) return false;
      if (m.entry->kind == EntryKind::concept_term) return m.entry->concept_kind == ConceptKind::person;
      return m.entry->kind == EntryKind::cue && among(static_cast<CueClass>(m.entry->meaning), {C::second_person, C::third_person, C::quantifier_none, C::quantifier_all});
    });
  }

  /// Where the relative clause ends that begins there.
  std::optional<uint32_t> end_of_relative(uint32_t begin) const {
    const auto found = std::find_if(sentence_.relatives.begin(), sentence_.relatives.end(), [&](Span span) { return span.begin == begin; });
    return found == sentence_.relatives.end() ? std::nullopt : std::optional(found->end);
  }

  /// Nothing but marks, spaces and joining words stands before it.
  bool starts_clause(Span clause, const Cue& cue) const {
    const auto& tokens = block_.segmentation.tokens;
    for (uint32_t i = cue.first_token; i-- > 0 && tokens[i].span.begin >= clause.begin;) {
      if (!tokens[i].is_wordlike()) continue;
      const bool joining = std::any_of(cues_.begin(), cues_.end(), [&](const Cue& c) {
        return c.span.contains(tokens[i].span) && among(c.is, {C::conjunction, C::disjunction, C::contrast, C::imperative, C::only});
      });
      if (!joining) return false;
    }
    return true;
  }

  Part part_at(uint32_t offset) const {
    for (const Role& role : roles_) {
      if (offset < role.span.end) return role.part;
    }
    return Part::main;
  }

  // --- grouping ----------------------------------------------------------------------------------------------------------------

  using Group = std::vector<Span>;  // clauses, in order

  bool stands_alone(Span clause) const {
    if (part_of_clause(clause) != Part::main) return false;
    const bool says = std::any_of(block_.mentions.begin() + sentence_.first_mention, block_.mentions.begin() + sentence_.last_mention, [&](const Mention& m) {
      if (!clause.contains(m.span)) return false;
      if (m.entry->kind == EntryKind::concept_term) return m.entry->concept_kind == ConceptKind::action;
      return m.entry->kind == EntryKind::cue && modality_of(static_cast<CueClass>(m.entry->meaning)).has_value();
    });
    const bool counts = std::any_of(block_.values.begin() + sentence_.first_value, block_.values.begin() + sentence_.last_value,
                                    [&](const Value& v) { return clause.contains(v.span); });
    return says || counts;
  }

  /// Main if any stretch of it is; else what its first one is.
  Part part_of_clause(Span clause) const {
    const auto inside = [&](const Role& r) { return r.span.begin >= clause.begin && clause.contains(r.span); };
    const bool main = std::any_of(roles_.begin(), roles_.end(), [&](const Role& r) { return inside(r) && r.part == Part::main && has_words(r.span); });
    const auto first = std::find_if(roles_.begin(), roles_.end(), inside);
    return main || first == roles_.end() ? Part::main : first->part;
  }

  std::vector<Group> groups() const {
    std::vector<Group> groups;
    Group waiting;  // clauses before the first that stands alone
    for (const auto& clause : sentence_.clauses) {
      if (stands_alone(clause.span)) {
        waiting.push_back(clause.span);
        groups.push_back(std::move(waiting));
        waiting.clear();
      } else if (groups.empty()) {
        waiting.push_back(clause.span);
      } else {
        groups.back().push_back(clause.span);
      }
    }
    if (!waiting.empty()) groups.push_back(std::move(waiting));
    return groups;
  }

  // --- one statement -----------------------------------------------------------------------------------------------------------

  Statement statement(const Group& group) {
    Statement s;
    s.sentence = index_;
    s.span = {group.front().begin, group.back().end};
    only_part_ = sole_part(s.span);
    const Clause& clause = leading_clause(group);
    s.stance = sentence_.stance != Stance::asserted ? sentence_.stance : clause.stance;
    s.time = clause.time;
    s.first_value = sentence_.last_value;
    s.last_value = sentence_.last_value;
    for (uint32_t i = sentence_.first_value; i < sentence_.last_value; ++i) {
      if (!s.span.contains(block_.values[i].span)) continue;
      s.first_value = std::min(s.first_value, i);
      s.last_value = i + 1;
    }
    if (s.first_value == sentence_.last_value) s.last_value = s.first_value;
    s.leads_in = has_colon(s.span);
    add_mentions(s);
    add_tone(s);
    add_predicates(s);
    add_modality(s);
    return s;
  }

  /// A condition that stands alone ("Anyone who overstays pays") is itself what is said.
  bool sole_part(Span span) const {
    return std::none_of(roles_.begin(), roles_.end(), [&](const Role& r) { return span.contains(r.span) && r.part == Part::main && has_words(r.span); });
  }

  bool has_words(Span span) const {
    return std::any_of(block_.mentions.begin() + sentence_.first_mention, block_.mentions.begin() + sentence_.last_mention,
                       [&](const Mention& m) { return span.contains(m.span); });
  }

  Part part_of(Span span) const { return only_part_ ? Part::main : part_at(span.begin); }

  const Clause& leading_clause(const Group& group) const {
    for (const auto& clause : sentence_.clauses) {
      if (std::find(group.begin(), group.end(), clause.span) != group.end() && stands_alone(clause.span)) return clause;
    }
    return clause_at(sentence_, group.front().begin);
  }

  bool has_colon(Span span) const {
    const auto& tokens = block_.segmentation.tokens;
    const std::string& text = reading_.message->blocks[sentence_.block].content.text();
    return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
      return span.contains(token.span) && token.kind == TokenKind::punctuation && slice(text, token.span) == ":";
    });
  }

  void add_mentions(Statement& s) const {
    for (uint32_t i = sentence_.first_mention; i < sentence_.last_mention; ++i) {
      const Mention& m = block_.mentions[i];
      if (m.entry->kind != EntryKind::concept_term || !s.span.contains(m.span)) continue;
      s.mentions.push_back({m.entry->concept_id, m.entry->concept_kind, m.span, part_of(m.span)});
    }
  }

  void add_tone(Statement& s) const {
    bool hedged = false;
    bool absolute = false;
    for (const Cue& cue : cues_) {
      s.ending = s.ending || among(cue.is, {C::ended, C::no_longer, C::formerly, C::replaced});
      if (!s.span.contains(cue.span)) continue;
      const bool main = part_of(cue.span) == Part::main;
      switch (cue.is) {
        case C::hedge: hedged = true; break;
        case C::absolute: absolute = absolute || main; break;
        case C::certainty: s.certain = true; break;
        case C::possibility: s.possible = true; break;
        case C::quantifier_all:
          if (denied_quantifier(cue)) break;  // "not to everyone"
          s.of_all = true;
          [[fallthrough]];
        case C::quantifier_none: s.sweeping = true; s.universal = s.universal || (main && of_persons(cue)); break;
        case C::disjunction: s.alternative = s.alternative || (s.span.begin > sentence_.span.begin && starts_clause(s.span, cue)); break;
        case C::only: s.exclusive = true; break;
        case C::condition: s.conditional = true; break;
        case C::regardless: absolute = true; break;
        case C::exception: s.excepting = true; break;
        case C::sanction: s.sanctioned = true; break;
        case C::negation: s.negated = s.negated || (main && !in_relative_clause(sentence_, cue.span.begin)); break;
        case C::dialling: s.instructs_help = true; break;
        case C::begins:
        case C::replaced: s.commences = s.commences || part_of(cue.span) != Part::exception; break;
        default: break;
      }
    }
    s.force = absolute ? Force::absolute : hedged ? Force::hedged : Force::plain;
  }

  bool denied_quantifier(const Cue& quantifier) const {
    return std::any_of(cues_.begin(), cues_.end(), [&](const Cue& c) {
      return c.is == C::negation && c.last_token <= quantifier.first_token && quantifier.first_token - c.last_token <= kBeside;
    });
  }

  /// "Anyone", "every worker", "no one": all of some people, not "any phone".
  bool of_persons(const Cue& quantifier) const {
    return std::any_of(block_.mentions.begin() + sentence_.first_mention, block_.mentions.begin() + sentence_.last_mention, [&](const Mention& m) {
      const bool person = m.entry->kind == EntryKind::concept_term &&
                          (m.entry->concept_kind == ConceptKind::person || m.entry->concept_kind == ConceptKind::actor);
      const bool right_behind = m.first_token >= quantifier.last_token && m.first_token - quantifier.last_token <= kBeside;
      return person && (m.span.overlaps(quantifier.span) || right_behind);
    });
  }

  // --- predicates --------------------------------------------------------------------------------------------------------------

  std::vector<Mention> actions(Span span) const {
    std::vector<Mention> found;
    for (uint32_t i = sentence_.first_mention; i < sentence_.last_mention; ++i) {
      const Mention& m = block_.mentions[i];
      const bool action = m.entry->kind == EntryKind::concept_term && m.entry->concept_kind == ConceptKind::action;
      if (action && span.contains(m.span)) found.push_back(m);
    }
    std::erase_if(found, [&](const Mention& m) {
      const bool inside = std::any_of(found.begin(), found.end(), [&](const Mention& o) { return o.span != m.span && o.span.contains(m.span); });
      return inside || word_of_cue(m);
    });
    return found;
  }

  /// "No crime", "against the law": the words say that something may or must not be done, and name no act of their own.
  bool word_of_cue(const Mention& act) const {
    const bool opens_with_auxiliary = std::any_of(cues_.begin(), cues_.end(), [&](const Cue& c) { return c.is == C::auxiliary && c.first_token == act.first_token; });
    return std::any_of(cues_.begin(), cues_.end(), [&](const Cue& c) {
      const bool whole = c.span.contains(act.span) || (opens_with_auxiliary && act.span.contains(c.span) && c.span.end == act.span.end);
      return whole && among(c.is, {C::permission, C::prohibition});
    });
  }

  void add_predicates(Statement& s) const {
    const auto acts = actions(s.span);
    for (const auto& act : acts) s.predicates.push_back(predicate(act, acts));
  }

  Predicate predicate(const Mention& act, const std::vector<Mention>& acts) const {
    Predicate p;
    p.action = act.entry->concept_id;
    p.span = act.span;
    p.part = part_of(act.span);
    const Span clause = clause_at(sentence_, act.span.begin).span;
    p.passive = is_passive(act);
    p.is_subject = !p.passive && std::any_of(cues_.begin(), cues_.end(), [&](const Cue& c) {
      return c.is == C::auxiliary && c.first_token >= act.last_token && c.first_token - act.last_token <= 1;
    });
    const Cue* modal = modal_before(clause, act, acts, p);
    if (modal == nullptr) modal = modal_behind(clause, act, acts, p);
    if (modal != nullptr) {
      p.cue = modal->span;
      p.modality = *modality_of(modal->is);
      p.advice = among(modal->is, {C::advice, C::advice_against});
      p.possible = modal->is == C::possibility;
    } else if (is_instruction(clause, act) && threatens(act)) {
      p.to_audience = true;
      p.part = Part::condition;
    } else if (is_instruction(clause, act)) {
      p.instructed = p.to_audience = true;
      p.modality = Modality::must;
    }
    if (lacks(act)) p.part = Part::aside;
    if (denied(clause, act, modal, p)) {
      const auto turned = p.instructed ? Negated{Modality::must_not, true} : negated(p.modality);
      p.modality = turned.modality;
      p.read = p.read && turned.sure;
    }
    if (act.entry->undone) p.modality = undone(p.modality);
    find_subject(clause, act, modal, p);
    return p;
  }

  bool is_passive(const Mention& act) const {
    return std::any_of(cues_.begin(), cues_.end(), [&](const Cue& c) {
      return c.is == C::auxiliary && c.last_token <= act.first_token && act.first_token - c.last_token <= kBeside && !inside_modal(c.span);
    });
  }

  /// "There is lawful work": the auxiliary belongs to the word that allows.
  bool inside_modal(Span auxiliary) const {
    return std::any_of(cues_.begin(), cues_.end(), [&](const Cue& c) {
      return among(c.is, {C::permission, C::prohibition}) && c.span.contains(auxiliary) && c.span != auxiliary;
    });
  }

  /// The strongest class of the phrase at this cue's place.
  const Cue* strongest_at(Span span) const {
    for (const CueClass is : kModalOrder) {
      for (const Cue& cue : cues_) {
        if (cue.span == span && cue.is == is) return &cue;
      }
    }
    return nullptr;
  }

  /// A relative clause that ends in between parts nothing: "nobody who has fled is held".
  bool boundary_between(uint32_t begin, uint32_t end) const {
    const auto closed = [&](const Cue& c) {
      return std::any_of(sentence_.relatives.begin(), sentence_.relatives.end(), [&](Span r) { return r.contains(c.span) && begin <= r.begin && r.end <= end; });
    };
    return std::any_of(cues_.begin(), cues_.end(), [&](const Cue& c) {
      return !closed(c) && c.span.begin >= begin && c.span.end <= end && among(c.is, {C::condition, C::exception, C::contrast, C::relative});
    });
  }

  bool joined_between(uint32_t begin, uint32_t end) const {
    return std::any_of(cues_.begin(), cues_.end(), [&](const Cue& c) {
      return c.span.begin >= begin && c.span.end <= end && among(c.is, {C::conjunction, C::disjunction});
    });
  }

  const Cue* modal_before(Span clause, const Mention& act, const std::vector<Mention>& acts, Predicate& p) const {
    const Cue* nearest = nullptr;
    for (const Cue& cue : cues_) {
      if (!modality_of(cue.is) || cue.span.begin < clause.begin || cue.span.end > act.span.begin) continue;
      if (nearest == nullptr || cue.span.end > nearest->span.end) nearest = &cue;
    }
    if (nearest == nullptr || boundary_between(nearest->span.end, act.span.begin) || confined(nearest->span, act)) return nullptr;
    for (const auto& other : acts) {
      const bool between = nearest->span.end <= other.span.begin && other.span.end <= act.span.begin;
      if (between && !joined_between(other.span.end, act.span.begin)) p.read = false;  // it may belong to the other act
    }
    if (describes(*nearest, act)) return nullptr;
    if (act.first_token > nearest->last_token + kInReach) p.read = false;
    return strongest_at(nearest->span);
  }

  /// "People who never registered pay": what the relative clause says is not said of an act outside it.
  bool confined(Span word, const Mention& act) const {
    return std::any_of(sentence_.relatives.begin(), sentence_.relatives.end(), [&](Span clause) { return clause.contains(word) && !clause.contains(act.span); });
  }

  /// "There is lawful work": the word that allows belongs to the noun behind it, unless a small word leads from it to a verb ("is allowed to").
  bool describes(const Cue& modal, const Mention& act) const {
    const bool opens_with_auxiliary = std::any_of(cues_.begin(), cues_.end(), [&](const Cue& c) { return c.is == C::auxiliary && c.first_token == modal.first_token; });
    if (!opens_with_auxiliary || !among(modal.is, {C::permission, C::prohibition}) || act.first_token > modal.last_token + 1) return false;
    const auto& prepositions = reading_.lexicon->pack().plain.prepositions;
    const std::string& text = reading_.message->blocks[sentence_.block].content.text();
    return !std::binary_search(prepositions.begin(), prepositions.end(), fold_key(slice(text, block_.segmentation.tokens[modal.last_token - 1].span)));
  }

  /// "Keeping passports is illegal", "registration is compulsory".
  const Cue* modal_behind(Span clause, const Mention& act, const std::vector<Mention>& acts, Predicate& p) const {
    const Cue* nearest = nullptr;
    for (const Cue& cue : cues_) {
      if (!says_of_subject(cue) || cue.span.begin < act.span.end || cue.span.end > clause.end) continue;
      if (nearest == nullptr || cue.span.begin < nearest->span.begin) nearest = &cue;
    }
    if (nearest == nullptr || boundary_between(act.span.end, nearest->span.begin)) return nullptr;
    const bool of_those_who = said_of_those_who(clause, act);
    if (!said_by_auxiliary(act, *nearest) && !of_those_who) return nullptr;
    for (const auto& other : acts) {
      const bool leads = clause.contains(other.span) && other.span.end <= act.span.begin && !joined_between(other.span.end, act.span.begin);
      if (!leads || of_those_who) continue;
      p.part = Part::aside;  // "helping a friend enter is no crime" is said of helping
      return nullptr;
    }
    for (const auto& other : acts) {
      if (nearest->span.end <= other.span.begin && other.span.end <= clause.end) p.read = false;  // it governs what follows it
    }
    return strongest_at(nearest->span);
  }

  /// "Employers who hire people without a permit commit no offence": the act is what those are known by of whom it is said.
  bool said_of_those_who(Span clause, const Mention& act) const {
    return std::any_of(cues_.begin(), cues_.end(), [&](const Cue& c) {
      return c.is == C::relative && clause.contains(c.span) && c.last_token <= act.first_token && act.first_token - c.last_token <= kBeside;
    });
  }

  /// Only an auxiliary, and at most one word such as a negation, stands right before it or opens it, and it is the first behind the act.
  bool said_by_auxiliary(const Mention& act, const Cue& said) const {
    const auto is_auxiliary = [&](const Cue& c) { return c.is == C::auxiliary && c.first_token >= act.last_token && c.first_token <= said.first_token; };
    const auto count = std::count_if(cues_.begin(), cues_.end(), is_auxiliary);
    const bool right_before = std::any_of(cues_.begin(), cues_.end(), [&](const Cue& c) { return is_auxiliary(c) && said.first_token <= c.last_token + kBeside; });
    return count == 1 && right_before;
  }

  /// What is said of an act that is the subject: illegal, allowed, compulsory; not "may", "will", which govern the verb behind them.
  bool says_of_subject(const Cue& cue) const {
    if (!among(cue.is, {C::prohibition, C::no_obligation, C::obligation, C::permission})) return false;
    return std::none_of(cues_.begin(), cues_.end(), [&](const Cue& c) { return c.span == cue.span && among(c.is, {C::possibility, C::future}); });
  }

  /// A negation before the act in its clause, or an empty quantity right behind it ("pay nothing").
  bool denied(Span clause, const Mention& act, const Cue* modal, Predicate& p) const {
    std::vector<Span> denials;
    const auto deny = [&](Span span) {
      if (std::find(denials.begin(), denials.end(), span) == denials.end()) denials.push_back(span);
    };
    for (const Cue& cue : cues_) {
      const bool chained = modal != nullptr && among(modal->is, {C::permission, C::entitlement}) && among(cue.is, {C::inability, C::prohibition}) &&
                           cue.last_token <= modal->first_token && modal->first_token - cue.last_token <= kFewWords;  // "cannot be licensed to"
      if (chained) deny(cue.span);
      if (!among(cue.is, {C::negation, C::quantifier_none, C::no_longer}) || !clause.contains(cue.span) || confined(cue.span, act)) continue;
      if (modal != nullptr && modal->span.contains(cue.span) && !modal_is_bare(*modal)) continue;
      const uint32_t until = modal != nullptr && modal->span.begin >= act.span.end ? modal->span.begin : act.span.begin;
      const bool before = cue.span.end <= until || (modal != nullptr && cue.span == modal->span);
      const bool behind = cue.is == C::quantifier_none && cue.first_token >= act.last_token && cue.first_token - act.last_token <= kBeside;
      if (before && !boundary_between(cue.span.end, until)) {
        deny(cue.span);
        if (until - cue.span.end > 0 && act.first_token > cue.last_token + kInReach) p.read = false;
      }
      if (behind && modal == nullptr) deny(cue.span);
    }
    if (denials.size() == 2 && (joins_denials(denials[0]) || joins_denials(denials[1]))) return true;
    return denials.size() % 2 == 1;
  }

  /// "Neither employers nor agents": the second word denies once more what the first does.
  bool joins_denials(Span denial) const {
    return std::any_of(cues_.begin(), cues_.end(), [&](const Cue& c) { return c.span == denial && c.is == C::disjunction; });
  }

  /// "Won't" is both: the future it gives and the negation over it.
  static bool modal_is_bare(const Cue& modal) { return among(modal.is, {C::future, C::possibility}); }

  bool lacks(const Mention& act) const {
    return std::any_of(cues_.begin(), cues_.end(), [&](const Cue& c) {
      return c.is == C::lacking && c.last_token <= act.first_token && act.first_token - c.last_token <= kBeside;
    });
  }

  /// The clause opens with the act, but for words such as please, never, always; nobody is named before it, and no "is" follows.
  bool is_instruction(Span clause, const Mention& act) const {
    if (!act.entry->bare) return false;
    const auto& tokens = block_.segmentation.tokens;
    for (uint32_t i = act.first_token; i-- > 0 && tokens[i].span.begin >= clause.begin;) {
      if (!tokens[i].is_wordlike()) continue;
      const bool opening = std::any_of(cues_.begin(), cues_.end(), [&](const Cue& c) {
        return c.span.contains(tokens[i].span) &&
               among(c.is, {C::conjunction, C::disjunction, C::contrast, C::imperative, C::negation, C::absolute, C::now, C::before, C::after, C::only});
      });
      if (!opening) return false;
    }
    return std::none_of(cues_.begin(), cues_.end(), [&](const Cue& c) {
      return c.is == C::auxiliary && c.first_token >= act.last_token && c.first_token - act.last_token <= kFewWords;
    });
  }

  /// "Take on a person without a pass and you are looking at RM10,000": what is joined to it has a subject of its own, soon followed by its
  /// verb, and tells what comes of it.
  bool threatens(const Mention& act) const {
    return std::any_of(cues_.begin(), cues_.end(), [&](const Cue& joint) {
      if (joint.is != C::conjunction || joint.first_token < act.last_token || act_right_behind(joint)) return false;
      return std::any_of(cues_.begin(), cues_.end(), [&](const Cue& c) {
        const bool verb = among(c.is, {C::future, C::possibility, C::auxiliary});
        return verb && c.first_token > joint.last_token + 1 && c.first_token - joint.last_token <= kFewWords;
      });
    });
  }

  bool act_right_behind(const Cue& joint) const {
    return std::any_of(block_.mentions.begin() + sentence_.first_mention, block_.mentions.begin() + sentence_.last_mention, [&](const Mention& m) {
      const bool action = m.entry->kind == EntryKind::concept_term && m.entry->concept_kind == ConceptKind::action;
      return action && m.first_token >= joint.last_token && m.first_token - joint.last_token <= 1;
    });
  }

  void find_subject(Span clause, const Mention& act, const Cue* modal, Predicate& p) const {
    if (p.instructed || p.passive) return;
    const uint32_t until = modal != nullptr && modal->span.end <= act.span.begin ? modal->span.begin : act.span.begin;
    uint32_t nearest = 0;
    for (uint32_t i = sentence_.first_mention; i < sentence_.last_mention; ++i) {
      const Mention& m = block_.mentions[i];
      if (m.span.begin < clause.begin || m.span.end > until || m.span.begin + 1 <= nearest) continue;
      const bool person = m.entry->kind == EntryKind::concept_term &&
                          (m.entry->concept_kind == ConceptKind::person || m.entry->concept_kind == ConceptKind::actor);
      const bool audience = m.entry->kind == EntryKind::cue && m.entry->meaning == static_cast<uint16_t>(C::second_person);
      if ((!person && !audience) || (person && (behind_preposition(m) || only_describes(m)))) continue;
      nearest = m.span.begin + 1;
      p.to_audience = audience;
      p.bearer = person ? std::optional(m.entry->concept_id) : std::nullopt;
      p.asserted = !boundary_between(m.span.end, act.span.begin);
    }
  }

  /// "In this country", "with the agency": nothing but one or two small words stands between a preposition and the mention.
  bool behind_preposition(const Mention& m) const {
    const auto& tokens = block_.segmentation.tokens;
    const auto& plain = reading_.lexicon->pack().plain;
    const std::string& text = reading_.message->blocks[sentence_.block].content.text();
    for (uint32_t i = m.first_token; i-- > 0 && tokens[i].span.begin >= sentence_.span.begin && m.first_token - i <= kFewWords;) {
      if (!tokens[i].is_wordlike()) continue;
      const std::string word = fold_key(slice(text, tokens[i].span));
      const auto listed = [&](const std::vector<std::string>& words) { return std::binary_search(words.begin(), words.end(), word); };
      if (listed(plain.prepositions)) return true;
      if (!listed(plain.particles)) return false;
    }
    return false;
  }

  /// "UNHCR document", "tourist visa": part of the name of a thing, or right before one.
  bool only_describes(const Mention& m) const {
    return std::any_of(block_.mentions.begin() + sentence_.first_mention, block_.mentions.begin() + sentence_.last_mention, [&](const Mention& other) {
      if (other.entry->kind != EntryKind::concept_term || other.entry->concept_kind != ConceptKind::thing) return false;
      const bool inside = other.span.contains(m.span) && other.span != m.span;
      return inside || (other.first_token >= m.last_token && other.first_token - m.last_token <= 1);
    });
  }

  // --- the statement's own modality ----------------------------------------------------------------------------------------------

  void add_modality(Statement& s) const {
    for (const CueClass is : kModalOrder) {
      for (const Cue& cue : cues_) {
        if (cue.is != is || !s.span.contains(cue.span) || part_of(cue.span) != Part::main || in_relative_clause(sentence_, cue.span.begin)) continue;
        if (strongest_at(cue.span)->is != is || part_of_name(cue)) continue;
        const Modality found = overall(cue);
        if (!s.modality) s.modality = found;
        else if (*s.modality != found && is != C::future && is != C::possibility && !both_leave_a_choice(*s.modality, found)) s.modality_read = false;
      }
    }
    if (!s.modality && s.negated) s.modality = Modality::will_not;
  }

  /// "Illegal entry": the word is part of what something is called.
  bool part_of_name(const Cue& cue) const {
    return std::any_of(block_.mentions.begin() + sentence_.first_mention, block_.mentions.begin() + sentence_.last_mention, [&](const Mention& m) {
      const bool named = m.entry->kind == EntryKind::concept_term && (m.entry->concept_kind == ConceptKind::thing || m.entry->concept_kind == ConceptKind::person || m.entry->concept_kind == ConceptKind::actor);
      return named && m.span.contains(cue.span) && m.span != cue.span;
    });
  }

  /// "May, if they wish."
  static bool both_leave_a_choice(Modality a, Modality b) {
    const auto choice = [](Modality m) { return m == Modality::may || m == Modality::need_not; };
    return choice(a) && choice(b);
  }

  Modality overall(const Cue& modal) const {
    const Span clause = clause_at(sentence_, modal.span.begin).span;
    const Modality plain = *modality_of(modal.is);
    const bool no = std::any_of(cues_.begin(), cues_.end(), [&](const Cue& c) {
      if (!among(c.is, {C::negation, C::quantifier_none}) || !clause.contains(c.span) || in_relative_clause(sentence_, c.span.begin)) return false;
      const bool before = c.span.end <= modal.span.begin && !boundary_between(c.span.end, modal.span.begin);
      const bool behind = c.first_token >= modal.last_token && c.first_token - modal.last_token <= kBeside && c.is == C::negation;
      return before || behind || (c.span == modal.span && modal_is_bare(modal));
    });
    return no ? negated(plain).modality : plain;
  }

  const Reading& reading_;
  uint32_t index_;
  const Sentence& sentence_;
  const ReadBlock& block_;
  std::vector<Cue> cues_;
  std::vector<Role> roles_;
  bool only_part_ = false;
};

}  // namespace

std::vector<Statement> find_statements(const Reading& reading, uint32_t sentence) { return StatementReader(reading, sentence).read(); }

}  // namespace selaras
