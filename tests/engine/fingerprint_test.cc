// The identity of a finding: it stays while the same words are wrong by the same rule, wherever they stand.
#include "findings.h"

#include "engine/hash.h"

using namespace selaras;
using namespace selaras::test;

namespace {

Provision provision(const std::string& id) {
  Provision made;
  made.id = id;
  return made;
}

const Provision kRule = provision("MY-WAGE-01");
const Provision kOther = provision("MY-WAGE-02");

std::vector<std::string> ids(std::vector<Finding> findings) {
  set_fingerprints(findings);
  std::vector<std::string> found;
  for (const auto& f : findings) found.push_back(f.id);
  return found;
}

std::string id_in(const std::string& text, const std::string& quote, const std::string& code = "A10", const Provision* rule = &kRule) {
  return ids({finding(text_file(text), code, quote, rule)})[0];
}

}  // namespace

TEST_CASE("an id is 16 hex digits") {
  const std::string id = id_in("pay RM1,200 now", "RM1,200");
  CHECK(id.size() == 16);
  CHECK(id.find_first_not_of("0123456789abcdef") == std::string::npos);
}

TEST_CASE("an id stays when lines move, and when case, width and white space of the quote change") {
  const std::string id = id_in("pay RM1,200 a month", "RM1,200 a month");
  const std::vector<std::pair<std::string, std::string>> moved = {
      {"\n\n\nA new paragraph.\n\npay RM1,200 a month", "RM1,200 a month"},
      {"pay RM1,200\na  month", "RM1,200\na  month"},
      {"pay RM1,200\r\na month", "RM1,200\r\na month"},
      {"pay rm1,200 A MONTH", "rm1,200 A MONTH"},
      {"pay ＲＭ1,200 a month", "ＲＭ1,200 a month"},
  };
  for (const auto& [text, quote] : moved) CHECK(id_in(text, quote) == id);
}

TEST_CASE("an id changes with the words, the check and the rule") {
  const std::string id = id_in("pay RM1,200", "RM1,200");
  CHECK(id_in("pay RM1,300", "RM1,300") != id);
  CHECK(id_in("pay RM1,200", "RM1,200", "A6") != id);
  CHECK(id_in("pay RM1,200", "RM1,200", "A10", &kOther) != id);
  CHECK(id_in("pay RM1,200", "RM1,200", "A10", nullptr) != id);
}

TEST_CASE("the same fault twice in a message has two ids, and the first keeps its own when the second goes") {
  const auto file = text_file("pay RM1,200 and RM1,200 and RM1,200");
  const Finding f = finding(file, "A10", "RM1,200", &kRule);
  const auto three = ids({f, f, f});
  CHECK(three[0] != three[1]);
  CHECK(three[1] != three[2]);
  CHECK(ids({f})[0] == three[0]);
  CHECK(ids({f, f})[1] == three[1]);
}

TEST_CASE("a hash keeps its parts apart, and is that of SHA-256") {
  CHECK(Hasher().add("a").add("bc").hex16() != Hasher().add("ab").add("c").hex16());
  CHECK(Hasher().hex16() == "e3b0c44298fc1c14");  // of nothing
  Hasher hasher;
  hasher.add("a");
  const std::string once = hasher.hex16();
  CHECK(hasher.hex16() == once);
  CHECK(hasher.add("b").hex16() != once);
}
