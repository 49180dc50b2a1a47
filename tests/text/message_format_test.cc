// What patterns of sentences are made of.
#include "text/message_format.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace selaras;

namespace {

using Choices = decltype(PatternWords::choices);

/// The words that are said under these choices.
std::string words_under(const PatternParts& parts, const Choices& choices) {
  const auto found =
      std::find_if(parts.words.begin(), parts.words.end(), [&](const PatternWords& words) { return words.choices == choices; });
  REQUIRE(found != parts.words.end());
  return found->text;
}

}  // namespace

TEST_CASE("a pattern names its arguments wherever they stand, each once") {
  const auto parts =
      pattern_parts("{claimed} of {id}{own, select, yes {, by {state}} other {{n, plural, one {# of {id}} other {#}}}}");
  CHECK(parts.arguments == std::vector<std::string>{"claimed", "id", "own", "state", "n"});
}

TEST_CASE("words are told with the choices that they depend on") {
  const auto parts = pattern_parts("It''s {own, select, yes {ours{dated, select, yes { since} other {}}} other {theirs}} now");
  CHECK(words_under(parts, {}) == "It's   now");
  CHECK(words_under(parts, {{"own", "yes"}}) == "ours ");
  CHECK(words_under(parts, {{"own", "yes"}, {"dated", "yes"}}) == " since");
  CHECK(words_under(parts, {{"own", "other"}}) == "theirs");
}

TEST_CASE("quoted braces are words") {
  const auto parts = pattern_parts("write '{own}' here");
  CHECK(parts.arguments.empty());
  CHECK(words_under(parts, {}) == "write {own} here");
}

TEST_CASE("a broken pattern has no parts") {
  for (const char* broken : {"{claimed", "{own, select, yes {a}}", "}"}) {
    const auto parts = pattern_parts(broken);
    CHECK(parts.arguments.empty());
    CHECK((parts.words.empty() || std::string(broken) == "}"));  // a lone closing brace is a word to ICU
  }
}
