#include "text/segment.h"

#include <doctest/doctest.h>

#include <string>

using namespace selaras;

namespace {

std::vector<std::string> sentences(Segmenter& segmenter, std::string_view text) {
  std::vector<std::string> found;
  for (const Span span : segmenter.segment(text).sentences) found.emplace_back(slice(text, span));
  return found;
}

struct Case {
  std::string_view text;
  std::vector<std::string> sentences;
};

}  // namespace

TEST_CASE("tokens cover the text without gaps") {
  Segmenter segmenter;
  for (const std::string_view text : {std::string_view("Pay RM1,700.50 a month!"), std::string_view("\u0E42\u0E17\u0E23 1300 \u0E1F\u0E23\u0E35"),
                                      std::string_view("line one\nline \U0001F600 two"), std::string_view("")}) {
    uint32_t at = 0;
    for (const Token& token : segmenter.segment(text).tokens) {
      CHECK(token.span.begin == at);
      CHECK_FALSE(token.span.empty());
      at = token.span.end;
    }
    CHECK(at == text.size());
  }
}

TEST_CASE("tokens know what they are") {
  Segmenter segmenter;
  const std::string_view text = "Pay $1,700.50 now.";
  std::vector<TokenKind> kinds;
  for (const Token& token : segmenter.segment(text).tokens) kinds.push_back(token.kind);
  CHECK(kinds == std::vector<TokenKind>{TokenKind::word, TokenKind::space, TokenKind::symbol, TokenKind::number, TokenKind::space,
                                        TokenKind::word, TokenKind::punctuation});
}

TEST_CASE("sentences without knowledge of a language") {
  const Case cases[] = {
      {"Call us. We help.", {"Call us.", "We help."}},
      {"The fee is Rs. 3,774. Pay at the bank.", {"The fee is Rs. 3,774.", "Pay at the bank."}},
      {"Law No. 6 of 2012. Read it.", {"Law No. 6 of 2012.", "Read it."}},
      {"Pay Tk. 500 only.", {"Pay Tk. 500 only."}},
      {"It costs 3.50 a day.", {"It costs 3.50 a day."}},
      {"Some papers, e.g. your visa, stay with you.", {"Some papers, e.g. your visa, stay with you."}},
      {"Call 999. 24 hours a day.", {"Call 999.", "24 hours a day."}},
      {"The fee is RM500. 2 weeks later you get it.", {"The fee is RM500.", "2 weeks later you get it."}},
      {"1. 24 hours a day.", {"1. 24 hours a day."}},
      {"See s. 12 of the Act.", {"See s. 12 of the Act."}},
      {"Ask J. Santos. He knows.", {"Ask J. Santos.", "He knows."}},
      {"Is it free? Yes! It is.", {"Is it free?", "Yes!", "It is."}},
      {"a line that is\nwrapped here. And more", {"a line that is wrapped here.", "And more"}},
      {"You need:\n- a visa\n- a card", {"You need:", "- a visa", "- a card"}},
      {"A title\n\nA text", {"A title", "A text"}},
      {"", {}},
      {"  \n ", {}},
  };
  Segmenter segmenter;
  for (const Case& c : cases) {
    CAPTURE(c.text);
    std::vector<std::string> found = sentences(segmenter, c.text);
    for (std::string& sentence : found) {
      for (char& byte : sentence) byte = byte == '\n' ? ' ' : byte;
    }
    CHECK(found == c.sentences);
  }
}

TEST_CASE("abbreviations of a language do not end its sentences") {
  SentenceRules rules;
  rules.before_names = {"Dr", "e.g"};
  rules.before_numbers = {"Sect", "no"};
  Segmenter segmenter(rules);
  CHECK(sentences(segmenter, "Ask Dr. Rahman. Or go, e.g. Monday.").size() == 2);
  CHECK(sentences(segmenter, "By Sect. 5 Employers pay. See no. 7 there.").size() == 2);
  CHECK(sentences(segmenter, "The answer is no. Call again.").size() == 2);
}

TEST_CASE("full stops of other scripts") {
  Segmenter segmenter;
  CHECK(sentences(segmenter, "\u1780\u1781\u17D4 \u1782\u1783\u17D4").size() == 2);
  CHECK(sentences(segmenter, "\u1780\u1781\u17D5\u1782\u1783").size() == 2);
  CHECK(sentences(segmenter, "\u1000\u1001\u104A \u1002\u1003\u104B \u1000\u1001\u104B").size() == 2);
  CHECK(sentences(segmenter, "\u0995\u0996\u0964 \u0997\u0998\u0964").size() == 2);
}

TEST_CASE("a script without full stops is split where a sentence opener follows a space") {
  SentenceRules rules;
  rules.starters = {"\u0E16\u0E49\u0E32"};
  Segmenter segmenter(rules);
  CHECK(sentences(segmenter, "\u0E42\u0E17\u0E23 1300 \u0E16\u0E49\u0E32\u0E44\u0E21\u0E48").size() == 2);
  Segmenter plain;
  CHECK(sentences(plain, "\u0E42\u0E17\u0E23 1300 \u0E16\u0E49\u0E32\u0E44\u0E21\u0E48").size() == 1);
}

TEST_CASE("a segmenter is reused without memory of the last text") {
  Segmenter segmenter;
  (void)segmenter.segment("\u0E42\u0E17\u0E23 1300");
  const Segmentation again = segmenter.segment("ab cd");
  CHECK(again.tokens.size() == 3);
  CHECK(again.tokens.back().span == Span{3, 5});
}
