// The 81 cells of logic.md 6.2, and the two turns.
#include "judge/modality_table.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

using namespace selaras;

namespace {

constexpr size_t kCount = 9;
constexpr std::array<std::string_view, kCount> kNames = {"must", "must-not", "may", "need-not", "entitled", "not-entitled", "will", "will-not", "is"};

/// S supports, W weaker, O stronger, X opposes, U unsettled. One row for each claim, one letter for each rule, both in the order above.
struct Table {
  Regime regime;
  bool hedged;
  std::array<std::string_view, kCount> rows;
};

char letter(Stand stand) {
  switch (stand) {
    case Stand::supports: return 'S';
    case Stand::weaker: return 'W';
    case Stand::stronger: return 'O';
    case Stand::opposes: return 'X';
    case Stand::unsettled: return 'U';
  }
  return '?';
}

using Turn = Stand (*)(Modality, Modality, Regime);

std::string row(Modality claim, Regime regime, Turn turn) {
  std::string letters;
  for (size_t rule = 0; rule < kCount; ++rule) letters += letter(turn(claim, static_cast<Modality>(rule), regime));
  return letters;
}

std::string plain(Modality claim, Regime regime = Regime::open) {
  return row(claim, regime, [](Modality c, Modality r, Regime g) { return stand_of(c, r, g); });
}

}  // namespace

TEST_CASE("a claim's modality stands to a rule's as the table says, in every cell") {
  const Table tables[] = {
      {Regime::open, false, {"SXOXOUUXU", "XSXOXOXUU", "WXSSSUUUU", "XWSSSUUSU", "WXOUSXWXU", "UUUUXSXSU", "SXOOSXSXU", "XSXOXWXSU", "SUSUSUSUS"}},
      {Regime::closed, false, {"SXOXOUUXU", "XSXOXSXUU", "WXSSSXUUU", "XWSSSUUSU", "WXOUSXWXU", "USXUXSXSU", "SXOOSXSXU", "XSXOXWXSU", "SUSUSUSUS"}},
      {Regime::open, true, {"SXOXOUUXU", "XSXOXOXUU", "WXSSSUUUU", "XWSSSUUSU", "WXOUSXWXU", "UUUUXSXSU", "SXOOSXSXU", "XSOOXWXSU", "SUSUSUSUS"}},
  };
  for (const auto& table : tables) {
    for (size_t claim = 0; claim < kCount; ++claim) {
      for (size_t rule = 0; rule < kCount; ++rule) {
        CAPTURE(std::string(kNames[claim]));
        CAPTURE(std::string(kNames[rule]));
        CHECK(letter(stand_of(static_cast<Modality>(claim), static_cast<Modality>(rule), table.regime, table.hedged)) == table.rows[claim][rule]);
      }
    }
  }
}

TEST_CASE("the same modality bears itself out, and a duty and its prohibition exclude each other") {
  for (size_t i = 0; i < kCount; ++i) CHECK(stand_of(static_cast<Modality>(i), static_cast<Modality>(i), Regime::open) == Stand::supports);
  CHECK(stand_of(Modality::must, Modality::must_not, Regime::open) == Stand::opposes);
  CHECK(stand_of(Modality::must_not, Modality::must, Regime::open) == Stand::opposes);
}

TEST_CASE("from the other side of the act a claim is settled only where both of its readings agree") {
  const auto converse = [](Modality claim) { return row(claim, Regime::open, &stand_of_converse); };
  // "Workers need not pay": nobody may charge them, or nobody need charge them.
  CHECK(stand_of_converse(Modality::need_not, Modality::must_not, Regime::open) == Stand::supports);
  CHECK(stand_of_converse(Modality::need_not, Modality::must, Regime::open) == Stand::opposes);
  CHECK(stand_of_converse(Modality::need_not, Modality::may, Regime::open) == Stand::supports);
  CHECK(converse(Modality::need_not) == converse(Modality::not_entitled));
  // "Workers must pay": the agency may charge, or must.
  CHECK(stand_of_converse(Modality::must, Modality::may, Regime::open) == Stand::supports);
  CHECK(stand_of_converse(Modality::must, Modality::must_not, Regime::open) == Stand::opposes);
  // "Workers are entitled to be paid" is "employers must pay".
  CHECK(converse(Modality::entitled) == plain(Modality::must));
  for (const Modality claim : {Modality::must_not, Modality::may, Modality::will, Modality::will_not, Modality::is}) CHECK(converse(claim) == plain(claim));
}

TEST_CASE("a claim about the opposite act is turned, and a choice of one act says nothing of its opposite") {
  const auto antonym = [](Modality claim) { return row(claim, Regime::open, &stand_of_antonym); };
  CHECK(antonym(Modality::must) == plain(Modality::must_not));
  CHECK(antonym(Modality::must_not) == plain(Modality::must));
  CHECK(antonym(Modality::entitled) == plain(Modality::must_not));
  CHECK(antonym(Modality::will) == plain(Modality::will_not));
  CHECK(antonym(Modality::is) == plain(Modality::will_not));
  CHECK(antonym(Modality::will_not) == plain(Modality::will));
  for (const Modality claim : {Modality::may, Modality::need_not, Modality::not_entitled}) CHECK(antonym(claim) == "UUUUUUUUU");
}

TEST_CASE("every stand has a name of its own") {
  CHECK(name(Stand::supports) == "supports");
  CHECK(name(Stand::unsettled) == "leaves open");
}
