// ICU is the oracle: a text with stand-ins is cut where ICU cuts the text itself.
#include "text/stand_ins.h"

#include <doctest/doctest.h>
#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>

#include <array>
#include <memory>
#include <random>
#include <string>

#include "base/utf8.h"
#include "text/ascii_breaks.h"
#include "text/utf16.h"

using namespace selaras;

namespace {

constexpr std::array<std::string_view, 24> kMarks = {"\u2013", "\u2014", "\u2018", "\u2019", "\u201C", "\u201D", "\u2022", "\u2026",
                                                     "\u00A3", "\u20AC", "\u20AB", "\u20B1", "\u20B9", "\u2192", "\u00D7", "\u00A0",
                                                     "\u2714", "\u26A0", "\u2605", "\u00A7", "\u00B0", "\u2032", "\U0001F449", "\U0001F6A8"};

/// Where ICU ends words or sentences, in bytes of the text.
class Oracle {
 public:
  std::vector<uint32_t> words(std::string_view text) { return ends(*words_, text); }
  std::vector<uint32_t> sentences(std::string_view text) { return ends(*sentences_, text); }

 private:
  using Iterator = std::unique_ptr<icu::BreakIterator>;

  std::vector<uint32_t> ends(icu::BreakIterator& iterator, std::string_view text) {
    units_.assign(text);
    iterator.setText(units_.units());
    std::vector<uint32_t> found;
    for (int32_t end = iterator.next(); end != icu::BreakIterator::DONE; end = iterator.next()) found.push_back(units_.byte_offset(end));
    return found;
  }

  UErrorCode status_ = U_ZERO_ERROR;
  Iterator words_{icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status_)};
  Iterator sentences_{icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status_)};
  Utf16Text units_;
};

std::string random_text(std::mt19937& random) {
  const std::string_view often = "aeZ19 .,'\"-:;!?()\n\t";
  std::string text;
  const size_t length = 1 + random() % 40;
  for (size_t i = 0; i < length; ++i) {
    if (random() % 4 == 0) text += kMarks[random() % kMarks.size()];
    else text.push_back(often[random() % often.size()]);
  }
  return text;
}

std::vector<uint32_t> ends_of(const std::vector<Token>& tokens) {
  std::vector<uint32_t> ends;
  for (const Token& token : tokens) ends.push_back(token.span.end);
  return ends;
}

}  // namespace

TEST_CASE("words and sentences end where ICU ends them") {
  Oracle oracle;
  std::mt19937 random(31);
  StandIns stand_ins;
  std::string different;
  for (int i = 0; i < 40000 && different.empty(); ++i) {
    const std::string text = random_text(random);
    REQUIRE(stand_ins.assign(text));
    std::vector<Token> tokens = ascii_tokens(stand_ins.text());
    stand_ins.to_source(tokens);
    std::vector<uint32_t> sentences = ascii_sentence_ends(stand_ins.text());
    stand_ins.to_source(sentences);
    if (ends_of(tokens) != oracle.words(text) || sentences != oracle.sentences(text)) different = text;
  }
  CHECK(different == "");
}

TEST_CASE("a mark makes the kind of token that it is") {
  StandIns stand_ins;
  for (const std::string_view mark : kMarks) {
    CAPTURE(std::string(mark));
    REQUIRE(stand_ins.assign(mark));
    const std::vector<Token> tokens = ascii_tokens(stand_ins.text());
    REQUIRE(tokens.size() == 1);
    Utf16Text units;
    units.assign(mark);
    const UChar32 c = units.units().char32At(0);
    const TokenKind kind = u_isUWhiteSpace(c) != 0 ? TokenKind::space : u_ispunct(c) != 0 ? TokenKind::punctuation : TokenKind::symbol;
    CHECK(tokens.front().kind == kind);
  }
}

TEST_CASE("every symbol with a stand-in is cut as ICU cuts it between letters, digits and stops") {
  Oracle oracle;
  StandIns stand_ins;
  std::string different;
  for (char32_t c = 0x80; c < 0x20000 && different.empty(); ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string mark;
    append_utf8(mark, c);
    if (!stand_ins.assign(mark)) continue;
    for (const std::string& text : {"a" + mark + "b. " + mark + " C", "1" + mark + "2", mark + mark + ". " + mark + "a", " " + mark + " "}) {
      REQUIRE(stand_ins.assign(text));
      std::vector<Token> tokens = ascii_tokens(stand_ins.text());
      stand_ins.to_source(tokens);
      std::vector<uint32_t> sentences = ascii_sentence_ends(stand_ins.text());
      stand_ins.to_source(sentences);
      if (ends_of(tokens) != oracle.words(text) || sentences != oracle.sentences(text)) different = text;
    }
  }
  CHECK(different == "");
}

TEST_CASE("spans count bytes of the source, and letters beyond ASCII have no stand-in") {
  StandIns stand_ins;
  REQUIRE(stand_ins.assign("\u201CPay RM5 \u2013 no more.\u201D"));
  CHECK(stand_ins.text() == "\"Pay RM5 - no more.\"");
  std::vector<Token> tokens = ascii_tokens(stand_ins.text());
  stand_ins.to_source(tokens);
  CHECK(tokens[0].span == Span{0, 3});
  CHECK(tokens[1].span == Span{3, 6});
  CHECK(tokens.back().span.end == 26);
  CHECK_FALSE(stand_ins.assign("caf\u00E9"));
  CHECK_FALSE(stand_ins.assign("\u0E41"));
  CHECK_FALSE(stand_ins.assign("\u200D"));
  CHECK_FALSE(stand_ins.assign("\u26A0\uFE0F"));
  CHECK_FALSE(stand_ins.assign("\U0001F1E6"));
}
