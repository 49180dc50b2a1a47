#include "text/fold.h"

#include <doctest/doctest.h>

using namespace selaras;

namespace {

struct Pair {
  std::string_view name, written, same_as;
};

std::string_view behind(std::string_view text, std::string_view wanted) {
  const FoldedText folded = fold(text);
  const size_t at = folded.key.find(wanted);
  REQUIRE(at != std::string::npos);
  const auto begin = static_cast<uint32_t>(at);
  return slice(text, folded.source({begin, begin + static_cast<uint32_t>(wanted.size())}));
}

}  // namespace

TEST_CASE("spellings that readers take for one another have one key") {
  const Pair pairs[] = {
      {"case", "Minimum WAGE", "minimum wage"},
      {"curly apostrophe", "worker\u2019s", "worker's"},
      {"width", "\uFF32\uFF2D\uFF11", "rm1"},
      {"composition", "e\u0301t", "\u00E9t"},
      {"zero width space", "a\u200Bb", "ab"},
      {"soft hyphen", "over\u00ADtime", "overtime"},
      {"hyphens", "non\u2011refundable", "non-refundable"},
      {"Thai AM", "\u0E19\u0E49\u0E33", "\u0E19\u0E49\u0E4D\u0E32"},
      {"Thai AM with the tone last", "\u0E19\u0E4D\u0E49\u0E32", "\u0E19\u0E49\u0E33"},
      {"Thai AE of two signs", "\u0E40\u0E40\u0E23\u0E07", "\u0E41\u0E23\u0E07"},
      {"Lao AM", "\u0E99\u0EC9\u0EB3", "\u0E99\u0ECD\u0EC9\u0EB2"},
      {"Lao HO NO", "\u0EDC", "\u0EAB\u0E99"},
      {"Arabic yeh and kaf", "\u064A\u0643", "\u06CC\u06A9"},
      {"Arabic vowel points", "\u0643\u064E\u062A", "\u0643\u062A"},
      {"Khmer subscripts", "\u179F\u17D2\u179A\u17D2\u178F\u17B8", "\u179F\u17D2\u178F\u17D2\u179A\u17B8"},
      {"Khmer subscript DA", "\u178F\u17D2\u178A", "\u178F\u17D2\u178F"},
      {"Bengali YYA", "\u09DF", "\u09AF\u09BC"},
      {"Vietnamese decomposed", "pho\u031B\u0309", "ph\u1EDF"},
  };
  for (const Pair& pair : pairs) {
    CAPTURE(pair.name);
    CHECK(fold_key(pair.written) == fold_key(pair.same_as));
  }
}

TEST_CASE("letters that make different words stay apart") {
  CHECK(fold_key("\u06A9\u06BE\u0627") != fold_key("\u06A9\u06C1\u0627"));
  CHECK(fold_key("ma") != fold_key("m\u00E1"));
}

TEST_CASE("a range of the key leads back to the bytes it came from") {
  CHECK(behind("Pay the Fee", "fee") == "Fee");
  CHECK(behind("the worker\u2019s passport", "worker's") == "worker\u2019s");
  CHECK(behind("the worker\u2019s passport", "passport") == "passport");
  CHECK(behind("\uFB01ne of RM5", "f") == "\uFB01");
  CHECK(behind("\uFB01ne of RM5", "rm5") == "RM5");
  CHECK(behind("a\u200Bb c", "ab") == "a\u200Bb");
  CHECK(behind("a\u200B b", "a") == "a");
  CHECK(behind("\u0E19\u0E49\u0E33 x", "\u0E19\u0E49\u0E4D\u0E32") == "\u0E19\u0E49\u0E33");
  CHECK(behind("\u09DF\u09DF x", "x") == "x");
}

TEST_CASE("a source offset leads to the key") {
  const std::string_view text = "worker\u2019s fee";
  const FoldedText folded = fold(text);
  const auto fee = static_cast<uint32_t>(text.find("fee"));
  CHECK(folded.key.substr(folded.key_offset(fee)) == "fee");
  CHECK(folded.key_offset(static_cast<uint32_t>(text.size())) == folded.key.size());
  CHECK(folded.key_offset(0) == 0);
}

TEST_CASE("every offset of the key goes there and back") {
  const std::string_view text = "The \uFB01rst \u0E04\u0E48\u0E32\u0E19\u0E49\u0E33, worker\u2019s \u09DF\u09DF, o\u031B\u0309 END";
  const FoldedText folded = fold(text);
  for (uint32_t at = 0; at < folded.key.size(); ++at) {
    if ((static_cast<unsigned char>(folded.key[at]) & 0xC0U) == 0x80U) continue;
    const Span source = folded.source({at, at + 1});
    CHECK(source.begin < source.end);
    CHECK(source.end <= text.size());
    CHECK(folded.key_offset(source.begin) <= at);
  }
}

TEST_CASE("empty text folds to an empty key") {
  CHECK(fold("").key.empty());
  CHECK(fold("").key_offset(0) == 0);
}

TEST_CASE("every ASCII character folds alike wherever it stands") {
  for (size_t length = 1; length < 20; ++length) {
    for (char c = 1; c > 0 && c < 0x7F; ++c) {
      for (size_t at = 0; at < length; ++at) {
        std::string text(length, '.');
        text[at] = c;
        std::string key = text;
        if (c >= 'A' && c <= 'Z') key[at] = static_cast<char>(c - 'A' + 'a');
        REQUIRE(fold_key(text) == key);
      }
    }
  }
}
